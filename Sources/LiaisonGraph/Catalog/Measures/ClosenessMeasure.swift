public import LiaisonCatalog

/// Closeness: keys `closeness.KIND.VARIANT.DIRECTION`.
public struct ClosenessMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "closeness",
      summary: "How few steps a node is from the others.",
      meaning:
        "An organization with high closeness reaches the others, or is reached by them (in), "
        + "through few intermediaries. The variants differ in how they treat those that cannot "
        + "be reached: reach ignores them, wf scales by their share, classic is undefined, "
        + "ucinet counts them as one step beyond the farthest, vf gives them nothing.",
      doNotUseWhen:
        "The network is in several pieces: use harmonic closeness. A pathway must admit the "
        + "person who walks it, which distances do not know: use the pathway table of `liaison "
        + "gaps`.",
      reference: "L. C. Freeman, Centrality in social networks: conceptual clarification, Social "
        + "Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for (kind, direction) in PathFigure.all(of: graph, skipping: "closeness", &result) {
      let summaries = try graph.distanceSummaries(
        weights: kind, direction, threads: options.threads)
      for variant in ClosenessVariant.allCases {
        let isOfHops = variant == .ucinet || variant == .valenteForman
        if isOfHops, kind != .unweighted || graph.nodeCount < 2 { continue }
        let values = Graph.closeness(variant, summaries)
        if variant == .valenteForman, values.values.contains(nil) { continue }
        result.add("closeness.\(kind).\(variant.rawValue).\(direction)", nodes: values)
      }
    }
    return result
  }
}
