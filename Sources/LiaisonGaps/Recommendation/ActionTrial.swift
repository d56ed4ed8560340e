import LiaisonGraph
import LiaisonModel

/// Judges a network again with actions taken.
struct ActionTrial: Sendable {
  let document: NetworkDocument
  let report: GapReport
  let standard: Standard
  let kinds: [any ExpectationKind]
  /// The findings of the report, accepted ones too, by their ids.
  private let known: [String: Finding]
  /// What is missed, by findings that are not accepted: rows without a way or a provider.
  private let missed: [(severity: Severity, rows: [PathwayTable.Cell])]

  init(
    _ document: NetworkDocument, _ report: GapReport, _ standard: Standard,
    _ kinds: [any ExpectationKind]
  ) {
    self.document = document
    self.report = report
    self.standard = standard
    self.kinds = kinds
    known = report.findingsByID
    missed = report.findings.map { ($0.severity, report.missed(of: $0)) }.filter { !$0.1.isEmpty }
  }

  /// How many hops a way may take that an action opens, at no cost.
  static let freeHops = 3

  /// The weight of all findings without any action.
  var before: FindingWeight { weight(of: report) }

  /// What is minimized: the weight of all findings that are not accepted, severity × cells, and of each way that was
  /// missing before one for every hop beyond the third: of two actions that close alike, the one by which people are
  /// passed on less often is better. A way that is a question then, and was found to be missing, weighs what it weighed
  /// before, less one note: it is not closed.
  ///
  /// A finding that has more cells only as more people get that far weighs what it weighed before: no new
  /// dependence comes of that, and people who find a provider full lose nothing that they had.
  func weight(of judged: GapReport) -> FindingWeight {
    var weight = detours(in: judged)
    var new: NewPathways?
    for finding in judged.findings {
      var cells = finding.cells
      if judged.kind(of: finding) == "capacity", cells > known[finding.id]?.cells ?? 0 {
        let demands = [report, judged].map { ServiceDemand($0, of: finding) }
        let newcomers = RoomChanges.newcomers(demands[0], demands[1])
        cells = max(
          known[finding.id]?.cells ?? 0, CapacityFindings.cells(Double(cells) - newcomers))
      } else if let old = known[finding.id], old.cells < cells {
        let pathways = new ?? NewPathways(before: report, after: judged)
        new = pathways
        if pathways.explain(old, finding) { cells = old.cells }
      }
      weight.add(finding, cells: cells)
    }
    return weight
  }

  /// What is left of rows that were missed and are not in a report with actions taken: the hops beyond the third of
  /// their ways, of each fewer than what closing it weighs; of those that are a question then all but a note.
  ///
  /// - Complexity: O(rows missed), and a search for each that has a way.
  private func detours(in judged: GapReport) -> FindingWeight {
    var weight = FindingWeight()
    let table = judged.pathways
    // Rows of the report are found in the later table as those of an earlier one are.
    let places = PathwayChanges(before: judged, after: report)
    var search: NeedSearch?
    for (severity, rows) in missed {
      for row in rows.flatMap(places.earlierRows) {
        switch table.status(of: row) {
        case .reached:
          if search == nil { search = table.search(row) }
          search?.move(service: row.service, area: row.area, profile: row.profile)
          let hops = search?.path(fromEntry: row.entry)?.hops ?? 0
          weight.add(min(max(0, hops - Self.freeHops), severity.weight - 1), severity)
        case .assumed, .unclear:
          weight.add(severity.weight, severity)
          if severity > .info { weight.add(-1, .info) }
        case .missing, .noProvider, .notApplicable: break
        }
      }
    }
    return weight
  }

  /// The patch of some actions.
  static func patch(
    _ actions: [RecommendedAction], in network: StakeholderNetwork
  ) -> NetworkPatch {
    var patch = NetworkPatch()
    patch.title = "What is recommended"
    for action in actions { action.add(to: &patch, in: network) }
    return patch
  }

  /// The report with some actions taken; nil where the network would not hold together.
  ///
  /// - Parameter isInWords: whether missing pathways are told in words, and questions asked.
  func judged(_ actions: [RecommendedAction], isInWords: Bool = true) -> GapReport? {
    guard let applied = try? Self.patch(actions, in: report.pathways.network).applied(to: document),
      let network = try? NetworkResolver.resolve(
        applied.document, vocabulary: report.pathways.network.vocabulary)
    else { return nil }
    var options = GapAnalysis.Options(kinds: kinds)
    options.isInWords = isInWords
    return try? GapAnalysis.run(network, against: standard, asOf: report.asOf, options: options)
  }

  /// What a network comes to with actions taken.
  struct Outcome: Sendable {
    /// The weight of all findings.
    var weight: FindingWeight
    /// The cells of each finding that is left and not accepted, by its id.
    var left: [String: Int]
  }

  /// What each set of actions comes to; nil where the network would not hold together.
  func outcomes(_ sets: [[RecommendedAction]]) -> [Outcome?] {
    inParallel(sets.count, threads: nil) { index in
      judged(sets[index], isInWords: false).map(outcome)
    }
  }

  /// What the network comes to without any action.
  var untouched: Outcome { outcome(of: report) }

  private func outcome(of judged: GapReport) -> Outcome {
    var left: [String: Int] = [:]
    for finding in judged.findings { left[finding.id] = finding.cells }
    return Outcome(weight: weight(of: judged), left: left)
  }

  /// What each action does beyond those before it.
  func steps(_ actions: [RecommendedAction]) -> [Recommendation.Step] {
    let sets = actions.indices.map { Array(actions[...$0]) } + actions.dropFirst().map { [$0] }
    let reports = inParallel(sets.count, threads: nil) { judged(sets[$0]) }
    return actions.indices.compactMap { index in
      let last = index == 0 ? report : reports[index - 1]
      let own = index == 0 ? reports[0] : reports[actions.count + index - 1]
      guard let last, let next = reports[index], let own else { return nil }
      let gain = weight(of: last).sum - weight(of: next).sum
      var step = change(actions[index], from: last, to: next, gain: gain)
      let alone = change(actions[index], from: report, to: own, gain: gain)
      step.alone = Recommendation.Alone(
        closed: alone.closed, settled: alone.settled, moved: report.moved(to: own))
      return step
    }
  }

  /// What an action does to the findings; those that are accepted are quiet.
  private func change(
    _ action: RecommendedAction, from last: GapReport, to next: GapReport, gain: Int
  ) -> Recommendation.Step {
    let ledger = GapLedger(
      before: last.findings + last.accepted, after: next.findings, accepted: next.accepted)
    let quiet = Set(last.accepted.map(\.id))
    func entries(_ state: GapLedger.State) -> [GapLedger.Entry] {
      ledger.entries(state).filter { $0.before.map { !quiet.contains($0.id) } ?? true }
    }
    let more = ledger.entries(.worsened)
    var natures = more.isEmpty ? nil : ChangeNatures(before: last, after: next)
    let isGrown = more.map { natures?.isGrown($0) ?? false }
    let closed = entries(.closed).compactMap(\.finding)
    let open = Unsettled(before: last, after: next)
    var step = Recommendation.Step(
      action: action, closed: closed, unsettled: closed.filter(open.isAsked), eased: [],
      opened: ledger.entries(.opened).compactMap(\.finding),
      worsened: zip(more, isGrown).filter { !$0.1 }.compactMap(\.0.finding),
      grown: zip(more, isGrown).filter(\.1).compactMap(\.0.finding), gain: gain)
    for finding in closed {
      let asked = open.count(of: finding)
      // What is no count of rows is a question as a whole.
      let isWhole = asked == 0 && step.unsettled.contains { $0.id == finding.id }
      step.fewer[finding.id] = isWhole ? 0 : max(0, finding.cells - asked)
    }
    for entry in entries(.eased) {
      guard let old = entry.before, let new = entry.after else { continue }
      let fewer = old.cells - new.cells
      let asked = min(fewer, open.count(of: old))
      if asked > 0 { step.asked.append((new, asked)) }
      guard fewer > asked else { continue }
      step.eased.append(new)
      step.fewer[new.id] = fewer - asked
      step.easedCells += fewer - asked
    }
    return step
  }
}

/// The weight of findings, that of each severity by itself: what is urgent counts first, then what is
/// important, then the notes.
struct FindingWeight: Comparable, Sendable {
  /// By the raw values of severities, which rise with them.
  private var parts = [Int](repeating: 0, count: Severity.allCases.count)

  /// Nothing.
  init() {}

  /// All of it.
  var sum: Int { parts.reduce(0, +) }

  /// That of one severity.
  subscript(severity: Severity) -> Int { parts[Int(severity.rawValue)] }

  mutating func add(_ weight: Int, _ severity: Severity) { parts[Int(severity.rawValue)] += weight }

  /// By how much one is more than another, severity by severity.
  static func - (left: FindingWeight, right: FindingWeight) -> FindingWeight {
    var rest = left
    for index in rest.parts.indices { rest.parts[index] -= right.parts[index] }
    return rest
  }

  /// Adds what a finding weighs: 9, 3 or 1 × cells.
  mutating func add(_ finding: Finding, cells: Int) {
    add(finding.severity.weight * cells, finding.severity)
  }

  static func < (left: FindingWeight, right: FindingWeight) -> Bool {
    left.parts.reversed().lexicographicallyPrecedes(right.parts.reversed())
  }
}

extension GapReport {
  /// The rows that a finding tells to be missed: without a way, or of a service that nobody provides; none of any
  /// other finding.
  ///
  /// - Complexity: O(needs × entry points).
  func missed(of finding: Finding) -> [PathwayTable.Cell] {
    let folded = cells(of: finding)
    guard folded.isEmpty, kind(of: finding) == "coverage", finding.value == 0,
      let needs = finding.needs, let type = needs.service,
      let service = pathways.needs.services.firstIndex(of: type)
    else { return folded }
    let profiles = pathways.profiles(of: needs)
    return pathways.areas(of: needs).flatMap { area in
      profiles.flatMap { profile in
        pathways.applicable(service: service, area: area, profile: profile)
      }
    }.filter { !pathways.entries.isEmpty && pathways.status(of: $0) == .noProvider }
  }

  /// A headline figure that another report has otherwise.
  struct Moved: Sendable, Equatable {
    var before: ScorecardLine
    var after: ScorecardLine
  }

  /// The headline figures of which more, or less, is certain in a later report, as a comparison of the two
  /// tells them.
  func moved(to later: GapReport) -> [Moved] {
    let (old, new) = (headlines, later.headlines)
    return old.compactMap { line in
      let after = new.first { $0.id == line.id } ?? later.scorecard.first { $0.id == line.id }
      return after.flatMap { $0.count == line.count ? nil : Moved(before: line, after: $0) }
    }
  }
}
