public import LiaisonModel

extension StakeholderNetwork {
  /// The least label at which what gap analysis says of the network may be read: AMBER, or that of the
  /// strictest thing that a sentence may name (SEMANTICS §8).
  ///
  /// - Complexity: O(network).
  public var gapLabel: TrafficLight {
    let floor = max(header.tlp, .amber)
    return labelled(stricterThan: floor).map(\.label).max() ?? floor
  }

  /// What a sentence of gap analysis may name, with its label and where it stands.
  public struct Labelled: Sendable {
    /// "the relation “i12”".
    public var name: String
    /// With whom it may be shared.
    public var label: TrafficLight
    /// Where it stands in the files.
    public var place: Place
  }

  /// What is labelled so that an audience may not read the gaps, and by itself and not for the network's
  /// own label: the strictest first, then in the order of the tables.
  ///
  /// - Complexity: O(network log network).
  public func labelled(above audience: TrafficLight) -> [Labelled] {
    labelled(stricterThan: max(audience, header.tlp)).enumerated().sorted {
      ($1.element.label, $0.offset) < ($0.element.label, $1.offset)
    }.map(\.element)
  }

  /// What is labelled stricter than a label, in the order of the tables; names are made of that alone.
  private func labelled(stricterThan floor: TrafficLight) -> [Labelled] {
    func all<Element>(
      _ elements: some Sequence<Element>, _ kind: String, _ id: (Element) -> String,
      _ label: (Element) -> TrafficLight, _ origin: (Element) -> Origin
    ) -> [Labelled] {
      elements.filter { label($0) > floor }.map {
        Labelled(name: "the \(kind) “\(id($0))”", label: label($0), place: origin($0).place)
      }
    }
    return all(organizations, "organization", \.id, \.tlp, \.origin)
      + all(
        services.indices, "service", { path(ofService: $0).joined(separator: "/") },
        { services[$0].tlp }, { services[$0].origin })
      + all(relations, "relation", \.key, \.tlp, \.origin)
      // What has been said of a relation decides whether it holds.
      + all(
        relations.flatMap { relation in relation.evidence.map { (relation.key, $0) } },
        "evidence of the relation", \.0, \.1.tlp, \.1.origin)
      + all(agreements, "agreement", \.id, \.tlp, \.origin)
      + all(areas, "area", \.id, \.tlp, \.origin)
      + all(bodies, "body", \.id, \.tlp, \.origin)
      + all(activities, "activity", \.id, \.tlp, \.origin)
  }
}
