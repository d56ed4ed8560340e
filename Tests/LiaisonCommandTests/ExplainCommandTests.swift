import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

/// `liaison explain`, and the expectations that `gaps` names.
@Suite("liaison explain")
struct ExplainCommandTests {
  private func explain(_ arguments: String..., tool: String = "liaison") throws -> ToolRun {
    try ToolRun.run(ToolRun.built(tool), ["explain"] + arguments)
  }

  @Test("Each expectation that a network does not let be judged is explained under its id")
  func notJudged() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "liaison: 1\ntitle: Bare\nas_of: 2025-06-30\norganizations: [{id: a, name: A}]\n",
      to: "bare.yaml")
    let gaps = try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", "bare.yaml"], in: folder.url.path)
    #expect(gaps.output.contains("`liaison explain ID`"))
    let text = gaps.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let sentences = text.components(separatedBy: "Not judged: ").dropFirst()
    let ids = sentences.flatMap { sentence in
      sentence.split(separator: ":")[0].split(whereSeparator: { ", ".contains($0) })
        .map(String.init).filter { $0 != "and" }
    }
    #expect(ids.count > 20)
    for id in ids {
      let page = try explain(id)
      #expect(page.status == 0, "\(id)")
      #expect(page.output.contains("four-pillars/\(id)  "), "\(id)")
    }
  }

  @Test("The page says what is asked, in which words, on what it rests, and what it needs")
  func page() throws {
    let page = try explain("presence-coordinator")
    let text = page.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.hasPrefix("four-pillars/presence-coordinator presence, error "))
    #expect(
      page.output.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") || $0.count <= 80 })
    for part in [
      "In every area of a level, each sector asked for is there and takes part. A sector is absent",
      "of the kind `presence`; what it finds is an error.",
      "It is judged where an area of the level that it asks about is declared under `areas:`",
      "sectors: [gov.lead]", "No {sector} is recorded in {area}.",
      "Reference: ODIHR NRM Handbook, 2nd ed. 2022: state and civil society cooperate",
      "liaison gaps NETWORK --about presence-coordinator",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("is in order"))
  }

  @Test("An id of several things is explained as each of them; with its standard's, as itself")
  func several() throws {
    let both = try explain("feedback")
    #expect(both.output.hasPrefix("feedback  "))
    #expect(both.output.contains("\n\nfour-pillars/feedback  "))
    let own = try explain("four-pillars/feedback")
    #expect(own.output.hasPrefix("four-pillars/feedback  "))
    #expect(!own.output.contains("\nfeedback  "))
    // The table of the vocabulary and the view.
    let sectors = try explain("sectors").output.split(separator: "\n")
    #expect(sectors.filter { $0.hasPrefix("sectors  ") }.count == 2)
  }

  @Test("The expectations of a standard of one's own are found with --standard, inherited ones too")
  func ownStandard() throws {
    let file = Checkout.path("graphs/kestria/standard.yaml")
    let standard = try StandardReader.read(path: file)
    for id in [standard.expectations.first?.id, standard.expectations.last?.id] {
      let page = try explain(try #require(id), "--standard", file, tool: "liaison-lint")
      #expect(page.status == 0 && page.output.hasPrefix("kestria/\(id ?? "")  "))
    }
    let slip = try explain("presence-cordinator", "--standard", file)
    #expect(slip.status == 64)
    #expect(slip.errors.contains("Did you mean “presence-coordinator”?"))
    #expect(try explain("REF001", "--standard", file).status == 64)
    let unknown = try explain("presence-cordinator")
    #expect(unknown.status == 64 && unknown.errors.contains("presence-coordinator"))
  }
}
