public import LiaisonModel

/// What is recorded about the ways from one entry point: for each service, whether people reach it,
/// by which way, by which others, and where it stops.
///
/// Rows that differ only in the need and have the same ways are folded into one.
public struct PathwayTrace: Sendable {
  /// What is asked: which services, for whom, from where.
  public struct Question: Sendable {
    /// The service types, in the order in which they are answered.
    public var services: [Code]
    /// Areas, by id; a wider one stands for those within it; nil is all.
    public var areas: [String]?
    /// Groups; `adult` stands for those below it; nil is all.
    public var groups: [Code]?
    /// Cases; nil is all.
    public var cases: [Code]?

    /// Asks for services.
    public init(
      services: [Code], areas: [String]? = nil, groups: [Code]? = nil, cases: [Code]? = nil
    ) {
      self.services = services
      self.areas = areas
      self.groups = groups
      self.cases = cases
    }
  }

  /// One service for needs that have the same answer.
  public struct Row: Sendable {
    /// The service type.
    public var service: Code
    /// The leaf areas, as indices of the network's areas.
    public var areas: [Int]
    /// The leaf groups.
    public var groups: [Code]
    /// The cases; empty where nothing tells them apart.
    public var cases: [Code]
    /// What is recorded.
    public var status: PathwayStatus
    /// The best way, where there is one.
    public var best: Pathway?
    /// The next best ways.
    public var alternatives: [Pathway]
    /// Where the way stops, where none is recorded.
    public var stop: PathwayStop?
    /// The answer in a sentence or two.
    public var sentence: String
  }

  /// With whom it may be shared.
  public var label: TrafficLight { network.gapLabel }

  /// The network.
  public let network: StakeholderNetwork
  /// The date.
  public let date: CalendarDate
  /// The entry point, as an index of the network's organizations.
  public let entry: Int
  /// The rows: services in the order asked, then by area, group and case.
  public let rows: [Row]

  private struct Key: Hashable {
    var status: PathwayStatus
    var ways: [[Hop]]
    var ends: [Int]
    var answers: [[Answer]]
    var stop: PathwayStop?
  }

  /// Traces the ways from an entry point.
  ///
  /// - Parameters:
  ///   - table: the pathways, made for the services asked about at least.
  ///   - entry: the index of an organization; nil is given where it is no entry point.
  ///   - question: what is asked.
  ///   - alternatives: how many other ways are looked for.
  /// - Complexity: O(needs asked × alternatives × hops × (organizations + arcs) log organizations).
  public init?(
    _ table: PathwayTable, from entry: Int, _ question: Question, alternatives: Int = 3
  ) {
    guard let position = table.entries.firstIndex(of: entry) else { return nil }
    network = table.network
    date = table.date
    self.entry = entry
    let needs = table.needs
    let areas = needs.areas.indices.filter { area in
      question.areas?.contains { id in
        table.network.areas[needs.areas[area]].chain.contains { table.network.areas[$0].id == id }
      } ?? true
    }
    let profiles = (0..<needs.profileCount).filter { profile in
      let cases = needs.caseClasses[needs.caseClass(ofProfile: profile)]
      return question.groups?.contains { $0.covers(needs.group(ofProfile: profile)) } ?? true
        && question.cases?.contains { code in cases.contains { code.covers($0) } } ?? true
    }
    var rows: [Row] = []
    for code in question.services {
      guard let service = needs.services.firstIndex(of: code) else { continue }
      var folds: [(key: Key, cells: [PathwayTable.Cell], ways: [Pathway])] = []
      var place: [Key: Int] = [:]
      for area in areas {
        for profile in profiles {
          let cell = PathwayTable.Cell(
            entry: position, service: service, area: area, profile: profile)
          let (key, ways) = Self.answer(cell, table, alternatives)
          if let known = place[key] {
            folds[known].cells.append(cell)
          } else {
            place[key] = folds.count
            folds.append((key, [cell], ways))
          }
        }
      }
      // What does not arise here is told only where nothing else is.
      if folds.contains(where: { $0.key.status != .notApplicable }) {
        folds.removeAll { $0.key.status == .notApplicable }
      }
      let words = TraceWording(table, entry: position)
      for fold in folds {
        for block in NeedBlock.covering(fold.cells, needs) {
          rows.append(
            Row(
              service: code, areas: block.areas.map { needs.areas[$0] },
              groups: block.groups.map { needs.groups[$0] },
              cases: needs.caseClasses.count == 1
                ? [] : block.caseClasses.flatMap { needs.caseClasses[$0] },
              status: fold.key.status, best: fold.ways.first,
              alternatives: Array(fold.ways.dropFirst()), stop: fold.key.stop,
              sentence: words.sentence(
                service, block, fold.key.status, fold.ways.first, fold.key.stop)))
        }
      }
    }
    self.rows = rows
  }

  private static func answer(
    _ cell: PathwayTable.Cell, _ table: PathwayTable, _ alternatives: Int
  ) -> (Key, [Pathway]) {
    let status = table.status(of: cell)
    var ways: [Pathway] = []
    var stop: PathwayStop?
    switch status {
    case .notApplicable, .noProvider: break
    case .missing, .unclear: stop = table.stop(of: cell)
    case .reached, .assumed:
      var search = table.search(cell)
      if let best = search.path(fromEntry: cell.entry) {
        ways = [best] + search.otherWays(than: best, fromEntry: cell.entry, count: alternatives)
      }
    }
    return (
      Key(
        status: status, ways: ways.map(\.steps), ends: ways.map(\.service),
        answers: ways.map(\.answers), stop: stop), ways
    )
  }
}
