/// What all distances of a graph add up to, over hops along arcs.
public struct GraphDistances: Sendable, Equatable {
  /// The mean distance of pairs that reach each other; `nil` where there is none.
  public var mean: Double?
  /// The greatest distance of such a pair; `nil` in an empty graph.
  public var diameter: Double?
  /// The least eccentricity: how far a node that is nearest to its farthest has to go. Nodes out of reach
  /// do not count, so that it is 0 where a node reaches nobody (igraph); `nil` in an empty graph.
  public var radius: Double?
  /// The sum of the distances over pairs that reach each other (ordered where the graph is directed). Of a
  /// graph in pieces it is the sum over the pieces: 2 of a–b, c–d, where networkx has an infinite one.
  public var wiener: Double
  /// The mean of 1 / distance over all pairs, 0 for those that do not reach each other; `nil` where
  /// n < 2.
  public var efficiency: Double?
  /// The share of ordered pairs that reach each other; `nil` where n < 2.
  public var reachability: Double?
}

/// How far a graph hangs together, direction ignored; all `nil` where n < 2.
public struct GraphConnectedness: Sendable, Equatable {
  /// The share of pairs joined by a path (Krackhardt).
  public var connectedness: Double?
  /// The share of pairs not joined by any path.
  public var fragmentation: Double?
  /// 1 − the mean of 1 / distance over all pairs (Borgatti).
  public var distanceFragmentation: Double?
}

extension Graph {
  /// Mean distance, diameter, radius, Wiener index, efficiency and reachability over hops.
  ///
  /// Pairs that do not reach each other are left out of mean, diameter, radius and Wiener index. Defined on
  /// the simplified graph; in a directed graph pairs are ordered.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n (n + m)) time, O(n + m) space a thread.
  /// - Reference: V. Latora and M. Marchiori, Efficient behavior of small-world networks, Physical
  ///   Review Letters 87 (2001) 198701, doi:10.1103/PhysRevLett.87.198701.
  public func distances(threads: Int? = nil, progress: RunProgress? = nil) throws(GraphError)
    -> GraphDistances
  {
    let summaries = try distanceSummaries(threads: threads, progress: progress)
    let (reached, total, harmonic, farthest) = Graph.totals(summaries)
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return GraphDistances(
      mean: reached > 0 ? total / reached : nil,
      diameter: nodeCount > 0 ? farthest : nil,
      radius: summaries.values.map(\.eccentricity).min(),
      wiener: isDirected ? total : total / 2,
      efficiency: nodeCount > 1 ? harmonic / pairs : nil,
      reachability: nodeCount > 1 ? reached / pairs : nil)
  }

  /// Connectedness, fragmentation and distance-weighted fragmentation, direction ignored.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n (n + m)) time, O(n + m) space a thread.
  /// - Reference: D. Krackhardt, Graph theoretical dimensions of informal organizations, in
  ///   Computational Organization Theory, 1994, 89–111; S. P. Borgatti, Identifying sets of key
  ///   players in a social network, Computational and Mathematical Organization Theory 12 (2006)
  ///   21–34, doi:10.1007/s10588-006-7084-x.
  public func connectedness(threads: Int? = nil, progress: RunProgress? = nil) throws(GraphError)
    -> GraphConnectedness
  {
    guard nodeCount > 1 else { return GraphConnectedness() }
    let (reached, _, harmonic, _) = Graph.totals(
      try distanceSummaries(.all, threads: threads, progress: progress))
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return GraphConnectedness(
      connectedness: reached / pairs, fragmentation: 1 - reached / pairs,
      distanceFragmentation: 1 - harmonic / pairs)
  }

  /// Sums over all nodes, and the greatest eccentricity.
  private static func totals(
    _ summaries: NodeMap<DistanceSummary>
  ) -> (reached: Double, total: Double, harmonic: Double, farthest: Double) {
    var sums = (reached: 0.0, total: 0.0, harmonic: 0.0, farthest: 0.0)
    for summary in summaries.values {
      sums.reached += Double(summary.reached)
      sums.total += summary.total
      sums.harmonic += summary.harmonic
      sums.farthest = max(sums.farthest, summary.eccentricity)
    }
    return sums
  }
}
