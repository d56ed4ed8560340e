import LiaisonCatalog
import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// The page of one expectation of a standard: what it asks, in its own words, what its kind judges and
/// needs, and on what it rests.
struct ExpectationPage {
  let expectation: Expectation
  private let standard: Standard
  private let kind: (any ExpectationKind)?
  private let toolName: String

  init(of expectation: Expectation, in standard: Standard, _ context: ToolContext) {
    self.expectation = expectation
    self.standard = standard
    kind = context.catalog[ExpectationShelf.self].first { $0.page.id == expectation.kind }
    toolName = context.toolName
  }

  /// Its id with that of its standard, as a finding's rule has it: `four-pillars/feedback`.
  private var rule: String { "\(standard.id)/\(expectation.id)" }

  /// Whether an id is that of the expectation, with or without that of its standard.
  func isCalled(_ id: String) -> Bool { id == expectation.id || id == rule }

  var page: CatalogPage {
    let bases = standard.bases.map { "“\($0.title)”" }
    let owner =
      "“\(standard.title)” (\(standard.id))"
      + (bases.isEmpty ? "" : ", which extends \(bases.joined(separator: " and "))")
    let needs =
      kind.map { kind in
        kind.needs.isEmpty
          ? "It is judged of every network."
          : "It is judged where \(kind.needs); elsewhere `gaps` says “Not judged”."
      } ?? "No kind of that name is known, so that `gaps` refuses it."
    return CatalogPage(
      id: rule, summary: "\(expectation.kind), \(expectation.severity.code)",
      meaning: [
        "An expectation of \(owner), of the kind `\(expectation.kind)`; what it finds is "
          + "\(Self.phrase(expectation.severity)).",
        kind.map { "\($0.page.summary) \($0.page.meaning)" } ?? "",
        needs,
        "`\(toolName) explain \(expectation.kind)` explains the kind, `\(toolName) gaps NETWORK --about "
          + "\(expectation.id)` says what is found.",
      ].filter { !$0.isEmpty }.joined(separator: "\n\n"),
      doNotUseWhen: kind?.page.doNotUseWhen ?? "", reference: expectation.citation,
      examples: [
        .init(
          "As the standard writes it",
          text: String(
            decoding: YAMLWriter.write(expectation.node(withSentence: true), width: 76).dropLast(),
            as: UTF8.self))
      ])
  }

  private static func phrase(_ severity: Severity) -> String {
    switch severity {
    case .error: "an error"
    case .warning: "a warning"
    case .info: "a note"
    }
  }
}
