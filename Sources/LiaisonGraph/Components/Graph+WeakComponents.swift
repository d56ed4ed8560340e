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
    let n = nodeCount
    let taken = rows(.all)
    var sets = DisjointSets(count: n)
    // Two arcs a node join most of the graph; the rest of the greatest piece need not be walked.
    let sampled = 2
    for rows in taken {
      rows.withBuffers { offsets, targets in
        for v in 0..<n {
          let start = Int(offsets[v])
          for k in start..<min(Int(offsets[v &+ 1]), start &+ sampled) {
            sets.join(v, Int(targets[k]))
          }
        }
      }
    }
    let greatest = sets.majorityRoot() ?? 0
    for rows in taken {
      rows.withBuffers { offsets, targets in
        for v in 0..<n where sets.root(v) != greatest {
          let end = Int(offsets[v &+ 1])
          for k in min(end, Int(offsets[v]) &+ sampled)..<end { sets.join(v, Int(targets[k])) }
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
