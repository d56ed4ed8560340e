import Foundation
import LiaisonTestSupport
import Testing

/// The sample of a country with a standard of its own: what its README promises is what is found.
@Suite("Kestria", .serialized)
struct KestriaTests {
  static let folder = Checkout.path("graphs/kestria")

  private func liaison(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), arguments, limit: 60)
  }

  /// The findings of a run, each `rule: sentence`, and the ids of what was extended.
  private func findings(_ arguments: [String] = []) throws -> (lines: [String], bases: [String]) {
    let run = try liaison(["gaps", Self.folder, "--format", "json"] + arguments)
    let json = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
    let report = try #require((json?["reports"] as? [[String: Any]])?.first)
    let sections = try #require(report["sections"] as? [[String: Any]])
    let lines = sections.flatMap { $0["findings"] as? [[String: Any]] ?? [] }.map {
      "\($0["rule"] as? String ?? ""): \($0["sentence"] as? String ?? "")"
    }
    let bases = report["extends"] as? [[String: Any]] ?? []
    return (lines, bases.compactMap { $0["standard"] as? String })
  }

  @Test("network and standard lint clean")
  func lint() throws {
    let run = try liaison(["lint", Self.folder])
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors == "no findings in 1 network and 1 standard.\n")
  }

  @Test("each sentence that the README quotes is found, word by word")
  func promised() throws {
    let found = try findings()
    #expect(found.bases == ["four-pillars"])
    let text = try String(contentsOfFile: Self.folder + "/README.md", encoding: .utf8)
      .replacing("\n  ", with: " ")
    let quoted = text.matches(of: /\* "([^"]+)"/).map { String($0.output.1) }
    #expect(quoted.count == 7)
    for sentence in quoted {
      #expect(found.lines.contains { $0.hasSuffix(": " + sentence) }, "\(sentence)")
    }
  }

  @Test("the country's own expectations find what is theirs and nothing else")
  func own() throws {
    let ids = ["helpline-languages", "papers", "union-and-coast-guard", "seats-work"]
    let found = try findings().lines
    let counts = ids.map { id in found.count { $0.hasPrefix("kestria/\(id): ") } }
    #expect(counts == [2, 2, 1, 2])
    #expect(found.count { $0.hasPrefix("kestria/pathway-support: ") } == 5)
    #expect(!found.contains { $0.hasPrefix("kestria/feedback") })
  }

  @Test("against the base alone: nothing of what was added, and feedback that falls short")
  func base() throws {
    let found = try findings(["--standard", "four-pillars"])
    #expect(found.bases.isEmpty)
    let feedback = found.lines.filter { $0.hasPrefix("four-pillars/feedback: ") }
    #expect(feedback.count == 1)
    #expect(feedback[0].contains("on 19 of 27 referrals") && feedback[0].contains("asks for 21"))
    #expect(!found.lines.contains { $0.contains("papers") })
  }

  @Test("the header's standard is read from the network's folder, and from nowhere else")
  func header() throws {
    let folder = try TemporaryFolder()
    let header = "liaison: 1\ntitle: T\nas_of: 2026-01-01\nstandard: "
    let standard = "liaison_standard: 1\nid: s\ntitle: Own\nextends: partnership\n"
    try folder.write(standard, to: "in/own.yaml")
    try folder.write(standard, to: "outside.yaml")
    let own = try folder.write(header + "own.yaml\n", to: "in/network.yaml")
    for path in [own, folder.path("in")] {
      let run = try liaison(["gaps", path])
      #expect(run.status == 0 && run.output.contains("“Own” (s), which extends"), "\(run.errors)")
    }
    let other = try folder.write(header + "../outside.yaml\n", to: "in/other.yaml")
    let run = try liaison(["gaps", other])
    #expect(run.status == 65 && run.errors.contains("“../outside.yaml” is found"), "\(run.errors)")
  }
}
