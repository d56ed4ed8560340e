import LiaisonFiles
import LiaisonLint
import LiaisonModel
import Testing

@Suite("The rules about identity, at their edges")
struct IdentityRuleTests {
  private func lint(_ document: NetworkDocument, _ rule: String) -> [Finding] {
    LintEngine(configuration: LintConfiguration(only: [rule])).lint(
      document, vocabulary: .shipped)
  }

  private func organization(_ id: String, _ name: String) -> OrganizationEntry {
    var entry = OrganizationEntry()
    entry.id = .of(id)
    entry.name = .of(name)
    return entry
  }

  @Test("Two ids that look alike but are stored as other bytes are a finding")
  func bytes() {
    var document = NetworkDocument()
    document.organizations = [
      organization("caf\u{E9}", "One"), organization("cafe\u{301}", "Two"),
    ]
    let findings = lint(document, "REF002")
    #expect(findings.count == 1)
    #expect(findings.first?.sentence.contains("stored as other bytes") == true)
    // A relation to either finds its own.
    var relation = RelationEntry()
    relation.from = .of("caf\u{E9}")
    relation.to = .of("cafe\u{301}")
    relation.kind = .of("refers_to")
    document.relations = [relation]
    document.organizations.removeLast()
    #expect(lint(document, "REF001").count == 1)
  }

  @Test("Organizations and bodies share their ids; services do not")
  func spaces() {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        organizations: [{id: x, name: One, services: [{id: x, type: hotline}]}]
        bodies: [{id: x, name: Committee}]
        areas: [{id: x, name: Place}]
        """)
    #expect(lint(document, "REF002").map(\.sentence.isEmpty) == [false])
  }

  @Test("A third entry with one id is a finding of its own")
  func third() {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        organizations: [{id: x, name: One}, {id: x, name: Two}, {id: x, name: Three}]
        """)
    #expect(Set(lint(document, "REF002").map(\.id)).count == 2)
  }

  @Test("A name written for an id, and an id in another case, are understood")
  func suggestions() {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        organizations:
          - {id: pol-1, name: Provincial Police, aliases: [PP]}
          - {id: dar, name: Shelter, services: [{id: night-beds, type: shelter.emergency}]}
        relations:
          - {from: Provincial Police, to: Pol_1, kind: refers_to}
          - {from: pol-1, to: night-beds, kind: refers_to}
          - {from: PP, to: something-else, kind: refers_to}
        """)
    let fixes = lint(document, "REF001").map { $0.fix?.replacement }
    #expect(fixes == ["pol-1", "pol-1", "dar/night-beds", "pol-1", nil])
  }

  @Test("What is declared but cannot stand at an end is not called undeclared")
  func ends() {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        areas: [{id: north, name: North}]
        organizations: [{id: a, name: Union}]
        relations: [{from: a, to: north, kind: refers_to}]
        """)
    #expect(lint(document, "REF001") == [])
    #expect(
      lint(document, "REF004").map(\.sentence) == [
        "“north” is an area, which cannot stand at an end of a relation. Name an organization, a service or a body."
      ])
  }

  @Test("A long circle of units is one finding")
  func circle() {
    var document = NetworkDocument()
    for index in 0..<2000 {
      var entry = organization("o\(index)", "Unit \(index)")
      entry.parent = .of("o\((index + 1) % 2000)")
      document.organizations.append(entry)
    }
    let findings = lint(document, "REF006")
    #expect(findings.count == 1)
    #expect((findings.first?.sentence.count ?? 0) < 200)
  }
}
