public import LiaisonCatalog

/// Connectivity: values `edge_connectivity`, `node_connectivity`.
public struct ConnectivityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "connectivity",
      summary: "How many ties, or nodes, must fail before somebody is cut off.",
      meaning: "1 means that a single failure can cut some organization off from another; in a "
        + "directed network, that some organization is then out of reach of another.",
      doNotUseWhen:
        "Somebody at the margin has one tie: the figure is then 1 whatever the rest is like.",
      reference:
        "S. Even and R. E. Tarjan, Network flow and testing graph connectivity, SIAM Journal "
        + "on Computing 4 (1975) 507–518, doi:10.1137/0204043")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount >= 2, graph.edgeCount > graph.loopCount else { return result }
    guard graph.nodeCount <= 500 else {
      result.skip("edge_connectivity, node_connectivity", because: "more than 500 nodes")
      return result
    }
    result.add("edge_connectivity", try graph.edgeConnectivity())
    result.add("node_connectivity", try graph.nodeConnectivity())
    return result
  }
}
