/// One step from a node: the edge taken and the node at its other end.
public struct Arc: Hashable, Sendable {
  /// The edge.
  public var edge: EdgeID
  /// The node at the other end.
  public var node: NodeID
}

/// The arcs at one node of a graph.
public struct Arcs: RandomAccessCollection, Sendable {
  private let targets: ArraySlice<Int32>
  private let edges: ArraySlice<Int32>

  init(targets: ArraySlice<Int32>, edges: ArraySlice<Int32>) {
    self.targets = targets
    self.edges = edges
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { targets.count }

  public subscript(position: Int) -> Arc {
    Arc(
      edge: EdgeID(rawValue: edges[edges.startIndex + position]),
      node: NodeID(rawValue: targets[targets.startIndex + position]))
  }

  static func + (a: Arcs, b: Arcs) -> Arcs {
    Arcs(targets: a.targets + b.targets, edges: a.edges + b.edges)
  }
}
