public import LiaisonCatalog
public import LiaisonModel

/// `capacity`: there is room for all who arrive.
public struct CapacityKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "capacity",
      summary: "Those who arrive in a month find room with the providers that they reach.",
      meaning: """
        Takes the people a month that entry points state as their `caseload`, and how many a month \
        each provider takes: its `people_per_month`, or beds × 30.4375 ÷ mean stay in days. Finds how \
        many can be served if everybody is sent where there is room: a greatest flow from caseloads to \
        the providers reached, of one service type at a time. What is left over even if all that is \
        not known holds is a finding, one for each service type, with the providers that are full by \
        name, whom it concerns, and who else takes them and has room. What is free today is never used.
        """,
      doNotUseWhen: """
        only some of those who arrive need the service: state their `share`. A caseload that does not \
        tell groups or areas apart may be made up of any of them, so that a shortage for one group alone \
        does not show.
        """,
      reference: """
        L. R. Ford and D. R. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics \
        8 (1956) 399–404, doi:10.4153/CJM-1956-045-5; E. A. Dinic, Soviet Mathematics Doklady 11 (1970) \
        1277–1280
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: room
              kind: capacity
              services: [shelter.emergency]
              share: 0.4
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String {
    """
    an area is declared under `areas:`, and an entry point states its `caseload:`
    """
  }

  /// Reads `services` and `share`, the part of those who arrive who need the service, above 0 to 1.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let services = try reader.required("services")
    let share = try reader.number("share") ?? 1
    guard share > 0, share <= 1 else { throw reader.error("`share` is above 0 and at most 1.") }
    try reader.finish(sentenceOf: [
      "count", "total", "min", "service", "services", "organizations", "takes", "entries", "people",
    ])
    return CapacityExpectation(expectation: expectation, services: services, share: share)
  }
}

struct CapacityExpectation: JudgedExpectation {
  var expectation: Expectation
  var services: [Code]
  var share: Double

  var order: CauseOrder { .resilience }
  var question: GapReport.Question { .fragile }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    let positions = services.compactMap { table.needs.services.firstIndex(of: $0) }
    guard !positions.isEmpty, !table.needs.areas.isEmpty else {
      judgement.note(
        notJudged: expectation.id, because: "the network has no need that it asks about")
      return
    }
    let hasCaseload = table.entries.contains {
      judgement.network.organizations[$0].caseload.contains { $0.perMonth > 0 }
    }
    guard hasCaseload else {
      judgement.note(notJudged: expectation.id, because: "no entry point states its `caseload`")
      return
    }
    judgement.judged.append(expectation.id)
    var figure = ScorecardLine(
      id: "capacity/\(expectation.id)", label: "people a month for whom there is room", count: 0,
      total: 0, upper: 0)
    figure.services = positions.map { table.needs.services[$0] }
    var ties: AdmissibleTies?
    for service in positions {
      let demand = ServiceDemand(table, service: service, share: share)
      guard !demand.arrivals.isEmpty else { continue }
      let possible = demand.served(atLeast: .unknown)
      let certain = demand.served(atLeast: .yes)
      figure.total += Int(demand.total.rounded())
      figure.count += Int(certain.people.rounded(.down))
      figure.upper += Int(possible.people.rounded())
      let findings = CapacityFindings(judgement, expectation, demand)
      if !possible.bottlenecks.isEmpty {
        let known =
          ties
          ?? AdmissibleTies(
            judgement.standard, judgement.network, on: judgement.date, takesNeutral: false)
        ties = known
        if let short = findings.short(possible, known) { judgement.add(short, to: .fragile) }
      }
      for doubt in demand.roomDoubts(certain, possible) {
        judgement.doubts.add(doubt, expectation)
      }
      let unrated = demand.providers.indices.filter { demand.providers[$0].rate == nil }
      if !unrated.isEmpty { judgement.add(findings.unrated(unrated), to: .fragile) }
    }
    figure.upper = min(max(figure.upper, figure.count), figure.total)
    judgement.add(figure)
  }
}
