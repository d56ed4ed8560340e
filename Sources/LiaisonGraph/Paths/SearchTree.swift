/// What a search from one or more nodes reached: how far each node is, and by which edge it was
/// found.
public struct SearchTree: Sendable, Equatable {
  /// The nodes the search started from.
  public var roots: [NodeID]
  /// The distance of each node from the nearest root; `nil` where none is reached.
  public var distance: NodeMap<Double?>
  /// The node before each node on its path; `nil` for roots and for what is not reached.
  public var parent: NodeMap<NodeID?>
  /// The edge by which each node was found; `nil` for roots and for what is not reached.
  public var edge: NodeMap<EdgeID?>
  /// The nodes reached, roots included, in the order in which they were.
  public var order: [NodeID]

  /// Whether a node was reached.
  public func reaches(_ node: NodeID) -> Bool { distance[node] != nil }

  /// The nodes on the path from a root to a node, both included; `nil` if it was not reached.
  ///
  /// - Complexity: O(length of the path).
  public func path(to node: NodeID) -> [NodeID]? {
    guard reaches(node) else { return nil }
    var path = [node]
    var current = node
    while let before = parent[current] {
      path.append(before)
      current = before
    }
    path.reverse()
    return path
  }

  /// The edges on the path from a root to a node; `nil` if it was not reached.
  ///
  /// - Complexity: O(length of the path).
  public func edges(to node: NodeID) -> [EdgeID]? {
    guard reaches(node) else { return nil }
    var path: [EdgeID] = []
    var current = node
    while let before = parent[current], let edge = edge[current] {
      path.append(edge)
      current = before
    }
    path.reverse()
    return path
  }
}
