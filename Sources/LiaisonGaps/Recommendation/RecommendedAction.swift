public import LiaisonModel

/// One thing that organizations could do about gaps, in the order in which equals are recommended.
public enum RecommendedAction: Hashable, Sendable {
  /// A new relation, from one organization to another, by id: a referral unless another kind is given.
  case relation(from: String, to: String, kind: Code = "refers_to")
  /// A relation that takes in more, by its key.
  case widerRelation(key: String, Widening)
  /// A service that takes in more, by its organization's id and its own.
  case widerService(organization: String, service: String, Widening)
  /// An agreement that goes on, by id.
  case renewal(agreement: String, until: CalendarDate)
  /// A service that an organization does not yet offer; with the organization, by id, that would
  /// refer people to it, where one without the other closes nothing.
  case provider(
    organization: String, type: Code, groups: [Code], areas: [String], from: String? = nil)

  /// An end to what the standard prohibits: that relations, by their keys, carry some content.
  case ending(relations: [String], content: [Code])

  /// What a scope takes in beside what it has: the whole list that it would have, of each dimension
  /// that changes.
  public struct Widening: Hashable, Sendable {
    /// The areas, where they change.
    public var areas: ScopeList?
    /// The groups, where they change.
    public var groups: ScopeList?
    /// The cases, where they change.
    public var cases: ScopeList?
    /// What it takes in that it did not.
    public var added: [Code]
    /// Of a relation: the service types for which people are sent, where they change.
    public var services: [Code]?
    /// Of a relation: whether people are passed on from where it leads, as they were not.
    public var passesOn = false
    /// Of a relation: whether it is in force again, as it was not.
    public var resumes = false
  }

  /// The organizations that a relation would be between, or is that takes in more; nil of any other action.
  func ends(in network: StakeholderNetwork) -> (from: Int, to: Int)? {
    switch self {
    case .relation(let from, let to, _):
      guard let from = network.organization(from), let to = network.organization(to) else {
        return nil
      }
      return (from, to)
    case .widerRelation(let key, _):
      return network.relation(key: key).flatMap { network.ends(of: $0) }
    default: return nil
    }
  }

  /// The kinds of relation along which people are passed on.
  static let passing: Set<Code> = ["refers_to", "hands_over_to", "escalates_to"]

  /// A total order: the kind, then ids.
  var order: [String] {
    switch self {
    case .relation(let from, let to, let kind): ["0", from, to, kind.text]
    case .widerRelation(let key, let widening):
      ["1", key] + widening.added.map(\.text) + (widening.services ?? []).map(\.text)
    case .widerService(let organization, let service, let widening):
      ["1", organization, service] + widening.added.map(\.text)
    case .renewal(let agreement, _): ["2", agreement]
    case .ending(let relations, _): ["4"] + relations
    case .provider(let organization, let type, let groups, let areas, let from):
      ["3", organization, type.text] + groups.map(\.text) + areas + [from].compactMap(\.self)
    }
  }

  /// The least label of what is said about the action: that of the organizations, relation or
  /// agreement that it names.
  func label(in network: StakeholderNetwork) -> TrafficLight {
    func label(_ ids: String...) -> TrafficLight {
      ids.compactMap { network.organization($0).map { network.organizations[$0].tlp } }.reduce(
        .amber, max)
    }
    switch self {
    case .relation(let from, let to, _): return label(from, to)
    case .widerRelation(let key, _):
      guard let relation = network.relation(key: key) else { return .red }
      let ends = [relation.from, relation.to].compactMap { network.organization(of: $0) }
      return ends.map { network.organizations[$0].tlp }.reduce(max(.amber, relation.tlp), max)
    case .widerService(let organization, _, _): return label(organization)
    case .renewal(let id, _):
      guard let agreement = network.agreements.first(where: { $0.id == id }) else { return .red }
      return agreement.parties.map { network.organizations[$0].tlp }.reduce(
        max(.amber, agreement.tlp), max)
    case .ending(let keys, _):
      return keys.reduce(.amberStrict) { label, key in
        guard let relation = network.relation(key: key) else { return .red }
        let ends = [relation.from, relation.to].compactMap { network.organization(of: $0) }
        return ends.map { network.organizations[$0].tlp }.reduce(max(label, relation.tlp), max)
      }
    case .provider(let organization, _, _, _, let from):
      return label(organization, from ?? organization)
    }
  }

  /// Adds the action to a patch.
  ///
  /// - Parameter network: the network that it is about.
  func add(to patch: inout NetworkPatch, in network: StakeholderNetwork) {
    switch self {
    case .relation(let from, let to, let kind):
      var entry = RelationEntry()
      entry.from = .of(from)
      entry.to = .of(to)
      entry.kind = .of(kind)
      patch.additions.relations.append(entry)
    case .widerRelation(let key, let widening):
      var entry = RelationEntry()
      entry.scope = widening.entry
      if let services = widening.services { entry.services = .of(services) }
      if widening.passesOn { entry.onward = .of(.yes) }
      if widening.resumes { entry.validity.status = .of("active") }
      patch.changes.append(
        NetworkPatch.Change(.relations, key, RelationEntry.schema.members(entry)))
    case .widerService(let organization, let service, let widening):
      var entry = ServiceEntry()
      entry.scope = widening.entry
      patch.changes.append(
        NetworkPatch.Change(
          .services, "\(organization)/\(service)", ServiceEntry.schema.members(entry)))
    case .renewal(let agreement, let until):
      var entry = AgreementEntry()
      entry.validity.until = .of(until)
      patch.changes.append(
        NetworkPatch.Change(.agreements, agreement, AgreementEntry.schema.members(entry)))
    case .ending(let keys, let content):
      for key in keys {
        guard let relation = network.relation(key: key) else { continue }
        let rest = (relation.content ?? []).filter { code in !content.contains { $0.covers(code) } }
        var entry = RelationEntry()
        // What else it carries goes on.
        if rest.isEmpty { entry.validity.status = .of("ended") } else { entry.content = .of(rest) }
        patch.changes.append(
          NetworkPatch.Change(.relations, key, RelationEntry.schema.members(entry)))
      }
    case .provider(let organization, let type, let groups, let areas, let from):
      let id = "new-" + type.text.replacing(".", with: "-")
      var entry = ServiceEntry()
      entry.organization = .of(organization)
      entry.id = .of(id)
      entry.type = .of(type)
      entry.scope.groups = .of(ScopeList(groups.map { ScopeTerm($0) }))
      entry.scope.areas = .of(ScopeList(areas.map { ScopeTerm(Code($0)) }))
      patch.additions.orphanServices.append(entry)
      guard let from else { break }
      var relation = RelationEntry()
      relation.from = .of(from)
      relation.to = .of("\(organization)/\(id)")
      relation.kind = .of("refers_to")
      // For those alone whom the service is for: others would be passed on from its organization.
      relation.scope.groups = entry.scope.groups
      patch.additions.relations.append(relation)
    }
  }
}

extension RecommendedAction.Widening {
  fileprivate var entry: ScopeEntry {
    var entry = ScopeEntry()
    if let areas { entry.areas = .of(areas) }
    if let groups { entry.groups = .of(groups) }
    if let cases { entry.cases = .of(cases) }
    return entry
  }
}
