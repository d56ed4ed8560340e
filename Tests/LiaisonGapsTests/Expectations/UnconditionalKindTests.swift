import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Unconditional access, worked by hand")
struct UnconditionalKindTests {
  static let expectation =
    "- {id: free, kind: unconditional, services: [shelter.emergency], severity: warning, "
    + "citation: ours}"

  @Test("Shelter for women is recorded only through the police")
  func found() throws {
    let report = try Written.report(Written.province, Self.expectation)
    // The police station is asked about nothing: who arrives there has met the police already.
    #expect(
      report.findings.map(\.sentence) == [
        "Emergency shelter is recorded only through law enforcement agencies for women in North "
          + "District in forced labour who arrive at the Labour Inspectorate: from the Labour "
          + "Inspectorate through Provincial Police to the Women's Shelter."
      ])
    #expect(report.findings.first?.cells == 1)
    let line = try #require(report.scorecard.first)
    #expect(line.label == "pathways reached without law enforcement agencies")
    #expect(line.count == 0 && line.total == 1 && line.upper == 0)
  }

  @Test("A way around the police, sure or not")
  func around() throws {
    let way = "\n  - {from: labour-inspectorate, to: dar-ul-aman, kind: refers_to}"
    #expect(try Written.report(Written.province + way, Self.expectation).findings.isEmpty)
    let doubt = try Written.report(
      Written.province
        + "\n  - {from: labour-inspectorate, to: dar-ul-aman, kind: refers_to, status: dormant}",
      Self.expectation)
    #expect(doubt.findings.isEmpty)
    #expect(
      doubt.questions.map(\.sentence) == [
        "Is there a sure way to emergency shelter without law enforcement agencies for women in "
          + "North District in forced labour who arrive at the Labour Inspectorate? It rests on what "
          + "is not known."
      ])
  }

  @Test("Police who provide the service themselves are no place in between")
  func provider() throws {
    let report = try Written.report(
      Written.province + "\n  - {from: labour-inspectorate, to: police, kind: hands_over_to}",
      "- {id: free, kind: unconditional, services: [investigation], severity: warning, citation: o}"
    )
    #expect(report.findings.isEmpty)
  }

  @Test("On Samundar emergency care is conditional on the police where nobody else refers to it")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(),
      against: Written.standard(
        "- {id: free, kind: unconditional, services: [health.emergency], severity: warning, "
          + "citation: ours}"))
    #expect(report.findings.count == 1)
    #expect(
      report.findings.first?.sentence.hasPrefix(
        "Emergency health care is recorded only through law enforcement agencies or border and "
          + "immigration services for anyone in North and Valley District who arrive at the Roshni "
          + "Helpline: from the Roshni Helpline through Provincial Police and the North Police "
          + "Station to the North District Hospital.") == true)
  }
}
