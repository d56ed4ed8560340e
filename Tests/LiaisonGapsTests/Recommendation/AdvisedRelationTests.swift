import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonGaps

/// Which relation a finding, the first page and the recommendation advise.
@Suite("What relation is advised")
struct AdvisedRelationTests {
  private static func network(_ rest: String) -> String {
    """
    liaison: 1
    title: Advice
    as_of: 2025-06-30
    tlp: AMBER
    boundary: {rule: all}
    assume: {cases: any}
    areas:
      - {id: land, name: Land, level: district}
    organizations:
      - {id: post, name: Police Post, sector: gov.law_enforcement, areas: [land], groups: [adult.male], entry_point: true}
      - {id: daily, name: Land Daily, sector: media, areas: [land], groups: [adult.male]}
      - {id: office, name: Aid Office, sector: gov.social_welfare, areas: [land], groups: [any]}
      - {id: refuge, name: Men's Refuge, sector: ngo.specialised, areas: [land], groups: [adult.male], services: [{id: sh, type: shelter.emergency}]}
    relations:
      \(rest)
    """
  }

  private static let pathway =
    "- {id: path, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}"

  private static func prohibited(_ from: String) -> String {
    "\n- {id: proh, kind: cooperation, expect: prohibited, from: [\(from)], to: [ngo.specialised], "
      + "content: [case], severity: error, citation: ours}"
  }

  private func steps(_ report: GapReport) -> [String] {
    GapBriefing(report).first?.steps.map(\.text) ?? []
  }

  @Test(
    "A referral into a cell of which case data are prohibited is not advised: not by a finding, on the first page or in the recommendation",
    arguments: ["gov.law_enforcement"])
  func prohibited(_ sector: String) throws {
    let (document, report, standard) = try Written.judged(
      Self.network("- {from: post, to: office, kind: refers_to, onward: no}"),
      Self.pathway + Self.prohibited(sector))
    let finding = try #require(report.findings.first)
    #expect(
      finding.sentence.hasSuffix(
        "A referral from the Police Post to the Men's Refuge would close this, but the standard prohibits it."
      ),
      "\(finding.sentence)")
    #expect(finding.suggestion == nil && finding.missing == nil)
    #expect(steps(report).isEmpty)
    let recommendation = Recommendation(for: document, report, against: standard, count: 3)
    let proposed = recommendation.steps.map(\.action)
    #expect(!proposed.contains(.relation(from: "post", to: "refuge")))
    // Without the prohibition it is.
    let free = try Written.judged(
      Self.network("- {from: post, to: office, kind: refers_to, onward: no}"), Self.pathway
    ).1
    #expect(free.findings.first?.missing == .init(from: "post", to: "refuge"))
    #expect(
      steps(free).first?.hasPrefix("Agree a referral from the Police Post to the Men's Refuge.")
        ?? false)
  }

  @Test("The next admissible relation is advised in place of one that the standard prohibits")
  func next() throws {
    let report = try Written.report(
      Self.network("- {from: post, to: office, kind: refers_to}").replacing(
        "services: [{id: sh, type: shelter.emergency}]}",
        with:
          "services: [{id: sh, type: shelter.emergency}]}\n  - {id: home, name: Second Home, sector: cso, "
          + "areas: [land], groups: [adult.male], services: [{id: sh, type: shelter.emergency}]}"),
      Self.pathway + Self.prohibited("gov.law_enforcement, gov.social_welfare"))
    #expect(report.findings.first?.missing?.to == "home", "\(report.findings.map(\.sentence))")
  }

  @Test(
    "A referral that is recorded is opened to those whom it does not take, in force again, or for what they need",
    arguments: [
      (
        "status: ended", "Agree the referral from the Police Post to the Men's Refuge again.",
        "in force again and open to them,"
      ),
      (
        "services: [legal_counsel]",
        "Agree that the referral from the Police Post to the Men's Refuge is for emergency shelter too.",
        "opened to them,"
      ),
      (
        "groups: [adult.female]",
        "Open the referral from the Police Post to the Men's Refuge to men too.", "opened to them,"
      ),
    ])
  func recorded(_ limit: String, _ action: String, _ words: String) throws {
    let (document, report, standard) = try Written.judged(
      Self.network("- {from: post, to: refuge, kind: refers_to, \(limit)}"), Self.pathway)
    let finding = try #require(report.findings.first)
    #expect(
      finding.sentence.hasSuffix(
        "The referral recorded from the Police Post to the Men's Refuge, \(words) would close this."
      ),
      "\(finding.sentence)")
    #expect(steps(report).first?.hasPrefix(action) ?? false, "\(steps(report))")
    // Its patch does what is said.
    let recommendation = Recommendation(for: document, report, against: standard, count: 1)
    let patched = try recommendation.patch.applied(to: document).document
    let after = try GapAnalysis.run(Written.resolve(patched), against: standard)
    #expect(after.findings.isEmpty, "\(after.findings.map(\.sentence))")
    #expect(
      recommendation.steps.first.map { if case .widerRelation = $0.action { true } else { false } }
        ?? false)
  }

  @Test(
    "A referral of which a side says that it does not hold is not agreed again as if nothing were known"
  )
  func denied() throws {
    let report = try Written.report(
      Self.network(
        "- {from: post, to: refuge, kind: refers_to, evidence: [{source: s, kind: interview, date: 2025-05-01, reporter: to, answer: no}]}"
      ), Self.pathway)
    #expect(!steps(report).contains { $0.hasPrefix("Agree the referral") }, "\(steps(report))")
  }

  @Test(
    "A new service that people would reach only perhaps is not what the first page advises"
  )
  func provider() throws {
    func step(_ entry: String) throws -> String {
      let report = try Written.report(
        """
        liaison: 1
        title: Advice
        as_of: 2025-06-30
        boundary: {rule: all}
        assume: {cases: any}
        areas:
          - {id: land, name: Land, level: district}
          - {id: coast, name: Coast, level: district}
        organizations:
          - {id: post, name: Police Post, sector: gov.law_enforcement, areas: [land], groups: [adult.male]\(entry), entry_point: true}
          - {id: friends, name: Men's Friends, sector: ngo.specialised, areas: [land], groups: [adult.male]}
          - {id: refuge, name: Men's Refuge, sector: ngo.specialised, areas: [coast], groups: [adult.male], services: [{id: sh, type: shelter.emergency}]}
        """,
        "- {id: cov, kind: coverage, services: [shelter.emergency], groups: [adult.male], areas: [land], severity: error, citation: ours}"
      )
      return try #require(steps(report).first)
    }
    let start =
      "Emergency shelter for men in Land could be set up at Men's Friends, and the Police Post could refer to it. It "
    let (sure, perhaps) = (try step(""), try step(", status: dormant"))
    #expect(sure.hasPrefix(start + "closes one urgent finding: 1 pathway."), "\(sure)")
    // Nobody is known to reach the one who would refer, so that no action is proposed: who provides it is asked.
    #expect(
      perhaps.hasPrefix("Agree who provides emergency shelter for men in Land."), "\(perhaps)")
  }

  @Test(
    "Whether a finding is closed for certain is read from its own rows, not from others of its entry point"
  )
  func ownRows() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Two stops
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: north, name: North, level: district}
        - {id: south, name: South, level: district}
      organizations:
        - {id: desk, name: Desk, sector: gov.labour_inspection, areas: [north, south], groups: [adult], entry_point: {groups: [adult.male, adult.female]}}
        - {id: p, name: Post P, sector: gov.law_enforcement, areas: [north, south], groups: [any]}
        - {id: q, name: Post Q, sector: gov.law_enforcement, areas: [north, south], groups: [any]}
        - {id: refuge, name: Refuge, sector: ngo.specialised, areas: [north, south], groups: [adult], services: [{id: sh, type: shelter.emergency}]}
        - {id: old, name: Old House, sector: ngo.specialised, areas: [north, south], groups: [child], services: [{id: sh, type: shelter.emergency}]}
      relations:
        - {id: r1, from: desk, to: p, kind: refers_to, areas: [north], groups: [adult.male]}
        - {id: r2, from: desk, to: p, kind: refers_to, areas: [south], groups: [adult.female]}
        - {id: r3, from: desk, to: q, kind: refers_to, areas: [north], groups: [adult.female]}
        - {id: r4, from: desk, to: q, kind: refers_to, areas: [south], groups: [adult.male]}
        - {from: p, to: old, kind: refers_to}
        - {from: q, to: old, kind: refers_to}
      """,
      "- {id: path, kind: pathway, services: [shelter.emergency], groups: [adult.male, adult.female], severity: error, citation: ours}"
    )
    #expect(report.findings.count == 2)
    for step in steps(report) { #expect(step.contains("It closes one urgent finding"), "\(step)") }
    #expect(steps(report).count == 2)
  }
}
