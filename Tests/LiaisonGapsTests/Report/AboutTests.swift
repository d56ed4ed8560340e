import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

@Suite("A report about one topic")
struct AboutTests {
  func report() throws -> GapReport {
    try GapAnalysis.run(
      Written.samundar(), against: try #require(ShippedData.standard("four-pillars")),
      options: GapAnalysis.Options(givesAccounts: true))
  }

  @Test("A kind keeps its own findings, questions, figures and accounts, and no others")
  func kind() throws {
    let whole = try report()
    let plan = try whole.about(["plan"])
    let own = whole.findings.filter { $0.rule == "four-pillars/plan" }
    #expect(!own.isEmpty)
    #expect(plan.findings == own)
    #expect(plan.questions.allSatisfy { $0.rule == "four-pillars/plan" })
    #expect(plan.scorecard.map(\.id) == ["plan/plan"])
    #expect(plan.accounts.map(\.expectation) == ["plan"])
    #expect(plan.sections.filter(\.isAsked).map(\.question) == [.agreed])
  }

  @Test("A question keeps all that answers it")
  func question() throws {
    let whole = try report()
    let missing = try whole.about(["missing"])
    #expect(missing.findings == whole.sections[0].findings)
    let both = try whole.about(["missing", "pathway"])
    #expect(both.scorecard.contains { $0.id == "pathways" })
    #expect(!missing.scorecard.contains { $0.id == "pathways" })
  }

  @Test("What would decide pathways is asked where the report is about pathways or coverage")
  func doubts() throws {
    let whole = try report()
    let deciding = Set(["service", "relation", "silent"].map { "four-pillars/\($0)" })
    let all = whole.questions.filter { deciding.contains($0.rule) && $0.cells > 0 }
    #expect(all.count > 5)
    #expect(try whole.about(["pathway"]).questions.filter { deciding.contains($0.rule) } == all)
    // One expectation of pathways has those that bear on what it asks about.
    let support = try whole.about(["pathway-support"]).questions
    #expect(!support.isEmpty && support.count < all.count)
    // Of coverage, those about providers; of plans, none.
    let coverage = try whole.about(["coverage"]).questions.filter { deciding.contains($0.rule) }
    #expect(!coverage.isEmpty && coverage.allSatisfy { $0.rule == "four-pillars/service" })
    #expect(try whole.about(["plan"]).questions.allSatisfy { !deciding.contains($0.rule) })
  }

  @Test("Who must talk to whom for activity 3.2, and do they: both pairs are recorded")
  func activity() throws {
    let report = try report().about(["pap-3.2"])
    #expect(report.findings.isEmpty)
    let briefing = GapBriefing(report)
    #expect(
      briefing.accounts.flatMap(\.lines) == [
        "“Joint inspections of kilns” (pap-3.2), due on 2025-12-31: the Labour Inspectorate with "
          + "Provincial Police and the Workers' Federation (recorded)."
      ])
  }

  @Test("An expectation by its id: the neutral cells, of which nothing is asked")
  func expectation() throws {
    let report = try report().about(["cooperation-neutral"])
    #expect(report.findings.isEmpty && report.questions.isEmpty && report.scorecard.isEmpty)
    #expect(report.accounts.map(\.expectation) == ["cooperation-neutral"])
    #expect(report.accounts[0].rows.count == 14)
    #expect(
      report.accounts[0].rows[0].sentence
        == "Cooperation between hotline operators and prosecution services (neutral): none recorded."
    )
  }

  @Test("What nothing is about is refused, with the nearest word")
  func unknown() throws {
    let report = try report()
    let error = #expect(throws: GapError.self) { try report.about(["plam"]) }
    #expect(error?.code == .unknownTopic)
    #expect(error?.message.contains("Did you mean “plan”?") == true)
  }

  @Test("A whole report keeps its accounts out of the briefing")
  func whole() throws {
    #expect(GapBriefing(try report()).accounts.isEmpty)
  }
}
