public import LiaisonCatalog

/// Core numbers: keys `core.undirected`, `core.all`, `core.in`, `core.out`.
public struct CoreMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "core",
      keys: ["core"],
      terms: ["k-core", "core number", "coreness", "k-shell"],
      summary: "The densest core that a node belongs to.",
      meaning: "A core number of k means: the organization belongs to a group in which each has at "
        + "least k ties within the group. The highest numbers are the inner core of the "
        + "cooperation.",
      conventions: """
        undirected counts neighbours, whatever the direction (UCINET); in and out count ties of \
        that direction, all both, so that a pair tied both ways counts two (networkx, igraph). \
        Weights do not count. Self-loops are left out and repeated rows count once.
        """,
      doNotUseWhen:
        "Rows of committees were turned into ties between all members: each committee is then "
        + "a core of its own.",
      reference: "S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983) "
        + "269–287, doi:10.1016/0378-8733(83)90028-X",
      examples: [
        CatalogPage.Example(
          "Three who are all tied, and one at the margin",
          text: "a – b, b – c, a – c, c – d",
          outcome: """
            core.undirected of a is 2
            core.undirected of d is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    result.add("core.undirected", nodes: graph.coreNumbers(.undirected))
    guard graph.isDirected else { return result }
    for variant in [CoreVariant.all, .in, .out] {
      result.add("core.\(variant.rawValue)", nodes: graph.coreNumbers(variant))
    }
    return result
  }
}
