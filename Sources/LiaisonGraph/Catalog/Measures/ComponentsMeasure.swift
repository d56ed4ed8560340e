public import LiaisonCatalog

/// Components: sets `components.weak`, `components.strong`, `isolates`, and their numbers.
public struct ComponentsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "components",
      keys: ["components", "component.largest", "isolates"],
      terms: ["component", "connected component", "weak component", "strong component", "isolate"],
      summary: "The pieces that the network falls into, and who stands alone.",
      meaning: "Organizations in different weak components have no connection at all; those in one "
        + "strong component reach each other along the direction of the ties.",
      conventions: """
        Weak pieces hang together whatever the direction; the strong ones of an undirected \
        network are the same, and left out. One node alone is a piece too; isolates are those \
        tied to nobody but themselves.
        """,
      doNotUseWhen: "Ties are missing from the record: pieces then may be holes in the data.",
      reference:
        "R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing "
        + "1 (1972) 146–160, doi:10.1137/0201010",
      examples: [
        CatalogPage.Example(
          "A pair, and one alone",
          text: "a – b, c",
          outcome: """
            components.weak.count is 2
            component.largest is 2
            isolates holds c
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let weak = graph.weakComponents()
    result.add("components.weak", sets: weak.members)
    result.add("components.weak.count", weak.count)
    result.add("component.largest", weak.sizes.max() ?? 0)
    result.add("isolates", set: graph.isolates())
    guard graph.isDirected else {
      result.skip("components.strong", because: "ties have no direction")
      return result
    }
    let strong = graph.strongComponents()
    result.add("components.strong", sets: strong.members)
    result.add("components.strong.count", strong.count)
    return result
  }
}
