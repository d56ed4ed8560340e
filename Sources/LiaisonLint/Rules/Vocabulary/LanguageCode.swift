public import LiaisonCatalog
public import LiaisonModel

/// VOC003: a language that is written as a name or by no code.
public struct LanguageCode: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// What an entry says is judged wherever it stands.
  public var judgesEntriesAlone: Bool { true }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "VOC003", summary: "A language is not written as a tag.",
      meaning: """
        Languages are compared by their tags, `ur` for Urdu, `sd` for Sindhi, `skr` for Saraiki, so that \
        it can be found which are spoken nowhere. A name, or a code of two letters that nobody uses, is \
        compared with nothing.
        """,
      reference: "BCP 47 (RFC 5646); ISO 639; Open Referral HSDS 3, language",
      examples: [
        .init(
          "A name",
          text: """
            liaison: 1
            organizations: [{id: desk, name: Help Desk, languages: [ur, Sindhi]}]
            """,
          outcome: "“Sindhi” is not a language tag. Did you mean “sd”?"),
        .init(
          "A code that nobody uses",
          text: """
            liaison: 1
            organizations:
              - id: desk
                name: Help Desk
                services: [{id: h, type: hotline, languages: [xx]}]
            """,
          outcome:
            "“xx” is not a language tag. Write a code of ISO 639 such as “en”, “ur” or “skr”."),
        .init(
          "Tags",
          text: """
            liaison: 1
            organizations: [{id: desk, name: Help Desk, languages: [ur, pa-Arab, skr]}]
            """),
      ])
  }

  /// One finding for each language of an entry that is no tag.
  public func findings(in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    func check(_ field: Field<[String]>, _ subject: () -> Subject) {
      guard case .value(let languages, let place) = field else { return }
      for language in languages where LanguageTag(language) == nil {
        let subject = subject()
        let near = context.vocabulary.terms(.languages).first {
          $0.name.lowercased() == language.lowercased()
        }
        let advice =
          near.map { "Did you mean \(context.quoted($0.code.text))?" }
          ?? "Write a code of ISO 639 such as “en”, “ur” or “skr”."
        findings.append(
          Finding(
            rule: "VOC003", severity: severity,
            key: [subject.table, subject.key, "languages", language], place: place,
            subjects: .elements(subject.ids),
            sentence: "\(context.quoted(language)) is not a language tag. \(advice)",
            suggestion: "`liaison list languages` prints those most used."))
      }
    }
    for entry in context.document.organizations {
      check(entry.languages) { Subject("organizations", entry.id, entry.origin) }
    }
    for index in context.services.indices {
      let entry = context.service(index)
      check(entry.languages) { context.subject(ofService: index, entry) }
    }
    return findings
  }
}
