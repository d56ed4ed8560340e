/// Findings whose ids came or went, by what became of the needs that they fold.
///
/// Findings of one rule, entry point and service type (without an entry point, of one subject, or of several some of
/// whom they share, as a loop that loses a member) that share needs are one matter, however the needs are folded: it
/// has worsened, persists or has eased by the sum of its cells. What shares needs with nothing has opened or closed.
struct FoldedNeeds {
  private let before: [Finding]
  private let after: [Finding]

  /// - Parameters:
  ///   - before: findings whose ids are no more.
  ///   - after: findings whose ids are new.
  init(before: [Finding], after: [Finding]) {
    self.before = before
    self.after = after
  }

  /// One entry for each finding that is, and for each that is closed.
  ///
  /// - Complexity: O(n + Σ k²) for k findings of one matter.
  func entries() -> [GapLedger.Entry] {
    var matters: [[String]: (before: [Int], after: [Int])] = [:]
    var entries: [GapLedger.Entry] = []
    for (index, finding) in before.enumerated() {
      if let matter = finding.matter { matters[matter, default: ([], [])].before.append(index) }
    }
    for (index, finding) in after.enumerated() {
      if let matter = finding.matter { matters[matter, default: ([], [])].after.append(index) }
    }
    var isClosed = before.map { _ in true }
    for (index, finding) in after.enumerated() {
      let parts = finding.matter.flatMap { matters[$0] } ?? ([], [])
      let (old, new) = part(of: index, parts.before, parts.after)
      for index in old { isClosed[index] = false }
      guard let first = old.first else {
        entries.append(.init(state: .opened, before: nil, after: finding))
        continue
      }
      let state = GapLedger.State(new.map { after[$0] }, before: old.map { before[$0] })
      entries.append(.init(state: state, before: before[first], after: finding))
    }
    for (index, finding) in before.enumerated() where isClosed[index] {
      entries.append(.init(state: .closed, before: finding, after: nil))
    }
    return entries
  }

  /// Those of a matter that share needs with a finding, directly or through others, in their order.
  private func part(of start: Int, _ old: [Int], _ new: [Int]) -> (before: [Int], after: [Int]) {
    var reached: (before: Set<Int>, after: Set<Int>) = ([], [start])
    var queue: [Finding] = [after[start]]
    while let finding = queue.popLast() {
      for index in old
      where !reached.before.contains(index) && finding.isOneMatter(with: before[index]) {
        reached.before.insert(index)
        queue.append(before[index])
      }
      for index in new
      where !reached.after.contains(index) && finding.isOneMatter(with: after[index]) {
        reached.after.insert(index)
        queue.append(after[index])
      }
    }
    return (old.filter(reached.before.contains), new.filter(reached.after.contains))
  }
}

extension Finding {
  /// What findings have in common that differ in the areas, groups and cases that they fold alone; nil
  /// for those of which no entry point and no service type is asked.
  fileprivate var matter: [String]? {
    guard let needs, needs.entry != nil || needs.service != nil else { return nil }
    return [rule, needs.entry ?? "", needs.service?.text ?? ""]
  }

  /// Whether two findings that have that in common share needs and subjects.
  fileprivate func isOneMatter(with other: Finding) -> Bool {
    sharesNeeds(other) && (needs?.entry != nil || sharesSubjects(other))
  }

  /// Whether both speak of the same, or of several of whom some are the same.
  private func sharesSubjects(_ other: Finding) -> Bool {
    let (mine, theirs) = (Set(subjects), Set(other.subjects))
    return mine == theirs || mine.count > 1 && theirs.count > 1 && !mine.isDisjoint(with: theirs)
  }

  /// Whether some need is folded by both.
  private func sharesNeeds(_ other: Finding) -> Bool {
    guard let mine = needs, let theirs = other.needs else { return false }
    func share<Item: Hashable>(_ left: [Item], _ right: [Item]) -> Bool {
      left.isEmpty || right.isEmpty || !Set(left).isDisjoint(with: right)
    }
    return share(mine.areas, theirs.areas) && share(mine.groups, theirs.groups)
      && share(mine.cases, theirs.cases)
  }
}
