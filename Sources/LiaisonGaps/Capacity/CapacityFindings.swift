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
    + "{takes} {min} a month, and {people} reach no other provider."
  static let question =
    "Who else provides {service}? For {count} of {total} people a month no room is recorded: "
    + "{organizations} {takes} {min} a month, and {people} reach no other."

  private var network: StakeholderNetwork { judgement.network }

  /// The words for further providers that are full, after those of the first.
  private static let further = "The same holds for {others}."

  /// Too little room for a service type: one finding, whoever is full, with the parts of the smallest cut that hang
  /// together, the largest first; nil where there is room for all.
  ///
  /// Its value is for how many of those who arrive there is room, its threshold how many arrive; its cells are the
  /// people a month without room, a started one counted whole.
  ///
  /// - Parameter ties: which relations may be proposed.
  func short(_ served: ServiceDemand.Served, _ ties: AdmissibleTies) -> Finding? {
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
      suggestion: isComplete ? suggestion(first, ties) : nil,
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
      "people": DemandWords(demand, words).people(part.arrivals),
    ]
  }

  /// More room with those who are full, or a way to those who have some for the people left over; where nobody
  /// else takes them, a new place.
  private func suggestion(
    _ bottleneck: ServiceDemand.Bottleneck, _ ties: AdmissibleTies
  ) -> String {
    let owners = owners(bottleneck.providers)
    let more =
      "Agree more room with \(owners.count == 1 ? words.organization(owners[0]) : "one of them")"
    let entries = Set(bottleneck.arrivals.map { demand.table.entries[demand.arrivals[$0].entry] })
    let others = demand.elsewhere(bottleneck).filter { other in
      let owner = network.services[other.service].organization
      return entries.contains { ties.admit("refers_to", from: $0, to: owner) }
    }.sorted { left, right in
      let rooms = (left.room ?? 0, right.room ?? 0)
      return rooms.0 != rooms.1
        ? rooms.0 > rooms.1
        : idsPrecede(network.path(ofService: left.service), network.path(ofService: right.service))
    }
    func name(_ service: Int) -> String {
      words.organization(network.services[service].organization)
    }
    let free = others.compactMap { other in
      other.room.flatMap { room in
        room >= 1
          ? "\(name(other.service)), which has room for \(Self.people(room)) a month" : nil
      }
    }.prefix(2)
    if !free.isEmpty { return "\(more), or a way to \(free.joined(separator: ", or to "))." }
    if others.isEmpty { return "\(more), or a new place." }
    let names = others.prefix(2).map { name($0.service) }
    return "\(more), or a way to \(Wording.list(names, "or")) if there is room."
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
