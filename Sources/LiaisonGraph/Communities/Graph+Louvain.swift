extension Graph {
  /// Communities by the Louvain method, direction ignored.
  ///
  /// Nodes move to the neighbouring community that gains most modularity until none gains, then
  /// communities become nodes, and so on. Defined on the undirected projection. A community may come
  /// apart inside; ``leiden(weighted:resolution:seed:starts:progress:)`` has none that does.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - resolution: above 1 for smaller communities, below 1 for larger ones; a finite number
  ///     above 0.
  ///   - seed: the order in which nodes are looked at; the same seed gives the same communities.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is used that is negative,
  ///   `weightNotFinite` where weights are too great or too small to be summed, `invalidParameter` where
  ///   the resolution is no such number, or `cancelled`.
  /// - Complexity: near O(n + m) time in practice, O(n + m) space.
  /// - Reference: V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, Fast unfolding of
  ///   communities in large networks, Journal of Statistical Mechanics (2008) P10008,
  ///   doi:10.1088/1742-5468/2008/10/P10008.
  public func louvain(
    weighted: Bool = false, resolution: Double = 1, seed: UInt64 = 1, progress: RunProgress? = nil
  ) throws(GraphError) -> Communities {
    let graph = try communityGraph(weighted: weighted, resolution: resolution)
    var network = CommunityNetwork(graph, weighted: weighted)
    var label = [Int32](0..<Int32(nodeCount))
    var random = SeededGenerator(seed: seed)
    progress?.expect(OpenRounds.parts)
    var rounds = OpenRounds(reportingTo: progress)
    defer { rounds.finish() }
    while network.total > 0 {
      try rounds.check()
      var community = [Int32](0..<Int32(network.nodeCount))
      guard network.moveNodes(&community, resolution: resolution, &random) else { break }
      let (part, count) = CommunityNetwork.numbered(
        community, bound: network.nodeCount)
      for v in label.indices { label[v] = part[Int(label[v])] }
      network = CommunityNetwork(network, labels: part, count: count)
      rounds.end()
    }
    return try graph.communities(labels: label, weighted: weighted, resolution: resolution)
  }

  /// The graph in which communities are sought.
  ///
  /// - Throws: `invalidParameter` where the resolution is no number above 0 or is too great, and as
  ///   `requireNonNegativeWeights()`.
  func communityGraph(weighted: Bool, resolution: Double) throws(GraphError) -> Graph {
    guard resolution > 0, resolution <= Graph.greatestResolution else {
      throw GraphError(
        .invalidParameter,
        "A resolution is a number above 0, at most \(SizeLimit.grouped(Int(Graph.greatestResolution))), "
          + "not \(resolution).")
    }
    // Of each arc: one below zero has no meaning beside a greater reverse.
    if weighted { try simplified().requireNonNegativeWeights() }
    return undirectedProjection()
  }
}
