import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Cooperation asked of sectors and levels, worked by hand")
struct CooperationMatrixTests {
  /// A hotline, police with a station, two welfare offices, a shelter of a faith organization, and the
  /// press, which stayed silent.
  static func network(
    _ relations: String, boundary: String = "boundary: {rule: all}"
  ) -> String {
    """
    liaison: 1
    title: A matrix
    as_of: 2025-06-30
    \(boundary)
    organizations:
      - {id: line, name: Madadgar Helpline, sector: hotline, tier: provincial}
      - {id: police, name: Provincial Police, sector: gov.law_enforcement, tier: provincial}
      - {id: station, name: North Police Station, parent: police, tier: district}
      - {id: welfare, name: Welfare Department, sector: gov.social_welfare, tier: provincial}
      - {id: welfare-north, name: North Welfare Office, sector: gov.social_welfare, tier: district}
      - {id: refuge, name: Men's Refuge, sector: cso.faith, services: [{id: beds, type: shelter.emergency}]}
      - {id: daily, name: Coast Daily, sector: media, tier: district, answered: no}
    relations:
    \(relations)
    """
  }

  static func asks(_ parameters: String, severity: String = "warning") -> String {
    "- {id: matrix, kind: cooperation, \(parameters), severity: \(severity), citation: ours}"
  }

  static let pairs =
    "expect: required, families: [referral], pairs: {hotline: [gov.law_enforcement, "
    + "gov.social_welfare, shelter, media, academia]}"

  @Test("A cell in which one organization alone stands asks nothing, nor one of unknown kinds")
  func alone() throws {
    let relations = "  - {from: line, to: refuge, kind: shares_information_with}"
    let one = try Written.report(
      Self.network(relations),
      Self.asks("expect: required, pairs: {cso.faith: [shelter]}"))
    #expect(one.findings.isEmpty && one.questions.isEmpty)
    let odd = try Written.report(
      Self.network(relations),
      Self.asks("expect: required, kinds: [hand_over], pairs: {hotline: [gov.law_enforcement]}"))
    #expect(odd.findings.isEmpty)
    #expect(odd.scope.notJudged.count == 1)
  }

  @Test("Of five cells one has a tie, one is asked, one asks nothing, and two have none")
  func required() throws {
    // To the police by a station; to welfare only the other way; to shelters nothing; media silent;
    // nobody of academia is recorded.
    let report = try Written.report(
      Self.network(
        """
          - {from: line, to: station, kind: refers_to}
          - {from: welfare, to: line, kind: refers_to}
          - {from: line, to: refuge, kind: shares_information_with}
        """), Self.asks(Self.pairs))
    #expect(
      report.findings.map(\.sentence) == [
        "No referral is recorded from hotline operators to social welfare offices, which the "
          + "standard asks for.",
        "No referral is recorded from hotline operators to providers of shelter, which the standard "
          + "asks for.",
      ])
    #expect(
      report.findings[0].evidence == [
        "Recorded of hotline operators: the Madadgar Helpline.",
        "Recorded of social welfare offices: the Welfare Department and the North Welfare Office.",
      ])
    #expect(
      report.questions.map(\.sentence) == [
        "Is there any referral from hotline operators to media organizations? None is recorded."
      ])
    let figure = try #require(report.scorecard.first { $0.id == "cooperation/matrix" })
    #expect((figure.count, figure.upper, figure.total) == (1, 2, 4))
    #expect(
      report.folded(report.findings).map(\.finding.sentence) == [
        "No referral is recorded from hotline operators to social welfare offices and from hotline "
          + "operators to providers of shelter, which the standard asks for."
      ])
  }

  @Test("Cooperation counts in both directions, and what is dormant is a question")
  func mutual() throws {
    let expectation = Self.asks(
      "expect: required, pairs: {hotline: [gov.law_enforcement, gov.social_welfare]}")
    let report = try Written.report(
      Self.network(
        """
          - {from: police, to: line, kind: refers_to}
          - {from: line, to: welfare, kind: works_with, status: dormant}
        """), expectation)
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Is there any cooperation between hotline operators and social welfare offices? What is "
          + "recorded leaves it open."
      ])
  }

  @Test("A tie with an organization that is dormant is a question")
  func dormant() throws {
    let report = try Written.report(
      Self.network("  - {from: line, to: welfare, kind: refers_to}")
        .replacing(
          "sector: gov.social_welfare, tier: provincial",
          with: "sector: gov.social_welfare, status: dormant"),
      Self.asks("expect: required, pairs: {hotline: [gov.social_welfare]}"))
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.key) == [["hotline", "gov.social_welfare", "doubt", "question"]])
  }

  @Test("What is desirable is a note and no figure, and neutral cells ask nothing")
  func desirable() throws {
    let wish = "expect: desirable, pairs: {hotline: [gov.law_enforcement]}"
    let report = try Written.report(Self.network("  []").empty, Self.asks(wish, severity: "info"))
    #expect(
      report.findings.map(\.sentence) == [
        "No cooperation is recorded between hotline operators and law enforcement agencies, which "
          + "the standard calls desirable."
      ])
    #expect(report.findings[0].severity == .info)
    #expect(report.scorecard.allSatisfy { !$0.id.hasPrefix("cooperation") })
    let neutral = try Written.report(
      Self.network("  []").empty,
      Self.asks("expect: neutral, pairs: {hotline: [gov.law_enforcement]}"))
    #expect(neutral.findings.isEmpty && neutral.questions.isEmpty)
  }

  @Test("A hand-over is asked for by its kinds; without a boundary all is a question")
  func kinds() throws {
    let expectation = Self.asks(
      "expect: required, kinds: [hands_over_to, escalates_to], from: [gov.law_enforcement], "
        + "to: [gov.social_welfare]")
    let relations = "  - {from: police, to: welfare, kind: refers_to}"
    let report = try Written.report(Self.network(relations), expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "No hand-over is recorded from law enforcement agencies to social welfare offices, which the "
          + "standard asks for."
      ])
    let open = try Written.report(Self.network(relations, boundary: ""), expectation)
    #expect(open.findings.isEmpty)
    #expect(open.questions.count == 1)
    let agreed = try Written.report(
      Self.network(relations + "\n  - {from: station, to: welfare, kind: hands_over_to}"),
      expectation)
    #expect(agreed.findings.isEmpty)
  }

  @Test("Of coordination and reports each is asked for, unless joint work is recorded")
  func directions() throws {
    let expectation = Self.asks(
      "expect: required, families: [authority, information, joint], pairs: {hotline: "
        + "[gov.law_enforcement], gov.law_enforcement: [hotline]}")
    func missing(_ relation: String) throws -> [[String]] {
      try Written.report(Self.network("  - \(relation)"), expectation).findings.map(\.key)
    }
    #expect(
      try missing("{from: police, to: line, kind: supervises}") == [
        ["hotline", "gov.law_enforcement"]
      ])
    #expect(
      try missing("{from: line, to: station, kind: reports_to}") == [
        ["gov.law_enforcement", "hotline"]
      ])
    #expect(try missing("{from: line, to: police, kind: works_with}").isEmpty)
    #expect(try missing("{from: police, to: line, kind: joint_data_system}").isEmpty)
  }

  @Test(
    "Feedback counts by a relation of its own, or on a referral the other way",
    arguments: [
      ("{from: refuge, to: welfare, kind: gives_feedback_to}", ""),
      ("{from: welfare, to: refuge, kind: refers_to, feedback: ad_hoc}", ""),
      ("{from: welfare, to: refuge/beds, kind: escalates_to, feedback: systematic}", ""),
      ("{from: welfare, to: refuge, kind: refers_to}", "question"),
      (
        "{from: welfare, to: refuge, kind: refers_to, feedback: systematic, status: dormant}",
        "question"
      ),
      ("{from: welfare, to: refuge, kind: refers_to, feedback: none}", "finding"),
      ("{from: refuge, to: welfare, kind: refers_to, feedback: systematic}", "finding"),
      ("{from: welfare, to: refuge, kind: gives_feedback_to}", "finding"),
    ])
  func feedback(_ relation: String, _ told: String) throws {
    let report = try Written.report(
      Self.network("  - \(relation)"),
      Self.asks(
        "expect: required, kinds: [gives_feedback_to], pairs: {shelter: [gov.social_welfare]}"))
    #expect(report.findings.count == (told == "finding" ? 1 : 0))
    #expect(report.questions.count == (told == "question" ? 1 : 0))
    if let finding = report.findings.first {
      #expect(
        finding.sentence
          == "No feedback is recorded from providers of shelter to social welfare offices, which the "
          + "standard asks for.")
    }
  }

  @Test("Levels as rows and columns")
  func levels() throws {
    let expectation = Self.asks(
      "expect: required, by: tier, pairs: {district: [provincial], provincial: [provincial]}")
    let report = try Written.report(
      Self.network("  - {from: police, to: line, kind: refers_to}"), expectation)
    // A station and its own police are one, and no tie between levels; the press stayed silent.
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Is there any cooperation between district organizations and provincial organizations? None is "
          + "recorded."
      ])
  }

  @Test("A district office without a relation to its province is told; a unit is joined as it is")
  func vertical() throws {
    let expectation = Self.asks(
      "expect: vertical, sectors: [gov.law_enforcement, gov.social_welfare, media]")
    let report = try Written.report(Self.network("  []").empty, expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "No relation is recorded between the North Welfare Office, at district level, and the "
          + "Welfare Department, at provincial level."
      ])
    let figure = try #require(report.scorecard.first { $0.id == "vertical/matrix" })
    #expect((figure.count, figure.total) == (1, 2))
    let joined = try Written.report(
      Self.network("  - {from: welfare, to: welfare-north, kind: supervises}"), expectation)
    #expect(joined.findings.isEmpty)
  }

  @Test("E–I: the hotline has two ties beyond itself, welfare one beyond and one within")
  func balance() throws {
    let network = try Written.network(
      Self.network(
        """
          - {from: line, to: police, kind: refers_to}
          - {from: line, to: welfare, kind: refers_to}
          - {from: station, to: line, kind: refers_to}
          - {from: welfare, to: welfare-north, kind: works_with}
        """))
    let report = try GapAnalysis.run(
      network, against: Written.standard(Self.asks(Self.pairs)),
      options: GapAnalysis.Options(givesAccounts: true)
    ).about(["cooperation"])
    #expect(
      report.accounts.last?.rows.map(\.sentence) == [
        "Law enforcement agencies: 1 tie with other sectors, none among themselves; 1.00.",
        "Social welfare offices: 1 tie with other sectors, 1 among themselves; 0.00.",
        "Hotline operators: 2 ties with other sectors, none among themselves; 1.00.",
      ])
  }

  @Test(
    "What a cell cannot ask is refused",
    arguments: [
      "expect: wanted, pairs: {hotline: [media]}", "expect: required",
      "expect: required, pairs: {hotline: [media, media]}", "expect: required, pairs: [hotline]",
      "expect: required, families: [love], pairs: {hotline: [media]}",
      "expect: required, families: [referral], kinds: [funds], pairs: {hotline: [media]}",
      "expect: desirable, pairs: {hotline: [media]}",
    ])
  func refused(_ parameters: String) throws {
    #expect(throws: GapError.self) {
      try Written.report(Self.network("  []").empty, Self.asks(parameters))
    }
  }
}

extension String {
  /// The same without relations.
  fileprivate var empty: String { replacing("relations:\n  []", with: "relations: []") }
}
