import LiaisonFiles
import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("How sure we are")
struct SurenessTests {
  /// Men are met at the office; two refuges take them. That the office refers to the first was said in March and in
  /// May, to the second in May alone. In April only the first way was known; in February none.
  @Test("Where nothing could be judged the heading says so, and nothing says that no gap was found")
  func nothingJudged() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Nothing judged
      boundary: {rule: all}
      organizations: [{id: a, name: Union}, {id: b, name: Helpline}]
      relations: [{from: a, to: b, kind: shares_information_with, evidence: [{answer: unknown}]}]
      """,
      "- {id: p, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}"
    )
    let briefing = GapBriefing(report)
    #expect(briefing.subtitle.hasSuffix("(ours). Nothing could be judged; one question is open."))
    for text in [briefing.text(), briefing.markdown()] {
      #expect(!text.contains("Nothing found") && !text.lowercased().contains("no gap"), "\(text)")
    }
  }

  @Test(
    "Where all that was judged is open the heading says what the figure says: nothing is judged")
  func nothingCertain() throws {
    func town(_ groups: String, _ boundary: String = "boundary: {rule: all}") -> String {
      """
      liaison: 1
      title: All open
      \(boundary)
      assume: {cases: any, areas: any}
      areas: [{id: north, name: North District}]
      organizations:
        - {id: desk, name: Desk, groups: [any], entry_point: true}
        - {id: house, name: House, groups: [any], services: [{id: beds, type: shelter.emergency, groups: [\(groups)]}]}
      relations:
        - {from: desk, to: house, kind: refers_to, groups: [any]}
      """
    }
    let asks =
      "- {id: p, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}"
    let open = try Written.report(town("adult.male=unknown"), asks)
    #expect(open.scope.judged == ["p"] && !open.isAnythingJudged)
    #expect(GapBriefing(open).subtitle.contains("Nothing could be judged; one question is open."))
    for groups in ["adult.male", "adult.female"] {
      let sure = try Written.report(town(groups), asks)
      #expect(sure.isAnythingJudged)
      #expect(!GapBriefing(sure).subtitle.contains("Nothing could be judged"))
    }
  }

  @Test("On an earlier day what was observed later does not count")
  func earlierDay() throws {
    let network = try Written.network(
      """
      liaison: 1
      title: Known by and by
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any}
      areas: [{id: north, name: North District}]
      organizations:
        - {id: office, name: Labour Office, areas: [north], groups: [adult.male], entry_point: true, answered: 2025-03-10}
        - id: first
          name: First Refuge
          areas: [north]
          groups: [adult.male]
          services: [{id: beds, type: shelter.emergency, capacity: {unit: beds, maximum: 4, updated: 2025-05-10}}]
        - {id: second, name: Second Refuge, areas: [north], groups: [adult.male], services: [{id: aid, type: legal_counsel}]}
      relations:
        - from: office
          to: first
          kind: refers_to
          evidence:
            - {reporter: from, answer: yes, date: 2025-03-10, confidence: 0.6}
            - {reporter: to, answer: no, date: 2025-05-10, confidence: 0.9}
        - {from: office, to: second, kind: refers_to, evidence: [{reporter: from, answer: yes, date: 2025-05-10}]}
      """)
    let standard = try Written.standard(
      """
      - {id: p, kind: pathway, services: [shelter.emergency, legal_counsel], areas: [north], groups: [adult.male], severity: error, citation: ours}
      """)
    func report(_ day: String) throws -> GapReport {
      let date = try #require(CalendarDate(day))
      return try GapAnalysis.run(network, against: standard, asOf: date)
    }
    func reached(_ report: GapReport) -> [Int] {
      report.scorecard.filter { $0.id == "pathways" }.flatMap { [$0.count, $0.upper, $0.total] }
    }
    // In June the refuge denies what the office says.
    let june = try report("2025-06-30")
    #expect(reached(june) == [1, 2, 2] && june.later.isEmpty)
    #expect(june.judged == "Judged on 2025-06-30 against “Our own” (ours).")
    let april = try report("2025-04-01")
    #expect(reached(april) == [1, 2, 2], "now the first is sure, and the second not known")
    #expect(april.sureness.withoutCapacity == 2 && april.sureness.withoutEvidence == 0)
    #expect(april.findings.isEmpty)
    #expect(
      april.questions.map(\.sentence) == [
        "Does the referral from the Labour Office to the Second Refuge hold? What is recorded of it was observed "
          + "later. The answer decides one pathway."
      ])
    #expect(
      april.judged
        == "Judged on 2025-04-01 against “Our own” (ours). What was observed later does not count: "
        + "evidence on two relations, one of which nothing else tells and which is taken as not known; "
        + "the capacity of one service.")
    let february = try report("2025-02-01")
    #expect(reached(february) == [0, 2, 2] && february.questions.count == 2)
    #expect(february.scope.asked == 0, "the office had not been asked")
    #expect(
      february.judged.hasSuffix(
        "later does not count: evidence on two relations, which are taken as not known; that one organization "
          + "answered; the capacity of one service."))
  }

  /// One tie that both sides report, one that one side alone reports long ago, one that a third party
  /// reports, one without evidence, one whose confidence is low though both report it.
  static let network = """
    liaison: 1
    title: Doubts
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {cases: any, groups: any}
    areas: [{id: north, name: North District}]
    organizations:
      - {id: office, name: Labour Office, sector: gov.labour_inspection, areas: [north], entry_point: true, answered: 2025-05-01}
      - {id: police, name: Police, sector: gov.law_enforcement, areas: [north], answered: 2024-06-29}
      - {id: union, name: Dockers' Union, sector: worker.trade_union, areas: [north], answered: no}
      - {id: media, name: Coast Daily, areas: [north], answered: no}
      - id: refuge
        name: Harbour Refuge
        sector: cso.faith
        areas: [north]
        services:
          - {id: shelter, type: shelter.emergency, capacity: {unit: beds, maximum: 4, mean_stay_days: 30, updated: 2025-03-29}}
          - {id: courses, type: vocational, capacity: {unit: people_per_month, maximum: 4, updated: 2025-03-29}}
          - {id: counsel, type: legal_counsel}
    relations:
      - {id: both, from: office, to: police, kind: refers_to, evidence: [{date: 2025-05-01, reporter: from, answer: yes, confidence: 0.8}, {date: 2025-05-02, reporter: to, answer: yes, confidence: 0.9}]}
      - {id: alone, from: police, to: refuge, kind: refers_to, evidence: [{date: 2024-06-29, reporter: from, answer: yes, confidence: 0.9}]}
      - {id: third, from: union, to: refuge, kind: refers_to, evidence: [{date: 2024-06-30, reporter: third, answer: yes, confidence: 0.7}]}
      - {id: bare, from: office, to: union, kind: refers_to}
      - {id: low, from: police, to: union, kind: refers_to, evidence: [{reporter: both, answer: yes, confidence: 0.4}]}
    """

  @Test("By hand: confirmation, age, capacity and answers")
  func byHand() throws {
    let network = try Written.network(Self.network)
    let sureness = Sureness(network, on: Written.date)
    #expect(sureness.ties == 5)
    #expect(sureness.withoutEvidence == 1)
    #expect(sureness.reported == 3)  // both, alone, low
    #expect(sureness.confirmed == 2)  // both, low
    #expect(sureness.dated == 3)
    #expect(sureness.stale == 1)  // the 29th is a day more than a year ago, the 30th is not
    #expect(sureness.oldest == CalendarDate("2024-06-29"))
    #expect(sureness.services == 3)
    #expect(sureness.withoutCapacity == 1)
    #expect(sureness.staleCapacity.map { network.services[$0].id } == ["shelter"])
    #expect(sureness.staleAnswers == 1)
    #expect(sureness.response.asked == 4)
    #expect(sureness.response.answered == 2)
    #expect(sureness.response.rows.last == NonResponse.Row(sector: nil, asked: 1, answered: 0))
  }

  @Test("Weak is a low confidence, or one side that alone has spoken; not what states none")
  func weak() throws {
    let network = try Written.network(Self.network)
    let weak = WeakEvidence(network, on: Written.date)
    func ids(_ relations: Set<Int>) -> [String] {
      relations.sorted().map { network.relations[$0].key }
    }
    #expect(ids(weak.unsure) == ["low"])
    #expect(ids(weak.oneSided) == ["alone"])
  }

  @Test("Nobody is ranked where more than the stated share stayed silent")
  func refusal() throws {
    let response = NonResponse(try Written.network(Self.network))
    #expect(
      response.refusal(above: 0.2)
        == "Nobody is ranked: 2 of the 4 organizations asked stayed silent, more than 20 %, and who "
        + "they work with is not known.")
    #expect(response.refusal(above: 0.5) == nil)
    #expect(NonResponse(try Written.network(ClosureTests.twoWays)).refusal() == nil)
  }

  static let standard = """
    - {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}
    - {id: one, kind: redundancy, services: [shelter.emergency], severity: warning, citation: ours}
    """

  @Test("A finding that rests on weak ties is marked, and what would open instead is told")
  func survival() throws {
    // Two entry points, two refuges, and the police between them. Of the ties from the police to the
    // refuges one side alone has spoken: without them there is no way at all.
    let document = """
      liaison: 1
      title: Doubts
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any, groups: any}
      areas: [{id: north, name: North District}]
      organizations:
        - {id: office, name: Labour Office, areas: [north], entry_point: true}
        - {id: desk, name: Port Desk, areas: [north], entry_point: true}
        - {id: police, name: Police, areas: [north]}
        - {id: first, name: First Refuge, areas: [north], services: [{id: s, type: shelter.emergency}]}
        - {id: second, name: Second Refuge, areas: [north], services: [{id: s, type: shelter.emergency}]}
      relations:
        - {from: office, to: police, kind: refers_to}
        - {from: desk, to: police, kind: refers_to}
        - {from: police, to: first, kind: refers_to, evidence: [{reporter: from, answer: yes}]}
        - {from: police, to: second, kind: refers_to, evidence: [{reporter: to, answer: yes}]}
      """
    let options = GapAnalysis.Options(testsSurvival: true)
    let report = try GapAnalysis.run(
      Written.network(document), against: Written.standard(Self.standard), options: options)
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1)
    #expect(finding.rule == "ours/one")
    let survival = try #require(report.survival)
    #expect(survival.fallen == [finding.id])
    #expect(survival.opened.map(\.rule) == ["ours/ways", "ours/ways"])
    let text = GapBriefing(report).text()
    #expect(
      text.contains("(Rests on weak\n          evidence.)")
        || text.contains("(Rests on weak evidence.)"))
    #expect(GapBriefing(report).sureness.contains { $0.hasPrefix("2 ties rest on weak evidence") })
  }

  @Test("A finding's confidence is the least over what it rests on, not stated where any is")
  func confidence() throws {
    let network = try Written.network(Self.network)
    #expect(network.leastConfidence(of: [0, 1, 2]) == 0.7)
    #expect(network.leastConfidence(of: [0, 3]) == nil)
    #expect(network.leastConfidence(of: []) == nil)
    let arcs = PathwayTable(network, on: Written.date).arcs
    let (office, police, refuge, union) = (0, 1, 4, 2)
    #expect(arcs.leastConfidence(alongWay: [office, police, refuge]) == 0.9)
    #expect(arcs.leastConfidence(alongWay: [office, union, refuge]) == nil)
    #expect(arcs.referrals(touching: union) == [2, 3, 4])
  }

  @Test("Samundar: what survives, by judging the file without its weak ties")
  func samundar() throws {
    let standard = try #require(ShippedData.standard("four-pillars"))
    let network = try Written.samundar()
    let report = try GapAnalysis.run(
      network, against: standard, options: GapAnalysis.Options(testsSurvival: true))
    let survival = try #require(report.survival)
    #expect(survival.weak.relations.count == 39)
    var document = try NetworkReader.read(path: Written.samundarPath)
    let weak = Set(survival.weak.relations.map { network.relations[$0].key })
    document.relations.removeAll { $0.id.value.map { weak.contains($0) } ?? false }
    let without = try GapAnalysis.run(Written.resolve(document), against: standard)
    let ids = Set(without.findings.map(\.id))
    #expect(survival.fallen == Set(report.findings.map(\.id)).subtracting(ids))
    #expect(Set(survival.opened.map(\.id)) == ids.subtracting(report.findings.map(\.id)))
    #expect(!survival.opened.isEmpty)
    let sureness = GapBriefing(report).sureness
    #expect(
      sureness.contains("Both sides report 82 of the 122 ties that either reports (67 %)."))
  }

  @Test(
    "Months are counted by the calendar",
    arguments: [
      ("2024-06-30", 12, false), ("2024-06-29", 12, true), ("2025-03-31", 3, false),
      ("2025-03-29", 3, true), ("2025-06-30", 0, false), ("2025-06-29", 0, true),
    ])
  func months(_ day: String, _ months: Int, _ isOlder: Bool) throws {
    #expect(
      try #require(CalendarDate(day)).isOlder(thanMonths: months, on: Written.date) == isOlder)
  }
}
