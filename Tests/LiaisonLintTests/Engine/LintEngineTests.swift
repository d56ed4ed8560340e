import LiaisonCatalog
import LiaisonFiles
import LiaisonLint
import LiaisonModel
import Testing

/// A rule of somebody else's over resolved networks.
private struct EveryoneRule: NetworkRule {
  var page: CatalogPage { CatalogPage(id: "X001", summary: "Counts.", meaning: "Counts.") }
  var severity: Severity { .warning }

  func findings(in network: StakeholderNetwork, context: LintContext) -> [Finding] {
    network.organizations.map {
      Finding(
        rule: "X001", severity: severity, key: [$0.id], place: $0.origin.place,
        subjects: .organizations([$0.id]), sentence: "\(context.plain($0.name)) is there.")
    }
  }
}

@Suite("The lint engine")
struct LintEngineTests {
  private func lint(
    _ yaml: String, rules: [any LintRule] = LintEngine.shippedRules,
    _ configuration: LintConfiguration = LintConfiguration(), asOf: CalendarDate? = nil
  ) -> [Finding] {
    let document = NetworkReader.document(yaml: yaml)
    return LintEngine(rules: rules, configuration: configuration).lint(
      document, vocabulary: Vocabulary.shipped.extended(by: document.vocabulary), asOf: asOf)
  }

  private let broken = """
    liaison: 1
    as_of: 2025-06-30
    organizations:
      - {id: a, name: Union, sector: worker.trade_unoin}
      - {id: b, name: Inspectorate}
    relations:
      - {from: b, to: c, kind: refers_to}
    """

  @Test("Findings stand in the order of the file")
  func order() {
    let findings = lint(broken)
    #expect(findings.map(\.rule) == ["VOC001", "PWY005", "REF001"])
  }

  @Test("A rule of somebody else's over networks runs only where the document resolves")
  func networkRule() {
    #expect(lint(broken, rules: [EveryoneRule()]) == [])
    let sound = "liaison: 1\norganizations: [{id: a, name: Union}]\n"
    #expect(lint(sound, rules: [EveryoneRule()]).map(\.sentence) == ["Union is there."])
  }

  @Test("Rules can be chosen and left out; strict makes errors of warnings")
  func configuration() {
    #expect(lint(broken, LintConfiguration(only: ["VOC001"])).map(\.rule) == ["VOC001"])
    #expect(
      lint(broken, LintConfiguration(disabled: ["VOC001"])).map(\.rule) == ["PWY005", "REF001"])
    let strict = lint(broken, LintConfiguration(isStrict: true))
    #expect(strict.allSatisfy { $0.severity == .error })
  }

  @Test("An error cannot be accepted")
  func acceptedError() throws {
    let error = try #require(lint(broken).first { $0.severity == .error })
    let accepted = broken + "\naccepted: [{finding: \(error.id), until: 2025-12-31}]\n"
    #expect(lint(accepted).contains { $0.id == error.id })
  }

  @Test("An accepted finding is quiet until its day has passed")
  func accepted() throws {
    let feedback = try #require(lint(broken).first { $0.rule == "PWY005" })
    let accepted = broken + "\naccepted: [{finding: \(feedback.id), until: 2025-12-31}]\n"
    #expect(lint(accepted).map(\.rule) == ["VOC001", "REF001"])
    let later = lint(accepted, asOf: CalendarDate("2026-01-01"))
    #expect(later.map(\.rule) == ["VOC001", "PWY005", "REF001"])
  }

  @Test("The id of a finding stays when lines move and when others come")
  func stableIDs() throws {
    let moved = broken.replacingOccurrences("relations:", "# a remark\nrelations:")
    #expect(lint(moved).map(\.id) == lint(broken).map(\.id))
    #expect(lint(moved).map(\.place) != lint(broken).map(\.place))
  }

  @Test("Without a date, nothing is said of what has expired, but the date is asked for")
  func noDate() {
    let yaml = """
      liaison: 1
      organizations: [{id: a, name: Union}, {id: b, name: Inspectorate}]
      agreements: [{id: mou, type: mou, parties: [a, b], valid_until: 2020-01-01}]
      relations: [{from: a, to: b, kind: refers_to, feedback: none, agreement: mou}]
      """
    #expect(Set(lint(yaml).map(\.rule)).intersection(["TIM000", "TIM002"]) == ["TIM000"])
    let judged = lint(yaml, asOf: CalendarDate("2025-01-01"))
    #expect(Set(judged.map(\.rule)).intersection(["TIM000", "TIM002"]) == ["TIM002"])
  }

  @Test("Personal data is in no sentence, subject or fix, not even as an id")
  func withheld() {
    let yaml = """
      liaison: 1
      as_of: 2025-06-30
      organizations:
        - {id: "0300-1234567", name: Union, note: "write to a.person@example.org"}
        - {id: b, name: "Dr. Amina Bibi", sector: "0300 1234567"}
      relations:
        - {from: b, to: "0300-1234567", kind: refers_to}
        - {from: "0300-1234568", to: b, kind: refers_to}
        - {from: b, to: b, kind: "42101-1234567-1"}
      """
    let findings = lint(yaml)
    #expect(findings.contains { $0.rule == "PRT002" })
    for finding in findings {
      let shown = [finding.sentence, finding.suggestion ?? "", finding.fix?.replacement ?? ""]
      let told = finding.subjects.map(\.id) + finding.evidence + finding.related.map(\.text)
      for text in shown + told {
        for secret in ["1234567", "1234568", "example.org", "Amina"] {
          #expect(!text.contains(secret), "\(finding.rule): \(text)")
        }
      }
    }
  }

  @Test("The order of lines changes no finding's id")
  func lineOrder() {
    let lines = [
      "  - {from: a, to: b, kind: refers_to, groups: [adult.male]}",
      "  - {from: b, to: a, kind: refers_to, feedback: none}",
      "  - {from: a, to: a, kind: funds}",
      "  - {from: a, to: nobody, kind: reports_to}",
    ]
    let head = """
      liaison: 1
      as_of: 2025-06-30
      organizations: [{id: a, name: Union}, {id: b, name: Inspectorate}]
      relations:

      """
    let forward = Set(lint(head + lines.joined(separator: "\n")).map(\.id))
    let backward = Set(lint(head + lines.reversed().joined(separator: "\n")).map(\.id))
    #expect(forward == backward)
    #expect(forward.count >= 3)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ text: String, _ other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
