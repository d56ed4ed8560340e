import LiaisonFiles
import LiaisonGaps
import LiaisonLintCommand
import LiaisonModel
import LiaisonReports

/// The older state that `report --since` names: a file, a folder, or a git revision with a path.
struct EarlierState {
  /// What was named, for messages.
  let path: String
  private let document: NetworkDocument
  private let newer: NetworkDocument
  private let date: CalendarDate
  private let label: TrafficLight

  /// Reads it; an organization under a new id in the newer one is the same where it says
  /// `formerly: [old-id]`.
  ///
  /// - Throws: where it cannot be read or states no date; `wouldLeak` where it may not be told to the
  ///   audience; `badData` where the two list no organization in common.
  init(
    _ path: String, of newer: NetworkDocument, for audience: TrafficLight?, in context: ToolContext
  ) throws {
    var document = try GitRevision.document(at: path)
    try context.requireReadable(document)
    document = document.renamed(newer.renamings(since: document))
    let network = try context.resolve(document)
    guard let date = network.header.asOf else {
      throw GapError(
        .missingDate,
        "Each state is judged at its own date: write `as_of: YYYY-MM-DD` in the header of \(path).")
    }
    if let audience, audience < network.gapLabel {
      throw FileError(
        .wouldLeak, "the older state may not be told to \(audience.label)", path: path,
        hint: "leave out --since, or write for an audience that may read both")
    }
    let ids = [document, newer].map { Set($0.organizations.compactMap(\.id.value)) }
    guard !ids[0].isDisjoint(with: ids[1]) else {
      throw FileError(
        .badData, "lists no organization that the report is about", path: path,
        hint: "name an earlier state of the same network")
    }
    self.path = path
    self.document = document
    self.newer = newer
    self.date = date
    label = network.header.tlp
  }

  /// The figures of both states, over the organizations that both list.
  ///
  /// - Parameters:
  ///   - reports: what came of the newer one, in the order of the standards.
  ///   - standards: what both are judged against.
  ///   - kinds: the kinds of expectation that are known.
  func compared(
    with reports: [GapReport], against standards: [Standard], kinds: [any ExpectationKind],
    in context: ToolContext
  ) throws -> Report.Earlier {
    let common = try CommonBoundary(document, newer)
    let before = try context.resolve(common?.before ?? document)
    let after = try common.map { try context.resolve($0.after) }
    let figures = try zip(standards, reports).map { standard, report in
      let options = GapAnalysis.Options(kinds: kinds)
      let old = try GapAnalysis.run(before, against: standard, asOf: date, options: options)
      let new = try after.map {
        try GapAnalysis.run($0, against: standard, asOf: report.asOf, options: options)
      }
      return Report.Earlier.Figures(
        before: old.scorecard, after: new?.scorecard ?? report.scorecard)
    }
    return Report.Earlier(
      date: date, label: label, common: common?.organizations, figures: figures)
  }
}
