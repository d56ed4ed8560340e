/// Katz centrality, with the attenuation it was computed for.
public struct KatzCentrality: Sendable, Equatable {
  /// How much one step counts less than the one before.
  public var alpha: Double
  /// The scores, not scaled.
  public var values: NodeMap<Double>
}

extension Graph {
  /// Katz centrality: all walks that lead to a node, longer ones counting less.
  ///
  /// The solution of x = α Aᵀ x + 1 on the simplified graph. The largest eigenvalue, which bounds α, is
  /// searched for only where the greatest sum of a row or column does not do.
  ///
  /// - Parameters:
  ///   - alpha: the attenuation α, from 0 to below 1 / (largest eigenvalue). Unless given it is 0.1, or
  ///     half of that bound where 0.1 would reach 95 % of it. Where the search for the eigenvalue does
  ///     not settle, the least of the greatest sum of a row and that of a column takes its place, which
  ///     it is not above.
  ///   - weighted: whether ties count by weight.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is negative, `weightNotFinite`
  ///   where weights are too great or too small to be summed, `invalidParameter`, `cancelled`, or
  ///   `notSettled` where α is so near its bound, or scores are so great, that they cannot be found.
  /// - Complexity: O(k (n + m)) time for k steps; O(n + m) space.
  /// - Reference: L. Katz, A new status index derived from sociometric analysis, Psychometrika 18
  ///   (1953) 39–43, doi:10.1007/BF02289026.
  public func katzCentrality(
    alpha: Double? = nil, weighted: Bool = false,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> KatzCentrality {
    let graph = try strengths(weighted: weighted)
    let bound = graph.eigenvalueBound
    if bound * (alpha ?? 0.1) < (alpha == nil ? 0.95 : 1) {
      return try graph.katzScores(alpha, eigenvalue: nil, bound: bound, threads, progress)
    }
    let eigenvalue = DominantEigenvector(graph, threads: threads, progress: progress).eigenvalue
    try progress?.check()
    return try graph.katzScores(alpha, eigenvalue: eigenvalue, bound: bound, threads, progress)
  }

  /// The least of the greatest sum of a row and that of a column of the adjacency matrix: no eigenvalue is
  /// above it.
  var eigenvalueBound: Double {
    let rows = StrengthMatrix(incoming, weights: weights).rowSums.max() ?? 0
    guard isDirected else { return rows }
    return min(rows, StrengthMatrix(outgoing, weights: weights).rowSums.max() ?? 0)
  }

  /// Katz scores of a simple graph whose weights are above zero.
  ///
  /// - Parameters:
  ///   - eigenvalue: the largest; `nil` where it is not known.
  ///   - bound: what it is not above.
  func katzScores(
    _ alpha: Double?, eigenvalue: Double?, bound: Double, _ threads: Int? = 1,
    _ progress: RunProgress? = nil
  ) throws(GraphError) -> KatzCentrality {
    let radius = eigenvalue ?? bound
    let chosen = alpha ?? (radius * 0.1 < 0.95 ? 0.1 : 0.5 / radius)
    guard chosen >= 0, chosen * radius < 1 else {
      let whose =
        eigenvalue != nil
        ? "the inverse of the largest eigenvalue"
        : "the inverse of the greatest sum of a row or column, as the largest eigenvalue was not found"
      throw GraphError(
        .invalidParameter,
        "Katz centrality has no solution for alpha \(chosen): it lies from 0 to below "
          + "\(1 / radius), \(whose).")
    }
    let matrix = StrengthMatrix(incoming, weights: weights, threads: threads)
    let x = DenseVector([Double](repeating: 1, count: nodeCount))
    let ones = DenseVector([Double](repeating: 1, count: nodeCount))
    // A step that changes no score by more than r leaves none off by more than its rth part: the
    // inverse of 1 − α Aᵀ has no negative entry, and gives the scores for a change of 1 everywhere.
    let tolerance = max(1e-12, 1e-15 * Double(nodeCount))
    let limit = min(1_000_000, max(10_000, 2_000_000_000 / max(1, incoming.targets.count)))
    // Great scores are rounded by their share.
    let solution = FixedPoint.solve(
      x, tolerance: tolerance, limit: limit, rounding: { max(1000 * tolerance, 1e-13 * $0.sum) },
      threads: threads, progress: progress,
      map: { x, next in
        matrix.multiply(x, into: next)
        next.scale(chosen)
        next.add(1, ones)
        return next.distance(to: x)
      })
    try progress?.check()
    guard solution != nil else {
      throw GraphError(
        .notSettled,
        "The Katz scores for alpha \(chosen) did not settle: the solution is too far away, or too "
          + "great to be held.",
        hint: "Take a smaller alpha.")
    }
    return KatzCentrality(alpha: chosen, values: NodeMap(x.array))
  }
}
