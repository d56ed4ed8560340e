extension Graph {
  /// An order of the nodes in which every arc leads forward; of nodes that could come next the lowest
  /// does.
  ///
  /// - Returns: `nil` where the graph is undirected and has an edge, or has a cycle (a self-loop is
  ///   one).
  /// - Complexity: O((n + m) log n) time, O(n) space.
  /// - Reference: A. B. Kahn, Topological sorting of large networks, Communications of the ACM 5
  ///   (1962) 558–562, doi:10.1145/368996.369025.
  public func topologicalOrder() -> [NodeID]? {
    guard isDirected || edgeCount == 0 else { return nil }
    var waiting = (0..<nodeCount).map { incoming.row($0).count }
    var ready = DistanceQueue()
    for v in 0..<nodeCount where waiting[v] == 0 { ready.push(0, Int32(v)) }
    var order: [NodeID] = []
    while let (_, node) = ready.pop() {
      order.append(NodeID(rawValue: node))
      for k in outgoing.row(Int(node)) {
        let target = Int(outgoing.targets[k])
        waiting[target] -= 1
        if waiting[target] == 0 { ready.push(0, Int32(target)) }
      }
    }
    return order.count == nodeCount ? order : nil
  }

  /// The greatest number of arcs on a path, self-loops left out.
  ///
  /// - Returns: `nil` where the graph has a longer cycle, as each tie of an undirected graph is one there
  ///   and back.
  /// - Complexity: O((n + m) log n) time, O(n + m) space.
  /// - Reference: T. H. Cormen, C. E. Leiserson, R. L. Rivest and C. Stein, Introduction to Algorithms,
  ///   MIT Press 2009, section 24.2.
  public func longestPathLength() -> Int? {
    let graph = simplified()
    guard let order = graph.topologicalOrder() else { return nil }
    var length = [Int](repeating: 0, count: nodeCount)
    for node in order {
      for arc in graph.arcs(of: node) {
        length[arc.node.index] = max(length[arc.node.index], length[node.index] + 1)
      }
    }
    return length.max() ?? 0
  }

  /// The arcs without which some node would be out of another's reach, and the number of ordered
  /// pairs that reach each other; self-loops are left out.
  ///
  /// - Parameter progress: where to report, and to look whether to go on.
  /// - Returns: `nil` where the graph has a longer cycle, as each tie of an undirected graph is one there
  ///   and back.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n m / 64) time, n² bits of space.
  /// - Reference: A. V. Aho, M. R. Garey and J. D. Ullman, The transitive reduction of a directed
  ///   graph, SIAM Journal on Computing 1 (1972) 131–137, doi:10.1137/0201008.
  public func transitiveReduction(
    progress: RunProgress? = nil
  ) throws(GraphError) -> (arcs: [Edge], reachablePairs: Int)? {
    let graph = simplified()
    guard let order = graph.topologicalOrder() else { return nil }
    let words = (nodeCount + 63) / 64
    var below = [[UInt64]](repeating: [], count: nodeCount)
    var place = [Int](repeating: 0, count: nodeCount)
    for (index, node) in order.enumerated() { place[node.index] = index }
    var kept: [Edge] = []
    var pairs = 0
    let blocks = blocks(of: nodeCount)
    progress?.expect(blocks.count)
    for block in blocks.reversed() {
      try progress?.check()
      for node in order[block].reversed() {
        var reached = [UInt64](repeating: 0, count: words)
        // Nearest first: what a nearer one reaches needs no arc of its own.
        let targets = graph.arcs(of: node).map(\.node.index).sorted { place[$0] < place[$1] }
        for target in targets where reached[target / 64] >> UInt64(target % 64) & 1 == 0 {
          kept.append(Edge(node, NodeID(target)))
          for word in 0..<words { reached[word] |= below[target][word] }
          reached[target / 64] |= 1 << UInt64(target % 64)
        }
        for word in reached { pairs += word.nonzeroBitCount }
        below[node.index] = reached
      }
      progress?.advance()
    }
    kept.sort { ($0.source, $0.target) < ($1.source, $1.target) }
    return (kept, pairs)
  }
}
