import LiaisonFiles
import LiaisonLint
import LiaisonModel
import Testing

@Suite("The rules about pathways, at their edges")
struct PathwayRuleTests {
  private func lint(_ yaml: String, _ rule: String) -> [Finding] {
    LintEngine(configuration: LintConfiguration(only: [rule])).lint(
      NetworkReader.document(yaml: yaml), vocabulary: .shipped)
  }

  /// The inspectorate sends people for shelter to an office that offers counsel.
  private func office(
    boundary: String = "boundary: {rule: all}", office: String = "", relations: String = ""
  ) -> String {
    """
    liaison: 1
    as_of: 2025-06-30
    \(boundary)
    organizations:
      - {id: inspectorate, name: Inspectorate}
      - {id: bar, name: Bar\(office), services: [{id: aid, type: legal_counsel}]}
      - {id: desk, name: Desk, parent: bar, units_refer: no}
    relations:
      - {from: inspectorate, to: bar, kind: refers_to, services: [shelter], feedback: none}
    \(relations)
    """
  }

  @Test("Where the boundary claims every service and referral, a dead end is a finding")
  func deadEnd() {
    let findings = lint(office(office: ", units_refer: no"), "PWY001")
    #expect(findings.map(\.kind) == [.finding])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.subjects.map(\.id) == ["inspectorate", "bar"])
  }

  @Test("Without a boundary, with half of one, or after silence it is a question")
  func questions() {
    let refer = ", units_refer: no"
    for yaml in [
      office(boundary: "tlp: AMBER", office: refer),
      office(boundary: "boundary: {rule: all, complete: [organizations]}", office: refer),
      office(office: refer + ", answered: no"),
    ] {
      #expect(lint(yaml, "PWY001").map(\.kind) == [.question])
    }
  }

  @Test(
    "A unit that leads on, an onward referral or one with a slip is a way on; a unit alone is none")
  func waysOn() {
    #expect(lint(office(), "PWY001").count == 1)
    let unit = "  - {from: desk, to: inspectorate, kind: refers_to}"
    #expect(lint(office(relations: unit), "PWY001") == [])
    #expect(lint(office(office: ", units_refer: no", relations: unit), "PWY001").count == 1)
    let refer = ", units_refer: no"
    for onward in [
      "  - {from: bar, to: inspectorate, kind: hands_over_to}",
      "  - {from: bar, to: inspectorat, kind: refers_to}",
      "  - {from: bar/aid, to: inspectorate, kind: refers_too}",
    ] {
      #expect(lint(office(office: refer, relations: onward), "PWY001") == [])
    }
    for notOnward in [
      "  - {from: bar, to: inspectorate, kind: gives_feedback_to}",
      "  - {from: bar, to: inspectorate, kind: refers_to, status: ended}",
      "  - {from: bar, to: inspectorate, kind: refers_to, valid_until: 2025-06-29}",
      "  - {from: bar, to: inspectorate, kind: reports_to}",
    ] {
      #expect(lint(office(office: refer, relations: notOnward), "PWY001").count == 1)
    }
  }

  @Test("A helpline that only answers the telephone leads nobody to help")
  func gateway() {
    let yaml = """
      liaison: 1
      as_of: 2025-06-30
      boundary: {rule: all}
      organizations:
        - {id: line, name: Helpline, entry_point: true, services: [{id: call, type: hotline}]}
        - {id: office, name: Office, entry_point: false}
        - {id: old, name: Old Desk, entry_point: true, status: defunct}
      """
    #expect(lint(yaml, "PWY003").map { $0.subjects.map(\.id) } == [["line"]])
  }

  @Test("A dead end is judged at the network's date")
  func dates() {
    let closing = office(office: ", units_refer: no").split(separator: "\n").joined(separator: "\n")
    let before = LintEngine(configuration: LintConfiguration(only: ["PWY001"])).lint(
      NetworkReader.document(
        yaml: closing
          + "\n  - {from: bar, to: inspectorate, kind: refers_to, valid_until: 2025-06-29}"
      ), vocabulary: .shipped, asOf: CalendarDate("2025-06-29"))
    #expect(before == [])
  }
}
