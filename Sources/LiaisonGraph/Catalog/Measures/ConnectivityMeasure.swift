public import LiaisonCatalog

/// Connectivity: values `edge_connectivity`, `node_connectivity`.
public struct ConnectivityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes connectivity is sought.
  static let limit = SizeLimit(500)

  public var page: CatalogPage {
    CatalogPage(
      id: "connectivity",
      keys: ["edge_connectivity", "node_connectivity"],
      terms: [
        "node connectivity", "vertex connectivity", "edge connectivity", "minimum cut", "min-cut",
      ],
      summary: "How many ties, or nodes, must fail before somebody is cut off.",
      meaning: "1 means that a single failure can cut some organization off from another; in a "
        + "directed network, that some organization is then out of reach of another.",
      conventions: """
        In a directed network ways go along ties, and the figure is 0 where somebody is out of \
        another's reach as it is. A network in which all are tied to all has n − 1. Weights do \
        not count, and repeated rows count once. \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "Somebody at the margin has one tie: the figure is then 1 whatever the rest is like.",
      reference:
        "S. Even and R. E. Tarjan, Network flow and testing graph connectivity, SIAM Journal "
        + "on Computing 4 (1975) 507–518, doi:10.1137/0204043",
      examples: [
        CatalogPage.Example(
          "A cycle of four",
          text: "a – b, b – c, c – d, d – a",
          outcome: """
            edge_connectivity is 2
            node_connectivity is 2
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("edge_connectivity", "node_connectivity", beyond: Self.limit)
      return result
    }
    guard graph.edgeCount > graph.loopCount else {
      result.skip("edge_connectivity", "node_connectivity", because: "no ties")
      return result
    }
    options.progress?.expect(stages: 2)
    result.add("edge_connectivity", try graph.edgeConnectivity(progress: options.progress))
    result.add("node_connectivity", try graph.nodeConnectivity(progress: options.progress))
    return result
  }
}
