public import LiaisonGaps
public import LiaisonModel

extension Report {
  /// An earlier state of the network, with whose figures those of the scorecard are compared.
  ///
  /// Where the two states list different organizations, the figures of both are those over the
  /// organizations that both list, each state judged again without the others: a state that asked more
  /// people is not better or worse for that.
  public struct Earlier: Sendable {
    /// The figures of both states against one standard.
    public struct Figures: Sendable {
      /// Those of the earlier state.
      public var before: [ScorecardLine]
      /// Those of the state that the report is about.
      public var after: [ScorecardLine]

      /// Creates a pair.
      public init(before: [ScorecardLine], after: [ScorecardLine]) {
        self.before = before
        self.after = after
      }
    }

    /// The day on which the earlier state is judged: its own.
    public var date: CalendarDate
    /// With whom the earlier state's file may be shared.
    public var label: TrafficLight
    /// How many organizations both list, units counted; nil where these are all of both.
    public var common: Int?
    /// The figures for each standard of the report, in its order.
    public var figures: [Figures]

    /// Creates an earlier state.
    public init(
      date: CalendarDate, label: TrafficLight = .clear, common: Int?, figures: [Figures]
    ) {
      self.date = date
      self.label = label
      self.common = common
      self.figures = figures
    }
  }
}

extension Report.Earlier.Figures {
  /// What has changed in a line of the scorecard: "+12: 1,590 of 1,650 → 1,602 of 1,660".
  ///
  /// A line that folds several expectations of one label is compared with the same fold.
  func change(of line: ScorecardLine) -> String {
    let isWay = line.isPart(of: "pathways")
    func find(_ lines: [ScorecardLine]) -> ScorecardLine? {
      if isWay { return lines.first { $0.id == line.id } }
      return ScorecardLine.folded(lines.filter { !$0.isPart(of: "pathways") }).first {
        $0.label == line.label
      }
    }
    guard let now = find(after), now.total > 0 else { return "not counted over both" }
    guard let then = find(before), then.total > 0 else { return "not counted then" }
    func words(_ line: ScorecardLine) -> String {
      "\(Wording.number(line.count)) of \(Wording.number(line.total))"
    }
    if then.count == now.count, then.total == now.total { return "no change: \(words(now))" }
    let by = now.count - then.count
    let sign = by > 0 ? "+" : by == 0 ? "±" : ""
    let old = then.total == now.total ? Wording.number(then.count) : words(then)
    return "\(sign)\(Wording.number(by)): \(old) → \(words(now))"
  }
}
