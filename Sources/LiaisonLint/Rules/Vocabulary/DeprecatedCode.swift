public import LiaisonCatalog
public import LiaisonModel

/// VOC002: a code that has been replaced.
public struct DeprecatedCode: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// What an entry says is judged wherever it stands.
  public var judgesEntriesAlone: Bool { true }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "VOC002", summary: "A code has been replaced by another.",
      meaning: """
        The code was in use and has been renamed, in the vocabulary or in the guidance it follows: \
        `TLP:WHITE` became `TLP:CLEAR` with version 2.0. It is still understood, but partners who follow \
        the new guidance will not know it.
        """,
      reference: "FIRST, Traffic Light Protocol 2.0, 2022; the vocabulary's `deprecated`",
      examples: [
        .init(
          "A sector that was renamed",
          text: """
            liaison: 1
            organizations: [{id: police, name: Provincial Police, sector: gov.police}]
            """,
          outcome: "The sector “gov.police” is no longer used; write “gov.law_enforcement”."),
        .init(
          "The code in use",
          text: """
            liaison: 1
            organizations: [{id: police, name: Provincial Police, sector: gov.law_enforcement}]
            """),
      ])
  }

  /// One finding for each deprecated code; the label WHITE is found by the reader.
  public func findings(in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachOddCode { use in
      guard let replacement = context.words.words(use.table).replacements[use.code] else { return }
      findings.append(
        Finding(
          rule: "VOC002", severity: severity,
          key: [use.subject.table, use.subject.key, use.field, use.code.text], place: use.place,
          subjects: .elements(use.subject.ids),
          sentence: "The \(use.table.singular) \(context.quoted(use.code.text)) is no longer used"
            + (replacement.reason.map { " (\(context.plain($0)))" } ?? "")
            + "; write \(context.quoted(replacement.replacement.text)).",
          fix: use.isAlone
            ? Finding.Fix(use.place, replacement: replacement.replacement.text) : nil))
    }
    return findings
  }
}
