public import LiaisonCatalog

/// What is lost with each node: keys `removal.F.delta.*`, `removal.DF.delta.*`.
public struct RemovalMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes each is taken away.
  static let limit = SizeLimit(1_000)

  public var page: CatalogPage {
    CatalogPage(
      id: "removal",
      keys: ["removal"],
      terms: ["node removal", "vitality", "delta centrality"],
      summary: "By how much the network falls apart when a node goes.",
      meaning: "The growth of fragmentation when one organization is taken away: F over who still "
        + "reaches whom, DF also over how far. Negative where the organization was badly "
        + "connected itself.",
      conventions: """
        F is the share of pairs that do not reach each other, DF 1 − the mean of 1 / distance; \
        the figure is that without the node − that with it, each over the pairs that are there \
        (UCINET prints the same). undirected ignores direction, directed takes ordered pairs \
        along ties. Weights do not count. \(Self.limit.sentence)
        """,
      doNotUseWhen: "Several may fail together: use key players.",
      reference:
        "S. P. Borgatti, Identifying sets of key players in a social network, Computational "
        + "and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x",
      examples: [
        CatalogPage.Example(
          "A star",
          text: "a – b, a – c, a – d",
          outcome: """
            removal.F.delta.undirected of a is 1
            removal.F.delta.undirected of b is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount >= 3 else {
      result.skip("removal", because: "fewer than three nodes")
      return result
    }
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("removal", beyond: Self.limit)
      return result
    }
    let directions: [(String, Direction)] =
      graph.isDirected ? [("undirected", .all), ("directed", .out)] : [("undirected", .all)]
    options.progress?.expect(stages: directions.count)
    for (name, direction) in directions {
      guard
        let impact = try graph.removalImpact(
          direction, threads: options.threads, progress: options.progress)
      else { continue }
      result.add("removal.F.delta.\(name)", nodes: impact.fragmentation)
      result.add("removal.DF.delta.\(name)", nodes: impact.distanceFragmentation)
    }
    return result
  }
}
