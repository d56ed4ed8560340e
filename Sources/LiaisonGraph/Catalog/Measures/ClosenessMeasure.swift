public import LiaisonCatalog

/// Closeness: keys `closeness.KIND.VARIANT.DIRECTION`.
public struct ClosenessMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "closeness",
      keys: ["closeness"],
      terms: ["closeness centrality"],
      summary: "How few steps a node is from the others.",
      meaning:
        "An organization with high closeness reaches the others, or is reached by them (in), "
        + "through few intermediaries. The variants differ in how they treat those that cannot "
        + "be reached: reach ignores them, wf scales by their share, classic is undefined, "
        + "ucinet counts them as one step beyond the farthest, vf gives them nothing.",
      conventions: """
        Of n nodes one reaches r others, at distances that sum to s; D is the greatest distance \
        of the network. reach is r / s (igraph); wf is r / (n − 1) · r / s (networkx; Wasserman \
        and Faust); raw is 1 / s; classic (n − 1) / s, where all are reached; ucinet has the \
        same with D + 1 for each that is not; vf is the mean of (D + 1 − d) / D over the others, \
        0 for those not reached (Valente and Foreman). The last two are of steps alone. \
        \(Conventions.paths) \(Conventions.pathDirections) networkx takes in, igraph in R out and in \
        Python all. \(Conventions.simple)
        """,
      doNotUseWhen:
        "The network is in several pieces: use harmonic closeness. A pathway must admit the "
        + "person who walks it, which distances do not know: use the pathway table of `liaison "
        + "gaps`.",
      reference: "L. C. Freeman, Centrality in social networks: conceptual clarification, Social "
        + "Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7; S. Wasserman and K. Faust, "
        + "Social Network Analysis: Methods and Applications, Cambridge University Press 1994, "
        + "doi:10.1017/CBO9780511815478; T. W. Valente and R. K. Foreman, Integration and radiality: "
        + "measuring the extent of an individual's connectedness and reachability in a network, "
        + "Social Networks 20 (1998) 89–105, doi:10.1016/S0378-8733(97)00007-5",
      examples: [
        CatalogPage.Example(
          "Three in a row, and one alone",
          text: "a – b, b – c, d",
          outcome: """
            closeness.unweighted.reach.all of b is 1
            closeness.unweighted.raw.all of b is 0.5
            closeness.unweighted.wf.all of d is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for (kind, direction) in PathFigure.all(of: graph, options, skipping: "closeness", &result) {
      let summaries = try graph.distanceSummaries(
        weights: kind, direction, threads: options.threads, progress: options.progress)
      for variant in ClosenessVariant.allCases {
        let isOfHops = variant == .ucinet || variant == .valenteForeman
        if isOfHops, kind != .unweighted { continue }
        let key = "closeness.\(kind).\(variant.rawValue).\(direction)"
        guard !isOfHops || graph.nodeCount > 1 else {
          result.skip(key, because: "fewer than two nodes")
          continue
        }
        let values = Graph.closeness(variant, summaries)
        if variant == .valenteForeman, values.values.contains(nil) {
          result.skip(key, because: "no ties")
        } else {
          result.add(key, nodes: values)
        }
      }
    }
    return result
  }
}
