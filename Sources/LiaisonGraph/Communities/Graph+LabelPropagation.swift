extension Graph {
  /// Communities by label propagation, direction ignored: each node takes the label that most of its
  /// neighbours bear, until each bears one that no other beats.
  ///
  /// Of labels that are equally frequent a node keeps its own if it is among them, else one is drawn.
  /// Defined on the undirected projection.
  ///
  /// - Parameters:
  ///   - weighted: whether neighbours count by the weight of the tie.
  ///   - seed: the order of the nodes and the draws; the same seed gives the same communities.
  ///   - rounds: how often each node is looked at, at most.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is used that is negative,
  ///   `weightNotFinite` where weights are too great or too small to be summed, or `cancelled`.
  /// - Complexity: O(n + m) time a round, O(n + m) space.
  /// - Reference: U. N. Raghavan, R. Albert and S. Kumara, Near linear time algorithm to detect
  ///   community structures in large-scale networks, Physical Review E 76 (2007) 036106,
  ///   doi:10.1103/PhysRevE.76.036106.
  public func labelPropagation(
    weighted: Bool = false, seed: UInt64 = 1, rounds: Int = 100, progress: RunProgress? = nil
  ) throws(GraphError) -> Communities {
    let graph = try communityGraph(weighted: weighted, resolution: 1)
    let network = CommunityNetwork(graph, weighted: weighted)
    var random = SeededGenerator(seed: seed)
    var label = [Int32](0..<Int32(nodeCount))
    var order = label
    var frequency = [Double](repeating: 0, count: nodeCount)
    var touched: [Int32] = []
    var changes = true
    var round = 0
    progress?.expect(OpenRounds.parts)
    var report = OpenRounds(reportingTo: progress)
    defer { report.finish() }
    while changes, round < rounds {
      try report.check()
      changes = false
      round += 1
      random.shuffle(&order)
      for raw in order {
        let v = Int(raw)
        for k in Int(network.offsets[v])..<Int(network.offsets[v + 1]) {
          let known = label[Int(network.targets[k])]
          if frequency[Int(known)] == 0 { touched.append(known) }
          frequency[Int(known)] += network.weights[k]
        }
        var most = 0.0
        for known in touched { most = max(most, frequency[Int(known)]) }
        if most > 0, frequency[Int(label[v])] < most {
          let best = touched.filter { frequency[Int($0)] == most }
          label[v] = best[random.below(best.count)]
          changes = true
        }
        for known in touched { frequency[Int(known)] = 0 }
        touched.removeAll(keepingCapacity: true)
      }
      report.end()
    }
    return try graph.communities(labels: label, weighted: weighted, resolution: 1)
  }
}
