import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison ask", .serialized)
struct AskCommandTests {
  private func liaison(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), arguments, limit: 60)
  }

  private let samundar = Checkout.path("graphs/samundar")

  @Test("The sheet of the Men's Refuge: who says what, and the question that decides")
  func sheet() throws {
    let run = try liaison(["ask", samundar, "mens-refuge"])
    #expect(run.status == 0, "\(run.errors)")
    for line in [
      "To check: Men's Refuge", "What is not known", "1. Does the referral from the Migrant",
      "Is this right? Services", "Is this right? Referrals from others",
    ] {
      #expect(run.output.contains(line), "\(line)\n\(run.output)")
    }
  }

  @Test("A sheet asks whether senders hear back, and says how the answers come back")
  func comeBack() throws {
    let run = try liaison(["ask", samundar, "hunar"])
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "Does the Hunar Skills Centre tell the Migrant Resource Centre what became of the people referred?",
      "sends the form back to: Data desk of the Anti-Trafficking Secretariat.",
      "hunar --format csv -o hunar.csv", "--answers hunar.csv --answered YYYY-MM-DD -o hunar.yaml",
      "liaison what-if",
    ] {
      #expect(text.contains(part), "\(part)\n\(run.output)")
    }
    let page = try liaison(["ask", samundar, "hunar", "--format", "markdown"])
    #expect(
      page.output.contains("Please send it back to: Data desk of the Anti-Trafficking Secretariat"))
  }

  @Test("Nothing labelled above the audience, and no competition, is on a sheet")
  func labels() throws {
    let run = try liaison(["ask", samundar, "hospital-coast"])
    #expect(!run.output.contains("Samundar Television"), "\(run.output)")
    #expect(run.errors.contains("labelled above the audience"), "\(run.errors)")
    let strict = try liaison(["ask", samundar, "hospital-coast", "--audience", "amber+strict"])
    #expect(strict.output.contains("Samundar Television"))
    #expect(strict.output.contains("TLP:AMBER+STRICT"))
    #expect(try liaison(["ask", samundar, "hospital-coast", "--audience", "green"]).status == 77)
  }

  @Test("The form of the skills centre, answered yes and no, decides 25 pathways")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let form = folder.path("form.csv")
    let made = try liaison(["ask", samundar, "hunar", "--format", "csv", "-o", form])
    #expect(made.status == 0, "\(made.errors)")
    var lines = try String(contentsOfFile: form, encoding: .utf8).split(separator: "\n").map(
      String.init)
    let row = try #require(lines.firstIndex { $0.contains(",areas,north,") })
    let open = lines[row]
    #expect(open.hasSuffix(",,"))
    for (answer, moved) in [
      ("yes", "pathways to vocational training reached: 68 of 93 (up to 93) → 93 of 93"),
      ("no", "pathways to vocational training reached: 68 of 93 (up to 93) → 68 of 93"),
    ] {
      lines[row] = String(open.dropLast()) + "\(answer),"
      let returned = try folder.write(lines.joined(separator: "\n"), to: "\(answer).csv")
      let patch = folder.path("\(answer).yaml")
      let taken = try liaison([
        "ask", samundar, "hunar", "--answers", returned, "--answered", "2025-07-10", "-o", patch,
      ])
      #expect(taken.status == 0, "\(taken.errors)")
      let run = try liaison(["what-if", samundar, patch, "--all"])
      #expect(run.output.contains("What if: The Hunar Skills Centre as answered"), "\(run.output)")
      #expect(run.output.contains(moved), "\(run.output)")
      #expect(run.output.contains("are only newly known") == (answer == "no"), "\(run.output)")
    }
  }

  @Test("The sheet as JSON says what the form says, and takes the same answers to the same patch")
  func data() throws {
    let folder = try TemporaryFolder()
    let (form, sheet) = (folder.path("form.csv"), folder.path("sheet.json"))
    #expect(try liaison(["ask", samundar, "hunar", "--format", "csv", "-o", form]).status == 0)
    #expect(try liaison(["ask", samundar, "hunar", "--format", "json", "-o", sheet]).status == 0)
    let lines = try String(contentsOfFile: form, encoding: .utf8).split(separator: "\n")
    let text = try String(contentsOfFile: sheet, encoding: .utf8)
    #expect(text.matches(of: /"answer": ""/).count == lines.count - 1)
    #expect(text.contains("\"takes\": \"services\""), "\(text)")
    // Every answer of yes or no is yes.
    let open = /"takes": "yes_no",\s*"answer": ""/
    let whole = try folder.write(
      text.replacing(open, with: "\"takes\": \"yes_no\", \"answer\": \"yes\""), to: "yes.json")
    let words = ["refers_to", "offers", "feedback", "in_words"]
    let filled = lines.map { line in
      line.hasSuffix(",,") && !words.contains { line.contains(",\($0),") }
        ? String(line.dropLast()) + "yes," : String(line)
    }
    let table = try folder.write(filled.joined(separator: "\n"), to: "yes.csv")
    let patches = try [table, whole].map {
      try liaison(["ask", samundar, "hunar", "--answers", $0, "--answered", "2025-07-10"])
    }
    #expect(patches[0].status == 0 && patches[1].status == 0, "\(patches[1].errors)")
    #expect(patches[0].output == patches[1].output && patches[1].output.contains("north"))
    let other = try liaison([
      "ask", samundar, "police", "--answers", whole, "--answered", "2025-07-10",
    ])
    #expect(other.status == 65 && other.errors.contains("is that of “hunar”"), "\(other.errors)")
    let perhaps = try folder.write(
      text.replacing(open, with: "\"takes\": \"yes_no\", \"answer\": \"perhaps\""), to: "odd.json")
    let refused = try liaison([
      "ask", samundar, "hunar", "--answers", perhaps, "--answered", "2025-07-10",
    ])
    #expect(refused.status == 65 && refused.errors.contains("odd.json:"), "\(refused.errors)")
    for text in ["{}", "{\"liaison_confirmation\": 2}", "{", "[]"] {
      let broken = try folder.write(text, to: "broken.json")
      let run = try liaison([
        "ask", samundar, "hunar", "--answers", broken, "--answered", "2025-07-10",
      ])
      #expect(run.status == 65, "\(text)")
    }
  }

  @Test("A form that does not fit is refused at its line; without a day none is taken")
  func misfit() throws {
    let folder = try TemporaryFolder()
    let form = try folder.write(
      "table,id,asks,codes,answer\nrelations,r01,holds,,perhaps\n", to: "form.csv")
    let run = try liaison([
      "ask", samundar, "police", "--answers", form, "--answered", "2025-07-10",
    ])
    #expect(run.status == 65)
    #expect(run.errors.contains("form.csv:2:1: error:"), "\(run.errors)")
    #expect(run.errors.contains("write yes, no or unknown"), "\(run.errors)")
    #expect(try liaison(["ask", samundar, "police", "--answers", form]).status == 64)
    let near = try liaison(["ask", samundar, "polic"])
    #expect(near.status == 64 && near.errors.contains("Did you mean"), "\(near.errors)")
  }

  @Test("The page to print is whole, for every organization of the province")
  func page() throws {
    let html = try liaison(["ask", samundar, "police", "--format", "html"])
    #expect(html.output.hasPrefix("<!DOCTYPE html>") && html.output.contains("TLP:AMBER"))
    #expect(html.output.contains("☐\u{A0}yes"))
    let markdown = try liaison(["ask", samundar, "police", "--format", "markdown"])
    #expect(markdown.output.contains("# To check: Provincial Police"))
    #expect(markdown.output.contains("☐\u{A0}yes"))
  }
}
