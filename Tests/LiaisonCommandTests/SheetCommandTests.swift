import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison gaps --for")
struct SheetCommandTests {
  private func gaps(_ arguments: [String], of network: String = "samundar") throws -> ToolRun {
    try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", "graphs/\(network)"] + arguments,
      in: Checkout.root.path)
  }

  @Test("The sheet of the provincial police: its gaps, the referral to agree, what it has to renew")
  func text() throws {
    let run = try gaps(["--for", "police"])
    #expect(run.status == 0, "\(run.errors)")
    for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for sentence in [
      "Provincial Police, in ",
      "What Provincial Police could do next Agree a referral from Provincial Police to the Men's Refuge.",
      "Agreements to renew",
    ] {
      #expect(words.contains(sentence), "\(sentence)\n\(run.output)")
    }
    // A home for boys is nothing that the police lacks; who could set it up is asked by others.
    #expect(!words.contains("Emergency shelter for boys"))
    let relief = try gaps(["--for", "khair-relief"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(
      relief.contains(
        "What others ask of Khair Relief Emergency shelter for boys in Samundar could be set up at Khair Relief"
      ))
    #expect(!words.contains("pathways reached"))
    let markdown = try gaps(["--for", "police", "--format", "markdown"], of: "kestria")
    #expect(markdown.output.contains("## What Kestrian Police could do next\n\n- Agree"))
  }

  @Test("What is recommended to the police by recommend is what its sheet says")
  func sameActions() throws {
    let sheet = try gaps(["--for", "police", "--format", "json"], of: "kestria")
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(sheet.outputBytes)) as? [String: Any])
    let report = try #require((root["reports"] as? [[String: Any]])?.first)
    #expect(report["for"] as? String == "police")
    let recommended = try ToolRun.run(
      ToolRun.built("liaison"),
      ["recommend", "graphs/kestria", "-k", "3", "--signer", "police", "--format", "json"],
      in: Checkout.root.path)
    let other = try #require(
      JSONSerialization.jsonObject(with: Data(recommended.outputBytes)) as? [String: Any])
    let actions = try #require(report["actions"] as? NSArray)
    #expect(actions.count > 0)
    #expect(actions == other["actions"] as? NSArray)
  }

  @Test("An organization that is not there, and two questions at once, end with 64")
  func refusals() throws {
    let unknown = try gaps(["--for", "polcie"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("“polcie”. Did you mean “police”?"))
    #expect(try gaps(["--for", "police", "--about", "plan"]).status == 64)
  }
}
