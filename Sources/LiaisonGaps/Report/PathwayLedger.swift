import LiaisonModel

/// What the pathway expectations of a standard asked for, and the missing rows folded by cause.
struct PathwayLedger: Sendable {
  /// Missing rows of one cause: one entry point, one service type, one stop (SEMANTICS §5).
  struct Fold: Sendable {
    var expectation: Expectation
    var entry: Int
    var service: Int
    var stop: PathwayStop
    var cells: [PathwayTable.Cell]
    /// The case classes that the expectation asks about.
    var caseClasses: [Int]
  }

  /// What each expectation asked for, by its id.
  private(set) var asks: [(id: String, needs: NeedSelection.Positions)] = []
  /// By service type, area and profile: whether it was asked for.
  private(set) var isAsked: [Bool] = []
  /// The gravest severity of those who asked.
  private(set) var severity: Severity?
  /// By area and profile: whether some expectation, of pathways, providers or single points of
  /// failure, asks for a need there, so that somebody has to meet the people concerned.
  private(set) var isMeetingAsked: [Bool] = []
  /// The gravest expectation among those.
  private(set) var meeting: Expectation?
  private(set) var folds: [Fold] = []

  private func index(_ service: Int, _ area: Int, _ profile: Int, _ needs: NeedSpace) -> Int {
    (service * needs.areas.count + area) * needs.profileCount + profile
  }

  /// Notes what an expectation asks for.
  mutating func ask(
    _ asked: NeedSelection.Positions, _ expectation: Expectation, _ needs: NeedSpace
  ) {
    asks.append((expectation.id, asked))
    if isAsked.isEmpty {
      isAsked = [Bool](
        repeating: false,
        count: needs.services.count * needs.areas.count * needs.profileCount)
    }
    for service in asked.services {
      for area in asked.areas {
        for profile in asked.profiles { isAsked[index(service, area, profile, needs)] = true }
      }
    }
    severity = max(severity ?? .info, expectation.severity)
    askMeeting(asked, expectation, needs)
  }

  /// Notes that people with these needs have to be met somewhere.
  mutating func askMeeting(
    _ asked: NeedSelection.Positions, _ expectation: Expectation, _ needs: NeedSpace
  ) {
    if isMeetingAsked.isEmpty {
      isMeetingAsked = [Bool](repeating: false, count: needs.areas.count * needs.profileCount)
    }
    for area in asked.areas {
      for profile in asked.profiles { isMeetingAsked[area * needs.profileCount + profile] = true }
    }
    if meeting.map({ $0.severity < expectation.severity }) ?? true { meeting = expectation }
  }

  /// Whether people of a profile in an area have to be met somewhere.
  func asksMeeting(area: Int, profile: Int, _ needs: NeedSpace) -> Bool {
    !isMeetingAsked.isEmpty && isMeetingAsked[area * needs.profileCount + profile]
  }

  /// Whether an expectation asked for a service there.
  func asks(service: Int, area: Int, profile: Int, _ needs: NeedSpace) -> Bool {
    !isAsked.isEmpty && isAsked[index(service, area, profile, needs)]
  }

  /// Folds the missing rows of an expectation.
  mutating func add(
    _ missing: [PathwayTable.Cell], _ asked: NeedSelection.Positions, _ expectation: Expectation,
    _ table: PathwayTable
  ) {
    struct Key: Hashable {
      var entry: Int
      var service: Int
      var stop: PathwayStop
    }
    var place: [Key: Int] = [:]
    guard !missing.isEmpty else { return }
    var search = StopSearch(table)
    // Rows of one entry point mostly stop where its last one did.
    var lastFold = [Int?](repeating: nil, count: table.entries.count)
    for (cell, stop) in zip(missing, search.stops(missing)) {
      guard let stop else { continue }
      if let last = lastFold[cell.entry], folds[last].service == cell.service,
        folds[last].stop == stop
      {
        folds[last].cells.append(cell)
        continue
      }
      let key = Key(entry: cell.entry, service: cell.service, stop: stop)
      lastFold[cell.entry] = place[key] ?? folds.count
      if let known = place[key] {
        folds[known].cells.append(cell)
      } else {
        place[key] = folds.count
        folds.append(
          Fold(
            expectation: expectation, entry: cell.entry, service: cell.service, stop: stop,
            cells: [cell], caseClasses: asked.caseClasses))
      }
    }
  }

  /// The headline figures: all pathways asked for, then by service type.
  ///
  /// - Parameters:
  ///   - listsReferrals: whether a way that is not recorded is missing; else it may be there.
  ///   - listsServices: the same of a provider.
  func figures(
    _ table: PathwayTable, listsReferrals: Bool, listsServices: Bool
  ) -> [ScorecardLine] {
    guard severity != nil else { return [] }
    let needs = table.needs
    var lines: [ScorecardLine] = []
    var all = ScorecardLine(
      id: "pathways", label: "pathways reached", count: 0, total: 0, upper: 0)
    for service in needs.services.indices {
      let code = needs.services[service]
      var line = ScorecardLine(
        id: "pathways/\(code.text)",
        label: "pathways to \(table.network.vocabulary.name(ofService: code)) reached", count: 0,
        total: 0, upper: 0)
      for area in needs.areas.indices {
        for profile in 0..<needs.profileCount
        where isAsked[index(service, area, profile, needs)] {
          for entry in table.statuses.takers[area] {
            let cell = PathwayTable.Cell(
              entry: entry, service: service, area: area, profile: profile)
            let status = table.status(of: cell)
            if status == .notApplicable { continue }
            line.total += 1
            if status == .reached { line.count += 1 }
            switch status {
            case .reached, .assumed, .unclear: line.upper += 1
            case .missing: if !listsReferrals { line.upper += 1 }
            case .noProvider: if !listsServices || !listsReferrals { line.upper += 1 }
            case .notApplicable: break
            }
          }
        }
      }
      guard line.total > 0 else { continue }
      all.count += line.count
      all.total += line.total
      all.upper += line.upper
      lines.append(line)
    }
    return [all] + lines
  }
}
