import LiaisonGraph

/// One measure as the peers know it; the clock runs around `run` only.
struct Kernel {
  /// Its name in `peers.py`.
  var name: String
  /// Gives one value a node or an edge, or one for the whole.
  var run: () throws -> [Double]

  /// The measures of a graph.
  ///
  /// - Parameters:
  ///   - sources: where searches of `…64src` start.
  ///   - ends: the root of dominators.
  static func all(
    of graph: Graph, sources: [Int], ends: (Int, Int), threads: Int
  ) -> [Kernel] {
    // Peers measure cohesion on the simple undirected graph, made before the clock starts.
    let ties = graph.undirectedProjection()
    let given = sources.map { NodeID($0) }
    var kernels = [
      Kernel(name: "closeness") {
        try graph.closeness(.reach, threads: threads).values.map { $0 ?? .nan }
      },
      Kernel(name: "harmonic") { try graph.harmonicCloseness(threads: threads).values },
      Kernel(name: "diameter") { [try graph.distances(threads: threads).diameter ?? 0] },
      Kernel(name: "betweenness") { try graph.betweenness(threads: threads).values },
      Kernel(name: "betweenness_64src") {
        try graph.betweenness(sources: given, threads: threads).values
      },
      Kernel(name: "edge_betweenness") { try graph.edgeBetweenness(threads: threads).values },
      Kernel(name: "pagerank") { try graph.pageRank().values },
      Kernel(name: "eigenvector") {
        try graph.eigenvectorCentrality().values?.values ?? []
      },
      Kernel(name: "kcore") { ties.coreNumbers().values.map { Double($0) } },
      Kernel(name: "local_clustering") { ties.clustering().values.map { $0 ?? 0 } },
      Kernel(name: "transitivity") { [ties.transitivity() ?? 0] },
      Kernel(name: "constraint") {
        try ties.structuralHoles().constraint.values.map { $0 ?? .nan }
      },
      Kernel(name: "wcc") { graph.weakComponents().component.values.map { Double($0) } },
      Kernel(name: "articulation") {
        ties.articulationPoints().map { Double($0.index) }
      },
      Kernel(name: "bridges") { ties.bridges().map { Double($0.source.index) } },
      Kernel(name: "biconnected") { [Double(ties.blockStructure().blocks.count)] },
    ]
    if graph.isDirected {
      kernels.append(
        Kernel(name: "scc") { graph.strongComponents().component.values.map { Double($0) } })
      kernels.append(
        Kernel(name: "hits") { try graph.hubsAndAuthorities().hubs?.values ?? [] })
      kernels.append(
        Kernel(name: "triad_census") {
          let census = graph.triadCensus()
          return census.counts.map { Double($0) }
        })
      kernels.append(
        Kernel(name: "dominators") {
          let tree = try graph.dominators(from: NodeID(ends.0))
          return tree.immediate.values.map { Double($0?.index ?? -1) }
        })
    }
    if graph.isWeighted {
      kernels.append(
        Kernel(name: "w_betweenness") {
          try graph.betweenness(weights: .cost, threads: threads).values
        })
      kernels.append(
        Kernel(name: "w_closeness") {
          try graph.closeness(.reach, weights: .cost, threads: threads).values.map { $0 ?? .nan }
        })
    }
    return kernels
  }
}
