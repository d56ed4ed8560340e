import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Single points of failure, worked by hand")
struct RedundancyKindTests {
  func report(_ relations: String, boundary: String = "boundary: {rule: all}") throws -> GapReport {
    try Written.report(
      """
      liaison: 1
      title: A diamond
      \(boundary)
      assume: {groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - {id: desk, name: Help Desk, areas: [east], entry_point: true}
        - {id: union, name: Workers' Union, areas: [east], entry_point: true}
        - {id: office, name: Welfare Office, areas: [east], units_refer: yes}
        - {id: branch, name: Branch, parent: office}
        - {id: lawyers, name: Lawyers' Association, areas: [east], services: [{id: c, type: legal_counsel}]}
        - {id: bar, name: Bar Council, areas: [east], services: [{id: c, type: legal_counsel}]}
      relations:
      \(relations)
      """,
      """
      - id: spof
        kind: redundancy
        services: [legal_counsel]
        severity: warning
        citation: ours
      """)
  }

  static let through = """
      - {from: desk, to: office, kind: refers_to}
      - {from: union, to: branch, kind: refers_to}
      - {from: office, to: lawyers, kind: refers_to}
      - {from: branch, to: bar, kind: refers_to}
    """

  @Test("Ways through an organization or its unit all pass through it: the two count as one")
  func units() throws {
    let report = try report(Self.through)
    #expect(
      report.findings.map(\.sentence) == [
        "Every recorded way to legal counsel for anyone in East District passes through the Welfare "
          + "Office."
      ])
    #expect(report.findings.first?.value == 6)
    // Two entry points times six groups.
    #expect(report.findings.first?.cells == 12)
  }

  @Test("A way around it, and there is none")
  func around() throws {
    let report = try report(Self.through + "\n  - {from: union, to: bar, kind: refers_to}")
    #expect(report.findings.isEmpty)
    #expect(report.questions.isEmpty)
  }

  @Test("A way around it that is not certain makes it a question")
  func doubtful() throws {
    let report = try report(
      Self.through + "\n  - {from: union, to: bar, kind: refers_to, status: dormant}")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Is there another sure way to legal counsel for anyone in East District? Every one of which "
          + "it is certain passes through the Welfare Office; the others rest on what is not known."
      ])
  }

  @Test("The only provider and the only entry point are no finding of this kind")
  func onlyOnes() throws {
    let report = try report(
      """
        - {from: desk, to: lawyers, kind: refers_to}
        - {from: union, to: lawyers, kind: refers_to}
      """)
    // The bar provides too, although nobody refers to it, so the lawyers are not the only provider.
    #expect(report.findings.count == 1)
    let alone = try Written.report(
      Written.province,
      """
      - id: spof
        kind: redundancy
        services: [shelter.emergency]
        groups: [adult.female]
        severity: warning
        citation: ours
      """)
    // Two entry points; one shelter for women, left out as the only provider; the police stay.
    #expect(
      alone.findings.map(\.sentence) == [
        "Every recorded way to emergency shelter for women in North District in forced labour "
          + "passes through Provincial Police."
      ])
  }

  @Test("Where referrals are not listed completely it is a question")
  func open() throws {
    let report = try report(Self.through, boundary: "")
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Is there another way to legal counsel for anyone in East District? Every recorded one "
          + "passes through the Welfare Office."
      ])
  }

  @Test("Where somebody reached without it stayed silent, another way may be known: a question")
  func silent() throws {
    func report(_ desk: String, _ office: String) throws -> GapReport {
      try Written.report(
        """
        liaison: 1
        title: A line
        boundary: {rule: all}
        assume: {groups: any, cases: any}
        areas: [{id: east, name: East District}]
        organizations:
          - {id: desk, name: Help Desk, areas: [east], entry_point: true\(desk)}
          - {id: office, name: Welfare Office, areas: [east]\(office)}
          - {id: lawyers, name: Lawyers' Association, areas: [east], services: [{id: c, type: legal_counsel}]}
          - {id: bar, name: Bar Council, areas: [east], services: [{id: c, type: legal_counsel}], answered: no}
        relations:
          - {from: desk, to: office, kind: refers_to}
          - {from: office, to: lawyers, kind: refers_to}
        """,
        "- {id: spof, kind: redundancy, services: [legal_counsel], severity: warning, citation: ours}"
      )
    }
    let silent = try report(", answered: no", "")
    #expect(silent.findings.isEmpty)
    let question = try #require(silent.questions.first { $0.key.first == "office" })
    #expect(
      question.sentence
        == "Is there another way to legal counsel for anyone in East District? Every recorded one passes "
        + "through the Welfare Office. The Help Desk was asked and did not answer.")
    #expect(question.key == ["office", "silent"])
    let figure = try #require(silent.scorecard.first { $0.id == "resilience/spof" })
    #expect([figure.count, figure.total, figure.upper] == [0, 6, 6])
    // What the office itself did not tell would still pass through it, and nobody reaches the bar.
    #expect(try report("", ", answered: no").findings.map(\.key) == [["office"]])
  }
}
