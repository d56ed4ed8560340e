public import LiaisonCatalog

/// Distances of the whole: values `mean_distance`, `diameter`, `radius`, `wiener`,
/// `efficiency.global`, `connectedness.reach`.
public struct DistancesMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "distances",
      keys: [
        "mean_distance", "diameter", "radius", "wiener", "efficiency.global", "connectedness.reach",
      ],
      terms: [
        "geodesic", "geodesic distance", "shortest path", "average path length",
        "characteristic path length", "global efficiency", "Wiener index",
      ],
      summary: "How far the network stretches.",
      meaning: "Mean distance and diameter are over pairs that reach each other; efficiency is the "
        + "mean of 1 / distance over all pairs; connectedness.reach is the share of ordered "
        + "pairs of which the first reaches the second.",
      conventions: """
        Steps along ties; pairs are ordered in a directed network. wiener is the sum of \
        distances, each undirected pair once; pairs out of reach are left out of it (networkx: \
        infinite where there is one). radius is the least of the greatest distances from \
        each node; who reaches nobody has 0, and makes it 0 (igraph; networkx refuses networks \
        in several pieces). Efficiency counts pairs out of reach as 0.
        """,
      doNotUseWhen:
        "The network is in several pieces: the mean distance then leaves out the worst pairs; "
        + "use the efficiency.",
      reference: "V. Latora and M. Marchiori, Efficient behavior of small-world networks, Physical "
        + "Review Letters 87 (2001) 198701, doi:10.1103/PhysRevLett.87.198701",
      examples: [
        CatalogPage.Example(
          "Five in a row",
          text: "a – b, b – c, c – d, d – e",
          outcome: """
            mean_distance is 2
            diameter is 4
            radius is 2
            wiener is 20
            """),
        CatalogPage.Example(
          "Two pairs, which do not reach each other",
          text: "a – b, c – d",
          outcome: """
            mean_distance is 1
            wiener is 2
            """),
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let distances = try graph.distances(threads: options.threads, progress: options.progress)
    result.add("mean_distance", distances.mean)
    result.add("diameter", distances.diameter)
    result.add("radius", distances.radius)
    result.add("wiener", distances.wiener)
    result.add("efficiency.global", distances.efficiency)
    result.add("connectedness.reach", distances.reachability)
    return result
  }
}
