import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Dead ends, worked by hand")
struct DeadEndKindTests {
  func report(
    services: String = "[{id: a, type: legal_counsel}]", answered: String = "2025-05-01",
    relations: String = "", boundary: String = "boundary: {rule: all}"
  ) throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: An end
      \(boundary)
      areas: [{id: east, name: East District}]
      organizations:
        - {id: police, name: Provincial Police, areas: [east]}
        - {id: desk, name: Help Desk, areas: [east]}
        - {id: bar, name: Bar Association, areas: [east], answered: \(answered), services: \(services)}
      relations:
        - {id: r1, from: police, to: bar, kind: refers_to, services: [shelter.emergency]}
        - {id: r2, from: desk, to: bar, kind: refers_to}
      \(relations)
      """,
      "- {id: ends, kind: dead_end, severity: warning, citation: ours}")
  }

  @Test("Those sent for shelter to lawyers who refer nobody on")
  func found() throws {
    let report = try report()
    // The Help Desk does not say what for, and is met by any service.
    #expect(
      report.findings.map(\.sentence) == [
        "No way on is recorded for people whom Provincial Police sends to the Bar Association for "
          + "emergency shelter: it offers legal counsel, and no onward referral of it is recorded."
      ])
    #expect(report.findings.first?.subjects.map(\.id) == ["police", "bar"])
  }

  @Test("A referral onward, or a service that matches, is a way on")
  func wayOn() throws {
    let onward = "  - {from: bar, to: police, kind: refers_to}"
    #expect(try report(relations: onward).findings.isEmpty)
    #expect(try report(services: "[{id: a, type: shelter.emergency}]").findings.isEmpty)
  }

  @Test("A service that has ended is no match")
  func ended() throws {
    let report = try report(services: "[{id: a, type: shelter.emergency, status: ended}]")
    #expect(
      report.findings.map(\.sentence) == [
        "No way on is recorded for people whom Provincial Police sends to the Bar Association for "
          + "emergency shelter: none of its services is in force."
      ])
  }

  @Test("Without stated services, without an answer or a boundary it is a question")
  func questions() throws {
    let unstated = try report(services: "[]")
    #expect(
      unstated.questions.map(\.sentence) == [
        "What does the Bar Association offer to people whom Provincial Police and the Help Desk send "
          + "there? No service and no onward referral of it is recorded."
      ])
    for report in [try report(answered: "no"), try report(boundary: "")] {
      #expect(report.findings.isEmpty)
      #expect(
        report.questions.map(\.sentence) == [
          "Where do people go whom Provincial Police sends to the Bar Association for emergency "
            + "shelter? No way on is recorded: it offers legal counsel, and no onward referral of it "
            + "is recorded."
        ])
    }
  }

  @Test(
    "What is denied is no referral, nor is one to somebody no longer there; a dormant one is asked about"
  )
  func unsure() throws {
    let denied = "  - {from: bar, to: police, kind: refers_to, evidence: [{source: s, answer: no}]}"
    #expect(try report(relations: denied).findings.count == 1)
    let network = """
      liaison: 1
      title: An end
      boundary: {rule: all}
      organizations:
        - {id: police, name: Provincial Police}
        - {id: bar, name: Bar Association, services: [{id: a, type: legal_counsel}]}
      relations:
        - {from: police, to: bar, kind: refers_to, services: [shelter.emergency], status: active}
      """
    let ends = "- {id: ends, kind: dead_end, severity: warning, citation: ours}"
    #expect(try Written.report(network, ends).findings.count == 1)
    let dormant = try Written.report(network.replacing("active", with: "dormant"), ends)
    #expect(dormant.findings.isEmpty)
    #expect(dormant.questions.map(\.key) == [["bar"]])
    let gone = try Written.report(
      network.replacing("Bar Association,", with: "Bar Association, status: defunct,"), ends)
    #expect(gone.findings.isEmpty && gone.questions.isEmpty)
  }
}
