import Foundation
import LiaisonTestSupport
import Testing

/// `release:`: a finding goes below the network's own label in its fixed words, and nothing goes with it.
@Suite("Released findings", .serialized)
struct ReleaseTests {
  static let tool = ToolRun.built("liaison")

  /// A network without counsel. What may not go out below its label bears a mark.
  private static func network(_ release: String) -> String {
    """
    liaison: 1
    title: Zqmarktitle
    as_of: 2025-06-30
    tlp: AMBER
    boundary: {rule: zqmarkrule}
    areas: [{id: d, name: Zqmarkdistrict, level: district}]
    organizations:
      - {id: zqmarka, name: Zqmarkalpha, sector: gov.law_enforcement, areas: [d], groups: [any], entry_point: true}
      - {id: zqmarkb, name: Zqmarkbeta, sector: cso.faith, areas: [d], groups: [any], services: [{id: s, type: shelter.emergency}]}
    release: [\(release)]

    """
  }

  private static func release(
    _ finding: String, to label: String = "GREEN",
    _ sentence: String = "Nobody is recorded who counsels."
  ) -> String {
    "{finding: \(finding), tlp: \(label), sentence: \"\(sentence)\", by_role: zqmarkrole, date: 2025-07-02}"
  }

  private static func run(_ folder: TemporaryFolder, _ release: String, _ more: [String]) throws
    -> ToolRun
  {
    let path = try folder.write(network(release), to: "n.yaml")
    return try ToolRun.run(tool, ["gaps", path, "--standard", "four-pillars"] + more)
  }

  /// The ids of a finding and of a question.
  private static func ids(_ folder: TemporaryFolder) throws -> (finding: String, question: String) {
    struct Root: Decodable {
      struct Report: Decodable {
        var sections: [Section]
        var questions: [Item]
      }
      struct Section: Decodable { var findings: [Item] }
      struct Item: Decodable { var id: String }
      var reports: [Report]
    }
    let run = try run(folder, "", ["--format", "json"])
    let report = try #require(
      JSONDecoder().decode(Root.self, from: Data(run.outputBytes)).reports.first)
    return try (
      #require(report.sections.flatMap(\.findings).first?.id), #require(report.questions.first?.id)
    )
  }

  @Test("The fixed words are printed for the audience they go to, and nothing else is")
  func words() throws {
    let folder = try TemporaryFolder()
    let id = try Self.ids(folder).finding
    let releases =
      Self.release(id) + ", " + Self.release(id, to: "AMBER", "Zqmarkstrict.") + ", "
      + Self.release(id, to: "CLEAR", "All know this.")
    let text = try Self.run(folder, releases, ["--audience", "green"])
    #expect(text.status == 0, "\(text.errors)")
    #expect(
      text.output == """
        What was found, in released words
        As of 2025-06-30
        TLP:GREEN

          * All know this.
          * Nobody is recorded who counsels.

        Each sentence was released by itself, in fixed words. Nothing else is told here.

        """)
    let json = try Self.run(folder, releases, ["--audience", "clear", "--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect(Set(root.keys) == ["liaison_released", "as_of", "tlp", "sentences"])
    #expect(root["sentences"] as? [String] == ["All know this."])
    let page = try Self.run(folder, releases, ["--audience", "green", "--format", "markdown"])
    #expect(page.output.contains("- All know this.\n- Nobody is recorded who counsels.\n"))
    for run in [text, json, page] {
      for leak in ["zqmark", "Zqmark", id, "2025-07"] {
        #expect(!run.output.contains(leak) && !run.errors.contains(leak), "\(leak)")
      }
    }
    // Who may see the gaps sees them, and no other question than the whole is answered with it.
    #expect(try Self.run(folder, releases, ["--audience", "red"]).output.contains("Zqmarktitle"))
    for more in [["--all"], ["--if-closed"], ["--about", "missing"], ["--fail-on", "info"]] {
      let refused = try Self.run(folder, releases, ["--audience", "green"] + more)
      #expect(refused.status == 77 && refused.output.isEmpty, "\(more)")
    }
  }

  @Test(
    "A release that is incomplete, or whose finding is not found any more, is refused with all others"
  )
  func refused() throws {
    let folder = try TemporaryFolder()
    let (id, question) = try Self.ids(folder)
    let whole = Self.release(id)
    let cases: [(String, String)] = [
      ("", "`release:` in the network lets single findings go"),
      (Self.release(id, to: "AMBER"), "`release:` in the network lets single findings go"),
      (
        whole + ", " + Self.release("0123456789abcdef"),
        "is not found against four-pillars on 2025-06-30"
      ),
      (whole + ", " + Self.release(question), "is not found against four-pillars on 2025-06-30"),
      (whole.replacing(", date: 2025-07-02", with: ""), "this release does not say `date`"),
      (
        whole.replacing("by_role: zqmarkrole, date: 2025-07-02", with: "by_role: \" \""),
        "this release does not say `by_role` nor `date`"
      ),
      (whole + ", " + whole.replacing("tlp: GREEN, ", with: ""), "this release does not say `tlp`"),
      (Self.release(id, ""), "this release does not say `sentence`"),
    ]
    for (releases, message) in cases {
      let run = try Self.run(folder, releases, ["--audience", "green"])
      #expect(run.status == 77 && run.output.isEmpty, "\(releases)")
      #expect(run.errors.contains(message), "\(releases): \(run.errors)")
    }
    let stale = try Self.run(folder, Self.release("0123456789abcdef"), ["--audience", "green"])
    #expect(stale.errors.contains("n.yaml:10:"), "\(stale.errors)")
    // Whom a release is not made to, it does not concern.
    let other = try Self.run(
      folder, whole + ", " + Self.release("0123456789abcdef", to: "AMBER"), ["--audience", "green"])
    #expect(other.status == 0, "\(other.errors)")
  }

  @Test("The map of a report has them, and nothing else of a finding")
  func report() throws {
    let folder = try TemporaryFolder()
    let id = try Self.ids(folder).finding
    let path = try folder.write(Self.network(Self.release(id)), to: "n.yaml")
    let run = try ToolRun.run(
      Self.tool,
      ["report", path, "-o", folder.path("out"), "--audience", "green", "--format", "svg"])
    #expect(run.status == 0, "\(run.errors)")
    for file in ToolCommands.files(in: folder) where file.hasPrefix("out/") {
      let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
      #expect(
        text.contains("Nobody is recorded who counsels.") == file.contains("report."), "\(file)")
      for leak in ["zqmark", "Zqmark", id, "2025-07"] {
        #expect(!text.contains(leak), "\(file): \(leak)")
      }
    }
    try folder.write(Self.network(Self.release("0123456789abcdef")), to: "n.yaml")
    let stale = try ToolRun.run(
      Self.tool, ["report", path, "-o", folder.path("other"), "--audience", "green"])
    #expect(
      stale.status == 77 && !ToolCommands.files(in: folder).contains { $0.hasPrefix("other/") })
  }
}
