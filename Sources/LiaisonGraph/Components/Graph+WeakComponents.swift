extension Graph {
  /// The connected components, direction ignored.
  ///
  /// Isolates are components of one node.
  ///
  /// - Complexity: O((n + m) log n) time at worst, near O(n) where most of the graph hangs together;
  ///   O(n) space.
  /// - Reference: M. Sutton, T. Ben-Nun and A. Barak, Optimizing parallel graph connectivity
  ///   computation via subgraph sampling, IPDPS 2018, 12–21, doi:10.1109/IPDPS.2018.00012.
  public func weakComponents() -> Components {
    let (labels, count) = connected()
    return Components(component: NodeMap(labels.map { Int($0) }), count: count)
  }

  /// The connected component of each node, numbered by the lowest node in each.
  func connected() -> (labels: [Int32], count: Int) {
    Graph.connected(rows(.all), nodeCount: nodeCount)
  }

  /// The connected component of each node, numbered by the lowest node in each.
  ///
  /// - Parameter taken: ordered rows that hold each arc at both of its ends.
  static func connected(_ taken: [Rows], nodeCount n: Int) -> (labels: [Int32], count: Int) {
    var sets = DisjointSets(count: n)
    // Rows are ordered: the first arc of a node leads to its lowest neighbour, the last to its highest.
    // Trees of lowest neighbours need no search for what a node is part of.
    for rows in taken {
      rows.withBuffers { offsets, targets in
        for v in 0..<n where offsets[v] < offsets[v &+ 1] {
          sets.point(v, to: Int(targets[Int(offsets[v])]))
        }
      }
    }
    if sets.flatten() > 1 {
      for rows in taken {
        rows.withBuffers { offsets, targets in
          for v in 0..<n where offsets[v] < offsets[v &+ 1] {
            sets.join(v, Int(targets[Int(offsets[v &+ 1]) &- 1]))
          }
        }
      }
      // That joins most of the graph; the arcs within the greatest piece need not be walked.
      if sets.flatten() > 1 {
        let greatest = sets.majorityRoot() ?? 0
        for rows in taken {
          rows.withBuffers { offsets, targets in
            for v in 0..<n where sets.root(v) != greatest {
              for k in Int(offsets[v])..<Int(offsets[v &+ 1]) { sets.join(v, Int(targets[k])) }
            }
          }
        }
      }
    }
    return sets.labels()
  }

  /// The nodes without any tie; a self-loop is none.
  ///
  /// - Complexity: O(n + m).
  public func isolates() -> [NodeID] {
    var found: [NodeID] = []
    for node in nodes {
      var alone = true
      for arc in arcs(of: node, .out) where arc.node != node { alone = false }
      for arc in arcs(of: node, .in) where arc.node != node { alone = false }
      if alone { found.append(node) }
    }
    return found
  }
}
