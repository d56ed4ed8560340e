/// What became of the findings of one network in another: the gap ledger.
///
/// Findings are told apart by their stable id, which no value, place or threshold enters. Whether one
/// has worsened is read from how far its value is from what is asked (``Finding/shortfall``), and of one without such
/// a value, or with the same, from its cells. Where needs are folded otherwise than before, as when one
/// district of three is mended, what is left has another id: those findings are told apart by the needs
/// that they share.
public struct GapLedger: Sendable, Equatable {
  /// What became of a finding.
  public enum State: String, Sendable, CaseIterable {
    /// It is there now and was not.
    case opened
    /// It is farther from what is asked than before, or as far and folds more cells.
    case worsened
    /// It is as far from what is asked as before, and folds as many cells.
    case persisting
    /// It is nearer to what is asked than before, or as far and folds fewer cells.
    case eased
    /// It was there and is no more.
    case closed
    /// It is there, and the network's file accepts it.
    case accepted

    /// What became of findings of one matter that were there and are: of one each by its shortfall, of more by the
    /// sum of their cells.
    init(_ after: [Finding], before: [Finding]) {
      if after.count == 1, before.count == 1, let now = after[0].shortfall,
        let then = before[0].shortfall, abs(now - then) > 1e-9 * max(1, abs(now), abs(then))
      {
        self = now > then ? .worsened : .eased
        return
      }
      let cells = [after, before].map { $0.reduce(0) { $0 + $1.cells } }
      self = cells[0] > cells[1] ? .worsened : cells[0] < cells[1] ? .eased : .persisting
    }
  }

  /// One finding in both.
  public struct Entry: Sendable, Equatable {
    /// What became of it.
    public var state: State
    /// As it was; nil where it has opened.
    public var before: Finding?
    /// As it is; nil where it has closed.
    public var after: Finding?

    /// As it is, else as it was.
    public var finding: Finding? { after ?? before }
  }

  /// By state, in the order of the states; within one the heaviest first, then by rule and key.
  public let entries: [Entry]

  /// Compares.
  ///
  /// - Parameters:
  ///   - before: the findings that were, those accepted too.
  ///   - after: the findings that are, without those accepted.
  ///   - accepted: the findings that are, and are accepted.
  /// - Complexity: O(n log n).
  public init(before: [Finding], after: [Finding], accepted: [Finding] = []) {
    var old: [String: Finding] = [:]
    for finding in before { old[finding.id] = finding }
    var entries: [Entry] = []
    var seen: Set<String> = []
    for finding in accepted where seen.insert(finding.id).inserted {
      entries.append(Entry(state: .accepted, before: old[finding.id], after: finding))
    }
    var new: [Finding] = []
    for finding in after where seen.insert(finding.id).inserted {
      guard let earlier = old[finding.id] else {
        new.append(finding)
        continue
      }
      let state = State([finding], before: [earlier])
      entries.append(Entry(state: state, before: earlier, after: finding))
    }
    let gone = before.filter { seen.insert($0.id).inserted }
    entries += FoldedNeeds(before: gone, after: new).entries()
    let order = State.allCases
    func rank(_ entry: Entry) -> (Int, Int) {
      let finding = entry.finding
      return (
        order.firstIndex(of: entry.state) ?? 0,
        -(finding.map { $0.severity.weight * $0.cells } ?? 0)
      )
    }
    self.entries = entries.sorted { left, right in
      let (a, b) = (rank(left), rank(right))
      if a != b { return a < b }
      let keys = [left, right].map { entry in
        entry.finding.map { [$0.rule] + $0.key }?.joined(separator: "\u{0}") ?? ""
      }
      return keys[0].utf8.lexicographicallyPrecedes(keys[1].utf8)
    }
  }

  /// The entries of a state.
  public func entries(_ state: State) -> [Entry] { entries.filter { $0.state == state } }

  /// Whether anything has opened or worsened.
  public var isWorse: Bool { entries.contains { $0.state == .opened || $0.state == .worsened } }
}
