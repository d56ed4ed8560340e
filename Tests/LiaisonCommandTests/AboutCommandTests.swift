import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison gaps --about")
struct AboutCommandTests {
  func gaps(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", "graphs/samundar"] + arguments, in: Checkout.root.path)
  }

  /// The words of what is printed, without line breaks.
  func words(_ run: ToolRun) -> String {
    run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("Who must talk to whom to deliver activity 3.2, and do they?")
  func activity() throws {
    let run = try gaps(["--about", "pap-3.2"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      words(run).contains(
        "“Joint inspections of kilns” (pap-3.2), due on 2025-12-31: the Labour Inspectorate with "
          + "Provincial Police and the Workers' Federation (recorded)."))
    #expect(!run.output.contains("pap-2.1"))
  }

  @Test("Who must talk to whom to deliver the plan: the agenda, the share, who leads nothing")
  func plan() throws {
    let run = try gaps(["--about", "plan"])
    let words = words(run)
    #expect(words.contains("18 of 31 pairs that the plan needs to work together and that do (58 %"))
    #expect(words.contains("No lead is recorded for “Reporting guide for newsrooms” (pap-5.2)."))
    #expect(
      words.contains("so that they should meet: the Legal Aid Authority with the Bar Council"))
    #expect(!words.contains("trade union in North District"))
    for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test("Which agreements lapse this quarter, and what do they carry?")
  func agreements() throws {
    let words = words(try gaps(["--about", "agreement"]))
    #expect(
      words.contains(
        "“MoU on workers' claims” (mou-unions) ends on 2025-08-31, in 62 days: two relations rest on "
          + "it, from the Labour Inspectorate to the Workers' Federation and from the Workers' "
          + "Federation to the Labour Inspectorate; 52 pathways have no other sure way."))
    #expect(words.contains("(mou-fis-welfare) ended on 2025-03-31, and one relation rests on it"))
    #expect(words.contains("What each agreement carries"))
  }

  @Test("JSON and Markdown hold the same accounts, and only where a topic is asked for")
  func formats() throws {
    let run = try gaps(["--about", "plan", "--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    let report = try #require((root["reports"] as? [[String: Any]])?.first)
    let account = try #require((report["accounts"] as? [[String: Any]])?.first)
    #expect(account["expectation"] as? String == "plan")
    #expect((account["rows"] as? [[String: Any]])?.count == 15)
    let markdown = try gaps(["--about", "plan", "--format", "markdown"])
    #expect(markdown.output.contains("\n## Who must work with whom for the plan\n"))
    #expect(try !gaps(["--format", "json"]).output.contains("\"accounts\""))
  }

  @Test("A topic that nothing is about ends with 64 and names the nearest")
  func unknown() throws {
    let run = try gaps(["--about", "plam"])
    #expect(run.status == 64)
    #expect(run.errors.contains("Did you mean “plan”?"), "\(run.errors)")
  }
}
