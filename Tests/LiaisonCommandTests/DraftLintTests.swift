import Foundation
import LiaisonTestSupport
import Testing

/// `graphs/samundar-draft`: each slip that its README lists, at its line and column.
@Suite("The seeded slips of Samundar's draft")
struct DraftLintTests {
  /// A row of the README: `| 15:66 | error | VOC001 | … |`.
  struct Slip: Hashable {
    var place: String
    var severity: String
    var rule: String
  }

  static func listed() throws -> Set<Slip> {
    let text = try String(
      contentsOfFile: Checkout.path("graphs/samundar-draft/README.md"), encoding: .utf8)
    var slips: Set<Slip> = []
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 3, cells[0].first?.isNumber == true else { continue }
      slips.insert(Slip(place: cells[0], severity: cells[1], rule: cells[2]))
    }
    return slips
  }

  @Test("Each is found at its place, and nothing else is")
  func slips() throws {
    let run = try ToolRun.run(
      ToolRun.built("liaison-lint"), ["lint", Checkout.path("graphs/samundar-draft")])
    #expect(run.status == 1)
    var found: Set<Slip> = []
    for line in run.output.split(separator: "\n") {
      let rest = try #require(line.split(separator: "network.yaml:", maxSplits: 1).last)
      let parts = rest.split(separator: ": ", maxSplits: 2)
      let rule = try #require(line.split(separator: "[").last).dropLast()
      found.insert(
        Slip(place: String(parts[0]), severity: String(parts[1]), rule: String(rule)))
    }
    let listed = try Self.listed()
    #expect(listed.count >= 19)
    #expect(found.subtracting(listed) == [], "found, not listed")
    #expect(listed.subtracting(found) == [], "listed, not found")
  }

  @Test("What is withheld is in no format", arguments: ["text", "json", "sarif", "github"])
  func withheld(_ format: String) throws {
    let run = try ToolRun.run(
      ToolRun.built("liaison-lint"),
      ["lint", Checkout.path("graphs/samundar-draft"), "--format", format])
    for secret in ["0300", "0000000", "example.org", "24.123", "66.543"] {
      #expect(!run.output.contains(secret) && !run.errors.contains(secret))
    }
  }
}
