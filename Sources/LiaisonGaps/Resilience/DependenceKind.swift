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
        organizations were asked who funds them. Without it the finding is a question. So it is where \
        who is funded stayed silent, and where it is not known whether the donor, or a second one, \
        funds it.
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
    let stops = funding.donors.flatMap { Stops.all(without: $0, funding, judgement) }
    let closures = stops.map { stop in
      Closure(
        organizations: judgement.network.withUnits(stop.organizations), services: stop.services)
    }
    let result = trial.result(closures, naming: true)
    for (index, stop) in stops.enumerated() {
      judgement.add(
        finding(stop, result.losses[index], result.lost[index], funding, judgement), to: .fragile)
    }
  }

  /// What stops if one donor goes, as far as it is equally sure that it alone funds it.
  private struct Stops {
    enum Ground: String {
      /// Nobody else is recorded to fund it.
      case recorded
      /// Nor has who is funded said so: it was asked and did not answer.
      case silent
      /// Whether the donor funds it is not known itself.
      case doubt
      /// Somebody else is recorded to fund it of whom it is not known.
      case second
    }

    var donor: Int
    var ground: Ground
    var organizations: [Int]
    var services: [Int]

    var count: Int { organizations.count + services.count }

    /// What stops without a donor, by ground.
    static func all(without donor: Int, _ funding: Funding, _ judgement: Judgement) -> [Stops] {
      let network = judgement.network
      let isListed = DependenceExpectation.isListed(judgement)
      func ground(_ owner: Int, _ standing: Answer) -> Ground {
        if standing != .yes { return .doubt }
        let isSilent = network.isSilent(family: network.family(of: owner))
        return isListed && isSilent ? .silent : .recorded
      }
      let stops = funding.stops(without: donor)
      let more = funding.mayStop(without: donor)
      let second = Stops(
        donor: donor, ground: .second, organizations: more.organizations, services: more.services)
      return [Ground.recorded, .silent, .doubt].compactMap { wanted in
        let own = Stops(
          donor: donor, ground: wanted,
          organizations: stops.organizations.filter {
            ground($0, funding.standing(of: donor, organization: $0)) == wanted
          },
          services: stops.services.filter {
            ground(network.services[$0].organization, funding.standing(of: donor, service: $0))
              == wanted
          })
        return own.count == 0 ? nil : own
      } + (second.count == 0 ? [] : [second])
    }

    /// Those besides the donor who may fund it, by id.
    func others(_ funding: Funding, _ network: StakeholderNetwork) -> [Int] {
      network.byID(
        Set(
          organizations.flatMap { funding.doubtful(ofOrganization: $0, besides: donor) ?? [] }
            + services.flatMap { funding.doubtful(ofService: $0, besides: donor) ?? [] }))
    }
  }

  /// Whether who funds whom is listed completely.
  private static func isListed(_ judgement: Judgement) -> Bool {
    judgement.isComplete("organizations", "services", "resource")
  }

  private func finding(
    _ stops: Stops, _ loss: ClosureLoss, _ lost: [PathwayTable.Cell], _ funding: Funding,
    _ judgement: Judgement
  ) -> Finding {
    let relations = funding.relations(of: stops.donor)
    let network = judgement.network
    let words = NeedWords(network: network, needs: judgement.table.needs)
    let place = network.organizations[stops.donor]
    let isComplete = Self.isListed(judgement) && stops.ground == .recorded
    let services = stops.services.map { service in
      words.service(network.services[service].type) + " of "
        + words.organization(network.services[service].organization)
    }
    let organizations = stops.organizations.map { words.organization($0) }
    let what = Wording.list(organizations + services)
    let count = Self.count(stops)
    let isOne = stops.count == 1
    let blocks = NeedBlock.covering(lost, judgement.table.needs)
    let cost = Self.cost(loss, blocks, words, judgement.table)
    let donor = words.organization(stops.donor)
    let others = stops.ground == .second ? stops.others(funding, network) : []
    let names = Wording.list(others.map { words.organization($0) }, "or")
    let sentence: String
    switch stops.ground {
    case .recorded where isComplete:
      sentence =
        "If \(donor) goes, \(count) that nobody else is recorded to fund "
        + "\(isOne ? "stops" : "stop"): \(what). \(cost)"
    case .recorded:
      sentence =
        "Who else funds \(what)? Only \(donor) is recorded. Without it: " + Self.lowered(cost)
    case .silent:
      sentence =
        "Who else funds \(what)? Only \(donor) is recorded. \(silence(of: stops, network)) Without "
        + "\(donor): " + Self.lowered(cost)
    case .doubt:
      sentence =
        "Does \(donor) fund \(what)? \(doubt(of: stops, relations, judgement)), and nobody else is "
        + "recorded to do so. If it does, without it: " + Self.lowered(cost)
    case .second:
      sentence =
        "Would \(what) go on without \(donor)? Whether \(names) funds \(isOne ? "it" : "them") too is "
        + "not certain, and nobody else is recorded to do so. If not: " + Self.lowered(cost)
    }
    let subjects: [Finding.Subject] =
      .organizations([place.id] + stops.organizations.map { network.organizations[$0].id })
      + .services(stops.services.map { network.path(ofService: $0).joined(separator: "/") })
      + .organizations(others.map { network.organizations[$0].id })
    func union(_ key: KeyPath<NeedBlock, [Int]>) -> [Int] {
      Set(blocks.flatMap { $0[keyPath: key] }).sorted()
    }
    let needs = judgement.table.needs
    let types = union(\.services)
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question,
      key: [place.id] + (stops.ground == .recorded ? [] : [stops.ground.rawValue]),
      place: place.origin.place,
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
      evidence: (organizations + services).map {
        stops.ground == .second
          ? "No other funder of \($0) is certain." : "No other funder of \($0) is recorded."
      },
      confidence: network.leastConfidence(of: relations),
      suggestion: isComplete
        ? "Agree a second source of funds, or who would take over each of them." : nil,
      citation: expectation.citation,
      tlp: relations.reduce(max(.amber, place.tlp)) { max($0, network.relations[$1].tlp) })
    if stops.ground == .recorded || stops.ground == .silent {
      finding.remark = "alone funds \(count)"
    }
    return finding
  }

  /// Who of those funded did not answer.
  private func silence(of stops: Stops, _ network: StakeholderNetwork) -> String {
    let owners = stops.organizations + stops.services.map { network.services[$0].organization }
    return network.silence(
      of: Set(owners.flatMap { network.silent(ofFamily: network.family(of: $0)) }))
  }

  /// "It is recorded as dormant", where all that is in doubt has one status, else that it is left open.
  private func doubt(of stops: Stops, _ relations: [Int], _ judgement: Judgement) -> String {
    let network = judgement.network
    let meant = relations.map { network.relations[$0] }.filter { relation in
      switch relation.to {
      case .organization(let owner):
        stops.organizations.contains(owner)
          || stops.services.contains { network.services[$0].organization == owner }
      case .service(let service): stops.services.contains(service)
      case .body: false
      }
    }
    let open = meant.filter { network.standingWithEnds($0, on: judgement.date) != .yes }
    let statuses = Set(open.map { $0.validity.status })
    guard statuses.count == 1, let status = statuses.first ?? nil,
      network.vocabulary.statusAnswers[status] == .unknown
    else { return "What is recorded leaves it open" }
    return "It is recorded as \(Wording.word(status))"
  }

  /// "one organization and four services"
  private static func count(_ stops: Stops) -> String {
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
