/// How long an edge is on a path.
///
/// networkx and igraph read a weight as a *cost* for paths but as a *strength* for PageRank and
/// eigenvector centrality; a weight in a network of stakeholders is the strength of a tie, so
/// `inverse` is the usual choice where weights are used at all, and comes first of the two.
public enum PathWeights: String, Sendable, CaseIterable {
  /// Every edge counts one: distances are hops.
  case unweighted
  /// The distance is 1 / weight: a strong tie is a short one.
  case inverse
  /// The distance is the weight, which fits what is a length: days, kilometres, prices.
  case cost
}
