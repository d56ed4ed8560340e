import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport

/// Small made-up networks with everything that the analyses of who is there, who works with whom and
/// what is agreed look at: sectors, units, offices, donors, committees, agreements, a plan, what is
/// dormant, dated, denied or not stated, and a boundary that lists all, a part or nothing.
struct TownNetwork {
  var document = NetworkDocument()
  private var random: SeededRandom

  static let areas = ["east", "west"]
  static let groups: [Code] = ["adult.female", "adult.male"]
  static let services: [Code] = ["legal_counsel", "shelter.emergency"]
  static let sectors: [Code] = ["gov.police", "gov.health", "ngo", "donor", "foundation.private"]

  /// Two groups, one case, two service types, and every family of relations.
  static let vocabulary: Vocabulary = {
    var vocabulary = RandomNetwork.vocabulary
    vocabulary.lists[.cases] = [Term(code: "labour", name: "labour")]
    vocabulary.lists[.sectors] = sectors.map { Term(code: $0, name: $0.text) }
    func kind(_ code: Code, _ family: RelationFamily, isDirected: Bool = true, to: EndClass) {
      vocabulary.relations.append(
        RelationKind(
          term: Term(code: code, name: code.text), family: family, isDirected: isDirected,
          from: [.organization], to: [to]))
    }
    for code in ["escalates_to", "gives_feedback_to"] as [Code] {
      kind(code, .referral, to: .organization)
    }
    kind("shares_information_with", .information, to: .organization)
    kind("supervises", .authority, to: .organization)
    kind("funds", .resource, to: .organization)
    kind("works_with", .joint, isDirected: false, to: .organization)
    kind("member_of", .membership, to: .body)
    kind("conflicts_with", .negative, isDirected: false, to: .organization)
    vocabulary.statusAnswers["planned"] = .no
    return vocabulary
  }()

  /// - Parameter unknowns: how often something is not known.
  init(seed: UInt64, organizations: Int = 6, relations: Int = 9, unknowns: Double = 0.06) {
    random = SeededRandom(seed: seed)
    addHeader()
    for index in 0..<organizations { addOrganization(index, unknowns) }
    for (index, id) in ["council", "forum"].enumerated() {
      var body = BodyEntry()
      body.id = .of(id)
      body.name = .of(id)
      if index == 1, random.chance(0.3) { body.validity.status = .of("ended") }
      document.bodies.append(body)
    }
    for index in 0..<2 { addAgreement(index, organizations) }
    for index in 0..<relations { addRelation(index, organizations, unknowns) }
    for index in 0..<3 { addActivity(index, organizations) }
  }

  private mutating func addHeader() {
    document.header.title = .of("Made up")
    document.header.asOf = .of(Written.date)
    document.header.assume.areas = .of(.any)
    document.header.assume.groups = .of(.any)
    document.header.assume.cases = .of(.any)
    if random.chance(0.8) {
      var boundary = BoundaryEntry()
      boundary.rule = .of("all")
      if random.chance(0.4) {
        let all: [Code] = [
          "organizations", "services", "referral", "information", "authority", "resource", "joint",
          "membership", "agreements", "activities",
        ]
        boundary.complete = .of(all.filter { _ in random.chance(0.75) })
      }
      document.header.boundary = .of(boundary)
    }
    let hasPopulation = random.chance(0.5)
    for id in ["land"] + Self.areas {
      var area = AreaEntry()
      area.id = .of(id)
      area.name = .of(id)
      area.level = .of(id == "land" ? "province" : "district")
      if id != "land" { area.within = .of("land") }
      if hasPopulation, id == "land" || random.chance(0.9) {
        area.population = .of(10 * (1 + random.below(9)))
      }
      document.areas.append(area)
    }
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[random.below(list.count)]
  }

  private mutating func list(_ codes: [Code], _ unknowns: Double) -> Field<ScopeList> {
    if random.chance(0.35) { return .absent }
    if random.chance(0.2) { return .of(.any) }
    var terms = codes.filter { _ in random.chance(0.5) }.map { ScopeTerm($0) }
    if terms.isEmpty { terms = [ScopeTerm(pick(codes))] }
    for index in terms.indices where random.chance(unknowns) { terms[index].answer = .unknown }
    if terms.count > 1, random.chance(0.1) { terms[0].answer = .no }
    return .of(ScopeList(terms))
  }

  private mutating func validity(_ unknowns: Double) -> ValidityEntry {
    var validity = ValidityEntry()
    if random.chance(unknowns) { validity.status = .of("dormant") }
    if random.chance(0.05) { validity.status = .of(pick(["ended", "planned"])) }
    // The first and the last day are days of validity.
    let day = Written.date.days
    if random.chance(0.08) {
      validity.until = .of(CalendarDate(days: day - Int32(random.below(2))))
    }
    if random.chance(0.08) { validity.from = .of(CalendarDate(days: day + Int32(random.below(2)))) }
    return validity
  }

  private mutating func addOrganization(_ index: Int, _ unknowns: Double) {
    var place = OrganizationEntry()
    place.id = .of("o\(index)")
    place.name = .of("Organization \(index)")
    place.scope.areas = list(["east", "west", "land"], unknowns)
    place.scope.groups = list(Self.groups, unknowns / 2)
    place.validity = validity(unknowns / 2)
    if index > 0, random.chance(0.25) {
      place.parent = .of("o\(random.below(index))")
    }
    if random.chance(place.parent.isAbsent ? 0.9 : 0.2) { place.sector = .of(pick(Self.sectors)) }
    if random.chance(0.4) { place.locatedIn = .of(pick(["east", "west", "land"])) }
    if random.chance(0.85) { place.unitsRefer = .of(random.chance(0.6) ? .yes : .no) }
    if index == 0 || random.chance(0.2) {
      var entry = EntryPointEntry()
      entry.scope.groups = list(Self.groups, unknowns)
      if entry.scope.groups.isAbsent { entry.always = .of(true) }
      place.entryPoint = .of(entry)
    }
    if random.chance(0.1) { place.answered = .of(.silent) }
    for type in Self.services where random.chance(0.45) {
      var service = ServiceEntry()
      service.id = .of("s-\(type.text)")
      service.type = .of(type)
      service.scope.groups = list(Self.groups, unknowns)
      service.scope.areas = list(["east", "west", "land"], unknowns)
      service.validity = validity(unknowns / 2)
      if random.chance(0.2) { service.languages = .of([pick(["ur", "pa-Arab"])]) }
      place.services.append(service)
    }
    document.organizations.append(place)
  }

  private mutating func addAgreement(_ index: Int, _ organizations: Int) {
    var agreement = AgreementEntry()
    agreement.id = .of("a\(index)")
    agreement.type = .of(pick(["mou", "protocol", "law"]))
    if random.chance(0.9) {
      agreement.parties = .of(
        (0..<(1 + random.below(3))).map { _ in "o\(random.below(organizations))" })
    }
    agreement.validity = validity(0)
    if random.chance(0.7) {
      agreement.validity.until = .of(
        CalendarDate(days: Written.date.days + pick([-40, -1, 0, 1, 89, 90, 91, 400])))
    }
    document.agreements.append(agreement)
  }

  private mutating func addRelation(_ index: Int, _ organizations: Int, _ unknowns: Double) {
    var relation = RelationEntry()
    relation.id = .of("r\(index)")
    relation.from = .of("o\(random.below(organizations))")
    let target = random.below(organizations)
    relation.to = .of("o\(target)")
    relation.kind = .of(
      pick([
        "refers_to", "refers_to", "refers_to", "refers_to", "escalates_to", "gives_feedback_to",
        "shares_information_with", "works_with", "funds", "funds", "supervises", "member_of",
        "member_of", "conflicts_with",
      ]))
    let kind = relation.kind.value ?? ""
    if kind == "member_of" { relation.to = .of(pick(["council", "forum"])) }
    let services = document.organizations[target].services
    if ["refers_to", "funds"].contains(kind), let service = services.last?.id.value,
      random.chance(0.35)
    {
      relation.to = .of("o\(target)/\(service)")
    }
    if kind == "refers_to" || kind == "escalates_to" {
      relation.scope.groups = random.chance(0.5) ? .absent : list(Self.groups, unknowns)
      if random.chance(0.4) {
        relation.services = .of([pick(Self.services + ["case_management"])])
      }
      if random.chance(0.7) { relation.feedback = .of(pick(["none", "ad_hoc", "systematic"])) }
    }
    if random.chance(0.5) {
      relation.content = .of([pick(["personal", "case.file", "aggregate"])])
    }
    if random.chance(0.3) { relation.agreement = .of("a\(random.below(2))") }
    if random.chance(0.2) { relation.formality = .of(pick(["informal", "law"])) }
    relation.validity = validity(unknowns)
    if random.chance(0.15) {
      var evidence = EvidenceEntry()
      evidence.reporter = .of("from")
      evidence.answer = .of(random.chance(unknowns) ? .unknown : random.chance(0.5) ? .yes : .no)
      relation.evidence = [evidence]
    }
    document.relations.append(relation)
  }

  private mutating func addActivity(_ index: Int, _ organizations: Int) {
    var activity = ActivityEntry()
    activity.id = .of("p\(index)")
    activity.title = .of("Activity \(index)")
    func some(_ most: Int) -> [String] {
      (0..<random.below(most + 1)).map { _ in "o\(random.below(organizations))" }
    }
    activity.leads = .of(some(2))
    activity.supports = .of(some(2))
    activity.dependsOn = .of((0..<index).filter { _ in random.chance(0.4) }.map { "p\($0)" })
    if random.chance(0.4) {
      activity.status = .of(pick(["ongoing", "delayed", "done", "cancelled"]))
    }
    document.activities.append(activity)
  }

  /// The report of the network against expectations.
  func report(_ standard: Standard) throws -> GapReport {
    try GapAnalysis.run(
      NetworkResolver.resolve(document, vocabulary: Self.vocabulary), against: standard)
  }
}
