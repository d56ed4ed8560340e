public import LiaisonCatalog

/// Articulation points, bridges, blocks: sets `articulation`, `bridges`, `bicomponents`.
public struct ArticulationMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "articulation",
      keys: ["articulation", "bridges", "bicomponents"],
      terms: [
        "cutpoint", "articulation point", "cut vertex", "cut node", "bridge", "cut edge",
        "biconnected component", "block",
      ],
      summary: "Nodes and ties without which the network falls apart.",
      meaning:
        "An articulation point is an organization whose loss would separate others from each "
        + "other; a bridge is a tie whose loss would. Blocks are the parts that hold together "
        + "without any single one.",
      conventions: """
        Direction is ignored: ties both ways between two are one tie, and may be a bridge. \
        Blocks (bicomponents) have two members or more; an articulation point lies in several.
        """,
      doNotUseWhen:
        "Direction matters: for who is unavoidable on the way to a service, use dominators or "
        + "`liaison gaps`.",
      reference: "J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph "
        + "manipulation, Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272",
      examples: [
        CatalogPage.Example(
          "Three in a row",
          text: "a – b, b – c",
          outcome: """
            articulation holds b
            bridges holds a, b
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let structure = graph.blockStructure()
    result.add("articulation", set: structure.articulationPoints)
    result.add("bridges", sets: structure.bridges.map { [$0.source, $0.target] })
    result.add("bicomponents", sets: structure.blocks)
    return result
  }
}
