import LiaisonModel

/// The answers of a trace in words.
struct TraceWording {
  let table: PathwayTable
  /// The position of the entry point in the table.
  var entry: Int
  private let stops: StopWording
  private var words: NeedWords { stops.words }

  init(_ table: PathwayTable, entry: Int) {
    self.table = table
    self.entry = entry
    stops = StopWording(table)
  }

  /// What is recorded about a block of needs of one service.
  func sentence(
    _ service: Int, _ block: NeedBlock, _ status: PathwayStatus, _ way: Pathway?,
    _ stop: PathwayStop?
  ) -> String {
    let network = table.network
    let name = words.organization(table.entries[entry])
    let type = words.service(table.needs.services[service])
    let groups = block.groups.map { table.needs.groups[$0] }
    let places = words.areas(block.areas)
    let cases = words.cases(block.caseClasses, of: possible(block))
    let person = "\(words.persons(groups)) identified by \(name) in \(places)"
    switch status {
    case .notApplicable:
      return Wording.sentence(
        "\(name) is not recorded as a place where \(words.groups(groups)) from \(places)\(cases) "
          + "first arrive.")
    case .noProvider:
      let providers = ClosedProviders(table: table, words: words)
      let closed = providers.of(cells(service, block))
      let whom = "recorded for \(words.groups(groups)) in \(places)\(cases)"
      return closed.isEmpty
        ? "No provider of \(type) is \(whom)."
        : "No provider of \(type) in operation is \(whom): \(providers.clause(closed))."
    case .missing:
      return "No arrangement is recorded by which \(person) reaches \(type)\(cases): "
        + "\(stop.map { stops.clause($0, for: block) } ?? "no relation is recorded")."
    case .unclear:
      let clause = stop.map { stops.clause($0, for: block) } ?? "no relation is recorded"
      return "It is not known whether \(person) reaches \(type)\(cases). None of what is recorded "
        + "leads there: \(clause); \(doubt(service, block))."
    case .reached, .assumed:
      guard let way else { return "" }
      let owner = network.services[way.service].organization
      let verb = status == .reached ? "reaches" : "may reach"
      let isThere = way.steps.isEmpty
      let place = isThere ? "there" : "at \(words.organization(owner))"
      let hops = way.hops == 0 ? "" : " in \(Wording.count(way.hops, "hop"))"
      var sentence = Wording.sentence("\(person) \(verb) \(type)\(cases) \(place)\(hops).")
      let open = unknown(way, service, block)
      if !open.isEmpty { sentence += " Not known is \(Wording.list(open))." }
      for agreement in way.expiredAgreements {
        let paper = network.agreements[agreement]
        let until = paper.validity.until.map { ", until \($0)" } ?? ""
        sentence += " The way rests on an expired agreement: \(paper.name ?? paper.id)\(until)."
      }
      return sentence
    }
  }

  /// The rows of a block's needs of one service.
  private func cells(_ service: Int, _ block: NeedBlock) -> [PathwayTable.Cell] {
    block.areas.flatMap { area in
      block.profiles(table.needs).map {
        PathwayTable.Cell(entry: entry, service: service, area: area, profile: $0)
      }
    }
  }

  /// The case classes that may arise at the entry point for a block's needs.
  private func possible(_ block: NeedBlock) -> [Int] {
    let needs = table.needs
    let mask = table.arcs.entries[entry].mask
    return needs.caseClasses.indices.filter { caseClass in
      block.areas.contains { area in
        block.groups.contains { group in
          let profile = needs.profile(group: group, caseClass: caseClass)
          return table.arcs.answer(mask, area: area, profile: profile) != .no
        }
      }
    }
  }

  /// What each unknown step of a way leaves open.
  private func unknown(_ way: Pathway, _ service: Int, _ block: NeedBlock) -> [String] {
    var open: [String] = []
    if isArrivalOpen(block) {
      open.append("whether they arrive at \(words.organization(table.entries[entry]))")
    }
    for (step, answer) in zip(way.steps, way.answers) where answer == .unknown {
      open.append(
        "whether \(words.organization(step.source)) sends such people to "
          + words.organization(step.target))
    }
    if open.isEmpty, way.unknownHops > 0 {
      let owner = table.network.services[way.service].organization
      open.append("whether \(words.organization(owner)) admits them")
    }
    return open
  }

  private func isArrivalOpen(_ block: NeedBlock) -> Bool {
    guard let area = block.areas.first, let profile = block.profiles(table.needs).first else {
      return false
    }
    return table.arcs.arrival(entry: entry, area: area, profile: profile) == .unknown
  }

  /// Why a row is unclear: they may not arrive there, or somebody on the way did not answer.
  private func doubt(_ service: Int, _ block: NeedBlock) -> String {
    let name = words.organization(table.entries[entry])
    if isArrivalOpen(block) { return "whether they arrive at \(name) is not known either" }
    guard let area = block.areas.first, let profile = block.profiles(table.needs).first else {
      return "not everybody on the way answered"
    }
    let cell = PathwayTable.Cell(entry: entry, service: service, area: area, profile: profile)
    var search = table.search(cell)
    let silent = search.reached(from: table.entries[entry]).map(\.organization).filter {
      table.network.organizations[$0].response == .silent
    }.map { words.organization($0) }.sorted { idsPrecede([$0], [$1]) }
    return "\(Wording.list(silent, atMost: 3)) \(silent.count == 1 ? "was" : "were") asked and did "
      + "not answer"
  }
}
