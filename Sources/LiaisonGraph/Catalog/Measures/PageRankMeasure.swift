public import LiaisonCatalog

/// PageRank: keys `pagerank.KIND`, and of walks that start at given nodes `pagerank.KIND.from`.
public struct PageRankMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "pagerank",
      keys: ["pagerank"],
      terms: ["page rank", "random walk"],
      summary: "Where a walker is found who follows ties and now and then starts anew.",
      meaning:
        "The share of time that somebody spends at an organization who is passed on from one "
        + "to the next at random and, with chance 0.15, starts again anywhere.",
      conventions: """
        The walker goes on with chance 0.85 and else starts anew anywhere alike; who cannot go \
        on starts anew too. Ties of an undirected network lead both ways. Shares sum to 1. \
        from starts at the nodes given (--from) alone, each alike, the first time and anew. \
        \(Conventions.strengths) \(Conventions.simple)
        """,
      doNotUseWhen:
        "People are not passed on at random: for who can reach what, use the pathway table of "
        + "`liaison gaps`.",
      reference:
        "S. Brin and L. Page, The anatomy of a large-scale hypertextual Web search engine, "
        + "Computer Networks 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X",
      examples: [
        CatalogPage.Example(
          "A cycle of four, in which all are alike",
          text: "a → b, b → c, c → d, d → a",
          outcome: "pagerank.unweighted of a is 0.25")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for kind in StrengthFigure.kinds(of: graph, skipping: "pagerank", &result) {
      result.add(
        "pagerank.\(kind)",
        nodes: try graph.pageRank(
          weighted: kind.isWeighted, threads: options.threads, progress: options.progress))
      guard let sources = options.sources else { continue }
      var starts = NodeMap(repeating: 0.0, count: graph.nodeCount)
      for node in sources {
        guard graph.contains(node) else {
          throw .nodeOutOfRange(node.index, nodeCount: graph.nodeCount)
        }
        starts[node] = 1
      }
      result.add(
        "pagerank.\(kind).from",
        nodes: try graph.pageRank(
          weighted: kind.isWeighted, personalization: starts, threads: options.threads,
          progress: options.progress))
    }
    return result
  }
}
