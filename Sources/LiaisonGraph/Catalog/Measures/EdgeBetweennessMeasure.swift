public import LiaisonCatalog

/// Edge betweenness: keys `edge_betweenness.KIND.raw|norm`.
public struct EdgeBetweennessMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "edge_betweenness",
      keys: ["edge_betweenness"],
      terms: ["edge betweenness", "edge betweenness centrality"],
      summary: "How often a tie lies on the shortest paths between nodes.",
      meaning: "A tie with high edge betweenness joins parts of the network that are otherwise far "
        + "apart.",
      conventions: """
        A pair counts once in an undirected network, and once each way in a directed one; where \
        several paths are shortest each counts its share. The ends of the tie count: a tie that \
        is the only way between its own ends has 1 at least. raw is that count (igraph); norm divides \
        it by n (n − 1), in an undirected network by half of that (networkx): it is the share of \
        all pairs. \(Conventions.paths) \
        \(Conventions.simple)
        """,
      doNotUseWhen: "You ask which tie the network cannot do without: that is a bridge (measure "
        + "articulation).",
      reference: "M. Girvan and M. E. J. Newman, Community structure in social and biological "
        + "networks, PNAS 99 (2002) 7821–7826, doi:10.1073/pnas.122653799",
      examples: [
        CatalogPage.Example(
          "Four in a row",
          text: "a – b, b – c, c – d",
          outcome: """
            edge_betweenness.unweighted.raw of a – b is 3
            edge_betweenness.unweighted.raw of b – c is 4
            edge_betweenness.unweighted.norm of a – b is 0.5
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let simple = graph.simplified()
    for kind in PathFigure.kinds(of: graph, options, skipping: "edge_betweenness", &result) {
      let raw = try simple.edgeBetweenness(
        weights: kind, threads: options.threads, progress: options.progress)
      result.add(
        "edge_betweenness.\(kind).raw", edges: simple.edges, raw, isDirected: graph.isDirected)
      // Where there is a tie there are pairs.
      let pairs = simple.pairsOfNodes
      result.add(
        "edge_betweenness.\(kind).norm", edges: simple.edges, raw.mapValues { $0 / pairs },
        isDirected: graph.isDirected)
    }
    return result
  }
}
