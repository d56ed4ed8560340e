import LiaisonModel

/// Words for where a way stops, and why.
struct StopWording {
  let table: PathwayTable
  let words: NeedWords

  init(_ table: PathwayTable) {
    self.table = table
    words = NeedWords(network: table.network, needs: table.needs)
  }

  private var network: StakeholderNetwork { table.network }

  /// One reason, whose it is, and the scope that says it.
  private struct Cause: Equatable {
    var reason: StopReason
    var side: StopSide
    var scope: Scope
  }

  /// The clause of a stop for a block of needs: "the path stops at Provincial Police, whose only
  /// onward relation admits women".
  func clause(_ stop: PathwayStop, for block: NeedBlock) -> String {
    switch stop {
    case .noRelation(let from, let to):
      return "no relation is recorded from \(words.organization(from)) to \(words.organization(to))"
    case .service(let service):
      let owner = network.services[service].organization
      let type = words.service(network.services[service].type)
      let causes = causes(in: block) { refusal(ofService: service, to: $0) }
      return "the path stops at \(words.organization(owner)), whose \(type) "
        + predicates(causes, block, about: .service)
    case .hop(let hop):
      return "the path stops at \(words.organization(hop.source)), "
        + (hop.relation.map { relationClause($0, hop, block) } ?? unitClause(hop, block))
    }
  }

  private func relationClause(_ relation: Int, _ hop: Hop, _ block: NeedBlock) -> String {
    let causes = causes(in: block) { refusal(of: hop, relation, to: $0) }
    let onward = table.arcs.outgoing[hop.source].filter {
      table.arcs.arcs[$0].hop.relation != nil
    }
    let others = familyWays(from: hop.source, block)
    let isOnly = onward.count == 1 && others.isEmpty
    let to = words.organization(hop.target)
    let lead =
      isOnly
      ? "whose only onward relation"
      : onward.count == 1 ? "whose only relation of its own, to \(to)," : "whose relation to \(to)"
    let rest = onward.count == 1 && !others.isEmpty ? ", and \(Wording.list(others))" : ""
    return "\(lead) \(predicates(causes, block, about: .relation, isOnly: isOnly))\(rest)"
  }

  /// What is so of the units and the parent of an organization to which people are passed and who lead on, in
  /// clauses: that they do not lead to what is needed. None where there are none.
  private func familyWays(from source: Int, _ block: NeedBlock) -> [String] {
    guard let service = block.services.first, let area = block.areas.first,
      let profile = block.profiles(table.needs).first
    else { return [] }
    let relatives = table.arcs.outgoing[source].filter { arc in
      table.arcs.arcs[arc].hop.relation == nil
        && table.arcs.onwardAnswer(arc, service: service, area: area, profile: profile) != .no
    }.map { table.arcs.arcs[$0].hop.target }.filter { relative in
      table.arcs.outgoing[relative].contains { table.arcs.arcs[$0].hop.relation != nil }
    }
    let units = relatives.filter { network.organizations[$0].parent == source }
    var clauses: [String] = []
    if !units.isEmpty { clauses.append("none of whose units leads to such a service for them") }
    if units.count < relatives.count {
      clauses.append("whose parent organization leads to no such service for them")
    }
    return clauses
  }

  private func unitClause(_ hop: Hop, _ block: NeedBlock) -> String {
    let isUnit = network.organizations[hop.target].parent == hop.source
    let parent = isUnit ? hop.source : hop.target
    let target = words.organization(hop.target)
    if network.organizations[parent].unitsRefer == .no {
      return "and passing on between it and \(target) is recorded as “no”"
    }
    let causes = causes(in: block) { need in
      lastService(of: hop, for: need.service).flatMap { refusal(ofService: $0, to: need) }
        ?? refusal(ofOrganization: hop.target, to: need)
    }
    return "whose \(isUnit ? "unit" : "parent organization") \(target) "
      + predicates(causes, block, about: .organization)
  }

  // MARK: Reasons

  private func causes(
    in block: NeedBlock, _ reason: (Need) -> Cause?
  ) -> [Cause] {
    var found: [Cause] = []
    for service in block.services {
      for area in block.areas {
        for profile in block.profiles(table.needs) {
          let need = table.needs.need(service: service, area: area, profile: profile)
          if let cause = reason(need), !found.contains(cause) { found.append(cause) }
        }
      }
    }
    return found
  }

  /// The first service of a type to which a step leads.
  private func lastService(of hop: Hop, for type: Code) -> Int? {
    guard let position = table.needs.services.firstIndex(of: type) else { return nil }
    return table.providers[position].first { provider in
      provider.arcs.contains { table.arcs.arcs[$0.arc].hop == hop }
    }?.service
  }

  private func refusal(of hop: Hop, _ relation: Int, to need: Need) -> Cause? {
    let last = lastService(of: hop, for: need.service)
    if last == nil, let cause = refusalOfOthers(hop, relation, to: need) { return cause }
    if let reason = network.refusal(
      ofRelation: relation, to: need, isLast: last != nil, on: table.date)
    {
      return Cause(
        reason: reason, side: .relation, scope: network.relations[relation].scope)
    }
    if let last { return refusal(ofService: last, to: need) }
    let tie = network.relations[relation]
    let isReversed = network.organization(of: tie.to) != hop.target
    if case .service(let end) = tie.end(reversed: isReversed),
      let reason = network.services[end].validity.reason(on: table.date)
    {
      return Cause(reason: reason, side: .service, scope: network.services[end].scope)
    }
    return refusal(ofOrganization: hop.target, to: need)
  }

  /// Why a relation that names one service does not lead to another of that organization, which would take
  /// people in; nil where none would.
  private func refusalOfOthers(_ hop: Hop, _ relation: Int, to need: Need) -> Cause? {
    let tie = network.relations[relation]
    let isReversed = network.organization(of: tie.to) != hop.target
    guard case .service(let named) = tie.end(reversed: isReversed),
      network.organizations[hop.target].services.contains(where: {
        network.answer(ofService: $0, to: need, on: table.date) != .no
      })
    else { return nil }
    let reason =
      tie.validity.reason(on: table.date)
      ?? (tie.evidenceAnswer == .no ? .denied : .otherService(named))
    return Cause(reason: reason, side: .relation, scope: tie.scope)
  }

  private func refusal(ofOrganization index: Int, to need: Need) -> Cause? {
    let place = network.organizations[index]
    let reason =
      place.validity.reason(on: table.date) ?? network.refusal(of: place.scope, to: need)
    return reason.map { Cause(reason: $0, side: .organization, scope: place.scope) }
  }

  private func refusal(ofService index: Int, to need: Need) -> Cause? {
    let service = network.services[index]
    if let reason = service.validity.reason(on: table.date)
      ?? network.refusal(of: service.scope, to: need)
    {
      return Cause(reason: reason, side: .service, scope: service.scope)
    }
    let place = network.organizations[service.organization]
    return place.validity.reason(on: table.date).map {
      Cause(reason: $0, side: .organization, scope: place.scope)
    }
  }

  // MARK: Predicates

  /// - Parameters:
  ///   - own: whose reasons the clause is about already; those of others are led in.
  private func predicates(
    _ causes: [Cause], _ block: NeedBlock, about own: StopSide, isOnly: Bool = false
  ) -> String {
    var parts: [String] = []
    for cause in causes {
      var text = predicate(cause, block, isOnly: isOnly && cause.side == own)
      if cause.side != own {
        text = "leads to \(cause.side == .service ? "a service" : "an organization") that " + text
      }
      if !parts.contains(text) { parts.append(text) }
    }
    return parts.isEmpty ? "does not lead there" : Wording.list(parts)
  }

  private func predicate(_ cause: Cause, _ block: NeedBlock, isOnly: Bool) -> String {
    switch cause.reason {
    case .ended, .notYet, .status: return cause.reason.whyNotInForce
    case .denied: return "is denied by those who were asked"
    case .onward: return "leads no further"
    case .services:
      let types = block.services.map { words.service(table.needs.services[$0]) }
      return "is not for \(Wording.list(types, "or"))"
    case .otherService(let index):
      let service = network.services[index]
      let type = words.service(service.type)
      return isOnly
        ? "leads to \(type) of \(words.organization(service.organization))"
        : "leads to its \(type) only"
    case .areas:
      let list = cause.scope.areas ?? .any
      let refused = block.areas.filter {
        network.answer(of: list, toArea: table.needs.areas[$0]) == .no
      }
      return "does not cover \(words.areas(refused))"
    case .groups: return groupsPredicate(cause.scope.groups ?? .any, block, isOnly: isOnly)
    case .cases: return casesPredicate(cause.scope.cases ?? .any, block, isOnly: isOnly)
    }
  }

  private func groupsPredicate(_ list: ScopeList, _ block: NeedBlock, isOnly: Bool) -> String {
    let groups = table.needs.groups
    let admitted = groups.filter { list.answer(for: $0) != .no }
    if admitted.isEmpty { return "admits nobody" }
    if admitted.count * 2 > groups.count {
      let refused = block.groups.map { groups[$0] }.filter { list.answer(for: $0) == .no }
      return "does not admit \(words.groups(refused))"
    }
    return "admits \(words.groups(admitted))\(isOnly ? "" : " only")"
  }

  private func casesPredicate(_ list: ScopeList, _ block: NeedBlock, isOnly: Bool) -> String {
    let all = table.needs.caseClasses.flatMap { $0 }
    let admitted = all.filter { list.answer(for: $0) != .no }
    if !admitted.isEmpty, admitted.count * 2 <= all.count {
      return "is for \(words.caseNames(admitted))\(isOnly ? "" : " only")"
    }
    let refused = block.caseClasses.flatMap { table.needs.caseClasses[$0] }
      .filter { list.answer(for: $0) == .no }
    return "does not cover \(words.caseNames(refused, "or"))"
  }
}
