import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison gaps")
struct GapsCommandTests {
  func gaps(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), ["gaps"] + arguments, in: Checkout.root.path)
  }

  @Test("The briefing fits 80 columns and is the same in two processes")
  func text() throws {
    let first = try gaps(["graphs/samundar", "--all"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.isEmpty)
    for line in first.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(try gaps(["graphs/samundar", "--all"]).outputBytes == first.outputBytes)
  }

  @Test(
    "The fail level decides between 0 and 1",
    arguments: [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
  func failLevel(_ level: String, _ status: Int32) throws {
    #expect(try gaps(["graphs/samundar", "--fail-on", level]).status == status)
  }

  @Test("JSON holds the figures, the findings with what closes them, and each row where asked for")
  func json() throws {
    let run = try gaps(["graphs/samundar", "--format", "json", "--all"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    #expect(root["liaison_gaps"] as? Int == 1)
    let report = try #require((root["reports"] as? [[String: Any]])?.first)
    let figure = try #require((report["scorecard"] as? [[String: Any]])?.first)
    #expect(figure["count"] as? Int == 1744)
    #expect(figure["total"] as? Int == 1848)
    let sections = try #require(report["sections"] as? [[String: Any]])
    #expect(
      sections.compactMap { $0["question"] as? String } == [
        "missing", "unreachable", "fragile", "together", "agreed",
      ])
    let findings = sections.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
    #expect(findings.count >= 8)
    let closing = findings.compactMap { $0["closed_by"] as? [String: String] }
    #expect(closing == Array(repeating: ["from": "police", "to": "mens-refuge"], count: 4))
    let rows = try #require(report["pathways"] as? [[String: Any]])
    #expect(rows.contains { $0["expired_agreements"] as? [String] == ["mou-fis-welfare"] })
    // The headline figure is of the rows that are asked for.
    let asked = rows.filter { $0["asked"] as? Bool == true }
    #expect(asked.count == 1848 && asked.count { $0["status"] as? String == "reached" } == 1744)
    let men = try #require(
      rows.first {
        $0["entry"] as? String == "labour-inspectorate" && $0["area"] as? String == "north"
          && $0["service"] as? String == "shelter.emergency"
          && $0["group"] as? String == "adult.male"
      })
    #expect(
      men["sentence"] as? String
        == "No arrangement is recorded by which an adult man identified by the Labour Inspectorate in "
        + "North District reaches emergency shelter: the path stops at Provincial Police, whose only "
        + "relation of its own, to the Dar-ul-Aman Women's Shelter, admits women only, and none of whose units "
        + "leads to such a service for them.")
    #expect(
      men["stop"] as? [String: String] == [
        "kind": "relation", "organization": "police", "to": "dar-ul-aman", "relation": "r06",
      ])
    #expect(try !gaps(["graphs/samundar", "--format", "json"]).output.contains("\"pathways\": ["))
  }

  @Test("--if-closed answers whose closure cuts most, in each format")
  func ifClosed() throws {
    let text = try gaps(["graphs/samundar", "--if-closed"])
    #expect(text.status == 0, "\(text.errors)")
    #expect(
      text.output.contains("The closure of Provincial Police would cut most pathways: 459 of 1,805")
    )
    for line in text.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let json = try gaps(["graphs/samundar", "--if-closed", "--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    let report = try #require((root["reports"] as? [[String: Any]])?.first)
    #expect(report["pathways"] as? Int == 1805)
    let first = try #require((report["closures"] as? [[String: Any]])?.first)
    #expect(first["organizations"] as? [String] == ["police"])
    #expect(first["own"] as? Int == 339)
    let markdown = try gaps(["graphs/samundar", "--if-closed", "--format", "markdown"])
    #expect(markdown.output.contains("| Provincial Police | 459 | 24 | 339 |"))
  }

  @Test("Several standards are judged one after the other")
  func standards() throws {
    let run = try gaps([
      "graphs/samundar", "--standard", "four-pillars", "--standard", "partnership",
    ])
    #expect(run.output.contains("(four-pillars)"))
    #expect(run.output.contains("(partnership)"))
  }

  @Test("Without a date it asks for one, and judges nothing")
  func withoutDate() throws {
    let run = try gaps(["graphs/edge-lists/edges.csv"])
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("--as-of"))
  }

  @Test("A kind that nobody judges yet is refused with its name")
  func unknownKind() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      liaison_standard: 1
      id: later
      title: Later
      expectations:
        - {id: tides, kind: tides, severity: error, citation: ours}
      """, to: "later.yaml")
    let run = try gaps(["graphs/samundar", "--standard", path])
    #expect(run.status == 78)
    #expect(run.errors.contains("`tides` (tides)"))
    #expect(run.output.isEmpty)
  }

  @Test(
    "An audience below the strictest part of the network is refused",
    arguments: [
      ("clear", 77), ("green", 77), ("amber", 77), ("amber+strict", 0), ("red", 0),
    ])
  func audience(_ label: String, _ status: Int32) throws {
    let run = try gaps(["graphs/samundar", "--audience", label])
    #expect(run.status == status)
    #expect(run.output.isEmpty == (status == 77))
  }

  @Test("The refusal names what sets the floor, where it stands, and what to do")
  func floor() throws {
    let run = try gaps(["graphs/samundar", "--audience", "amber"])
    #expect(
      run.errors.contains(
        "graphs/samundar/relations.csv:103:1: error: gap findings of this network are TLP:AMBER+STRICT and cannot be "
          + "shown to TLP:AMBER: the relation “i12” is TLP:AMBER+STRICT, the relation “n01” is TLP:AMBER+STRICT "
          + "(graphs/samundar/relations.csv:132:1)"), "\(run.errors)")
    #expect(run.errors.contains("write for --audience amber+strict; "), "\(run.errors)")
    #expect(run.errors.contains("a lower `tlp:` there; or `release:`"), "\(run.errors)")
    let folder = try TemporaryFolder()
    func refusal(_ label: String, to audience: String) throws -> String {
      let path = try folder.write(
        "liaison: 1\ntitle: Few\nas_of: 2025-06-30\ntlp: \(label)\norganizations: [{id: a, name: A}]\n",
        to: "few.yaml")
      let run = try gaps([path, "--audience", audience])
      #expect(run.status == 77)
      return run.errors
    }
    #expect(try refusal("GREEN", to: "green").contains(": what it says is TLP:AMBER at least"))
    #expect(
      try refusal("AMBER+STRICT", to: "amber").contains(
        ": the network is TLP:AMBER+STRICT by the `tlp:` of its header"))
    let service = try folder.write(
      """
      liaison: 1
      title: Few
      as_of: 2025-06-30
      tlp: AMBER
      organizations:
        - id: a
          name: A
          services:
            - {id: beds, type: shelter.emergency, tlp: AMBER+STRICT}
      """, to: "service.yaml")
    let strict = try gaps([service, "--audience", "amber"])
    #expect(strict.status == 77)
    #expect(
      strict.errors.contains("service.yaml:9:9: error: ")
        && strict.errors.contains(": the service “a/beds” is TLP:AMBER+STRICT"), "\(strict.errors)")
  }

  @Test("Markdown is written to a file, whole")
  func markdown() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("gaps.md")
    let run = try gaps(["graphs/samundar", "--format", "markdown", "-o", path])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# Referral network, Province of Samundar\n"))
    #expect(text.contains("## What cannot be reached"))
  }
}

@Suite("liaison gaps --path")
struct PathOptionTests {
  func path(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", "graphs/samundar", "--path"] + arguments,
      in: Checkout.root.path)
  }

  @Test("A labour inspector's question is one command, in text, Markdown and JSON")
  func formats() throws {
    let question = [
      "labour-inspectorate", "--service", "shelter.emergency,legal_counsel,wage_recovery",
      "--group", "adult.male", "--case", "labour", "--area", "north",
    ]
    let text = try path(question)
    #expect(text.status == 0, "\(text.errors)")
    for line in text.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(
      text.output.contains(
        """
        Emergency shelter: no way is recorded
          No arrangement is recorded by which an adult man identified by the Labour
          Inspectorate in North District reaches emergency shelter: the path stops at
          Provincial Police, whose only relation of its own, to the Dar-ul-Aman Women's
          Shelter, admits women only, and none of whose units leads to such a service
          for them.

        Legal counsel: reached
          An adult man identified by the Labour Inspectorate in North District reaches
          legal counsel at the Insaf Legal Aid Centre in one hop.
          Way:   Labour Inspectorate → Insaf Legal Aid Centre
                 1 hop, confidence 0.8, response time not stated
        """))
    #expect(
      try path(question + ["--format", "markdown"]).output.contains(
        "* Way: Labour Inspectorate → Payment of Wages Authority (1 hop, confidence 0.7, response "
          + "time not stated)"))
    let json = try path(question + ["--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect(root["liaison_path"] as? Int == 1)
    let rows = try #require(root["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["status"] as? String } == ["missing", "reached", "reached"])
    let way = try #require(rows.last?["way"] as? [String: Any])
    #expect(way["relations"] as? [String] == ["r02"])
    #expect(way["response_hours"] is NSNull)
  }

  @Test("What the network does not have is refused with what is near")
  func refusals() throws {
    let slip = try path(["labour-inspectorat"])
    #expect(
      slip.status == 64
        && slip.errors.contains("Did you mean “labour-inspectorate” (“Labour Inspectorate”)?"))
    let other = try path(["umeed"])
    #expect(other.status == 64 && other.errors.contains("is no entry point"))
    #expect(try path(["madadgar", "--service", "shelterr"]).status == 64)
    let alone = try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", "graphs/samundar", "--group", "adult"],
      in: Checkout.root.path)
    #expect(alone.status == 64 && alone.errors.contains("--path"))
  }
}
