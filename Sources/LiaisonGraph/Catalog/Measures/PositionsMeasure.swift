public import LiaisonCatalog

/// Positions: keys `position.concor`, `position.equivalence`, pairs `equivalence.correlation`.
public struct PositionsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes positions are sought.
  static let limit = 500

  public var page: CatalogPage {
    CatalogPage(
      id: "positions",
      keys: ["position", "equivalence"],
      summary: "Which organizations stand in the same place: tied to the same others.",
      meaning:
        "Two organizations are structurally equivalent where they have the same ties to the same "
        + "others, whether or not they know each other: they could stand in for each other, or "
        + "compete. equivalence.correlation is how alike two are; concor and equivalence are the "
        + "number of the position of each, by two methods of four positions.",
      conventions: """
        The profile of a node is its row of ties, in a directed network its column too; entries \
        between the two that are compared are left out. Weights do not count. \
        equivalence.correlation is Pearson's, left out where a profile does not vary; \
        position.equivalence cuts the average linkage of it into four, position.concor splits \
        twice. Positions are numbered by their first member.
        """,
      doNotUseWhen:
        "You ask who works together: those are communities. The network has few ties: profiles "
        + "that are nearly empty are alike by that alone.",
      reference:
        "F. Lorrain and H. C. White, Structural equivalence of individuals in social networks, "
        + "Journal of Mathematical Sociology 1 (1971) 49–80, doi:10.1080/0022250X.1971.9989788; "
        + "R. L. Breiger, S. A. Boorman and P. Arabie, Journal of Mathematical Psychology 12 "
        + "(1975) 328–383, doi:10.1016/0022-2496(75)90028-0",
      examples: [
        CatalogPage.Example(
          "Two that are tied to the same others",
          text: "a – c, a – d, b – c, b – d, e",
          outcome: "equivalence.correlation of a – b is 1")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount <= PositionsMeasure.limit else {
      result.skip("position", "equivalence", because: "more than \(PositionsMeasure.limit) nodes")
      return result
    }
    let equivalence = try graph.structuralEquivalence()
    let clusters = equivalence.clustered(.average, areSimilarities: true).cut(into: 4)
    result.add("position.equivalence", nodes: clusters.component)
    result.add(
      "position.concor", nodes: try graph.concor(progress: options.progress).component)
    var pairs: [MeasureResult.PairValue] = []
    for a in graph.nodes {
      for b in graph.nodes where a < b {
        guard let value = equivalence[a, b] else { continue }
        pairs.append(MeasureResult.PairValue(pair: Edge(a, b), value: value))
      }
    }
    result.pairColumns.append(
      MeasureResult.PairColumn(key: "equivalence.correlation", values: pairs))
    return result
  }
}
