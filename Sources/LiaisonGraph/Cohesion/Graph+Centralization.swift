extension Graph {
  /// Freeman centralization: how far one node stands above all others, 1 for a star, 0 where all are
  /// equal.
  ///
  /// The sum of the differences from the greatest value, divided by that of a star of the same
  /// size: (n − 1)(n − 2) for the degree, (n − 1)² for in- or out-degree.
  ///
  /// - Parameters:
  ///   - direction: `.in` or `.out` for a directed graph; an undirected graph has one degree.
  /// - Returns: `nil` where n < 3, and for `.all` of a directed graph.
  /// - Complexity: O(n + m) time.
  /// - Reference: L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1
  ///   (1978) 215–239, doi:10.1016/0378-8733(78)90021-7.
  public func degreeCentralization(_ direction: Direction = .all) -> Double? {
    guard nodeCount >= 3, !isDirected || direction != .all else { return nil }
    let n = Double(nodeCount)
    let greatest = isDirected ? (n - 1) * (n - 1) : (n - 1) * (n - 2)
    return Graph.excess(degree(direction).values.map { Double($0) }) / greatest
  }

  /// Freeman centralization of betweenness over hops; see ``degreeCentralization(_:)``.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Returns: `nil` where n < 3.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: as ``betweenness(weights:normalized:sources:threads:progress:)``.
  public func betweennessCentralization(
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> Double? {
    guard nodeCount >= 3 else { return nil }
    let greatest = Double(nodeCount - 1) * pairsOfOthers
    return Graph.excess(try betweenness(threads: threads, progress: progress).values) / greatest
  }

  /// Freeman centralization of classic closeness over hops; see ``degreeCentralization(_:)``.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Returns: `nil` where n < 3, and for graphs that are directed or not connected.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: as ``closeness(_:weights:_:threads:progress:)``.
  public func closenessCentralization(
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> Double? {
    guard nodeCount >= 3, !isDirected else { return nil }
    var values: [Double] = []
    for value in try closeness(.classic, threads: threads, progress: progress).values {
      guard let value else { return nil }
      values.append(value)
    }
    let n = Double(nodeCount)
    return Graph.excess(values) / ((n - 1) * (n - 2) / (2 * n - 3))
  }

  /// The sum of the differences from the greatest value.
  private static func excess(_ values: [Double]) -> Double {
    let greatest = values.max() ?? 0
    var sum = 0.0
    for value in values { sum += greatest - value }
    return sum
  }
}
