import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Languages and people in coverage, worked by hand")
struct CoverageLanguagesTests {
  func report(
    _ languages: String, women: String = "", people: String = ", population: 300000",
    boundary: String = "boundary: {rule: all}"
  ) throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: Languages
      \(boundary)
      assume: {groups: any, cases: any}
      areas:
        - {id: east, name: East District, population: 100000}
        - {id: west, name: West District\(people)}
      organizations:
        - {id: office, name: Welfare Office, areas: [east, west], languages: [ur, pa-Arab], services: [{id: c, type: case_management}]}
        - {id: women, name: Women's Centre, areas: [east], services: [{id: c, type: case_management, groups: [adult.female]\(women)}]}
      """,
      """
      - id: offered
        kind: coverage
        services: [case_management]
        min: 2
        \(languages)
        severity: warning
        citation: ours
      """)
  }

  /// What is said of languages: the thin spots of `min: 2` are left out.
  func told(_ findings: [Finding]) -> [String] {
    findings.filter { $0.key.contains("language") }.map(\.sentence)
  }

  @Test("A language that no provider states, and one that is a kind of what is asked for")
  func missing() throws {
    let report = try report("languages: [pa, sd]", women: ", languages: [ur]")
    #expect(
      told(report.findings) == [
        "No provider of case management for anyone in all 2 areas is recorded as offering it in "
          + "Sindhi."
      ])
    let line = try #require(report.scorecard.first { $0.id == "languages/offered" })
    #expect(line.count == 12 && line.total == 24 && line.upper == 12)
  }

  @Test("A provider that states no language leaves it open")
  func unstated() throws {
    let report = try report("languages: [sd]")
    #expect(
      told(report.questions) == [
        "Who offers case management for women in East District in Sindhi? The Women's Centre states no "
          + "language."
      ])
    #expect(report.findings.first { $0.key.contains("language") }?.cells == 11)
  }

  @Test("Where providers are not listed completely it is a question")
  func open() throws {
    let report = try report("languages: [sd]", women: ", languages: [ur]", boundary: "")
    #expect(told(report.findings).isEmpty)
    #expect(told(report.questions).count == 1)
  }

  @Test("What is no tag is refused")
  func tag() {
    #expect(throws: GapError.self) { try report("languages: [Sindhi]") }
  }

  @Test("The share is weighted by people where every area states how many")
  func population() throws {
    // Two providers for women in East alone: 100,000 of six groups in 400,000.
    let report = try report("areas: [any]")
    let line = try #require(report.scorecard.first)
    #expect(line.count == 1 && line.total == 12)
    #expect(line.population.covered == 100_000 && line.population.total == 6 * 400_000)
    #expect(line.populationPercent == nil)
    let unstated = try self.report("areas: [any]", people: "")
    #expect(unstated.scorecard.first?.population.total == 0)
  }

  @Test("On Samundar the weighted share stands beside the plain one")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(),
      against: Written.standard(
        "- {id: offered, kind: coverage, services: [vocational], groups: [adult], "
          + "severity: warning, citation: ours}"))
    let line = try #require(report.scorecard.first)
    // Hunar serves Coast and Valley for certain, North perhaps; the federation offers apprenticeships
    // to adults everywhere.
    #expect(line.count == line.total)
    #expect(line.population.covered == line.population.total && line.population.total > 0)
  }
}
