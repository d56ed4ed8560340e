extension Graph {
  /// Communities by the Leiden algorithm, direction ignored: each of them hangs together.
  ///
  /// Nodes move to the neighbouring community that gains most modularity; each community is then
  /// refined into parts that are well tied, and the parts become nodes. Rounds are repeated from
  /// where the last ended until two gain nothing. Defined on the undirected projection.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - resolution: above 1 for smaller communities, below 1 for larger ones; above 0.
  ///   - seed: the order in which nodes are looked at; the same seed gives the same communities.
  ///   - starts: how often to begin anew from single nodes; the best is given. Ten times where
  ///     there are up to 1,000 nodes if `nil`, else once: small networks have bad turnings.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is used that is negative, with
  ///   `invalidParameter` or `cancelled`.
  /// - Complexity: near O(n + m) time a round in practice, O(n + m) space.
  /// - Reference: V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden: guaranteeing
  ///   well-connected communities, Scientific Reports 9 (2019) 5233,
  ///   doi:10.1038/s41598-019-41695-z.
  public func leiden(
    weighted: Bool = false, resolution: Double = 1, seed: UInt64 = 1, starts: Int? = nil,
    progress: RunProgress? = nil
  ) throws(GraphError) -> Communities {
    let graph = try communityGraph(weighted: weighted, resolution: resolution)
    let network = CommunityNetwork(graph, weighted: weighted)
    let single = [Int32](0..<Int32(nodeCount))
    var best = try graph.communities(labels: single, weighted: weighted, resolution: resolution)
    guard network.total > 0 else { return best }
    var random = SeededGenerator(seed: seed)
    let count = max(1, starts ?? (nodeCount <= 1_000 ? 10 : 1))
    progress?.expect(count)
    for _ in 0..<count {
      var label = single
      var reached = -Double.infinity
      // A round may gain nothing and the next one still gain: its draws are others.
      var idle = 0
      while idle < 2 {
        try network.leidenRound(&label, resolution: resolution, &random, progress)
        let found = try graph.communities(
          labels: label, weighted: weighted, resolution: resolution)
        let modularity = found.modularity ?? 0
        idle = modularity > reached + 1e-10 ? 0 : idle + 1
        reached = max(reached, modularity)
        if modularity > (best.modularity ?? 0) + 1e-10 { best = found }
      }
      progress?.advance()
    }
    return best
  }
}

extension CommunityNetwork {
  /// One round: from given communities over ever coarser networks to better ones.
  fileprivate func leidenRound(
    _ label: inout [Int32], resolution: Double, _ random: inout SeededGenerator,
    _ progress: RunProgress?
  ) throws(GraphError) {
    var network = self
    var community = CommunityNetwork.numbered(label).part
    // The node of the coarser network that each node is part of.
    var place = [Int32](0..<Int32(nodeCount))
    while true {
      try progress?.check()
      _ = network.moveNodes(&community, resolution: resolution, &random)
      for v in label.indices { label[v] = community[Int(place[v])] }
      let (part, count) = network.refine(community, resolution: resolution, &random)
      guard count < network.nodeCount else { return }
      var coarser = [Int32](repeating: 0, count: count)
      let known = CommunityNetwork.numbered(community).part
      for (node, part) in part.enumerated() { coarser[Int(part)] = known[node] }
      // Numbers of communities stay below the number of nodes: there are no more of them.
      community = CommunityNetwork.numbered(coarser, bound: network.nodeCount)
      for v in place.indices { place[v] = part[Int(place[v])] }
      network = CommunityNetwork(network, labels: part, count: count)
    }
  }

  /// Labels below a bound, numbered from 0 on.
  private static func numbered(_ labels: [Int32], bound: Int) -> [Int32] {
    var number = [Int32](repeating: -1, count: bound)
    var count: Int32 = 0
    return labels.map { label in
      if number[Int(label)] < 0 {
        number[Int(label)] = count
        count += 1
      }
      return number[Int(label)]
    }
  }
}
