import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("Patches")
struct PatchTests {
  static let network = """
    liaison: 1
    title: Two and a shelter
    as_of: 2025-06-30
    areas: [{id: land, name: Land, level: province}]
    organizations:
      - {id: police, name: Police, areas: [land], groups: [any]}
      - {id: police-north, parent: police, name: Police North}
      - {id: refuge, name: Refuge, areas: [land], services: [{id: beds, type: shelter.emergency, groups: [adult.male]}]}
    agreements:
      - {id: mou, type: mou, parties: [police, refuge], valid_until: 2025-01-31}
    relations:
      - {from: police, to: refuge, kind: refers_to, agreement: mou}
      - {id: r2, from: refuge, to: police-north, kind: refers_to}
    activities:
      - {id: a1, title: Joint work, leads: [police], supports: [refuge]}
    """

  func apply(_ patch: String) throws -> NetworkPatch.Applied {
    let read = PatchReader.patch(yaml: Array(("liaison_patch: 1\n" + patch).utf8))
    #expect(read.problems.isEmpty, "\(read.problems.map(\.sentence))")
    return try read.applied(to: NetworkReader.document(yaml: Self.network))
  }

  @Test("An agreement's date, a service's capacity and a relation's groups get new values")
  func changes() throws {
    let result = try apply(
      """
      change:
        agreements: [{id: mou, valid_until: 2026-12-31}]
        services: [{id: refuge/beds, capacity: {unit: beds, maximum: 20}, groups:}]
        relations: [{id: police refers_to refuge, groups: [adult]}]
      """
    ).document
    #expect(result.agreements[0].validity.until.value == CalendarDate("2026-12-31"))
    #expect(result.agreements[0].parties.value == ["police", "refuge"])
    let service = result.organizations[2].services[0]
    #expect(service.type.value == "shelter.emergency" && service.scope.groups.isAbsent)
    #expect(service.capacity.value?.maximum.value == 20)
    #expect(result.relations[0].scope.groups.value == ScopeList([ScopeTerm("adult")]))
    #expect(result.relations[0].agreement.value == "mou")
  }

  @Test("With an organization go its units, relations and parts, and that is said with counts")
  func removal() throws {
    let result = try apply("remove: {organizations: [police]}")
    #expect(result.document.organizations.map(\.id.value) == ["refuge"])
    #expect(result.document.relations.isEmpty)
    #expect(result.document.agreements[0].parties.value == ["refuge"])
    #expect(result.document.activities[0].leads.isAbsent)
    #expect(result.told == ["Removed organization “police”, with 1 unit, 2 relations."])
  }

  @Test("What is added stands after the rest; a service finds its organization")
  func additions() throws {
    let result = try apply(
      """
      as_of: 2025-12-31
      add:
        organizations: [{id: clinic, name: Clinic}]
        services: [{organization: police, id: line, type: hotline}]
        relations: [{from: police, to: clinic, kind: refers_to}]
      """
    ).document
    #expect(result.organizations.map(\.id.value).last == "clinic")
    #expect(result.organizations[0].services.map(\.id.value) == ["line"])
    #expect(result.relations.count == 3)
    #expect(result.header.asOf.value == CalendarDate("2025-12-31"))
  }

  @Test(
    "What is not there is refused with its name and place",
    arguments: [
      ("remove: {organizations: [polise]}", "no organization “polise”. Did you mean `police`?"),
      ("change: {services: [{id: refuge/bed, groups: [any]}]}", "Did you mean `refuge/beds`?"),
      ("remove: {relations: [police refers_to police-north]}", "no relation"),
      ("add: {organizations: [{id: police, name: P}]}", "has an organization “police” already"),
      ("add: {services: [{organization: nobody, id: x, type: hotline}]}", "no organization"),
    ])
  func refused(_ patch: String, _ words: String) throws {
    let read = PatchReader.patch(yaml: Array(("liaison_patch: 1\n" + patch).utf8), path: "p.yaml")
    #expect(read.problems.isEmpty)
    let error = #expect(throws: PatchError.self) {
      try read.applied(to: NetworkReader.document(yaml: Self.network))
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    let origin = try #require(error?.origin)
    #expect(read.sources.location(of: origin.place)?.line == 2)
  }

  @Test("A body that goes leaves those below it without a parent")
  func bodies() throws {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        bodies: [{id: council, name: Council}, {id: group, name: Group, parent: council}]
        """)
    var patch = NetworkPatch()
    patch.removals = [.init(.bodies, "council")]
    let bodies = try patch.applied(to: document).document.bodies
    #expect(bodies.map(\.id.value) == ["group"] && bodies.map(\.parent.value) == [nil])
  }

  @Test("What fits is applied, and all that does not is told in the order in which it is applied")
  func misfits() {
    let read = PatchReader.patch(
      yaml: Array(
        """
        liaison_patch: 1
        add:
          organizations: [{id: police, name: P}, {id: clinic, name: Clinic}]
        change:
          agreements: [{id: nothing, valid_until: 2026-01-01}]
        remove:
          organizations: [nobody]
          relations: [r2, r3]
        """.utf8))
    let (applied, misfits) = read.applying(to: NetworkReader.document(yaml: Self.network))
    #expect(
      misfits.map { $0.message.prefix { $0 != "”" } } == [
        "The network has no organization “nobody", "The network has no relation “r3",
        "The network has no agreement “nothing", "The network has an organization “police",
      ])
    #expect(applied.document.organizations.last?.id.value == "clinic")
    #expect(!applied.document.relations.contains { $0.id.value == "r2" })
  }

  @Test(
    "What cannot be read is an error at its line",
    arguments: [
      ("ad: {relations: []}", "`ad` is not a key"),
      ("change: {agreements: [{id: mou, valid_until: soon}]}", "`valid_until`"),
      ("change: {agreements: [{valid_until: 2026-01-01}]}", "needs `id`"),
      ("change: {agrements: []}", "did you mean `agreements`"),
      ("remove: {organizations: [{id: x}]}", "expected"),
    ])
  func unreadable(_ patch: String, _ words: String) throws {
    let read = PatchReader.patch(yaml: Array(("liaison_patch: 1\n" + patch).utf8), path: "p.yaml")
    let first = try #require(read.problems.first)
    #expect(first.severity == .error && first.sentence.contains(words), "\(first.sentence)")
    #expect(read.sources.location(of: first.place)?.line == 2)
    let bare = PatchReader.patch(yaml: Array("title: x\n".utf8))
    #expect(bare.problems.first?.sentence.contains("liaison_patch: 1") == true)
  }

  @Test("A patch written and read back is equal", arguments: 0..<40)
  func roundTrip(_ seed: Int) throws {
    let made = GeneratedNetwork(seed: UInt64(seed), isOdd: seed % 2 == 1).document
    var patch = NetworkPatch()
    patch.title = "Seed \(seed)"
    patch.asOf = made.header.asOf.value
    patch.additions.organizations = made.organizations
    patch.additions.relations = made.relations
    patch.additions.agreements = made.agreements
    for (index, entry) in made.organizations.enumerated() {
      guard let id = entry.id.value else { continue }
      let members = OrganizationEntry.schema.members(entry).filter {
        $0.key != "id" && $0.key != "services" && $0.key != "caseload"
      }
      if index % 2 == 0 {
        patch.changes.append(NetworkPatch.Change(.organizations, id, members))
      } else {
        patch.removals.append(NetworkPatch.Removal(.organizations, id))
      }
    }
    let again = PatchReader.patch(yaml: PatchReader.yaml(patch))
    #expect(again.problems.filter { $0.rule == "SYN001" }.isEmpty)
    #expect(again == patch)
  }

  @Test("An empty patch changes nothing")
  func nothing() throws {
    let document = NetworkReader.document(yaml: Self.network)
    #expect(try NetworkPatch().applied(to: document).document == document)
  }

  @Test("Relations are removed all at once, each once")
  func relations() throws {
    let result = try apply("remove: {relations: [r2, police refers_to refuge]}")
    #expect(result.document.relations.isEmpty)
    #expect(result.told.count == 2)
    #expect(throws: PatchError.self) { try apply("remove: {relations: [r2, r2]}") }
    #expect(throws: PatchError.self) { try apply("remove: {relations: [r2, r3]}") }
  }

  @Test("A relation that a change renames is found under its new id by the next")
  func renamed() throws {
    let result = try apply(
      "change: {relations: [{id: r2, to: police}, {id: refuge refers_to police, note: new}]}")
    #expect(result.document.relations[1].note.value == "new")
  }

  @Test("Removed all at once, what goes is what a patch takes away one by one")
  func removedAtOnce() throws {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        title: Town
        areas: [{id: east, name: East}]
        organizations:
          - {id: a, name: A, services: [{id: s, type: hotline}, {id: t, type: hotline}]}
          - {id: b, name: B, services: [{id: s, type: hotline}]}
          - {id: unit, name: Unit, parent: b}
          - {id: desk, name: Desk, parent: unit}
          - {id: c, name: C}
        sites:
          - {id: one, of: a/s, located_in: east}
          - {id: two, of: b, located_in: east}
          - {id: three, of: c, located_in: east}
        bodies: [{id: table, name: Table}, {id: panel, name: Panel, parent: table}]
        agreements:
          - {id: m, type: mou, parties: [a, c]}
          - {id: n, type: mou, parties: [a, b, c]}
          - {id: o, type: mou, parties: [b, desk]}
        relations:
          - {from: a, to: c, kind: refers_to, agreement: m}
          - {from: c, to: a/s, kind: refers_to}
          - {from: c, to: a/t, kind: refers_to, agreement: n}
          - {from: c, to: desk, kind: refers_to}
          - {from: b/s, to: c, kind: refers_to}
          - {from: c, to: table, kind: member_of}
          - {from: c, to: panel, kind: member_of}
        activities:
          - {id: x, title: X, leads: [a], supports: [b]}
          - {id: y, title: Y, leads: [b, c], depends_on: [x]}
        """)
    #expect(document.problems.isEmpty, "\(document.problems.map(\.sentence))")
    var patch = NetworkPatch()
    patch.removals = [
      .init(.organizations, "b"), .init(.services, "a/s"), .init(.bodies, "table"),
      .init(.agreements, "m"), .init(.activities, "x"),
    ]
    let once = document.removing(patch.removals)
    #expect(try once == patch.applied(to: document).document)
    #expect(once.organizations.compactMap(\.id.value) == ["a", "c"])
    #expect(once.relations.count == 3 && once.sites.count == 1 && once != document)
    #expect(document.removing([]) == document)
  }
}
