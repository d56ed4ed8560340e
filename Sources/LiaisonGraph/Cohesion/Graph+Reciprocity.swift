/// How many pairs of nodes are tied both ways, one way, not at all.
public struct DyadCensus: Sendable, Equatable {
  /// Pairs with an arc each way; in an undirected graph all tied pairs.
  public var mutual: Int
  /// Pairs with an arc one way only.
  public var asymmetric: Int
  /// Pairs without a tie.
  public var null: Int

  /// The share of arcs that are returned; `nil` where there is none.
  public var arcReciprocity: Double? {
    let arcs = 2 * mutual + asymmetric
    return arcs > 0 ? Double(2 * mutual) / Double(arcs) : nil
  }

  /// The share of tied pairs that are tied both ways; `nil` where none is tied.
  public var dyadReciprocity: Double? {
    let tied = mutual + asymmetric
    return tied > 0 ? Double(mutual) / Double(tied) : nil
  }

  /// The share of all pairs that are tied both ways or not at all (sna); `nil` where n < 2.
  public var symmetry: Double? {
    let pairs = mutual + asymmetric + null
    return pairs > 0 ? 1 - Double(asymmetric) / Double(pairs) : nil
  }
}

extension Graph {
  /// Counts mutual, asymmetric and null pairs of the simplified graph.
  ///
  /// - Complexity: O(n + m log degree) time.
  /// - Reference: P. W. Holland and S. Leinhardt, A method for detecting structure in sociometric
  ///   data, American Journal of Sociology 76 (1970) 492–513, doi:10.1086/224954.
  public func dyadCensus() -> DyadCensus {
    let graph = simplified()
    let pairs = nodeCount * (nodeCount - 1) / 2
    guard isDirected else {
      return DyadCensus(mutual: graph.edgeCount, asymmetric: 0, null: pairs - graph.edgeCount)
    }
    var mutual = 0
    for edge in graph.edges where edge.source < edge.target {
      if graph.hasEdge(from: edge.target, to: edge.source) { mutual += 1 }
    }
    let asymmetric = graph.edgeCount - 2 * mutual
    return DyadCensus(
      mutual: mutual, asymmetric: asymmetric, null: pairs - mutual - asymmetric)
  }

  /// The share of arcs that are returned.
  ///
  /// - Returns: `nil` where the graph is undirected or has no arc.
  /// - Complexity: O(n + m log degree) time.
  public func arcReciprocity() -> Double? {
    isDirected ? dyadCensus().arcReciprocity : nil
  }

  /// The share of tied pairs that are tied both ways (UCINET, igraph `mode="ratio"`).
  ///
  /// - Returns: `nil` where the graph is undirected or has no arc.
  /// - Complexity: O(n + m log degree) time.
  public func dyadReciprocity() -> Double? {
    isDirected ? dyadCensus().dyadReciprocity : nil
  }
}
