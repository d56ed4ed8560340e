import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Capacity, worked by hand")
struct CapacityKindTests {
  /// The desk sends 20 women and 10 men a month; the women's house has 8 beds for 30 days, the
  /// refuge takes 12 a month.
  func report(
    women: String = "{unit: beds, maximum: 8, mean_stay_days: 30.4375}",
    men: String = "{unit: people_per_month, maximum: 12}", share: String = "1",
    boundary: String = "boundary: {rule: all}", relations: String = ""
  ) throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: Room
      \(boundary)
      assume: {groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - id: desk
          name: Help Desk
          areas: [east]
          entry_point: {groups: [adult]}
          caseload: [{groups: [adult.female], per_month: 20}, {groups: [adult.male], per_month: 10}]
        - {id: women, name: Women's House, areas: [east], services: [{id: s, type: shelter.emergency, groups: [adult.female], capacity: \(women)}]}
        - {id: men, name: Men's Refuge, areas: [east], services: [{id: s, type: shelter.emergency, groups: [adult.male], capacity: \(men)}]}
        - {id: inn, name: The Inn, areas: [east], services: [{id: s, type: shelter.emergency, capacity: {unit: beds, maximum: 5, mean_stay_days: 30.4375}}]}
      relations:
        - {from: desk, to: women, kind: refers_to}
        - {from: desk, to: men, kind: refers_to}
      \(relations)
      """,
      "- {id: room, kind: capacity, services: [shelter.emergency], share: \(share), "
        + "severity: warning, citation: ours}")
  }

  @Test("Twenty women a month and eight places: twelve are left over")
  func short() throws {
    let report = try report()
    #expect(
      report.findings.map(\.sentence) == [
        "For 12 of 20 people a month no room is recorded for emergency shelter: Women's House takes 8 "
          + "a month, and women who arrive at the Help Desk reach no other provider."
      ])
    let finding = try #require(report.findings.first)
    // Nobody is sent to the inn, which takes anyone and has five places.
    #expect(
      finding.suggestion
        == "Agree more room with Women's House, or a way to The Inn, which has room for 5 a month.")
    #expect(finding.subjects.map(\.id) == ["women"])
    #expect(
      finding.evidence.first == "Women's House: 8 beds, a mean stay of 30.4 days, 8 people a month."
    )
    let line = try #require(report.scorecard.first { $0.id == "capacity/room" })
    #expect(line.count == 18 && line.total == 30 && line.upper == 18)
  }

  @Test("A way that is not certain to a third provider counts as possible")
  func possible() throws {
    let report = try report(
      relations: "  - {from: desk, to: inn, kind: refers_to, status: dormant}")
    // Ten men fit into the refuge, so that the inn's five places are the women's: seven are left.
    #expect(
      report.findings.map(\.sentence)
        == [
          "For 7 of 20 people a month no room is recorded for emergency shelter: The Inn and Women's "
            + "House take 13 a month, and women who arrive at the Help Desk reach no other provider."
        ])
    #expect(
      report.findings.first?.suggestion == "Agree more room with one of them, or a new place.")
    let line = try #require(report.scorecard.first { $0.id == "capacity/room" })
    #expect(line.count == 18 && line.upper == 23)
  }

  @Test("Whom it concerns: groups and areas of the caseloads, folded, or all who are met there")
  func people() throws {
    func people(_ loads: String, _ room: String = "groups: [any]") throws -> [String] {
      try Written.report(
        """
        liaison: 1
        title: Room
        boundary: {rule: all}
        assume: {groups: any, cases: any}
        areas: [{id: land, name: Land}, {id: east, name: East District, within: land}, {id: west, name: West District, within: land}]
        organizations:
          - id: desk
            name: Help Desk
            areas: [land]
            entry_point: {groups: [adult]}
            caseload: [\(loads)]
          - {id: port, name: Port Police, areas: [west], entry_point: true, caseload: [{per_month: 1}]}
          - {id: inn, name: Sea Inn, areas: [land], services: [{id: s, type: shelter.emergency, \(room), capacity: {unit: people_per_month, maximum: 0}}]}
        relations:
          - {from: desk, to: inn, kind: refers_to}
          - {from: port, to: inn, kind: refers_to, status: \(room.contains("any") ? "active" : "ended")}
        """,
        "- {id: room, kind: capacity, services: [shelter.emergency], severity: warning, citation: ours}"
      ).findings.map { finding in
        finding.sentence.split(separator: "a month, and ").last.map(String.init) ?? ""
      }
    }
    #expect(
      try people("{per_month: 2}") == [
        "those who arrive at the Help Desk and Port Police reach no other provider."
      ])
    let some =
      "{groups: [adult.male], areas: [east], per_month: 2}, {groups: [adult.female], areas: [east], per_month: 3}"
    #expect(
      try people(some) == [
        "women and men in East District who arrive at the Help Desk and those who arrive at Port Police "
          + "reach no other provider."
      ])
    // Men alone are left where the inn takes men: who is met there in both districts is not told apart.
    #expect(
      try people(
        "{groups: [adult.male], areas: [east], per_month: 2}, {groups: [adult.male], areas: [west], per_month: 3}",
        "groups: [adult.male]") == ["men who arrive at the Help Desk reach no other provider."])
  }

  @Test("A way is put forward to nobody who refuses those left over, or whom others fill")
  func elsewhere() throws {
    // Five men more than the refuge takes; the house takes women alone.
    let men = try report(
      women: "{unit: people_per_month, maximum: 50}", men: "{unit: people_per_month, maximum: 5}",
      relations: "  - {from: desk, to: inn, kind: refers_to, groups: [adult.male], status: ended}")
    #expect(
      men.findings.map(\.suggestion) == [
        "Agree more room with the Men's Refuge, or a way to The Inn, which has room for 5 a month."
      ])
    // Ten men may all go to the inn as well: nothing there is sure to be left for women.
    let women = try report(
      relations: "  - {from: desk, to: inn, kind: refers_to, groups: [adult.male]}")
    #expect(
      women.findings.map(\.suggestion) == [
        "Agree more room with Women's House, or a way to The Inn if there is room."
      ])
  }

  @Test("What room rests on is asked, where a sure way leads elsewhere")
  func doubts() throws {
    let dormant = "  - {from: desk, to: inn, kind: refers_to, status: dormant}"
    #expect(
      try report(relations: dormant).questions.map(\.sentence) == [
        "Does the referral from the Help Desk to The Inn hold? It is recorded as dormant. Room for up to 5 of "
          + "30 people a month who need emergency shelter rests on it."
      ])
    // Two referrals lead to the same places: neither alone decides them, nor is either left unasked.
    let twice = dormant + "\n  - {id: again, from: desk, to: inn, kind: refers_to, status: dormant}"
    let asked = try report(relations: twice).questions.map(\.sentence)
    #expect(asked.count == 1 && asked[0].hasSuffix("who need emergency shelter rests on it."))
    // Where there is room for all for certain, nothing rests on it.
    #expect(
      try report(women: "{unit: people_per_month, maximum: 20}", relations: dormant).questions
        .isEmpty)
  }

  @Test("A provider without a rate is a question, and bounds nothing")
  func unrated() throws {
    let report = try report(women: "{unit: beds, maximum: 8}")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "How many people a month does Women's House take for emergency shelter? No rate is recorded."
      ])
    let line = try #require(report.scorecard.first { $0.id == "capacity/room" })
    #expect(line.count == 10 && line.upper == 30)
  }

  @Test("Where only some of those who arrive need it, there may be room")
  func share() throws {
    #expect(try report(share: "0.4").findings.isEmpty)
  }

  @Test("Where rows are not listed completely it is a question")
  func open() throws {
    let report = try report(boundary: "")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence).first?.hasPrefix("Who else provides emergency") == true)
  }

  @Test("On Samundar shelter for all who arrive is short by 70 people a month")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(),
      against: Written.standard(
        "- {id: room, kind: capacity, services: [shelter.emergency], severity: warning, "
          + "citation: ours}"))
    // 24 × 30.4375 ÷ 45, 18 × 30.4375 ÷ 90, 6 × 30.4375 ÷ 30 and 12 × 30.4375 ÷ 30 a month.
    let rate = 24 * 30.4375 / 45 + 18 * 30.4375 / 90 + 6 * 30.4375 / 30 + 12 * 30.4375 / 30
    let unmet = report.findings.reduce(0) { $0 + ($1.shortfall ?? 0) }
    #expect(abs(unmet - (111 - rate)) < 1e-9)
  }
}
