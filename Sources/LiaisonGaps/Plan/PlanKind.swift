public import LiaisonCatalog
public import LiaisonModel

/// `plan`: each activity has a lead, and those who must deliver it together work together.
public struct PlanKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "plan",
      summary: "Each activity of the plan has a lead, and those who must deliver it work together.",
      meaning: """
        Reads the activities that are not done or cancelled. An activity without a lead in force is \
        told, and an organization that leads more than `max_leads` of them. Each lead must work with \
        the other leads and the supporters of its activity, and with the leads of the activities it \
        depends on: the share of these pairs that do is the plan's congruence, and the pairs that do \
        not are the agenda of the next meeting. An organization and its units count as one. Without \
        `max_leads` nobody leads too much.
        """,
      doNotUseWhen: """
        the plan names nobody yet: then each activity is told, and nothing else. That two \
        organizations work together says nothing of how well.
        """,
      reference: """
        M. Cataldo, J. D. Herbsleb and K. M. Carley, Socio-technical congruence: a framework for \
        assessing the impact of technical and work dependencies on software development productivity, \
        ESEM 2008, 2–11, doi:10.1145/1414004.1414008
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: plan
              kind: plan
              max_leads: 3
              layer: cooperation
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  private static let layers = ["referral", "information", "cooperation", "all"]

  /// Without that nothing can be said.
  public var needs: String { "an activity still to be delivered is recorded under `activities:`" }

  /// Reads `max_leads`, a whole number from 1, and `layer`, which is `cooperation` unless written.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let most = try reader.wholeNumber("max_leads")
    if most == 0 { throw reader.error("`max_leads` is a whole number from 1.") }
    let layer = try reader.choice("layer", of: Self.layers) ?? "cooperation"
    try reader.finish()
    return PlanExpectation(
      expectation: expectation, mostLeads: most,
      layer: Layer.Name(rawValue: layer) ?? .cooperation)
  }
}

struct PlanExpectation: JudgedExpectation {
  var expectation: Expectation
  /// How many activities one organization may lead; nil is any number.
  var mostLeads: Int?
  var layer: Layer.Name

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .agreed }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let plan = PlanCongruence(judgement.network, layer, on: judgement.date)
    guard !plan.activities.isEmpty else {
      judgement.note(
        notJudged: expectation.id, because: "no activity still to be delivered is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let findings = PlanFindings(judgement, expectation, layer)
    for activity in plan.activities {
      if let finding = findings.lead(of: activity) { judgement.add(finding, to: .agreed) }
    }
    for finding in findings.overload(plan.activities, most: mostLeads) {
      judgement.add(finding, to: .agreed)
    }
    var figure = ScorecardLine(
      id: "plan/\(expectation.id)", label: "pairs that the plan needs to work together and that do",
      count: 0, total: plan.pairs.count, upper: 0)
    for pair in plan.pairs {
      if pair.tie == .yes { figure.count += 1 }
      guard let finding = findings.apart(pair) else {
        figure.upper += 1
        continue
      }
      if finding.kind == .question { figure.upper += 1 }
      judgement.add(finding, to: .agreed)
    }
    judgement.add(figure)
    judgement.tell(PlanFindings.title) { _ in findings.account(plan) }
  }
}
