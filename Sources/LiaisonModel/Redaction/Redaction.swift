/// One making of a network for an audience: what stays, under which number and id.
struct Redaction {
  let whole: StakeholderNetwork
  let audience: TrafficLight
  let areas: KeptElements
  let organizations: KeptElements
  let services: KeptElements
  let bodies: KeptElements
  let agreements: KeptElements
  let activities: KeptElements
  private var idCount = 0

  init(_ whole: StakeholderNetwork, _ audience: TrafficLight) {
    self.whole = whole
    self.audience = audience
    func kept(_ labels: [TrafficLight]) -> KeptElements {
      KeptElements(labels.map { $0 <= audience })
    }
    areas = kept(whole.areas.map(\.tlp))
    bodies = kept(whole.bodies.map(\.tlp))
    agreements = kept(whole.agreements.map(\.tlp))
    activities = kept(whole.activities.map(\.tlp))
    // A unit is part of its organization, a service of its own.
    let parents = whole.organizations.map(\.parent)
    organizations = KeptElements(
      parents.indices.map { index in
        Self.ancestry(of: index, parents).allSatisfy {
          whole.organizations[$0].tlp <= audience
        }
      })
    let owners = organizations
    services = KeptElements(
      whole.services.map { $0.tlp <= audience && owners.number(of: $0.organization) != nil })
  }

  /// A thing and what lies above it, as far as real hierarchies reach.
  static func ancestry(of index: Int, _ parents: [Int?]) -> [Int] {
    var path = [index]
    var current = index
    while let parent = parents[current], path.count <= Nesting.limit {
      path.append(parent)
      current = parent
    }
    return path
  }

  /// Whether the audience may see the values of a key.
  func shows<Entry: SchemaEntry>(_ key: String, of schema: Schema<Entry>) -> Bool {
    schema.label(of: key) <= audience
  }

  /// The next id of what stays.
  mutating func nextID() -> String {
    idCount += 1
    return "n\(idCount)"
  }

  /// The network of what stays.
  mutating func network() -> StakeholderNetwork {
    var network = whole
    network.header = header()
    network.sources = SourceSet()
    network.areas = keptAreas()
    network.areaIndex = Self.index(network.areas.map(\.id))
    // Scopes name areas by id, so these come first.
    let ids = network.areas.map(\.id)
    network.header.assume = scope(network.header.assume, ids)
    network.organizations = keptOrganizations(ids)
    network.organizationIndex = Self.index(network.organizations.map(\.id))
    network.services = keptServices(ids)
    network.sites = keptSites()
    network.bodies = keptBodies()
    network.agreements = keptAgreements()
    network.relations = keptRelations(ids)
    network.activities = keptActivities()
    // A known gap says more than the network that has it.
    if audience < max(whole.header.tlp, .amber) { network.accepted = [] }
    for position in network.accepted.indices { network.accepted[position].origin = Origin() }
    return network
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    var index: [String: Int] = [:]
    for (position, id) in ids.enumerated() { index[id] = position }
    return index
  }

  /// Below the network's own label only the date, and what `labels:` lets go.
  private func header() -> NetworkHeader {
    var header = whole.header
    header.tlp = min(header.tlp, audience)
    if header.labels.title > audience {
      header.title = ""
      header.titles = []
    }
    if header.labels.source > audience { header.source = nil }
    if header.labels.boundary > audience { header.boundary = nil }
    if max(whole.header.tlp, .amber) > audience { header.custodian = nil }
    if whole.header.tlp > audience {
      header.standard = nil
      header.standardPlace = nil
      header.assume = Scope()
    }
    return header
  }

  /// A scope without the areas that do not stay; `ids` are the new ids of those that do.
  func scope(_ scope: Scope, _ ids: [String]) -> Scope {
    guard let list = scope.areas else { return scope }
    var open = scope
    open.areas = ScopeList(
      list.terms.compactMap { term in
        if term.code == .any { return term }
        guard let area = whole.areaIndex[term.code.text], let number = areas.number(of: area)
        else { return nil }
        return ScopeTerm(Code(ids[number]), term.answer)
      })
    return open
  }
}

/// Which elements of a table stay, and their numbers among those that do.
struct KeptElements {
  /// The old numbers of those that stay, in file order.
  let positions: [Int]
  private let numbers: [Int?]

  init(_ stays: [Bool]) {
    var positions: [Int] = []
    var numbers: [Int?] = []
    for (position, isKept) in stays.enumerated() {
      numbers.append(isKept ? positions.count : nil)
      if isKept { positions.append(position) }
    }
    self.positions = positions
    self.numbers = numbers
  }

  /// The new number of an element; nil where it does not stay.
  func number(of position: Int) -> Int? { numbers[position] }

  /// The new numbers of those that stay.
  func numbers(of positions: [Int]) -> [Int] { positions.compactMap { numbers[$0] } }

  /// The first of a thing's ancestors, from the nearest, that stays.
  func nearest(_ ancestry: some Sequence<Int>) -> Int? {
    for position in ancestry {
      if let number = numbers[position] { return number }
    }
    return nil
  }
}
