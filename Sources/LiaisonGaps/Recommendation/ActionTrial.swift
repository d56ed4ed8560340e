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

  init(
    _ document: NetworkDocument, _ report: GapReport, _ standard: Standard,
    _ kinds: [any ExpectationKind]
  ) {
    self.document = document
    self.report = report
    self.standard = standard
    self.kinds = kinds
    known = report.findingsByID
  }

  /// How many hops a way may take that an action opens, at no cost.
  static let freeHops = 3

  /// The weight of all findings without any action.
  var before: FindingWeight { weight(of: report) }

  /// What is minimized: the weight of all findings, severity × cells, and of each way that was missing
  /// before one for every hop beyond the third and for every hop that is not known: of two actions that
  /// close alike, the one by which people are passed on less often, and for certain, is better.
  ///
  /// A finding that has more cells only as more people get that far weighs what it weighed before: no new
  /// dependence comes of that.
  func weight(of judged: GapReport) -> FindingWeight {
    var weight = detours(in: judged)
    var new: NewPathways?
    for finding in judged.findings {
      var cells = finding.cells
      if let old = known[finding.id], old.cells < cells {
        let pathways = new ?? NewPathways(before: report, after: judged)
        new = pathways
        if pathways.explain(old, finding) { cells = old.cells }
      }
      weight.add(finding, cells: cells)
    }
    return weight
  }

  /// The hops that are not known, and those beyond the third, of the ways in a report with actions
  /// taken that were missing; of each way fewer than what closing it weighs.
  private func detours(in judged: GapReport) -> FindingWeight {
    var weight = FindingWeight()
    let (old, new) = (report.pathways, judged.pathways)
    let folds = report.asked.folds
    guard let first = folds.first?.cells.first, new.needs.services == old.needs.services,
      new.needs.profileCount == old.needs.profileCount, new.entries == old.entries
    else { return weight }
    var search = new.search(first)
    for fold in folds {
      let severity = fold.expectation.severity
      for cell in fold.cells where new.status(of: cell).isWay {
        search.move(service: cell.service, area: cell.area, profile: cell.profile)
        guard let way = search.path(fromEntry: cell.entry) else { continue }
        let detour = max(0, way.hops - Self.freeHops) + way.unknownHops
        weight.add(min(detour, severity.weight - 1), severity)
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
  func judged(_ actions: [RecommendedAction]) -> GapReport? {
    guard let applied = try? Self.patch(actions, in: report.pathways.network).applied(to: document),
      let network = try? NetworkResolver.resolve(
        applied.document, vocabulary: report.pathways.network.vocabulary)
    else { return nil }
    return try? GapAnalysis.run(
      network, against: standard, asOf: report.asOf, options: .init(kinds: kinds))
  }

  /// What a network comes to with actions taken.
  struct Outcome: Sendable {
    /// The weight of all findings.
    var weight: FindingWeight
    /// The cells of each finding that is left, by its id; those accepted too.
    var left: [String: Int]
  }

  /// What each set of actions comes to; nil where the network would not hold together.
  func outcomes(_ sets: [[RecommendedAction]]) -> [Outcome?] {
    inParallel(sets.count, threads: nil) { index in
      judged(sets[index]).map(outcome)
    }
  }

  /// What the network comes to without any action.
  var untouched: Outcome { outcome(of: report) }

  private func outcome(of judged: GapReport) -> Outcome {
    var left: [String: Int] = [:]
    for finding in judged.findings + judged.accepted { left[finding.id] = finding.cells }
    return Outcome(weight: weight(of: judged), left: left)
  }

  /// What each action does beyond those before it; those that do nothing are left out.
  func steps(_ actions: [RecommendedAction]) -> [Recommendation.Step] {
    var steps: [Recommendation.Step] = []
    var taken: [RecommendedAction] = []
    var last = (report: report, weight: before.sum)
    for action in actions {
      guard let next = judged(taken + [action]) else { continue }
      let weight = weight(of: next).sum
      let gain = last.weight - weight
      guard gain > 0 else { continue }
      let alone = taken.isEmpty ? next : judged([action])
      var step = change(action, from: last.report, to: next, gain: gain)
      if let alone {
        let own = change(action, from: report, to: alone, gain: gain)
        step.alone = Recommendation.Alone(
          closed: own.closed, moved: report.moved(to: alone))
      }
      steps.append(step)
      taken.append(action)
      last = (next, weight)
    }
    return steps
  }

  /// What an action does to the findings.
  private func change(
    _ action: RecommendedAction, from last: GapReport, to next: GapReport, gain: Int
  ) -> Recommendation.Step {
    let ledger = GapLedger(
      before: last.findings + last.accepted, after: next.findings, accepted: next.accepted)
    let more = ledger.entries(.worsened)
    var natures = more.isEmpty ? nil : ChangeNatures(before: last, after: next)
    let isGrown = more.map { natures?.isGrown($0) ?? false }
    let closed = ledger.entries(.closed).compactMap(\.finding)
    let open = Unsettled(before: last, after: next)
    var step = Recommendation.Step(
      action: action, closed: closed, unsettled: closed.filter(open.isAsked),
      eased: ledger.entries(.eased).compactMap(\.finding),
      easedCells: ledger.entries(.eased).reduce(0) {
        $0 + ($1.before?.cells ?? 0) - ($1.after?.cells ?? 0)
      },
      opened: ledger.entries(.opened).compactMap(\.finding),
      worsened: zip(more, isGrown).filter { !$0.1 }.compactMap(\.0.finding),
      grown: zip(more, isGrown).filter(\.1).compactMap(\.0.finding), gain: gain)
    for entry in ledger.entries(.eased) {
      guard let old = entry.before, let new = entry.after else { continue }
      step.fewer[new.id] = old.cells - new.cells
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

  /// Adds what a finding weighs: 9, 3 or 1 × cells.
  mutating func add(_ finding: Finding, cells: Int) {
    add(finding.severity.weight * cells, finding.severity)
  }

  static func < (left: FindingWeight, right: FindingWeight) -> Bool {
    left.parts.reversed().lexicographicallyPrecedes(right.parts.reversed())
  }
}

extension GapReport {
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
