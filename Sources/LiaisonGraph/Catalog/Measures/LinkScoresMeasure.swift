public import LiaisonCatalog

/// Scores of missing ties: pairs `link.*`.
public struct LinkScoresMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes pairs are scored.
  static let limit = SizeLimit(2_000)

  public var page: CatalogPage {
    CatalogPage(
      id: "links",
      keys: ["link"],
      terms: [
        "link prediction", "common neighbours", "common neighbors", "Jaccard", "Adamic–Adar",
        "resource allocation", "preferential attachment",
      ],
      summary: "Which nodes are not tied although their neighbours suggest it.",
      meaning: "For two organizations without a tie but with partners in common: how many, which "
        + "share of all their partners, and sums in which partners of many count less.",
      conventions: """
        Direction and weights are ignored. Only pairs with a partner in common have scores: \
        common_neighbours is how many, jaccard that / all partners of the two, adamic_adar Σ 1 / \
        ln(degree) and resource_allocation Σ 1 / degree over those in common, \
        preferential.where_common the product of the two degrees. \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "A tie would be wrong or prohibited: the scores know nothing of mandates. They find "
        + "what is likely, and gaps are what is needed: use `liaison gaps`.",
      reference:
        "D. Liben-Nowell and J. Kleinberg, The link-prediction problem for social networks, "
        + "JASIST 58 (2007) 1019–1031, doi:10.1002/asi.20591; L. A. Adamic and E. Adar, Friends "
        + "and neighbors on the Web, Social Networks 25 (2003) 211–230, "
        + "doi:10.1016/S0378-8733(03)00009-1; T. Zhou, L. Lü and Y.-C. Zhang, Predicting missing "
        + "links via local information, European Physical Journal B 71 (2009) 623–630, "
        + "doi:10.1140/epjb/e2009-00335-8",
      examples: [
        CatalogPage.Example(
          "Two with one partner in common, and no other",
          text: "a – b, b – c",
          outcome: """
            link.common_neighbours of a – c is 1
            link.jaccard of a – c is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount >= 2 else {
      result.skip("link", because: "fewer than two nodes")
      return result
    }
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("link", beyond: Self.limit)
      return result
    }
    let scores = try graph.linkScores(progress: options.progress)
    func add(_ key: String, _ score: (LinkScore) -> Double) {
      let values = scores.map { MeasureResult.PairValue(pair: $0.pair, value: score($0)) }
      result.pairColumns.append(MeasureResult.PairColumn(key: key, values: values))
    }
    add("link.common_neighbours") { Double($0.commonNeighbours) }
    add("link.jaccard") { $0.jaccard }
    add("link.adamic_adar") { $0.adamicAdar }
    add("link.resource_allocation") { $0.resourceAllocation }
    add("link.preferential.where_common") { Double($0.preferentialAttachment) }
    return result
  }
}
