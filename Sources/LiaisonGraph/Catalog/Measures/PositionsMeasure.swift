public import LiaisonCatalog

/// Positions: keys `position.equivalence`, `position.euclidean`, `position.concor`, pairs
/// `equivalence.correlation`, `equivalence.euclidean`.
public struct PositionsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes positions are sought.
  static let limit = SizeLimit(500)

  public var page: CatalogPage {
    CatalogPage(
      id: "positions",
      keys: ["position", "equivalence"],
      terms: ["structural equivalence", "CONCOR", "blockmodel", "block model", "social role"],
      summary: "Which organizations stand in the same place: tied to the same others.",
      meaning:
        "Two organizations are structurally equivalent where they have the same ties to the same "
        + "others, whether or not they know each other: they could stand in for each other, or "
        + "compete. equivalence.correlation is how alike two are, and equivalence.euclidean how far "
        + "apart; concor, equivalence and euclidean are the number of the position of each, by three "
        + "methods of up to four positions.",
      conventions: """
        The profile of a node is its row of ties, in a directed network its column too. Weights \
        do not count. equivalence leaves out the entries between the two that are compared: \
        correlation is Pearson's, not given where a profile does not vary, euclidean the \
        distance, 0 where both are tied to the same others. position.equivalence cuts the \
        average linkage of the one into up to four, position.euclidean that of the other. Two \
        that are wholly alike are not parted, also where neither profile varies, as where all are \
        tied to all; in a directed network they may be where a third is wholly alike to one of \
        them alone. position.concor keeps all entries, takes a node's tie to itself for none, and \
        splits twice, likewise into up to four; a part whose members are all as alike as each \
        other, or that falls into no two halves, stays whole, and so do two with the same ties to \
        all others. Those \
        without any tie stand in one of their own, a fifth. Positions are numbered by their \
        first member. \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "You ask who works together: those are communities. The network has few ties: profiles "
        + "that are nearly empty are alike by that alone.",
      reference:
        "F. Lorrain and H. C. White, Structural equivalence of individuals in social networks, "
        + "Journal of Mathematical Sociology 1 (1971) 49–80, doi:10.1080/0022250X.1971.9989788; "
        + "R. L. Breiger, S. A. Boorman and P. Arabie, An algorithm for clustering relational data "
        + "with applications to social network analysis and comparison with multidimensional "
        + "scaling, Journal of Mathematical Psychology 12 (1975) 328–383, "
        + "doi:10.1016/0022-2496(75)90028-0",
      examples: [
        CatalogPage.Example(
          "Two that are tied to the same others",
          text: "a – c, a – d, b – c, b – d, e",
          outcome: """
            equivalence.correlation of a – b is 1
            equivalence.euclidean of a – b is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("position", "equivalence", beyond: Self.limit)
      return result
    }
    let keys: [(EquivalenceMeasure, position: String)] = [
      (.correlation, "position.equivalence"), (.euclidean, "position.euclidean"),
    ]
    for (measure, key) in keys {
      let equivalence = try graph.structuralEquivalence(measure)
      result.add(key, nodes: graph.positions(from: equivalence, measure).component)
      var pairs: [MeasureResult.PairValue] = []
      for a in graph.nodes {
        for b in graph.nodes where a < b {
          guard let value = equivalence[a, b] else { continue }
          pairs.append(MeasureResult.PairValue(pair: Edge(a, b), value: value))
        }
      }
      result.pairColumns.append(
        MeasureResult.PairColumn(key: "equivalence.\(measure.rawValue)", values: pairs))
    }
    result.add(
      "position.concor", nodes: try graph.concor(progress: options.progress).component)
    return result
  }
}
