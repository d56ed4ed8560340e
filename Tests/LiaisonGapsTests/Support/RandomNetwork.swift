import LiaisonModel
import LiaisonTestSupport

/// Small made-up networks with everything in them that decides a pathway.
struct RandomNetwork {
  var document = NetworkDocument()
  private var random: SeededRandom

  static let areas = ["east", "west"]
  static let groups: [Code] = ["adult.female", "adult.male"]
  static let cases: [Code] = ["labour", "sexual"]
  static let services: [Code] = ["legal_counsel", "shelter.emergency"]

  /// Two groups, two cases, three service types: few needs, so that every way can be tried.
  static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.lists[.groups] = ["adult", "adult.female", "adult.male"].map {
      Term(code: Code($0), name: $0)
    }
    vocabulary.lists[.cases] = cases.map { Term(code: $0, name: $0.text) }
    vocabulary.services = (services + ["case_management"]).map {
      ServiceType(
        term: Term(code: $0, name: $0.text), pillar: "2", isGateway: $0 == "case_management")
    }
    vocabulary.relations = [
      RelationKind(
        term: Term(code: "refers_to", name: "refers"), family: .referral, isDirected: true,
        from: [.organization], to: [.organization, .service]),
      RelationKind(
        term: Term(code: "exchanges_with", name: "exchanges with"), family: .referral,
        isDirected: false, from: [.organization], to: [.organization, .service]),
    ]
    vocabulary.statusAnswers = ["active": .yes, "ended": .no, "dormant": .unknown]
    return vocabulary
  }()

  init(seed: UInt64, organizations: Int = 5, relations: Int = 7, unknowns: Double = 0.15) {
    random = SeededRandom(seed: seed)
    document.header.title = .of("Made up")
    document.header.asOf = .of(Written.date)
    if random.chance(0.5) {
      document.header.assume.cases = .of(.any)
      document.header.assume.areas = .of(.any)
    }
    var boundary = BoundaryEntry()
    boundary.rule = .of("all")
    document.header.boundary = .of(boundary)
    for id in ["land"] + Self.areas {
      var area = AreaEntry()
      area.id = .of(id)
      area.name = .of(id)
      if id != "land" { area.within = .of("land") }
      document.areas.append(area)
    }
    for index in 0..<organizations { addOrganization(index, unknowns) }
    for index in 0..<relations { addRelation(index, organizations, unknowns) }
  }

  private mutating func list(_ codes: [Code], _ unknowns: Double) -> Field<ScopeList> {
    let draw = random.below(10)
    if draw < 4 { return .absent }
    if draw < 7 { return .of(.any) }
    var terms = codes.filter { _ in random.chance(0.6) }.map { ScopeTerm($0) }
    for index in terms.indices where random.chance(unknowns) { terms[index].answer = .unknown }
    if terms.isEmpty { terms = [ScopeTerm(codes[random.below(codes.count)])] }
    return .of(ScopeList(terms))
  }

  private mutating func scope(_ unknowns: Double) -> ScopeEntry {
    var scope = ScopeEntry()
    scope.areas = list(Self.areas.map { Code($0) }, unknowns)
    scope.groups = list(Self.groups, unknowns)
    scope.cases = list(Self.cases, unknowns)
    return scope
  }

  private mutating func validity(_ unknowns: Double) -> ValidityEntry {
    var validity = ValidityEntry()
    if random.chance(unknowns / 3) { validity.status = .of("dormant") }
    if random.chance(0.04) { validity.status = .of("ended") }
    if random.chance(0.04) { validity.until = .of(CalendarDate(days: Written.date.days - 1)) }
    return validity
  }

  private mutating func addOrganization(_ index: Int, _ unknowns: Double) {
    var place = OrganizationEntry()
    place.id = .of("o\(index)")
    place.name = .of("Organization \(index)")
    place.scope = scope(unknowns)
    place.validity = validity(unknowns)
    if index > 1, random.chance(0.25) {
      place.parent = .of("o\(random.below(index))")
    }
    if random.chance(0.6) { place.unitsRefer = .of(random.chance(0.8) ? .yes : .no) }
    if index == 0 || random.chance(0.2) {
      var entry = EntryPointEntry()
      if random.chance(0.6) {
        entry.always = .of(true)
      } else {
        entry.scope.groups = list(Self.groups, unknowns)
        entry.scope.cases = list(Self.cases, unknowns)
      }
      place.entryPoint = .of(entry)
    }
    if random.chance(0.15) { place.answered = .of(.silent) }
    if index > 0 || random.chance(0.2) {
      for type in Self.services where random.chance(0.4) {
        var service = ServiceEntry()
        service.id = .of("s-\(type.text)")
        service.type = .of(type)
        service.scope = scope(unknowns)
        service.validity = validity(unknowns)
        place.services.append(service)
      }
    }
    document.organizations.append(place)
  }

  private mutating func addRelation(_ index: Int, _ organizations: Int, _ unknowns: Double) {
    var relation = RelationEntry()
    relation.id = .of("r\(index)")
    relation.from = .of("o\(random.below(organizations))")
    let target = random.below(organizations)
    relation.to = .of("o\(target)")
    if let service = document.organizations[target].services.first?.id.value, random.chance(0.3) {
      relation.to = .of("o\(target)/\(service)")
    }
    relation.kind = .of(random.chance(0.1) ? "exchanges_with" : "refers_to")
    relation.scope = scope(unknowns)
    if random.chance(0.3) {
      relation.services = .of(
        [(Self.services + ["case_management"])[random.below(3)]])
    }
    if random.chance(0.08) { relation.onward = .of(.no) }
    relation.validity = validity(unknowns)
    if random.chance(unknowns) {
      var evidence = EvidenceEntry()
      evidence.reporter = .of("from")
      evidence.answer = .of(random.chance(0.6) ? .yes : .unknown)
      evidence.confidence = .of(Double(random.below(10)) / 10)
      relation.evidence = [evidence]
    }
    document.relations.append(relation)
  }

  /// The network; nil where the document does not resolve.
  var network: StakeholderNetwork? {
    try? NetworkResolver.resolve(document, vocabulary: Self.vocabulary)
  }
}
