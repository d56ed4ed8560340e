import LiaisonGaps
import LiaisonModel
import Testing

@Suite("The cube of coverage, worked by hand")
struct CoverageCubeTests {
  /// A shelter for women, of which it is not known whether it takes men; a refuge for men in the east; nobody
  /// gives advice by telephone. Children first arrive nowhere.
  private func report(_ areas: Int = 2) throws -> GapReport {
    let others = (2..<max(areas, 2)).map { "  - {id: z\($0), name: Area \($0)}\n" }.joined()
    return try Written.report(
      """
      liaison: 1
      title: Two districts
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: east, name: East District}
        - {id: west, name: West District}
      \(others)
      organizations:
        - {id: desk, name: Desk, areas: [any], groups: [adult], entry_point: true}
        - {id: home, name: Shelter, areas: [any], groups: [any], services: [{id: s, type: shelter.emergency, groups: [adult.female, adult.male=unknown]}]}
        - {id: refuge, name: Refuge, areas: [east], groups: [adult.male], services: [{id: s, type: shelter.emergency}]}
      """,
      """
      - id: shelter
        kind: coverage
        services: [shelter.emergency, hotline]
        groups: [adult.female, adult.male, child.male]
        severity: error
        citation: ours
      """)
  }

  @Test("Each cell is present, thin, a hole or unknown, with how many provide it")
  func cells() throws {
    let cube = try #require(report().coverage)
    let told = cube.cells.map { cell in
      "\(cell.service.text) \(cell.group.text) \(cell.area) \(cell.count.state.rawValue) "
        + "\(cell.count.certain) \(cell.count.possible)"
    }
    #expect(
      told == [
        "shelter.emergency adult.female 0 thin 1 1", "shelter.emergency adult.female 1 thin 1 1",
        "shelter.emergency adult.male 0 present 1 2", "shelter.emergency adult.male 1 unknown 0 1",
        "hotline adult.female 0 hole 0 0", "hotline adult.female 1 hole 0 0",
        "hotline adult.male 0 hole 0 0", "hotline adult.male 1 hole 0 0",
      ])
    // Groups that are provided for alike are one row.
    #expect(
      cube.rows.map(\.groups) == [
        ["adult.female"], ["adult.male"], ["adult.female", "adult.male"],
      ])
  }

  @Test("It is printed where the briefing is about coverage, and only there")
  func printed() throws {
    let report = try report()
    #expect(GapBriefing(report).coverage == nil)
    let briefing = try GapBriefing(report.about(["coverage"]))
    let text = briefing.text()
    #expect(
      text.contains(
        """
        What is provided, and for whom
          District           East         West
          emergency shelter
            women          1 thin       1 thin
            men               1–2  0–1 unknown
          hotline advice
            women and men  0 hole       0 hole

          How many organizations provide a service, by area and group; 1–3: one does,
        """), "\(text)")
    #expect(briefing.markdown().contains("| emergency shelter | men | 1–2 | 0–1 unknown |"))
  }

  @Test("Where not all services are listed, nobody recorded is no hole")
  func unlisted() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: An account
      areas: [{id: land, name: Land}]
      organizations: [{id: a, name: Ark, areas: [land]}]
      """,
      "- {id: c, kind: coverage, services: [legal_counsel], groups: [adult.male], severity: error, citation: ours}"
    )
    let briefing = try GapBriefing(report.about(["coverage"]))
    #expect(briefing.coverage?.rows.map(\.cells) == [["0 recorded"]])
    let text = briefing.text()
    #expect(!text.lowercased().contains("hole"), "\(text)")
    #expect(text.contains("as not all are listed"))
  }

  @Test(
    "Where many areas do not fit beside each other a part is shown, with --all all below each other"
  )
  func wide() throws {
    let report = try report(40).about(["coverage"])
    let short = GapBriefing(report).text()
    for line in short.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(short.contains("more areas (--all)") && !short.contains("Area 39"))
    let whole = GapBriefing(report, limit: nil).text()
    for line in whole.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    for area in 2..<40 { #expect(whole.contains("Area \(area)"), "\(area)") }
  }
}
