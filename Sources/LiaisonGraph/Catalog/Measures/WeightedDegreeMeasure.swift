public import LiaisonCatalog

/// Weighted degree: keys `strength.*`.
public struct WeightedDegreeMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "strength",
      keys: ["strength"],
      terms: ["weighted degree", "node strength"],
      summary: "Sum of the weights of each node's ties.",
      meaning: "How much cooperation runs through an organization when each tie counts by its "
        + "strength. Without weights it is the degree.",
      conventions: """
        all is in plus out. Self-loops are left out; the weights of repeated rows are summed. \
        Weights may be zero or below: they are summed with their sign.
        """,
      doNotUseWhen:
        "Weights are ranks or codes rather than amounts, or some are negative and what is for and "
        + "against must not cancel out: their sum then means nothing.",
      reference: "A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani, The architecture "
        + "of complex weighted networks, PNAS 101 (2004) 3747–3752, doi:10.1073/pnas.0400087101",
      examples: [
        CatalogPage.Example(
          "Ties of strength 2 and 3",
          text: "a – b (2), b – c (3)",
          outcome: "strength.all of b is 5")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    if graph.isDirected {
      result.add("strength.in", nodes: graph.weightedDegree(.in))
      result.add("strength.out", nodes: graph.weightedDegree(.out))
    }
    result.add("strength.all", nodes: graph.weightedDegree())
    return result
  }
}
