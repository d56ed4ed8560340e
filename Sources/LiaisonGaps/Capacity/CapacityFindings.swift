import LiaisonModel

/// The findings of too little room, and the questions of how much there is.
struct CapacityFindings {
  let judgement: Judgement
  let expectation: Expectation
  let demand: ServiceDemand
  private let words: NeedWords

  init(_ judgement: Judgement, _ expectation: Expectation, _ demand: ServiceDemand) {
    self.judgement = judgement
    self.expectation = expectation
    self.demand = demand
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
  }

  /// The words used where the standard has none of its own.
  static let template =
    "For {count} of {total} people a month no room is recorded for {service}: {organizations} "
    + "{takes} {min} a month, and those who arrive at {entries} reach no other provider."
  static let question =
    "Who else provides {service}? For {count} of {total} people a month no room is recorded: "
    + "{organizations} {takes} {min} a month, and those who arrive at {entries} reach no other."

  private var network: StakeholderNetwork { judgement.network }

  /// Providers that are full.
  func short(_ bottleneck: ServiceDemand.Bottleneck) -> Finding {
    let type = demand.table.needs.services[demand.service]
    let owners = owners(bottleneck.providers)
    let rate = bottleneck.providers.reduce(0) { $0 + (demand.providers[$1].rate ?? 0) }
    let asked = bottleneck.arrivals.reduce(0) { $0 + demand.arrivals[$1].perMonth }
    var entries: [Int] = []
    for arrival in bottleneck.arrivals {
      let place = demand.table.entries[demand.arrivals[arrival].entry]
      if !entries.contains(place) { entries.append(place) }
    }
    let isComplete = judgement.isComplete("organizations", "services", "referral")
    let template = isComplete ? expectation.sentence ?? Self.template : Self.question
    let sentence = SentenceTemplate(text: template).filled([
      "count": Self.people(bottleneck.unmet), "total": Self.people(asked),
      "min": Self.people(rate), "service": words.service(type), "services": words.service(type),
      "organizations": Wording.list(owners.map { words.organization($0) }, atMost: 4),
      "takes": owners.count == 1 ? "takes" : "take",
      "entries": Wording.list(entries.map { words.organization($0) }, atMost: 3),
    ])
    let services = bottleneck.providers.map { network.services[demand.providers[$0].service] }
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: [type.text] + ids(bottleneck.providers),
      place: services.first?.origin.place ?? .none,
      subjects: .organizations(owners.map { network.organizations[$0].id }),
      needs: Finding.Needs(service: type),
      cells: bottleneck.arrivals.reduce(0) { $0 + demand.arrivals[$1].needs },
      value: bottleneck.unmet, threshold: asked, sentence: sentence,
      evidence: bottleneck.providers.map(room)
        + bottleneck.arrivals.map { arrival in
          let place = demand.table.entries[demand.arrivals[arrival].entry]
          let count = Self.people(demand.arrivals[arrival].perMonth)
          return Wording.sentence("\(words.organization(place)): \(count) people a month arrive.")
        },
      suggestion: isComplete
        ? "Agree more room with one of them, or a way to another provider." : nil,
      citation: expectation.citation,
      tlp: services.map(\.tlp).reduce(.amber, max))
  }

  /// Providers of which it is not recorded how many they take.
  func unrated(_ providers: [Int]) -> Finding {
    let type = demand.table.needs.services[demand.service]
    let owners = owners(providers)
    let names = Wording.list(owners.map { words.organization($0) }, atMost: 4)
    let services = providers.map { network.services[demand.providers[$0].service] }
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: .question, key: [type.text, "rate"], place: services.first?.origin.place ?? .none,
      subjects: .organizations(owners.map { network.organizations[$0].id }),
      needs: Finding.Needs(service: type), cells: 0, value: Double(providers.count),
      sentence: "How many people a month \(owners.count == 1 ? "does" : "do") \(names) take for "
        + "\(words.service(type))? No rate is recorded.",
      citation: expectation.citation, tlp: services.map(\.tlp).reduce(.amber, max))
  }

  private func owners(_ providers: [Int]) -> [Int] {
    var owners: [Int] = []
    for provider in providers {
      let owner = network.services[demand.providers[provider].service].organization
      if !owners.contains(owner) { owners.append(owner) }
    }
    return owners
  }

  private func ids(_ providers: [Int]) -> [String] {
    providers.map {
      network.path(ofService: demand.providers[$0].service).joined(separator: "/")
    }
  }

  /// "The Men's Refuge: 12 beds, a mean stay of 30 days, 12.2 people a month."
  private func room(_ provider: Int) -> String {
    let service = network.services[demand.providers[provider].service]
    var parts: [String] = []
    if let capacity = service.capacity, capacity.unit == "beds" {
      if let maximum = capacity.maximum { parts.append("\(Self.people(maximum)) beds") }
      if let stay = capacity.meanStayDays {
        parts.append("a mean stay of \(Self.people(stay)) days")
      }
    }
    if let rate = demand.providers[provider].rate {
      parts.append("\(Self.people(rate)) people a month")
    }
    return Wording.sentence(
      "\(words.organization(service.organization)): \(parts.joined(separator: ", ")).")
  }

  /// A count to one decimal: "12.2", "70".
  static func people(_ number: Double) -> String {
    guard let tenths = Int(exactly: (number * 10).rounded()) else { return "\(number)" }
    let whole = Wording.grouped(tenths / 10)
    return tenths % 10 == 0 ? whole : "\(whole).\(tenths % 10)"
  }
}
