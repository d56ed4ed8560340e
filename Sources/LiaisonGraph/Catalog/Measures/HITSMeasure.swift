public import LiaisonCatalog

/// Hubs and authorities: keys `hits.KIND.hub|auth.sum1|max1`.
public struct HITSMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "hits",
      keys: ["hits"],
      terms: ["hubs and authorities", "hub", "authorities"],
      summary: "Nodes that point to the right ones, and those that are pointed to.",
      meaning:
        "A good hub refers to good authorities; a good authority is referred to by good hubs. "
        + "It tells senders from receivers.",
      conventions: """
        The leading singular vectors of the matrix of ties: sum1 sums to 1 (networkx), max1 has \
        the greatest score 1 (igraph). They are not given where the two largest singular values \
        are equal, as in an undirected network without cycles of odd length. \
        \(Conventions.strengths) \(Conventions.simple)
        """,
      doNotUseWhen: "The network is undirected: both scores are then the same.",
      reference:
        "J. M. Kleinberg, Authoritative sources in a hyperlinked environment, Journal of the "
        + "ACM 46 (1999) 604–632, doi:10.1145/324133.324140",
      examples: [
        CatalogPage.Example(
          "Two that point to one",
          text: "a → c, b → c",
          outcome: """
            hits.unweighted.hub.max1 of a is 1
            hits.unweighted.auth.max1 of c is 1
            hits.unweighted.auth.max1 of a is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for kind in StrengthFigure.kinds(of: graph, skipping: "hits", &result) {
      let scores = try graph.hubsAndAuthorities(
        weighted: kind.isWeighted, threads: options.threads, progress: options.progress)
      guard let hubs = scores.hubs, let authorities = scores.authorities else {
        result.skip("hits.\(kind)", because: scores.undefinedBecause ?? "undefined")
        continue
      }
      for (role, values) in [("hub", hubs.values), ("auth", authorities.values)] {
        result.add("hits.\(kind).\(role).sum1", nodes: NodeMap(VectorScale.sum.applied(to: values)))
        result.add(
          "hits.\(kind).\(role).max1", nodes: NodeMap(VectorScale.maximum.applied(to: values)))
      }
    }
    return result
  }
}
