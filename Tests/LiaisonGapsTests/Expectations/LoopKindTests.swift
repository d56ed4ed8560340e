import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Loops, worked by hand")
struct LoopKindTests {
  /// A desk sends people to a clinic, which sends them to the police, who send them back.
  func report(_ relations: String = "", boundary: String = "boundary: {rule: all}") throws
    -> GapReport
  {
    try Written.report(
      """
      liaison: 1
      title: To and fro
      \(boundary)
      assume: {groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - {id: desk, name: Help Desk, areas: [east], entry_point: {groups: [adult]}}
        - {id: clinic, name: Clinic, areas: [east], answered: 2025-05-01}
        - {id: police, name: Provincial Police, areas: [east], units_refer: yes}
        - {id: station, name: Police Station, parent: police}
        - {id: house, name: Safe House, areas: [east], services: [{id: s, type: shelter.emergency}]}
      relations:
        - {from: desk, to: clinic, kind: refers_to}
        - {from: clinic, to: police, kind: refers_to}
        - {from: station, to: clinic, kind: refers_to}
      \(relations.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """,
      """
      - id: loops
        kind: loop
        services: [shelter.emergency]
        severity: warning
        citation: ours
      """)
  }

  @Test("People who are sent from the clinic to the police and back reach no shelter")
  func found() throws {
    let report = try report()
    #expect(
      report.findings.map(\.sentence) == [
        "Referrals between the Clinic, Provincial Police and the Police Station go to and fro for "
          + "adults in need of emergency shelter in East District: none leads on to Safe House."
      ])
    let finding = try #require(report.findings.first)
    // One entry point, three groups of adults; children do not arrive there.
    #expect(finding.cells == 3)
    #expect(finding.subjects.map(\.id) == ["clinic", "police", "station"])
    // The step between the police and their station is no relation, and a part of the loop all the same.
    #expect(
      finding.evidence == [
        "The Clinic refers people to Provincial Police.",
        "The Police Station refers people to the Clinic.",
        "The Police Station is a unit of Provincial Police, and the two pass people on to each other.",
      ])
    #expect(finding.suggestion == "Agree a referral from one of them to Safe House.")
  }

  @Test("Two that refer to each other are no fault while one of them leads on")
  func leadsOn() throws {
    let report = try report("- {from: police, to: house, kind: refers_to, status: dormant}")
    #expect(report.findings.isEmpty && report.questions.isEmpty)
  }

  @Test("Whom the way on refuses is still sent to and fro")
  func partly() throws {
    let report = try report("- {from: police, to: house, kind: refers_to, groups: [adult.female]}")
    #expect(report.findings.first?.needs?.groups == ["adult.male", "adult.other"])
    #expect(report.findings.first?.cells == 2)
  }

  @Test("An organization and its units alone are no loop")
  func units() throws {
    let report = try Written.report(
      Written.province,
      """
      - {id: loops, kind: loop, services: [shelter.emergency], severity: warning, citation: ours}
      """)
    #expect(report.findings.isEmpty && report.questions.isEmpty)
  }

  @Test("Where referrals are not listed completely it is a question")
  func open() throws {
    let report = try report(boundary: "")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Where do the Clinic, Provincial Police and the Police Station send adults in need of "
          + "emergency shelter in East District? Their referrals go to and fro, and none is recorded "
          + "that leads on to Safe House."
      ])
  }
}
