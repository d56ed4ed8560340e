extension Graph {
  /// PageRank: where a walker is found who follows arcs, and now and then starts anew.
  ///
  /// The fixed point of x = (1 − d) t + d Pᵀx, where a step leaves along each arc with equal chance,
  /// or in proportion to its weight. A node without arcs to leave by sends the walker to the
  /// teleport distribution. Undirected edges lead both ways. Sums to 1. Defined on the simplified
  /// graph.
  ///
  /// - Parameters:
  ///   - damping: the chance d of following an arc, from 0 to below 1.
  ///   - weighted: whether steps go by weight (the strength of a tie).
  ///   - personalization: where the walker starts anew, one number a node, not negative and not all
  ///     zero; everywhere alike if `nil`.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is negative, `weightNotFinite`
  ///   where weights are too great or too small to be summed, `invalidParameter`, `cancelled`, or
  ///   `notSettled` where the damping is so near 1 that 10,000 steps do not suffice.
  /// - Complexity: O(k (n + m)) time for k steps until all values together are off by 1e-12 at most, or
  ///   by 1e-14 / (1 − d) where that is more (rounding allows no better); 20 to 50 for the usual
  ///   damping. O(n + m) space.
  /// - Reference: S. Brin and L. Page, The anatomy of a large-scale hypertextual Web search engine,
  ///   Computer Networks 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(
    damping: Double = 0.85, weighted: Bool = false, personalization: NodeMap<Double>? = nil,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    guard damping >= 0, damping < 1 else {
      throw GraphError(
        .invalidParameter, "The damping of PageRank is \(damping); it lies from 0 to below 1.")
    }
    let n = nodeCount
    guard n > 0 else { return NodeMap([]) }
    let start = try teleport(personalization)
    let graph = simplified()
    if weighted { try graph.requireNonNegativeWeights() }
    let weights = weighted ? graph.weights : nil
    let leaving = StrengthMatrix(graph.outgoing, weights: weights).rowSums
    let matrix = StrengthMatrix(graph.incoming, weights: weights, threads: threads)
    let stranded = leaving.indices.filter { leaving[$0] == 0 }
    let shares = leaving.map { $0 > 0 ? damping / $0 : 0 }
    let rank = DenseVector(start)
    let teleport = DenseVector(start)
    let flow = DenseVector(n)
    let tolerance = max(Graph.pageRankTolerance * (1 - damping), 1e-15)
    let solution = FixedPoint.solve(
      rank, tolerance: tolerance, limit: 10_000, rounding: { _ in max(tolerance, 1e-14) },
      threads: threads, progress: progress,
      map: { rank, next in
        var jump = 1 - damping
        for v in stranded { jump += damping * rank.values[v] }
        let (given, kept) = (flow.values, rank.values)
        for v in 0..<n { given[v] = kept[v] * shares[v] }
        matrix.multiply(flow, into: next)
        next.add(jump, teleport)
        return next.distance(to: rank)
      })
    try progress?.check()
    guard solution != nil else {
      throw GraphError(
        .notSettled, "PageRank did not settle for the damping \(damping), so near 1.",
        hint: "Take a smaller damping; 0.85 is usual.")
    }
    rank.scale(1 / rank.sum)
    return NodeMap(rank.array)
  }

  /// By how much all ranks together may be off. A step takes two distributions nearer to each other by
  /// the damping d at least, so that ranks that a step changes by r in sum are off by r / (1 − d) at most.
  private static let pageRankTolerance = 1e-12

  /// Where the walker starts anew, summing to 1.
  private func teleport(_ given: NodeMap<Double>?) throws(GraphError) -> [Double] {
    let n = nodeCount
    guard let given else { return [Double](repeating: 1 / Double(n), count: n) }
    var sum = 0.0
    var isValid = given.count == n
    for value in given.values {
      if !(value >= 0) { isValid = false }
      sum += value
    }
    guard isValid, sum > 0, sum.isFinite else {
      throw GraphError(
        .invalidParameter,
        "The personalization of PageRank is one number a node, not negative and not all zero.")
    }
    return given.values.map { $0 / sum }
  }
}
