import LiaisonFiles
import LiaisonModel
import Testing

@Suite("What an audience may see")
struct RedactionTests {
  /// A hotline and a police that may be shown; a shelter, its service, its unit and its ties that may
  /// not.
  static let yaml = """
    liaison: 1
    title: Province of Samundar
    as_of: 2025-06-30
    tlp: AMBER
    labels: {title: GREEN}
    source: A survey
    standard: four-pillars
    boundary: {rule: members of the committee}
    assume: {cases: any}
    vocabulary: {sectors: {secret.unit: {name: a hidden unit}}}
    areas:
      - {id: samundar, name: Samundar}
      - {id: north, name: North District, within: samundar, tlp: CLEAR}
      - {id: south, name: South District, within: samundar}
    organizations:
      - {id: hotline, name: Helpline, areas: [north, south], tlp: CLEAR, caseload: [{per_month: 4}]}
      - id: aman
        name: Women's Shelter
        sector: secret.unit
        services: [{id: shelter, type: shelter.emergency, tlp: GREEN}]
      - {id: aman-gate, name: Gate of the Shelter, parent: aman, tlp: GREEN}
      - id: police
        name: Provincial Police
        located_in: south
        tlp: GREEN
        services:
          - {id: desk, type: complaint_registration, tlp: GREEN, capacity: {maximum: 9, available: 2}}
          - {id: cells, type: recovery_reflection}
    sites:
      - {id: aman-site, of: aman/shelter, tlp: CLEAR}
      - {id: desk-site, of: police/desk, name: Kutchery Road, located_in: north, tlp: CLEAR}
    bodies:
      - {id: council, name: Council}
      - {id: committee, name: Committee, parent: council, areas: [north, south], tlp: CLEAR}
    agreements:
      - {id: sop, name: Procedure, parties: [hotline, aman, police], tlp: GREEN}
      - {id: mou, name: Memorandum, parties: [hotline, police]}
    relations:
      - {id: r1, from: hotline, to: police, kind: refers_to, agreement: mou, tlp: GREEN,
         evidence: [{source: Interview, answer: yes}, {source: Handbook, answer: yes, tlp: CLEAR}]}
      - {id: r2, from: police, to: aman/shelter, kind: refers_to, tlp: CLEAR}
      - {id: r3, from: police, to: hotline, kind: refers_to, tlp: GREEN,
         evidence: [{source: Interview, answer: no}]}
      - {id: r4, from: police, to: committee, kind: member_of, tlp: GREEN}
      - {id: r5, from: police, to: hotline, kind: competes_with}
    activities:
      - {id: a1, title: Open the gate, leads: [aman]}
      - {id: a2, title: Train, leads: [police, aman], supports: [aman], depends_on: [a1], tlp: GREEN}
    accepted: [{finding: 0123456789abcdef, reason: known}]
    """

  static func network() throws -> StakeholderNetwork {
    let document = NetworkReader.document(yaml: yaml)
    return try NetworkResolver.resolve(
      document, vocabulary: .shipped.extended(by: document.vocabulary))
  }

  static func seen(by audience: TrafficLight) throws -> StakeholderNetwork {
    try network().redacted(for: audience, shipped: .shipped)
  }

  @Test("An organization takes its units, services, sites and relations with it")
  func cascade() throws {
    let seen = try Self.seen(by: .green)
    #expect(seen.organizations.map(\.name) == ["Helpline", "Provincial Police"])
    #expect(seen.services.map(\.type) == ["complaint_registration"])
    #expect(seen.sites.count == 1)
    #expect(seen.relations.map(\.kind) == ["refers_to", "member_of"])
    #expect(seen.agreements.map(\.parties) == [[0, 1]])
    #expect(seen.activities.map(\.leads) == [[1]])
    #expect(seen.activities[0].supports.isEmpty && seen.activities[0].dependsOn.isEmpty)
    #expect(seen.relations[0].agreement == nil)
  }

  @Test("What stays is numbered in its own order, and nothing of a file stays with it")
  func ids() throws {
    let seen = try Self.seen(by: .green)
    #expect(seen.areas.map(\.id) == ["n1"])
    #expect(seen.organizations.map(\.id) == ["n2", "n3"])
    #expect(seen.services.map(\.id) == ["n4"])
    #expect(seen.sites.map(\.id) == ["n5"])
    #expect(seen.bodies.map(\.id) == ["n6"])
    #expect(seen.agreements.map(\.id) == ["n7"])
    #expect(seen.relations.map(\.key) == ["n8", "n9"])
    #expect(seen.activities.map(\.id) == ["n10"])
    #expect(seen.organization("n3") == 1 && seen.organization("police") == nil)
    #expect(seen.organizations[1].services == [0] && seen.services[0].organization == 1)
    #expect(seen.sources.files.isEmpty)
    #expect(seen.organizations.allSatisfy { $0.origin.place == .none })
  }

  @Test("Scopes and parents pass over areas that go")
  func areas() throws {
    let seen = try Self.seen(by: .green)
    #expect(seen.organizations[0].scope.areas == ScopeList([ScopeTerm("n1")]))
    #expect(seen.areas[0].parent == nil && seen.areas[0].isLeaf && seen.areas[0].chain == [0])
    #expect(seen.organizations[1].locatedIn == nil)
    #expect(seen.bodies[0].parent == nil && seen.bodies[0].areas == [0])
  }

  @Test("A relation whose withheld evidence denies it does not stay; one that agrees does")
  func evidence() throws {
    let seen = try Self.seen(by: .green)
    #expect(seen.relations[0].evidence.map(\.source) == ["Handbook"])
    #expect(!seen.relations.contains { $0.from == .organization(1) && $0.to == .organization(0) })
    let own = try Self.seen(by: .amber)
    #expect(own.relations.count { $0.evidenceAnswer == .no } == 1)
  }

  @Test("Values with a label of their own go whatever their element says")
  func values() throws {
    let seen = try Self.seen(by: .green)
    #expect(seen.organizations[0].caseload.isEmpty)
    #expect(seen.services[0].capacity?.maximum == 9 && seen.services[0].capacity?.available == nil)
    #expect(seen.sites[0].name == nil && seen.sites[0].locatedIn == nil)
    let own = try Self.seen(by: .amber)
    #expect(own.organizations[0].caseload.count == 1)
    #expect(own.sites.contains { $0.name == "Kutchery Road" })
  }

  @Test("Below the network's own label the header keeps its date and what `labels` lets go")
  func header() throws {
    let green = try Self.seen(by: .green)
    #expect(green.header.title == "Province of Samundar" && green.header.source == nil)
    #expect(green.header.boundary == nil && green.header.standard == nil)
    #expect(green.header.asOf == CalendarDate("2025-06-30") && green.header.tlp == .green)
    #expect(green.audience == .green && green.accepted.isEmpty)
    #expect(green.vocabulary == .shipped)
    #expect(try Self.seen(by: .clear).header.title.isEmpty)
    let own = try Self.seen(by: .amber)
    #expect(own.audience == nil && own.header.source == "A survey" && own.accepted.count == 1)
    #expect(own.header.tlp == .amber && own.vocabulary != .shipped)
  }

  @Test("A tie of conflict is AMBER+STRICT unless it says otherwise")
  func conflict() throws {
    let network = try Self.network()
    #expect(network.relations.last?.tlp == .amberStrict)
    #expect(try Self.seen(by: .amber).relations.count == 4)
    #expect(try Self.seen(by: .amberStrict).relations.count == 5)
  }

  @Test("What is withheld can change without changing what is seen")
  func nonInterference() throws {
    let other = Self.yaml.replacing("Women's Shelter", with: "Another Name")
      .replacing("aman", with: "zz-7").replacing("Interview", with: "Report")
      .replacing("Memorandum", with: "Treaty").replacing("Open the gate", with: "Close it")
      .replacing("South District", with: "Desert").replacing("a hidden unit", with: "a unit")
    let document = NetworkReader.document(yaml: other)
    let changed = try NetworkResolver.resolve(
      document, vocabulary: .shipped.extended(by: document.vocabulary)
    ).redacted(for: .green, shipped: .shipped)
    let seen = try Self.seen(by: .green)
    #expect("\(changed.header)" == "\(seen.header)")
    #expect("\(changed.areas)" == "\(seen.areas)")
    #expect("\(changed.organizations)" == "\(seen.organizations)")
    #expect("\(changed.services)\(changed.sites)" == "\(seen.services)\(seen.sites)")
    #expect("\(changed.bodies)\(changed.agreements)" == "\(seen.bodies)\(seen.agreements)")
    #expect("\(changed.relations)" == "\(seen.relations)")
    #expect("\(changed.activities)" == "\(seen.activities)")
  }
}
