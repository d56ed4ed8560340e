/// How closeness treats nodes that cannot be reached. With `r` the number of nodes reached, `s` the
/// sum of their distances and `D` the greatest distance of the graph:
public enum ClosenessVariant: String, Sendable, CaseIterable {
  /// `r / s`: the inverse mean distance of the nodes reached; undefined where none is (igraph,
  /// normalized).
  case normalized = "reach"
  /// `r / (n − 1) · r / s`: Wasserman and Faust; 0 where no node is reached (networkx).
  case wassermanFaust = "wf"
  /// `1 / s`; undefined where no node is reached (igraph, not normalized).
  case raw
  /// `(n − 1) / s`; undefined unless every node is reached.
  case classic
  /// `(n − 1)` over the sum in which a node not reached counts `D + 1` (UCINET); hops only.
  case ucinet
  /// Mean of `(D + 1 − d) / D`, 0 for nodes not reached (Valente and Foreman); hops only.
  case valenteForeman = "vf"
}

extension Graph {
  /// Closeness: how near a node is to the others.
  ///
  /// Defined on the simplified graph; `.all` ignores direction (weights of an arc and its reverse
  /// are then summed). Beware that networkx takes incoming paths and igraph outgoing ones.
  ///
  /// - Parameters:
  ///   - variant: how nodes that cannot be reached are treated.
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: `.out` for paths from the node, `.in` for paths to it.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Returns: one value a node, `nil` where it is undefined.
  /// - Throws: ``GraphError`` with `weightNotPositive`, `weightNotFinite` where lengths are too great or
  ///   too small to be summed, or `cancelled`; `invalidParameter` where a variant for hops is asked for
  ///   with weights.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else.
  /// - Reference: L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1
  ///   (1978) 215–239, doi:10.1016/0378-8733(78)90021-7; T. W. Valente and R. K. Foreman,
  ///   Integration and radiality, Social Networks 20 (1998) 89–105, doi:10.1016/S0378-8733(97)00007-5.
  public func closeness(
    _ variant: ClosenessVariant = .wassermanFaust, weights: PathWeights = .unweighted,
    _ direction: Direction = .out, threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double?> {
    if weights != .unweighted, variant == .ucinet || variant == .valenteForeman {
      throw GraphError(
        .invalidParameter, "Closeness \(variant.rawValue) is defined on hops, not on weights.")
    }
    let summaries = try distanceSummaries(
      weights: weights, direction, threads: threads, progress: progress)
    return Graph.closeness(variant, summaries)
  }

  /// Closeness from distances that are known already.
  static func closeness(
    _ variant: ClosenessVariant, _ summaries: NodeMap<DistanceSummary>
  ) -> NodeMap<Double?> {
    let others = Double(summaries.count - 1)
    var farthest = 0.0
    for summary in summaries.values { farthest = max(farthest, summary.eccentricity) }
    return summaries.mapValues { summary in
      let reached = Double(summary.reached)
      switch variant {
      case .normalized: return reached > 0 ? reached / summary.total : nil
      case .wassermanFaust:
        return reached > 0 ? reached / others * (reached / summary.total) : 0
      case .raw: return reached > 0 ? 1 / summary.total : nil
      case .classic: return reached > 0 && reached == others ? others / summary.total : nil
      case .ucinet:
        let sum = summary.total + (others - reached) * (farthest + 1)
        return sum > 0 ? others / sum : nil
      case .valenteForeman:
        guard farthest > 0 else { return nil }
        return (reached * (farthest + 1) - summary.total) / others / farthest
      }
    }
  }

  /// Harmonic closeness: the sum of 1 / distance to the other nodes; one that cannot be reached adds
  /// nothing.
  ///
  /// Defined on the simplified graph, with directions and weights as for
  /// ``closeness(_:weights:_:threads:progress:)``.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: `.out` for paths from the node, `.in` for paths to it.
  ///   - normalized: whether to divide by n − 1 (by nothing where n < 2).
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive`, `weightNotFinite` where lengths are too great or
  ///   too small to be summed, or `cancelled`.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else.
  /// - Reference: M. Marchiori and V. Latora, Harmony in the small-world, Physica A 285 (2000)
  ///   539–546, doi:10.1016/S0378-4371(00)00311-3.
  public func harmonicCloseness(
    weights: PathWeights = .unweighted, _ direction: Direction = .out, normalized: Bool = false,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    let summaries = try distanceSummaries(
      weights: weights, direction, threads: threads, progress: progress)
    let share = normalized && nodeCount > 1 ? Double(nodeCount - 1) : 1
    return summaries.mapValues { $0.harmonic / share }
  }
}
