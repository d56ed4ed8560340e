public import LiaisonModel

/// The pathways that are in one state of a network and were in none before: why a finding about pathways
/// may fold more of them without anything having become worse.
///
/// That more people get as far as an organization on which everybody depends is no new dependence.
public struct NewPathways: Sendable {
  private struct Row: Hashable, Sendable {
    var entry: String
    var service: Code
    var area: String
    var group: Code
    var profile: Int
  }

  private let after: GapReport
  private let rows: [Row]

  /// The pathways asked for that a later report knows and an earlier one does not, certain or possible.
  ///
  /// - Complexity: O(rows of the later table).
  public init(before: GapReport, after: GapReport) {
    self.after = after
    let new = after.pathways
    let changes = PathwayChanges(before: before, after: after)
    rows = new.cells.compactMap { cell in
      guard new.status(of: cell).isWay, after.asked.severity == nil || after.isAsked(cell) else {
        return nil
      }
      if changes.earlier(cell).contains(where: \.isWay) { return nil }
      let need = new.need(of: cell)
      return Row(
        entry: new.network.organizations[new.entries[cell.entry]].id, service: need.service,
        area: new.network.areas[need.area].id, group: need.group, profile: cell.profile)
    }
  }

  /// The kinds of expectation whose findings count pathways that there are.
  private static let kinds: Set<String> = [
    "redundancy", "unconditional", "dependence", "disjoint", "agreement",
  ]

  /// Whether a finding has grown by no more than the pathways that are new among those it is about.
  public func explain(_ entry: GapLedger.Entry) -> Bool {
    guard let old = entry.before, let new = entry.after else { return false }
    return explain(old, new)
  }

  /// Whether a finding, as it was and as it is, has grown by no more than those.
  func explain(_ old: Finding, _ new: Finding) -> Bool {
    guard new.cells > old.cells, let kind = after.kind(of: new), Self.kinds.contains(kind)
    else { return false }
    let own = rows.filter { row in
      guard let needs = new.needs else { return true }
      return needs.entry.map { $0 == row.entry } ?? true
        && needs.service.map { $0.covers(row.service) } ?? true
        && (needs.areas.isEmpty || needs.areas.contains(row.area))
        && (needs.groups.isEmpty || needs.groups.contains(row.group))
    }
    let count =
      after.unit(of: new) == "need"
      ? Set(
        own.map { row in
          var need = row
          need.entry = ""
          return need
        }
      ).count : own.count
    return new.cells - old.cells <= count
  }
}
