/// Who stands on every path: the dominator tree of the nodes that a root reaches.
///
/// A node dominates another when every path from the root to the other passes through it.
public struct DominatorTree: Sendable, Equatable {
  /// The root.
  public let root: NodeID
  /// The nearest dominator of each node other than itself; `nil` for the root and for nodes that
  /// the root does not reach.
  public let immediate: NodeMap<NodeID?>
  /// The nodes reached, in depth-first order, the root first.
  public let reached: [NodeID]

  /// Whether the root reaches a node.
  public func reaches(_ node: NodeID) -> Bool { node == root || immediate[node] != nil }

  /// The nodes other than root and node on every path from the root to the node, from the node
  /// upwards; empty where it is not reached.
  ///
  /// - Complexity: O(length of the answer).
  public func strictDominators(of node: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var current = immediate[node]
    while let dominator = current, dominator != root {
      found.append(dominator)
      current = immediate[dominator]
    }
    return found
  }

  /// Whether every path from the root to `other` passes through `node`; a reached node dominates
  /// itself.
  ///
  /// - Complexity: O(depth of `other` in the tree).
  public func dominates(_ node: NodeID, _ other: NodeID) -> Bool {
    guard reaches(other) else { return false }
    var current: NodeID? = other
    while let next = current {
      if next == node { return true }
      current = immediate[next]
    }
    return false
  }
}
