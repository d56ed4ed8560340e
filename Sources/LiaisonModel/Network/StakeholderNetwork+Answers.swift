/// What a later state of a network answers of what an earlier one left open.
extension StakeholderNetwork {
  /// The network with what a later state says where this one does not know: marks that are unknown, scopes that
  /// nobody states, sectors and tiers, statuses, evidence, what is shared along a relation, whether units refer,
  /// who did not answer, how many a service takes, and what is listed completely. What is certain stays as it is, and so does everything of
  /// which the later state has no entry.
  ///
  /// - Parameter later: the later state; organizations, services, agreements, bodies and relations are the same
  ///   where their ids and keys are.
  /// - Returns: The network so completed; nil where nothing is answered.
  /// - Complexity: O(elements + entries of scopes with something unknown × entries of the later ones × depth of
  ///   areas).
  public func answered(by later: StakeholderNetwork) -> StakeholderNetwork? {
    var answers = Answers(earlier: self, later: later)
    answers.addHeader()
    answers.addOrganizations()
    answers.addServices()
    answers.addRelations()
    answers.addAgreementsAndBodies()
    return answers.isAny ? answers.network : nil
  }
}

/// The answers of a later state, put into an earlier one.
private struct Answers {
  let earlier: StakeholderNetwork
  let later: StakeholderNetwork
  var network: StakeholderNetwork
  /// Whether there are any.
  var isAny = false

  private typealias Path<Value> = WritableKeyPath<StakeholderNetwork, Value>

  init(earlier: StakeholderNetwork, later: StakeholderNetwork) {
    self.earlier = earlier
    self.later = later
    network = earlier
  }

  mutating func addHeader() {
    let assumed = completed(earlier.header.assume, by: later.header.assume) { _ in true }
    set(\.header.assume, assumed)
    guard let listed = later.header.boundary else { return }
    guard let own = earlier.header.boundary else { return set(\.header.boundary, listed) }
    let parts = Boundary.parts.filter { own.isComplete($0) || listed.isComplete($0) }
    if !parts.allSatisfy(own.isComplete) {
      set(\.header.boundary, Boundary(rule: own.rule, complete: parts))
    }
  }

  mutating func addOrganizations() {
    for (index, place) in earlier.organizations.enumerated() {
      guard let same = later.organization(place.id).map({ later.organizations[$0] }) else {
        continue
      }
      let path: Path<Organization> = \.organizations[index]
      addStatus(path.appending(path: \.validity), same.validity)
      if place.unitsRefer == .unknown { set(path.appending(path: \.unitsRefer), same.unitsRefer) }
      if place.response == .silent { set(path.appending(path: \.response), same.response) }
      if place.sector == nil { set(path.appending(path: \.sector), same.sector) }
      if place.tier == nil { set(path.appending(path: \.tier), same.tier) }
      set(path.appending(path: \.scope), completed(place.scope, by: same.scope, isOpen))
      addEntryPoint(of: index, same)
    }
  }

  /// Who arrives first: what the entry point leaves to the organization's scope is open where that marks it as
  /// unknown, or states nothing.
  private mutating func addEntryPoint(of index: Int, _ same: Organization) {
    let place = earlier.organizations[index]
    let path: Path<EntryPoint> = \.organizations[index].entryPoint
    let met: Scope
    switch place.entryPoint {
    case .none: return
    case .everyone: met = Scope()
    case .scope(let own): met = own
    }
    switch same.entryPoint {
    case .none: return
    case .scope(let other):
      var scope = completed(met, by: other) { dimension in
        isOpen(dimension) && place.scope[keyPath: dimension] == nil
      }
      for dimension in Self.dimensions where met[keyPath: dimension] == nil {
        if let list = place.scope[keyPath: dimension], Self.isMarked(list),
          let answers = other[keyPath: dimension]
        {
          scope[keyPath: dimension] = completed(list, by: answers)
        }
      }
      if scope != met { set(path, .scope(scope)) }
    case .everyone:
      if [met.areas, met.groups, met.cases].contains(where: Self.isMarked) { set(path, .everyone) }
    }
  }

  mutating func addServices() {
    for (index, service) in earlier.services.enumerated() {
      let owner = later.organization(earlier.organizations[service.organization].id)
      guard let same = owner.flatMap({ later.service($0, service.id) }).map({ later.services[$0] })
      else { continue }
      let path: Path<Service> = \.services[index]
      addStatus(path.appending(path: \.validity), same.validity)
      set(path.appending(path: \.scope), completed(service.scope, by: same.scope, isOpen))
      if !Self.statesRate(service) { set(path.appending(path: \.capacity), same.capacity) }
    }
  }

  /// Whether it says how many people a month it takes.
  private static func statesRate(_ service: Service) -> Bool {
    guard let capacity = service.capacity, capacity.maximum != nil else { return false }
    return capacity.unit == "people_per_month"
      || capacity.unit == "beds" && (capacity.meanStayDays ?? 0) > 0
  }

  mutating func addRelations() {
    let others = Dictionary(
      later.relations.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, relation) in earlier.relations.enumerated() {
      guard let same = others[relation.key] else { continue }
      let path: Path<Relation> = \.relations[index]
      addStatus(path.appending(path: \.validity), same.validity)
      if relation.content == nil { set(path.appending(path: \.content), same.content) }
      // Whether others than those for whom people are sent are passed on is open too.
      if relation.onward == .unknown || relation.services != nil && same.onward == .no {
        set(path.appending(path: \.onward), same.onward)
      }
      if relation.evidenceAnswer == .unknown, same.evidenceAnswer != .unknown {
        set(path.appending(path: \.evidence), [])
        set(path.appending(path: \.isKnownOnlyLater), false)
        if same.evidenceAnswer == .no { set(path.appending(path: \.validity.statusAnswer), .no) }
      }
      let scope = completed(relation.scope, by: same.scope) { dimension in
        isOpen(dimension) && isUnstated(dimension, atEndsOf: relation)
      }
      set(path.appending(path: \.scope), scope)
    }
  }

  mutating func addAgreementsAndBodies() {
    let agreements = Dictionary(
      later.agreements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, agreement) in earlier.agreements.enumerated() {
      guard let same = agreements[agreement.id] else { continue }
      addStatus(\.agreements[index].validity, same.validity)
    }
    let bodies = Dictionary(
      later.bodies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, body) in earlier.bodies.enumerated() {
      guard let same = bodies[body.id] else { continue }
      addStatus(\.bodies[index].validity, same.validity)
    }
  }

  private mutating func addStatus(_ path: Path<Validity>, _ same: Validity) {
    guard earlier[keyPath: path].statusAnswer == .unknown else { return }
    set(path.appending(path: \.statusAnswer), same.statusAnswer)
  }

  private mutating func set<Value: Equatable>(_ path: Path<Value>, _ value: Value) {
    guard network[keyPath: path] != value else { return }
    network[keyPath: path] = value
    isAny = true
  }

  // MARK: Scopes

  /// Whether the header does not say what nobody states.
  private func isOpen(_ dimension: KeyPath<Scope, ScopeList?>) -> Bool {
    earlier.header.assume[keyPath: dimension] == nil
  }

  /// Whether nothing at the ends of a relation says what it does not.
  private func isUnstated(
    _ dimension: KeyPath<Scope, ScopeList?>, atEndsOf relation: Relation
  ) -> Bool {
    [relation.from, relation.to].compactMap { earlier.organization(of: $0) }.allSatisfy { end in
      let place = earlier.organizations[end]
      return place.scope[keyPath: dimension] == nil
        && place.services.allSatisfy { earlier.services[$0].scope[keyPath: dimension] == nil }
    }
  }

  private static var dimensions: [WritableKeyPath<Scope, ScopeList?>] {
    [\.areas, \.groups, \.cases]
  }

  private static func isMarked(_ list: ScopeList?) -> Bool {
    list?.terms.contains { $0.answer == .unknown } ?? false
  }

  /// A scope with what another says of what it marks as unknown; where it states nothing, and that leaves it
  /// open, with the whole list of the other.
  private func completed(
    _ own: Scope, by other: Scope, _ isOpen: (KeyPath<Scope, ScopeList?>) -> Bool
  ) -> Scope {
    var scope = own
    for dimension in Self.dimensions {
      guard let answers = other[keyPath: dimension] else { continue }
      if let list = own[keyPath: dimension] {
        if Self.isMarked(list) { scope[keyPath: dimension] = completed(list, by: answers) }
      } else if isOpen(dimension) {
        scope[keyPath: dimension] = answers
      }
    }
    return scope
  }

  private func completed(_ own: ScopeList, by other: ScopeList) -> ScopeList {
    let listed = Set(own.terms.map(\.code))
    let finer = other.terms.filter {
      !listed.contains($0.code) && own.answer(chain: chain($0.code)) == .unknown
    }
    let terms = own.terms.map { term in
      term.answer == .unknown ? ScopeTerm(term.code, other.answer(chain: chain(term.code))) : term
    }
    return ScopeList(terms + finer)
  }

  /// A code and those above it, from the narrowest to the widest: of an area, or of a dotted code.
  private func chain(_ code: Code) -> [Code] {
    if let area = earlier.area(code.text) {
      return earlier.areas[area].chain.map { Code(earlier.areas[$0].id) }
    }
    let parts = code.text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.indices.reversed().map { Code(parts[...$0].joined(separator: ".")) }
  }
}
