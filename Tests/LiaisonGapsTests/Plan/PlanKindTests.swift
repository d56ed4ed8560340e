import LiaisonGaps
import LiaisonModel
import Testing

@Suite("A plan, worked by hand")
struct PlanKindTests {
  static let expectation =
    "- {id: plan, kind: plan, max_leads: 2, severity: warning, citation: ours}"

  /// Five organizations, one of them a unit of the police, with the activities given.
  static func network(
    _ activities: String, boundary: String = "boundary: {rule: all}", status: String = "active"
  ) -> String {
    """
    liaison: 1
    title: A plan
    as_of: 2025-06-30
    \(boundary)
    organizations:
      - {id: police, name: Provincial Police}
      - {id: police-north, name: North Police Station, parent: police}
      - {id: inspectorate, name: Labour Inspectorate, status: \(status)}
      - {id: union, name: Workers' Federation}
      - {id: refuge, name: Men's Refuge}
      - {id: silent, name: Harbour Agency, answered: no}
    relations:
      - {from: police-north, to: inspectorate, kind: refers_to}
      - {from: union, to: police, kind: trains}
      - {from: refuge, to: police, kind: works_with, status: dormant}
    activities:
    \(activities)
    """
  }

  @Test("Of four pairs one works together, one is not sure, one is missing, one rests on silence")
  func pairs() throws {
    // police × {inspectorate, union, refuge, silent}: a station's referral is the police's own;
    // training is no cooperation; what is dormant is not sure; who is silent may know of a tie.
    let report = try Written.report(
      Self.network(
        """
          - {id: a1, title: Joint inspections, leads: [police], supports: [inspectorate, union, refuge, silent, police-north]}
        """), Self.expectation)
    let figure = try #require(report.scorecard.first { $0.id == "plan/plan" })
    #expect(figure.count == 1)
    #expect(figure.total == 4)
    #expect(figure.upper == 3)
    #expect(
      report.findings.map(\.sentence) == [
        "No cooperation is recorded between Provincial Police and the Workers' Federation, and the "
          + "plan needs it for “Joint inspections” (a1). That the Workers' Federation trains Provincial "
          + "Police does not count as cooperation, which is referrals, information and joint work."
      ])
    #expect(
      report.findings[0].evidence == [
        "Beside it is recorded: the Workers' Federation trains Provincial Police."
      ])
    #expect(report.findings[0].subjects.map(\.id) == ["a1", "police", "union"])
    #expect(
      report.questions.map(\.sentence).sorted() == [
        "Do Provincial Police and the Harbour Agency work together? The plan needs it for “Joint "
          + "inspections” (a1), and no cooperation is recorded.",
        "Do Provincial Police and the Men's Refuge still work together? “Joint inspections” (a1) "
          + "needs it, and what is recorded leaves it open.",
      ])
  }

  @Test(
    "An activity asks its leads to work with the leads of those it depends on, not their helpers")
  func depends() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: a1, title: First, leads: [union], supports: [police]}
          - {id: a2, title: Second, leads: [inspectorate], depends_on: [a1]}
        """), Self.expectation)
    // a1: union with police. a2: inspectorate with union. Neither is recorded.
    #expect(
      report.findings.map(\.key) == [["inspectorate", "union"], ["police", "union"]])
  }

  @Test("What is done or cancelled asks for nothing, in itself or as what another rests on")
  func closed() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: a1, title: First, leads: [union], supports: [police], status: done}
          - {id: a2, title: Second, leads: [], status: cancelled}
          - {id: a3, title: Third, leads: [inspectorate], depends_on: [a1]}
        """), Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(report.scorecard.first { $0.id == "plan/plan" }?.total == 0)
  }

  @Test(
    "An activity without a lead is told; two of them read as one sentence and stay two findings")
  func leads() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: a1, title: Reporting guide, supports: [union]}
          - {id: a2, title: Yearly review, supports: [union]}
        """), Self.expectation)
    #expect(report.findings.map(\.key) == [["a1", "lead"], ["a2", "lead"]])
    #expect(
      report.folded(report.findings).map(\.finding.sentence) == [
        "No lead is recorded for “Reporting guide” (a1) and “Yearly review” (a2)."
      ])
  }

  @Test("A lead that has ended is told, one that is dormant is asked about")
  func ended() throws {
    let activities =
      "  - {id: a1, title: Joint inspections, leads: [inspectorate], supports: [union]}"
    let gone = try Written.report(Self.network(activities, status: "ended"), Self.expectation)
    #expect(
      gone.findings.map(\.sentence) == [
        "No lead in force is recorded for “Joint inspections” (a1): the Labour Inspectorate is "
          + "recorded as no longer active."
      ])
    let unsure = try Written.report(Self.network(activities, status: "dormant"), Self.expectation)
    // Whether anybody must work with it is as open as whether it is there.
    #expect(unsure.findings.isEmpty)
    #expect(
      Set(unsure.questions.map(\.key)) == [
        ["a1", "lead", "question"], ["inspectorate", "union", "question"],
      ])
    #expect(unsure.scorecard.first { $0.id == "plan/plan" }?.upper == 1)
  }

  @Test("Who is no longer there leads nothing too much")
  func endedLead() throws {
    let activities = (1...3).map { "  - {id: a\($0), title: A, leads: [inspectorate]}" }
      .joined(separator: "\n")
    func keys(_ status: String) throws -> [[String]] {
      try Written.report(Self.network(activities, status: status), Self.expectation)
        .findings.map(\.key)
    }
    #expect(try keys("active") == [["inspectorate", "leads"]])
    #expect(try keys("ended") == [["a1", "lead"], ["a2", "lead"], ["a3", "lead"]])
  }

  @Test("Who leads more than the standard allows is told, its units counted with it")
  func overload() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: a1, title: First, leads: [police]}
          - {id: a2, title: Second, leads: [police-north]}
          - {id: a3, title: Third, leads: [police, police-north]}
        """), Self.expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "Provincial Police is recorded as lead of three activities, where the standard asks for two "
          + "at most: a1, a2 and a3."
      ])
    #expect(report.findings[0].value == 3)
    #expect(report.findings[0].threshold == 2)
  }

  @Test("Without a boundary every absence is a question")
  func open() throws {
    let report = try Written.report(
      Self.network(
        """
          - {id: a1, title: Joint inspections, leads: [police], supports: [union]}
          - {id: a2, title: Reporting guide}
        """, boundary: ""), Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence).sorted() == [
        "Do Provincial Police and the Workers' Federation work together? The plan needs it for "
          + "“Joint inspections” (a1), and no cooperation is recorded.",
        "Who leads “Reporting guide” (a2)? Nobody is recorded.",
      ])
    let figure = try #require(report.scorecard.first { $0.id == "plan/plan" })
    #expect(figure.upper == figure.total)
  }

  @Test("Without activities nothing is judged, and that is said")
  func none() throws {
    let report = try Written.report(
      Self.network("  []").replacing("activities:\n  []", with: "activities: []"), Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(report.scope.notJudged == ["plan: no activity still to be delivered is recorded."])
  }

  @Test(
    "A most of leads that is no whole number from 1 is refused", arguments: ["0", "1.5", "many"])
  func refused(_ most: String) throws {
    let expectation = Self.expectation.replacing("max_leads: 2", with: "max_leads: \(most)")
    #expect(throws: GapError.self) {
      try Written.report(Self.network("  - {id: a1, leads: [police]}"), expectation)
    }
  }
}
