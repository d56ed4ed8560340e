import LiaisonModel
import Testing

/// The small province that the model's tests speak of: an inspectorate that refers to the police,
/// and the police to a shelter for women.
enum Samples {
  static func document() -> NetworkDocument {
    var document = NetworkDocument()
    document.header.title = .of("Province of Samundar")
    document.header.assume.cases = .of(.any)
    document.areas = [
      area("samundar", within: nil), area("north", within: "samundar"),
      area("south", within: "samundar"),
    ]
    document.organizations = [
      organization("inspectorate", "gov.labour_inspection"),
      organization("police", "gov.law_enforcement"),
      organization("dar", "ngo.specialised"),
    ]
    var station = OrganizationEntry()
    station.id = .of("police-north")
    station.parent = .of("police")
    station.scope.areas = .of(ScopeList([ScopeTerm("north")]))
    document.organizations.append(station)
    var shelter = ServiceEntry()
    shelter.id = .of("shelter")
    shelter.type = .of("shelter.emergency")
    shelter.scope.groups = .of(ScopeList([ScopeTerm("adult.female")]))
    document.organizations[2].services = [shelter]
    document.organizations[0].entryPoint = .of(always)
    document.relations = [
      relation("inspectorate", "refers_to", "police"), relation("police", "refers_to", "dar"),
    ]
    return document
  }

  static var always: EntryPointEntry {
    var entry = EntryPointEntry()
    entry.always = .of(true)
    return entry
  }

  static func area(_ id: String, within: String?) -> AreaEntry {
    var entry = AreaEntry()
    entry.id = .of(id)
    entry.within = within.map { .of($0) } ?? .absent
    return entry
  }

  static func organization(_ id: String, _ sector: Code) -> OrganizationEntry {
    var entry = OrganizationEntry()
    entry.id = .of(id)
    entry.sector = .of(sector)
    entry.scope.areas = .of(ScopeList([ScopeTerm("samundar")]))
    entry.scope.groups = .of(.any)
    return entry
  }

  static func relation(_ from: String, _ kind: Code, _ to: String) -> RelationEntry {
    var entry = RelationEntry()
    entry.from = .of(from)
    entry.kind = .of(kind)
    entry.to = .of(to)
    return entry
  }

  /// A vocabulary with the words that these tests use.
  static var vocabulary: Vocabulary {
    var vocabulary = Vocabulary()
    let directed: [(Code, RelationFamily)] = [
      ("refers_to", .referral), ("gives_feedback_to", .referral),
      ("shares_information_with", .information), ("funds", .resource), ("member_of", .membership),
    ]
    vocabulary.relations = directed.map { code, family in
      RelationKind(
        term: Term(code: code, name: code.text), family: family, isDirected: true,
        from: [.organization], to: family == .membership ? [.body] : [.organization, .service])
    }
    vocabulary.relations.append(
      RelationKind(
        term: Term(code: "joint_casework", name: "works cases with"), family: .joint,
        isDirected: false, from: [.organization], to: [.organization]))
    vocabulary.services = ["case_management", "shelter.emergency", "legal_counsel"].map {
      ServiceType(
        term: Term(code: Code($0), name: $0), pillar: "2", isGateway: $0 == "case_management")
    }
    vocabulary.statusAnswers = ["active": .yes, "ended": .no, "dormant": .unknown]
    return vocabulary
  }

  static func resolve(_ document: NetworkDocument) throws -> StakeholderNetwork {
    try NetworkResolver.resolve(document, vocabulary: vocabulary)
  }

  static func province() throws -> StakeholderNetwork { try resolve(document()) }

  static func need(
    _ network: StakeholderNetwork, _ service: Code, _ group: Code, in area: String = "north"
  ) throws -> Need {
    Need(service: service, area: try #require(network.area(area)), group: group)
  }

  static func relation(_ network: StakeholderNetwork, _ key: String) throws -> Int {
    try #require(network.relations.firstIndex { $0.key == key })
  }
}
