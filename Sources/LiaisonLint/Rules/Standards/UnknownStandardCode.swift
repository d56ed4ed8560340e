public import LiaisonCatalog
public import LiaisonModel

/// STD008: a code of a standard that is not in the vocabulary.
public struct UnknownStandardCode: StandardRule {
  /// Creates the rule.
  public init() {}

  /// A warning: a network may bring the word.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "STD008", summary: "A standard asks for a code that is not in the vocabulary.",
      meaning: """
        A sector, service type, group, case, level, tier, kind of relation or kind of content is \
        misspelt, or is a word of a country's own that none of the networks linted in the same run \
        declares under `vocabulary:`. What is asked of a word that no network uses is never there. The \
        front part of a code stands for all codes below it: `gov` is every public office.
        """,
      reference: "Liaison's format, DESIGN §4 and §5",
      examples: [
        CatalogPage.Example(
          "Slips of the pen, in a list and in a matrix",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            expectations:
              - {id: unions, kind: presence, sectors: [worker.trade_unoin], severity: warning, citation: our plan}
              - id: pairs
                kind: cooperation
                expect: required
                pairs: {gov.health: [shelter.emergncy]}
                severity: warning
                citation: our plan
            """,
          outcome: """
            Expectation `unions` asks for “worker.trade_unoin” under `sectors`, which is no sector. Did you mean `worker.trade_union`?
            Expectation `pairs` asks for “shelter.emergncy” under `pairs`, which is no sector and no service type. Did you mean `shelter.emergency`?
            """),
        CatalogPage.Example(
          "All codes below one",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            expectations:
              - {id: offices, kind: presence, sectors: [gov], severity: warning, citation: our plan}
            """),
      ])
  }

  /// One finding a code and place.
  public func findings(in context: StandardContext) -> [Finding] {
    var search = CodeSearch(context.words)
    var findings: [Finding] = []
    func judge(
      _ texts: [(text: String, place: Place)], _ key: String, _ tables: [WordTable], _ owner: String
    ) {
      for (text, place) in texts where !search.knows(text, in: tables) {
        let match = search.nearest(text, in: tables)
        let lists = tables.map { "`liaison list \($0.name)`" }.joined(separator: " and ")
        let kinds = tables.map { "no \($0.singular)" }.joined(separator: " and ")
        findings.append(
          Finding(
            rule: page.id, severity: severity, key: [owner, key, text], place: place,
            sentence: "\(owner) asks for \(Quoted(text)) under `\(key)`, which is \(kinds)."
              + (match.map { " Did you mean `\($0)`?" } ?? ""),
            suggestion: (match == nil
              ? "Lint the network that declares it under `vocabulary:` in the same run; " : "")
              + "\(lists) \(tables.count == 1 ? "prints" : "print") the codes.",
            fix: match.map { Finding.Fix(place, replacement: $0) }))
      }
    }
    if case .value(let codes, let place) = context.document.services {
      judge(codes.map { ($0.text, place) }, "services", [.services], "The standard")
    }
    for (position, entry) in context.entries.enumerated() {
      let owner = "Expectation " + (entry.id.value.map { "`\($0)`" } ?? "number \(position + 1)")
      let byTier = entry.parameters.contains { $0.key == "by" && $0.node.scalar == "tier" }
      for member in entry.parameters {
        guard let tables = Self.tables(member.key, byTier: byTier) else { continue }
        judge(Self.texts(member.node), member.key, tables, owner)
      }
    }
    return findings
  }

  /// The tables in which the codes of a key are looked up; nil for a key that holds none.
  private static func tables(_ key: String, byTier: Bool) -> [WordTable]? {
    switch key {
    case "sectors", "without": [.list(.sectors)]
    case "services": [.services]
    case "groups": [.list(.groups)]
    case "cases": [.list(.cases)]
    case "level": [.list(.levels)]
    case "tiers": [.list(.tiers)]
    case "kinds": [.relations]
    case "content": [.list(.content)]
    case "from", "to", "pairs": byTier ? [.list(.tiers)] : [.list(.sectors), .services]
    default: nil
    }
  }

  /// The codes of a value: one, a list, or a map from codes to such.
  private static func texts(_ node: SourceNode) -> [(text: String, place: Place)] {
    if let members = node.members {
      return members.flatMap { member in
        [(member.key, member.keyPlace)] + texts(ofList: member.node)
      }
    }
    return texts(ofList: node)
  }

  private static func texts(ofList node: SourceNode) -> [(text: String, place: Place)] {
    (node.elements ?? [node]).compactMap { element in
      element.scalar.map { ($0, element.place) }
    }
  }
}

/// Looks codes up, and what unknown ones may have meant.
private struct CodeSearch {
  private let words: VocabularyIndex
  private var matches: [[WordTable]: NearestMatch] = [:]

  init(_ words: VocabularyIndex) { self.words = words }

  func knows(_ text: String, in tables: [WordTable]) -> Bool {
    let code = Code(text)
    return code == .any
      || tables.contains { table in
        let list = words.words(table)
        return list.known.contains(code) || list.prefixes.contains(code)
      }
  }

  mutating func nearest(_ text: String, in tables: [WordTable]) -> String? {
    if matches[tables] == nil {
      matches[tables] = NearestMatch(tables.flatMap { words.words($0).codes.map(\.text) })
    }
    return matches[tables]?.nearest(to: text)
  }
}
