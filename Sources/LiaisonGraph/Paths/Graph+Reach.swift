extension Graph {
  /// How many other nodes each node reaches.
  ///
  /// - Parameters:
  ///   - steps: within how many hops; any number if `nil`.
  ///   - direction: `.out` for nodes it reaches, `.in` for nodes that reach it.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n (n + m)) time, O(n + m) space a thread.
  /// - Reference: S. P. Borgatti, Identifying sets of key players in a social network, Computational and
  ///   Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func reach(
    within steps: Int? = nil, _ direction: Direction = .out, threads: Int? = nil,
    progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Int> {
    try distanceSummaries(direction, within: steps, threads: threads, progress: progress).mapValues
    { $0.reached }
  }

  /// The distance of the farthest node that each node reaches; 0 where it reaches none.
  ///
  /// Nodes out of reach do not count. Defined on the simplified graph.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: `.out` for paths from the node, `.in` for paths to it.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive`, `weightNotFinite` where lengths are too great or
  ///   too small to be summed, or `cancelled`.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else.
  /// - Reference: P. Hage and F. Harary, Eccentricity and centrality in networks, Social Networks 17
  ///   (1995) 57–63, doi:10.1016/0378-8733(94)00248-9.
  public func eccentricity(
    weights: PathWeights = .unweighted, _ direction: Direction = .out, threads: Int? = nil,
    progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    try distanceSummaries(weights: weights, direction, threads: threads, progress: progress)
      .mapValues { $0.eccentricity }
  }
}
