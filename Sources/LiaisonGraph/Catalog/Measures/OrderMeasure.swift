public import LiaisonCatalog

/// Order without cycles: values `is_dag`, `dag.longest_path`, `transitive_closure.edges`, pairs `transitive_reduction`.
public struct OrderMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes closure and reduction are sought, for which a bit is held for each pair.
  static let limit = SizeLimit(20_000)

  public var page: CatalogPage {
    CatalogPage(
      id: "order",
      keys: ["is_dag", "dag", "transitive_reduction", "transitive_closure"],
      terms: [
        "DAG", "directed acyclic graph", "acyclic", "topological order", "transitive closure",
        "transitive reduction", "longest path",
      ],
      summary: "Whether arcs never lead back in a cycle, and how long chains are.",
      needs: "ties with a direction",
      meaning:
        "Of chains of authority: whether nobody is above himself, how many steps the longest "
        + "chain takes, how many pairs it orders, and which arcs carry the order (the others "
        + "are shortcuts).",
      conventions: """
        is_dag is 1 where there is no cycle, a self-loop being one, so that it is 0 where any \
        stands (networkx). The other figures leave self-loops out, and are given where there is \
        no other cycle: longest_path counts the ties of the longest chain, \
        transitive_closure.edges the ordered pairs of which the first reaches the second, and \
        transitive_reduction lists the ties without which one would not. The last two are given \
        \(Self.limit.words).
        """,
      doNotUseWhen:
        "Referrals may lead back with good reason: a cycle among them is no fault by itself.",
      reference: "A. V. Aho, M. R. Garey and J. D. Ullman, The transitive reduction of a directed "
        + "graph, SIAM Journal on Computing 1 (1972) 131–137, doi:10.1137/0201008",
      examples: [
        CatalogPage.Example(
          "A chain with a shortcut",
          text: "a → b, b → c, a → c",
          outcome: """
            is_dag is 1
            dag.longest_path is 2
            transitive_closure.edges is 3
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.isDirected else {
      result.skip(
        "is_dag", "dag.longest_path", "transitive_reduction", "transitive_closure",
        because: "ties have no direction")
      return result
    }
    try options.progress?.check()
    result.add("is_dag", graph.topologicalOrder() == nil ? 0 : 1)
    try options.progress?.check()
    guard let longest = graph.longestPathLength() else {
      result.skip(
        "dag.longest_path", "transitive_reduction", "transitive_closure",
        because: "arcs lead back in a cycle")
      return result
    }
    result.add("dag.longest_path", longest)
    guard Self.limit.allows(graph.nodeCount, options),
      let reduced = try graph.transitiveReduction(progress: options.progress)
    else {
      result.skip("transitive_reduction", "transitive_closure", beyond: Self.limit)
      return result
    }
    let arcs = reduced.arcs.map { MeasureResult.PairValue(pair: $0, value: 1) }
    result.pairColumns.append(
      MeasureResult.PairColumn(key: "transitive_reduction", values: arcs, isDirected: true))
    result.add("transitive_closure.edges", reduced.reachablePairs)
    return result
  }
}
