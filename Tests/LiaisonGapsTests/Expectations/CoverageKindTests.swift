import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Coverage, worked by hand")
struct CoverageKindTests {
  func report(
    _ services: String, minimum: Int = 1, groups: String = "adult.female, adult.male",
    complete: String = "organizations, services, referral"
  ) throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: Two districts
      boundary: {rule: all, complete: [\(complete)]}
      assume: {cases: any}
      areas:
        - {id: land, name: The Land, level: province}
        - {id: east, name: East District, level: district, within: land}
        - {id: west, name: West District, level: district, within: land}
      organizations:
        - {id: desk, name: Desk, areas: [land], groups: [adult], entry_point: true}
        - {id: home, name: Women's Shelter, areas: [land], groups: [any], services: [\(services)]}
        - {id: refuge, name: Men's Refuge, areas: [east], groups: [adult.male], services: [{id: s, type: shelter.emergency}]}
      """,
      """
      - id: shelter
        kind: coverage
        services: [shelter.emergency]
        groups: [\(groups)]
        min: \(minimum)
        severity: error
        citation: ours
      """)
  }

  @Test("A hole is where no service admits the group; one finding a group lists its areas")
  func hole() throws {
    let report = try report("{id: s, type: shelter.emergency, groups: [adult.female]}")
    #expect(
      report.findings.map(\.sentence) == [
        "No provider of emergency shelter is recorded for men in West District."
      ])
    #expect(report.findings.first?.key == ["shelter.emergency", "adult.male"])
    let figure = try #require(report.scorecard.first { $0.id == "coverage/shelter" })
    #expect([figure.count, figure.total, figure.upper] == [3, 4, 3])
  }

  @Test("A hole outside the areas that coverage asks about is told where a pathway asks for it")
  func holeBeyond() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Two districts
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: east, name: East District, level: district}
        - {id: west, name: West District, level: district}
      organizations:
        - {id: desk, name: Desk, areas: [east, west], groups: [any], entry_point: true}
      """,
      """
      - {id: cover, kind: coverage, services: [shelter.emergency], areas: [east], groups: [adult.male], severity: error, citation: ours}
      - {id: way, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
      """)
    #expect(
      report.findings.map(\.sentence) == [
        "No provider of emergency shelter is recorded for men in East District: no "
          + "organization listed states what it provides.",
        "No provider of emergency shelter is recorded for men in West District: no "
          + "organization listed states what it provides.",
      ])
  }

  @Test("Below the number asked for it is thin, and the providers are named")
  func thin() throws {
    let report = try report("{id: s, type: shelter.emergency, groups: [adult]}", minimum: 2)
    #expect(
      report.findings.map(\.sentence) == [
        "Only one provider of emergency shelter is recorded for women in The Land: the Women's "
          + "Shelter.",
        "Only one provider of emergency shelter is recorded for men in West District: the Women's "
          + "Shelter.",
      ])
  }

  @Test("Where services are not listed completely, a hole is a question")
  func open() throws {
    let report = try report(
      "{id: s, type: shelter.emergency, groups: [adult.female]}",
      complete: "organizations, referral")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Who provides emergency shelter for men in West District? No provider is recorded."
      ])
  }

  @Test("A provider of whom it is not known is no hole: it is asked")
  func unknown() throws {
    let report = try report(
      "{id: s, type: shelter.emergency, groups: [adult.female, adult.male=unknown]}")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Does the emergency shelter of the Women's Shelter admit men? The answer decides one need."
      ])
  }

  @Test("A need for which nobody is an entry point makes one finding, of that cause and no other")
  func withoutEntry() throws {
    let report = try report(
      "{id: s, type: shelter.emergency, groups: [adult]}", groups: "child.male")
    #expect(!report.findings.isEmpty)
    #expect(report.findings.allSatisfy { $0.rule == "ours/entry" })
    #expect(report.findings.first?.sentence.hasPrefix("No entry point is recorded for") == true)
  }

  @Test(
    "A provider that is recorded and does not operate is told, with what is to be agreed",
    arguments: [
      (
        "status: temporarily_closed",
        "the emergency shelter of the Women's Shelter is recorded as temporarily closed",
        "Agree when the emergency shelter of the Women's Shelter opens again, or who provides emergency "
          + "shelter for women in The Land until then."
      ),
      (
        "valid_from: 2026-01-01",
        "the emergency shelter of the Women's Shelter starts on 2026-01-01",
        "Agree who provides emergency shelter for women in The Land until the emergency shelter of the "
          + "Women's Shelter starts."
      ),
      (
        "valid_until: 2024-12-31",
        "the emergency shelter of the Women's Shelter ended on 2024-12-31",
        "Agree who provides emergency shelter for women in The Land."
      ),
    ])
  func closed(_ validity: String, _ clause: String, _ remedy: String) throws {
    let service = "{id: s, type: shelter.emergency, groups: [adult.female], \(validity)}"
    let found = try report(service, groups: "adult.female").findings
    #expect(
      found.map(\.sentence) == [
        "No provider of emergency shelter in operation is recorded for women in The Land: \(clause)."
      ])
    #expect(found.first?.suggestion == remedy)
    #expect(found.first?.subjects.map(\.id) == ["home", "home/s"])
    // It is the same gap as where nobody is recorded: the id stays.
    let none = try report("{id: s, type: legal_counsel}", groups: "adult.female").findings
    #expect(found.map(\.id) == none.map(\.id))
    let asked = try report(service, groups: "adult.female", complete: "organizations").questions
    #expect(
      asked.map(\.sentence) == [
        "Who provides emergency shelter for women in The Land? No provider in operation is recorded: "
          + "\(clause)."
      ])
    // Where fewer operate than are asked for, the one that does not is named beside those that do.
    let other =
      "{id: a, type: shelter.emergency, groups: [adult.female]}, " + service
    #expect(
      try report(other, minimum: 2, groups: "adult.female").findings.map(\.sentence) == [
        "Only one provider of emergency shelter in operation is recorded for women in The Land: the Women's "
          + "Shelter. \(Wording.sentence(clause))."
      ])
  }

  @Test("An organization that is not in force, and a standard's own words")
  func closedOrganization() throws {
    func found(_ sentence: String) throws -> [String] {
      try Written.report(
        """
        liaison: 1
        title: One district
        boundary: {rule: all}
        assume: {cases: any}
        areas: [{id: east, name: East District}]
        organizations:
          - {id: desk, name: Desk, areas: [east], groups: [adult.male], entry_point: true}
          - {id: home, name: Hill House, status: suspended, areas: [east], groups: [any], services: [{id: s, type: shelter.emergency}]}
        """,
        """
        - id: shelter
          kind: coverage
          services: [shelter.emergency]
          groups: [adult.male]
          severity: error
          citation: ours
        \(sentence)
        """
      ).findings.map(\.sentence)
    }
    #expect(
      try found("") == [
        "No provider of emergency shelter in operation is recorded for men in East District: Hill House "
          + "is recorded as suspended."
      ])
    #expect(
      try found("  sentence: \"Nobody takes {groups} of {areas} in.\"") == [
        "Nobody takes men of East District in. Hill House is recorded as suspended."
      ])
  }
}
