import LiaisonGaps
import LiaisonModel
import Testing

@Suite("What got better and worse, in names")
struct ChangeSummaryTests {
  /// A desk that refers men in forced labour and all others apart, so that there are two classes of cases.
  private func report(_ relations: String) throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: Cases
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [{id: coast, name: Coast}]
      organizations:
        - {id: desk, name: Help Desk, groups: [adult.male], entry_point: {groups: [adult.male]}}
        - {id: labour, name: Labour Desk, cases: [labour]}
        - {id: refuge, name: Refuge, services: [{id: beds, type: shelter.emergency, groups: [adult.male]}]}
      relations: \(relations)
      """,
      "- {id: ways, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}"
    )
  }

  @Test("A need is counted once for each class of cases, as the figures and the closures count it")
  func needs() throws {
    let before = try report("[]")
    let after = try report("[{from: desk, to: refuge, kind: refers_to}]")
    let pathways = try #require(after.scorecard.first)
    #expect(pathways.count == 2 && pathways.total == 2)
    #expect(ClosureRanking(after).needs == 2)
    let ledger = GapLedger(before: before.findings, after: after.findings)
    let summary = ChangeSummary(
      before: before, after: after, ledger: ledger, natures: [:], endings: [:])
    #expect(
      summary.sentences(since: nil).first
        == "Better: two needs are newly met, emergency shelter for men in Coast.")
  }
}
