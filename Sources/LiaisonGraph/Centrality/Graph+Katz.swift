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
  /// The solution of x = α Aᵀ x + 1 on the simplified graph.
  ///
  /// - Parameters:
  ///   - alpha: the attenuation α, from 0 to below 1 / (largest eigenvalue). Unless given it is 0.1, or
  ///     half of that bound where 0.1 would reach 95 % of it.
  ///   - weighted: whether ties count by weight.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is negative, or
  ///   `invalidParameter`.
  /// - Complexity: O(k (n + m)) time for k steps; O(n + m) space.
  /// - Reference: L. Katz, A new status index derived from sociometric analysis, Psychometrika 18
  ///   (1953) 39–43, doi:10.1007/BF02289026.
  public func katzCentrality(
    alpha: Double? = nil, weighted: Bool = false
  ) throws(GraphError) -> KatzCentrality {
    let graph = try strengths(weighted: weighted)
    let radius = DominantEigenvector(graph).eigenvalue
    let chosen = alpha ?? (radius * 0.1 < 0.95 ? 0.1 : 0.5 / radius)
    guard chosen >= 0, chosen * radius < 1 else {
      throw GraphError(
        .invalidParameter,
        "Katz centrality has no solution for alpha \(chosen): it lies from 0 to below "
          + "\(1 / radius), the inverse of the largest eigenvalue.")
    }
    let matrix = StrengthMatrix(graph.incoming, weights: graph.weights)
    let x = DenseVector([Double](repeating: 1, count: nodeCount))
    let ones = DenseVector([Double](repeating: 1, count: nodeCount))
    // A step that changes no score by more than r leaves none off by more than its rth part: the
    // inverse of 1 − α Aᵀ has no negative entry, and gives the scores for a change of 1 everywhere.
    let tolerance = max(1e-12, 1e-15 * Double(nodeCount))
    _ = FixedPoint.solve(x, tolerance: tolerance, limit: 1_000_000) { x, next in
      matrix.multiply(x, into: next)
      next.scale(chosen)
      next.add(1, ones)
      return next.distance(to: x)
    }
    return KatzCentrality(alpha: chosen, values: NodeMap(x.array))
  }
}
