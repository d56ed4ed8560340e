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
        Where a known code is near, it is proposed; `liaison list sectors` prints all of a table with \
        what they are called. A network may add codes of its own under `vocabulary:`, but none for a \
        victim, a case or a named person.
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
          "A group that nobody is called by",
          text: """
            liaison: 1
            organizations: [{id: relief, name: Relief, groups: [women]}]
            """,
          outcome:
            "“women” is not a known group of people. Known are “adult”, “adult.female”, “adult.male”, “adult.other”, “child”, “child.female”, “child.male”, “child.other” and “any” for all of them."
        ),
        .init(
          "A word in the boundary that lists nothing",
          text: """
            liaison: 1
            boundary: {rule: members of the committee, complete: [organizations, referrals]}
            organizations: [{id: union, name: Union Federation, sector: worker.trade_union}]
            """,
          outcome:
            "“referrals” is nothing that `complete` can list. Did you mean “referral”?"),
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
    var searches: [Search: NearestMatch] = [:]
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
        let search = Search(table: use.table, takesAny: use.mayCover)
        if searches[search] == nil {
          let any = use.mayCover ? [Code.any] : []
          searches[search] = NearestMatch((words.codes + any).map(\.text))
        }
        if let near = searches[search]?.nearest(to: use.code.text)
          ?? Self.ending(use.code, in: words)
        {
          sentence += " Did you mean \(context.quoted(near))?"
          if use.isAlone { fix = Finding.Fix(use.place, replacement: near) }
        } else if words.codes.count <= 10 {
          var all = words.codes.map { context.quoted($0.text) }
          if use.mayCover { all.append("\(context.quoted(Code.any.text)) for all of them") }
          sentence += " Known are \(Wording.list(all, limit: 10))."
        } else {
          sentence += " Choose one of the vocabulary's, or add it under `vocabulary:`."
        }
      }
      findings.append(
        Finding(
          rule: "VOC001", severity: severity,
          key: [use.subject.table, use.subject.key, use.field, use.code.text], place: use.place,
          subjects: .elements(use.subject.ids), sentence: sentence,
          suggestion: "`liaison list \(use.table.name)` prints the codes.", fix: fix))
    }
    return findings + boundary(context)
  }

  /// One finding for each word of `complete` in the boundary that names nothing that can be listed: it
  /// would close nothing, and nobody would see that.
  private func boundary(_ context: LintContext) -> [Finding] {
    guard let complete = context.document.header.boundary.value?.complete,
      case .value(let codes, let place) = complete
    else { return [] }
    var search = NearestMatch(Boundary.parts.map(\.text))
    return codes.filter { !Boundary.parts.contains($0) }.map { code in
      let near = search.nearest(to: code.text).map { " Did you mean \(context.quoted($0))?" }
      let known = Wording.list(Boundary.parts.map { context.quoted($0.text) }, limit: 20)
      return Finding(
        rule: "VOC001", severity: severity, key: ["header", "boundary.complete", code.text],
        place: place,
        sentence: "\(context.quoted(code.text)) is nothing that `complete` can list."
          + (near ?? " Known are \(known)."))
    }
  }

  /// What is searched for a code near: a table, and `any` where that may stand.
  private struct Search: Hashable {
    var table: WordTable
    var takesAny: Bool
  }

  /// The one code whose last part is the code as written: `gov.health` for `health`.
  private static func ending(_ code: Code, in words: VocabularyIndex.Words) -> String? {
    let suffix = "." + code.text
    let found = words.codes.filter {
      $0.text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    if !found.isEmpty { return found.count == 1 ? found[0].text : nil }
    // "union" is the last word of `worker.trade_union`.
    let wanted = code.text.lowercased().split { $0 == "_" || $0 == "-" }
    let ends = words.codes.filter {
      guard let last = $0.text.split(separator: ".").last else { return false }
      return last.split(separator: "_").suffix(wanted.count).elementsEqual(wanted)
    }
    return ends.count == 1 ? ends[0].text : nil
  }
}
