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
  /// The nature of what has opened, or worsened otherwise than by more people getting that far, by the
  /// findings' ids.
  let natures: [String: ChangeNature]
  /// How what has closed or eased has ended, by the earlier findings' ids.
  let endings: [String: ChangeEnding]
  /// What got better and what got worse, in a few sentences.
  let summary: [String]
  /// Whether the summary says of something that it got worse: what is newly known, about what was not there
  /// before, or grown as more people get that far, makes nothing worse.
  let isWorse: Bool
  let figures: [Figure]
  /// The questions that are new, in their order, and how many need no answer any more.
  let questions: (new: [Finding], answered: Int)
  let structure: StructuralChange
  let measures: CommonMeasures

  /// - Parameters:
  ///   - common: both, judged over the organizations that both list; nil where these are all.
  ///   - judged: judges a document on a day, as both were.
  /// - Throws: what `judged` throws.
  init(
    _ before: Side, _ after: Side,
    common: (organizations: Int, before: GapReport, after: GapReport)? = nil,
    judged: (NetworkDocument, CalendarDate) throws -> GapReport
  ) throws {
    self.before = before
    self.after = after
    self.common = common.map {
      Common(organizations: $0.organizations, figures: Self.figures($0.before, $0.after))
    }
    ledger = GapLedger(
      before: before.report.findings + before.report.accepted, after: after.report.findings,
      accepted: after.report.accepted)
    var judge = ChangeNatures(
      before: before.report, after: after.report,
      withoutNewcomers: try after.withoutNewcomers(since: before).map {
        try judged($0, after.report.asOf)
      })
    var back = ChangeEndings(
      before: before.report, after: after.report,
      withoutLeavers: try before.withoutNewcomers(since: after).map {
        try judged($0, before.report.asOf)
      })
    grown = Set(ledger.entries.filter { judge.isGrown($0) }.compactMap { $0.finding?.id })
    var natures: [String: ChangeNature] = [:]
    for entry in ledger.entries {
      guard let id = entry.after?.id, !grown.contains(id) else { continue }
      natures[id] = judge.nature(of: entry)
    }
    self.natures = natures
    var endings: [String: ChangeEnding] = [:]
    for entry in ledger.entries {
      if let id = entry.before?.id { endings[id] = back.ending(of: entry) }
    }
    self.endings = endings
    let since = before.report.asOf == after.report.asOf ? nil : before.report.asOf
    let changes = ChangeSummary(
      before: before.report, after: after.report, ledger: ledger, natures: natures,
      endings: endings)
    summary = changes.sentences(since: since)
    isWorse = changes.isWorse
    figures = Self.figures(before.report, after.report)
    let asked = Set(before.report.questions.map(\.id))
    let open = Set(after.report.questions.map(\.id))
    questions = (
      after.report.questions.filter { !asked.contains($0.id) }, asked.subtracting(open).count
    )
    structure = StructuralChange(before.document, after.document)
    measures = CommonMeasures(before.network, before.report.asOf, after.network, after.report.asOf)
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

  /// The entries of a state, or what has opened or worsened of a nature, as they are read: findings alike in
  /// all but a group, area or service joined.
  func folds(_ part: Part) -> [FindingFold] {
    let entries = ledger.entries.filter { entry in
      switch part {
      case .state(let state):
        return entry.state == state && entry.before.flatMap { endings[$0.id] } == .mended
      case .nature(let nature): return entry.after.flatMap { natures[$0.id] } == nature
      case .ending(let ending): return entry.before.flatMap { endings[$0.id] } == ending
      case .grown: return entry.finding.map { grown.contains($0.id) } ?? false
      }
    }
    switch part {
    case .state(.closed), .ending: return before.report.folded(entries.compactMap(\.before))
    case .state, .nature, .grown: return after.report.folded(entries.compactMap(\.after))
    }
  }

  /// What is told under one heading.
  enum Part: Equatable {
    /// What is mended, whole or in part.
    case state(GapLedger.State)
    /// What has closed or eased in another way.
    case ending(ChangeEnding)
    case nature(ChangeNature)
    /// What has worsened only as more people get that far.
    case grown
  }
}
