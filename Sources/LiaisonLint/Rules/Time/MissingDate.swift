public import LiaisonCatalog
public import LiaisonModel

/// TIM000: no day to judge at.
public struct MissingDate: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An info.
  public var severity: Severity { .info }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "TIM000", summary: "The network does not say at which date it holds.",
      meaning: """
        Without `as_of` nothing can be said of what has expired, and `gaps` and `report` refuse. The \
        clock is never read, so that the same file gives the same result tomorrow. The rules about dates \
        stay silent until it is there, or `--as-of` is given.
        """,
      reference: "SEMANTICS §3",
      examples: [
        .init(
          "No date",
          text: """
            liaison: 1
            organizations: [{id: a, name: Union}]
            """,
          outcome:
            "The header has no `as_of`, so nothing is said of what has expired. Add the day at which the network holds, as YYYY-MM-DD."
        ),
        .init(
          "A date",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Union}]
            """),
      ])
  }

  /// One finding where a native network has no date.
  public func findings(in context: LintContext) -> [Finding] {
    let header = context.document.header
    guard context.asOf == nil, header.asOf.isAbsent, let version = header.version.place else {
      return []
    }
    return [
      Finding(
        rule: "TIM000", severity: severity, key: ["header", "as_of"], place: version,
        sentence: "The header has no `as_of`, so nothing is said of what has expired. "
          + "Add the day at which the network holds, as YYYY-MM-DD.")
    ]
  }
}
