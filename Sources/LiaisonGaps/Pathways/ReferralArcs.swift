import LiaisonModel

/// The arcs of the referral layer and the steps between organizations and their units, each with
/// what it says to every need.
struct ReferralArcs {
  /// A step, and what it says where it is not the last one.
  struct Arc {
    var hop: Hop
    /// The service that the relation leads to, where it names one.
    var service: Int?
    var onward: NeedMask
    /// The place, in `sent`, of the types that it sends people for; nil where none are stated.
    var sent: Int?
    /// What the relation itself says, apart from its scope.
    var standing: Answer
    /// How many hops it counts: 0 between an organization and its unit.
    var length: Int { hop.relation == nil ? 0 : 1 }
  }

  /// Service types that relations send people for.
  private struct Sent {
    /// Whether people who need any type are passed on: one of them is a gateway, or stands for all.
    var passesAllOn: Bool
    /// For each service type asked about: whether it is among them.
    var isListed: [Bool]
    /// The types themselves.
    var types: [Code]
  }

  let network: StakeholderNetwork
  let date: CalendarDate
  let needs: NeedSpace
  private(set) var masks: ScopeMasks
  private(set) var arcs: [Arc] = []
  /// The arcs out of each organization, relations in file order, then units.
  private(set) var outgoing = Groups()
  /// The arcs into each organization, in the same order.
  private(set) var incoming = Groups()
  private var sent: [Sent] = []
  private var placeOfSent: [[Code]: Int] = [:]
  /// The entry points, by id, and what they say.
  private(set) var entries: [(organization: Int, mask: NeedMask)] = []
  /// The confidence of each relation; -1 is *not stated*.
  let relationConfidence: [Double]

  init(
    _ network: StakeholderNetwork, _ needs: NeedSpace, _ date: CalendarDate,
    notThrough impassable: Set<Int> = []
  ) {
    self.network = network
    self.needs = needs
    self.date = date
    masks = ScopeMasks(network, needs)
    relationConfidence = network.relations.map { $0.confidence ?? -1 }
    for index in network.relations.indices {
      add(relation: index, notThrough: impassable)
    }
    for unit in network.organizations.indices {
      guard let parent = network.organizations[unit].parent else { continue }
      for (source, target) in [(parent, unit), (unit, parent)] where !impassable.contains(source) {
        add(
          from: source, toUnitOrParent: target, answer: network.organizations[parent].unitsRefer)
      }
    }
    let count = network.organizations.count
    outgoing = Groups(arcs.map(\.hop.source), count: count)
    incoming = Groups(arcs.map(\.hop.target), count: count)
    for index in network.byID(network.organizations.indices) { addEntry(index) }
  }

  /// Adds a relation's arc, and the arc back where its kind has no direction.
  private mutating func add(relation index: Int, notThrough impassable: Set<Int>) {
    for reversed in network.relations[index].isDirected ? [false] : [false, true] {
      let source = network.organization(
        of: network.relations[index].end(reversed: !reversed))
      if let source, impassable.contains(source) { continue }
      add(relation: index, reversed: reversed)
    }
  }

  private mutating func add(relation index: Int, reversed: Bool) {
    let relation = network.relations[index]
    let end = relation.end(reversed: reversed)
    guard Layer.Name.referral.contains(relation),
      let source = network.organization(of: relation.end(reversed: !reversed)),
      let target = network.organization(of: end)
    else { return }
    let place = network.organizations[target]
    var service: Int?
    let standing = relation.standing(on: date)
    var cap = standing & relation.onward & place.validity.answer(on: date)
    if case .service(let index) = end {
      service = index
      cap = cap & network.services[index].validity.answer(on: date)
    }
    let sent = relation.services.map { sentPlace(of: $0) }
    arcs.append(
      Arc(
        hop: Hop(source: source, target: target, relation: index), service: service,
        onward: NeedMask(
          area: masks.areaMask(relation: relation.scope, target: place.scope),
          profile: masks.profileMask(relation: relation.scope, target: place.scope), cap: cap),
        sent: sent, standing: standing))
  }

  /// The place of a list of service types in `sent`.
  private mutating func sentPlace(of types: [Code]) -> Int {
    if let known = placeOfSent[types] { return known }
    sent.append(
      Sent(
        passesAllOn: types.contains {
          $0 == .any || network.vocabulary.service($0)?.isGateway ?? false
        },
        isListed: needs.services.map { type in types.contains { $0.covers(type) } }, types: types))
    placeOfSent[types] = sent.count - 1
    return sent.count - 1
  }

  private mutating func add(from source: Int, toUnitOrParent target: Int, answer: Answer) {
    let place = network.organizations[target]
    arcs.append(
      Arc(
        hop: Hop(source: source, target: target, relation: nil), service: nil,
        onward: NeedMask(
          area: masks.areaMask(relation: nil, target: place.scope),
          profile: masks.profileMask(relation: nil, target: place.scope),
          cap: answer & place.validity.answer(on: date)),
        sent: nil, standing: answer))
  }

  private mutating func addEntry(_ index: Int) {
    let organization = network.organizations[index]
    var scope = organization.scope
    switch organization.entryPoint {
    case .none: return
    case .everyone: break
    case .scope(let own):
      scope.areas = own.areas ?? scope.areas
      scope.groups = own.groups ?? scope.groups
      scope.cases = own.cases ?? scope.cases
    }
    let mask = NeedMask(
      area: masks.areaMask(relation: nil, target: scope),
      profile: masks.profileMask(relation: nil, target: scope),
      cap: organization.validity.answer(on: date))
    entries.append((index, mask))
  }

  /// Whether an arc sends people to a service: it lists its type, or does not say for which it sends them.
  func sends(_ arc: Arc, to service: Int) -> Bool {
    guard let place = arc.sent else { return true }
    let type = network.services[service].type
    return sent[place].types.contains { $0.covers(type) }
  }

  /// What an arc says where it is not the last one and people need a service type, by position; nil
  /// stands for a type that no relation lists.
  func onwardMask(_ arc: Arc, for service: Int?) -> NeedMask {
    var mask = arc.onward
    if !passesOn(arc, for: service) { mask.cap = mask.cap & .unknown }
    return mask
  }

  private func passesOn(_ arc: Arc, for service: Int?) -> Bool {
    guard let place = arc.sent, !sent[place].passesAllOn else { return true }
    return service.map { sent[place].isListed[$0] } ?? false
  }

  /// What an arc says to one need where it is not the last one.
  func onwardAnswer(_ index: Int, service: Int, area: Int, profile: Int) -> Answer {
    let answer = answer(arcs[index].onward, area: area, profile: profile)
    return answer == .yes && !passesOn(arcs[index], for: service) ? .unknown : answer
  }

  /// What an arc says as the last one, into a service; nil where it does not lead there.
  mutating func lastMask(_ arc: Arc, into service: Int, for position: Int) -> NeedMask? {
    let provider = network.services[service]
    guard provider.organization == arc.hop.target, arc.service == nil || arc.service == service,
      needs.services[position].covers(provider.type)
    else { return nil }
    var cap = arc.standing & network.standing(of: service, on: date)
    if !sends(arc, to: service) { cap = .no }
    let scope = arc.hop.relation.map { network.relations[$0].scope }
    return NeedMask(
      area: masks.areaMask(relation: scope, target: provider.scope),
      profile: masks.profileMask(relation: scope, target: provider.scope), cap: cap)
  }

  /// What a service says by itself.
  mutating func mask(ofService service: Int) -> NeedMask {
    let provider = network.services[service]
    return NeedMask(
      area: masks.areaMask(relation: nil, target: provider.scope),
      profile: masks.profileMask(relation: nil, target: provider.scope),
      cap: network.standing(of: service, on: date))
  }

  /// Whether people of a need arrive first at an entry point, by its position.
  func arrival(entry: Int, area: Int, profile: Int) -> Answer {
    answer(entries[entry].mask, area: area, profile: profile)
  }

  /// A mask's answer to one need.
  func answer(_ mask: NeedMask, area: Int, profile: Int) -> Answer {
    let answer = masks.answer(mask.area, area: area) & mask.cap
    return answer == .no ? .no : answer & masks.answer(mask.profile, profile: profile)
  }
}
