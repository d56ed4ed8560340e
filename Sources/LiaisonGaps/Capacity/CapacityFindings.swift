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

  /// The words for further providers that are full, after those of the first.
  private static let further = "The same holds for {others}."

  /// Too little room for a service type: one finding, whoever is full, with the parts of the smallest cut that hang
  /// together, the largest first; nil where there is room for all.
  ///
  /// Its value is for how many of those who arrive there is room, its threshold how many arrive; its cells are the
  /// people a month without room, a started one counted whole.
  func short(_ served: ServiceDemand.Served) -> Finding? {
    guard let first = served.bottlenecks.first else { return nil }
    let type = demand.table.needs.services[demand.service]
    let full = served.bottlenecks.flatMap(\.providers)
    let isComplete = judgement.isComplete("organizations", "services", "referral")
    let template = isComplete ? expectation.sentence ?? Self.template : Self.question
    var sentence = SentenceTemplate(text: template).filled(values(of: first))
    if served.bottlenecks.count > 1 {
      let others = served.bottlenecks.dropFirst().map { part in
        let values = values(of: part)
        return "\(values["count", default: ""]) of \(values["total", default: ""]) at "
          + "\(values["organizations", default: ""]), where \(values["min", default: ""]) a month find room"
      }
      sentence +=
        " "
        + SentenceTemplate(text: Self.further).filled([
          "others": Wording.list(others, atMost: 3, others: "other group of providers")
        ])
    }
    let unmet = served.bottlenecks.reduce(0) { $0 + $1.unmet }
    let services = full.map { network.services[demand.providers[$0].service] }
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: [type.text],
      place: services.first?.origin.place ?? .none,
      subjects: .organizations(owners(full).map { network.organizations[$0].id }),
      needs: Finding.Needs(service: type), cells: Self.cells(unmet),
      value: demand.total - unmet, threshold: demand.total, sentence: sentence,
      evidence: served.bottlenecks.flatMap { part in
        part.providers.map(room)
          + part.arrivals.map { arrival in
            let place = demand.table.entries[demand.arrivals[arrival].entry]
            let count = Self.people(demand.arrivals[arrival].perMonth)
            return Wording.sentence("\(words.organization(place)): \(count) people a month arrive.")
          }
      },
      suggestion: isComplete
        ? "Agree more room with one of them, or a way to another provider." : nil,
      citation: expectation.citation,
      tlp: services.map(\.tlp).reduce(.amber, max))
  }

  /// How many cells people a month are.
  static func cells(_ people: Double) -> Int {
    // Less than a person in a hundred years is rounding.
    Int(min(max(0, people - 1e-4), 1e9).rounded(.up))
  }

  /// What a part of the smallest cut puts into the words of a template.
  private func values(of part: ServiceDemand.Bottleneck) -> [String: String] {
    let type = words.service(demand.table.needs.services[demand.service])
    let owners = owners(part.providers)
    let rate = part.providers.reduce(0) { $0 + (demand.providers[$1].rate ?? 0) }
    let asked = part.arrivals.reduce(0) { $0 + demand.arrivals[$1].perMonth }
    var entries: [Int] = []
    for arrival in part.arrivals {
      let place = demand.table.entries[demand.arrivals[arrival].entry]
      if !entries.contains(place) { entries.append(place) }
    }
    return [
      "count": Self.people(part.unmet), "total": Self.people(asked), "min": Self.people(rate),
      "service": type, "services": type,
      "organizations": Wording.list(owners.map { words.organization($0) }, atMost: 4),
      "takes": owners.count == 1 ? "takes" : "take",
      "entries": Wording.list(entries.map { words.organization($0) }, atMost: 3),
    ]
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
