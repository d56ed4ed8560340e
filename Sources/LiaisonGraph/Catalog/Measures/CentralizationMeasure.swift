public import LiaisonCatalog

/// Freeman centralization: values `centralization.*`.
public struct CentralizationMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "centralization",
      keys: ["centralization"],
      terms: ["Freeman centralization", "network centralization", "centralisation"],
      summary: "How far the network hangs on one node.",
      meaning: "1 is a star, in which everything runs through one organization; 0 is a network in "
        + "which all are equal.",
      conventions: """
        The sum of differences from the greatest value, divided by that of a star of as many \
        nodes: degree (n − 1)(n − 2), in- and out-degree (n − 1)², betweenness of steps, and \
        classic closeness, of undirected networks in one piece alone. Not given below three \
        nodes.
        """,
      doNotUseWhen:
        "Two equal centres share the network: the value is low, and the dependence is not.",
      reference: "L. C. Freeman, Centrality in social networks: conceptual clarification, Social "
        + "Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7",
      examples: [
        CatalogPage.Example(
          "A star",
          text: "a – b, a – c, a – d",
          outcome: """
            centralization.degree is 1
            centralization.betweenness is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount >= 3 else {
      result.skip("centralization", because: "fewer than three nodes")
      return result
    }
    options.progress?.expect(stages: graph.isDirected ? 1 : 2)
    if graph.isDirected {
      result.add("centralization.degree.in", graph.degreeCentralization(.in))
      result.add("centralization.degree.out", graph.degreeCentralization(.out))
    } else {
      result.add("centralization.degree", graph.degreeCentralization())
    }
    result.add(
      "centralization.betweenness",
      try graph.betweennessCentralization(threads: options.threads, progress: options.progress))
    guard !graph.isDirected else {
      result.skip("centralization.closeness", because: "ties have a direction")
      return result
    }
    if let value = try graph.closenessCentralization(
      threads: options.threads, progress: options.progress)
    {
      result.add("centralization.closeness", value)
    } else {
      result.skip("centralization.closeness", because: "in several pieces")
    }
    return result
  }
}
