extension Graph {
  /// The least number of edges whose removal leaves some node out of another's reach.
  ///
  /// - Returns: 0 where n < 2.
  /// - Complexity: n flows.
  public func edgeConnectivity() throws(GraphError) -> Int {
    guard nodeCount > 1 else { return 0 }
    let graph = simplified()
    var least = graph.degree(.out).values.min() ?? 0
    let network = graph.flowNetwork(weighted: false)
    for node in 0..<nodeCount where least > 0 {
      var trial = network
      let flow = trial.maximize(
        from: node, to: (node + 1) % nodeCount, enough: Double(least))
      least = min(least, Int(flow))
    }
    return least
  }

  /// The least number of nodes whose removal leaves some node out of another's reach, or one node
  /// alone.
  ///
  /// A node of least degree δ is either in no smallest cut, and cut off from some other node, or in one,
  /// and some node before it is cut off from some node after it. The neighbours of that node are a
  /// cut, and no search goes on beyond the smallest cut that is known.
  ///
  /// - Returns: 0 where n < 2, and where some node is out of another's reach as it is.
  /// - Complexity: O(n + δ²) searches for κ paths or fewer, O(κ (n + m)) each; O(n + m) space.
  /// - Reference: A. H. Esfahanian and S. L. Hakimi, On computing the connectivities of graphs and
  ///   digraphs, Networks 14 (1984) 355–366, doi:10.1002/net.3230140211.
  public func nodeConnectivity() throws(GraphError) -> Int {
    guard nodeCount > 1 else { return 0 }
    let graph = simplified()
    guard graph.stronglyConnected(graph.outgoing).count == 1 else { return 0 }
    func degree(_ v: Int) -> Int { min(graph.outgoing.row(v).count, graph.incoming.row(v).count) }
    var root = 0
    for v in 1..<nodeCount where degree(v) < degree(root) { root = v }
    // Its neighbours are a cut, unless nobody else is left.
    var least = degree(root)
    var paths = NodeDisjointPaths(graph)
    func cut(_ a: Int, from b: Int) {
      // Where all reach all no cut is empty.
      guard least > 1, a != b, !graph.outgoing.contains(Int32(b), inRow: a) else { return }
      least = paths.count(from: a, to: b, enough: least)
    }
    for other in 0..<nodeCount {
      cut(root, from: other)
      if isDirected { cut(other, from: root) }
    }
    for k in graph.incoming.row(root) {
      for l in graph.outgoing.row(root) {
        let (before, after) = (Int(graph.incoming.targets[k]), Int(graph.outgoing.targets[l]))
        if isDirected || before < after { cut(before, from: after) }
      }
    }
    return least
  }
}
