public import LiaisonCatalog

/// The triad census: values `triads.003` to `triads.300`.
public struct TriadsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "triads",
      keys: ["triads"],
      terms: ["triad census", "triad", "MAN census"],
      summary: "How often each way occurs in which three nodes can be tied.",
      meaning: "Names give the numbers of mutual, one-way and missing ties among three "
        + "organizations, then the direction: 030T is a shortcut past an intermediary, 030C a "
        + "cycle, 021C a chain of referral.",
      conventions: """
        All sets of three nodes count, 003 those without a tie. An undirected network counts as \
        one in which all ties are mutual (003, 102, 201 and 300). networkx, igraph and sna \
        agree.
        """,
      doNotUseWhen:
        "Networks of different size or density are compared: compare with what chance would "
        + "give.",
      reference: "P. W. Holland and S. Leinhardt, A method for detecting structure in sociometric "
        + "data, American Journal of Sociology 76 (1970) 492–513, doi:10.1086/224954",
      examples: [
        CatalogPage.Example(
          "A shortcut past an intermediary",
          text: "a → b, b → c, a → c",
          outcome: "triads.030T is 1")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let census: TriadCensus
    do throws(GraphError) {
      census = try graph.triadCensus(progress: options.progress)
    } catch {
      guard error.code == .tooLarge else { throw error }
      result.skip("triads", because: error.message)
      return result
    }
    for (name, count) in zip(TriadCensus.names, census.counts) {
      result.add("triads.\(name)", count)
    }
    return result
  }
}
