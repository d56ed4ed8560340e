/// Whom the parts of a network admit: SEMANTICS §3, to the letter.
extension StakeholderNetwork {
  /// One dimension of a hop: `relation` is what the relation says, `target` what its target says,
  /// `assume` what the header assumes where both are silent.
  ///
  /// | R \ T | yes | unknown | no | unstated |
  /// |---|---|---|---|---|
  /// | yes | yes | unknown | no | yes |
  /// | unknown | unknown | unknown | no | unknown |
  /// | no | no | no | no | no |
  /// | unstated | yes | unknown | no | assume, else unknown |
  public static func combine(
    relation: Answer?, target: Answer?, assume: Answer?
  ) -> Answer {
    switch (relation, target) {
    case (let relation?, let target?): relation & target
    case (let relation?, nil): relation
    case (nil, let target?): target
    case (nil, nil): assume ?? .unknown
    }
  }

  /// What a list of areas says to an area: the nearest of the area and its ancestors that is listed
  /// decides.
  public func answer(of list: ScopeList, toArea area: Int) -> Answer {
    list.answer(chain: areas[area].chain.lazy.map { Code(areas[$0].id) })
  }

  /// What two scopes, a relation's and its target's, say to a need's area, group and case together.
  ///
  /// - Complexity: O(depth of areas × entries).
  public func answer(relation: Scope?, target: Scope, to need: Need) -> Answer {
    let assume = header.assume
    func dimension(
      _ key: KeyPath<Scope, ScopeList?>, _ ask: (ScopeList) -> Answer
    ) -> Answer {
      Self.combine(
        relation: relation?[keyPath: key].map(ask), target: target[keyPath: key].map(ask),
        assume: assume[keyPath: key].map(ask))
    }
    let area = dimension(\.areas) { answer(of: $0, toArea: need.area) }
    if area == .no { return .no }
    let group = dimension(\.groups) { $0.answer(for: need.group) }
    if group == .no { return .no }
    return area & group & dimension(\.cases) { $0.answer(for: need.caseCode) }
  }

  /// Whether a service provides what a need asks for: its type, its scope, its status and dates and
  /// those of its organization.
  public func answer(ofService service: Int, to need: Need, on date: CalendarDate?) -> Answer {
    let provider = services[service]
    guard need.service.covers(provider.type) else { return .no }
    return answer(relation: nil, target: provider.scope, to: need) & standing(of: service, on: date)
  }

  /// Whether people with a need arrive first at an organization: its entry point's scope, with the
  /// organization's own scope where that is silent, and its status and dates.
  public func answer(ofEntry organization: Int, to need: Need, on date: CalendarDate?) -> Answer {
    let place = organizations[organization]
    var scope = place.scope
    switch place.entryPoint {
    case .none: return .no
    case .everyone: break
    case .scope(let own):
      scope.areas = own.areas ?? scope.areas
      scope.groups = own.groups ?? scope.groups
      scope.cases = own.cases ?? scope.cases
    }
    return answer(relation: nil, target: scope, to: need) & place.validity.answer(on: date)
  }

  /// The least of the answers of a service's status and dates and of its organization's.
  public func standing(of service: Int, on date: CalendarDate?) -> Answer {
    services[service].validity.answer(on: date)
      & organizations[services[service].organization].validity.answer(on: date)
  }

  /// A hop that is not the last: the relation, the target organization's scope, the services rule
  /// for earlier hops, status, dates and evidence.
  ///
  /// - Parameter reversed: whether people go from its `to` to its `from`, as they may along a relation
  ///   without a direction.
  public func answer(
    ofHop relation: Int, reversed: Bool = false, to need: Need, on date: CalendarDate?
  ) -> Answer {
    let hop = relations[relation]
    let end = hop.end(reversed: reversed)
    guard hop.onward != .no, let target = organization(of: end) else { return .no }
    var answer = hop.standing(on: date) & organizations[target].validity.answer(on: date)
    if case .service(let service) = end {
      answer = answer & services[service].validity.answer(on: date)
    }
    if answer == .no { return .no }
    answer = answer & hop.onward & earlierServicesAnswer(of: hop, to: need)
    return answer
      & self.answer(
        relation: hop.scope, target: organizations[target].scope, to: need)
  }

  /// A last hop, into a service of the relation's target: the relation, the service's scope, the
  /// services rule for last hops (the service's type is listed, or none is stated), status, dates and
  /// evidence.
  ///
  /// - Parameter reversed: whether people go from its `to` to its `from`.
  public func answer(
    ofLastHop relation: Int, reversed: Bool = false, into service: Int, to need: Need,
    on date: CalendarDate?
  ) -> Answer {
    let hop = relations[relation]
    let provider = services[service]
    guard need.service.covers(provider.type) else { return .no }
    switch hop.end(reversed: reversed) {
    case .organization(let target) where target == provider.organization: break
    case .service(let target) where target == service: break
    default: return .no
    }
    var answer = hop.standing(on: date) & standing(of: service, on: date)
    if answer == .no { return .no }
    if let listed = hop.services, !listed.contains(where: { $0.covers(provider.type) }) {
      return .no
    }
    answer = answer & self.answer(relation: hop.scope, target: provider.scope, to: need)
    return answer
  }

  /// The services rule on an earlier hop: unstated, the needed type listed, or a gateway type → yes;
  /// else unknown.
  private func earlierServicesAnswer(of hop: Relation, to need: Need) -> Answer {
    guard let listed = hop.services else { return .yes }
    let passes = listed.contains { code in
      code.covers(need.service) || (vocabulary.service(code)?.isGateway ?? false)
    }
    return passes ? .yes : .unknown
  }

  /// The relation of a key; nil where there is none.
  ///
  /// - Complexity: O(relations).
  public func relation(key: String) -> Relation? { relations.first { $0.key == key } }

  /// The organization at an end of a relation; nil for a body.
  public func organization(of end: RelationEnd) -> Int? {
    switch end {
    case .organization(let index): index
    case .service(let index): services[index].organization
    case .body: nil
    }
  }
}

extension Relation {
  /// The end that people arrive at: `to`, or `from` where they go the other way.
  public func end(reversed: Bool) -> RelationEnd { reversed ? from : to }

  /// What status, dates and evidence of the relation itself say; evidence of later days is not known yet.
  public func standing(on date: CalendarDate?) -> Answer {
    guard let date, hasEvidence(after: date) else {
      return validity.answer(on: date) & evidenceAnswer
    }
    return validity.answer(on: date) & known(on: date).evidenceAnswer
  }

  /// What the evidence says: the newest answer of each side counts, sides that disagree are
  /// `unknown`, and a relation without evidence stands as written. A third party that does not know
  /// disagrees with nobody: where one of the two sides has spoken, it is not counted.
  public var evidenceAnswer: Answer {
    if isKnownOnlyLater { return .unknown }
    let answers = newestAnswers
    guard let first = answers.first else { return .yes }
    return answers.allSatisfy { $0 == first } ? first : .unknown
  }

  /// Whether both sides say yes.
  public var isConfirmed: Bool {
    let from = newestAnswer(ofSide: "from")
    let to = newestAnswer(ofSide: "to")
    return from == .yes && to == .yes
  }

  /// Whether one of its two sides says yes, and nobody else has said anything.
  public var isOneSided: Bool {
    let answers = [newestAnswer(ofSide: "from"), newestAnswer(ofSide: "to")]
    return answers.compactMap { $0 } == [.yes] && newestAnswers.count == 1
  }

  /// Whether either side says yes.
  public var isReported: Bool {
    newestAnswer(ofSide: "from") == .yes || newestAnswer(ofSide: "to") == .yes
  }

  /// Whether others alone have said yes, and neither of its two sides anything.
  public var isReportedByOthersAlone: Bool {
    newestAnswer(ofSide: "third") == .yes && newestAnswer(ofSide: "from") == nil
      && newestAnswer(ofSide: "to") == nil
  }

  /// Whether sides disagree about it.
  public var isDisputed: Bool {
    let answers = newestAnswers
    return answers.contains { $0 != answers.first }
  }

  /// The greatest confidence over the evidence that agrees with `evidenceAnswer`; nil is *not
  /// stated*.
  public var confidence: Double? {
    let agreed = evidenceAnswer
    var best: Double?
    for item in evidence where item.answer == agreed {
      guard let confidence = item.confidence else { continue }
      best = max(best ?? confidence, confidence)
    }
    return best
  }

  private var newestAnswers: [Answer] {
    let sides = ["from", "to"].compactMap { newestAnswer(ofSide: $0) }
    guard let third = newestAnswer(ofSide: "third"), third != .unknown || sides.isEmpty else {
      return sides
    }
    return sides + [third]
  }

  /// The newest answer of one side; where it said different things on one day, or without a date,
  /// that is unknown, whatever the order of the entries.
  private func newestAnswer(ofSide side: Code) -> Answer? {
    let own = evidence.filter { item in
      let reporter = item.reporter ?? "third"
      return reporter == side || (reporter == "both" && side != "third")
    }
    let newest = own.compactMap(\.date).max()
    let last = own.filter { $0.date == newest }.map(\.answer)
    guard let first = last.first else { return nil }
    return last.allSatisfy { $0 == first } ? first : .unknown
  }
}
