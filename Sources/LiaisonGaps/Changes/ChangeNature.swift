public import LiaisonModel

/// Why a finding is there, or has more cells, that was not: whether things are worse, or only more is
/// known, or more is there.
public enum ChangeNature: String, Sendable, CaseIterable {
  /// What held before holds no more: things are worse.
  case lost
  /// It was a question before, and the answer is in.
  case newlyKnown = "newly_known"
  /// It speaks of what was not there before: an organization, a service, an agreement, a body, an activity,
  /// people for whom no way was asked or who had none.
  case newcomer
}

/// The nature of what has opened or worsened between two states.
///
/// In this order:
/// 1. A missing pathway is *lost* where a row of it was reached; a missing provider, where a need of it was
///    provided for certain. Else it is *newly known* where one was open, and otherwise about a *newcomer*: the
///    need did not arise there, or nobody had a way to it or provided it.
/// 2. What the earlier state asked as a question of the same expectation and subjects, or of the same needs,
///    is newly known.
/// 3. What is said of ways that there are (a single point of failure, ways through the police alone, too few
///    disjoint ways) is about newcomers where all of it are ways that are new, else lost.
/// 4. What is found no more where the newcomers are left out of the later state is about them.
/// 5. All else is lost.
public struct ChangeNatures {
  private let changes: PathwayChanges
  private let newPathways: NewPathways
  private let asked: [Finding]
  /// What the later findings have become of those without the newcomers, by id.
  private let withoutNewcomers: [String: GapLedger.Entry]?

  /// - Parameters:
  ///   - before: the earlier state.
  ///   - after: the later one.
  ///   - withoutNewcomers: the later one judged without what the earlier does not list; nil where it
  ///     lists all.
  /// - Complexity: O(rows of the later table).
  public init(before: GapReport, after: GapReport, withoutNewcomers: GapReport? = nil) {
    changes = PathwayChanges(before: before, after: after)
    newPathways = NewPathways(before: before, after: after)
    asked = before.questions
    self.withoutNewcomers = withoutNewcomers.map { report in
      let ledger = GapLedger(before: report.findings + report.accepted, after: after.findings)
      return Dictionary(
        ledger.entries.compactMap { entry in entry.after.map { ($0.id, entry) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Whether an entry has worsened by its count, and only as more people get that far.
  public func isGrown(_ entry: GapLedger.Entry) -> Bool {
    entry.state == .worsened && newPathways.explain(entry)
  }

  /// The nature of an entry that has opened or worsened; nil for any other.
  ///
  /// - Complexity: O(rows that it folds + pathways that are new + questions).
  public func nature(of entry: GapLedger.Entry) -> ChangeNature? {
    guard entry.state == .opened || entry.state == .worsened, let finding = entry.after else {
      return nil
    }
    if let nature = natureOfRows(finding) { return nature }
    if wasAsked(finding) { return .newlyKnown }
    if isOfWays(finding) {
      var earlier = entry.before ?? finding
      if entry.before == nil { earlier.cells = 0 }
      return newPathways.explain(earlier, finding) ? .newcomer : .lost
    }
    if let withoutNewcomers {
      guard let other = withoutNewcomers[finding.id], let there = other.before else {
        return .newcomer
      }
      if let earlier = entry.before, there.cells <= earlier.cells { return .newcomer }
    }
    return .lost
  }

  /// The nature of a missing pathway or provider; nil of all else.
  private func natureOfRows(_ finding: Finding) -> ChangeNature? {
    guard let needs = finding.needs, needs.service != nil else { return nil }
    let table = changes.after.pathways
    var states: Set<PathwayStatus> = []
    switch changes.after.kind(of: finding) {
    case "pathway" where needs.entry != nil:
      let rows = changes.rows(of: needs).filter { table.status(of: $0) == .missing }
      states = Set(rows.map(changes.earlier))
    case "coverage":
      let rows = changes.needs(of: needs).filter { need in
        table.isApplicable(area: need.area, profile: need.profile)
      }
      // What is asked of languages, or of more than one provider, is no hole.
      let isHole = rows.allSatisfy { need in
        table.providers(service: need.service, area: need.area, profile: need.profile).isEmpty
      }
      guard isHole else { return nil }
      for need in rows {
        let provider = changes.earlierProvider(
          service: need.service, area: need.area, profile: need.profile)
        switch provider {
        case .yes: states.insert(.reached)
        case .unknown: states.insert(.assumed)
        case .no, nil: states.insert(.noProvider)
        }
      }
    default: return nil
    }
    if states.contains(.reached) { return .lost }
    if states.contains(.assumed) || states.contains(.unclear) || wasAsked(finding) {
      return .newlyKnown
    }
    return .newcomer
  }

  /// Whether it is about the ways that there are to some needs.
  private func isOfWays(_ finding: Finding) -> Bool {
    guard finding.needs?.service != nil, let kind = changes.after.kind(of: finding) else {
      return false
    }
    return ["redundancy", "unconditional", "disjoint"].contains(kind)
  }

  /// Whether the earlier state asked as a question what is a finding now.
  private func wasAsked(_ finding: Finding) -> Bool { finding.isAsked(among: asked) }
}

extension Finding {
  /// Whether some questions ask what a finding tells: those of the same expectation and subjects, or of needs
  /// that both fold.
  func isAsked(among questions: [Finding]) -> Bool {
    let marks: Set<String> = ["question", "doubt", "silent"]
    let alike = questions.filter { $0.rule == rule }
    if alike.contains(where: { question in
      question.key.starts(with: key)
        && question.key.dropFirst(key.count).allSatisfy(marks.contains)
    }) {
      return true
    }
    return GapLedger(before: alike, after: [self]).entries.contains {
      $0.after != nil && $0.before != nil
    }
  }
}
