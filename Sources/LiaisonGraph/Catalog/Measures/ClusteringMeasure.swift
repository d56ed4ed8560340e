public import LiaisonCatalog

/// Clustering: keys `triangles`, `clustering.*`, values `transitivity`, `clustering.mean.*`.
public struct ClusteringMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "clustering",
      summary: "How far those to whom a node is tied are tied to each other.",
      meaning: "The share of the pairs of an organization's partners who work together themselves. "
        + "null leaves out those with fewer than two partners, zero gives them 0; transitivity "
        + "is the same share over the whole network; fagiolo minds direction, onnela and barrat "
        + "weights.",
      doNotUseWhen:
        "Rows of committees were turned into ties between all members: clustering is then "
        + "high by construction.",
      reference:
        "D. J. Watts and S. H. Strogatz, Collective dynamics of small-world networks, Nature "
        + "393 (1998) 440–442, doi:10.1038/30918; G. Fagiolo, Physical Review E 76 (2007) "
        + "026107, doi:10.1103/PhysRevE.76.026107")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    result.add("triangles", nodes: graph.triangles())
    let local = graph.clustering()
    result.add("clustering.null", nodes: local)
    result.add("clustering.zero", nodes: local.mapValues { $0 ?? 0 })
    result.add("transitivity", graph.transitivity())
    var sum = 0.0
    var defined = 0.0
    for value in local.values {
      guard let value else { continue }
      sum += value
      defined += 1
    }
    result.add("clustering.mean.null", defined > 0 ? sum / defined : nil)
    result.add("clustering.mean.zero", graph.nodeCount > 0 ? sum / Double(graph.nodeCount) : nil)
    guard graph.edgeCount > graph.loopCount else { return result }
    if graph.isDirected {
      result.add("clustering.fagiolo", nodes: graph.directedClustering())
    } else if graph.isWeighted, graph.simplified().hasPositiveWeights {
      for kind in Graph.WeightedClustering.allCases {
        result.add(
          "clustering.weighted.\(kind.rawValue)", nodes: try graph.weightedClustering(kind))
      }
    }
    return result
  }
}
