public import LiaisonCatalog

/// How large the graph is: keys `n`, `m`, `loops`, `parallel`.
public struct SizeMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "size",
      keys: ["n", "m", "loops", "parallel"],
      terms: ["number of nodes", "number of edges", "vertex", "vertices"],
      summary: "Numbers of nodes, ties, self-loops and repeated ties.",
      meaning: "How many organizations there are, and how many pairs of them are tied. Self-loops "
        + "and repetitions in the data are counted apart and left out of other measures.",
      conventions: """
        n is nodes, m tied pairs (in a directed network arcs), without self-loops and \
        repetitions; loops counts self-loops, parallel rows that repeat an earlier one, in an \
        undirected network also in the other order.
        """,
      doNotUseWhen: """
        Somebody stands in the file under two ids, or bodies among organizations: each counts. \
        How many there are says nothing of who was asked; see `liaison ask`.
        """,
      reference: "S. Wasserman and K. Faust, Social Network Analysis: Methods and Applications, "
        + "Cambridge University Press 1994, doi:10.1017/CBO9780511815478",
      examples: [
        CatalogPage.Example(
          "A tie that is written down twice, and one of a node to itself",
          text: "a – b, a – b, c – c",
          outcome: """
            n is 3
            m is 1
            loops is 1
            parallel is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    result.add("n", graph.nodeCount)
    result.add("m", graph.edgeCount - graph.loopCount - graph.parallelCount)
    result.add("loops", graph.loopCount)
    result.add("parallel", graph.parallelCount)
    return result
  }
}
