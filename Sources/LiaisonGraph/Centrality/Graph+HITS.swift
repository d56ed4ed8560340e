/// Hubs and authorities, or why there are none.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// How far a node points to good authorities; `nil` where the graph has no single answer.
  public var hubs: NodeMap<Double>?
  /// How far good hubs point to a node; `nil` where the graph has no single answer.
  public var authorities: NodeMap<Double>?
  /// Why there are no scores.
  public var undefinedBecause: String?
}

extension Graph {
  /// Hubs and authorities (HITS): the leading singular vectors of the adjacency matrix.
  ///
  /// They are the eigenvector of the graph in which each node stands twice, once for the arcs that
  /// leave it and once for those that enter it. Undefined where the largest singular value is not
  /// simple, as in a connected bipartite undirected graph. Defined on the simplified graph.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - scale: how the scores are scaled.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is negative.
  /// - Complexity: O(k (n + m)) time for k steps; O(n + m) space.
  /// - Reference: J. M. Kleinberg, Authoritative sources in a hyperlinked environment, Journal of the
  ///   ACM 46 (1999) 604–632, doi:10.1145/324133.324140.
  public func hubsAndAuthorities(
    weighted: Bool = false, scale: VectorScale = .sum
  ) throws(GraphError) -> HubsAndAuthorities {
    let graph = try strengths(weighted: weighted)
    let n = nodeCount
    var edges: [Edge] = []
    var weights: [Double] = []
    for v in 0..<n {
      for k in graph.outgoing.row(v) {
        edges.append(Edge(v, n + Int(graph.outgoing.targets[k])))
        weights.append(graph.weights?[Int(graph.outgoing.edges[k])] ?? 1)
      }
    }
    let twice = Graph(checked: edges, nodeCount: 2 * n, directed: false, weights: weights)
    let found = try DominantEigenvector(twice)
    guard let vector = found.vector else {
      return HubsAndAuthorities(undefinedBecause: found.reason)
    }
    return HubsAndAuthorities(
      hubs: NodeMap(scale.applied(to: Array(vector[..<n]))),
      authorities: NodeMap(scale.applied(to: Array(vector[n...]))))
  }
}
