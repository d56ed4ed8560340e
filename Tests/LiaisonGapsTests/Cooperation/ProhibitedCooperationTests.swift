import LiaisonFiles
import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Prohibited cooperation, worked by hand")
struct ProhibitedCooperationTests {
  static let expectation =
    "- {id: media, kind: cooperation, expect: prohibited, from: [gov.health, gov.law_enforcement], "
    + "to: [media], kinds: [shares_information_with], content: [personal, case, location], "
    + "severity: error, citation: ours}"

  /// A police and two media organizations, with the relations given.
  static func network(_ relations: String) -> String {
    """
    liaison: 1
    title: Two sectors
    as_of: 2025-06-30
    organizations:
      - {id: police, name: Provincial Police, sector: gov.law_enforcement}
      - {id: daily, name: Coast Daily, sector: media}
      - {id: tv, name: Samundar Television, sector: media}
    relations:
    \(relations)
    """
  }

  @Test("Two ties of one cell are one finding, AMBER+STRICT, without any boundary")
  func found() throws {
    let report = try Written.report(
      Self.network(
        """
          - {from: police, to: tv, kind: shares_information_with, content: [case, aggregate]}
          - {from: police, to: daily, kind: shares_information_with, content: [personal]}
        """), Self.expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "It is recorded that personal data pass from Provincial Police to Coast Daily, which the "
          + "standard prohibits. The same from Provincial Police to Samundar Television."
      ])
    #expect(report.findings.first?.tlp == .amberStrict)
    #expect(report.findings.first?.key == ["gov.law_enforcement", "media"])
    #expect(report.visible(to: .amber).findings.isEmpty)
    #expect(report.visible(to: .amberStrict).findings.count == 1)
  }

  @Test("Allowed content, the other direction, and a tie that has ended are nothing")
  func allowed() throws {
    let report = try Written.report(
      Self.network(
        """
          - {from: police, to: tv, kind: shares_information_with, content: [aggregate]}
          - {from: tv, to: police, kind: shares_information_with, content: [case]}
          - {from: police, to: daily, kind: shares_information_with, content: [case], valid_until: 2024-12-31}
        """), Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(report.questions.isEmpty)
  }

  @Test("A type of service stands for those who provide it, whatever their sector, on either side")
  func service() throws {
    let network = """
      liaison: 1
      title: A shelter of a company
      as_of: 2025-06-30
      organizations:
        - {id: works, name: Harbour Works, sector: private, services: [{id: s, type: shelter.emergency}]}
        - {id: mill, name: Mill, sector: private, services: [{id: s, type: shelter.emergency, status: ended}]}
        - {id: daily, name: Coast Daily, sector: media}
      relations:
        - {from: works, to: daily, kind: shares_information_with, content: [location]}
        - {from: daily, to: works, kind: shares_information_with, content: [case]}
        - {from: mill, to: daily, kind: shares_information_with, content: [location]}
      """
    func expectation(_ from: String, _ to: String) -> String {
      "- {id: p, kind: cooperation, expect: prohibited, from: [\(from)], to: [\(to)], "
        + "kinds: [shares_information_with], content: [case, location], severity: error, citation: ours}"
    }
    let there = try Written.report(network, expectation("gov.health, shelter", "media"))
    #expect(
      there.findings.map(\.sentence) == [
        "It is recorded that location data pass from Harbour Works to Coast Daily, which the standard "
          + "prohibits."
      ])
    #expect(there.findings.first?.key == ["shelter", "media"])
    let back = try Written.report(network, expectation("media", "shelter"))
    #expect(back.findings.map(\.key) == [["media", "shelter"]])
    // A sector that names the organization comes first where it stands first.
    let sector = try Written.report(network, expectation("private, shelter", "media"))
    #expect(sector.findings.map(\.key) == [["private", "media"]])
  }

  @Test("What is prohibited to those who provide a type of service is proposed to none of them")
  func admitted() throws {
    let network = """
      liaison: 1
      title: A shelter of a company
      as_of: 2025-06-30
      organizations:
        - {id: works, name: Harbour Works, sector: private, services: [{id: s, type: shelter.emergency}]}
        - {id: mill, name: Mill, sector: private}
        - {id: daily, name: Coast Daily, sector: media}
      """
    let expectation =
      "- {id: p, kind: cooperation, expect: prohibited, from: [shelter], to: [media], "
      + "kinds: [refers_to], content: [case], severity: error, citation: ours}"
    let ties = AdmissibleTies(
      try Written.standard(expectation), try Written.report(network, expectation).pathways.network,
      on: Written.date, takesNeutral: false)
    #expect(!ties.admit("refers_to", from: 0, to: 2))
    #expect(ties.admit("refers_to", from: 1, to: 2))
    #expect(ties.admit("shares_information_with", from: 0, to: 2))
  }

  @Test("Content that is not stated is a question")
  func unstated() throws {
    let report = try Written.report(
      Self.network("  - {from: police, to: tv, kind: shares_information_with}"), Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == [
        "Do personal, case or location data pass from Provincial Police to Samundar Television? The "
          + "standard prohibits it, and what is recorded does not tell."
      ])
    #expect(report.visible(to: .amber).questions.isEmpty)
  }

  @Test(
    "Where no kinds are named every relation that states the content counts, but those of conflict")
  func everyKind() throws {
    func report(_ kind: String, content: String = ", content: [location]") throws -> GapReport {
      try Written.report(
        Self.network("  - {from: police, to: tv, kind: \(kind)\(content)}"),
        Self.expectation.replacing("kinds: [shares_information_with], ", with: ""))
    }
    for kind in ["reports_to", "joint_data_system", "refers_to", "works_with", "trains"] {
      let found = try report(kind).findings
      #expect(found.map(\.key) == [["gov.law_enforcement", "media"]], "\(kind)")
      #expect(
        found.first?.sentence
          == "It is recorded that location data pass from Provincial Police to Samundar Television, "
          + "which the standard prohibits.")
    }
    let conflict = try report("conflicts_with")
    #expect(conflict.findings.isEmpty && conflict.questions.isEmpty)
    // Of what shares information, or work together, it is asked what it carries.
    for kind in ["reports_to", "works_with", "joint_casework", "gives_feedback_to"] {
      let asked = try report(kind, content: "")
      #expect(asked.findings.isEmpty && asked.questions.count == 1, "\(kind)")
    }
    #expect(try report("trains", content: "").questions.isEmpty)
    #expect(try report("reports_to", content: ", content: [aggregate]").findings.isEmpty)
  }

  /// The expectation without kinds.
  static let anyKind = expectation.replacing("kinds: [shares_information_with], ", with: "")

  @Test(
    "A referral tells of whom it refers: who sends people to a prohibited sector is found",
    arguments: [
      ("refers_to", "refers people to"), ("hands_over_to", "hands people over to"),
      ("escalates_to", "escalates cases to"),
    ])
  func sent(_ kind: String, _ phrase: String) throws {
    let report = try Written.report(
      Self.network("  - {from: police, to: tv, kind: \(kind)}"), Self.anyKind)
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1 && report.questions.isEmpty)
    #expect(
      finding.sentence
        == "It is recorded that Provincial Police \(phrase) Samundar Television: who sends somebody tells "
        + "of them, and the standard prohibits that personal or case data pass.")
    #expect(finding.evidence == ["Provincial Police to Samundar Television, \(phrase)."])
    #expect(
      finding.suggestion?.hasPrefix("End that Provincial Police sends people there;") ?? false)
    #expect(finding.tlp == .amberStrict)
  }

  @Test("Who tells and who sends is told apart; another direction, kind or content is nothing")
  func sentBeside() throws {
    let both = try Written.report(
      Self.network(
        """
          - {from: police, to: tv, kind: refers_to}
          - {from: police, to: daily, kind: shares_information_with, content: [case]}
        """), Self.anyKind)
    #expect(
      both.findings.map(\.sentence) == [
        "It is recorded that case data pass from Provincial Police to Coast Daily, which the standard "
          + "prohibits. People are sent from Provincial Police to Samundar Television."
      ])
    for relation in [
      "{from: tv, to: police, kind: refers_to}",
      "{from: police, to: tv, kind: refers_to, content: [aggregate]}",
      "{from: police, to: tv, kind: refers_to, status: ended}",
    ] {
      let report = try Written.report(Self.network("  - \(relation)"), Self.anyKind)
      #expect(report.findings.isEmpty && report.questions.isEmpty, "\(relation)")
    }
    // Where only places are prohibited, whether one is told with a referral is asked.
    let places = try Written.report(
      Self.network("  - {from: police, to: tv, kind: refers_to}"),
      Self.anyKind.replacing("content: [personal, case, location]", with: "content: [location]"))
    #expect(places.findings.isEmpty && places.questions.count == 1)
    // Two relations of one pair are one thing to ask.
    let twice = try Written.report(
      Self.network(
        """
          - {from: police, to: tv, kind: shares_information_with}
          - {from: tv, to: police, kind: joint_casework}
        """), Self.anyKind)
    #expect(
      twice.questions.map(\.sentence) == [
        "Do personal, case or location data pass from Provincial Police to Samundar Television? The "
          + "standard prohibits it, and what is recorded does not tell."
      ])
    // One that may be no more is a question too.
    let dormant = try Written.report(
      Self.network("  - {from: police, to: tv, kind: refers_to, status: dormant}"), Self.anyKind)
    #expect(dormant.findings.isEmpty && dormant.questions.count == 1)
  }

  @Test("Feedback is not asked on a referral that should end")
  func noFeedback() throws {
    let feedback = "\n- {id: f, kind: feedback, min: 1, severity: info, citation: ours}"
    for stated in ["", ", feedback: none", ", feedback: systematic"] {
      let network = Self.network("  - {from: police, to: tv, kind: refers_to\(stated)}")
      let report = try Written.report(network, Self.anyKind + feedback)
      #expect(report.findings.map(\.rule) == ["ours/media"])
      #expect(report.questions.isEmpty)
      #expect(report.scorecard.first { $0.id == "feedback/f" }?.total == 0)
      // Without the prohibition it is counted, or asked about.
      let alone = try Written.report(network, String(feedback.dropFirst()))
      #expect(
        alone.findings.count + alone.questions.count == (stated.contains("systematic") ? 0 : 1))
    }
  }

  @Test("What is sent is ended by name, and the patch of it ends it")
  func ended() throws {
    let network = Self.network("  - {id: r, from: police, to: tv, kind: refers_to}")
    let (document, report, standard) = try Written.judged(network, Self.anyKind)
    let recommendation = Recommendation(for: document, report, against: standard, count: 1)
    #expect(
      RecommendationWords(recommendation, on: report).items.map(\.action) == [
        "End that people are sent from Provincial Police to Samundar Television."
      ])
    let after = try recommendation.patch.applied(to: document).document
    #expect(after.relations.map(\.validity.status.value) == ["ended"])
  }

  @Test("In `four-pillars` a place of a shelter reaches the media by no kind of relation")
  func shipped() throws {
    let network = """
      liaison: 1
      title: A shelter
      as_of: 2025-06-30
      organizations:
        - {id: home, name: Safe House, sector: ngo.specialised, services: [{id: s, type: shelter.emergency}]}
        - {id: clinic, name: Clinic, sector: gov.health}
        - {id: tv, name: Samundar Television, sector: media}
      relations:
        - {from: clinic, to: tv, kind: reports_to, content: [case]}
        - {from: home, to: tv, kind: joint_data_system, content: [location]}
      """
    let report = try GapAnalysis.run(
      Written.network(network), against: try #require(ShippedData.standard("four-pillars")))
    let found = report.findings.filter { $0.rule == "four-pillars/prohibited-media" }
    #expect(Set(found.map(\.key)) == [["gov.health", "media"], ["ngo.specialised", "media"]])
  }

  @Test("Seeded fault 10 of Samundar")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(), against: Written.standard(Self.expectation))
    #expect(
      report.findings.map(\.sentence) == [
        "It is recorded that case data pass from the Coast Civil Hospital to Samundar Television, "
          + "which the standard prohibits. Neither of the two has said so."
      ])
    #expect(
      report.findings.first?.suggestion?.hasPrefix(
        "Ask the Coast Civil Hospital first whether it is so.") ?? false)
    #expect(report.findings.first?.subjects.map(\.id) == ["hospital-coast", "samundar-tv"])
    #expect(report.findings.first?.tlp == .amberStrict)
    #expect(report.visible(to: .amber).findings.isEmpty)
  }
}
