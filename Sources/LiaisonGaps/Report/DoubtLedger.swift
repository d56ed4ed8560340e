import LiaisonModel

/// What is not known and would decide rows of the table; it becomes the questions to ask.
struct DoubtLedger: Sendable {
  /// Something that one answer settles.
  enum Subject: Hashable, Sendable {
    /// Whether a relation holds, for whom, and for which services.
    case relation(Int)
    /// Whom an organization takes in and passes on.
    case organization(Int)
    /// Whom a service admits.
    case service(Int)
    /// Whether an organization and its units pass people on to each other.
    case units(Int)
    /// Who arrives at an entry point.
    case entry(Int)
    /// To whom an organization that did not answer refers people.
    case silent(Int)
  }

  /// The gravest expectation behind a doubt.
  private(set) var severity: Severity = .info
  private(set) var cells: Set<PathwayTable.Cell> = []
  /// Needs, as rows without an entry point, that only uncertain providers serve.
  private(set) var providers: Set<PathwayTable.Cell> = []

  /// Notes an assumed or unclear row.
  mutating func add(_ cell: PathwayTable.Cell, _ expectation: Expectation) {
    cells.insert(cell)
    severity = max(severity, expectation.severity)
  }

  /// The room that rests on what is not known.
  private(set) var rooms: [RoomDoubt] = []

  /// Notes room that there is only where something not known holds.
  mutating func add(_ room: RoomDoubt, _ expectation: Expectation) {
    rooms.append(room)
    severity = max(severity, expectation.severity)
  }

  /// Notes a need that only uncertain providers serve.
  mutating func addProviders(
    service: Int, area: Int, profile: Int, _ table: PathwayTable, _ expectation: Expectation
  ) {
    providers.insert(
      PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile))
    severity = max(severity, expectation.severity)
  }
}

/// The rows that rest on one subject.
struct Doubt: Sendable {
  var subject: DoubtLedger.Subject
  /// The rows that rest on it.
  var cells: [PathwayTable.Cell]
  /// How many of them the answer alone decides, whichever it is.
  var decided: Int
  /// Whether its rows stand for needs, not for pathways.
  var isOfNeeds = false
  /// The room that rests on it, of each service type.
  var rooms: [RoomDoubt] = []

  /// What the question is about, in words: its rows, else those whose room rests on it.
  var spoken: [PathwayTable.Cell] { cells.isEmpty ? rooms.flatMap(\.cells) : cells }

  /// Adds a row.
  mutating func note(_ cell: PathwayTable.Cell, alone: Bool) {
    cells.append(cell)
    if alone { decided += 1 }
  }
}

extension DoubtLedger {
  /// The doubts behind the rows, each subject once.
  func doubts(_ table: PathwayTable) -> [Doubt] {
    var found: [Subject: Doubt] = [:]
    func note(_ subject: Subject, _ cell: PathwayTable.Cell, alone: Bool) {
      found[subject, default: Doubt(subject: subject, cells: [], decided: 0)].note(
        cell, alone: alone)
    }
    let sorted = cells.sorted { $0.precedes($1) }
    if let first = sorted.first {
      var search = table.search(first)
      var silent = SilentReached(table)
      var decided = DecidedRows()
      for cell in sorted {
        search.move(service: cell.service, area: cell.area, profile: cell.profile)
        let subjects = search.doubts(cell, &silent)
        for subject in subjects {
          note(
            subject, cell, alone: decided.decides(subject, among: subjects, cell, search))
        }
      }
    }
    // Where a pathway rests on a provider, the question is asked already.
    let known = Set(found.keys)
    for cell in providers.sorted(by: { $0.precedes($1) }) {
      let services = table.offers.offers(service: cell.service, area: cell.area).filter {
        $0.answer & table.arcs.masks.answer($0.profileMask, profile: cell.profile) == .unknown
      }.map { table.providers[cell.service][$0.provider] }
      for provider in services where !known.contains(.service(provider.service)) {
        note(.service(provider.service), cell, alone: services.count == 1)
        found[.service(provider.service)]?.isOfNeeds = true
      }
    }
    for room in rooms {
      found[room.subject, default: Doubt(subject: room.subject, cells: [], decided: 0)]
        .rooms.append(room)
    }
    return found.values.sorted { left, right in
      left.subject.order.lexicographicallyPrecedes(right.subject.order)
    }
  }
}

extension PathwayTable.Cell {
  /// A total order: by need, then entry point.
  func precedes(_ other: PathwayTable.Cell) -> Bool {
    (service, area, profile, entry) < (other.service, other.area, other.profile, other.entry)
  }
}

extension DoubtLedger.Subject {
  /// A total order.
  fileprivate var order: [Int] {
    switch self {
    case .relation(let index): [0, index]
    case .organization(let index): [1, index]
    case .service(let index): [2, index]
    case .units(let index): [3, index]
    case .entry(let index): [4, index]
    case .silent(let index): [5, index]
    }
  }
}

extension NeedSearch {
  /// What is not known about a row that is assumed or unclear.
  mutating func doubts(
    _ cell: PathwayTable.Cell, _ silent: inout SilentReached
  ) -> [DoubtLedger.Subject] {
    let entry = table.entries[cell.entry]
    let arcs = table.arcs
    var subjects: [DoubtLedger.Subject] = []
    if arcs.arrival(entry: cell.entry, area: area, profile: profile) == .unknown {
      subjects.append(.entry(entry))
    }
    // An unclear row has no way that may be taken.
    guard table.status(of: cell) != .unclear, let path = path(fromEntry: cell.entry) else {
      return subjects + silent.subjects(cell)
    }
    if path.steps.isEmpty {
      let provider = table.offers.providers(service: service, of: entry)
        .map { table.providers[service][$0] }.first { $0.service == path.service }
      if let provider, arcs.answer(provider.mask, area: area, profile: profile) == .unknown {
        subjects.append(.service(path.service))
      }
    }
    for (position, step) in path.steps.enumerated() where path.answers[position] == .unknown {
      let isLast = position == path.steps.count - 1
      for subject in self.subjects(of: step, into: isLast ? path.service : nil)
      where !subjects.contains(subject) {
        subjects.append(subject)
      }
    }
    return subjects
  }

  /// What a step that is not known is to be asked about: the relation where it is in doubt itself,
  /// what stands at its end where that is, or both.
  func subjects(of step: Hop, into service: Int?) -> [DoubtLedger.Subject] {
    let network = table.network
    let need = table.needs.need(service: self.service, area: area, profile: profile)
    let end: DoubtLedger.Subject = service.map { .service($0) } ?? .organization(step.target)
    var subjects: [DoubtLedger.Subject] = []
    var written: Scope?
    if let index = step.relation {
      let relation = network.relations[index]
      written = relation.scope
      if relation.isUnsure(to: need, isLast: service != nil, in: network, on: table.date) {
        subjects.append(.relation(index))
      }
    } else {
      let isUnit = network.organizations[step.target].parent == step.source
      let parent = isUnit ? step.source : step.target
      if network.organizations[parent].unitsRefer == .unknown { subjects.append(.units(parent)) }
    }
    let scope = service.map { network.services[$0].scope }
    let standing =
      service.map { network.standing(of: $0, on: table.date) }
      ?? network.organizations[step.target].validity.answer(on: table.date)
    let open = network.unknownDimensions(
      of: scope ?? network.organizations[step.target].scope, behind: written, to: need)
    if standing != .yes || !open.isEmpty { subjects.append(end) }
    return subjects.isEmpty ? [end] : subjects
  }
}

/// The organizations that did not answer among those whom people reach.
struct SilentReached {
  private let table: PathwayTable
  private var reached: ReachedSets
  private var known: [Int: [DoubtLedger.Subject]] = [:]

  init(_ table: PathwayTable) {
    self.table = table
    reached = ReachedSets(table)
  }

  /// Those whom people of a row reach.
  mutating func subjects(_ cell: PathwayTable.Cell) -> [DoubtLedger.Subject] {
    let place = reached.place(of: cell)
    if let known = known[place] { return known }
    let found = reached[place].organizations.filter {
      table.network.organizations[$0].response == .silent
    }.map { DoubtLedger.Subject.silent($0) }
    known[place] = found
    return found
  }
}

extension Relation {
  /// Whether the relation by itself leaves open what it says to a need.
  fileprivate func isUnsure(
    to need: Need, isLast: Bool, in network: StakeholderNetwork, on date: CalendarDate
  ) -> Bool {
    if standing(on: date) != .yes { return true }
    if !network.unknownDimensions(written: scope, to: need).isEmpty { return true }
    if isLast { return false }
    if onward != .yes { return true }
    guard let services else { return false }
    return !services.contains { code in
      code.covers(need.service) || network.vocabulary.service(code)?.isGateway ?? false
    }
  }
}
