import LiaisonModel

/// What became of the share of referrals with feedback, from one state of a network to another.
struct FeedbackChanges {
  private let given: Int
  /// How many referrals of the later state are without feedback, in all.
  private let without: Int
  /// How many of them are not in the earlier state.
  private let new: Int
  /// How many of them do not state it there.
  private let unstated: Int
  /// The share below which it is worse: that of the earlier state, or what is asked, where that was met.
  private let share: Double

  /// - Complexity: O(relations).
  init(_ finding: Finding, since earlier: Finding?, before: GapReport, after: GapReport) {
    let counts = FeedbackExpectation.counts(
      after.pathways.network, against: after.expected, on: after.asOf)
    let network = before.pathways.network
    let known = FeedbackExpectation.counts(network, against: before.expected, on: before.asOf)
    let told = Set((known.given + known.without).map(\.key))
    let untold = Set(known.unstated.map(\.key))
    given = counts.given.count
    without = counts.without.count
    new = counts.without.count { !told.contains($0.key) && !untold.contains($0.key) }
    unstated = counts.without.count { untold.contains($0.key) }
    share = earlier?.value ?? finding.threshold ?? 1
  }

  /// Why the share has fallen: about newcomers where it has not without the referrals that are new, newly known
  /// where it has not without those of which it was not stated either; else lost.
  var nature: ChangeNature {
    if isMet(without - new) { return .newcomer }
    return isMet(without - new - unstated) ? .newlyKnown : .lost
  }

  private func isMet(_ without: Int) -> Bool {
    Double(given) + 1e-9 >= share * Double(given + without)
  }
}
