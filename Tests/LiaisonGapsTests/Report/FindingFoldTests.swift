import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Findings alike in all but a group, an area or a service read as one")
struct FindingFoldTests {
  func report(_ coverage: String = "[shelter.emergency, legal_counsel]") throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: Two districts with one door
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: land, name: Land, level: province}
        - {id: east, name: East District, level: district, within: land}
        - {id: west, name: West District, level: district, within: land}
      organizations:
        - {id: door, name: Door, areas: [east], groups: [adult], entry_point: true,
           services: [{id: beds, type: shelter.emergency, groups: [adult.female]}]}
      """,
      """
      - id: support
        kind: coverage
        services: \(coverage)
        severity: error
        citation: ours
      """)
  }

  @Test(
    "A sector served from elsewhere in two districts of three is one sentence, which names both")
  func remote() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: From elsewhere
      boundary: {rule: all}
      areas:
        - {id: land, name: Land, level: province}
        - {id: east, name: East District, level: district, within: land}
        - {id: mid, name: Mid District, level: district, within: land}
        - {id: west, name: West District, level: district, within: land}
      organizations:
        - {id: welfare, name: Social Welfare, sector: gov.social_welfare, areas: [land], located_in: mid}
      """,
      "- {id: offices, kind: presence, sectors: [gov.social_welfare], level: district, by: office, severity: error, citation: ours}"
    )
    #expect(report.findings.count == 2)
    #expect(
      report.folded(report.findings).map(\.finding.sentence) == [
        "No social welfare office is recorded with an office in East District and West District: "
          + "Social Welfare serves them from elsewhere."
      ])
  }

  @Test(
    "A sector that several districts lack is one sentence with one remedy, a question too",
    arguments: [true, false])
  func absent(_ isListed: Bool) throws {
    func sentences(_ areas: String?) throws -> [String] {
      let report = try Written.report(
        """
        liaison: 1
        title: Lacking
        \(isListed ? "boundary: {rule: all}" : "")
        areas:
          - {id: land, name: Land, level: province}
          - {id: east, name: East District, level: district, within: land}
          - {id: mid, name: Mid District, level: district, within: land}
          - {id: west, name: West District, level: district, within: land}
        organizations:
          - {id: police, name: Police, sector: gov.law_enforcement, areas: [land]}
          \(areas.map { "- {id: u, name: Union, sector: worker.trade_union, areas: [\($0)]}" } ?? "")
          \(areas.map { "- {id: p, name: Paper, sector: media, areas: [\($0)]}" } ?? "")
        """,
        "- {id: s, kind: presence, sectors: [worker.trade_union, media], level: district, severity: error, citation: ours}"
      )
      let all = isListed ? report.findings : report.questions
      let folds = report.folded(all, acrossItems: false)
      #expect(folds.reduce(0) { $0 + $1.parts.count } == all.count)
      #expect(folds.allSatisfy { $0.finding.cells == $0.parts.reduce(0) { $0 + $1.cells } })
      return folds.flatMap { [$0.finding.sentence] + ($0.finding.suggestion.map { [$0] } ?? []) }
    }
    let media =
      "Find a media organization that is read or heard in %, and agree with it how it reports "
      + "without naming anybody."
    let union = "Ask the workers' federations who organizes workers in %, and invite a trade union."
    if isListed {
      #expect(
        try sentences("mid") == [
          "No media organization is recorded in East or West District.",
          media.replacing("%", with: "East and West District"),
          "No trade union is recorded in East or West District.",
          union.replacing("%", with: "East and West District"),
        ])
      #expect(
        try sentences(nil) == [
          "No media organization is recorded in any of the 3 districts.",
          media.replacing("%", with: "Land"),
          "No trade union is recorded in any of the 3 districts.",
          union.replacing("%", with: "Land"),
        ])
    } else {
      #expect(
        try sentences("mid") == [
          "Is there a media organization in East or West District? None is recorded.",
          "Is there a trade union in East or West District? None is recorded.",
        ])
    }
  }

  @Test(
    "Six groups and two services without a provider are two sentences; each finding keeps its id")
  func services() throws {
    let report = try report()
    let section = try #require(report.sections.first { $0.question == .unreachable })
    let folds = report.folded(section.findings)
    // People of the east: legal counsel for nobody, shelter for women only. Nobody meets children, or
    // anyone in the west.
    #expect(
      folds.map(\.finding.sentence) == [
        "No entry point is recorded for anyone in West District.",
        "No entry point is recorded for children in East District.",
        "No provider of legal counsel is recorded for adults in East District.",
        "No provider of emergency shelter is recorded for men and adults of another gender in East "
          + "District.",
      ])
    #expect(folds.flatMap(\.parts).map(\.id).sorted() == section.findings.map(\.id).sorted())
    #expect(Set(section.findings.map(\.id)).count == section.findings.count)
    #expect(folds[2].finding.suggestion?.contains("legal counsel for adults in East") == true)
    #expect(folds.allSatisfy { $0.finding.cells == $0.parts.reduce(0) { $0 + $1.cells } })
  }

  @Test("The briefing prints folds, and with all findings each by itself")
  func briefing() throws {
    let report = try report()
    let short = GapBriefing(report)
    let whole = GapBriefing(report, limit: nil)
    #expect(short.sections.flatMap(\.items).count == 4)
    #expect(whole.sections.flatMap(\.items).count == report.findings.count)
    #expect(
      Set(short.sections.flatMap(\.items).flatMap(\.ids)) == Set(report.findings.map(\.id)))
  }
}
