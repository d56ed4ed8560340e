public import LiaisonCatalog
public import LiaisonModel

/// STD001: the page of standards whose base cannot be had.
public struct UnresolvedBasePage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: StandardProblem.base, summary: "What a standard extends cannot be had.",
      meaning: """
        `extends` names no shipped standard, or a file that is not there, cannot be read, lies outside \
        the folder of the standard, extends it in its turn, or is one more than the eight files that a \
        standard may be made of. Nothing can be judged against it before this is mended.
        """,
      reference: "Liaison's format, DESIGN §5",
      examples: [
        CatalogPage.Example(
          "A slip of the pen",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: for-pillars
            """,
          outcome: """
            There is no shipped standard “for-pillars”. Did you mean `four-pillars`? Shipped are \
            `four-pillars` and `partnership`; a file is named by its path, such as `base.yaml`.
            """),
        CatalogPage.Example(
          "A shipped one",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            """),
      ])
  }
}

/// STD002: the page of expectations without a citation.
public struct MissingCitationPage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: StandardProblem.citation, summary: "An expectation says not what it rests on.",
      meaning: """
        What is missing is measured against somebody's words: a law, a plan, guidance, or one's own \
        judgement, said to be that. An expectation without a citation cannot be argued with, and a \
        finding of it cannot be answered. One that overrides an inherited expectation keeps its citation.
        """,
      reference: "Liaison's format, DESIGN §5",
      examples: [
        CatalogPage.Example(
          "Without",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            expectations: [{id: feedback, kind: feedback, min: 0.5, severity: info}]
            """,
          outcome: "Expectation `feedback` has no `citation`.")
      ])
  }
}

/// STD003: the page of ids that stand twice in a standard.
public struct DuplicateExpectationPage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: StandardProblem.identity, summary: "Two expectations of a standard have one id.",
      meaning: """
        A finding is known by its expectation's id, over years and in the list of accepted gaps, so an \
        id means one expectation. An inherited one is changed under `override:`, not written again under \
        `expectations:`.
        """,
      reference: "Liaison's format, DESIGN §5",
      examples: [
        CatalogPage.Example(
          "Written again instead of overridden",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            expectations:
              - {id: feedback, kind: feedback, min: 0.5, severity: info, citation: our own plan}
            """,
          outcome: "Expectation `feedback` has the id of one that is inherited from `four-pillars`."
        )
      ])
  }
}

/// STD004: the page of severities that there are not.
public struct UnknownSeverityPage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: StandardProblem.severity, summary: "A severity is none of error, warning and info.",
      meaning: """
        `error` is for what must be there, `warning` for what should be, `info` for what is worth \
        knowing; they weigh 9, 3 and 1 in what is printed first and in what `recommend` tries to close.
        """,
      reference: "Liaison's format, DESIGN §5; SEMANTICS §5",
      examples: [
        CatalogPage.Example(
          "A slip of the pen",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            override: [{id: feedback, severity: wraning}]
            """,
          outcome: """
            `severity` of expectation `feedback` of standard `ours` is “wraning”; expected error, warning \
            or info. Did you mean `warning`?
            """)
      ])
  }
}

/// STD005: the page of overrides and drops that fit nothing.
public struct UnfitChangePage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: StandardProblem.change,
      summary: "A standard changes or drops what it does not inherit.",
      meaning: """
        `override` and `drop` speak of an inherited expectation by its id, each of it once. An override \
        keeps the kind: another kind is another expectation. A drop says its `reason`, as a reader who \
        knows the base will look for what is not there.
        """,
      reference: "Liaison's format, DESIGN §5",
      examples: [
        CatalogPage.Example(
          "An override of nothing, and a drop without a reason",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            override: [{id: fedback, min: 0.5}]
            drop: [{id: redundancy}]
            """,
          outcome: """
            `override` changes `fedback`, which `four-pillars` does not have. Did you mean `feedback`?
            `drop` leaves out `redundancy` without a `reason`.
            """)
      ])
  }
}
