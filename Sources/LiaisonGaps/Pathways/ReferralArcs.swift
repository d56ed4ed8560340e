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
    /// The types that it sends people for, where an earlier hop may be unknown for others.
    var onwardServices: [Code]?
    /// The types that it sends people for, as written.
    var services: [Code]?
    /// What the relation itself says, apart from its scope.
    var standing: Answer
    /// How many hops it counts: 0 between an organization and its unit.
    var length: Int { hop.relation == nil ? 0 : 1 }
  }

  let network: StakeholderNetwork
  let date: CalendarDate
  let needs: NeedSpace
  private(set) var masks: ScopeMasks
  private(set) var arcs: [Arc] = []
  /// The arcs out of each organization, relations in file order, then units.
  private(set) var outgoing: [[Int]]
  /// The arcs into each organization.
  private(set) var incoming: [[Int]]
  /// The entry points, by id, and what they say.
  private(set) var entries: [(organization: Int, mask: NeedMask)] = []
  /// The confidence of each relation; -1 is *not stated*.
  let relationConfidence: [Double]

  init(
    _ network: StakeholderNetwork, _ needs: NeedSpace, _ date: CalendarDate,
    without excluded: Set<Int> = [], notThrough impassable: Set<Int> = []
  ) {
    self.network = network
    self.needs = needs
    self.date = date
    masks = ScopeMasks(network, needs)
    relationConfidence = network.relations.map { $0.confidence ?? -1 }
    outgoing = Array(repeating: [], count: network.organizations.count)
    incoming = outgoing
    for index in network.relations.indices where !excluded.contains(index) {
      add(relation: index, notThrough: impassable)
    }
    for unit in network.organizations.indices {
      guard let parent = network.organizations[unit].parent else { continue }
      for (source, target) in [(parent, unit), (unit, parent)] where !impassable.contains(source) {
        add(
          from: source, toUnitOrParent: target, answer: network.organizations[parent].unitsRefer)
      }
    }
    let byID = network.organizations.indices.sorted {
      idsPrecede([network.organizations[$0].id], [network.organizations[$1].id])
    }
    for index in byID { addEntry(index) }
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
    let isGateway =
      relation.services?.contains { network.vocabulary.service($0)?.isGateway ?? false } ?? true
    append(
      Arc(
        hop: Hop(source: source, target: target, relation: index), service: service,
        onward: NeedMask(
          area: masks.areaMask(relation: relation.scope, target: place.scope),
          profile: masks.profileMask(relation: relation.scope, target: place.scope), cap: cap),
        onwardServices: isGateway ? nil : relation.services, services: relation.services,
        standing: standing))
  }

  private mutating func add(from source: Int, toUnitOrParent target: Int, answer: Answer) {
    let place = network.organizations[target]
    append(
      Arc(
        hop: Hop(source: source, target: target, relation: nil), service: nil,
        onward: NeedMask(
          area: masks.areaMask(relation: nil, target: place.scope),
          profile: masks.profileMask(relation: nil, target: place.scope),
          cap: answer & place.validity.answer(on: date)),
        onwardServices: nil, services: nil, standing: answer))
  }

  private mutating func append(_ arc: Arc) {
    outgoing[arc.hop.source].append(arcs.count)
    incoming[arc.hop.target].append(arcs.count)
    arcs.append(arc)
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

  /// What an arc says where it is not the last one and people need a service type.
  func onwardMask(_ arc: Arc, for service: Code) -> NeedMask {
    var mask = arc.onward
    if let listed = arc.onwardServices, !listed.contains(where: { $0.covers(service) }) {
      mask.cap = mask.cap & .unknown
    }
    return mask
  }

  /// What an arc says as the last one, into a service; nil where it does not lead there.
  mutating func lastMask(_ arc: Arc, into service: Int, for type: Code) -> NeedMask? {
    let provider = network.services[service]
    guard provider.organization == arc.hop.target, arc.service == nil || arc.service == service,
      type.covers(provider.type)
    else { return nil }
    var cap = arc.standing & network.standing(of: service, on: date)
    if let listed = arc.services, !listed.contains(where: { $0.covers(type) }) { cap = .no }
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

  /// A mask's answer to one need.
  func answer(_ mask: NeedMask, area: Int, profile: Int) -> Answer {
    let areaAnswer = masks.areas[mask.area].answers[area] & mask.cap
    guard areaAnswer != .no else { return .no }
    let profiles = masks.profiles[mask.profile]
    let bit = UInt64(1) << UInt64(profile % 64)
    if profiles.certain[profile / 64] & bit != 0 { return areaAnswer }
    return profiles.possible[profile / 64] & bit != 0 ? areaAnswer & .unknown : .no
  }
}
