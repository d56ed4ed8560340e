public import LiaisonCatalog
public import LiaisonModel

/// REF003: two names that a reader takes for one.
public struct DuplicateLabel: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF003", summary: "Two entries have names that read the same.",
      meaning: """
        The names are equal when case, accents, spaces and punctuation are left out and the variants of \
        one letter in Arabic, Persian and Urdu are one (ي ی, ك ک, ه ہ). Most often one organization was \
        entered twice, by two partners, and every count and path is then wrong by one. Names in other \
        languages and `aliases` are compared too. Units are compared within their parent, areas within \
        the area around them.
        """,
      reference: "Unicode Technical Standard 39, confusable detection",
      examples: [
        .init(
          "One NGO in two spellings",
          text: """
            liaison: 1
            organizations:
              - {id: amal, name: Amal Foundation}
              - {id: amal-2, name: AMAL-Foundation}
            """,
          outcome:
            "AMAL-Foundation reads the same as Amal Foundation (“amal”): keep one entry and its relations, or tell their names apart."
        ),
        .init(
          "Two spellings of one Urdu name",
          text: """
            liaison: 1
            organizations:
              - {id: a, name: Labour Department, name_ur: محکمہ}
              - {id: b, name: Department of Labour, name_ur: محكمه}
            """,
          outcome:
            "Department of Labour has a name (ur) that reads the same as a name of Labour Department (“a”): keep one entry and its relations, or tell their names apart."
        ),
        .init(
          "Different names",
          text: """
            liaison: 1
            organizations:
              - {id: police-north, name: Police Station North}
              - {id: police-south, name: Police Station South}
            """),
      ])
  }

  /// One finding for each entry whose name an earlier one has.
  public func findings(in context: LintContext) -> [Finding] {
    var check = Check(context: context, severity: severity)
    for entry in context.document.areas {
      check.add(
        entry.id, entry.name, entry.names, [], entry.origin, "areas",
        within: entry.within.value ?? "")
    }
    for entry in context.document.organizations {
      check.add(
        entry.id, entry.name, entry.names, entry.aliases.value ?? [], entry.origin,
        "organizations", within: entry.parent.value ?? "")
    }
    for entry in context.document.bodies {
      check.add(
        entry.id, entry.name, entry.names, [], entry.origin, "bodies",
        within: entry.parent.value ?? "")
    }
    return check.findings
  }

  private struct Check {
    struct Holder {
      var id: String
      var name: String
      var isMain: Bool
      var place: Place
      var entry: Int
    }

    let context: LintContext
    let severity: Severity
    var findings: [Finding] = []
    var holders: [String: Holder] = [:]
    var entries = 0

    mutating func add(
      _ id: Field<String>, _ name: Field<String>, _ names: [LocalName], _ aliases: [String],
      _ origin: Origin, _ table: String, within: String
    ) {
      entries += 1
      let own = id.value ?? name.value ?? ""
      var isReported = false
      var labels: [(text: String, kind: String?, place: Place)] = []
      if let text = name.value { labels.append((text, nil, name.place ?? origin.place)) }
      labels += names.map { ($0.text, "a name (\($0.tag))", $0.origin.place) }
      labels += aliases.map { ($0, "an alias", origin.place) }
      for label in labels {
        let fold = LabelFold.key(label.text)
        if fold.isEmpty { continue }
        let key = "\(table)\u{1F}\(within)\u{1F}\(fold)"
        let holder = Holder(
          id: own, name: name.value ?? own, isMain: label.kind == nil,
          place: label.place, entry: entries)
        guard let first = holders[key] else {
          holders[key] = holder
          continue
        }
        // Of one id that stands twice REF002 says that one entry is enough.
        let isOneID = id.value.map { $0.utf8.elementsEqual(first.id.utf8) } ?? false
        if first.entry == entries || isReported || isOneID { continue }
        isReported = true
        report(table, holder, label, first)
      }
    }

    private mutating func report(
      _ table: String, _ own: Holder, _ label: (text: String, kind: String?, place: Place),
      _ first: Holder
    ) {
      let name = context.plain(own.name)
      let other = "\(context.plain(first.name)) (\(context.quoted(first.id)))"
      var sentence = label.kind.map { "\(name) has \($0) that reads" } ?? "\(name) reads"
      sentence += first.isMain && label.kind == nil ? " the same as " : " the same as a name of "
      sentence += other
      sentence += ": keep one entry and its relations, or tell their names apart."
      findings.append(
        Finding(
          rule: "REF003", severity: severity, key: [table, first.id, own.id], place: own.place,
          related: [.init(first.place, "the other entry")],
          subjects: .elements([first.id, own.id]),
          sentence: sentence))
    }
  }
}
