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
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is negative, or
  ///   `invalidParameter`.
  /// - Complexity: O(k (n + m)) time for k steps until no value changes by more than 1e-15, about 200
  ///   for the usual damping; O(n + m) space.
  /// - Reference: S. Brin and L. Page, The anatomy of a large-scale hypertextual Web search engine,
  ///   Computer Networks 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(
    damping: Double = 0.85, weighted: Bool = false, personalization: NodeMap<Double>? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    guard damping >= 0, damping < 1 else {
      throw GraphError(
        .invalidParameter, "The damping of PageRank is \(damping); it lies from 0 to below 1.")
    }
    let n = nodeCount
    guard n > 0 else { return NodeMap([]) }
    let start = try teleport(personalization)
    let matrix = try StrengthMatrix(simplified(), weighted: weighted)
    let leaving = matrix.rowSums
    var rank = start
    for _ in 0..<10_000 {
      var stranded = 0.0
      var flow = [Double](repeating: 0, count: n)
      for v in 0..<n {
        if leaving[v] > 0 { flow[v] = rank[v] / leaving[v] } else { stranded += rank[v] }
      }
      var next = matrix.transposedProduct(flow)
      var change = 0.0
      var sum = 0.0
      for v in 0..<n {
        next[v] = (1 - damping) * start[v] + damping * (next[v] + stranded * start[v])
        change = max(change, abs(next[v] - rank[v]))
        sum += next[v]
      }
      for v in 0..<n { next[v] /= sum }
      rank = next
      if change <= 1e-15 / Double(max(1, n / 1000)) { break }
    }
    return NodeMap(rank)
  }

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
