import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Seats in committees, worked by hand")
struct MembershipKindTests {
  /// A provincial and a district committee, and who sits there.
  static func network(
    boundary: String = "boundary: {rule: all}", more: String = ""
  ) -> String {
    """
    liaison: 1
    title: Committees
    as_of: 2025-06-30
    \(boundary)
    areas:
      - {id: east, name: East, level: district}
      - {id: west, name: West, level: district}
    organizations:
      - {id: police, name: Provincial Police, sector: gov.law_enforcement, areas: [east, west]}
      - {id: station, name: East Police Station, parent: police, areas: [east]}
      - {id: union, name: Workers' Federation, sector: worker.trade_union, areas: [west]}
      - {id: circle, name: Survivors' Circle, sector: cso.survivor_led, areas: [east]}
      - {id: daily, name: Coast Daily, sector: media, areas: [east], answered: no}
    bodies:
      - {id: province, name: Provincial Committee, tier: provincial}
      - {id: east-committee, name: East Committee, tier: district, areas: [east]}
    relations:
      - {from: union, to: province, kind: member_of}
      - {from: station, to: east-committee, kind: chairs}
    \(more)
    """
  }

  static func asks(_ parameters: String) -> String {
    "- {id: seats, kind: membership, \(parameters), severity: warning, citation: ours}"
  }

  @Test(
    "A district committee: police sit by a station, survivors do not, the union serves elsewhere")
  func body() throws {
    let report = try Written.report(
      Self.network(),
      Self.asks(
        "ask: body, tiers: [district], sectors: [gov.law_enforcement, cso.survivor_led, "
          + "worker.trade_union, media, academia]"))
    #expect(
      report.findings.map(\.sentence) == [
        "No survivor-led organization is recorded with a seat in the East Committee; the Survivors' "
          + "Circle could sit there."
      ])
    #expect(report.findings[0].subjects.map(\.id) == ["east-committee", "circle"])
    #expect(
      report.questions.map(\.sentence) == [
        "Does a media organization sit in the East Committee? Coast Daily could."
      ])
    let figure = try #require(report.scorecard.first { $0.id == "membership/seats" })
    #expect((figure.count, figure.upper, figure.total) == (1, 2, 3))
  }

  @Test("A sector has a seat somewhere, or in no body of the levels asked about")
  func sector() throws {
    let parameters = "ask: sector, sectors: [worker.trade_union, gov.law_enforcement]"
    #expect(try Written.report(Self.network(), Self.asks(parameters)).findings.isEmpty)
    let report = try Written.report(
      Self.network(), Self.asks(parameters + ", tiers: [provincial]"))
    #expect(
      report.findings.map(\.sentence) == [
        "No law enforcement agency is recorded with a seat in any provincial body; Provincial Police "
          + "could sit there."
      ])
  }

  @Test(
    "A unit's seat is one of its own sector; one who serves elsewhere and sits there has a seat")
  func units() throws {
    let network =
      Self.network(more: "  - {from: union, to: east-committee, kind: member_of}")
      .replacing(
        "sector: gov.law_enforcement, areas: [east, west]}",
        with: "sector: gov.lead, areas: [east, west]}"
      ).replacing(
        "parent: police, areas", with: "parent: police, sector: gov.law_enforcement, areas")
    let report = try Written.report(
      network, Self.asks("ask: body, tiers: [district], sectors: [gov.law_enforcement, gov.lead]"))
    #expect(
      report.findings.map(\.sentence) == [
        "No government coordinator is recorded with a seat in the East Committee; Provincial Police "
          + "could sit there."
      ])
    // The union serves the west alone, and sits there all the same.
    let union = try Written.report(
      network.replacing(
        "areas: [west]}",
        with: "areas: [west]}\n  - {id: dockers, name: Dockers, "
          + "sector: worker.trade_union, areas: [east]}"),
      Self.asks("ask: body, tiers: [district], sectors: [worker.trade_union]"))
    #expect(union.findings.isEmpty && union.questions.isEmpty)
  }

  @Test("Organizations in no body: one finding each, one sentence for all; the silent are asked")
  func organization() throws {
    let report = try Written.report(
      Self.network(), Self.asks("ask: organization"))
    #expect(report.findings.map(\.key) == [["circle"]])
    #expect(report.questions.map(\.key) == [["daily", "question"]])
    let open = try Written.report(Self.network(boundary: ""), Self.asks("ask: organization"))
    #expect(open.findings.isEmpty)
    #expect(
      open.folded(open.questions).map(\.finding.sentence) == [
        "Who of these sits in any committee or other body: the Survivors' Circle and Coast Daily?"
      ])
  }

  @Test("A seat that ended is none, and one that is disputed is asked about")
  func standing() throws {
    let parameters = Self.asks("ask: sector, sectors: [cso.survivor_led]")
    let ended = try Written.report(
      Self.network(
        more: "  - {from: circle, to: province, kind: member_of, valid_until: 2025-01-01}"),
      parameters)
    #expect(ended.findings.count == 1)
    let unsure = try Written.report(
      Self.network(more: "  - {from: circle, to: province, kind: member_of, status: disputed}"),
      parameters)
    #expect(unsure.findings.isEmpty)
    #expect(unsure.questions.count == 1)
  }

  @Test("Without a body of the level nothing is judged, and that is said")
  func none() throws {
    let report = try Written.report(
      Self.network(), Self.asks("ask: organization, tiers: [national]"))
    #expect(report.scope.notJudged == ["seats: no body of level national is recorded."])
  }

  @Test(
    "What is asked must be said", arguments: ["sectors: [media]", "ask: sector", "ask: person"])
  func refused(_ parameters: String) throws {
    #expect(throws: GapError.self) {
      try Written.report(Self.network(), Self.asks(parameters))
    }
  }
}
