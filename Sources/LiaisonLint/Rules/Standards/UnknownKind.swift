public import LiaisonCatalog
public import LiaisonModel

/// STD006: an expectation of a kind that is not known.
public struct UnknownKind: StandardRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "STD006", summary: "An expectation is of a kind that is not known.",
      meaning: """
        The kind says what is asked of a network and which keys say it; `liaison list expectations` \
        prints the kinds, `liaison explain presence` the page of one. A standard with an expectation of \
        an unknown kind is refused, as half of it would silently not be judged.
        """,
      reference: "Liaison's format, DESIGN §5",
      examples: [
        CatalogPage.Example(
          "A slip of the pen",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            expectations:
              - {id: unions, kind: presense, sectors: [worker.trade_union], severity: warning, citation: our plan}
            """,
          outcome:
            "Expectation `unions` is of the kind “presense”, which is not known. Did you mean `presence`?"
        ),
        CatalogPage.Example(
          "A kind that there is",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            expectations:
              - {id: unions, kind: presence, sectors: [worker.trade_union], severity: warning, citation: our plan}
            """),
      ])
  }

  /// One finding an expectation.
  public func findings(in context: StandardContext) -> [Finding] {
    let known = Set(context.kinds.ids)
    var near = NearestMatch(context.kinds.ids)
    var findings: [Finding] = []
    for (position, entry) in context.document.expectations.enumerated() {
      guard case .value(let kind, let place) = entry.kind, !known.contains(kind.text) else {
        continue
      }
      let match = near.nearest(to: kind.text)
      let question = match.map { " Did you mean `\($0)`?" } ?? ""
      let name = entry.id.value.map { "`\($0)`" } ?? "number \(position + 1)"
      findings.append(
        Finding(
          rule: page.id, severity: severity, key: [name], place: place,
          sentence: "Expectation \(name) is of the kind \(Quoted(kind.text)), which is not known."
            + question,
          suggestion: "`liaison list expectations` prints the kinds.",
          fix: match.map { Finding.Fix(place, replacement: $0) }))
    }
    return findings
  }
}
