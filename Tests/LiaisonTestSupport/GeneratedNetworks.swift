public import LiaisonModel

/// A seeded network of whatever size, valid to the last reference, with every field that the format
/// has used somewhere: for round trips, laws and measuring.
public struct GeneratedNetwork {
  /// How many of each there are.
  public struct Size: Sendable {
    /// Areas, the first around all others.
    public var areas: Int
    /// Organizations.
    public var organizations: Int
    /// Relations.
    public var relations: Int

    /// A size; small where nothing is said.
    public init(areas: Int = 4, organizations: Int = 10, relations: Int = 20) {
      self.areas = areas
      self.organizations = organizations
      self.relations = relations
    }
  }

  /// The document.
  public private(set) var document = NetworkDocument()

  private var random: SeededRandom
  private let size: Size
  /// Whether texts hold what breaks careless writers: quotes, commas, line breaks, unknown keys.
  private let isOdd: Bool
  private var ends: [String] = []

  /// A network of a seed.
  ///
  /// - Parameter isOdd: whether texts and unknown keys are such as break careless writers.
  public init(seed: UInt64, size: Size = Size(), isOdd: Bool = false) {
    random = SeededRandom(seed: seed)
    self.size = size
    self.isOdd = isOdd
    addHeader()
    for index in 0..<size.areas { addArea(index) }
    for index in 0..<size.organizations { addOrganization(index) }
    for index in 0..<(1 + size.organizations / 5) { addTables(index) }
    for index in 0..<size.relations { addRelation(index) }
  }

  // MARK: Values

  private static let codes = (
    sectors: ["gov.law_enforcement", "gov.health", "ngo.specialised", "worker.trade_union"],
    services: ["shelter.emergency", "hotline", "legal_counsel", "psychosocial", "vocational"],
    groups: ["adult.female", "adult.male", "child.female", "child.male", "adult", "child", "any"],
    cases: ["labour", "sexual", "domestic", "any"],
    kinds: ["refers_to", "hands_over_to", "shares_information_with", "funds", "supervises"],
    statuses: ["active", "planned", "dormant", "ended"]
  )

  private static let oddTexts = [
    "a;b", "\\;", "c:\\x", " leading", "trailing ", "a,b\"c", "line\nbreak", "ends\n", "null", "~",
    "", "yes", "007", "- dash", "# hash", "=1+1", "'=x", "@at", "{a: b}", "[x]", "a: b", "a #b",
    "اردو نام", "e\u{301}", "é", "\u{200F}rtl", "tab\there", "x@json", "🙂", "''", "\"", "%25", "|",
    ">", "&a", "*a", "!t", "a\u{85}b", "\u{2028}", "sep=;", "\u{FEFF}bom",
  ]

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[random.below(list.count)]
  }

  private mutating func text(_ usual: String) -> String {
    isOdd && random.chance(0.4) ? pick(Self.oddTexts) : usual
  }

  private mutating func some<Value>(
    _ probability: Double = 0.4, _ make: (inout GeneratedNetwork) -> Value
  ) -> Field<Value> {
    random.chance(probability) ? .of(make(&self)) : .absent
  }

  private mutating func code(_ list: [String]) -> Field<Code> { some { Code($0.pick(list)) } }
  private mutating func date() -> Field<CalendarDate> {
    some(0.3) { CalendarDate(days: Int32(18_000 + $0.random.below(3_000))) }
  }
  private mutating func amount() -> Field<Double> {
    some { Double($0.random.below(400)) / Double($0.pick([1, 4, 7])) }
  }
  private mutating func tlp() -> Field<TrafficLight> {
    some(0.2) { $0.pick(TrafficLight.allCases) }
  }
  private mutating func note() -> Field<String> { some(0.2) { $0.text("Asked again in May") } }
  private mutating func texts() -> Field<[String]> {
    some(0.3) { made in
      (0..<made.random.below(made.isOdd ? 3 : 2) + (made.isOdd ? 0 : 1)).map { _ in made.text("ur")
      }
    }
  }
  private mutating func names() -> [LocalName] {
    ["ar", "ur"].compactMap { tag in
      random.chance(0.3) ? LocalName(tag: tag, text: text("نام")) : nil
    }
  }

  private mutating func list(_ codes: [String]) -> Field<ScopeList> {
    some { made in
      var terms: [ScopeTerm] = []
      for _ in 0...made.random.below(3) {
        let code = Code(made.pick(codes))
        if terms.contains(where: { $0.code == code }) { continue }
        terms.append(ScopeTerm(code, made.pick([.yes, .yes, .no, .unknown])))
      }
      return ScopeList(terms)
    }
  }

  private mutating func scope() -> ScopeEntry {
    var scope = ScopeEntry()
    scope.areas = list(document.areas.compactMap(\.id.value) + ["any"])
    scope.groups = list(Self.codes.groups)
    scope.cases = list(Self.codes.cases)
    return scope
  }

  private mutating func validity() -> ValidityEntry {
    var validity = ValidityEntry()
    validity.status = random.chance(0.2) ? code(Self.codes.statuses) : .absent
    validity.from = date()
    if let first = validity.from.value, random.chance(0.5) {
      validity.until = .of(CalendarDate(days: first.days + Int32(random.below(2_000))))
    }
    return validity
  }

  private mutating func unknown() -> [UnknownMember] {
    guard isOdd, random.chance(0.3) else { return [] }
    let keys = ["capacity.odd", "colour", "deep", "empty", "id@json", "with space", "x.y"]
    return keys.compactMap { key in
      guard random.chance(0.3) else { return nil }
      let node: SourceNode =
        switch key {
        case "deep":
          SourceNode(
            .map([
              .init(key: "a", node: SourceNode(.list([.text(text("x")), SourceNode(.null)]))),
              .init(key: text("k") + "-", node: SourceNode(.map([]))),
            ]))
        case "empty": SourceNode(.null)
        default: .text(text("blue"))
        }
      return UnknownMember(key: key, node: node)
    }
  }

  private func area(_ index: Int) -> String { "area-\(index)" }

  // MARK: Entries

  private mutating func addHeader() {
    var header = HeaderEntry()
    header.version = .of(1)
    header.title = .of(text("Generated network"))
    header.titles = names()
    header.asOf = .of(CalendarDate(days: 20_000))
    header.tlp = tlp()
    header.labels = some { made in
      var labels = HeaderLabelsEntry()
      labels.title = made.tlp()
      labels.source = .of(.clear)
      labels.boundary = made.tlp()
      return labels
    }
    header.standard = some { _ in "four-pillars" }
    header.boundary = some { made in
      var boundary = BoundaryEntry()
      boundary.rule = made.some { $0.text("the committee") }
      boundary.complete = made.some { _ in ["organizations", "referral"] }
      return boundary
    }
    header.assume.cases = some { _ in .any }
    header.custodian = some { $0.text("Data desk") }
    header.licence = some { $0.text("CC-BY-4.0") }
    header.source = some { $0.text("Survey") }
    header.note = note()
    document.header = header
    document.unknown = unknown()
    if isOdd {
      document.vocabulary = SourceNode(
        .map([
          .init(
            key: "sectors",
            node: SourceNode(
              .map([
                .init(
                  key: "gov.fisheries",
                  node: SourceNode(.map([.init(key: "name", node: .text("fisheries office"))])))
              ])))
        ]))
      var gap = AcceptedEntry()
      gap.finding = .of("0123456789abcdef")
      gap.reason = .of(text("known"))
      gap.byRole = .of("secretary")
      gap.until = date()
      document.accepted = [gap]
      var release = ReleaseEntry()
      release.finding = .of("0123456789abcdef")
      release.tlp = .of(.green)
      release.sentence = .of(text("A sentence."))
      release.date = date()
      document.releases = [release]
    }
  }

  private mutating func addArea(_ index: Int) {
    var entry = AreaEntry()
    entry.id = .of(area(index))
    entry.name = .of(text("Area \(index)"))
    entry.names = names()
    entry.level = .of(index == 0 ? "province" : "district")
    if index > 0 { entry.within = .of(area(0)) }
    entry.population = some { $0.random.below(1_000_000) }
    entry.code = some { $0.text("PK\($0.random.below(1000))") }
    entry.tlp = tlp()
    entry.note = note()
    entry.unknown = unknown()
    document.areas.append(entry)
  }

  private mutating func addOrganization(_ index: Int) {
    let id = "org-\(index)"
    var entry = OrganizationEntry()
    entry.id = .of(id)
    entry.name = .of(text("Organization \(index)"))
    entry.names = names()
    entry.aliases = texts()
    if random.chance(0.1) { entry.formerly = .of(["former-\(index)"]) }
    if index > 0, random.chance(0.2) { entry.parent = .of("org-\(random.below(index))") }
    entry.sector = .of(Code(pick(Self.codes.sectors)))
    entry.tier = code(["national", "provincial", "district"])
    if size.areas > 0 { entry.locatedIn = some { $0.area($0.random.below($0.size.areas)) } }
    entry.scope = scope()
    if index == 0 || random.chance(0.3) {
      var point = EntryPointEntry()
      if random.chance(0.5) { point.always = .of(true) } else { point.scope = scope() }
      entry.entryPoint = .of(point)
    }
    entry.unitsRefer = some(0.2) { $0.pick(Answer.allCases) }
    entry.answered = some { $0.random.chance(0.5) ? .silent : .on(CalendarDate(days: 19_990)) }
    entry.validity = validity()
    for _ in 0..<(random.chance(0.2) ? 2 : 0) {
      var load = CaseloadEntry()
      load.scope = scope()
      load.perMonth = .of(Double(random.below(50)))
      entry.caseload.append(load)
    }
    entry.languages = texts()
    entry.assuredDate = date()
    entry.redact = some(0.1) { _ in "mask_label" }
    entry.tlp = tlp()
    entry.note = note()
    entry.unknown = unknown()
    ends.append(id)
    for number in 0..<random.below(3) {
      entry.services.append(service(number))
      ends.append("\(id)/service-\(number)")
    }
    document.organizations.append(entry)
  }

  private mutating func service(_ number: Int) -> ServiceEntry {
    var entry = ServiceEntry()
    entry.id = .of("service-\(number)")
    entry.type = .of(Code(pick(Self.codes.services)))
    entry.name = some { $0.text("Service \(number)") }
    entry.names = names()
    entry.scope = scope()
    entry.capacity = some { made in
      var capacity = CapacityEntry()
      capacity.unit = made.code(["beds", "people_per_month"])
      capacity.maximum = made.amount()
      capacity.meanStayDays = made.amount()
      capacity.available = made.amount()
      capacity.updated = made.date()
      return capacity
    }
    entry.languages = texts()
    entry.validity = validity()
    entry.tlp = tlp()
    entry.note = note()
    entry.unknown = unknown()
    return entry
  }

  private mutating func organization() -> String { "org-\(random.below(size.organizations))" }

  private mutating func addTables(_ index: Int) {
    if let end = ends.isEmpty ? nil : pick(ends) {
      var site = SiteEntry()
      site.id = .of("site-\(index)")
      site.of = .of(end)
      site.name = some { $0.text("Site \(index)") }
      if size.areas > 0 { site.locatedIn = .of(area(random.below(size.areas))) }
      site.latitude = some { Double($0.random.below(180_000)) / 1000 - 90 }
      site.longitude = some { Double($0.random.below(360_000)) / 1000 - 180 }
      site.address = some { $0.text("withheld") }
      site.contact = some { $0.text("duty officer") }
      site.redact = .of("drop")
      site.tlp = .of(.red)
      document.sites.append(site)
    }
    var body = BodyEntry()
    body.id = .of("body-\(index)")
    body.name = .of(text("Committee \(index)"))
    body.names = names()
    body.tier = .of("provincial")
    if index > 0 { body.parent = .of("body-0") }
    if size.areas > 0 { body.areas = some { [$0.area(0)] } }
    body.validity = validity()
    document.bodies.append(body)
    guard size.organizations > 0 else { return }
    var agreement = AgreementEntry()
    agreement.id = .of("mou-\(index)")
    agreement.type = .of("mou")
    agreement.name = some { $0.text("Memorandum \(index)") }
    agreement.parties = .of([organization(), organization()])
    agreement.governs = some(0.2) { [$0.text("shelter")] }
    agreement.validity = validity()
    agreement.unknown = unknown()
    document.agreements.append(agreement)
    var activity = ActivityEntry()
    activity.id = .of("act-\(index)")
    activity.title = .of(text("Activity \(index)"))
    activity.titles = names()
    activity.leads = .of([organization()])
    activity.supports = some { [$0.organization(), $0.organization()] }
    activity.dependsOn = index > 0 ? .of(["act-\(index - 1)"]) : .absent
    activity.due = date()
    activity.status = some { _ in "ongoing" }
    activity.pillar = some { _ in "2" }
    activity.note = note()
    document.activities.append(activity)
  }

  private mutating func addRelation(_ index: Int) {
    guard !ends.isEmpty else { return }
    var entry = RelationEntry()
    let isMembership = random.chance(0.1)
    entry.kind = .of(isMembership ? "member_of" : Code(pick(Self.codes.kinds)))
    let isReferral = entry.kind.value == "refers_to" || entry.kind.value == "hands_over_to"
    entry.from = .of(organization())
    entry.to = .of(
      isMembership
        ? "body-\(random.below(document.bodies.count))" : isReferral ? pick(ends) : organization())
    if random.chance(0.3) || isTaken(entry) { entry.id = .of("r\(index)") }
    if isReferral {
      entry.scope = scope()
      entry.services = some { [Code($0.pick(Self.codes.services))] }
      entry.onward = some(0.2) { $0.pick(Answer.allCases) }
      entry.feedback = code(["none", "ad_hoc", "systematic"])
      entry.responseHours = amount()
      entry.monthlyVolume = amount()
    }
    entry.agreement = some(0.2) { "mou-\($0.random.below($0.document.agreements.count))" }
    entry.formality = code(["informal", "protocol", "mou"])
    entry.intensity = some { 1 + $0.random.below(4) }
    entry.content = some(0.2) { _ in ["aggregate", "case"] }
    entry.weight = some(0.1) { Double($0.random.below(90)) / 8 - 5 }
    entry.validity = validity()
    for _ in 0..<random.below(3) {
      var piece = EvidenceEntry()
      piece.source = some(0.8) { $0.text("Survey 2025") }
      piece.kind = code(["survey", "document"])
      piece.date = date()
      piece.reporter = code(["from", "to", "both", "third"])
      piece.answer = some(0.7) { $0.pick(Answer.allCases) }
      piece.confidence = some { Double($0.random.below(101)) / 100 }
      piece.note = note()
      piece.unknown = unknown()
      entry.evidence.append(piece)
    }
    entry.tlp = tlp()
    entry.note = note()
    entry.unknown = unknown()
    document.relations.append(entry)
  }

  private var taken: Set<RelationReference> = []

  /// Whether a relation between the same ends of the same kind is there already.
  private mutating func isTaken(_ entry: RelationEntry) -> Bool {
    let key = RelationReference(
      from: entry.from.value, kind: entry.kind.value, to: entry.to.value)
    return !taken.insert(key).inserted
  }
}
