public import LiaisonCatalog

/// Reciprocity and the dyad census: values `reciprocity.*`, `dyads.*`.
public struct ReciprocityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "reciprocity",
      keys: ["dyads", "reciprocity"],
      terms: ["mutuality", "dyad census", "dyad"],
      summary: "How many ties are returned.",
      meaning: "arc is the share of ties that are returned, dyad the share of tied pairs that are "
        + "tied both ways; dyadic_sna also counts pairs without any tie as symmetric.",
      conventions: """
        dyads counts pairs: mutual ones are tied both ways, asymmetric ones one way, null ones \
        not at all. arc is returned ties / ties (networkx, igraph), dyad mutual pairs / tied \
        pairs (UCINET), dyadic_sna mutual and null pairs / all pairs (sna). In an undirected \
        network every tied pair is mutual, and only dyads is given. Weights do not count. \
        Self-loops are left out and repeated rows count once.
        """,
      doNotUseWhen: "The ties are referrals: a referral that is not returned is no fault.",
      reference: "P. W. Holland and S. Leinhardt, A method for detecting structure in sociometric "
        + "data, American Journal of Sociology 76 (1970) 492–513, doi:10.1086/224954",
      examples: [
        CatalogPage.Example(
          "One referral that is returned, and one that is not",
          text: "a → b, b → a, b → c",
          outcome: """
            dyads.mutual is 1
            dyads.asymmetric is 1
            reciprocity.dyad is 0.5
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let census = graph.dyadCensus()
    result.add("dyads.mutual", census.mutual)
    result.add("dyads.asymmetric", census.asymmetric)
    result.add("dyads.null", census.null)
    guard graph.isDirected else {
      result.skip("reciprocity", because: "ties have no direction")
      return result
    }
    result.add("reciprocity.arc", census.arcReciprocity)
    result.add("reciprocity.dyad", census.dyadReciprocity)
    result.add("reciprocity.dyadic_sna", census.symmetry)
    return result
  }
}
