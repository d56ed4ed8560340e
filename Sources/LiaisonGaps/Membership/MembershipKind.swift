public import LiaisonCatalog
public import LiaisonModel

/// `membership`: those who must sit in committees do.
public struct MembershipKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "membership",
      summary: "Those who must sit in committees do.",
      meaning: """
        Reads who is recorded as member, chair or secretariat of which committee or other body. `ask` \
        says of what: `body`, each body has a member of each of `sectors` that is recorded in its \
        areas; `sector`, each of `sectors` that is recorded has a seat in some body; `organization`, \
        each organization, of `sectors` if written, sits in some body, itself or by a unit. `tiers` \
        narrows the bodies. A sector that is recorded nowhere is told by `presence`. Sitting on one \
        committee is never cooperation.
        """,
      doNotUseWhen: """
        the members of bodies are not listed completely: then what is printed is a question. More \
        seats are not better by themselves.
        """,
      reference: """
        ODIHR, National Referral Mechanisms, 2nd ed., 2022: survivor leaders and civil society take \
        part in decisions; R. K. Mitchell, B. R. Agle and D. J. Wood, Academy of Management Review 22 \
        (1997) 853–886, doi:10.5465/amr.1997.9711022105
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: survivors-decide
              kind: membership
              ask: sector
              sectors: [cso.survivor_led]
              tiers: [national, provincial]
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "a body of the levels that it asks about is recorded under `bodies:`" }

  /// Reads `ask`, which is one of body, sector and organization, `sectors` and `tiers`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let words = MembershipExpectation.Aspect.allCases.map(\.rawValue)
    guard let word = try reader.choice("ask", of: words),
      let aspect = MembershipExpectation.Aspect(rawValue: word)
    else { throw reader.error("`ask` is not written.") }
    let sectors =
      aspect == .organization ? try reader.codes("sectors") : try reader.required("sectors")
    let tiers = try reader.codes("tiers")
    try reader.finish()
    return MembershipExpectation(
      expectation: expectation, aspect: aspect, sectors: sectors, tiers: tiers)
  }
}

struct MembershipExpectation: JudgedExpectation {
  /// Of what something is asked.
  enum Aspect: String, CaseIterable, Sendable { case body, sector, organization }

  var expectation: Expectation
  var aspect: Aspect
  var sectors: [Code]?
  var tiers: [Code]?

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .missing }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let seats = BodySeats(judgement.network, tiers: tiers, on: judgement.date)
    guard !seats.bodies.isEmpty else {
      let which = tiers.map { " of level \(Wording.list($0.map(\.text), "or"))" } ?? ""
      judgement.note(notJudged: expectation.id, because: "no body\(which) is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let findings = MembershipFindings(judgement, expectation, tiers: tiers)
    var figure = ScorecardLine(
      id: "membership/\(expectation.id)", label: "seats in committees recorded where asked for",
      count: 0, total: 0, upper: 0)
    figure.about = sectors.map { judgement.words(forSectors: $0) }
    func count(_ answer: Answer, _ finding: Finding?) {
      figure.total += 1
      if answer == .yes { figure.count += 1 }
      if finding?.kind != .finding { figure.upper += 1 }
      if let finding { judgement.add(finding, to: .missing) }
    }
    switch aspect {
    case .body:
      for body in seats.bodies {
        for sector in sectors ?? [] {
          let candidates = seats.members(of: sector).filter { seats.serves($0, areasOf: body) }
          if candidates.isEmpty { continue }
          let answer = seats.answer(of: sector, in: body)
          count(answer, findings.without(sector, in: body, candidates, answer))
        }
      }
    case .sector:
      for sector in sectors ?? [] {
        let candidates = seats.members(of: sector)
        if candidates.isEmpty { continue }
        let answer = seats.answer(of: sector)
        count(answer, findings.seatless(sector, candidates, answer))
      }
    case .organization:
      for family in seats.families where isAsked(family, judgement.network) {
        let answer = seats.answer(family)
        count(answer, findings.outside(family, answer))
      }
    }
    judgement.add(figure)
  }

  private func isAsked(_ family: Int, _ network: StakeholderNetwork) -> Bool {
    guard let sectors else { return true }
    guard let own = network.organizations[family].sector else { return false }
    return sectors.contains { $0.covers(own) }
  }
}
