public import LiaisonCatalog

/// Eccentricity: keys `eccentricity.KIND.DIRECTION`.
public struct EccentricityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "eccentricity",
      keys: ["eccentricity"],
      terms: ["eccentricity centrality"],
      summary: "Distance of the farthest node that a node reaches.",
      meaning: "How many steps the longest of an organization's shortest ways takes. Others out of "
        + "reach do not count, so that an isolate has 0.",
      conventions: """
        \(Conventions.paths) \(Conventions.pathDirections) \(Conventions.simple)
        """,
      doNotUseWhen:
        "The network is in several pieces: a small value then may only mean a small piece.",
      reference:
        "P. Hage and F. Harary, Eccentricity and centrality in networks, Social Networks 17 "
        + "(1995) 57–63, doi:10.1016/0378-8733(94)00248-9",
      examples: [
        CatalogPage.Example(
          "Three in a row, and one alone",
          text: "a – b, b – c, d",
          outcome: """
            eccentricity.unweighted.all of a is 2
            eccentricity.unweighted.all of d is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for (kind, direction) in PathFigure.all(of: graph, options, skipping: "eccentricity", &result) {
      let values = try graph.eccentricity(
        weights: kind, direction, threads: options.threads, progress: options.progress)
      result.add("eccentricity.\(kind).\(direction)", nodes: values)
    }
    return result
  }
}
