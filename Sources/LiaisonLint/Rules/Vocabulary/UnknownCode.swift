public import LiaisonCatalog
public import LiaisonModel

/// VOC001: a code that the vocabulary does not have.
public struct UnknownCode: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// What an entry says is judged wherever it stands.
  public var judgesEntriesAlone: Bool { true }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "VOC001", summary: "A code is not in the vocabulary.",
      meaning: """
        Sectors, service types, kinds of relation, statuses, groups and cases are codes, so that \
        networks can be compared and gaps found; a code that nobody knows is left out of all of that. \
        Where a known code is near, it is proposed. A network may add codes of its own under \
        `vocabulary:`, but none for a victim, a case or a named person.
        """,
      reference: "The shipped vocabulary; DOMAIN §1.6",
      examples: [
        .init(
          "A slip in a sector",
          text: """
            liaison: 1
            organizations: [{id: union, name: Union Federation, sector: worker.trade_unoin}]
            """,
          outcome: "“worker.trade_unoin” is not a known sector. Did you mean “worker.trade_union”?"),
        .init(
          "A sector that is only the beginning of several",
          text: """
            liaison: 1
            organizations: [{id: relief, name: Relief, sector: ngo}]
            """,
          outcome:
            "“ngo” is not a known sector. Choose “ngo.specialised”, “ngo.national” or “ngo.international”."
        ),
        .init(
          "A code of one's own",
          text: """
            liaison: 1
            vocabulary:
              sectors:
                gov.ombudsperson: {name: ombudsperson}
            organizations: [{id: mohtasib, name: Mohtasib, sector: gov.ombudsperson}]
            """),
      ])
  }

  /// One finding for each unknown code.
  public func findings(in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    var searches: [WordTable: NearestMatch] = [:]
    context.forEachOddCode { use in
      let words = context.words.words(use.table)
      guard words.replacements[use.code] == nil else { return }
      let quoted = context.quoted(use.code.text)
      var sentence = "\(quoted) is not a known \(use.table.singular)."
      var fix: Finding.Fix?
      let below = words.codes.filter { use.code.covers($0) }
      if !below.isEmpty, use.code.text.utf8.count > 1 {
        let choices = below.prefix(6).map { context.quoted($0.text) }
        let last = choices.last ?? ""
        let all =
          choices.count > 1 ? choices.dropLast().joined(separator: ", ") + " or " + last : last
        sentence += " Choose \(all)."
      } else {
        if searches[use.table] == nil {
          searches[use.table] = NearestMatch(words.codes.map(\.text))
        }
        if let near = searches[use.table]?.nearest(to: use.code.text)
          ?? Self.ending(use.code, in: words)
        {
          sentence += " Did you mean \(context.quoted(near))?"
          if use.isAlone { fix = Finding.Fix(use.place, replacement: near) }
        } else if words.codes.count <= 10 {
          let all = words.codes.map { context.quoted($0.text) }
          sentence += " Known are \(Wording.list(all, limit: 10))."
        } else {
          sentence += " Choose one of the vocabulary's, or add it under `vocabulary:`."
        }
      }
      findings.append(
        Finding(
          rule: "VOC001", severity: severity,
          key: [use.subject.table, use.subject.key, use.field, use.code.text], place: use.place,
          subjects: use.subject.ids, sentence: sentence, fix: fix))
    }
    return findings
  }

  /// The one code whose last part is the code as written: `gov.health` for `health`.
  private static func ending(_ code: Code, in words: VocabularyIndex.Words) -> String? {
    let suffix = "." + code.text
    let found = words.codes.filter {
      $0.text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    return found.count == 1 ? found[0].text : nil
  }
}
