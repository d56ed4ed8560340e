public import LiaisonCatalog

/// Reciprocity and the dyad census: values `reciprocity.*`, `dyads.*`.
public struct ReciprocityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "reciprocity",
      summary: "How many ties are returned.",
      meaning: "arc is the share of ties that are returned, dyad the share of tied pairs that are "
        + "tied both ways; dyadic_sna also counts pairs without any tie as symmetric.",
      doNotUseWhen: "The ties are referrals: a referral that is not returned is no fault.",
      reference: "P. W. Holland and S. Leinhardt, A method for detecting structure in sociometric "
        + "data, American Journal of Sociology 76 (1970) 492–513, doi:10.1086/224954")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let census = graph.dyadCensus()
    result.add("dyads.mutual", census.mutual)
    result.add("dyads.asymmetric", census.asymmetric)
    result.add("dyads.null", census.null)
    guard graph.isDirected else { return result }
    result.add("reciprocity.arc", graph.arcReciprocity())
    result.add("reciprocity.dyad", graph.dyadReciprocity())
    let pairs = Double(census.mutual + census.asymmetric + census.null)
    result.add(
      "reciprocity.dyadic_sna", pairs > 0 ? 1 - Double(census.asymmetric) / pairs : nil)
    return result
  }
}
