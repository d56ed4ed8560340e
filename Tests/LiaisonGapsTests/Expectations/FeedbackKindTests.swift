import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Feedback, worked by hand")
struct FeedbackKindTests {
  static func network(_ relations: String) -> String {
    """
    liaison: 1
    title: Feedback
    boundary: {rule: all}
    organizations:
      - {id: a, name: Alpha}
      - {id: b, name: Beta}
      - {id: c, name: Gamma}
    relations:
    \(relations)
    """
  }

  static func expectation(_ minimum: String = "0.75") -> String {
    """
    - id: feedback
      kind: feedback
      families: [referral]
      min: \(minimum)
      severity: warning
      citation: ours
    """
  }

  func report(_ relations: String, minimum: String = "0.75") throws -> GapReport {
    try Written.report(Self.network(relations), Self.expectation(minimum))
  }

  static let relations = """
      - {from: a, to: b, kind: refers_to, feedback: systematic}
      - {from: b, to: c, kind: refers_to, feedback: ad_hoc}
      - {from: c, to: a, kind: refers_to}
      - {from: a, to: c, kind: gives_feedback_to}
      - {from: a, to: c, kind: refers_to, feedback: none}
      - {from: b, to: a, kind: refers_to}
      - {from: c, to: b, kind: escalates_to, feedback: none, valid_until: 2020-01-01}
    """

  @Test(
    "Three of four that state it, one of them by a relation back; one says nothing; one is over")
  func share() throws {
    let report = try report(Self.relations)
    let figure = try #require(report.scorecard.first)
    #expect([figure.count, figure.total] == [3, 4])
    #expect(figure.note == "1 more do not state it")
    #expect(figure.percent == nil)
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Is there feedback on the referral of Beta to Alpha? Nothing is recorded."
      ])
  }

  @Test(
    "Which referrals never report back: two in one direction are one line, one that is over is none"
  )
  func account() throws {
    let network = try Written.network(
      Self.network(
        Self.relations + "\n  - {id: again, from: a, to: c, kind: refers_to, feedback: none}"))
    let report = try GapAnalysis.run(
      network, against: Written.standard(Self.expectation()), asOf: Written.date,
      options: GapAnalysis.Options(givesAccounts: true))
    let account = try #require(report.accounts.first)
    #expect(account.title == "Which referrals never report back")
    #expect(account.rows.map(\.sentence) == ["Alpha to Gamma."])
    #expect(account.rows[0].subjects.map(\.id) == ["again", "a refers_to c", "a", "c"])
  }

  @Test("Below the share asked for it is one finding, which names those without")
  func tooFew() throws {
    let report = try report(Self.relations, minimum: "0.9")
    #expect(
      report.findings.map(\.sentence) == [
        "Feedback is recorded on 3 of 4 referrals that state it, where the standard asks for 4; "
          + "there is none on the referrals of Alpha to Gamma."
      ])
    #expect(report.findings.first?.value == 0.75)
    #expect(report.findings.first?.threshold == 0.9)
  }

  @Test("Where no referral states it, nothing is judged, and all are asked about")
  func nothingStated() throws {
    let report = try report("  - {from: a, to: b, kind: refers_to}")
    #expect(report.findings.isEmpty)
    #expect(report.questions.count == 1)
    #expect(
      report.scope.notJudged == ["feedback: no referral states whether there is feedback."])
  }

  @Test(
    "A share is from 0 to 1",
    arguments: ["75", "-1", "many"])
  func refused(_ minimum: String) throws {
    #expect(throws: GapError.self) { try report("", minimum: minimum) }
  }

  @Test("What is denied counts on neither side, nor a referral to somebody no longer there")
  func notThere() throws {
    let relations = """
        - {from: a, to: b, kind: refers_to, feedback: systematic}
        - {from: b, to: c, kind: refers_to, feedback: none, evidence: [{source: s, answer: no}]}
        - {from: c, to: a, kind: refers_to, feedback: none}
        - {from: a, to: c, kind: gives_feedback_to, evidence: [{source: s, reporter: to, answer: no}]}
      """
    let lines = try report(relations).scorecard
    #expect(lines.map(\.count) == [1] && lines.map(\.total) == [2])
    let gone = try Written.report(
      Self.network(relations).replacing("Gamma}", with: "Gamma, status: defunct}"),
      Self.expectation())
    #expect(gone.scorecard.map(\.count) == [1] && gone.scorecard.map(\.total) == [1])
  }
}
