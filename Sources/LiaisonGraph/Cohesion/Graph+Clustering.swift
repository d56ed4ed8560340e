extension Graph {
  /// The number of triangles at each node, direction ignored.
  ///
  /// - Parameter threads: how many threads at most; the result is the same for any number.
  /// - Complexity: O(n + m √m) time, O(n + m) space a thread.
  /// - Reference: N. Chiba and T. Nishizeki, Arboricity and subgraph listing algorithms, SIAM Journal on
  ///   Computing 14 (1985) 210–223, doi:10.1137/0214017.
  public func triangles(threads: Int? = nil) -> NodeMap<Int> {
    NodeMap(undirectedProjection().triangleCounts(threads: threads).map { Int($0) })
  }

  /// Local clustering: the share of the pairs of a node's neighbours that are tied, direction
  /// ignored.
  ///
  /// - Parameter threads: how many threads at most; the result is the same for any number.
  /// - Returns: `nil` for nodes with fewer than two neighbours (networkx gives 0 there).
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  /// - Reference: D. J. Watts and S. H. Strogatz, Collective dynamics of small-world networks, Nature
  ///   393 (1998) 440–442, doi:10.1038/30918.
  public func clustering(threads: Int? = nil) -> NodeMap<Double?> {
    let ties = undirectedProjection()
    let triangles = ties.triangleCounts(threads: threads)
    let offsets = ties.outgoing.offsets.span
    return NodeMap(
      triangles.indices.map { v in
        let neighbours = Int(offsets[v + 1] - offsets[v])
        let orderedPairs = neighbours * (neighbours - 1)
        return orderedPairs > 0 ? Double(2 * Int(triangles[v])) / Double(orderedPairs) : nil
      })
  }

  /// Transitivity: the share of connected triples that are closed, direction ignored.
  ///
  /// - Parameter threads: how many threads at most; the result is the same for any number.
  /// - Returns: `nil` where there is no connected triple (networkx gives 0).
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  /// - Reference: M. E. J. Newman, S. H. Strogatz and D. J. Watts, Random graphs with arbitrary
  ///   degree distributions and their applications, Physical Review E 64 (2001) 026118,
  ///   doi:10.1103/PhysRevE.64.026118.
  public func transitivity(threads: Int? = nil) -> Double? {
    let ties = undirectedProjection()
    var triples = 0
    for v in 0..<nodeCount {
      let neighbours = ties.outgoing.row(v).count
      triples += neighbours * (neighbours - 1) / 2
    }
    guard triples > 0 else { return nil }
    return Double(3 * ties.triangleCount(threads: threads)) / Double(triples)
  }

  /// Directed clustering: the share of the directed triangles that could be at a node that are.
  ///
  /// - Parameter progress: where to report, and to look whether to go on.
  /// - Returns: 0 for nodes that could have none, as networkx.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  /// - Reference: G. Fagiolo, Clustering in complex directed networks, Physical Review E 76 (2007)
  ///   026107, doi:10.1103/PhysRevE.76.026107.
  public func directedClustering(progress: RunProgress? = nil) throws(GraphError) -> NodeMap<Double>
  {
    let ties = symmetrized(weighted: false)
    let weights = ties.weights ?? []
    var found = [Double](repeating: 0, count: nodeCount)
    try ties.forEachTriangle(progress: progress) { nodes, opposite in
      let ways = 2 * weights[opposite.0] * weights[opposite.1] * weights[opposite.2]
      found[nodes.0] += ways
      found[nodes.1] += ways
      found[nodes.2] += ways
    }
    let total = degree()
    for v in 0..<nodeCount {
      var mutual = 0
      for k in ties.outgoing.row(v) where weights[Int(ties.outgoing.edges[k])] > 1 { mutual += 1 }
      let all = total.values[v]
      let possible = 2 * (all * (all - 1) - 2 * mutual)
      found[v] = possible > 0 ? found[v] / Double(possible) : 0
    }
    return NodeMap(found)
  }

  /// How weights enter local clustering.
  public enum WeightedClustering: String, Sendable, CaseIterable {
    /// The geometric mean of a triangle's three weights, each divided by the greatest of the graph;
    /// 0 for nodes with fewer than two neighbours (networkx).
    case onnela
    /// The mean of the weights of the node's own two ties; undefined for nodes with fewer than two
    /// neighbours (igraph).
    case barrat
  }

  /// Local clustering with weights, direction ignored: the weights of an arc and its reverse are summed,
  /// each of which is above zero.
  ///
  /// - Parameters:
  ///   - kind: how weights enter.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is not above zero, `weightNotFinite`
  ///   where weights are too great or too small to be summed, or `cancelled`.
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  /// - Reference: J.-P. Onnela, J. Saramäki, J. Kertész and K. Kaski, Intensity and coherence of motifs
  ///   in weighted complex networks, Physical Review E 71 (2005) 065103,
  ///   doi:10.1103/PhysRevE.71.065103; A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani,
  ///   The architecture of complex weighted networks, PNAS 101 (2004) 3747–3752,
  ///   doi:10.1073/pnas.0400087101.
  public func weightedClustering(
    _ kind: WeightedClustering, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double?> {
    let ties = undirectedProjection()
    _ = try simplified().edgeLengths(.cost)
    let weights = ties.weights ?? [Double](repeating: 1, count: ties.edgeCount)
    let greatest = weights.max() ?? 1
    var sums = [Double](repeating: 0, count: nodeCount)
    try ties.forEachTriangle(progress: progress) { nodes, opposite in
      let (a, b, c) = (weights[opposite.0], weights[opposite.1], weights[opposite.2])
      switch kind {
      case .onnela:
        let intensity = 2 * cubeRoot(a / greatest * (b / greatest) * (c / greatest))
        sums[nodes.0] += intensity
        sums[nodes.1] += intensity
        sums[nodes.2] += intensity
      case .barrat:
        sums[nodes.0] += b + c
        sums[nodes.1] += a + c
        sums[nodes.2] += a + b
      }
    }
    let strength = ties.weightedDegree()
    return NodeMap(
      (0..<nodeCount).map { v in
        let degree = Double(ties.outgoing.row(v).count)
        switch kind {
        case .onnela: return degree < 2 ? 0 : sums[v] / (degree * (degree - 1))
        case .barrat:
          return degree < 2 ? nil : sums[v] / (strength.values[v] * (degree - 1))
        }
      })
  }
}
