import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Hand-overs across jurisdictions, worked by hand")
struct HandoverKindTests {
  static let expectation =
    "- {id: handover, kind: handover, sectors: [gov], severity: warning, citation: ours}"

  /// A national service, the police of two provinces, one of them with a station, and a shelter.
  static func network(
    _ relations: String, boundary: String = "boundary: {rule: all}"
  ) -> String {
    """
    liaison: 1
    title: Borders
    as_of: 2025-06-30
    \(boundary)
    areas:
      - {id: east, name: East, level: province}
      - {id: east-1, name: East One, level: district, within: east}
      - {id: west, name: West, level: province}
    organizations:
      - {id: fis, name: Immigration Service, sector: gov.border_immigration, tier: national, areas: [east, west]}
      - {id: east-police, name: East Police, sector: gov.law_enforcement, tier: provincial, areas: [east]}
      - {id: station, name: Station One, parent: east-police, tier: provincial, areas: [east-1]}
      - {id: west-police, name: West Police, sector: gov.law_enforcement, tier: provincial, areas: [west]}
      - {id: shelter, name: Open Shelter, sector: ngo.specialised, tier: district, areas: [west]}
      - {id: port, name: Port Authority, sector: gov.border_immigration, tier: provincial, areas: [west], answered: no}
    agreements: [{id: mou, parties: [fis, east-police]}]
    relations:
    \(relations)
    """
  }

  @Test("An informal referral into another province is told; within one, and to an NGO, nothing")
  func areas() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: r1, from: station, to: west-police, kind: refers_to, formality: informal}
          - {id: r2, from: east-police, to: station, kind: refers_to, formality: informal}
          - {id: r3, from: east-police, to: shelter, kind: refers_to, formality: informal}
        """), Self.expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "Nothing written and no hand-over is recorded on which the referral of Station One to West "
          + "Police rests, which serve no area together."
      ])
    let figure = try #require(report.scorecard.first { $0.id == "handover/handover" })
    #expect((figure.count, figure.upper, figure.total) == (0, 0, 1))
  }

  @Test("From nation to province: agreement, law, hand-over and escalation each arrange it")
  func arranged() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: r1, from: fis, to: east-police, kind: refers_to, agreement: mou}
          - {id: r2, from: fis, to: west-police, kind: refers_to, formality: law}
          - {id: r3, from: east-police, to: fis, kind: refers_to, formality: informal}
          - {id: r4, from: station, to: fis, kind: escalates_to}
        """), Self.expectation)
    #expect(report.findings.isEmpty && report.questions.isEmpty)
    #expect(report.scorecard.first { $0.id == "handover/handover" }?.count == 3)
  }

  @Test("What says nothing of how is asked, and so is what is informal without a boundary")
  func asked() throws {
    let relations = """
        - {id: r1, from: fis, to: east-police, kind: refers_to}
        - {id: r2, from: fis, to: west-police, kind: refers_to, formality: meeting}
      """
    let report = try Written.report(Self.network(relations), Self.expectation)
    #expect(report.findings.map(\.key) == [["fis", "west-police"]])
    #expect(
      report.questions.map(\.sentence) == [
        "Is it agreed how people pass from the Immigration Service to East Police, from national to "
          + "provincial level? Neither a hand-over nor an agreement is recorded."
      ])
    let open = try Written.report(Self.network(relations, boundary: ""), Self.expectation)
    #expect(open.findings.isEmpty)
    #expect(open.questions.count == 2)
  }

  @Test("Two referrals from one to the other are one crossing, arranged where one of them is")
  func parallel() throws {
    func judged(_ relations: String) throws -> (figure: [Int], findings: [[String]], asked: Int) {
      let report = try Written.report(Self.network(relations), Self.expectation)
      let figure = try #require(report.scorecard.first { $0.id == "handover/handover" })
      return (
        [figure.count, figure.upper, figure.total], report.findings.map(\.key),
        report.questions.count
      )
    }
    let informal = """
        - {id: r1, from: fis, to: west-police, kind: refers_to, groups: [adult], formality: informal}
        - {id: r2, from: fis, to: west-police, kind: refers_to, groups: [child], formality: informal}
      """
    let open = try judged(informal)
    #expect(open == ([0, 0, 1], [["fis", "west-police"]], 0))
    let one = try judged(
      informal.replacing("[child], formality: informal", with: "[child], formality: law"))
    #expect(one == ([1, 1, 1], [], 0))
    // Whether the one that is arranged is still in use is not known.
    let dormant = try judged(
      informal.replacing(
        "[child], formality: informal", with: "[child], formality: law, status: dormant"))
    #expect(dormant == ([0, 1, 1], [], 1))
    // The way back is a crossing of its own.
    let back = try judged(
      informal + "\n  - {id: r3, from: west-police, to: fis, kind: refers_to, formality: law}")
    #expect(back == ([1, 1, 2], [["fis", "west-police"]], 0))
  }

  @Test("Where an end stayed silent, what is informal is asked about")
  func silent() throws {
    let report = try Written.report(
      Self.network("  - {id: r1, from: fis, to: port, kind: refers_to, formality: informal}"),
      Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(report.questions.map(\.key) == [["fis", "port", "question"]])
  }

  @Test("A referral to somebody who is gone crosses nothing")
  func gone() throws {
    let network = Self.network(
      "  - {id: r1, from: fis, to: west-police, kind: refers_to, formality: informal}"
    ).replacing("name: West Police,", with: "name: West Police, status: defunct,")
    let report = try Written.report(network, Self.expectation)
    #expect(report.findings.isEmpty && report.questions.isEmpty)
  }

  @Test("Across areas alone, levels are not asked about")
  func across() throws {
    let report = try Written.report(
      Self.network("  - {from: fis, to: west-police, kind: refers_to, formality: informal}"),
      "- {id: handover, kind: handover, across: areas, severity: warning, citation: ours}")
    #expect(report.findings.isEmpty)
    #expect(
      report.scope.notJudged == ["handover: no referral across a jurisdiction is recorded."])
  }
}
