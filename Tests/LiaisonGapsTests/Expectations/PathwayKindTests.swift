import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Pathways as findings, worked by hand")
struct PathwayKindTests {
  static let expectation = """
    - id: shelter
      kind: pathway
      services: [shelter.emergency]
      groups: [adult.male]
      cases: [labour]
      severity: error
      citation: ours
    """

  @Test("The sentence that Liaison exists for")
  func sentence() throws {
    let report = try Written.report(Written.province, Self.expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "No arrangement is recorded by which an adult man identified by the Labour Inspectorate in "
          + "North District reaches emergency shelter: the path stops at Provincial Police, whose "
          + "only onward relation admits women. One relation from Provincial Police to the Men's "
          + "Refuge would close this and one other finding.",
        "No arrangement is recorded by which an adult man identified by Police Station North in "
          + "North District reaches emergency shelter: the path stops at Provincial Police, whose "
          + "only onward relation admits women. One relation from Provincial Police to the Men's "
          + "Refuge would close this and one other finding.",
      ])
    let finding = try #require(report.findings.first)
    #expect(finding.rule == "ours/shelter")
    #expect(finding.needs?.entry == "labour-inspectorate")
    #expect(finding.needs?.areas == ["north"])
    #expect(finding.needs?.groups == ["adult.male"])
    #expect(finding.cells == 1)
    #expect(
      finding.subjects.map(\.id) == [
        "labour-inspectorate", "police", "dar-ul-aman", "police refers_to dar-ul-aman/shelter",
      ])
    #expect(
      finding.evidence == [
        "The way as far as it is recorded: Labour Inspectorate → Provincial Police."
      ])
    #expect(
      finding.suggestion?.hasPrefix(
        "Record or agree a referral from Provincial Police to the Men's Refuge.") == true)
  }

  @Test("The id is of the cause and never of the cells: a second district leaves it")
  func stableID() throws {
    let one = try Written.report(Written.province, Self.expectation)
    let two = try Written.report(
      Written.province.replacing(
        "  - {id: north,",
        with:
          "  - {id: south, name: South District, level: district, within: samundar}\n  - {id: north,"
      ), Self.expectation)
    let first = try #require(one.findings.first { $0.needs?.entry == "labour-inspectorate" })
    let second = try #require(two.findings.first { $0.needs?.entry == "labour-inspectorate" })
    #expect(first.id == second.id)
    #expect(second.cells == 2)
    #expect(second.sentence.contains("in Samundar reaches"))
  }

  /// A desk that refers to an office that refers to lawyers, with what makes the way stop.
  func stop(
    first: String = "", second: String = "", office: String = "", counsel: String = "",
    more: String = ""
  ) throws -> String {
    let report = try Written.report(
      """
      liaison: 1
      title: A line
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: land, name: The Land, level: province}
        - {id: east, name: East District, level: district, within: land}
        - {id: west, name: West District, level: district, within: land}
      organizations:
        - {id: desk, name: Help Desk, areas: [east], groups: [any], entry_point: {groups: [adult.male]}}
        - {id: office, name: Welfare Office, areas: [land], groups: [any]\(office)}
        - {id: lawyers, name: Lawyers' Association, areas: [land], groups: [any], services: [{id: c, type: legal_counsel\(counsel)}]}
        - {id: other, name: Other Bar, areas: [land], groups: [any], services: [{id: c, type: legal_counsel}]}
      relations:
        - {from: desk, to: office, kind: refers_to\(first)}
        - {from: office, to: lawyers, kind: refers_to\(second)}
      \(more)
      """,
      """
      - id: counsel
        kind: pathway
        services: [legal_counsel]
        areas: [east]
        groups: [adult.male]
        severity: error
        citation: ours
        sentence: "{stop}"
      """)
    #expect(report.findings.count == 1)
    return report.findings.first?.sentence ?? ""
  }

  @Test("Each reason for a stop has its words")
  func reasons() throws {
    let office = "the path stops at the Welfare Office, whose only onward relation "
    #expect(try stop(second: ", groups: [adult.female]") == office + "admits women")
    #expect(try stop(second: ", groups: [child]") == office + "admits children")
    #expect(
      try stop(second: ", groups: [adult.female, adult.other, child]")
        == office + "does not admit men")
    #expect(try stop(second: ", areas: [west]") == office + "does not cover East District")
    #expect(try stop(second: ", valid_until: 2024-12-31") == office + "ended on 2024-12-31")
    #expect(try stop(second: ", valid_from: 2026-01-01") == office + "starts on 2026-01-01")
    #expect(try stop(second: ", status: suspended") == office + "is recorded as suspended")
    #expect(
      try stop(second: ", evidence: [{reporter: both, answer: no}]")
        == office + "is denied by those who were asked")
    #expect(
      try stop(second: ", services: [shelter.emergency]") == office + "is not for legal counsel")
    #expect(
      try stop(first: ", onward: no")
        == "the path stops at the Help Desk, whose only onward relation leads no further")
    #expect(
      try stop(office: ", status: suspended")
        == "the path stops at the Help Desk, whose only onward relation leads to an organization "
        + "that is recorded as suspended")
    #expect(
      try stop(counsel: ", groups: [adult.female]")
        == "the path stops at the Lawyers' Association, whose legal counsel admits women only")
  }

  @Test("With more than one onward relation the one that stops is named")
  func named() throws {
    let more = "  - {from: office, to: desk, kind: refers_to}"
    #expect(
      try stop(second: ", groups: [adult.female]", more: more)
        == "the path stops at the Welfare Office, whose relation to the Lawyers' Association admits "
        + "women only")
  }

  @Test("Where no single no stands in the way, no relation is recorded")
  func noRelation() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Two islands
      boundary: {rule: all}
      assume: {groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - {id: desk, name: Help Desk, areas: [east], entry_point: {groups: [adult.male]}}
        - {id: office, name: Welfare Office, areas: [east]}
        - {id: lawyers, name: Lawyers' Association, areas: [east], services: [{id: c, type: legal_counsel}]}
      relations:
        - {from: desk, to: office, kind: refers_to}
      """,
      """
      - id: counsel
        kind: pathway
        services: [legal_counsel]
        groups: [adult.male]
        severity: error
        citation: ours
      """)
    #expect(
      report.findings.map(\.sentence) == [
        "No arrangement is recorded by which an adult man identified by the Help Desk in East "
          + "District reaches legal counsel: no relation is recorded from the Welfare Office to the "
          + "Lawyers' Association. One relation from the Welfare Office to the Lawyers' Association would "
          + "close this."
      ])
  }

  /// People of a desk reach an office and what lies behind it; a clinic stands apart.
  private func asked(_ relations: String) throws -> PathwayStop? {
    let network = try Written.network(
      """
      liaison: 1
      title: Apart
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - {id: desk, name: Help Desk, entry_point: true}
        - {id: office, name: Welfare Office}
        - {id: lawyers, name: Lawyers}
        - {id: police, name: Police}
        - {id: clinic, name: Clinic, services: [{id: c, type: health.emergency}]}
      relations:
      \(relations)
      """)
    let table = PathwayTable(network, services: ["health.emergency"], on: Written.date)
    return table.stop(of: PathwayTable.Cell(entry: 0, service: 0, area: 0, profile: 0))
  }

  @Test(
    "Asked is who takes people from a neighbour of the provider, not the last on the longest way")
  func neighbour() throws {
    // The police refer to the clinic and to the office, which is two steps from the lawyers' end.
    let stop = try asked(
      """
        - {from: desk, to: office, kind: refers_to}
        - {from: office, to: lawyers, kind: refers_to}
        - {from: police, to: office, kind: refers_to}
        - {from: police, to: clinic, kind: refers_to}
      """)
    #expect(stop == .noRelation(from: 1, to: 4))
  }

  @Test(
    "Where nothing joins them to the provider: the last on the longest way that passes people on")
  func farthest() throws {
    // The lawyers and the police are as far; the police alone refer to somebody.
    let stop = try asked(
      """
        - {from: desk, to: lawyers, kind: refers_to}
        - {from: desk, to: police, kind: refers_to}
        - {from: police, to: desk, kind: refers_to}
      """)
    #expect(stop == .noRelation(from: 3, to: 4))
  }

  @Test("Nobody provides it: one finding a service and group, and none of pathways")
  func noProvider() throws {
    let report = try Written.report(
      Written.province.replacing(
        "complete: [organizations", with: "complete: [services, organizations"),
      """
      - id: shelter
        kind: pathway
        services: [shelter.emergency]
        groups: [child.female, adult.other]
        severity: error
        citation: ours
      """)
    #expect(
      report.findings.map(\.sentence) == [
        "No provider of emergency shelter is recorded for adults of another gender in North "
          + "District.",
        "No provider of emergency shelter is recorded for girls in North District.",
      ])
  }

  @Test("An area and group for which nobody is an entry point is a finding of its own")
  func withoutEntry() throws {
    let yaml = Written.province.replacing(
      "entry_point: true", with: "entry_point: {groups: [adult]}")
    let report = try Written.report(
      yaml,
      """
      - id: shelter
        kind: pathway
        services: [shelter.emergency]
        groups: [child.male]
        severity: error
        citation: ours
      """)
    #expect(
      report.findings.map(\.sentence) == [
        "No entry point is recorded for boys in North District."
      ])
    #expect(report.findings.first?.rule == "ours/entry")
  }

  @Test("Without a boundary it is asked who meets them")
  func whoMeets() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Open
      areas: [{id: east, name: East District}]
      organizations: [{id: office, name: Welfare Office, areas: [east]}]
      """,
      "- {id: s, kind: pathway, services: [legal_counsel], severity: error, citation: ours}")
    #expect(
      report.questions.map(\.sentence).contains(
        "Where do people first arrive? No entry point is recorded."))
    let some = try Written.report(
      """
      liaison: 1
      title: Open
      areas: [{id: east, name: East District}]
      organizations: [{id: office, name: Welfare Office, areas: [east], entry_point: {groups: [adult]}}]
      """,
      "- {id: s, kind: pathway, services: [legal_counsel], groups: [child], severity: error, citation: ours}"
    )
    #expect(
      some.folded(some.questions).map(\.finding.sentence).contains(
        "Who first meets children in East District? No entry point is recorded."))
  }

  @Test("Where another relation than that to the nearest provider is better, it is said why")
  func nearestIsNotBest() throws {
    func sentences(_ groups: String, helpline: Bool = true) throws -> [String] {
      // All reach the office; the lawyers, next to somebody who refers to the office, take in men or all,
      // the union takes in all.
      try Written.report(
        """
        liaison: 1
        title: Counsel
        boundary: {rule: all}
        assume: {cases: any, areas: any}
        areas: [{id: east, name: East District}]
        organizations:
          - {id: desk, name: Help Desk, groups: [any], entry_point: {groups: [adult.male, adult.female]}}
          - {id: office, name: Welfare Office, groups: [any]}
          - {id: police, name: Police, groups: [any]}
          - {id: a-lawyers, name: Lawyers' Association, groups: [\(groups)], services: [{id: c, type: legal_counsel}]}
          - {id: union, name: Workers' Union, groups: [any], services: [{id: c, type: legal_counsel}]}
        \(helpline ? "  - {id: line, name: Helpline, groups: [any], entry_point: {groups: [adult.male]}}" : "")
        relations:
          - {from: desk, to: office, kind: refers_to}
          - {from: police, to: office, kind: refers_to}
          - {from: police, to: a-lawyers, kind: refers_to}
        \(helpline ? "  - {from: line, to: office, kind: refers_to}" : "")
        """,
        "- {id: c, kind: pathway, services: [legal_counsel], groups: [adult.male, adult.female], severity: error, citation: ours}"
      ).findings.map(\.sentence)
    }
    // Two of men, at the desk and the helpline, and one of women.
    let men = try sentences("adult.male")
    #expect(men.count == 3)
    #expect(
      men.filter {
        $0.hasSuffix(
          "no relation is recorded from the Welfare Office to the Lawyers' Association. One relation "
            + "from the Welfare Office to the Workers' Union would close this and two other findings; one to the Lawyers' "
            + "Association, the nearest, would close two in all.")
      }.count == 2, "\(men)")
    #expect(
      try sentences("adult.male", helpline: false).contains {
        $0.hasSuffix("; one to the Lawyers' Association, the nearest, would close this alone.")
      })
    // Where both close as much, it is the nearest that is named.
    let all = try sentences("any")
    #expect(
      !all.isEmpty
        && all.allSatisfy {
          $0.hasSuffix(
            "One relation from the Welfare Office to the Lawyers' Association would close this and one other finding."
          )
        }, "\(all)")
  }

  @Test("Needs that one clause cannot name are named by two")
  func blocks() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Blocks
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: land, name: The Land, level: province}
        - {id: east, name: East District, level: district, within: land}
        - {id: west, name: West District, level: district, within: land}
      organizations:
        - {id: desk, name: Help Desk, areas: [land], groups: [any], entry_point: {groups: [adult.male, adult.female]}}
        - {id: lawyers, name: Lawyers' Association, areas: [land], groups: [any], services: [{id: c, type: legal_counsel}]}
      relations:
        - {id: a, from: desk, to: lawyers, kind: refers_to, groups: [adult.female], areas: [east]}
      """,
      """
      - id: counsel
        kind: pathway
        services: [legal_counsel]
        groups: [adult.male, adult.female]
        severity: error
        citation: ours
      """)
    #expect(
      report.findings.map(\.sentence) == [
        "No arrangement is recorded by which an adult man identified by the Help Desk in The Land "
          + "reaches legal counsel: the path stops at the Help Desk, whose only onward relation "
          + "admits women and does not cover West District. Nor is one recorded for an adult woman in "
          + "West District. The referral recorded from the Help Desk to the Lawyers' Association, opened to "
          + "them, would close this."
      ])
    #expect(report.findings.first?.cells == 3)
  }
}
