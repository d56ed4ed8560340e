/// What paths may not share.
public enum Disjointness: String, Sendable, CaseIterable {
  /// No edge twice.
  case edges
  /// No node twice but the two ends.
  case nodes
}

extension Graph {
  /// As many paths between two nodes as there are that share no edge, or no node.
  ///
  /// By Menger's theorem their number is that of the edges (or other nodes) to remove until no path is
  /// left; a tie between the two nodes themselves is one path of either kind. Defined on the
  /// simplified graph.
  ///
  /// - Parameters:
  ///   - source: where the paths start.
  ///   - sink: where they end; another node.
  ///   - disjointness: what they may not share.
  /// - Returns: the paths, each from source to sink, by length and then by nodes.
  /// - Throws: ``GraphError`` with `nodeOutOfRange` or `invalidParameter`.
  /// - Complexity: O(m √m) time for edges, O(m √n) for nodes; O(n + m) space.
  /// - Reference: K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927) 96–115,
  ///   doi:10.4064/fm-10-1-96-115; S. Even and R. E. Tarjan, Network flow and testing graph
  ///   connectivity, SIAM Journal on Computing 4 (1975) 507–518, doi:10.1137/0204043.
  public func disjointPaths(
    from source: NodeID, to sink: NodeID, _ disjointness: Disjointness = .nodes
  ) throws(GraphError) -> [[NodeID]] {
    try requireTwo(source, sink)
    let n = nodeCount
    let graph = simplified()
    var network = graph.flowNetwork(weighted: false) { node in
      disjointness == .edges || node == source.index || node == sink.index ? .infinity : 1
    }
    let before = network.residual
    let count = Int(network.maximize(from: source.index + n, to: sink.index))
    var flow = [Double](repeating: 0, count: before.count)
    for arc in stride(from: 0, to: flow.count, by: 2) {
      flow[arc] = network.residual[arc + 1] - before[arc + 1]
    }
    if !isDirected {
      // An undirected edge has an arc each way; what flows both ways flows neither.
      for edge in graph.edges.indices {
        let (there, back) = (2 * n + 4 * edge, 2 * n + 4 * edge + 2)
        let both = min(flow[there], flow[back])
        flow[there] -= both
        flow[back] -= both
      }
    }
    var paths: [[NodeID]] = []
    for _ in 0..<count {
      var path = [source]
      var at = source.index + n
      var place = [source.index: 0]
      while at != sink.index {
        guard let arc = network.arcs(of: at).first(where: { $0 % 2 == 0 && flow[$0] >= 1 }) else {
          break
        }
        flow[arc] -= 1
        let node = Int(network.head[arc])
        at = node == sink.index ? node : node < n ? node + n : node
        // A flow may run in a circle; what lies on it is no part of a path.
        if let earlier = place[node % n] {
          for left in path[(earlier + 1)...] { place[left.index] = nil }
          path.removeSubrange((earlier + 1)...)
        } else {
          place[node % n] = path.count
          path.append(NodeID(node % n))
        }
      }
      paths.append(path)
    }
    return paths.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// The number of paths between two nodes that share no edge, or no node; see
  /// ``disjointPaths(from:to:_:)``.
  ///
  /// - Parameter enough: where counting may stop; all are counted if `nil`.
  /// - Throws: ``GraphError`` with `nodeOutOfRange` or `invalidParameter`.
  /// - Complexity: O(m √m) time for edges, O(m √n) for nodes; O(n + m) space.
  public func disjointPathCount(
    from source: NodeID, to sink: NodeID, _ disjointness: Disjointness = .nodes,
    enough: Int? = nil
  ) throws(GraphError) -> Int {
    try requireTwo(source, sink)
    var network = simplified().flowNetwork(weighted: false) { _ in
      disjointness == .edges ? .infinity : 1
    }
    let limit = enough.map { Double($0) } ?? .infinity
    return Int(
      network.maximize(from: source.index + nodeCount, to: sink.index, enough: limit))
  }

  /// The least number of edges whose removal leaves some node out of another's reach.
  ///
  /// - Returns: 0 where n < 2.
  /// - Complexity: n flows.
  public func edgeConnectivity() throws(GraphError) -> Int {
    guard nodeCount > 1 else { return 0 }
    let graph = simplified()
    var least = graph.degree(.out).values.min() ?? 0
    let network = graph.flowNetwork(weighted: false) { _ in .infinity }
    for node in 0..<nodeCount where least > 0 {
      var trial = network
      let flow = trial.maximize(
        from: node + nodeCount, to: (node + 1) % nodeCount, enough: Double(least))
      least = min(least, Int(flow))
    }
    return least
  }

  /// The least number of nodes whose removal leaves some node out of another's reach, or one node
  /// alone.
  ///
  /// A node of least degree δ is either in no smallest cut, and cut off from some other node, or in one,
  /// and some node before it is cut off from some node after it.
  ///
  /// - Returns: 0 where n < 2, and where some node is out of another's reach as it is.
  /// - Complexity: O(n + δ²) flows.
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
    let network = graph.flowNetwork(weighted: false) { _ in 1 }
    func cut(_ a: Int, from b: Int) {
      guard a != b, !graph.outgoing.contains(Int32(b), inRow: a) else { return }
      var trial = network
      let flow = trial.maximize(from: a + nodeCount, to: b, enough: Double(least))
      least = min(least, Int(flow))
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
