/// What was known of a network on a day: what was observed later is no knowledge of that day.
extension StakeholderNetwork {
  /// The network as it was known on a day.
  ///
  /// * Evidence of a later date goes. A relation of which nothing is left then is not known to be, nor not
  ///   to be: its answer is `unknown`. Evidence without a date stays, and so does a relation that states none.
  /// * Who answered later had not been asked; a capacity that was noted later is not stated.
  ///
  /// What is dated by `valid_from` and `valid_until` is left to these.
  ///
  /// - Complexity: O(organizations + services + evidence).
  public func known(on date: CalendarDate) -> StakeholderNetwork {
    var network = self
    for index in relations.indices where relations[index].hasEvidence(after: date) {
      network.relations[index] = relations[index].known(on: date)
    }
    for (index, place) in organizations.enumerated() {
      if case .answered(let day) = place.response, day > date {
        network.organizations[index].response = .unstated
      }
    }
    for (index, service) in services.enumerated() {
      if let day = service.capacity?.updated, day > date { network.services[index].capacity = nil }
    }
    return network
  }

  /// What was observed of a network after a day, and so was not known on it.
  public func knownOnlyLater(than date: CalendarDate) -> LaterKnowledge {
    var later = LaterKnowledge()
    for relation in relations where relation.hasEvidence(after: date) {
      later.relations += 1
      if relation.known(on: date).isKnownOnlyLater { later.onlyLater += 1 }
    }
    for place in organizations {
      if case .answered(let day) = place.response, day > date { later.answers += 1 }
    }
    for service in services {
      if let day = service.capacity?.updated, day > date { later.capacities += 1 }
    }
    return later
  }
}

/// How much of a network was observed after a day.
public struct LaterKnowledge: Sendable, Equatable {
  /// Relations with evidence of later days.
  public var relations = 0
  /// Those of them that have no other.
  public var onlyLater = 0
  /// Organizations that answered later.
  public var answers = 0
  /// Services whose capacity was noted later.
  public var capacities = 0

  /// Nothing.
  public init() {}

  /// Whether nothing was.
  public var isEmpty: Bool { self == LaterKnowledge() }
}

extension Relation {
  /// Whether something was said of it after a day.
  func hasEvidence(after date: CalendarDate) -> Bool {
    evidence.contains { $0.isLater(than: date) }
  }

  /// The relation as it was known on a day; without a day, as it is.
  func known(on date: CalendarDate?) -> Relation {
    guard let date, hasEvidence(after: date) else { return self }
    var relation = self
    relation.evidence.removeAll { $0.isLater(than: date) }
    relation.isKnownOnlyLater = relation.evidence.isEmpty
    return relation
  }
}

extension Evidence {
  /// Whether it is dated after a day.
  fileprivate func isLater(than day: CalendarDate) -> Bool { date.map { $0 > day } ?? false }
}
