extension Graph {
  /// Communities by the Leiden algorithm, direction ignored: each of them hangs together.
  ///
  /// Nodes move to the neighbouring community that gains most modularity; each community is then
  /// refined into parts that are well tied, and the parts become nodes. Rounds are repeated from
  /// where the last ended until two gain nothing, or above 1,000 nodes until one gains less than a
  /// thousandth. Defined on the undirected projection.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - resolution: above 1 for smaller communities, below 1 for larger ones; a finite number
  ///     above 0.
  ///   - seed: the order in which nodes are looked at; the same seed gives the same communities.
  ///   - starts: how often to begin anew from single nodes; the best is given. Ten times where
  ///     there are up to 1,000 nodes if `nil`, else once: small networks have bad turnings.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is used that is negative,
  ///   `weightNotFinite` where weights are too great or too small to be summed, `invalidParameter` where
  ///   the resolution is no such number, or `cancelled`.
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
    let isSmall = nodeCount <= 1_000
    let count = network.total > 0 ? max(1, starts ?? (isSmall ? 10 : 1)) : 1
    progress?.expect(count * OpenRounds.parts)
    guard network.total > 0 else {
      progress?.advance(by: OpenRounds.parts)
      return try graph.communities(labels: single, weighted: weighted, resolution: resolution)
    }
    var best = (label: single, modularity: network.modularity(single, resolution: resolution))
    var random = SeededGenerator(seed: seed)
    for _ in 0..<count {
      var label = single
      var rounds = OpenRounds(reportingTo: progress)
      var reached = -Double.infinity
      // A round may gain nothing and the next one still gain: its order is another. In large networks
      // rounds that gain less than a thousandth cost more than they are worth.
      var idle = 0
      while idle < (isSmall ? 2 : 1) {
        let modularity = try network.leidenRound(
          &label, resolution: resolution, &random, &rounds)
        idle = modularity > reached + (isSmall ? 1e-10 : 1e-3) ? 0 : idle + 1
        reached = max(reached, modularity)
        if modularity > best.modularity + 1e-10 { best = (label, modularity) }
      }
      rounds.finish()
    }
    return try graph.communities(
      labels: best.label, weighted: weighted, resolution: resolution)
  }
}

extension CommunityNetwork {
  /// One round from a division: moves nodes, refines, moves the parts as wholes, and so on.
  ///
  /// - Returns: the modularity that is reached.
  fileprivate func leidenRound(
    _ label: inout [Int32], resolution: Double, _ random: inout SeededGenerator,
    _ rounds: inout OpenRounds
  ) throws(GraphError) -> Double {
    var network = self
    var community = CommunityNetwork.numbered(label, bound: nodeCount).part
    // The node of the coarser network that each node is part of.
    var place = [Int32](0..<Int32(nodeCount))
    while true {
      try rounds.check()
      _ = network.moveNodes(&community, resolution: resolution, &random)
      let (part, count) = network.refine(community, resolution: resolution, &random)
      rounds.end()
      guard count < network.nodeCount else {
        for v in label.indices { label[v] = community[Int(place[v])] }
        return network.modularity(community, resolution: resolution)
      }
      var coarser = [Int32](repeating: 0, count: count)
      for (node, part) in part.enumerated() { coarser[Int(part)] = community[node] }
      // Numbers of communities stay below the number of nodes: there are no more of them.
      community = CommunityNetwork.numbered(coarser, bound: network.nodeCount).part
      for v in place.indices { place[v] = part[Int(place[v])] }
      network = CommunityNetwork(network, labels: part, count: count)
    }
  }
}
