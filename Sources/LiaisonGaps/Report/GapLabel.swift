public import LiaisonModel

extension StakeholderNetwork {
  /// The least label at which what gap analysis says of the network may be read: AMBER, or that of the
  /// strictest thing that a sentence may name (SEMANTICS §8).
  ///
  /// - Complexity: O(network).
  public var gapLabel: TrafficLight {
    var labels = [header.tlp, .amber]
    labels += organizations.map(\.tlp) + services.map(\.tlp) + relations.map(\.tlp)
    labels += agreements.map(\.tlp) + areas.map(\.tlp) + bodies.map(\.tlp)
    labels += activities.map(\.tlp)
    return labels.max() ?? .red
  }
}
