import LiaisonGraph
import LiaisonModel

/// Judges a network again with actions taken.
struct ActionTrial: Sendable {
  let document: NetworkDocument
  let report: GapReport
  let standard: Standard
  let kinds: [any ExpectationKind]

  init(
    _ document: NetworkDocument, _ report: GapReport, _ standard: Standard,
    _ kinds: [any ExpectationKind]
  ) {
    self.document = document
    self.report = report
    self.standard = standard
    self.kinds = kinds
  }

  /// How many hops a way may take that an action opens, at no cost.
  static let freeHops = 3

  /// The weight of all findings without any action.
  var before: Int { weight(of: report) }

  /// What is minimized: the weight of all findings, severity × cells, and of each way that was missing
  /// before one for every hop beyond the third and for every hop that is not known: of two actions that
  /// close alike, the one by which people are passed on less often, and for certain, is better.
  func weight(of judged: GapReport) -> Int {
    judged.findings.reduce(detours(in: judged)) { $0 + $1.severity.weight * $1.cells }
  }

  /// The hops that are not known, and those beyond the third, of the ways in a report with actions
  /// taken that were missing; of each way fewer than what closing it weighs.
  private func detours(in judged: GapReport) -> Int {
    let (old, new) = (report.pathways, judged.pathways)
    let folds = report.asked.folds
    guard let first = folds.first?.cells.first, new.needs.services == old.needs.services,
      new.needs.profileCount == old.needs.profileCount, new.entries == old.entries
    else { return 0 }
    var search = new.search(first)
    var hops = 0
    for fold in folds {
      for cell in fold.cells where new.status(of: cell).isWay {
        search.move(service: cell.service, area: cell.area, profile: cell.profile)
        guard let way = search.path(fromEntry: cell.entry) else { continue }
        let detour = max(0, way.hops - Self.freeHops) + way.unknownHops
        hops += min(detour, fold.expectation.severity.weight - 1)
      }
    }
    return hops
  }

  /// The patch of some actions.
  static func patch(_ actions: [RecommendedAction]) -> NetworkPatch {
    var patch = NetworkPatch()
    patch.title = "What is recommended"
    for action in actions { action.add(to: &patch) }
    return patch
  }

  /// The report with some actions taken; nil where the network would not hold together.
  func judged(_ actions: [RecommendedAction]) -> GapReport? {
    guard let applied = try? Self.patch(actions).applied(to: document),
      let network = try? NetworkResolver.resolve(
        applied.document, vocabulary: report.pathways.network.vocabulary)
    else { return nil }
    return try? GapAnalysis.run(
      network, against: standard, asOf: report.asOf, options: .init(kinds: kinds))
  }

  /// What a network comes to with actions taken.
  struct Outcome: Sendable {
    /// The weight of all findings.
    var weight: Int
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
    var last = report
    for action in actions {
      guard let next = judged(taken + [action]) else { continue }
      let gain = weight(of: last) - weight(of: next)
      guard gain > 0 else { continue }
      let ledger = GapLedger(
        before: last.findings + last.accepted, after: next.findings, accepted: next.accepted)
      let more = ledger.entries(.worsened)
      let new = more.isEmpty ? nil : NewPathways(before: last, after: next)
      let isGrown = more.map { new?.explain($0) ?? false }
      steps.append(
        Recommendation.Step(
          action: action, closed: ledger.entries(.closed).compactMap(\.finding),
          eased: ledger.entries(.eased).compactMap(\.finding),
          easedCells: ledger.entries(.eased).reduce(0) {
            $0 + ($1.before?.cells ?? 0) - ($1.after?.cells ?? 0)
          },
          opened: ledger.entries(.opened).compactMap(\.finding),
          worsened: zip(more, isGrown).filter { !$0.1 }.compactMap(\.0.finding),
          grown: zip(more, isGrown).filter(\.1).compactMap(\.0.finding), gain: gain))
      taken.append(action)
      last = next
    }
    return steps
  }
}
