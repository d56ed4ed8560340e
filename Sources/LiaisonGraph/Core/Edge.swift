/// An edge of a ``Graph``: its place in the list that the graph was made from.
public struct EdgeID: DenseID {
  public var rawValue: Int32

  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// The two ends of an edge. In an undirected graph the order of the ends means nothing.
public struct Edge: Hashable, Sendable {
  /// Where a directed edge starts.
  public var source: NodeID
  /// Where a directed edge ends.
  public var target: NodeID

  /// Creates an edge between two nodes.
  @inlinable
  public init(_ source: NodeID, _ target: NodeID) {
    self.source = source
    self.target = target
  }

  /// Creates an edge between two indices that are known to fit (below 2³¹).
  @inlinable
  public init(_ source: Int, _ target: Int) {
    self.source = NodeID(source)
    self.target = NodeID(target)
  }

  /// Whether both ends are one node.
  @inlinable
  public var isLoop: Bool { source == target }
}
