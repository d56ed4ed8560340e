import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

@Suite("One organization's sheet, worked by hand")
struct OrganizationSheetTests {
  /// The port refers to the ministry under an agreement that ended; the ministry's referral to the
  /// shelter is for children alone, and one to the clinic ends in sixty days.
  static let network = """
    liaison: 1
    title: Sheets
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {areas: any, groups: any, cases: any}
    areas: [{id: coast, name: Coast}]
    organizations:
      - {id: port, name: Port Checkpost, entry_point: true}
      - {id: welfare, name: Welfare Department}
      - {id: office, name: Coast Welfare Office, parent: welfare}
      - {id: shelter, name: Open Shelter, services: [{id: beds, type: shelter.emergency}]}
      - {id: clinic, name: Coast Clinic, services: [{id: care, type: medical.general}]}
      - {id: scouts, name: Sea Scouts}
    agreements:
      - {id: mou, name: MoU on the port, parties: [port, welfare], valid_until: 2025-06-29}
      - {id: care, name: Care protocol, parties: [office, clinic], valid_until: 2025-08-29}
      - {id: quiet, name: Old letter, parties: [welfare, scouts], valid_until: 2024-12-31}
      - {id: draft, name: Draft, parties: [welfare, shelter], status: planned}
      - {id: later, name: Long protocol, parties: [welfare, shelter], valid_until: 2025-12-31}
    relations:
      - {id: r1, from: port, to: welfare, kind: refers_to, agreement: mou, feedback: systematic}
      - {id: r2, from: welfare, to: clinic, kind: refers_to, agreement: care, feedback: systematic}
    """

  static let expectations = """
    - {id: ways, kind: pathway, services: [shelter.emergency, medical.general], severity: error, citation: ours}
    """

  static func sheet(of id: String, for audience: TrafficLight? = nil) throws -> OrganizationSheet {
    let (document, report, standard) = try Written.judged(network, expectations)
    let place = try #require(report.pathways.network.organization(id))
    return OrganizationSheet(of: place, in: document, report, against: standard, for: audience)
  }

  @Test("The table of what is provided is of the whole network, and on nobody's sheet")
  func noCoverageOfOthers() throws {
    let (document, report, standard) = try Written.judged(
      Self.network,
      "- {id: c, kind: coverage, services: [shelter.emergency], areas: [coast], severity: error, citation: ours}"
    )
    #expect(report.coverage?.cells.isEmpty == false)
    let place = try #require(report.pathways.network.organization("shelter"))
    let sheet = OrganizationSheet(of: place, in: document, report, against: standard)
    #expect(sheet.report.coverage == nil && GapBriefing(sheet).coverage == nil)
    #expect(!GapBriefing(sheet).text().contains(CoverageTable.title))
  }

  @Test("What is asked about feedback is asked of its own referrals alone")
  func ownFeedback() throws {
    let (document, report, standard) = try Written.judged(
      Self.network.replacing(", feedback: systematic", with: ""),
      "- {id: f, kind: feedback, min: 0.5, severity: info, citation: ours}")
    let place = try #require(report.pathways.network.organization("clinic"))
    let sheet = OrganizationSheet(of: place, in: document, report, against: standard)
    #expect(report.questions.map(\.sentence).contains { $0.contains("the Port Checkpost to") })
    #expect(
      sheet.report.questions.map(\.sentence) == [
        "Is there feedback on the referral of the Welfare Department to the Coast Clinic? "
          + "Nothing is recorded."
      ])
  }

  @Test("Of referrals without feedback a sheet has the share of all and its own alone")
  func ownShare() throws {
    let (document, report, standard) = try Written.judged(
      Self.network.replacing("feedback: systematic", with: "feedback: none"),
      "- {id: f, kind: feedback, min: 0.5, severity: info, citation: ours}")
    let place = try #require(report.pathways.network.organization("clinic"))
    let sheet = OrganizationSheet(of: place, in: document, report, against: standard)
    let finding = try #require(sheet.report.findings.first)
    #expect(
      finding.sentence
        == "Feedback is recorded on 0 of 2 referrals that state it, where the standard asks for 1; there is none "
        + "on the referrals of the Welfare Department to the Coast Clinic.")
    #expect(
      finding.evidence == [
        "No feedback on the referral of the Welfare Department to the Coast Clinic."
      ])
    #expect(finding.subjects.map(\.id) == ["r2"])
    #expect(finding.id == report.findings.first?.id)
    // Where the referrals are not listed completely it is a question, narrowed alike.
    let (open, asked, _) = try Written.judged(
      Self.network.replacing("feedback: systematic", with: "feedback: none")
        .replacing("{rule: all}", with: "{rule: all, complete: [organizations]}"),
      "- {id: f, kind: feedback, min: 0.5, severity: info, citation: ours}")
    let other = OrganizationSheet(of: place, in: open, asked, against: standard)
    #expect(other.report.questions.map(\.sentence) == [finding.sentence])
  }

  @Test(
    "What closes something of its own comes first; what closes others' gaps alone is asked of it")
  func asked() throws {
    // The clinic's way to shelter stops at it; the ministry could refer there as well, and has no gap.
    let welfare = try Self.sheet(of: "welfare")
    #expect(welfare.actions.isEmpty && welfare.asked.count == 1)
    let accounts = GapBriefing(welfare).accounts
    #expect(
      accounts.map(\.title).prefix(3) == [
        "What the Welfare Department could do next", "What others ask of the Welfare Department",
        "Agreements to renew",
      ])
    #expect(
      accounts[0].lines.first
        == "No action that it would sign closes something of its own for a gain.")
    #expect(
      accounts[1].lines.map { $0.hasPrefix("Agree a referral from the Welfare Department to") } == [
        true
      ])
    // A desk of the ministry's own, from which shelter is not reached either: with it the way is its own.
    let (document, report, standard) = try Written.judged(
      Self.network.replacing("{id: office, name:", with: "{id: office, entry_point: true, name:"),
      Self.expectations)
    let office = try #require(report.pathways.network.organization("office"))
    let sheet = OrganizationSheet(of: office, in: document, report, against: standard)
    #expect(!sheet.report.findings.isEmpty && !sheet.actions.isEmpty)
    let own = Set(sheet.report.findings.map(\.id))
    #expect(sheet.actions.allSatisfy { item in item.step.closed.contains { own.contains($0.id) } })
  }

  @Test("The clinic: the way to shelter stops at it, and one referral from it would close that")
  func clinic() throws {
    let sheet = try Self.sheet(of: "clinic")
    #expect(sheet.report.findings.compactMap(\.missing) == [.init(from: "clinic", to: "shelter")])
    #expect(
      sheet.actions.map(\.action)
        == ["Agree a referral from the Coast Clinic to the Open Shelter."])
    #expect(sheet.actions.map(\.parties) == [["clinic", "shelter"]])
    #expect(sheet.renewals.map(\.agreement) == [1])
  }

  @Test(
    "Fewer than three actions: what it can renew, answer, confirm and say besides, with what each is for"
  )
  func further() throws {
    let clinic = try Self.sheet(of: "clinic")
    #expect(
      clinic.further == [
        "Renew “Care protocol”, so that six pathways keep their only way.",
        "Say how many the medical.general of the Coast Clinic can take, so that it is known whether "
          + "there is room.",
      ])
    #expect(
      try Self.sheet(of: "welfare").further == [
        "Renew “MoU on the port”, so that six pathways keep their only way.",
        "Renew “Care protocol”, so that six pathways keep their only way.",
      ])
    // The shelter says that it works with the scouts, who have not been heard.
    let heard =
      Self.network
      + "\n  - {from: shelter, to: scouts, kind: works_with, evidence: [{source: s, reporter: from, answer: yes}]}"
    let (document, report, standard) = try Written.judged(heard, Self.expectations)
    let place = try #require(report.pathways.network.organization("scouts"))
    let scouts = OrganizationSheet(of: place, in: document, report, against: standard)
    #expect(
      scouts.further == [
        "Say whether it holds that the Open Shelter works with Sea Scouts: only the Open Shelter has "
          + "reported it, and what both confirm is sure."
      ])
    #expect(
      GapBriefing(scouts).accounts.first?.lines
        == ["No action that it would sign closes more than it opens."] + scouts.further)
    let silent = heard.replacing("reporter: from", with: "reporter: both")
    let (again, other, _) = try Written.judged(silent, Self.expectations)
    #expect(
      OrganizationSheet(of: place, in: again, other, against: standard).further.isEmpty)
  }

  /// A desk that sends people to a skills centre for courses alone, beside a refuge that nobody knows.
  static let courses = """
    liaison: 1
    title: Courses
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {areas: any, groups: any, cases: any}
    areas: [{id: coast, name: Coast}]
    organizations:
      - {id: desk, name: Help Desk, entry_point: true}
      - {id: skills, name: Skills Centre, services: [{id: courses, type: vocational}]}
      - {id: refuge, name: Refuge, services: [{id: beds, type: shelter.emergency}]}
    relations:
      - {from: desk, to: skills, kind: refers_to, services: [vocational], feedback: systematic}
    """

  @Test("Who is sent people for something else is not put forward to send them on")
  func implausibleSender() throws {
    let (document, report, standard) = try Written.judged(
      Self.courses,
      "- {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}")
    func actions(_ id: String) throws -> [String] {
      let place = try #require(report.pathways.network.organization(id))
      return OrganizationSheet(of: place, in: document, report, against: standard).actions.map {
        "\($0.action) \($0.effect)"
      }
    }
    // The way stops at the centre, and whether people are sent on from there at all is a question then.
    #expect(report.findings.first?.missing?.from == "skills")
    #expect(
      try actions("skills") == [
        "Agree a referral from the Skills Centre to the Refuge. It turns one urgent finding into a question."
      ])
    #expect(
      Recommendation(for: document, report, against: standard, count: 1).steps.map(\.action) == [
        .relation(from: "desk", to: "refuge")
      ])
  }

  @Test(
    "On Samundar no action from a centre of courses to a shelter; what is closed is closed for certain"
  )
  func samundar() throws {
    let standard = try #require(ShippedData.standard("four-pillars"))
    let document = try NetworkReader.read(path: Written.samundarPath)
    let report = try GapAnalysis.run(Written.samundar(), against: standard)
    let network = report.pathways.network
    for id in ["hunar", "wages-authority", "umeed"] {
      let place = try #require(network.organization(id))
      let sheet = OrganizationSheet(of: place, in: document, report, against: standard)
      for step in sheet.recommendation.steps {
        switch step.action {
        // The standard asks labour inspectorates for a referral to social welfare.
        case .relation(let from, let to, "refers_to"):
          #expect(from != id || to == "social-welfare", "\(step.action)")
        case .provider(let organization, let type, _, _, _):
          #expect(organization != "hunar" && organization != "wages-authority", "\(type)")
        default: continue
        }
      }
    }
  }

  @Test("An agreement of the same id as an organization is not that organization")
  func sameID() throws {
    let (document, report, standard) = try Written.judged(
      Self.network.replacing("{id: mou,", with: "{id: scouts,")
        .replacing("agreement: mou", with: "agreement: scouts"),
      Self.expectations + "\n- {id: papers, kind: agreement, severity: warning, citation: ours}")
    let ended = try #require(report.findings.first { $0.key.first == "scouts" })
    #expect(
      ended.subjects == [.init(.agreement, "scouts")] + .organizations(["port", "welfare"]))
    func findings(_ id: String) throws -> [String] {
      let place = try #require(report.pathways.network.organization(id))
      return OrganizationSheet(of: place, in: document, report, against: standard).report.findings
        .map(\.id)
    }
    #expect(try findings("port").contains(ended.id))
    #expect(try !findings("scouts").contains(ended.id))
    // By its id, it is the agreement that --about is about.
    #expect(try report.about(["scouts"]).findings.map(\.id).contains(ended.id))
  }

  @Test("The ministry: its office or itself could agree the referral; what it has to renew")
  func ministry() throws {
    let sheet = try Self.sheet(of: "welfare")
    #expect(sheet.report.findings.isEmpty)
    // Whether the ministry passes people on to its office is not stated: its own referral is surer.
    #expect(
      sheet.asked.map(\.action)
        == ["Agree a referral from the Welfare Department to the Open Shelter."])
    #expect(sheet.asked.map(\.parties) == [["welfare", "shelter"]])
    // The port's six ways to the clinic rest on both; its office signed the second. The letter
    // carries nothing, and the last is good for half a year.
    #expect(
      sheet.renewals.map(\.sentence) == [
        "“MoU on the port” (mou) ended on 2025-06-29, and one relation rests on it, from the Port "
          + "Checkpost to the Welfare Department; six pathways have no other sure way.",
        "“Care protocol” (care) ends on 2025-08-29, in 60 days: one relation rests on it, from the "
          + "Welfare Department to the Coast Clinic; six pathways have no other sure way.",
      ])
  }

  @Test("A unit's sheet has what its parent signs for it; the scouts' has nothing")
  func unit() throws {
    let office = try Self.sheet(of: "office")
    #expect(office.report.findings.isEmpty)
    #expect(office.renewals.map(\.agreement) == [0, 1])
    #expect(office.actions.isEmpty && office.asked.count == 1)
    let scouts = try Self.sheet(of: "scouts")
    #expect(scouts.actions.isEmpty && scouts.renewals.isEmpty)
    let briefing = GapBriefing(scouts)
    #expect(briefing.title == "Sea Scouts, in Sheets")
    #expect(briefing.sections.isEmpty && briefing.figures.isEmpty)
    #expect(
      briefing.accounts.flatMap(\.lines) == [
        "No action that it would sign closes more than it opens.",
        "None that it has signed and that something rests on has ended or ends within 90 days.",
      ])
  }

  @Test("The sheet's label is that of what it tells to do, too")
  func sheetLabel() throws {
    let (document, report, standard) = try Written.judged(
      Self.network.replacing("name: Open Shelter,", with: "name: Open Shelter, tlp: RED,"),
      Self.expectations)
    let place = try #require(report.pathways.network.organization("welfare"))
    let sheet = OrganizationSheet(of: place, in: document, report, against: standard)
    #expect(sheet.asked.count == 1 && sheet.report.findings.isEmpty)
    #expect(GapBriefing(sheet).label == .red)
    #expect(GapBriefing(try Self.sheet(of: "welfare")).label == .amber)
  }

  @Test("What is labelled above the audience is left out")
  func labels() throws {
    #expect(try Self.sheet(of: "welfare", for: .amber).asked.count == 1)
    let hidden = try Self.sheet(of: "welfare", for: .green)
    #expect(hidden.further.isEmpty)
    #expect(
      hidden.actions.isEmpty && hidden.asked.isEmpty && hidden.renewals.isEmpty
        && hidden.report.findings.isEmpty)
  }
}
