import LiaisonCatalog
import LiaisonFiles
import LiaisonGaps
import LiaisonLint
import LiaisonModel
import Testing

/// One example of one rule.
struct RuleExample: Sendable, CustomTestStringConvertible {
  var rule: any LintRule
  var example: CatalogPage.Example
  var testDescription: String { "\(rule.id): \(example.title)" }

  static let all: [RuleExample] = LintEngine.shippedRules.flatMap { rule in
    rule.page.examples.map { RuleExample(rule: rule, example: $0) }
  }
}

@Suite("The examples of the rules are true")
struct RuleExampleTests {
  @Test("A rule says of its example what its page promises", arguments: RuleExample.all)
  func example(_ item: RuleExample) {
    if item.example.text.hasPrefix("liaison_standard:") { return standardExample(item) }
    let document = NetworkReader.document(yaml: item.example.text, path: "example.yaml")
    #expect(document.problems.filter { $0.severity == .error } == [])
    let engine = LintEngine(
      rules: [item.rule], configuration: LintConfiguration(only: [item.rule.id]))
    let findings = engine.lint(
      document, vocabulary: Vocabulary.shipped.extended(by: document.vocabulary))
    let sentences = findings.filter { $0.rule == item.rule.id }.map(\.sentence)
    #expect(sentences.joined(separator: "\n") == item.example.outcome)
    for finding in findings {
      #expect(document.sources.location(of: finding.place) != nil, "\(finding.sentence)")
    }
  }

  private func standardExample(_ item: RuleExample) {
    let read = StandardReader.decode(Array(item.example.text.utf8), path: "example.yaml")
    let engine = LintEngine(
      rules: [item.rule], configuration: LintConfiguration(only: [item.rule.id]))
    let findings = engine.lint(read, kinds: Self.kinds, vocabulary: .shipped)
    #expect(findings.map(\.sentence).joined(separator: "\n") == item.example.outcome)
    for finding in findings {
      #expect(finding.rule == item.rule.id)
      #expect(read.sources.location(of: finding.place) != nil, "\(finding.sentence)")
    }
  }

  /// The shipped kinds, as the tool knows them.
  static let kinds = KnownKinds(ids: ExpectationKinds.shipped.map(\.page.id)) { asked, standard in
    guard let kind = ExpectationKinds.shipped.first(where: { $0.page.id == asked.kind }) else {
      return nil
    }
    do throws(GapError) {
      _ = try kind.read(asked, of: standard)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("The shipped standards are linted without a finding", arguments: ShippedData.standardIDs)
  func shippedStandards(id: String) throws {
    let read = StandardReader.decode(
      try #require(ShippedData.standardText(id)), path: "\(id).yaml")
    let findings = LintEngine().lint(read, kinds: Self.kinds, vocabulary: .shipped)
    #expect(findings.map(\.sentence) == [])
  }

  @Test("Each rule shows what it finds and what it leaves alone")
  func completeness() {
    for rule in LintEngine.shippedRules {
      if case .page = rule.check { continue }
      #expect(rule.page.examples.contains { $0.outcome.isEmpty }, "\(rule.id)")
      #expect(rule.page.examples.contains { !$0.outcome.isEmpty }, "\(rule.id)")
    }
  }

  @Test("Each rule has a whole page and an id of its own")
  func pages() {
    let rules = LintEngine.shippedRules
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      let page = rule.page
      #expect(page.id.count == 6 && page.summary.hasSuffix("."), "\(page.id)")
      #expect(page.meaning.count > 100 && !page.reference.isEmpty, "\(page.id)")
    }
  }
}
