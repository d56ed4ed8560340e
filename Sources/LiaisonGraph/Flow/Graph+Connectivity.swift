extension Graph {
  /// The least number of edges whose removal leaves some node out of another's reach.
  ///
  /// Each node and the next one, in a cycle, are parted by any cut of the whole: the least cut between two
  /// of them is the least of all. No flow goes on beyond the smallest cut that is known.
  ///
  /// - Parameter progress: where to report, and to look whether to go on.
  /// - Returns: 0 where n < 2.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: n flows of λ units or fewer, O(min(λ, n^⅔) (n + m)) each; O(n + m) space.
  /// - Reference: S. Even and R. E. Tarjan, Network flow and testing graph connectivity, SIAM Journal on
  ///   Computing 4 (1975) 507–518, doi:10.1137/0204043.
  public func edgeConnectivity(progress: RunProgress? = nil) throws(GraphError) -> Int {
    guard nodeCount > 1 else { return 0 }
    let graph = simplified()
    var least = graph.degree(.out).values.min() ?? 0
    let network = graph.flowNetwork(weighted: false)
    progress?.expect(nodeCount)
    for node in 0..<nodeCount where least > 0 {
      try progress?.check()
      var trial = network
      let flow = trial.maximize(
        from: node, to: (node + 1) % nodeCount, enough: Double(least))
      least = min(least, Int(flow))
      progress?.advance()
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
  /// - Parameter progress: where to report, and to look whether to go on.
  /// - Returns: 0 where n < 2, and where some node is out of another's reach as it is.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n + δ²) searches for κ paths or fewer, O(κ (n + m)) each; O(n + m) space.
  /// - Reference: A. H. Esfahanian and S. L. Hakimi, On computing the connectivities of graphs and
  ///   digraphs, Networks 14 (1984) 355–366, doi:10.1002/net.3230140211.
  public func nodeConnectivity(progress: RunProgress? = nil) throws(GraphError) -> Int {
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
    progress?.expect(nodeCount + graph.incoming.row(root).count)
    for other in 0..<nodeCount {
      try progress?.check()
      defer { progress?.advance() }
      cut(root, from: other)
      if isDirected { cut(other, from: root) }
    }
    for k in graph.incoming.row(root) {
      try progress?.check()
      defer { progress?.advance() }
      for l in graph.outgoing.row(root) {
        let (before, after) = (Int(graph.incoming.targets[k]), Int(graph.outgoing.targets[l]))
        if isDirected || before < after { cut(before, from: after) }
      }
    }
    return least
  }
}
