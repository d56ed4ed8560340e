import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Duplication, worked by hand")
struct DuplicationKindTests {
  func report(_ relations: String = "", boundary: String = "boundary: {rule: all}") throws
    -> GapReport
  {
    try Written.report(
      """
      liaison: 1
      title: Two numbers
      \(boundary)
      assume: {groups: any, cases: any}
      areas: [{id: east, name: East District}, {id: west, name: West District}]
      organizations:
        - {id: a, name: Dawn Helpline, areas: [east, west], units_refer: yes, services: [{id: h, type: hotline}]}
        - {id: a-east, name: Dawn East, parent: a, services: [{id: h, type: hotline}]}
        - {id: b, name: Light Helpline, areas: [east], services: [{id: h, type: hotline}]}
        - {id: c, name: Hope Helpline, areas: [west=unknown], services: [{id: h, type: hotline}]}
      relations:
        - {from: a, to: b, kind: competes_with}
      \(relations)
      """,
      "- {id: twice, kind: duplication, services: [hotline], severity: info, citation: ours}")
  }

  @Test("Two certain providers of one cell without cooperation are a note")
  func found() throws {
    let report = try report()
    // Dawn and its unit count as one; whether Hope serves West is not known.
    #expect(
      report.findings.map(\.sentence) == [
        "The Dawn Helpline and the Light Helpline provide hotline advice for anyone in East "
          + "District, and no cooperation between them is recorded."
      ])
    #expect(report.findings.first?.severity == .info)
    #expect(report.findings.first?.cells == 6)
  }

  @Test(
    "A referral, shared information or joint work between them, or between their units, is a tie",
    arguments: ["refers_to", "shares_information_with", "joint_casework"])
  func tied(_ kind: String) throws {
    #expect(try report("  - {from: b, to: a-east, kind: \(kind)}").findings.isEmpty)
  }

  @Test("Where cooperation is not listed completely it is a question")
  func open() throws {
    let report = try report(boundary: "boundary: {rule: all, complete: [organizations, services]}")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Do the Dawn Helpline and the Light Helpline work together? They provide hotline advice for "
          + "anyone in East District, and no cooperation between them is recorded."
      ])
  }

  @Test("It cannot be more than a note")
  func severity() throws {
    #expect(throws: GapError.self) {
      try Written.report(
        Written.province,
        "- {id: twice, kind: duplication, services: [hotline], severity: error, citation: ours}")
    }
  }

  @Test("A tie that its side denies, or with somebody no longer there, joins nobody")
  func denied() throws {
    let tie =
      "  - {from: a, to: b, kind: refers_to, evidence: [{source: s, reporter: to, answer: no}]}"
    #expect(try report(tie).findings.count == 1)
    #expect(try report(tie.replacing("answer: no", with: "answer: yes")).findings.isEmpty)
  }

  @Test("Of who stayed silent it is asked with whom it works")
  func silent() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Three numbers
      boundary: {rule: all}
      assume: {groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - {id: a, name: Dawn Helpline, areas: [east], answered: 2025-05-01, services: [{id: h, type: hotline}]}
        - {id: b, name: Light Helpline, areas: [east], services: [{id: h, type: hotline}]}
        - {id: c, name: Hope Helpline, areas: [east], services: [{id: h, type: hotline}]}
        - {id: c-east, parent: c, name: Hope East Office, answered: no}
      """,
      "- {id: twice, kind: duplication, services: [hotline], severity: info, citation: ours}")
    #expect(
      report.findings.map(\.sentence) == [
        "The Dawn Helpline and the Light Helpline provide hotline advice for anyone in East District, and "
          + "no cooperation between them is recorded."
      ])
    #expect(
      report.questions.map(\.sentence) == [
        "Do the Dawn Helpline and the Hope Helpline work together? They provide hotline advice for anyone "
          + "in East District, and no cooperation between them is recorded. So do the Light Helpline with "
          + "the Hope Helpline. The Hope East Office was asked and did not answer."
      ])
  }
}
