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
  ///   - ends: the root of dominators; where flow comes from and goes to.
  ///   - capacities: of the edges, for flow.
  ///   - alpha: the attenuation of Katz centrality.
  static func all(
    of graph: Graph, sources: [Int], ends: (Int, Int), capacities: [Double], alpha: Double? = nil,
    threads: Int
  ) throws -> [Kernel] {
    // Peers measure cohesion on the simple undirected graph, made before the clock starts.
    let ties = graph.undirectedProjection()
    let given = sources.map { NodeID($0) }
    var kernels = [
      Kernel(name: "closeness") {
        try graph.closeness(.normalized, threads: threads).values.map { $0 ?? .nan }
      },
      Kernel(name: "harmonic") { try graph.harmonicCloseness(threads: threads).values },
      Kernel(name: "eccentricity") {
        try graph.distanceSummaries(threads: threads).values.map(\.eccentricity)
      },
      Kernel(name: "distance_sums") {
        try graph.distanceSummaries(threads: threads).values.map(\.total)
      },
      Kernel(name: "diameter") { [Double(try graph.diameter(threads: threads) ?? 0)] },
      Kernel(name: "betweenness") { try graph.betweenness(threads: threads).values },
      Kernel(name: "betweenness_64src") {
        try graph.betweenness(sources: given, threads: threads).values
      },
      Kernel(name: "edge_betweenness") { try graph.edgeBetweenness(threads: threads).values },
      Kernel(name: "pagerank") { try graph.pageRank(threads: threads).values },
      Kernel(name: "katz") {
        try graph.katzCentrality(alpha: alpha, threads: threads).values.values
      },
      Kernel(name: "eigenvector") {
        try graph.eigenvectorCentrality(threads: threads).values?.values ?? []
      },
      Kernel(name: "kcore") { ties.coreNumbers().values.map { Double($0) } },
      Kernel(name: "local_clustering") { ties.clustering().values.map { $0 ?? 0 } },
      Kernel(name: "transitivity") { [ties.transitivity() ?? 0] },
      Kernel(name: "constraint") {
        try ties.constraint().values.map { $0 ?? .nan }
      },
      Kernel(name: "leiden") { try ties.leiden().community.values.map { Double($0) } },
      Kernel(name: "louvain") { try ties.louvain().community.values.map { Double($0) } },
      Kernel(name: "bfs64") {
        let found = try graph.reachability(from: given, threads: threads)
        return [Double(found.sources.count)]
      },
      Kernel(name: "load") {
        let copy = try Graph(
          nodeCount: graph.nodeCount, edges: graph.edges, directed: graph.isDirected,
          weights: graph.weights)
        return [Double(copy.edgeCount)]
      },
      Kernel(name: "wcc") { graph.weakComponents().component.values.map { Double($0) } },
      Kernel(name: "articulation") {
        ties.articulationPoints().map { Double($0.index) }
      },
      Kernel(name: "bridges") { ties.bridges().map { Double($0.source.index) } },
      Kernel(name: "biconnected") { [Double(ties.blockStructure().blocks.count)] },
    ]
    if capacities.count == graph.edgeCount {
      let network = try Graph(
        nodeCount: graph.nodeCount, edges: graph.edges, directed: graph.isDirected,
        weights: capacities)
      kernels.append(
        Kernel(name: "maxflow") {
          [try network.maximumFlow(from: NodeID(ends.0), to: NodeID(ends.1)).value]
        })
    }
    if graph.isDirected {
      kernels.append(
        Kernel(name: "scc") { graph.strongComponents().component.values.map { Double($0) } })
      kernels.append(
        Kernel(name: "hits") { try graph.hubsAndAuthorities(threads: threads).hubs?.values ?? [] })
      kernels.append(
        Kernel(name: "triad_census") {
          let census = try graph.triadCensus()
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
          try graph.closeness(.normalized, weights: .cost, threads: threads).values.map {
            $0 ?? .nan
          }
        })
    }
    return kernels
  }
}
