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

  /// The weight of all findings without any action.
  var before: Int { Self.weight(of: report) }

  /// The weight of all findings: severity × cells.
  static func weight(of report: GapReport) -> Int {
    report.findings.reduce(0) { $0 + $1.severity.weight * $1.cells }
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

  /// The weight of all findings with each set of actions taken; nil where the network would not hold
  /// together.
  func weights(_ sets: [[RecommendedAction]]) -> [Int?] {
    inParallel(sets.count, threads: nil) { index in
      judged(sets[index]).map { Self.weight(of: $0) }
    }
  }

  /// What each action does beyond those before it; those that do nothing are left out.
  func steps(_ actions: [RecommendedAction]) -> [Recommendation.Step] {
    var steps: [Recommendation.Step] = []
    var taken: [RecommendedAction] = []
    var last = report
    for action in actions {
      guard let next = judged(taken + [action]) else { continue }
      let gain = Self.weight(of: last) - Self.weight(of: next)
      guard gain > 0 else { continue }
      let ledger = GapLedger(
        before: last.findings + last.accepted, after: next.findings, accepted: next.accepted)
      steps.append(
        Recommendation.Step(
          action: action, closed: ledger.entries(.closed).compactMap(\.finding),
          eased: ledger.entries(.eased).compactMap(\.finding),
          opened: ledger.entries(.opened).compactMap(\.finding),
          worsened: ledger.entries(.worsened).compactMap(\.finding),
          gain: gain))
      taken.append(action)
      last = next
    }
    return steps
  }
}
