public import LiaisonCatalog

/// Betweenness: keys `betweenness.KIND.raw|norm`, and of given sources `betweenness.KIND.from`.
public struct BetweennessMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "betweenness",
      keys: ["betweenness"],
      terms: ["betweenness centrality", "shortest-path betweenness"],
      summary: "How often a node lies on the shortest paths between others.",
      meaning:
        "An organization with high betweenness connects others who have no shorter way round "
        + "it: a broker, or a bottleneck. Raw counts pairs of others; norm divides by the "
        + "number of pairs.",
      conventions: """
        A pair of others counts once in an undirected network, and once each way in a directed \
        one; where several paths are shortest each counts its share. The ends of a path do not \
        count. norm divides by (n − 1)(n − 2), in an undirected network by half of that; it is 0 \
        below three nodes. igraph gives raw, networkx norm, UCINET 100 times norm. \
        \(Conventions.paths) Paths are as long as each other where they differ by less than \
        1e-13 of their length; igraph takes them for equal up to about 1e-10, and networkx only \
        where all digits are, so that their figures differ where lengths come that near. from counts, in a directed network, the paths that begin at the \
        nodes given (--from) alone; in an undirected one a pair of two of them once, and one of \
        them and another half. \(Conventions.simple)
        """,
      doNotUseWhen:
        "You ask who breaks the pathway when it fails: shortest paths leave out the way "
        + "round; use single points of failure of `liaison gaps`, or articulation points. Ties "
        + "are missing at random: betweenness is among the measures that change most.",
      reference:
        "U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical "
        + "Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249; L. C. Freeman, A set "
        + "of measures of centrality based on betweenness, Sociometry 40 (1977) 35–41, "
        + "doi:10.2307/3033543",
      examples: [
        CatalogPage.Example(
          "Three in a row",
          text: "a – b, b – c",
          outcome: """
            betweenness.unweighted.raw of b is 1
            betweenness.unweighted.norm of b is 1
            betweenness.unweighted.raw of a is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let kinds = PathFigure.kinds(of: graph, options, skipping: "betweenness", &result)
    func wanted(_ figures: String...) -> [PathWeights] {
      kinds.filter { kind in figures.contains { options.wants("betweenness.\(kind).\($0)") } }
    }
    let ofAll = wanted("raw", "norm")
    let ofSources = options.sources == nil ? [] : wanted("from")
    options.progress?.expect(stages: ofAll.count + ofSources.count)
    let pairs = graph.pairsOfOthers
    for kind in ofAll {
      let raw = try graph.betweenness(
        weights: kind, threads: options.threads, progress: options.progress)
      result.add("betweenness.\(kind).raw", nodes: raw)
      let normalized = raw.mapValues { pairs > 0 ? $0 / pairs : 0 }
      result.add("betweenness.\(kind).norm", nodes: normalized)
    }
    for kind in ofSources {
      result.add(
        "betweenness.\(kind).from",
        nodes: try graph.betweenness(
          weights: kind, sources: options.sources, threads: options.threads,
          progress: options.progress))
    }
    return result
  }
}
