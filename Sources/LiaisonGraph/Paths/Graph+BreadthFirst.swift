extension Graph {
  /// The breadth-first tree from one or more nodes: fewest hops.
  ///
  /// Roots are taken in the order given, arcs in the order of the rows (by the node at the other
  /// end, then by edge), so that of several shortest paths always the same one is found. Self-loops
  /// and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - roots: where the search starts; each at distance 0.
  ///   - direction: which way arcs are followed.
  ///   - follows: which edges may be taken; all of them unless given. With it a search answers
  ///     label-constrained reachability.
  /// - Returns: distances in hops, and one shortest path for each node reached.
  /// - Throws: ``GraphError`` with `nodeOutOfRange`.
  /// - Complexity: O(n + m) time, O(n) space.
  /// - Reference: E. F. Moore, The shortest path through a maze, in Proceedings of an International
  ///   Symposium on the Theory of Switching, 1959, 285–292.
  public func breadthFirst(
    from roots: [NodeID], _ direction: Direction = .out,
    follows: ((EdgeID) -> Bool)? = nil
  ) throws(GraphError) -> SearchTree {
    var distance = [Double?](repeating: nil, count: nodeCount)
    var parent = [NodeID?](repeating: nil, count: nodeCount)
    var found = [EdgeID?](repeating: nil, count: nodeCount)
    var order: [NodeID] = []
    for root in roots {
      guard contains(root) else { throw .nodeOutOfRange(root.index, nodeCount: nodeCount) }
      guard distance[root.index] == nil else { continue }
      distance[root.index] = 0
      order.append(root)
    }
    let rowsTaken = rows(direction)
    var head = 0
    while head < order.count {
      let node = order[head]
      head += 1
      let next = (distance[node.index] ?? 0) + 1
      for rows in rowsTaken {
        for k in rows.row(node.index) {
          let target = Int(rows.targets[k])
          guard distance[target] == nil else { continue }
          let edge = EdgeID(rawValue: rows.edges[k])
          if let follows, !follows(edge) { continue }
          distance[target] = next
          parent[target] = node
          found[target] = edge
          order.append(NodeID(target))
        }
      }
    }
    return SearchTree(
      roots: roots, distance: NodeMap(distance), parent: NodeMap(parent), edge: NodeMap(found),
      order: order)
  }

  /// The rows to walk for a direction: two sets of rows for `.all` on a directed graph.
  func rows(_ direction: Direction) -> [Rows] {
    switch direction {
    case .out: [outgoing]
    case .in: [incoming]
    case .all: isDirected ? [outgoing, incoming] : [outgoing]
    }
  }
}
