public import LiaisonCatalog

/// Numbers of ties: keys `degree.*` and `neighbours`.
public struct DegreeMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "degree",
      keys: ["degree", "neighbours"],
      terms: ["degree centrality", "in-degree", "out-degree", "indegree", "outdegree", "neighbor"],
      summary: "Number of ties of each node.",
      meaning:
        "How many others an organization is tied to directly; of referrals, how many it sends "
        + "to (out) and gets from (in). Keys with raw count self-loops twice and every repeated "
        + "row.",
      conventions: """
        all is in plus out, so that a pair tied both ways counts two; neighbours counts it once. \
        Self-loops are left out and repeated rows count once, but in raw. norm is all divided by \
        n − 1, and may reach 2 in a directed network (networkx).
        """,
      doNotUseWhen:
        "Some organizations were never asked: those who answered have more ties on record, "
        + "whatever they do.",
      reference: "L. C. Freeman, Centrality in social networks: conceptual clarification, Social "
        + "Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7",
      examples: [
        CatalogPage.Example(
          "A chain of referral",
          text: "a → b, b → c",
          outcome: """
            degree.in of b is 1
            degree.all of b is 2
            degree.out of c is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    if graph.isDirected {
      result.add("degree.in", nodes: graph.degree(.in))
      result.add("degree.out", nodes: graph.degree(.out))
    }
    result.add("degree.all", nodes: graph.degree())
    result.add("neighbours", nodes: graph.neighbourCounts())
    result.add("degree.raw_all", nodes: graph.rawDegree())
    if graph.isDirected {
      result.add("degree.raw_in", nodes: graph.rawDegree(.in))
      result.add("degree.raw_out", nodes: graph.rawDegree(.out))
    }
    if graph.nodeCount > 1 {
      result.add("degree.norm", nodes: graph.normalizedDegree())
    } else {
      result.skip("degree.norm", because: "fewer than two nodes")
    }
    return result
  }
}
