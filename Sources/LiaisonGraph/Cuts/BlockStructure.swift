/// Where a graph comes apart: the nodes and ties on which its connection rests.
public struct BlockStructure: Sendable, Equatable {
  /// The nodes whose removal leaves more components, in order.
  public var articulationPoints: [NodeID]
  /// The pairs of nodes (lower first) whose only tie connects two parts, in order.
  public var bridges: [Edge]
  /// The biconnected components of two nodes or more: sorted, ordered by their nodes.
  public var blocks: [[NodeID]]
}
