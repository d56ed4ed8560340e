public import LiaisonCatalog

/// Connectedness: values `connectedness.weak`, `fragmentation`, `distance_fragmentation`.
public struct ConnectednessMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "connectedness",
      keys: ["connectedness.weak", "fragmentation", "distance_fragmentation"],
      terms: ["distance-weighted fragmentation"],
      summary: "Share of the pairs that are connected at all.",
      meaning: "connectedness is the share of pairs with some connection, fragmentation the share "
        + "without any; distance_fragmentation also counts a long connection as a partial one. "
        + "Direction is ignored.",
      conventions: """
        Direction and weights are ignored, and each pair counts once. distance_fragmentation is \
        1 − the mean of 1 / distance over all pairs (Borgatti). Undefined below two nodes.
        """,
      doNotUseWhen: "Ties are missing from the record: fragmentation then measures the record.",
      reference:
        "S. P. Borgatti, Identifying sets of key players in a social network, Computational "
        + "and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x",
      examples: [
        CatalogPage.Example(
          "Three in a row, and one alone",
          text: "a – b, b – c, d",
          outcome: """
            connectedness.weak is 0.5
            fragmentation is 0.5
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let connectedness = try graph.connectedness(
      threads: options.threads, progress: options.progress)
    result.add("connectedness.weak", connectedness.connectedness)
    result.add("fragmentation", connectedness.fragmentation)
    result.add("distance_fragmentation", connectedness.distanceFragmentation)
    return result
  }
}
