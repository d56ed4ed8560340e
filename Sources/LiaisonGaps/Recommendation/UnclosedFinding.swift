public import LiaisonModel

/// An error that no single action considered closes for a gain, and why.
public struct UnclosedFinding: Sendable {
  /// Why none does.
  public enum Reason: Sendable, Equatable {
    /// The best action that closes it opens, or lets grow, what weighs as much or more.
    case outweighed(RecommendedAction)
    /// The action that leaves the fewest of its needs, and how many those are.
    case eased(RecommendedAction, left: Int)
    /// No action bears on it.
    case untouched
  }

  /// The finding.
  public var finding: Finding
  /// Why no action closes it.
  public var reason: Reason

  /// The errors of a report that no action closes for a gain.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - tried: each action with what comes of it alone; nil where the network would not hold together.
  ///   - before: the weight of all findings.
  ///   - steps: what is recommended; what it closes together is not among them.
  /// - Complexity: O(errors × actions).
  static func all(
    _ report: GapReport, _ tried: some Sequence<(RecommendedAction, ActionTrial.Outcome?)>,
    before: Int, _ steps: [Recommendation.Step]
  ) -> [UnclosedFinding] {
    let outcomes = tried.compactMap { action, outcome in outcome.map { (action, $0) } }
    let closed = Set(steps.flatMap(\.closed).map(\.id))
    let errors = report.findings.filter { $0.severity == .error && !closed.contains($0.id) }
    return errors.sorted(by: Judgement.heavierFirst).compactMap { finding in
      // The first of equals, as actions come in order.
      var closing: (action: RecommendedAction, weight: Int)?
      var easing: (action: RecommendedAction, left: Int)?
      for (action, outcome) in outcomes {
        if let left = outcome.left[finding.id] {
          if left < easing?.left ?? finding.cells { easing = (action, left) }
        } else {
          if outcome.weight.sum < before { return nil }
          if outcome.weight.sum < closing?.weight ?? .max {
            closing = (action, outcome.weight.sum)
          }
        }
      }
      let reason: Reason =
        if let closing {
          .outweighed(closing.action)
        } else if let easing {
          .eased(easing.action, left: easing.left)
        } else {
          .untouched
        }
      return UnclosedFinding(finding: finding, reason: reason)
    }
  }
}
