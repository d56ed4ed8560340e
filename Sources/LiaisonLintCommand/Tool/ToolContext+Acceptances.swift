import LiaisonFiles
import LiaisonGaps
import LiaisonLint
import LiaisonModel

extension ToolContext {
  /// Reports of one network that call an acceptance stale only where none of them finds what it accepts,
  /// and lint does not either.
  ///
  /// - Parameters:
  ///   - reports: the network judged against one standard each, as a whole.
  ///   - document: its document.
  /// - Complexity: that of linting, only where something is stale in one of them.
  func settled(_ reports: [GapReport], of document: NetworkDocument) -> [GapReport] {
    guard reports.contains(where: { !$0.staleAcceptances.isEmpty }) else { return reports }
    var bare = document
    bare.accepted = []
    let linted = LintEngine(rules: catalog[Rules.self]).lint(
      bare, vocabulary: .shipped.extended(by: document.vocabulary))
    let judged = reports.flatMap { $0.findings + $0.questions + $0.accepted }
    let found = Set((linted + judged).map(\.id))
    return reports.map { report in
      var report = report
      report.note(foundElsewhere: found)
      return report
    }
  }
}
