/// What the network loses with each node.
public struct RemovalImpact: Sendable, Equatable {
  /// The fragmentation without the node, less that with it.
  public var fragmentation: NodeMap<Double>
  /// The same of distance-weighted fragmentation.
  public var distanceFragmentation: NodeMap<Double>
}

extension Graph {
  /// By how much fragmentation grows when a node is taken away, over the nodes that remain.
  ///
  /// Negative where the node was itself badly connected. UCINET prints the same difference (`mcent`).
  ///
  /// - Parameters:
  ///   - direction: `.out` for ordered pairs along arcs, `.all` to ignore direction.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Returns: `nil` where n < 3.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n (n + m) d) time at worst, d being the greatest distance; near O(n (n + m)) where
  ///   few ways hang on one node. O(n) space a part of the work.
  /// - Reference: S. P. Borgatti, Identifying sets of key players in a social network, Computational
  ///   and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func removalImpact(
    _ direction: Direction = .all, threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> RemovalImpact? {
    guard nodeCount >= 3 else { return nil }
    let graph = direction == .all ? undirectedProjection() : simplified()
    let (outgoing, incoming) =
      direction == .in ? (graph.incoming, graph.outgoing) : (graph.outgoing, graph.incoming)
    let losses = try outgoing.removalLosses(
      reversed: incoming, threads: threads, progress: progress)
    let n = Double(nodeCount)
    let (before, after) = (n * (n - 1), (n - 1) * (n - 2))
    let (reached, closeness) = (Double(losses.pairs) / before, losses.closeness / before)
    return RemovalImpact(
      fragmentation: NodeMap(
        losses.lostPairs.map { reached - Double(losses.pairs - $0) / after }),
      distanceFragmentation: NodeMap(
        losses.lostCloseness.map { closeness - (losses.closeness - $0) / after }))
  }
}
