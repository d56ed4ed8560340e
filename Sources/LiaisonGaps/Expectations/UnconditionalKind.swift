public import LiaisonCatalog
public import LiaisonModel

/// `unconditional`: people reach help without passing through certain sectors.
public struct UnconditionalKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "unconditional",
      summary: "People reach help without having to pass through the police or the border service.",
      meaning: """
        Makes the table of pathways a second time, with the organizations of the sectors named taken \
        out as places in between: they may still provide, but pass nobody on. What is reached with \
        them and not without them is conditional on them. People who arrive at such an organization \
        have met it already and are not asked about.
        """,
      doNotUseWhen: """
        referrals are not listed completely: another way may exist unrecorded, and what is printed is \
        a question.
        """,
      reference: """
        ODIHR, National Referral Mechanisms, 2nd ed., 2022: assistance does not depend on cooperation \
        with the authorities; Council of Europe Convention on Action against Trafficking in Human \
        Beings (CETS 197), article 12(6)
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: unconditional
              kind: unconditional
              services: [shelter.emergency]
              without: [gov.law_enforcement, gov.border_immigration]
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "an area that it asks about is declared under `areas:`" }

  /// Reads `services`, `areas`, `groups`, `cases` and `without`, the sectors taken out.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    let without =
      try reader.codes("without") ?? ["gov.law_enforcement", "gov.border_immigration"]
    try reader.finish(sentenceOf: [
      "service", "groups", "areas", "cases", "entries", "sectors", "path",
    ])
    return UnconditionalExpectation(
      expectation: expectation, selection: selection, without: without)
  }
}

struct UnconditionalExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection
  var without: [Code]

  var order: CauseOrder { .resilience }
  var question: GapReport.Question { .unreachable }
  var services: [Code] { selection.services }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    let access = UnconditionalAccess(table, asked, without: without)
    var figure = ScorecardLine(
      id: "unconditional/\(expectation.id)",
      label: "pathways reached without \(UnconditionalFindings.sectors(without, judgement))",
      count: 0, total: 0, upper: 0)
    let findings = UnconditionalFindings(judgement, expectation, without, asked)
    let isComplete = judgement.isComplete("organizations", "referral")
    for service in asked.services {
      let rows = access.rows(ofService: service)
      figure.count += rows.reached
      figure.total += rows.total
      figure.upper += isComplete ? rows.possible : rows.total
      if !rows.lost.isEmpty {
        judgement.add(
          findings.finding(service, rows.lost, isComplete ? .finding : .question), to: .unreachable)
      }
      if !rows.doubtful.isEmpty {
        judgement.add(findings.doubt(service, rows.doubtful), to: .unreachable)
      }
    }
    judgement.add(figure)
  }
}
