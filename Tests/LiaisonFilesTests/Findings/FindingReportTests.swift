import Foundation
import LiaisonCatalog
import LiaisonFiles
import LiaisonModel
import Testing

@Suite("Findings as text, JSON, SARIF and annotations")
struct FindingReportTests {
  static let source = "a: 1\nb: محکمہ, x\nc: 3\n"

  private func report(limit: Int = 1000, path: String = "graphs/a b.yaml") -> FindingReport {
    var sources = SourceSet()
    let file = sources.add(path: path, bytes: Array(Self.source.utf8))
    func place(_ text: String) -> Place {
      let bytes = Array(Self.source.utf8)
      let wanted = Array(text.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
      return Place(
        file: file, spot: .bytes(UInt32(start)..<UInt32(start + wanted.count)))
    }
    let findings = [
      Finding(
        rule: "REF001", severity: .error, key: ["x"], place: place("x"),
        related: [.init(place("c"), "the other")], subjects: .elements(["x"]),
        sentence: "“x” is 100 % wrong: mend,\nit.", suggestion: "Write “y”.",
        fix: .init(place("x"), replacement: "y")),
      Finding(
        rule: "TIM003", severity: .info, kind: .question, key: ["c"], place: place("c"),
        sentence: "Soon?"),
      Finding(rule: "GAP", severity: .warning, key: [], sentence: "Nowhere."),
    ]
    var report = FindingReport(limit: limit)
    report.add(findings, sources: sources)
    return report
  }

  @Test("Text is one line a finding, columns counted in bytes")
  func text() {
    #expect(
      report().text() == """
        graphs/a b.yaml:2:16: error: “x” is 100 % wrong: mend, it. Write “y”. [REF001]
        graphs/a b.yaml:3:1: info: Soon? [TIM003]
        warning: Nowhere. [GAP]

        """)
    #expect(report().summary == "1 error, 1 warning and 1 info")
    #expect(FindingReport().summary == "no findings")
  }

  @Test("Beyond the limit findings are counted, not printed")
  func limit() {
    let text = report(limit: 1).text()
    #expect(text.split(separator: "\n").count == 2)
    #expect(text.hasSuffix("… and 2 more findings that are not shown.\n"))
    #expect(report(limit: 1).json()["omitted"] == 2)
    #expect(report(limit: 1).count(.warning) == 1)
  }

  @Test("Paths are absolute where a working folder is given")
  func absolute() {
    var sources = SourceSet()
    let file = sources.add(path: "./x.yaml", bytes: [])
    var report = FindingReport(workingFolder: "/work")
    report.add(
      [
        Finding(
          rule: "R", severity: .error, key: [], place: Place(file: file, spot: .whole),
          sentence: "S.")
      ], sources: sources)
    #expect(report.text() == "/work/x.yaml:1:1: error: S. [R]\n")
  }

  @Test("A path or sentence can neither clear the screen nor turn the line around")
  func terminal() {
    var sources = SourceSet()
    let file = sources.add(path: "a\u{1B}]0;x\u{7}.yaml", bytes: [])
    var report = FindingReport()
    report.add(
      [
        Finding(
          rule: "R", severity: .error, key: [], place: Place(file: file, spot: .whole),
          sentence: "S\u{202E}\u{1B}[2J\r\n.")
      ], sources: sources)
    for text in [report.text(), report.github()] {
      let odd = text.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E || $0.value == 0x7F
      }
      #expect(odd.isEmpty)
      #expect(text.split(separator: "\n").count == 1)
    }
  }

  @Test("JSON has every finding's fingerprint, place and fix")
  func json() throws {
    let data = Data(report().json().bytes())
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["liaison_findings"] as? Int == 1)
    #expect(root["counts"] as? [String: Int] == ["error": 1, "warning": 1, "info": 1])
    let findings = try #require(root["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    #expect(findings[0]["id"] as? String == Finding.id(rule: "REF001", key: ["x"]))
    #expect(findings[0]["line"] as? Int == 2)
    #expect(findings[0]["column"] as? Int == 16)
    #expect(findings[0]["end_column"] as? Int == 17)
    #expect((findings[0]["fix"] as? [String: Any])?["text"] as? String == "y")
    #expect(findings[1]["kind"] as? String == "question")
    #expect(findings[2]["path"] == nil)
  }

  @Test("An annotation escapes what GitHub reads as its own")
  func github() {
    let lines = report().github().split(separator: "\n")
    #expect(
      lines[0]
        == "::error file=graphs/a b.yaml,line=2,col=16,endColumn=17,title=REF001::“x” is 100 %25 wrong: mend, it. Write “y”."
    )
    #expect(lines[2] == "::warning title=GAP::Nowhere.")
    let odd = report(path: "a,b:c%.yaml").github()
    #expect(odd.hasPrefix("::error file=a%2Cb%3Ac%25.yaml,line=2,"))
  }

  @Test("SARIF has what the standard requires, with fingerprints and fixes")
  func sarif() throws {
    let page = CatalogPage(id: "REF001", summary: "A reference.", meaning: "Means.")
    let log = report().sarif(
      tool: "liaison", version: "0.1.0", rules: [.init(page: page, severity: .error)],
      source: { $0 == "graphs/a b.yaml" ? Array(Self.source.utf8) : nil })
    let data = Data(log.bytes())
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let runs = try #require(root["runs"] as? [[String: Any]])
    let run = try #require(runs.first)
    let tool = try #require(run["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "liaison")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["REF001", "TIM003", "GAP"])
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[key] as? [String: Any])?["text"] as? String
        #expect(text?.isEmpty == false)
      }
    }
    let results = try #require(run["results"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let prints = result["partialFingerprints"] as? [String: String]
      #expect(prints?.values.first?.count == 16)
      #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
    }
    let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "graphs/a%20b.yaml")
    let base = try #require(artifact["uriBaseId"] as? String)
    #expect((run["originalUriBaseIds"] as? [String: Any])?[base] != nil)
    let region = try #require(physical["region"] as? [String: Int])
    // Six code points of Urdu, not eleven bytes.
    #expect(region == ["startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 12])
    let fix = try #require((results[0]["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect(replacement["deletedRegion"] as? [String: Int] == region)
    #expect((replacement["insertedContent"] as? [String: String])?["text"] == "y")
    #expect(results[2]["locations"] == nil)
  }
}
