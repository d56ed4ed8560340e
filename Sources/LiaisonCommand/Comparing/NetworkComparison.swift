import LiaisonGaps
import LiaisonModel

/// Two networks against one standard: what became of the findings, the figures and the network.
struct NetworkComparison {
  /// One of the two.
  struct Side {
    var document: NetworkDocument
    var network: StakeholderNetwork
    var report: GapReport
  }

  /// A headline figure in both.
  struct Figure: Equatable {
    var id: String
    var label: String
    var before: ScorecardLine?
    var after: ScorecardLine?
    var hasMoved: Bool {
      before?.count != after?.count || before?.total != after?.total
        || before?.upper != after?.upper
    }
  }

  /// The figures over the organizations that both list, where either lists others besides.
  struct Common {
    var organizations: Int
    var figures: [Figure]
  }

  let before: Side
  let after: Side
  let common: Common?
  let ledger: GapLedger
  /// The ids of findings that have worsened by their count, and only as more people get that far.
  let grown: Set<String>
  let figures: [Figure]
  /// Questions that are new, and those that need no answer any more.
  let questions: (new: Int, answered: Int)
  let structure: StructuralChange
  let measures: CommonMeasures

  /// - Parameter common: both, judged over the organizations that both list; nil where these are all.
  init(
    _ before: Side, _ after: Side,
    common: (organizations: Int, before: GapReport, after: GapReport)? = nil
  ) {
    self.before = before
    self.after = after
    self.common = common.map {
      Common(organizations: $0.organizations, figures: Self.figures($0.before, $0.after))
    }
    ledger = GapLedger(
      before: before.report.findings + before.report.accepted, after: after.report.findings,
      accepted: after.report.accepted)
    let more = ledger.entries(.worsened)
    let new = more.isEmpty ? nil : NewPathways(before: before.report, after: after.report)
    grown = Set(more.filter { new?.explain($0) ?? false }.compactMap { $0.finding?.id })
    figures = Self.figures(before.report, after.report)
    let asked = Set(before.report.questions.map(\.id))
    let open = Set(after.report.questions.map(\.id))
    questions = (open.subtracting(asked).count, asked.subtracting(open).count)
    structure = StructuralChange(before.document, after.document)
    measures = CommonMeasures(before.network, before.report.asOf, after.network, after.report.asOf)
  }

  /// Whether anything has opened, or worsened otherwise than by more people getting that far.
  var isWorse: Bool {
    ledger.entries.contains { entry in
      entry.state == .opened
        || entry.state == .worsened && !(entry.finding.map { grown.contains($0.id) } ?? false)
    }
  }

  /// The headline figures of either report in both.
  private static func figures(_ before: GapReport, _ after: GapReport) -> [Figure] {
    let old = before.headlines
    let new = after.headlines
    var figures = new.map { line in
      Figure(
        id: line.id, label: line.label, before: old.first { $0.id == line.id }, after: line)
    }
    for line in old where !new.contains(where: { $0.id == line.id }) {
      // A figure leaves the headlines when all is reached; the whole scorecard still has it.
      figures.append(
        Figure(
          id: line.id, label: line.label, before: line,
          after: after.scorecard.first { $0.id == line.id }))
    }
    for index in figures.indices where figures[index].before == nil {
      figures[index].before = before.scorecard.first { $0.id == figures[index].id }
    }
    return figures
  }

  /// The entries of a state as they are read, findings alike in all but a group, area or service
  /// joined.
  ///
  /// - Parameter isGrown: of those that have worsened: those that only more people reach, or the others.
  func folds(_ state: GapLedger.State, isGrown: Bool = false) -> [FindingFold] {
    let entries = ledger.entries(state).filter { entry in
      (entry.finding.map { grown.contains($0.id) } ?? false) == isGrown
    }
    let report = state == .closed ? before.report : after.report
    return report.folded(entries.compactMap(\.finding))
  }
}
