public import LiaisonModel

/// Why a finding is there no more, or has fewer cells than it had: whether things are better, or there is only
/// less to tell.
public enum ChangeEnding: String, Sendable, CaseIterable {
  /// What it misses is there: things are better.
  case mended
  /// It has become a question, in whole or in part.
  case asked
  /// What it speaks of is there no more, or a finding of an earlier cause tells of it (SEMANTICS §5): nothing is
  /// better by that.
  case moot
}

/// How what has closed or eased between two states has ended.
///
/// It is mended where, the other way round, it would be lost (``ChangeNatures``): what the later state has was not
/// there. It is asked where the later state asks it as a question, and no pathway and no provider of it is there
/// for certain, or where it is not certain that there is room; moot where the other way round it would be about
/// newcomers, or would have grown only as more people get that far. What is said of one donor is mended only where
/// something that stopped with it has another funder, or as many services stop with it as did.
public struct ChangeEndings {
  private let before: GapReport
  private let after: GapReport
  private var back: ChangeNatures
  private let funding: FundingChanges

  /// - Parameters:
  ///   - before: the earlier state.
  ///   - after: the later one.
  ///   - withoutLeavers: the earlier one judged without what the later does not list, or lists as not in force;
  ///     nil where there is no such thing.
  /// - Complexity: that of ``ChangeNatures``.
  public init(before: GapReport, after: GapReport, withoutLeavers: GapReport? = nil) {
    self.before = before
    self.after = after
    back = ChangeNatures(before: after, after: before, withoutNewcomers: withoutLeavers)
    funding = FundingChanges(before: before, after: after)
  }

  /// How an entry that has closed or eased has ended; nil for any other.
  ///
  /// - Complexity: that of a nature.
  public mutating func ending(of entry: GapLedger.Entry) -> ChangeEnding? {
    guard entry.state == .closed || entry.state == .eased, let finding = entry.before else {
      return nil
    }
    let isClosed = entry.state == .closed
    if isClosed, finding.isAsked(among: after.questions), !isReached(finding) { return .asked }
    if isClosed, RoomChanges.isAsked(finding, before: before, after: after) { return .asked }
    if isClosed, finding.subjects.contains(where: isGone) { return .moot }
    if before.kind(of: finding) == "dependence" {
      if funding.isMended(finding) { return .mended }
      if funding.hasFewerStops(finding) { return .moot }
    }
    var reversed = entry
    reversed.state = isClosed ? .opened : .worsened
    (reversed.before, reversed.after) = (entry.after, finding)
    if back.isGrown(reversed) { return .moot }
    switch back.nature(of: reversed) {
    case .lost: return .mended
    case .newlyKnown: return .asked
    case .newcomer, nil: return .moot
    }
  }

  /// Whether some row of a missing pathway is reached for certain, or some need that nobody provided is provided.
  private func isReached(_ finding: Finding) -> Bool {
    guard let needs = finding.needs, needs.service != nil else { return false }
    switch before.kind(of: finding) {
    case "pathway" where needs.entry != nil:
      return back.changes.rows(of: needs).contains { back.changes.earlier($0).contains(.reached) }
    case "coverage":
      return back.changes.needs(of: needs).contains { back.changes.earlierProvider($0) == .yes }
    default: return false
    }
  }

  /// Whether the later state does not have an element.
  private func isGone(_ subject: Finding.Subject) -> Bool {
    let network = after.pathways.network
    switch subject.kind {
    case .organization, .service:
      return subject.organization.flatMap { network.organization($0) } == nil
    case .agreement: return !network.agreements.contains { $0.id == subject.id }
    case .activity: return !network.activities.contains { $0.id == subject.id }
    case .body: return !network.bodies.contains { $0.id == subject.id }
    case .relation, .element: return false
    }
  }
}
