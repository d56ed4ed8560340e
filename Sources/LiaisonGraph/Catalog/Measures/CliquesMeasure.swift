public import LiaisonCatalog

/// Cliques: values `clique_number`, `cliques.maximal.ge2`, `cliques.maximal.ge3`.
public struct CliquesMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many cliques are counted.
  static let limit = SizeLimit(100_000, "cliques")

  public var page: CatalogPage {
    CatalogPage(
      id: "cliques",
      keys: ["clique_number", "cliques"],
      terms: ["clique", "maximal clique", "clique number"],
      summary: "Cliques: organizations that are all tied to each other.",
      meaning:
        "The size of the largest clique, and the number of the maximal ones, which lie in no "
        + "larger one, of two or three members and more.",
      conventions: """
        Direction is ignored. ge2 counts cliques of two members and more, ge3 of three and more; \
        clique_number is 1 where there is no tie. \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "Rows of committees were turned into ties between all members: each committee is then "
        + "a clique.",
      reference:
        "C. Bron and J. Kerbosch, Algorithm 457, Communications of the ACM 16 (1973) 575–577, "
        + "doi:10.1145/362342.362367",
      examples: [
        CatalogPage.Example(
          "Three who are all tied, and one at the margin",
          text: "a – b, b – c, a – c, c – d",
          outcome: """
            clique_number is 3
            cliques.maximal.ge2 is 2
            cliques.maximal.ge3 is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount > 0 else {
      result.skip("clique_number", "cliques", because: "there are no nodes")
      return result
    }
    guard
      let cliques = try graph.maximalCliques(
        limit: options.isOfAnySize ? .max : Self.limit.count, progress: options.progress)
    else {
      result.skip("clique_number", "cliques", beyond: Self.limit)
      return result
    }
    result.add("cliques.maximal.ge2", cliques.count)
    result.add("clique_number", cliques.map(\.count).max() ?? 1)
    result.add("cliques.maximal.ge3", cliques.filter { $0.count >= 3 }.count)
    return result
  }
}
