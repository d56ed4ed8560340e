/// A division of the nodes into communities, numbered by the lowest node in each.
public struct Communities: Sendable, Equatable {
  /// The community of each node.
  public var community: NodeMap<Int>
  /// The number of communities.
  public var count: Int
  /// Newman's modularity of the division, with the weights and resolution it was sought with; `nil`
  /// where there is no tie.
  public var modularity: Double?

  /// The nodes of each community, in order.
  ///
  /// - Complexity: O(n).
  public var members: [[NodeID]] { community.members(count) }
}

extension Graph {
  /// The communities that labels give, with the modularity of this undirected graph.
  func communities(
    labels: [Int32], weighted: Bool, resolution: Double
  ) throws(GraphError) -> Communities {
    let division = Components(labels: labels, labelCount: Int(labels.max() ?? -1) + 1)
    return Communities(
      community: division.component, count: division.count,
      modularity: try modularity(
        labels: division.component.values.map { Int32($0) }, labelCount: division.count,
        weighted: weighted, resolution: resolution))
  }
}
