import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Who stands apart, worked by hand")
struct ConnectionKindTests {
  func report(
    _ parameters: String = "", boundary: String = "boundary: {rule: all}", answered: String = ""
  ) throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: Apart
      \(boundary)
      organizations:
        - {id: police, name: Provincial Police, sector: gov.law_enforcement, units_refer: yes}
        - {id: station, name: Police Station, parent: police}
        - {id: desk, name: Help Desk, sector: hotline}
        - {id: clinic, name: Clinic, sector: gov.health}
        - {id: union, name: Dockers' Union, sector: worker.trade_union}
        - {id: daily, name: Coast Daily, sector: media}
        - {id: kilns, name: Kiln Owners' Association, sector: employer.association\(answered)}
        - {id: house, name: Safe House, sector: ngo.specialised}
        - {id: hostel, name: Men's Hostel, sector: ngo.specialised}
        - {id: fund, name: Relief Fund, sector: donor}
      bodies: [{id: committee, name: District Committee}]
      relations:
        - {from: station, to: desk, kind: refers_to}
        - {from: desk, to: clinic, kind: shares_information_with}
        - {from: union, to: daily, kind: works_with}
        - {from: fund, to: house, kind: funds}
        - {from: kilns, to: committee, kind: member_of}
        - {from: police, to: committee, kind: member_of}
        - {from: police, to: kilns, kind: inspects}
      """,
      "- {id: apart, kind: connection, \(parameters) severity: warning, citation: ours}")
  }

  @Test("Alone, at meetings only, over a donor only, and a group of its own")
  func found() throws {
    let report = try report()
    #expect(
      Set(report.findings.map(\.sentence))
        == [
          "No cooperation with anybody is recorded for the Men's Hostel.",
          "The Kiln Owners' Association meets others only in committees: no other cooperation is "
            + "recorded.",
          "Safe House is linked with others only through the Relief Fund: no other cooperation is "
            + "recorded.",
          "Coast Daily and the Dockers' Union have ties with each other only: no cooperation is recorded "
            + "between them and the other six organizations.",
        ])
    let line = try #require(report.scorecard.first)
    #expect(line.count == 5 && line.total == 8 && line.upper == 5)
  }

  @Test("Another layer, and some sectors only")
  func layer() throws {
    let report = try report("layer: authority, sectors: [employer.association, media],")
    // The association is inspected; nobody else is asked about.
    #expect(
      report.findings.map(\.sentence) == [
        "No relation of authority with anybody is recorded for Coast Daily."
      ])
  }

  @Test("Who did not answer is asked, and so is everybody where relations are not all listed")
  func questions() throws {
    let silent = try report(answered: ", answered: no")
    #expect(
      silent.questions.map(\.sentence) == [
        "With whom does the Kiln Owners' Association work? It meets others only in committees, as far "
          + "as is recorded."
      ])
    let open = try report(boundary: "boundary: {rule: all, complete: [organizations, referral]}")
    #expect(open.findings.isEmpty)
    #expect(open.questions.count == 4)
  }

  @Test("Nobody is tied by what is denied; of whom it is open whether they are there it is asked")
  func unsure() throws {
    let town = """
      liaison: 1
      title: Town
      boundary: {rule: all}
      organizations:
        - {id: a, name: Alpha Clinic}
        - {id: b, name: Beta Union}
        - {id: c, name: Gamma House, status: dormant}
      relations: [{from: a, to: b, kind: works_with, evidence: [{source: s, reporter: to, answer: no}]}]
      """
    let report = try Written.report(
      town, "- {id: apart, kind: connection, severity: warning, citation: ours}")
    #expect(report.findings.map { $0.subjects.map(\.id) } == [["a", "b"]])
    #expect(report.questions.map { $0.subjects.map(\.id) } == [["c"]])
    #expect(report.scorecard.first { $0.id == "connection/apart" }?.upper == 1)
  }

  @Test("A tie that is not sure makes nobody's certain: the figure has it in its upper bound")
  func doubtfulTie() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Town
      organizations: [{id: a, name: Ark}, {id: b, name: Bow}, {id: c, name: Crew}]
      relations:
        - {from: a, to: b, kind: works_with}
        - {from: b, to: c, kind: works_with, evidence: [{source: s, reporter: third, answer: unknown}]}
      """,
      "- {id: apart, kind: connection, severity: warning, citation: ours}")
    let line = try #require(report.scorecard.first { $0.id == "connection/apart" })
    #expect(line.count == 2 && line.total == 3 && line.upper == 3)
    #expect(report.questions.count == 1)
  }
}
