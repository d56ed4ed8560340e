/// How a vector of scores is scaled.
public enum VectorScale: String, Sendable, CaseIterable {
  /// Unit length (networkx, UCINET, sna).
  case unitLength = "l2"
  /// The greatest is 1 (igraph).
  case maximum = "max"
  /// They sum to 1.
  case sum = "sum1"

  func applied(to values: [Double]) -> [Double] {
    var size = 0.0
    for value in values {
      switch self {
      case .unitLength: size += value * value
      case .maximum: size = max(size, abs(value))
      case .sum: size += value
      }
    }
    if self == .unitLength { size = size.squareRoot() }
    return size > 0 ? values.map { $0 / size } : values
  }
}

/// Eigenvector centrality, or why there is none.
public struct EigenvectorCentrality: Sendable, Equatable {
  /// The largest eigenvalue of the simplified graph; 0 where no arc lies on a cycle, `nil` where the
  /// search for it did not settle.
  public var eigenvalue: Double?
  /// The scores; `nil` where the graph has no single answer.
  public var values: NodeMap<Double>?
  /// Why there are no scores.
  public var undefinedBecause: String?
}

extension Graph {
  /// Eigenvector centrality: a node is central as far as those are who are tied to it.
  ///
  /// The eigenvector of the largest eigenvalue of the adjacency matrix, transposed where the graph is
  /// directed (a node gets its score from arcs that lead to it). Undefined where that eigenvalue is 0
  /// (no cycle) or not simple (another is as great, to 1e-7 of it: two components tie, or two parts of
  /// one that hardly touch); UCINET answers otherwise on disconnected graphs. Not given either where the
  /// search does not settle, as on a path of thousands of nodes, whose two largest eigenvalues are too near
  /// to each other. Defined on the simplified graph.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - scale: how the scores are scaled.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`, `weightNotPositive` where a weight is negative, or
  ///   `weightNotFinite` where weights are too great or too small to be summed.
  /// - Complexity: O(k (n + m)) time for k steps, which depend on the gap between the two largest
  ///   eigenvalues: 200,000 at most, and 2,000 where there are half a million arcs. O(n + m) space.
  /// - Reference: P. Bonacich, Factoring and weighting approaches to status scores and clique
  ///   identification, Journal of Mathematical Sociology 2 (1972) 113–120,
  ///   doi:10.1080/0022250X.1972.9989806.
  public func eigenvectorCentrality(
    weighted: Bool = false, scale: VectorScale = .unitLength,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> EigenvectorCentrality {
    let found = DominantEigenvector(
      try strengths(weighted: weighted), threads: threads, progress: progress)
    try progress?.check()
    return EigenvectorCentrality(
      eigenvalue: found.eigenvalue,
      values: found.vector.map { NodeMap(scale.applied(to: $0)) },
      undefinedBecause: found.reason)
  }
}
