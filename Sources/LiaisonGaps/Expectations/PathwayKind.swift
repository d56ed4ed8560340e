public import LiaisonCatalog
public import LiaisonModel

/// `pathway`: from every entry point, people reach the services asked for.
public struct PathwayKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "pathway",
      summary: "From every entry point, people reach the services asked for.",
      meaning: """
        Follows the recorded referrals from each entry point, for each service, area, group and \
        case. Every hop must admit the person, cover the area and be in force. A way that rests on \
        something not known is a question; a way that is not recorded is a finding, which says where \
        it stops and which one relation would close it.
        """,
      doNotUseWhen: """
        referrals are not recorded: without rows nothing can be reached, and everything is a question.
        """,
      reference: """
        C. Barrett, R. Jacob and M. Marathe, Formal-language-constrained path problems, SIAM Journal \
        on Computing 30 (2000) 809–837, doi:10.1137/S0097539798337716; UN Women, endVAWnow, referral \
        pathways
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: pathway-support
              kind: pathway
              services: [shelter.emergency, legal_counsel]
              severity: error
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "an area that it asks about is declared under `areas:`" }

  /// Reads `services`, `areas`, `groups`, `cases`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    try reader.finish(sentenceOf: [
      "group", "groups", "area", "areas", "service", "services", "cases", "entry", "stop",
      "closing",
    ])
    return PathwayExpectation(expectation: expectation, selection: selection)
  }
}

struct PathwayExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection

  var order: CauseOrder { .pathway }
  var question: GapReport.Question { .unreachable }
  var services: [Code] { selection.services }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    judgement.pathways.ask(asked, expectation, table.needs)
    var missing: [PathwayTable.Cell] = []
    for service in asked.services {
      var unprovided: [Int: [PathwayTable.Cell]] = [:]
      for area in asked.areas {
        for profile in asked.profiles {
          for entry in table.statuses.takers[area] {
            let cell = PathwayTable.Cell(
              entry: entry, service: service, area: area, profile: profile)
            let status = table.status(of: cell)
            switch status {
            case .missing: missing.append(cell)
            case .noProvider:
              unprovided[profile / table.needs.caseClasses.count, default: []].append(cell)
            case .assumed, .unclear:
              judgement.doubts.add(cell, expectation)
            case .notApplicable, .reached: break
            }
          }
        }
      }
      addHoles(unprovided, service: service, asked, to: &judgement)
    }
    judgement.pathways.add(missing, asked, expectation, table)
  }

  /// What nobody provides, where no expectation of coverage has said so.
  private func addHoles(
    _ holes: [Int: [PathwayTable.Cell]], service: Int, _ asked: NeedSelection.Positions,
    to judgement: inout Judgement
  ) {
    var plain = expectation
    plain.sentence = nil
    let findings = CoverageFindings(judgement, plain, asked)
    for group in holes.keys.sorted() {
      let rest = judgement.explain(holes[group] ?? [])
      if rest.isEmpty { continue }
      judgement.add(findings.hole(service: service, group: group, rest), to: .unreachable)
    }
  }
}
