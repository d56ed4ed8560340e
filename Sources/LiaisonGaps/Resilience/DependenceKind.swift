public import LiaisonCatalog
public import LiaisonModel

/// `dependence`: no service rests on one donor alone.
public struct DependenceKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "dependence",
      summary: "No service rests on one donor alone.",
      meaning: """
        Takes away one donor at a time, and with it what it alone is recorded to fund: services, and \
        whole organizations where the organization itself is funded and nobody else funds it or any \
        of its services. Then counts the pathways and the needs that are lost with these.
        """,
      doNotUseWhen: """
        funding is not recorded for all: list `resource` in the boundary's `complete` only where \
        organizations were asked who funds them. Without it the finding is a question.
        """,
      reference: """
        R. Albert, H. Jeong and A.-L. Barabási, Error and attack tolerance of complex networks, Nature \
        406 (2000) 378–382, doi:10.1038/35019019 (loss when one goes; here of pathways)
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: donors
              kind: dependence
              services: [shelter.emergency, legal_counsel]
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String {
    """
    an area that it asks about is declared under `areas:`, and a relation of the kind `funds` is \
    recorded
    """
  }

  /// Reads `services`, `areas`, `groups`, `cases`: the needs of which the loss is counted.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    try reader.finish()
    return DependenceExpectation(expectation: expectation, selection: selection)
  }
}

struct DependenceExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection

  var order: CauseOrder { .resilience }
  var question: GapReport.Question { .fragile }
  var services: [Code] { selection.services }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    let asked = selection.positions(table)
    guard !asked.isEmpty else {
      judgement.note(
        notJudged: expectation.id, because: "the network has no need that it asks about")
      return
    }
    let funding = Funding(judgement.network, on: judgement.date)
    guard !funding.donors.isEmpty else {
      judgement.note(notJudged: expectation.id, because: "no relation of funding is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let services = Set(asked.services)
    let areas = Set(asked.areas)
    let profiles = Set(asked.profiles)
    let trial = ClosureTrial(table) { service, area, profile in
      services.contains(service) && areas.contains(area) && profiles.contains(profile)
    }
    let stops = funding.donors.map { funding.stops(without: $0) }
    let closures = stops.map { stop in
      Closure(
        organizations: judgement.network.withUnits(stop.organizations), services: stop.services)
    }
    let result = trial.result(closures, naming: true)
    for (index, donor) in funding.donors.enumerated() {
      if stops[index].organizations.isEmpty, stops[index].services.isEmpty { continue }
      judgement.add(
        finding(
          donor, stops[index], result.losses[index], result.lost[index],
          funding.relations(of: donor), judgement),
        to: .fragile)
    }
  }

  private func finding(
    _ donor: Int, _ stops: (organizations: [Int], services: [Int]), _ loss: ClosureLoss,
    _ lost: [PathwayTable.Cell], _ relations: [Int], _ judgement: Judgement
  ) -> Finding {
    let network = judgement.network
    let words = NeedWords(network: network, needs: judgement.table.needs)
    let place = network.organizations[donor]
    let isComplete = judgement.isComplete("organizations", "services", "resource")
    let services = stops.services.map { service in
      words.service(network.services[service].type) + " of "
        + words.organization(network.services[service].organization)
    }
    let organizations = stops.organizations.map { words.organization($0) }
    let what = Wording.list(organizations + services)
    let count = Self.count(stops)
    let isOne = stops.organizations.count + stops.services.count == 1
    let blocks = NeedBlock.covering(lost, judgement.table.needs)
    let cost = Self.cost(loss, blocks, words, judgement.table)
    let sentence =
      isComplete
      ? "If \(words.organization(donor)) goes, \(count) that nobody else is recorded to fund "
        + "\(isOne ? "stops" : "stop"): \(what). \(cost)"
      : "Who else funds \(what)? Only \(words.organization(donor)) is recorded. Without it: "
        + Self.lowered(cost)
    let subjects: [Finding.Subject] =
      .organizations([place.id] + stops.organizations.map { network.organizations[$0].id })
      + .services(stops.services.map { network.path(ofService: $0).joined(separator: "/") })
    func union(_ key: KeyPath<NeedBlock, [Int]>) -> [Int] {
      Set(blocks.flatMap { $0[keyPath: key] }).sorted()
    }
    let needs = judgement.table.needs
    let types = union(\.services)
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: [place.id], place: place.origin.place,
      related: relations.map { Finding.Related(network.relations[$0].origin.place, "funding") },
      subjects: subjects,
      needs: lost.isEmpty
        ? nil
        : Finding.Needs(
          service: types.count == 1 ? types.first.map { needs.services[$0] } : nil,
          areas: union(\.areas).map { network.areas[needs.areas[$0]].id },
          groups: union(\.groups).map { needs.groups[$0] },
          cases: needs.caseClasses.count == 1
            ? [] : union(\.caseClasses).flatMap { needs.caseClasses[$0] }),
      cells: max(1, loss.pathways + loss.own), value: Double(loss.needs), sentence: sentence,
      evidence: (organizations + services).map { "No other funder of \($0) is recorded." },
      confidence: network.leastConfidence(of: relations),
      suggestion: isComplete
        ? "Agree a second source of funds, or who would take over each of them." : nil,
      citation: expectation.citation,
      tlp: relations.reduce(max(.amber, place.tlp)) { max($0, network.relations[$1].tlp) })
    finding.remark = "alone funds \(count)"
    return finding
  }

  /// "one organization and four services"
  private static func count(_ stops: (organizations: [Int], services: [Int])) -> String {
    var parts: [String] = []
    if !stops.organizations.isEmpty {
      parts.append(Wording.count(stops.organizations.count, "organization"))
    }
    if !stops.services.isEmpty { parts.append(Wording.count(stops.services.count, "service")) }
    return Wording.list(parts)
  }

  /// "With them go 1,234 pathways; no way is left to legal counsel for anyone in Samundar."
  private static func cost(
    _ loss: ClosureLoss, _ blocks: [NeedBlock], _ words: NeedWords, _ table: PathwayTable
  ) -> String {
    let count = loss.pathways + loss.own
    guard count > 0 else { return "No pathway is lost with that." }
    let lead =
      "\(Wording.sentence(Wording.count(count, "pathway"))) "
      + "\(count == 1 ? "is" : "are") lost with that"
    guard !blocks.isEmpty else { return lead + ", and every need keeps another way." }
    let phrases = blocks.map { block in
      Wording.list(block.services.map { words.service(table.needs.services[$0]) }) + " for "
        + words.groups(block.groups.map { table.needs.groups[$0] }) + " in "
        + words.areas(block.areas) + words.cases(block.caseClasses, of: table.needs.allCases)
    }
    return lead + ", and no way is left to "
      + Wording.list(phrases, atMost: 3, others: "other need") + "."
  }

  private static func lowered(_ sentence: String) -> String {
    guard let first = sentence.first else { return sentence }
    return first.lowercased() + sentence.dropFirst()
  }
}

extension NeedSpace {
  /// The positions of all case classes.
  var allCases: [Int] { Array(caseClasses.indices) }
}
