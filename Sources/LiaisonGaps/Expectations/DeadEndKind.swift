public import LiaisonCatalog
public import LiaisonModel

/// `dead_end`: whoever receives people provides what they are sent for, or passes them on.
public struct DeadEndKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "dead_end",
      summary: "Whoever receives people provides what they are sent for, or passes them on.",
      meaning: """
        Finds organizations that receive a referral, have stated services of which none in force is \
        what the referral sends people for, and refer nobody on; units that pass people on are a way \
        on. A referral that does not say what it is for is taken to be met by any service. Where no \
        service at all is stated it is a question.
        """,
      doNotUseWhen: """
        services or referrals are not listed completely, or the organization did not answer: then what \
        is printed is a question.
        """,
      reference: """
        UN Women, endVAWnow, referral pathways: each provider can activate the next referral; MEASURE \
        Evaluation, Referral Systems Assessment and Monitoring Toolkit, 2013
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: dead-ends
              kind: dead_end
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Reads no parameter of its own.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    let reader = ExpectationReader(expectation, of: standard)
    try reader.finish(sentenceOf: ["senders", "organization", "services", "offer"])
    return DeadEndExpectation(expectation: expectation)
  }
}

struct DeadEndExpectation: JudgedExpectation {
  var expectation: Expectation

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .unreachable }
  var services: [Code] { [] }

  /// The words used where the standard has none of its own.
  static let template =
    "No way on is recorded for people whom {senders} to {organization} for {services}: {offer}."
  static let doubt =
    "Where do people go whom {senders} to {organization} for {services}? No way on is recorded: "
    + "{offer}."
  static let question =
    "What does {organization} offer to people whom {senders} there? No service and no onward "
    + "referral of it is recorded."

  func judge(_ judgement: inout Judgement) throws(GapError) {
    judgement.judged.append(expectation.id)
    let network = judgement.network
    var incoming = [[Relation]](repeating: [], count: network.organizations.count)
    var leadsOn = [Bool](repeating: false, count: network.organizations.count)
    for relation in network.referralsInForce(on: judgement.date) {
      guard let ends = network.ends(of: relation), ends.from != ends.to else { continue }
      incoming[ends.to].append(relation)
      leadsOn[ends.from] = true
    }
    for (unit, place) in network.organizations.enumerated() {
      guard let parent = place.parent, network.organizations[parent].unitsRefer != .no else {
        continue
      }
      leadsOn[unit] = true
      leadsOn[parent] = true
    }
    let isComplete = judgement.isComplete("services", "referral")
    for index in network.byID(network.organizations.indices)
    where !incoming[index].isEmpty && !leadsOn[index] {
      let place = network.organizations[index]
      if place.services.isEmpty {
        judgement.add(
          finding(index, incoming[index], judgement, .question, Self.question, key: ["services"]),
          to: .unreachable)
        continue
      }
      let unmet = incoming[index].filter { isUnmet($0, at: place, judgement) }
      if unmet.isEmpty { continue }
      // What is only perhaps referred, or to whom perhaps nobody can be, is asked about.
      let isSure =
        isComplete && place.response != .silent
        && unmet.contains { network.standingWithEnds($0, on: judgement.date) == .yes }
      judgement.add(
        finding(
          index, unmet, judgement, isSure ? .finding : .question,
          isSure ? expectation.sentence ?? Self.template : Self.doubt), to: .unreachable)
    }
  }

  /// Whether none of the services in force is what a relation sends people for.
  private func isUnmet(_ relation: Relation, at place: Organization, _ judgement: Judgement) -> Bool
  {
    guard let listed = relation.services, !listed.isEmpty else { return false }
    let network = judgement.network
    var offered = place.services.filter { network.standing(of: $0, on: judgement.date) != .no }
    if case .service(let end) = relation.to { offered = offered.filter { $0 == end } }
    return !offered.contains { service in
      listed.contains { $0.covers(network.services[service].type) }
    }
  }

  private func finding(
    _ index: Int, _ relations: [Relation], _ judgement: Judgement, _ kind: Finding.Kind,
    _ template: String, key: [String] = []
  ) -> Finding {
    let network = judgement.network
    let words = NeedWords(network: network, needs: judgement.table.needs)
    let place = network.organizations[index]
    let sorted = relations.sorted { idsPrecede([$0.key], [$1.key]) }
    var senders: [Int] = []
    for sender in sorted.compactMap({ network.ends(of: $0)?.from }) where !senders.contains(sender)
    {
      senders.append(sender)
    }
    func names(_ codes: [Code]) -> [String] {
      var names: [String] = []
      for name in codes.map({ words.service($0) }) where !names.contains(name) {
        names.append(name)
      }
      return names
    }
    let own = place.services.filter { network.standing(of: $0, on: judgement.date) != .no }.sorted {
      idsPrecede(network.path(ofService: $0), network.path(ofService: $1))
    }
    let offered = names(own.map { network.services[$0].type })
    let offer =
      offered.isEmpty
      ? "none of its services is in force"
      : "it offers \(Wording.list(offered, atMost: 3)), and no onward referral of it is recorded"
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [place.id] + key, place: place.origin.place,
      related: sorted.prefix(5).map { .init($0.origin.place, "a referral that ends there") },
      subjects: .organizations(senders.map { network.organizations[$0].id } + [place.id]),
      cells: kind == .question ? 0 : sorted.count, value: Double(sorted.count),
      sentence: SentenceTemplate(text: template).filled([
        "senders": Wording.list(senders.map { words.organization($0) }, atMost: 3)
          + (senders.count == 1 ? " sends" : " send"),
        "organization": words.organization(index),
        "services": Wording.list(names(sorted.flatMap { $0.services ?? [] }), "or"),
        "offer": offer,
      ]),
      suggestion: kind == .finding
        ? "Agree where they go from \(words.organization(index)), or record what else it offers."
        : nil, citation: expectation.citation, tlp: max(.amber, place.tlp))
  }
}
