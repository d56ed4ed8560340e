import LiaisonGaps
import LiaisonGraph
import LiaisonModel
import Testing

@Suite("Pathways, worked by hand")
struct PathwayTableTests {
  func status(
    _ yaml: String, _ entry: String, _ service: Code, _ group: Code, in area: String = "north",
    _ caseCode: Code = .any
  ) throws -> PathwayStatus {
    let network = try Written.network(yaml)
    let table = PathwayTable(network, services: [service], on: Written.date)
    let organization = try #require(network.organization(entry))
    let need = try Written.need(network, service, group, in: area, caseCode)
    return table.status(entry: organization, need: need)
  }

  @Test(
    "In the province of the design, men reach no shelter, women do, and boys perhaps",
    arguments: [
      ("labour-inspectorate", "adult.male", "labour", PathwayStatus.missing),
      ("labour-inspectorate", "adult.female", "labour", .reached),
      ("labour-inspectorate", "adult.other", "labour", .noProvider),
      ("labour-inspectorate", "adult.male", "sexual", .notApplicable),
      ("labour-inspectorate", "child.male", "labour", .notApplicable),
      ("police-north", "adult.female", "sexual", .reached),
      ("police-north", "adult.male", "sexual", .missing),
      // The service marks boys unknown, and the relation to it says no to them.
      ("police-north", "child.male", "labour", .missing),
      ("police-north", "child.female", "labour", .noProvider),
    ])
  func province(_ entry: String, _ group: String, _ caseCode: String, _ expected: PathwayStatus)
    throws
  {
    #expect(
      try status(
        Written.province, entry, "shelter.emergency", Code(group), Code(caseCode)) == expected)
  }

  @Test("The best way to the women's shelter takes two hops and rests on an expired agreement")
  func bestWay() throws {
    let network = try Written.network(Written.province)
    let table = PathwayTable(network, on: Written.date)
    let entry = try #require(network.organization("labour-inspectorate"))
    let need = try Written.need(network, "shelter.emergency", "adult.female", in: "north", "labour")
    let cell = try #require(table.cell(entry: entry, need: need))
    let path = try #require(table.path(of: cell))
    #expect(
      path.organizations.map { network.organizations[$0].id } == [
        "labour-inspectorate", "police", "dar-ul-aman",
      ])
    #expect(path.hops == 2)
    #expect(path.unknownHops == 0)
    // The second relation states no confidence, so the way states none.
    #expect(path.confidence == nil)
    #expect(path.expiredAgreements.map { network.agreements[$0].id } == ["mou-7"])
  }

  @Test("A step between a unit and its organization counts no hop")
  func unitHop() throws {
    let network = try Written.network(Written.province)
    let table = PathwayTable(network, on: Written.date)
    let entry = try #require(network.organization("police-north"))
    let need = try Written.need(network, "shelter.emergency", "adult.female", in: "north", "labour")
    let cell = try #require(table.cell(entry: entry, need: need))
    let path = try #require(table.path(of: cell))
    #expect(path.organizations.count == 3)
    #expect(path.hops == 1)
  }

  @Test("The way of a man stops at the police's relation to the women's shelter")
  func stop() throws {
    let network = try Written.network(Written.province)
    let table = PathwayTable(network, on: Written.date)
    let entry = try #require(network.organization("labour-inspectorate"))
    let need = try Written.need(network, "shelter.emergency", "adult.male", in: "north", "labour")
    let cell = try #require(table.cell(entry: entry, need: need))
    let stop = try #require(table.stop(of: cell))
    guard case .hop(let hop) = stop else {
      Issue.record("It stops at \(stop).")
      return
    }
    let relation = try #require(hop.relation)
    #expect(network.relations[relation].key == "police refers_to dar-ul-aman/shelter")
  }

  @Test("The way stops at a relation for another kind of shelter, not at the shelter behind it")
  func stopOfAnotherKind() throws {
    func stop(_ listed: String) throws -> PathwayStop? {
      let network = try Written.network(
        """
        liaison: 1
        title: Kinds
        assume: {areas: any, groups: any, cases: any}
        areas: [{id: north, name: North District, level: district}]
        organizations:
          - {id: desk, name: Desk, entry_point: true}
          - {id: house, name: House, services: [{id: beds, type: shelter.emergency, groups: [adult.female]}]}
        relations: [{from: desk, to: house, kind: refers_to, services: [\(listed)]}]
        """)
      let table = PathwayTable(network, services: ["shelter"], on: Written.date)
      let need = try Written.need(network, "shelter", "adult.male", in: "north", .any)
      let desk = try #require(network.organization("desk"))
      return table.stop(of: try #require(table.cell(entry: desk, need: need)))
    }
    #expect(try stop("shelter.emergency") == .service(0))
    guard case .hop = try stop("shelter.long_term") else {
      Issue.record("It does not stop at the relation.")
      return
    }
  }

  /// An entry, a middle and a provider of legal counsel, with what varies.
  func line(
    first: String = "", second: String = "", middle: String = "", provider: String = "",
    entry: String = "entry_point: true", header: String = ""
  ) -> String {
    """
    liaison: 1
    title: A line
    \(header)
    areas: [{id: north, name: North District, level: district}]
    organizations:
      - {id: desk, name: Desk, sector: hotline, areas: [north], groups: [any], cases: [any], \(entry)}
      - {id: middle, name: Middle Office, sector: ngo.national, areas: [north], groups: [any], cases: [any]\(middle)}
      - {id: lawyers, name: Lawyers' Association, sector: legal.aid_bar, areas: [north], groups: [any], cases: [any],
         services: [{id: counsel, type: legal_counsel\(provider)}]}
    relations:
      - {from: desk, to: middle, kind: refers_to\(first)}
      - {from: middle, to: lawyers, kind: refers_to\(second)}
    """
  }

  @Test(
    "The services rule: on an earlier hop an unlisted type is unknown, on the last hop no",
    arguments: [
      ("", "", PathwayStatus.reached),
      (", services: [legal_counsel]", ", services: [legal_counsel]", .reached),
      (", services: [shelter.emergency]", "", .assumed),
      (", services: [case_management]", "", .reached),
      (", services: [hotline, shelter.emergency]", "", .reached),
      ("", ", services: [shelter.emergency]", .missing),
      ("", ", services: [case_management]", .missing),
      (", onward: no", "", .missing),
      ("", ", onward: no", .reached),
      ("", ", services: [legal_counsel.labour]", .missing),
    ])
  func servicesRule(_ first: String, _ second: String, _ expected: PathwayStatus) throws {
    #expect(
      try status(line(first: first, second: second), "desk", "legal_counsel", "adult.male")
        == expected)
  }

  @Test(
    "Dates and statuses of relations, organizations and services decide",
    arguments: [
      (", valid_until: 2025-06-30", "", PathwayStatus.reached),
      (", valid_until: 2025-06-29", "", .missing),
      (", valid_from: 2025-07-01", "", .missing),
      (", status: dormant", "", .assumed),
      (", status: suspended", "", .missing),
      ("", ", status: dormant", .assumed),
      ("", ", status: ended", .noProvider),
      (", evidence: [{reporter: from, answer: yes}, {reporter: to, answer: no}]", "", .assumed),
      (", evidence: [{reporter: both, answer: no}]", "", .missing),
    ])
  func standing(_ first: String, _ provider: String, _ expected: PathwayStatus) throws {
    #expect(
      try status(line(first: first, provider: provider), "desk", "legal_counsel", "adult.male")
        == expected)
  }

  @Test(
    "R and T of one dimension: the relation, the service and what the header assumes",
    arguments: [
      ("adult.male", "adult.male", PathwayStatus.reached),
      ("adult.male", "adult.male=unknown", .assumed),
      ("adult.male", "adult.female", .noProvider),
      ("adult.male=unknown", "adult.male", .assumed),
      ("adult.male=unknown", "adult.male=unknown", .assumed),
      ("adult.female", "adult.male", .missing),
      ("adult.female", "adult.male=unknown", .missing),
    ])
  func relationAndTarget(_ relation: String, _ target: String, _ expected: PathwayStatus) throws {
    #expect(
      try status(
        line(second: ", groups: [\(relation)]", provider: ", groups: [\(target)]"), "desk",
        "legal_counsel", "adult.male") == expected)
  }

  @Test(
    "Where neither the relation nor its target states groups, `assume` answers, else it is unknown",
    arguments: [("assume: {groups: [any], cases: [any]}", PathwayStatus.reached), ("", .assumed)])
  func assume(_ header: String, _ expected: PathwayStatus) throws {
    let yaml = line(header: header).replacing(", groups: [any], cases: [any]", with: "")
    let network = try Written.network(yaml)
    let table = PathwayTable(network, on: Written.date)
    let cell = try #require(table.cells.first)
    #expect(table.status(of: cell) == expected)
  }

  @Test(
    "An entry point that provides the service itself reaches it in no hop",
    arguments: [
      ("groups: [any]", PathwayStatus.reached, 0 as Int?),
      ("groups: [adult.female]", .noProvider, nil),
      ("groups: [adult.male=unknown]", .assumed, 0),
    ])
  func ownService(_ groups: String, _ expected: PathwayStatus, _ hops: Int?) throws {
    let network = try Written.network(
      """
      liaison: 1
      title: One desk
      assume: {cases: any}
      areas: [{id: north, name: North District}]
      organizations:
        - {id: desk, name: Desk, areas: [north], groups: [any], entry_point: true,
           services: [{id: s, type: legal_counsel, \(groups)}]}
      """)
    let table = PathwayTable(network, on: Written.date)
    let need = try Written.need(network, "legal_counsel", "adult.male", in: "north")
    let cell = try #require(table.cell(entry: 0, need: need))
    #expect(table.status(of: cell) == expected)
    #expect(table.path(of: cell)?.hops == hops)
  }

  @Test(
    "An organization that did not answer makes a missing way unclear",
    arguments: [(", answered: no", PathwayStatus.unclear), (", answered: 2025-05-01", .missing)])
  func silence(_ middle: String, _ expected: PathwayStatus) throws {
    #expect(
      try status(
        line(second: ", groups: [adult.female]", middle: middle), "desk", "legal_counsel",
        "adult.male") == expected)
  }

  @Test(
    "Of an entry point with an unknown scope nothing is missing: what leads on is assumed",
    arguments: [("", PathwayStatus.assumed), (", groups: [adult.female]", .unclear)])
  func unknownEntry(_ second: String, _ expected: PathwayStatus) throws {
    #expect(
      try status(
        line(second: second, entry: "entry_point: {groups: [adult.male=unknown]}"), "desk",
        "legal_counsel", "adult.male") == expected)
  }

  @Test("Units that are not recorded to refer to each other leave the way unknown")
  func unitsUnknown() throws {
    let yaml = Written.province.replacing(", units_refer: yes", with: "")
    #expect(
      try status(yaml, "police-north", "shelter.emergency", "adult.female", "labour") == .assumed)
    let refused = Written.province.replacing("units_refer: yes", with: "units_refer: no")
    #expect(
      try status(refused, "police-north", "shelter.emergency", "adult.female", "labour") == .missing
    )
  }

  @Test("Cases that no scope tells apart are one; those that some scope does are asked one by one")
  func caseClasses() throws {
    let plain = PathwayTable(try Written.network(line()), on: Written.date)
    #expect(plain.needs.caseClasses.count == 1)
    let split = PathwayTable(try Written.network(Written.province), on: Written.date)
    #expect(split.needs.caseClasses.count == 2)
    #expect(split.needs.caseClasses[0] == ["labour"])
  }

  @Test(
    "Of two ways the one with fewer unknown steps is best, then the shorter, the surer, the ids")
  func ties() throws {
    func way(_ first: String, _ second: String, _ extra: String = "") throws -> [String] {
      let network = try Written.network(
        """
        liaison: 1
        title: Two ways
        areas: [{id: north, name: North District}]
        assume: {groups: [any], cases: [any]}
        organizations:
          - {id: desk, name: Desk, areas: [north], entry_point: true}
          - {id: a, name: A, areas: [north]}
          - {id: b, name: B, areas: [north]}
          - {id: c, name: C, areas: [north]}
          - {id: lawyers, name: Lawyers, areas: [north], services: [{id: s, type: legal_counsel}]}
        relations:
          - {from: desk, to: b, kind: refers_to\(first)}
          - {from: b, to: lawyers, kind: refers_to}
          - {from: desk, to: a, kind: refers_to\(second)}
          - {from: a, to: lawyers, kind: refers_to}
        \(extra)
        """)
      let table = PathwayTable(network, on: Written.date)
      let cell = try #require(table.cells.first)
      let path = try #require(table.path(of: cell))
      return path.organizations.map { network.organizations[$0].id }
    }
    #expect(try way("", "") == ["desk", "a", "lawyers"])
    #expect(try way("", ", status: dormant") == ["desk", "b", "lawyers"])
    let detour = "  - {from: desk, to: c, kind: refers_to}\n  - {from: c, to: b, kind: refers_to}"
    #expect(
      try way(", status: dormant", ", status: dormant", detour) == ["desk", "c", "b", "lawyers"])
    let direct = "  - {from: desk, to: lawyers, kind: refers_to}"
    #expect(try way("", "", direct) == ["desk", "lawyers"])
    // A way that states no confidence anywhere is beaten by none that does only as far as it goes:
    // both ways have a relation that states none, so that ids decide.
    #expect(
      try way(", evidence: [{answer: yes, confidence: 0.9}]", "") == ["desk", "a", "lawyers"])
  }
}

@Suite("A referral kind without a direction")
struct UndirectedReferralTests {
  @Test("People go both ways along it, in pathways as in the layer")
  func bothWays() throws {
    let network = try Written.network(
      """
      liaison: 1
      title: Two organizations that exchange people
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any}
      vocabulary:
        relations:
          exchanges_with: {family: referral, directed: no, phrase: exchanges people with}
      areas: [{id: land, name: Land, level: province}]
      organizations:
        - {id: door, name: Door, areas: [land], groups: [any], entry_point: true}
        - {id: house, name: House, areas: [land], groups: [any], services: [{id: beds, type: shelter.emergency}]}
      relations:
        - {from: house, to: door, kind: exchanges_with}
      """)
    let layer = network.layer(.referral, on: Written.date)
    #expect(layer.graph.edges.count == 2)
    let need = try Written.need(network, "shelter.emergency", "adult.male", in: "land")
    let table = PathwayTable(network, on: Written.date)
    let door = try #require(network.organization("door"))
    #expect(table.status(entry: door, need: need) == .reached)
    let cell = try #require(table.cell(entry: door, need: need))
    #expect(table.path(of: cell)?.hops == 1)
  }
}
