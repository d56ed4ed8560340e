import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// Closure rankings as JSON, in a form that stays: keys are added, never renamed or removed.
///
/// ```json
/// {"liaison_closures": 1, "network": "…", "as_of": "2025-06-30", "tlp": "AMBER",
///  "reports": [
///    {"standard": "four-pillars", "pathways": 1805, "needs": 300, "organizations": 35, "tried": 35,
///     "tried_in_pairs": 35, "refused": null,
///     "closures": [{"organizations": ["insaf"], "pathways": 396, "needs": 36, "own": 0}],
///     "pairs": [{"organizations": ["a", "b"], "pathways": 12, "needs": 0}]}]}
/// ```
///
/// `pathways` of a closure are those of people met elsewhere, `own` those that start there; of a pair,
/// what neither closure cuts alone. Where too many of those asked stayed silent `refused` says so, and both
/// lists are empty.
struct ClosureJSON {
  let reports: [(report: GapReport, ranking: ClosureRanking)]
  let network: StakeholderNetwork

  var bytes: [UInt8] {
    JSONValue.object([
      .init("liaison_closures", 1), .init("network", .string(network.header.title)),
      .init("as_of", .optional(reports.first?.report.asOf.description)),
      .init("tlp", .string(network.gapLabel.code)),
      .init("reports", .array(reports.map { json($0.report, $0.ranking) })),
    ]).bytes()
  }

  private func json(_ report: GapReport, _ ranking: ClosureRanking) -> JSONValue {
    func row(_ row: ClosureRanking.Row, own: Bool) -> JSONValue {
      var members: [JSONValue.Member] = [
        .init("organizations", .strings(row.organizations.map { network.organizations[$0].id })),
        .init("pathways", .int(row.loss.pathways)), .init("needs", .int(row.loss.needs)),
      ]
      if own { members.append(.init("own", .int(row.loss.own))) }
      return .object(members)
    }
    let refusal = report.rankingRefusal
    return .object([
      .init("standard", .string(report.standard)), .init("pathways", .int(ranking.pathways)),
      .init("needs", .int(ranking.needs)), .init("organizations", .int(ranking.organizations)),
      .init("tried", .int(ranking.tried)), .init("tried_in_pairs", .int(ranking.triedInPairs)),
      .init("refused", .optional(refusal)),
      .init("closures", .array((refusal == nil ? ranking.rows : []).map { row($0, own: true) })),
      .init("pairs", .array((refusal == nil ? ranking.pairs : []).map { row($0, own: false) })),
    ])
  }
}
