public import LiaisonCatalog

/// Dominators from the first node: pairs `dominators.root_first` and the value `dominators.reachable`.
public struct DominatorsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "dominators",
      keys: ["dominators"],
      terms: ["dominator", "dominator tree", "immediate dominator"],
      summary: "Who stands on every way from the first node to each other.",
      needs: "ties with a direction",
      meaning: "For each organization that the first one of the file reaches, the nearest one that "
        + "no way to it avoids.",
      conventions: """
        Pairs are a dominator and the node that it stands before, nearest first; the first node \
        and those out of reach have none. Weights do not count.
        """,
      doNotUseWhen:
        "There are several entry points: use single points of failure of `liaison gaps`, "
        + "which join them to one root.",
      reference: "L. Georgiadis, R. E. Tarjan and R. F. Werneck, Finding dominators in practice, "
        + "Journal of Graph Algorithms and Applications 10 (2006) 69–94, doi:10.7155/jgaa.00119",
      examples: [
        CatalogPage.Example(
          "A chain of referral",
          text: "a → b, b → c",
          outcome: """
            dominators.root_first of b → c is 1
            dominators.reachable is 2
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.isDirected, graph.nodeCount > 0 else {
      result.skip(
        "dominators", because: graph.isDirected ? "there are no nodes" : "ties have no direction")
      return result
    }
    let tree = try graph.dominators(from: NodeID(0))
    var pairs: [MeasureResult.PairValue] = []
    for node in graph.nodes {
      guard let above = tree.immediate[node] else { continue }
      pairs.append(MeasureResult.PairValue(pair: Edge(above, node), value: 1))
    }
    result.pairColumns.append(
      MeasureResult.PairColumn(key: "dominators.root_first", values: pairs, isDirected: true))
    result.add("dominators.reachable", pairs.count)
    return result
  }
}
