import Foundation
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonReports

@Suite("Change since an earlier state, in the scorecard", .serialized)
struct EarlierTests {
  private func line(_ id: String, _ label: String, _ count: Int, _ total: Int) -> ScorecardLine {
    ScorecardLine(id: id, label: label, count: count, total: total, upper: total)
  }

  @Test("What was certain then and what is now, each of how many; nothing where it was not counted")
  func words() {
    let figures = Report.Earlier.Figures(
      before: [
        line("pathways", "pathways reached", 5, 9), line("pathways/x", "to x", 2, 3),
        line("presence/a", "sectors present", 3, 4), line("presence/b", "sectors present", 1, 4),
        line("feedback/f", "referrals with feedback", 1, 2),
      ],
      after: [
        line("pathways", "pathways reached", 4, 9), line("pathways/x", "to x", 3, 3),
        line("presence/a", "sectors present", 3, 4), line("presence/b", "sectors present", 1, 5),
        line("feedback/f", "referrals with feedback", 1, 2),
        line("plan/p", "pairs", 1, 2),
      ])
    func change(_ id: String, _ label: String) -> String {
      figures.change(of: line(id, label, 7, 8))
    }
    #expect(change("pathways", "pathways reached") == "−1: 5 → 4 of 9")
    #expect(change("pathways/x", "to x") == "+1: 2 → 3 of 3")
    #expect(change("presence/a", "sectors present") == "±0: 4 of 8 → 4 of 9")
    #expect(change("feedback/f", "referrals with feedback") == "no change: 1 of 2")
    #expect(change("plan/p", "pairs") == "not counted then")
    #expect(change("seats/s", "seats") == "not counted over both")
  }

  private static let standard = """
    liaison_standard: 1
    id: ours
    title: Our own
    expectations:
      - {id: ways, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}

    """

  /// Two districts and men; the police refer to the shelter for one district or for both. A helpline that
  /// only the newer state lists reaches it for both.
  private static func network(_ date: String, _ areas: String, helpline: Bool = false) -> String {
    """
    liaison: 1
    title: Two districts
    as_of: \(date)
    boundary: {rule: all}
    assume: {cases: any}
    areas: [{id: east, name: East District}, {id: west, name: West District}]
    organizations:
      - {id: police, name: Police, sector: gov.law_enforcement, areas: [any], groups: [any], entry_point: true}
      - {id: house, name: House of Hope, sector: ngo.specialised, areas: [any], groups: [any], services: [{id: s, type: shelter.emergency}]}
    \(helpline ? "  - {id: line, name: Helpline, sector: hotline, areas: [any], groups: [any], entry_point: true}" : "")
    relations:
      - {from: police, to: house, kind: refers_to, areas: [\(areas)]}
    \(helpline ? "  - {from: line, to: house, kind: refers_to}" : "")

    """
  }

  @Test("The column compares over those who are in both: asking more people moves no figure")
  func command() throws {
    let folder = try TemporaryFolder()
    let old = try folder.write(Self.network("2024-06-30", "east"), to: "old.yaml")
    let new = try folder.write(
      Self.network("2025-06-30", "any", helpline: true), to: "new.yaml")
    let ours = try folder.write(Self.standard, to: "ours.yaml")
    func report(_ more: [String], _ out: String) throws -> (ToolRun, String) {
      let run = try Fixtures.run(
        [new, "--standard", ours, "--format", "svg", "-o", folder.path(out)] + more)
      let text = try? String(contentsOfFile: folder.path("\(out)/report.md"), encoding: .utf8)
      return (run, text ?? "")
    }
    let (run, text) = try report(["--since", old], "since")
    #expect(run.status == 0, "\(run.errors)")
    #expect(text.contains("| Since 2024-06-30 |"))
    #expect(text.contains("| Pathways reached | 4 | 4 | – | 4 | +1: 1 → 2 of 2 |"), "\(text)")
    #expect(text.contains("over the 2 organizations that both states list"))
    let (plain, without) = try report([], "plain")
    #expect(plain.status == 0 && !without.contains("Since"))
    let page = try String(contentsOfFile: folder.path("since/report.html"), encoding: .utf8)
    #expect(try Markup.problems(in: page) == [])
    // Of one label two standards, and a state against itself.
    let (same, unchanged) = try report(["--since", new, "--standard", "four-pillars"], "same")
    #expect(same.status == 0, "\(same.errors)")
    #expect(unchanged.contains("no change: 4 of 4"))
    #expect(unchanged.contains("both states list the same organizations"))
  }

  @Test("What cannot be compared is refused before anything is written")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let new = try folder.write(Self.network("2025-06-30", "any"), to: "new.yaml")
    let base = [new, "--format", "svg", "-o", folder.path("out")]
    let undated = try folder.write(
      Self.network("2024-06-30", "any").replacing("as_of: 2024-06-30\n", with: ""),
      to: "undated.yaml")
    let dateless = try Fixtures.run(base + ["--since", undated])
    #expect(dateless.status == 64 && dateless.errors.contains("as_of: YYYY-MM-DD"))
    let other = try folder.write(
      "liaison: 1\ntitle: T\nas_of: 2024-01-01\norganizations: [{id: x, name: X}]\n",
      to: "other.yaml")
    let apart = try Fixtures.run(base + ["--since", other])
    #expect(apart.status == 65 && apart.errors.contains("no organization that the report is about"))
    #expect(try Fixtures.run(base + ["--since", folder.path("none.yaml")]).status == 66)
    let secret = try folder.write(
      "tlp: RED\n" + Self.network("2024-06-30", "any"), to: "secret.yaml")
    let leak = try Fixtures.run(base + ["--since", secret, "--audience", "amber"])
    #expect(leak.status == 77, "\(leak.errors)")
    let map = try Fixtures.run(base + ["--since", new, "--audience", "clear"])
    #expect(map.status == 64 && map.errors.contains("--since"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }
}
