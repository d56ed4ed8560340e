public import LiaisonCatalog

/// Clustering: keys `triangles`, `clustering.*`, values `transitivity`, `clustering.mean.*`.
public struct ClusteringMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "clustering",
      keys: ["clustering", "transitivity", "triangles"],
      terms: ["clustering coefficient", "local clustering", "triangle", "triadic closure"],
      summary: "How far those to whom a node is tied are tied to each other.",
      meaning: "The share of the pairs of an organization's partners who work together themselves. "
        + "null leaves out those with fewer than two partners, zero gives them 0; transitivity "
        + "is the same share over the whole network; fagiolo minds direction, onnela and barrat "
        + "weights.",
      conventions: """
        Direction is ignored but by fagiolo, the share of possible directed triangles (networkx \
        of directed networks). clustering.null is undefined below two partners (igraph), zero is \
        0 there (networkx); mean is the mean of each. Of the weighted ones onnela takes the \
        geometric mean of a triangle's weights divided by the greatest of the network \
        (networkx), and barrat the mean of the weights of the node's own two ties (igraph); both \
        need weights above zero, and sum those of a pair tied both ways.
        """,
      doNotUseWhen:
        "Rows of committees were turned into ties between all members: clustering is then "
        + "high by construction.",
      reference:
        "D. J. Watts and S. H. Strogatz, Collective dynamics of small-world networks, Nature "
        + "393 (1998) 440–442, doi:10.1038/30918; G. Fagiolo, Clustering in complex directed "
        + "networks, Physical Review E 76 (2007) 026107, doi:10.1103/PhysRevE.76.026107; J.-P. "
        + "Onnela, J. Saramäki, J. Kertész and K. Kaski, Intensity and coherence of motifs in "
        + "weighted complex networks, Physical Review E 71 (2005) 065103, "
        + "doi:10.1103/PhysRevE.71.065103; A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. "
        + "Vespignani, The architecture of complex weighted networks, PNAS 101 (2004) 3747–3752, "
        + "doi:10.1073/pnas.0400087101",
      examples: [
        CatalogPage.Example(
          "Three who are all tied, and one at the margin",
          text: "a – b, b – c, a – c, c – d",
          outcome: """
            clustering.null of a is 1
            clustering.zero of d is 0
            transitivity is 0.6
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let hasTies = graph.edgeCount > graph.loopCount
    let problem =
      graph.isWeighted && hasTies
      ? WeightProblem.ofPaths(graph, merged: graph.undirectedProjection()) : nil
    let kinds =
      graph.isWeighted && hasTies && problem == nil ? Graph.WeightedClustering.allCases : []
    let progress = options.progress
    progress?.expect(stages: 1 + (graph.isDirected && hasTies ? 1 : 0) + kinds.count)
    // Each of these is short.
    progress?.expect(3)
    result.add("triangles", nodes: graph.triangles(threads: options.threads))
    try progress?.step()
    let local = graph.clustering(threads: options.threads)
    try progress?.step()
    result.add("clustering.null", nodes: local)
    result.add("clustering.zero", nodes: local.mapValues { $0 ?? 0 })
    result.add("transitivity", graph.transitivity(threads: options.threads))
    try progress?.step()
    var sum = 0.0
    var defined = 0.0
    for value in local.values {
      guard let value else { continue }
      sum += value
      defined += 1
    }
    result.add("clustering.mean.null", defined > 0 ? sum / defined : nil)
    result.add("clustering.mean.zero", graph.nodeCount > 0 ? sum / Double(graph.nodeCount) : nil)
    if graph.isDirected, hasTies {
      result.add("clustering.fagiolo", nodes: try graph.directedClustering(progress: progress))
    } else {
      result.skip(
        "clustering.fagiolo", because: graph.isDirected ? "no ties" : "ties have no direction")
    }
    guard graph.isWeighted else { return result }
    guard hasTies else {
      result.skip("clustering.weighted", because: "no ties")
      return result
    }
    if let problem { result.skip(["clustering.weighted"], because: problem) }
    for kind in kinds {
      result.add(
        "clustering.weighted.\(kind.rawValue)",
        nodes: try graph.weightedClustering(kind, progress: progress))
    }
    return result
  }
}
