extension Graph {
  /// The share of the other mode's nodes that each node is tied to.
  ///
  /// - Returns: `nil` for each node where the other mode has none.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one mode a node.
  /// - Complexity: O(n + m).
  /// - Reference: S. P. Borgatti and D. S. Halgin, Analyzing affiliation networks, in The Sage
  ///   Handbook of Social Network Analysis, 2011, doi:10.4135/9781446294413.n28.
  public func twoModeDegree(_ modes: TwoModes) throws(GraphError) -> NodeMap<Double?> {
    let rows = try twoModeRows(modes)
    let sizes = modes.sizes
    return NodeMap(
      nodes.map { node in
        let others = sizes[1 - modes.mode[node]]
        return others > 0 ? Double(rows.row(node.index).count) / Double(others) : nil
      })
  }

  /// The share of ties between the two modes that exist; `nil` where one mode has no node.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one mode a node.
  /// - Complexity: O(n + m).
  public func twoModeDensity(_ modes: TwoModes) throws(GraphError) -> Double? {
    let ties = try twoModeRows(modes).targets.count / 2
    let possible = modes.sizes[0] * modes.sizes[1]
    return possible > 0 ? Double(ties) / Double(possible) : nil
  }

  /// Closeness in a two-mode network: the least sum of distances that a node of its mode can have,
  /// divided by its own, times the share of the other nodes that it reaches; 0 where it reaches none.
  ///
  /// Hops, direction ignored (networkx: `bipartite.closeness_centrality`). The least sum is that of a whole
  /// network in one piece, and a node's own that over the nodes it reaches: in a network of several pieces the
  /// figure may be above 1.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one mode a node, or with
  ///   `cancelled`.
  /// - Complexity: O(n (n + m)).
  /// - Reference: as for ``twoModeDegree(_:)``.
  public func twoModeCloseness(
    _ modes: TwoModes, threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    try requireModes(modes)
    let sizes = modes.sizes
    let summaries = try distanceSummaries(.all, threads: threads, progress: progress)
    return NodeMap(
      nodes.map { node in
        let summary = summaries[node]
        guard summary.total > 0 else { return 0 }
        let mode = modes.mode[node]
        let least = Double(sizes[1 - mode] + 2 * (sizes[mode] - 1))
        return least / summary.total * Double(summary.reached) / Double(nodeCount - 1)
      })
  }

  /// Betweenness in a two-mode network, divided by the most that a node of its mode can have.
  ///
  /// Hops, direction ignored (networkx: `bipartite.betweenness_centrality`).
  ///
  /// - Returns: `nil` where no node of the mode can lie between others.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one mode a node, or with
  ///   `cancelled`.
  /// - Complexity: O(n m).
  /// - Reference: as for ``twoModeDegree(_:)``.
  public func twoModeBetweenness(
    _ modes: TwoModes, threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double?> {
    try requireModes(modes)
    let sizes = modes.sizes
    let most = [
      Graph.mostBetweenness(sizes[0], sizes[1]), Graph.mostBetweenness(sizes[1], sizes[0]),
    ]
    let raw = try undirectedProjection().betweenness(threads: threads, progress: progress)
    return NodeMap(
      nodes.map { node in
        let most = most[modes.mode[node]]
        return most > 0 ? raw[node] / most : nil
      })
  }

  /// The greatest betweenness of a node among `own` of its mode and `others` of the other.
  private static func mostBetweenness(_ own: Int, _ others: Int) -> Double {
    guard own > 0, others > 0 else { return 0 }
    let (s, t) = (own - 1).quotientAndRemainder(dividingBy: others)
    let (m, a, b) = (Double(others), Double(s), Double(t))
    return (m * m * (a + 1) * (a + 1) + m * (a + 1) * (2 * b - a - 1) - b * (2 * a - b + 3)) / 2
  }
}
