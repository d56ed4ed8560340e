import LiaisonModel

/// Which findings are found no more in a later state of a network only because a question has come in their place.
struct Unsettled {
  private let changes: PathwayChanges

  init(before: GapReport, after: GapReport) {
    changes = PathwayChanges(before: before, after: after)
  }

  /// Whether it is a question in the later state what the finding told in the earlier: a way of it, or a
  /// provider, rests on what is not known, or a question is asked that was not and is of the same.
  ///
  /// - Complexity: O(rows that it folds + questions).
  func isAsked(_ finding: Finding) -> Bool {
    if changes.before.isOfRows(finding) { return count(of: finding) > 0 }
    if RoomChanges.isAsked(finding, before: changes.before, after: changes.after) { return true }
    return finding.isAsked(among: changes.after.questions)
      && !finding.isAsked(among: changes.before.questions)
  }

  /// How many rows of a finding about missing pathways, or of services that nobody provides, were missing in the
  /// earlier state and are a question in the later; none of any other finding.
  ///
  /// - Complexity: O(rows that it folds).
  func count(of finding: Finding) -> Int {
    guard changes.before.isOfRows(finding), let needs = finding.needs else { return 0 }
    let table = changes.after.pathways
    let rows =
      needs.entry == nil
      ? changes.needs(of: needs).flatMap { need in
        table.entries.indices.map { need.at(entry: $0) }
      } : changes.rows(of: needs)
    return rows.count { row in
      let now = table.status(of: row)
      guard now == .assumed || now == .unclear else { return false }
      return !changes.earlier(row).isDisjoint(with: [.missing, .noProvider])
    }
  }
}
