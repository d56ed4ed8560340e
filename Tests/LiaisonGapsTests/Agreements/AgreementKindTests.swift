import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Agreements, worked by hand")
struct AgreementKindTests {
  static func expectation(_ ask: String) -> String {
    "- {id: deals, kind: agreement, ask: [\(ask)], severity: warning, citation: ours}"
  }

  /// A port, a ministry with an office, and a shelter that two referrals lead to.
  static func network(
    agreements: String, relations: String, boundary: String = "boundary: {rule: all}"
  ) -> String {
    """
    liaison: 1
    title: Agreements
    as_of: 2025-06-30
    \(boundary)
    assume: {areas: any, groups: any, cases: any}
    areas: [{id: coast, name: Coast}]
    organizations:
      - {id: port, name: Port Checkpost, entry_point: true}
      - {id: welfare, name: Welfare Department, entry_point: true}
      - {id: office, name: Coast Welfare Office, parent: welfare}
      - {id: shelter, name: Open Shelter, services: [{id: beds, type: shelter.emergency}]}
      - {id: silent, name: Harbour Agency, answered: no}
    agreements:
    \(agreements)
    relations:
    \(relations)
    """
  }

  static let ways = """
      - {id: r1, from: port, to: welfare, kind: refers_to, agreement: mou}
      - {id: r2, from: welfare, to: shelter, kind: refers_to}
    """

  @Test("An agreement that ended yesterday carries one referral and the port's six ways to shelter")
  func expired() throws {
    // One service, one area, six groups: the port has six ways, all over r1; welfare needs none of it.
    let report = try Written.report(
      Self.network(
        agreements: "  - {id: mou, name: MoU on the port, parties: [port, welfare], "
          + "valid_until: 2025-06-29}",
        relations: Self.ways),
      """
      - {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}
      \(Self.expectation("expired"))
      """)
    #expect(
      report.findings.map(\.sentence)
        == [
          "“MoU on the port” (mou) ended on 2025-06-29, and one relation rests on it, from the Port "
            + "Checkpost to the Welfare Department; six pathways have no other sure way."
        ])
    #expect(report.findings[0].cells == 6)
    #expect(report.findings[0].subjects.map(\.id) == ["mou", "port", "welfare"])
    let figure = try #require(report.scorecard.first { $0.id == "agreement/deals" })
    #expect((figure.count, figure.total) == (0, 1))
    #expect(report.expired.map(\.pathways) == [6])
  }

  @Test("On its last day an agreement is in force and ends today; after its horizon it is not told")
  func expiring() throws {
    let agreements = """
        - {id: a, parties: [port, welfare], valid_until: 2025-06-30}
        - {id: b, parties: [port, welfare], valid_until: 2025-09-28}
        - {id: c, parties: [port, welfare], valid_until: 2025-09-29}
      """
    let report = try Written.report(
      Self.network(
        agreements: agreements,
        relations: Self.ways.replacing("agreement: mou", with: "feedback: none")),
      Self.expectation("expired, expiring"))
    #expect(
      report.findings.map(\.sentence) == [
        "“a” ends on 2025-06-30, today: no relation names it.",
        "“b” ends on 2025-09-28, in 90 days: no relation names it.",
      ])
  }

  @Test(
    "Case data without an agreement: finding; both have signed one: question; law and media: none")
  func data() throws {
    let relations = """
        - {id: s1, from: port, to: shelter, kind: shares_information_with, content: [case, aggregate]}
        - {id: s2, from: port, to: office, kind: shares_information_with, content: [personal]}
        - {id: s3, from: port, to: welfare, kind: reports_to, content: [case], formality: law}
        - {id: s4, from: shelter, to: welfare, kind: shares_information_with, content: [aggregate]}
        - {id: s5, from: shelter, to: port, kind: shares_information_with}
        - {id: s6, from: shelter, to: silent, kind: shares_information_with, content: [case]}
      """
    let agreements = "  - {id: mou, parties: [port, welfare]}"
    let report = try Written.report(
      Self.network(agreements: agreements, relations: relations), Self.expectation("data"))
    #expect(
      report.findings.map(\.sentence)
        == [
          "No agreement is recorded under which case data pass from the Port Checkpost to the Open "
            + "Shelter."
        ])
    #expect(
      report.questions.map(\.key) == [
        ["s2", "data", "question"], ["s5", "data", "question"], ["s6", "data", "question"],
      ])
    let open = try Written.report(
      Self.network(agreements: agreements, relations: relations, boundary: ""),
      Self.expectation("data"))
    #expect(open.findings.isEmpty)
    #expect(open.questions.count == 4)
  }

  @Test("What the standard prohibits needs no agreement: it is told once")
  func prohibited() throws {
    let report = try Written.report(
      Self.network(
        agreements: "  - {id: mou, parties: [port, welfare]}",
        relations: "  - {from: port, to: shelter, kind: shares_information_with, content: [case]}"
      ).replacing("id: port,", with: "id: port, sector: gov.health,")
        .replacing("id: shelter,", with: "id: shelter, sector: media,"),
      """
      \(Self.expectation("data"))
      - {id: media, kind: cooperation, expect: prohibited, from: [gov], to: [media], kinds: [shares_information_with], content: [case], severity: error, citation: ours}
      """)
    #expect(report.findings.map(\.rule) == ["ours/media"])
  }

  @Test("An end that has not signed what its relation rests on, and who has signed at all")
  func parties() throws {
    let agreements = """
        - {id: mou, parties: [port, silent]}
        - {id: nobody, type: mou}
      """
    let report = try Written.report(
      Self.network(agreements: agreements, relations: Self.ways), Self.expectation("parties"))
    #expect(
      report.findings.map(\.sentence) == [
        "Relations with the Welfare Department rest on “mou”, and among its recorded parties it is "
          + "not."
      ])
    #expect(
      report.questions.map(\.sentence) == ["Who has signed “nobody”? No party is recorded."])
    // A unit signs for its organization.
    let unit = try Written.report(
      Self.network(
        agreements: "  - {id: mou, parties: [port, office]}", relations: Self.ways),
      Self.expectation("parties"))
    #expect(unit.findings.isEmpty && unit.questions.isEmpty)
  }

  @Test(
    "An agreement whose parties have no relation governs nothing; if they have, it is asked which")
  func idle() throws {
    let agreements = """
        - {id: a, type: mou, parties: [port, shelter]}
        - {id: b, type: mou, parties: [port, welfare]}
        - {id: c, type: charter, parties: [port, shelter]}
        - {id: d, type: mou, parties: [port, silent]}
        - {id: e, type: mou, parties: [port, shelter], valid_until: 2025-01-01}
      """
    let report = try Written.report(
      Self.network(
        agreements: agreements,
        relations: Self.ways.replacing("agreement: mou", with: "feedback: none")),
      Self.expectation("idle"))
    #expect(
      report.findings.map(\.sentence) == [
        "“a” is in force, and no relation is recorded between its parties, the Port Checkpost and the "
          + "Open Shelter."
      ])
    #expect(
      report.questions.map(\.sentence).sorted() == [
        "What rests on “b”? Of no relation is that recorded, though one relation between its parties "
          + "is.",
        "What rests on “d”? Of no relation is that recorded.",
      ])
  }

  @Test("Against Samundar: what ended, what ends this quarter, and what each of nine carries")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(), against: try #require(ShippedData.standard("four-pillars")),
      options: GapAnalysis.Options(givesAccounts: true)
    ).about(["agreement"])
    #expect(
      report.findings.map(\.sentence) == [
        "“MoU on people met at the port” (mou-fis-welfare) ended on 2025-03-31, and one relation "
          + "rests on it, from the Federal Immigration Service to the Social Welfare Department; 24 "
          + "pathways have no other sure way.",
        "“MoU on workers' claims” (mou-unions) ends on 2025-08-31, in 62 days: two relations rest on "
          + "it, from the Labour Inspectorate to the Workers' Federation and from the Workers' "
          + "Federation to the Labour Inspectorate; 52 pathways have no other sure way.",
      ])
    #expect(report.accounts.map(\.rows.count) == [9])
  }

  @Test("What cannot be asked is refused")
  func refused() throws {
    for parameters in ["ask: [lapsed]", "within_days: 1.5", "within_days: 99999999999"] {
      #expect(throws: GapError.self) {
        try Written.report(
          Self.network(agreements: "  - {id: mou}", relations: Self.ways),
          "- {id: deals, kind: agreement, \(parameters), severity: warning, citation: ours}")
      }
    }
  }

  @Test(
    "What has been ended before its last day does not end soon; a unit and its parent need no agreement"
  )
  func endedAndWithin() throws {
    let agreements =
      "  - {id: mou, parties: [port, welfare], valid_until: 2025-07-10, status: active}"
    let relations =
      Self.ways + """

          - {id: r3, from: office, to: welfare, kind: shares_information_with, content: [personal]}
        """
    func keys(_ agreements: String) throws -> [[String]] {
      try Written.report(
        Self.network(agreements: agreements, relations: relations),
        Self.expectation("expired, expiring, data")
      ).findings.map(\.key)
    }
    #expect(try keys(agreements) == [["mou", "expiring"]])
    #expect(try keys(agreements.replacing("active", with: "ended")) == [["mou", "expired"]])
  }
}
