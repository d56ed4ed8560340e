public import LiaisonCatalog

/// Harmonic closeness: keys `harmonic.KIND.raw|norm.DIRECTION`.
public struct HarmonicMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "harmonic",
      keys: ["harmonic"],
      terms: ["harmonic centrality", "harmonic closeness"],
      summary: "Closeness that copes with networks in several pieces.",
      meaning: "The sum of 1 / distance to all others: those one step away count 1, two steps away "
        + "one half, those out of reach nothing. Norm divides by the number of others.",
      conventions: """
        raw is the sum, norm divides it by n − 1. \(Conventions.paths) \(Conventions.pathDirections) \
        networkx gives raw of in. \(Conventions.simple)
        """,
      doNotUseWhen:
        "A pathway must admit the person who walks it, which distances do not know: use the "
        + "pathway table of `liaison gaps`.",
      reference: "M. Marchiori and V. Latora, Harmony in the small-world, Physica A 285 (2000) "
        + "539–546, doi:10.1016/S0378-4371(00)00311-3",
      examples: [
        CatalogPage.Example(
          "Three in a row, and one alone",
          text: "a – b, b – c, d",
          outcome: """
            harmonic.unweighted.raw.all of a is 1.5
            harmonic.unweighted.norm.all of a is 0.5
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for (kind, direction) in PathFigure.all(of: graph, options, skipping: "harmonic", &result) {
      let raw = try graph.harmonicCloseness(
        weights: kind, direction, threads: options.threads, progress: options.progress)
      result.add("harmonic.\(kind).raw.\(direction)", nodes: raw)
      guard graph.nodeCount > 1 else {
        result.skip("harmonic.\(kind).norm.\(direction)", because: "fewer than two nodes")
        continue
      }
      let others = Double(graph.nodeCount - 1)
      result.add("harmonic.\(kind).norm.\(direction)", nodes: raw.mapValues { $0 / others })
    }
    return result
  }
}
