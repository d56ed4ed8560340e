extension StakeholderNetwork {
  /// The network without some relations, by index; the others keep their order.
  ///
  /// - Complexity: O(relations).
  public func without(relations left: Set<Int>) -> StakeholderNetwork {
    var network = self
    network.relations = relations.indices.filter { !left.contains($0) }.map { relations[$0] }
    return network
  }
}
