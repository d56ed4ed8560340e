import LiaisonModel

/// A document in which nothing is unknown, read by SEMANTICS §1–§6 alone: what is written, and a plain
/// yes or no to every question. It shares nothing with the resolver, the masks and the searches, so that
/// what they say can be held against it. A ``Completion`` settles what is not known first.
struct PlainNetwork {
  struct Service {
    var id: String
    var type: Code
    var scope: ScopeEntry
    var isInForce: Bool
  }

  struct Place {
    var id: String
    var parent: Int?
    var sector: Code?
    var scope: ScopeEntry
    var isInForce: Bool
    var unitsRefer: Bool
    /// Whom it meets first; nil where nobody.
    var entry: ScopeEntry?
    var isSilent: Bool
    var services: [Service]
  }

  /// An end of a relation: an organization, and its service where one is named.
  struct End: Hashable {
    var place: Int
    var service: Int?
  }

  struct Link {
    var key: String
    var from: End
    /// Nil where it leads to a body.
    var to: End?
    var body: String?
    var kind: Code
    var scope: ScopeEntry
    var services: [Code]?
    var goesOn: Bool
    /// Whether its status, dates and evidence hold.
    var isInForce: Bool
    /// Whether it passes on people of services that it does not list, where nothing says so.
    var passesOthers: Bool
    var entry: RelationEntry
  }

  /// What a person needs, met where.
  struct Need: Hashable {
    var service: Code
    var area: String
    var group: Code
    var caseCode: Code
  }

  let document: NetworkDocument
  var places: [Place] = []
  var links: [Link] = []
  private var above: [String: String] = [:]
  private var steps: [[Step]] = []
  private let assume: ScopeEntry

  static let date = Written.date

  init(_ document: NetworkDocument, narrow: Set<Int> = []) {
    self.document = document
    assume = document.header.assume
    for area in document.areas { above[area.id.value ?? ""] = area.within.value }
    var index: [String: Int] = [:]
    for (position, entry) in document.organizations.enumerated() {
      index[entry.id.value ?? ""] = position
    }
    for entry in document.organizations {
      // What is not written is taken from the organization above, and from the one above that.
      var scope = entry.scope
      var sector = entry.sector.value
      var upper = entry.parent.value.flatMap { index[$0] }
      while let position = upper {
        let parent = document.organizations[position]
        scope = Self.filled(scope, from: parent.scope)
        sector = sector ?? parent.sector.value
        upper = parent.parent.value.flatMap { index[$0] }
      }
      let isInForce = Self.isInForce(entry.validity)
      var place = Place(
        id: entry.id.value ?? "", parent: entry.parent.value.flatMap { index[$0] }, sector: sector,
        scope: scope, isInForce: isInForce, unitsRefer: entry.unitsRefer.value == .yes,
        isSilent: entry.answered.value == .silent, services: [])
      if let point = entry.entryPoint.value, point.always.value != false {
        place.entry = Self.filled(point.scope, from: scope)
      }
      place.services = entry.services.map { service in
        Service(
          id: service.id.value ?? "", type: service.type.value ?? "",
          scope: Self.filled(service.scope, from: scope),
          isInForce: isInForce && Self.isInForce(service.validity))
      }
      places.append(place)
    }
    for (position, entry) in document.relations.enumerated() {
      func end(_ text: String?) -> End? {
        let parts = (text ?? "").split(separator: "/").map(String.init)
        guard let place = parts.first.flatMap({ index[$0] }) else { return nil }
        guard parts.count > 1 else { return End(place: place) }
        return End(place: place, service: places[place].services.firstIndex { $0.id == parts[1] })
      }
      guard let from = end(entry.from.value) else { continue }
      let to = end(entry.to.value)
      let key =
        entry.id.value
        ?? "\(entry.from.value ?? "") \(entry.kind.value?.text ?? "") \(entry.to.value ?? "")"
      links.append(
        Link(
          key: key, from: from, to: to, body: to == nil ? entry.to.value : nil,
          kind: entry.kind.value ?? "", scope: entry.scope, services: entry.services.value,
          goesOn: entry.onward.value != .no,
          isInForce: Self.isInForce(entry.validity) && Self.holds(entry.evidence),
          passesOthers: !narrow.contains(position), entry: entry))
    }
    findSteps()
  }

  // MARK: What is written

  private static func filled(_ scope: ScopeEntry, from other: ScopeEntry) -> ScopeEntry {
    var scope = scope
    if scope.areas.isAbsent { scope.areas = other.areas }
    if scope.groups.isAbsent { scope.groups = other.groups }
    if scope.cases.isAbsent { scope.cases = other.cases }
    return scope
  }

  static func isInForce(_ validity: ValidityEntry) -> Bool {
    if let from = validity.from.value, from > date { return false }
    if let until = validity.until.value, until < date { return false }
    return [nil, "active"].contains(validity.status.value)
  }

  /// What one piece of evidence, or several that agree, say; none: it stands as written.
  static func holds(_ evidence: [EvidenceEntry]) -> Bool {
    evidence.allSatisfy { $0.answer.value != .no }
  }

  // MARK: Whom a list admits

  private func mark(_ list: ScopeList, _ code: String) -> Bool? {
    list.terms.first { $0.code.text == code }.map { $0.answer == .yes }
  }

  /// A list of areas admits an area where it or one around it is listed; the nearest decides.
  func admits(_ list: Field<ScopeList>, area: String) -> Bool? {
    guard let list = list.value else { return nil }
    var current: String? = area
    while let here = current {
      if let mark = mark(list, here) { return mark }
      current = above[here]
    }
    return mark(list, "any") ?? false
  }

  /// A list of dotted codes admits a code where it or one above it is listed; the longest decides.
  func admits(_ list: Field<ScopeList>, code: String) -> Bool? {
    guard let list = list.value else { return nil }
    var code = Substring(code)
    while !code.isEmpty {
      if let mark = mark(list, String(code)) { return mark }
      code = code[..<(code.lastIndex(of: ".") ?? code.startIndex)]
    }
    return mark(list, "any") ?? false
  }

  /// Both must admit where both speak; where neither does, what the header assumes decides.
  private func both(_ relation: Bool?, _ target: Bool?, _ assumed: Bool?) -> Bool {
    if relation == nil, target == nil { return assumed ?? false }
    return (relation ?? true) && (target ?? true)
  }

  func admits(_ relation: ScopeEntry, _ target: ScopeEntry, _ need: Need) -> Bool {
    both(
      admits(relation.areas, area: need.area), admits(target.areas, area: need.area),
      admits(assume.areas, area: need.area))
      && both(
        admits(relation.groups, code: need.group.text),
        admits(target.groups, code: need.group.text),
        admits(assume.groups, code: need.group.text))
      && both(
        admits(relation.cases, code: need.caseCode.text),
        admits(target.cases, code: need.caseCode.text),
        admits(assume.cases, code: need.caseCode.text))
  }

  /// Whether an organization meets people with a need first.
  func meets(_ place: Int, _ need: Need) -> Bool {
    guard places[place].isInForce, let entry = places[place].entry else { return false }
    return admits(ScopeEntry(), entry, need)
  }

  /// Whether a service admits a need.
  func provides(_ place: Int, _ service: Int, _ need: Need) -> Bool {
    let own = places[place].services[service]
    return own.isInForce && need.service.covers(own.type) && admits(ScopeEntry(), own.scope, need)
  }

  /// Who provides what a need asks for.
  func providers(_ need: Need) -> [Int] {
    places.indices.filter { place in
      places[place].services.indices.contains { provides(place, $0, need) }
    }
  }

  // MARK: Pathways

  static let gateways: Set<Code> = ["case_management"]
  static let referrals: Set<Code> = [
    "refers_to", "escalates_to", "hands_over_to", "exchanges_with",
  ]

  /// A step: along a relation, or between a unit and its organization, which then says whether they refer.
  private struct Step {
    var to: End
    var link: Int?
    var parent: Int
  }

  /// The steps from each organization: relations one way, back too where they have no direction, and
  /// those between units and their organizations.
  private mutating func findSteps() {
    steps = places.map { _ in [] }
    for (index, link) in links.enumerated() {
      guard Self.referrals.contains(link.kind), let to = link.to else { continue }
      steps[link.from.place].append(Step(to: to, link: index, parent: 0))
      if link.kind == "exchanges_with" {
        steps[to.place].append(Step(to: link.from, link: index, parent: 0))
      }
    }
    for (unit, place) in places.enumerated() {
      guard let parent = place.parent else { continue }
      steps[unit].append(Step(to: End(place: parent), link: nil, parent: parent))
      steps[parent].append(Step(to: End(place: unit), link: nil, parent: parent))
    }
  }

  /// The organizations that people with a need reach.
  func reached(from start: Int, _ need: Need) -> Set<Int> {
    var reached: Set<Int> = [start]
    var queue = [start]
    while let here = queue.popLast() {
      for step in steps[here] where !reached.contains(step.to.place) && passes(step, need) {
        reached.insert(step.to.place)
        queue.append(step.to.place)
      }
    }
    return reached
  }

  /// Whether people go on from where a step leads.
  private func passes(_ step: Step, _ need: Need) -> Bool {
    let target = places[step.to.place]
    guard target.isInForce else { return false }
    guard let index = step.link else {
      return places[step.parent].unitsRefer && admits(ScopeEntry(), target.scope, need)
    }
    let link = links[index]
    guard link.isInForce, link.goesOn else { return false }
    if let service = step.to.service, !target.services[service].isInForce { return false }
    if let listed = link.services, !link.passesOthers,
      !listed.contains(where: { $0.covers(need.service) || Self.gateways.contains($0) })
    {
      return false
    }
    return admits(link.scope, target.scope, need)
  }

  /// Whether a last step from here leads into a service that admits the need.
  private func isServed(from here: Int, _ need: Need) -> Bool {
    steps[here].contains { step in
      let services = places[step.to.place].services
      guard let index = step.link else {
        return places[step.parent].unitsRefer
          && services.indices.contains { provides(step.to.place, $0, need) }
      }
      let link = links[index]
      return link.isInForce
        && services.indices.contains { position in
          let service = services[position]
          return service.isInForce && need.service.covers(service.type)
            && (step.to.service ?? position) == position
            && link.services.map { $0.contains { $0.covers(service.type) } } ?? true
            && admits(link.scope, service.scope, need)
        }
    }
  }

  /// Whether people with a need who arrive at an organization reach a provider: the organization's own
  /// service, or one that a last step leads into. To pass by a provider is not to be admitted by it.
  func hasWay(from start: Int, _ need: Need) -> Bool {
    places[start].services.indices.contains { provides(start, $0, need) }
      || reached(from: start, need).contains { isServed(from: $0, need) }
  }
}
