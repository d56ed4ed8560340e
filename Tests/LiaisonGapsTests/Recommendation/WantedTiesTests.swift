import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("What is recommended of who works with whom")
struct WantedTiesTests {
  /// Two inspectorates and two welfare offices: that of the coast stands nearest to the coast's
  /// inspectorate, as the province's works with it already.
  private static let offices = """
    liaison: 1
    title: Offices
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {groups: any, cases: any}
    areas:
      - {id: land, name: Land, level: province}
      - {id: coast, name: Coast, level: district, within: land}
      - {id: hills, name: Hills, level: district, within: land}
    organizations:
      - {id: inspectors, name: Inspectors, sector: gov.labour_inspection, tier: district, areas: [coast]}
      - {id: a-welfare, name: Hills Welfare, sector: gov.social_welfare, tier: district, areas: [hills]}
      - {id: b-welfare, name: Coast Welfare, sector: gov.social_welfare, tier: district, areas: [coast]}
      - {id: welfare, name: Land Welfare, sector: gov.social_welfare, tier: provincial, areas: [land]}
      - {id: channel, name: Channel, sector: media, areas: [coast]}
    relations:
      - {from: welfare, to: b-welfare, kind: supervises}
    """

  private func recommend(
    _ network: String, _ expectations: String, count: Int = 1
  ) throws -> (steps: [Recommendation.Step], items: [RecommendationWords.Item], left: Int) {
    let (document, report, standard) = try Written.judged(network, expectations)
    #expect(!report.findings.isEmpty)
    let recommendation = Recommendation(for: document, report, against: standard, count: count)
    // What is said to be closed is what the network judged with the patch does not find.
    let after = try recommendation.patch.applied(to: document).document
    let judged = try GapAnalysis.run(Written.resolve(after), against: standard)
    #expect(
      Set(report.findings.map(\.id)).subtracting(judged.findings.map(\.id))
        == Set(recommendation.steps.flatMap(\.closed).map(\.id)))
    return (
      recommendation.steps, RecommendationWords(recommendation, on: report).items,
      judged.findings.count
    )
  }

  @Test(
    "A cell that is required or desirable: a relation of the kind asked for, between the nearest",
    arguments: [
      (
        "required, families: [referral]", "error", "refers_to",
        "Agree a referral from Inspectors to Coast Welfare."
      ),
      (
        "required, kinds: [hands_over_to]", "warning", "hands_over_to",
        "Agree how Inspectors hands people over to Coast Welfare."
      ),
      ("desirable", "info", "works_with", "Agree that Inspectors and Coast Welfare work together."),
      (
        "required, families: [information]", "error", "shares_information_with",
        "Agree that Inspectors shares information with Coast Welfare."
      ),
    ])
  func cells(asks: String, severity: String, kind: Code, sentence: String) throws {
    let (steps, items, left) = try recommend(
      Self.offices,
      "- {id: c, kind: cooperation, expect: \(asks), from: [gov.labour_inspection], to: [gov.social_welfare], severity: \(severity), citation: o}"
    )
    // Neither welfare office has a tie with the inspectors: the coast's serves their own district.
    #expect(steps.map(\.action) == [.relation(from: "inspectors", to: "b-welfare", kind: kind)])
    #expect(items.map(\.action) == [sentence] && left == 0)
  }

  @Test("What stands nearer by recorded relations comes before what serves the same area")
  func nearest() throws {
    let network = Self.offices + "\n  - {from: a-welfare, to: inspectors, kind: trains}"
    let (steps, _, _) = try recommend(
      network,
      "- {id: c, kind: cooperation, expect: required, families: [referral], from: [gov.labour_inspection], to: [gov.social_welfare], severity: error, citation: o}"
    )
    #expect(steps.map(\.action) == [.relation(from: "inspectors", to: "a-welfare")])
  }

  @Test("What is prohibited, or calls for money alone, is not proposed")
  func notProposed() throws {
    func actions(_ expectations: String) throws -> Set<RecommendedAction> {
      let (_, report, standard) = try Written.judged(Self.offices, expectations)
      #expect(report.findings.count == 1)
      return ActionCandidates(report, standard).actions
    }
    let asked =
      "from: [gov.labour_inspection], to: [media], severity: error, citation: o}"
    let required =
      "- {id: c, kind: cooperation, expect: required, families: [information], \(asked)"
    let prohibited =
      "- {id: p, kind: cooperation, expect: prohibited, kinds: [shares_information_with], content: [case], \(asked)"
    #expect(
      try actions(required)
        == [.relation(from: "inspectors", to: "channel", kind: "shares_information_with")])
    #expect(try actions("\(required)\n\(prohibited)").isEmpty)
    let money = "- {id: c, kind: cooperation, expect: required, families: [resource], \(asked)"
    #expect(try actions(money).isEmpty)
  }

  @Test("Of levels that nothing joins, each lower one reports to the next")
  func levels() throws {
    let (steps, items, left) = try recommend(
      Self.offices,
      "- {id: v, kind: cooperation, expect: vertical, sectors: [gov.social_welfare], severity: warning, citation: o}"
    )
    #expect(
      steps.map(\.action) == [.relation(from: "a-welfare", to: "welfare", kind: "reports_to")])
    #expect(items.first?.action == "Agree that Hills Welfare reports to Land Welfare." && left == 0)
  }

  @Test("A referral across a jurisdiction on which nothing rests: a hand-over in its direction")
  func handover() throws {
    let network =
      Self.offices
      + "\n  - {from: a-welfare, to: b-welfare, kind: refers_to, formality: informal}"
    let (steps, items, left) = try recommend(
      network,
      "- {id: h, kind: handover, across: [areas], sectors: [gov], severity: warning, citation: o}")
    #expect(
      steps.map(\.action)
        == [.relation(from: "a-welfare", to: "b-welfare", kind: "hands_over_to")])
    #expect(items.first?.action == "Agree how Hills Welfare hands people over to Coast Welfare.")
    #expect(items.first?.signing.contains("a hand-over protocol") == true && left == 0)
  }

  @Test("Two who have to deliver an activity together: that they work together")
  func plan() throws {
    let network =
      Self.offices + """

        activities:
          - {id: a1, title: Kilns, leads: [inspectors], supports: [b-welfare, channel]}
        """
    let plan = "- {id: plan, kind: plan, severity: warning, citation: o}"
    let (steps, items, left) = try recommend(network, plan, count: 2)
    #expect(
      steps.map(\.action) == [
        .relation(from: "inspectors", to: "b-welfare", kind: "works_with"),
        .relation(from: "inspectors", to: "channel", kind: "works_with"),
      ])
    #expect(items.first?.action == "Agree that Inspectors and Coast Welfare work together.")
    #expect(left == 0)
    // Not where the standard wants nothing of the kind between them.
    let prohibited =
      "- {id: p, kind: cooperation, expect: prohibited, kinds: [works_with], content: [case], from: [gov.labour_inspection], to: [media], severity: error, citation: o}"
    let (allowed, _, open) = try recommend(network, "\(plan)\n\(prohibited)", count: 2)
    #expect(
      allowed.map(\.action) == [.relation(from: "inspectors", to: "b-welfare", kind: "works_with")])
    #expect(open == 1)
  }

  @Test(
    "A way that leads through the police alone: a referral to the provider from who sends people to them"
  )
  func around() throws {
    let network = """
      liaison: 1
      title: Around
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [{id: coast, name: Coast}]
      organizations:
        - {id: line, name: Helpline, sector: hotline, entry_point: true}
        - {id: police, name: Police, sector: gov.law_enforcement}
        - {id: house, name: House, sector: ngo.specialised, services: [{id: beds, type: shelter.emergency}]}
      relations:
        - {from: line, to: police, kind: refers_to}
        - {from: police, to: house, kind: refers_to}
      """
    let (steps, items, left) = try recommend(
      network,
      "- {id: u, kind: unconditional, services: [shelter.emergency], severity: error, citation: o}")
    #expect(steps.map(\.action) == [.relation(from: "line", to: "house")])
    #expect(items.first?.action == "Agree a referral from the Helpline to House." && left == 0)
  }

  @Test("Two new referrals into one organization at most, but any number of reports")
  func reports() {
    let reports = ["a", "b", "c"].map {
      RecommendedAction.relation(from: $0, to: "x", kind: "reports_to")
    }
    #expect(Recommendation.isAllowed(reports))
    let transfers = ["a", "b", "c"].map {
      RecommendedAction.relation(from: $0, to: "x", kind: "hands_over_to")
    }
    #expect(!Recommendation.isAllowed(transfers))
  }
}
