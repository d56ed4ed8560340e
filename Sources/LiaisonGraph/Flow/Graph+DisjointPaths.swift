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
    var network = disjointPathNetwork(from: source, to: sink, disjointness)
    let before = network.residual
    let (n, exit) = (nodeCount, disjointness == .nodes ? nodeCount : 0)
    let count = Int(network.maximize(from: source.index + exit, to: sink.index))
    // An undirected edge of one link takes back what flows the other way, so nothing flows both ways.
    var flow = network.reverse.map { network.residual[Int($0)] - before[Int($0)] }
    var paths: [[NodeID]] = []
    for _ in 0..<count {
      var path = [source]
      var at = source.index + exit
      var place = [source.index: 0]
      while at != sink.index {
        guard let arc = network.row(at).first(where: { flow[$0] >= 1 }) else { break }
        flow[arc] -= 1
        let node = Int(network.heads[arc])
        at = node == sink.index || node >= n ? node : node + exit
        // A flow may run in a cycle; what lies on it is no part of a path.
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
  /// - Parameters:
  ///   - source: where paths start.
  ///   - sink: where they end; another node.
  ///   - disjointness: whether they may share no node but their ends, or no edge.
  ///   - enough: where counting may stop; all are counted if `nil`.
  /// - Throws: ``GraphError`` with `nodeOutOfRange` or `invalidParameter`.
  /// - Complexity: O(m √m) time for edges, O(m √n) for nodes; O(n + m) space.
  public func disjointPathCount(
    from source: NodeID, to sink: NodeID, _ disjointness: Disjointness = .nodes,
    enough: Int? = nil
  ) throws(GraphError) -> Int {
    try requireTwo(source, sink)
    let limit = enough.map { Double($0) } ?? .infinity
    var network = disjointPathNetwork(from: source, to: sink, disjointness)
    let exit = disjointness == .nodes ? nodeCount : 0
    return Int(network.maximize(from: source.index + exit, to: sink.index, enough: limit))
  }

  /// The network in which one unit flows along each path; the two ends are on all of them.
  private func disjointPathNetwork(
    from source: NodeID, to sink: NodeID, _ disjointness: Disjointness
  ) -> FlowNetwork {
    guard disjointness == .nodes else { return simplified().flowNetwork(weighted: false) }
    return simplified().flowNetwork(weighted: false) { node in
      node == source.index || node == sink.index ? .infinity : 1
    }
  }
}
