public import LiaisonCatalog

/// Density: value `density`.
public struct DensityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "density",
      keys: ["density"],
      terms: ["graph density", "connectance"],
      summary: "Share of the possible ties that exist.",
      meaning: "1 would mean that each organization is tied to each other.",
      conventions: """
        Ties / (n (n − 1)) in a directed network, twice that in an undirected one; undefined \
        below two nodes. Self-loops are left out and repeated rows count once.
        """,
      doNotUseWhen:
        "Networks of different size are compared: larger ones are sparser by nature. More "
        + "ties are not better in themselves.",
      reference: "S. Wasserman and K. Faust, Social Network Analysis: Methods and Applications, "
        + "Cambridge University Press 1994, ch. 4, doi:10.1017/CBO9780511815478",
      examples: [
        CatalogPage.Example(
          "Four in a row: three ties of six",
          text: "a – b, b – c, c – d",
          outcome: "density is 0.5")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    result.add("density", graph.density())
    return result
  }
}
