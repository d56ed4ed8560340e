extension Graph {
  /// The greatest resolution that modularity and communities are counted with: far beyond it each node is a
  /// community of its own.
  public static var greatestResolution: Double { 1_000_000 }

  /// Modularity: the share of ties within groups, less what is expected from the degrees alone.
  ///
  /// Σ over groups of L / m − γ (d / 2m)², and in a directed graph of L / m − γ d_out d_in / m², on
  /// the simplified graph; with weights, sums of weights take the place of numbers.
  ///
  /// - Parameters:
  ///   - groups: the group of each node, as any number.
  ///   - weighted: whether ties count by weight.
  ///   - resolution: the factor γ, from 0 to ``greatestResolution``; at 0 nothing is expected, and the
  ///     share of ties within groups is left.
  /// - Returns: `nil` where there is no tie, or the weights sum to zero.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node or the resolution
  ///   is no such number, `weightNotPositive` where a weight is used that is negative, `weightNotFinite`
  ///   where weights are too great or too small to be summed.
  /// - Complexity: O(n + m).
  /// - Reference: M. E. J. Newman and M. Girvan, Finding and evaluating community structure in
  ///   networks, Physical Review E 69 (2004) 026113, doi:10.1103/PhysRevE.69.026113; E. A. Leicht and
  ///   M. E. J. Newman, Community structure in directed networks, Physical Review Letters 100 (2008)
  ///   118703, doi:10.1103/PhysRevLett.100.118703.
  public func modularity(
    groups: NodeMap<Int>, weighted: Bool = false, resolution: Double = 1
  ) throws(GraphError) -> Double? {
    guard groups.count == nodeCount else {
      throw GraphError(
        .invalidParameter, "There are \(groups.count) groups for \(nodeCount) nodes.")
    }
    guard resolution >= 0, resolution <= Graph.greatestResolution else {
      throw GraphError(
        .invalidParameter,
        "A resolution is a number from 0 to \(SizeLimit.grouped(Int(Graph.greatestResolution))), "
          + "not \(resolution).")
    }
    var number: [Int: Int32] = [:]
    let labels = groups.values.map { label in
      let next = number[label] ?? Int32(number.count)
      number[label] = next
      return next
    }
    return try modularity(
      labels: labels, labelCount: number.count, weighted: weighted, resolution: resolution)
  }

  /// The modularity of groups that are numbered from 0 on.
  func modularity(
    labels group: [Int32], labelCount: Int, weighted: Bool, resolution: Double
  ) throws(GraphError) -> Double? {
    let graph = simplified()
    if weighted { try graph.requireNonNegativeWeights() }
    var within = [Double](repeating: 0, count: labelCount)
    var leaving = within
    var entering = within
    var sum = 0.0
    for (index, edge) in graph.edges.enumerated() {
      let weight = weighted ? graph.weights?[index] ?? 1 : 1
      let (a, b) = (Int(group[edge.source.index]), Int(group[edge.target.index]))
      sum += weight
      leaving[a] += weight
      entering[b] += weight
      if a == b { within[a] += weight }
    }
    guard sum > 0 else { return nil }
    var modularity = 0.0
    for g in within.indices {
      let expected: Double
      if isDirected {
        expected = leaving[g] / sum * (entering[g] / sum)
      } else {
        let share = (leaving[g] + entering[g]) / (2 * sum)
        expected = share * share
      }
      modularity += within[g] / sum - resolution * expected
    }
    return modularity
  }
}
