import LiaisonFiles
import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("dependence: what rests on one donor")
struct DependenceKindTests {
  static let expectation = """
    - {id: donors, kind: dependence, services: [shelter.emergency, legal_counsel], severity: warning, citation: ours}
    """

  /// The first fund alone keeps the refuge; the lawyers have a second one; the helpline is an
  /// organization that the first fund keeps whole.
  static func funded(_ complete: String = "") -> String {
    """
    liaison: 1
    title: Funds
    as_of: 2025-06-30
    boundary: {rule: all\(complete)}
    assume: {cases: any, groups: any}
    areas: [{id: north, name: North District}]
    organizations:
      - {id: office, name: Labour Office, areas: [north], entry_point: true}
      - {id: refuge, name: Harbour Refuge, areas: [north], services: [{id: shelter, type: shelter.emergency}]}
      - {id: lawyers, name: Lawyers' Panel, areas: [north], services: [{id: counsel, type: legal_counsel}]}
      - {id: helpline, name: Coast Helpline, areas: [north], entry_point: true}
      - {id: first, name: First Fund, areas: [north]}
      - {id: second, name: Second Fund, areas: [north]}
    relations:
      - {from: office, to: refuge, kind: refers_to}
      - {from: office, to: lawyers, kind: refers_to}
      - {from: helpline, to: lawyers, kind: refers_to}
      - {from: first, to: refuge/shelter, kind: funds}
      - {from: first, to: lawyers/counsel, kind: funds}
      - {from: second, to: lawyers, kind: funds}
      - {from: first, to: helpline, kind: funds}
    """
  }

  @Test("By hand: the helpline closes and one service stops; the lawyers keep their second fund")
  func byHand() throws {
    let report = try Written.report(Self.funded(), Self.expectation)
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1)
    #expect(
      finding.sentence
        == "If the First Fund goes, one organization and one service that nobody else is recorded to "
        + "fund stop: the Coast Helpline and emergency shelter of the Harbour Refuge. 12 pathways are "
        + "lost with that, and no way is left to emergency shelter for anyone in North District.")
    #expect(finding.subjects.map(\.id) == ["first", "helpline", "refuge/shelter"])
    #expect(finding.cells == 12)
    #expect(finding.value == 6)
    #expect(finding.confidence == nil)
  }

  @Test("Where funding is not listed completely, it is a question")
  func incomplete() throws {
    let report = try Written.report(
      Self.funded(", complete: [organizations, services, referral]"), Self.expectation)
    #expect(report.findings.isEmpty)
    let question = try #require(report.questions.first { $0.rule == "ours/donors" })
    #expect(
      question.sentence.hasPrefix(
        "Who else funds the Coast Helpline and emergency shelter of the Harbour Refuge? Only the First "
          + "Fund is recorded. Without it: 12 pathways are lost"))
  }

  @Test("Funding that has ended, or is denied, counts for nobody")
  func ended() throws {
    let yaml = Self.funded().replacing(
      "{from: second, to: lawyers, kind: funds}",
      with: "{from: second, to: lawyers, kind: funds, valid_until: 2024-12-31}")
    let report = try Written.report(yaml, Self.expectation)
    #expect(
      report.findings.first?.subjects.map(\.id) == [
        "first", "helpline", "lawyers/counsel", "refuge/shelter",
      ])
  }

  @Test("Samundar: the exit of one donor stops four services")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(), against: try #require(ShippedData.standard("four-pillars")))
    let finding = try #require(
      report.findings.first { $0.subjects.first?.id == "nordland-fund" })
    #expect(
      Set(finding.subjects.dropFirst().map(\.id)) == [
        "insaf/counsel", "umeed/counselling", "mens-refuge/shelter", "khwaja-sira-society/house",
      ])
    #expect(finding.confidence == 0.7)
  }

  @Test("A fund that has closed funds nobody")
  func closed() throws {
    let report = try Written.report(
      Self.funded().replacing("Second Fund,", with: "Second Fund, status: ended,"),
      Self.expectation)
    // The first fund now keeps the lawyers' counsel alone.
    #expect(
      report.findings.first?.subjects.map(\.id)
        == ["first", "helpline", "lawyers/counsel", "refuge/shelter"])
  }

  @Test("Who is funded and stayed silent is asked; what the others said stays a finding")
  func silent() throws {
    let report = try Written.report(
      Self.funded().replacing("name: Coast Helpline,", with: "name: Coast Helpline, answered: no,"),
      Self.expectation)
    let finding = try #require(report.findings.first { $0.rule == "ours/donors" })
    #expect(finding.subjects.map(\.id) == ["first", "refuge/shelter"])
    let question = try #require(report.questions.first { $0.rule == "ours/donors" })
    #expect(question.key == ["first", "silent"])
    #expect(
      question.sentence
        == "Who else funds the Coast Helpline? Only the First Fund is recorded. The Coast Helpline was asked "
        + "and did not answer. Without the First Fund: six pathways are lost with that, and every need "
        + "keeps another way.")
  }

  @Test(
    "Whether it would go on is asked where a second donor may fund it and none does for certain",
    arguments: [
      (
        "{from: second, to: lawyers, kind: funds}",
        "{from: second, to: lawyers, kind: funds, status: dormant}"
      ),
      ("name: Second Fund,", "name: Second Fund, status: dormant,"),
      (
        "{from: second, to: lawyers, kind: funds}",
        "{from: second, to: lawyers/counsel, kind: funds, status: disputed}"
      ),
    ])
  func second(_ known: String, _ open: String) throws {
    let report = try Written.report(
      Self.funded().replacing(known, with: open), Self.expectation)
    let finding = try #require(report.findings.first)
    #expect(finding.subjects.map(\.id) == ["first", "helpline", "refuge/shelter"])
    let questions = report.questions.filter { $0.rule == "ours/donors" && $0.key.last == "second" }
    #expect(questions.map(\.key) == [["first", "second"]])
    // The office and the helpline both reach the lawyers: six needs each.
    #expect(
      questions.first?.sentence
        == "Would legal counsel of the Lawyers' Panel go on without the First Fund? Whether the Second Fund "
        + "funds it too is not certain, and nobody else is recorded to do so. If not: 12 pathways are lost "
        + "with that, and no way is left to legal counsel for anyone in North District.")
    #expect(questions.first?.subjects.map(\.id) == ["first", "lawyers/counsel", "second"])
  }

  @Test("An organization kept by one donor for certain and by another perhaps")
  func secondOfOrganization() throws {
    let report = try Written.report(
      Self.funded() + "\n  - {from: second, to: helpline, kind: funds, status: dormant}",
      Self.expectation)
    #expect(report.findings.first?.subjects.map(\.id) == ["first", "refuge/shelter"])
    let question = try #require(report.questions.first { $0.rule == "ours/donors" })
    #expect(question.key == ["first", "second"])
    #expect(question.sentence.hasPrefix("Would the Coast Helpline go on without the First Fund?"))
    // Of two of whom neither is certain nothing is asked as if one were.
    let neither = try Written.report(
      Self.funded().replacing(
        "to: helpline, kind: funds", with: "to: helpline, kind: funds, status: dormant")
        + "\n  - {from: second, to: helpline, kind: funds, status: dormant}",
      Self.expectation)
    #expect(!neither.questions.contains { $0.sentence.contains("Helpline go on") })
  }

  @Test("Whether a donor funds something that nobody else funds is asked where it is not known")
  func dormant() throws {
    let report = try Written.report(
      Self.funded().replacing(
        "{from: first, to: refuge/shelter, kind: funds}",
        with: "{from: first, to: refuge/shelter, kind: funds, status: dormant}"),
      Self.expectation)
    let finding = try #require(report.findings.first { $0.rule == "ours/donors" })
    #expect(finding.subjects.map(\.id) == ["first", "helpline"])
    let question = try #require(report.questions.first { $0.rule == "ours/donors" })
    #expect(question.key == ["first", "doubt"])
    #expect(
      question.sentence
        == "Does the First Fund fund emergency shelter of the Harbour Refuge? It is recorded as dormant, and "
        + "nobody else is recorded to do so. If it does, without it: six pathways are lost with that, and "
        + "no way is left to emergency shelter for anyone in North District.")
  }
}
