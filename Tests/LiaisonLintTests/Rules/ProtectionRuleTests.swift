import LiaisonFiles
import LiaisonLint
import LiaisonModel
import Testing

@Suite("The rules about protection, at their edges")
struct ProtectionRuleTests {
  private func lint(_ yaml: String, _ rule: String, path: String = "x.yaml") -> [Finding] {
    LintEngine(configuration: LintConfiguration(only: [rule])).lint(
      NetworkReader.document(yaml: yaml, path: path), vocabulary: .shipped)
  }

  @Test(
    "A number is found wherever it stands",
    arguments: [
      "title: Call 0300-1234567",
      "organizations: [{id: a, name: A, aliases: [\"0300 1234567\"]}]",
      "organizations: [{id: a, name: A, name_ur: \"۰۳۰۰۱۲۳۴۵۶۷\"}]",
      "organizations: [{id: a, name: A, \"0300-1234567\": x}]",
      "organizations: [{id: a, name: A, helpline: {numbers: [x, \"0300-1234567\"]}}]",
      "organizations: [{id: a, name: A, answered: \"ask 0300-1234567\"}]",
      "relations: [{from: a, to: b, kind: refers_to, evidence: [{source: \"0300-1234567\"}]}]",
      "services: [{organization: a, id: b, type: hotline, note: \"0300-1234567\"}]",
      "activities: [{id: x, title: Ring 0300-1234567}]",
      "sites: [{id: s, of: a, phone: \"0300-1234567\"}]",
      "accepted: [{finding: x, reason: told by 0300-1234567}]",
      "whatever: [0300-1234567]",
      "note: x # 0300-1234567",
    ])
  func everywhere(_ line: String) {
    let findings = lint("liaison: 1\n\(line)\n", "PRT002").filter { $0.rule == "PRT002" }
    #expect(findings.count >= 1)
    for finding in findings {
      #expect(finding.severity == .error && finding.tlp == .red)
      #expect(!finding.sentence.contains("1234567") && !finding.sentence.contains("۱۲۳"))
    }
  }

  @Test("The number of a public office may be told, its director's name may not")
  func publicSite() {
    let site = "liaison: 1\nsites: [{id: court, of: a, redact: none, phone: \"042 35761999\"%}]\n"
    func with(_ more: String) -> String {
      site.split(separator: "%", omittingEmptySubsequences: false).joined(separator: more)
    }
    #expect(lint(with(""), "PRT002") == [])
    #expect(lint(with(", contact: Dr. Amina Bibi"), "PRT002").count == 1)
  }

  @Test("The name of a file is a text too")
  func fileName() {
    let findings = lint("liaison: 1\n", "PRT002", path: "0300-1234567.yaml")
    #expect(
      findings.map(\.sentence) == [
        "The name of this file holds what looks like a phone number. Give it another."
      ])
  }

  @Test("A site that says nothing of redaction is taken for one to be redacted")
  func redaction() {
    func site(_ rest: String) -> [Finding] {
      lint("liaison: 1\nsites: [{id: s, of: a, \(rest)}]\n", "PRT001")
    }
    #expect(site("latitude: 24.1, longitude: 66.5").count == 1)
    #expect(site("address: 1 Canal Road, redact: coarsen_area").count == 1)
    #expect(site("gps: \"24.1\", redact: drop").count == 1)
    #expect(site("address: 1 Canal Road, redact: none") == [])
    #expect(site("located_in: north, redact: drop") == [])
    for finding in site("latitude: 24.12345, longitude: 66.5") {
      #expect(!finding.sentence.contains("24.1"))
    }
  }

  @Test("The ends of a relation are looked at too")
  func ends() {
    #expect(
      lint("liaison: 1\nrelations: [{from: 0300-1234567, to: b, kind: refers_to}]\n", "PRT002")
        .count == 1)
  }
}
