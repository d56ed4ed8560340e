import LiaisonGaps
import LiaisonModel
import Testing

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
        "No provider of emergency shelter is recorded for men in East District.",
        "No provider of emergency shelter is recorded for men in West District.",
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
}
