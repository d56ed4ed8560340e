extension Graph {
  /// The number of distinct ties at each node.
  ///
  /// Counted on the simplified graph: self-loops do not count and parallel edges count once. In a
  /// directed graph `.all` is in-degree plus out-degree, so a mutual pair counts two; for distinct
  /// neighbours see ``neighbourCounts()``.
  ///
  /// - Parameters:
  ///   - direction: arcs that leave a node, that enter it, or both.
  /// - Complexity: O(n) time and space where the graph is simple, else O(n + m).
  /// - Reference: L. C. Freeman, Centrality in social networks: conceptual clarification, Social
  ///   Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7.
  public func degree(_ direction: Direction = .all) -> NodeMap<Int> {
    simplified().rawDegree(direction)
  }

  /// The number of edge ends at each node: parallel edges count each, a self-loop counts two (in a
  /// directed graph one way each).
  ///
  /// - Complexity: O(n) time and space.
  public func rawDegree(_ direction: Direction = .all) -> NodeMap<Int> {
    var counts = [Int](repeating: 0, count: nodeCount)
    for rows in rows(direction) {
      for v in 0..<nodeCount { counts[v] += rows.row(v).count }
    }
    return NodeMap(counts)
  }

  /// The degree divided by the greatest possible number of neighbours, n − 1.
  ///
  /// In a directed graph in- and out-degree are summed, so a value may reach 2.
  ///
  /// - Returns: `nil` for every node where n < 2.
  /// - Complexity: O(n) time and space where the graph is simple, else O(n + m).
  public func normalizedDegree(_ direction: Direction = .all) -> NodeMap<Double?> {
    let n = nodeCount
    return degree(direction).mapValues { n > 1 ? Double($0) / Double(n - 1) : nil }
  }

  /// The number of distinct nodes that each node is tied to, direction ignored.
  ///
  /// - Complexity: O(n + m) time and space.
  public func neighbourCounts() -> NodeMap<Int> { undirectedProjection().rawDegree() }

  /// The sum of the weights of each node's ties (its *strength*).
  ///
  /// Self-loops do not count; parallel edges do, each. In a directed graph `.all` is the sum of both
  /// directions. Weights may be zero or negative; where there are none, each edge weighs 1.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  /// - Reference: A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani, The architecture
  ///   of complex weighted networks, PNAS 101 (2004) 3747–3752, doi:10.1073/pnas.0400087101.
  public func weightedDegree(_ direction: Direction = .all) -> NodeMap<Double> {
    var sums = [Double](repeating: 0, count: nodeCount)
    for rows in rows(direction) {
      for v in 0..<nodeCount {
        for k in rows.row(v) where Int(rows.targets[k]) != v {
          sums[v] += weights?[Int(rows.edges[k])] ?? 1
        }
      }
    }
    return NodeMap(sums)
  }
}
