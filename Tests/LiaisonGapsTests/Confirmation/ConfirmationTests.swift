import LiaisonFiles
import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Confirmation sheets and their answers")
struct ConfirmationTests {
  /// A helpline refers to a shelter of which it is not known whether it takes men.
  private func yaml(
    shelter: String = "groups: [adult.female, adult.male=unknown]", relation: String = ""
  ) -> String {
    """
    liaison: 1
    title: T
    boundary: {rule: all}
    assume: {cases: any}
    areas: [{id: d, name: D}]
    organizations:
      - {id: line, name: Helpline, areas: [d], groups: [any], entry_point: {groups: [adult.male]}}
      - {id: house, name: Women's Shelter, areas: [d], services: [{id: beds, type: shelter.emergency, \(shelter)}]}
      - {id: rival, name: Rival, areas: [d], groups: [any]}
    relations:
      - {from: line, to: house, kind: refers_to\(relation)}
      - {from: rival, to: house, kind: competes_with}
    """
  }

  private let expectations = """
    - {id: shelter, kind: pathway, severity: error, services: [shelter.emergency], groups: [adult.male], citation: X}
    """

  private func judged(_ document: NetworkDocument) throws -> GapReport {
    try GapAnalysis.run(
      Written.resolve(document), against: Written.standard(expectations), asOf: Written.date)
  }

  private func sheet(_ report: GapReport, _ id: String) throws -> ConfirmationSheet {
    ConfirmationSheet(
      report, of: try #require(report.pathways.network.organization(id)))
  }

  /// The network after an organization has answered its open questions in one word.
  private func answered(
    _ yaml: String, _ id: String, _ answer: String
  ) throws -> (before: GapReport, after: GapReport) {
    let document = NetworkReader.document(yaml: yaml)
    let before = try judged(document)
    let network = before.pathways.network
    let questions = try sheet(before, id).questions
    #expect(!questions.isEmpty)
    let taken = try ConfirmationAnswers(
      questions.flatMap(\.points).map { .init($0.key, answer) },
      of: try #require(network.organization(id)), in: network, on: Written.date, source: "Sheet")
    // As it comes back from a file.
    let patch = PatchReader.patch(yaml: PatchReader.yaml(taken.patch))
    #expect(patch.problems.isEmpty, "\(patch.problems.map(\.sentence))")
    return (before, try judged(patch.applied(to: document).document))
  }

  private func figures(_ report: GapReport) -> (count: Int, upper: Int, total: Int) {
    let line = report.scorecard.first { $0.id == "pathways" }
    return (line?.count ?? -1, line?.upper ?? -1, line?.total ?? -1)
  }

  @Test(
    "A group that is not known: yes reaches the pathway, no makes the finding",
    arguments: [
      ("groups: [adult.female, adult.male=unknown]", ""),
      ("groups: [adult, any=unknown]", ", groups: [adult.male=unknown]"),
      ("groups: [any]", ", status: on_paper"),
      (
        "groups: [any]",
        ", evidence: [{reporter: from, answer: yes, date: 2025-01-01}, {reporter: to, answer: unknown, date: 2025-01-01}]"
      ),
      ("groups: [any]", ", evidence: [{reporter: to, answer: unknown, date: 2025-01-01}]"),
      ("groups: [any], status: dormant", ""),
    ])
  func roundTrip(shelter: String, relation: String) throws {
    let text = yaml(shelter: shelter, relation: relation)
    let (before, yes) = try answered(text, "house", "yes")
    #expect(figures(before) == (0, 1, 1) && before.findings.isEmpty)
    #expect(figures(yes) == (1, 1, 1), "\(yes.questions.map(\.sentence))")
    #expect(yes.questions.isEmpty && yes.findings.isEmpty)
    let place = yes.pathways.network.organizations[1]
    #expect(place.response == .answered(Written.date))
    if relation.contains("reporter: from") { return }  // The other side still says yes.
    let (_, no) = try answered(text, "house", "no")
    #expect(figures(no).upper == 0 && no.findings.count == 1, "\(no.findings.map(\.sentence))")
  }

  @Test("A scope that states nothing takes the answer and stays open beside it")
  func unstated() throws {
    let (_, after) = try answered(yaml(shelter: "cases: [any]"), "house", "yes")
    #expect(figures(after) == (1, 1, 1))
    let service = after.pathways.network.services[0]
    #expect(service.scope.groups?.answer(for: "adult.male") == .yes)
    #expect(service.scope.groups?.answer(for: "child.female") == .unknown)
  }

  @Test("One side's no against the other's yes stays a question")
  func disputed() throws {
    let evidence =
      ", evidence: [{reporter: from, answer: yes, date: 2025-01-01}, {reporter: to, answer: unknown, date: 2025-01-01}]"
    let (_, after) = try answered(
      yaml(shelter: "groups: [any]", relation: evidence), "house", "no")
    #expect(figures(after) == (0, 1, 1))
    #expect(after.questions.contains { $0.sentence.contains("The sides disagree") })
  }

  @Test("The sheet asks both ends, and never tells of a negative tie")
  func content() throws {
    let report = try judged(NetworkReader.document(yaml: yaml(relation: ", status: on_paper")))
    let line = try sheet(report, "line")
    #expect(
      line.questions.map(\.points).map { $0.map(\.key) } == [
        [.init(.relations, "line refers_to house", .holds)]
      ])
    let house = try sheet(report, "house")
    #expect(house.questions.count == 2)
    #expect(house.questions.map(\.cells) == [1, 1])
    #expect(
      house.parts.map(\.title) == ["Services", "Feedback that it gives", "What is not recorded"])
    #expect(
      house.parts[0].points[0].statement
        == "The Women's Shelter offers emergency shelter: women, not known whether men; in D")
    #expect(!house.points.contains { $0.statement.contains("Rival") })
    #expect(
      house.parts[2].points.map(\.key.matter) == [.refersTo, .offers])
    #expect(try sheet(report, "rival").parts.map(\.title) == ["What is not recorded"])
  }

  @Test("Who stayed silent says to whom it refers; what is known already is confirmed")
  func silent() throws {
    let document = NetworkReader.document(yaml: yaml(shelter: "groups: [any]"))
    let network = try Written.resolve(document)
    let index = try #require(network.organization("rival"))
    let taken = try ConfirmationAnswers(
      [.init(.init(.organizations, "rival", .refersTo), "the women's shelter; line")], of: index,
      in: network, on: Written.date, source: "Sheet")
    #expect(taken.patch.additions.relations.map(\.to.value) == ["house", "line"])
    let again = try Written.resolve(taken.patch.applied(to: document).document)
    #expect(again.relations.count == 4)
    #expect(again.relations[2].evidence.map(\.reporter) == ["from"])
    let known = try ConfirmationAnswers(
      [.init(.init(.organizations, "line", .refersTo), "house")],
      of: try #require(network.organization("line")), in: network, on: Written.date, source: "Sheet"
    )
    #expect(known.patch.additions.relations.isEmpty)
    #expect(known.patch.additions.orphanEvidence.count == 1)
  }

  @Test(
    "Whoever refers says whether it hears back: only of referrals in force that say nothing of it")
  func feedback() throws {
    func parts(_ relation: String, more: String = "") throws -> [ConfirmationPoint.Key] {
      let text = yaml(shelter: "groups: [any]", relation: relation) + more
      let report = try judged(NetworkReader.document(yaml: text))
      #expect(
        try sheet(report, "house").parts.allSatisfy { $0.title != "Feedback on its referrals" })
      // Who takes people in is asked the same: whether it tells what became of them.
      #expect(
        try sheet(report, "house").parts.filter { $0.title == "Feedback that it gives" }
          .flatMap(\.points).map(\.key)
          == sheet(report, "line").parts.filter { $0.title == "Feedback on its referrals" }
          .flatMap(\.points).map(\.key))
      return try sheet(report, "line").parts.filter { $0.title == "Feedback on its referrals" }
        .flatMap(\.points).map(\.key)
    }
    let key = ConfirmationPoint.Key(.relations, "line refers_to house", .feedback)
    #expect(try parts("") == [key])
    #expect(try parts(", feedback: none").isEmpty)
    #expect(try parts(", valid_until: 2020-01-01").isEmpty)
    #expect(
      try parts("", more: "\n  - {from: house, to: line, kind: gives_feedback_to}").isEmpty)

    let document = NetworkReader.document(yaml: yaml(shelter: "groups: [any]"))
    let network = try Written.resolve(document)
    for (answer, recorded) in [
      ("systematic", "systematic"), ("No", "none"), ("unknown", nil),
    ] as [(String, Code?)] {
      let taken = try ConfirmationAnswers(
        [.init(key, answer)], of: try #require(network.organization("line")), in: network,
        on: Written.date, source: "Sheet")
      let again = try Written.resolve(taken.patch.applied(to: document).document)
      #expect(again.relations[0].feedback == recorded)
      #expect(again.organizations[0].response == .answered(Written.date))
    }
  }

  @Test("What an organization offers besides becomes a service of which nothing else is known")
  func offers() throws {
    let document = NetworkReader.document(yaml: yaml())
    let network = try Written.resolve(document)
    let taken = try ConfirmationAnswers(
      [
        .init(
          .init(.organizations, "house", .offers),
          "shelter.emergency; Legal counsel; legal_counsel")
      ],
      of: try #require(network.organization("house")), in: network, on: Written.date, source: "S")
    let patch = PatchReader.patch(yaml: PatchReader.yaml(taken.patch))
    #expect(patch.problems.isEmpty, "\(patch.problems.map(\.sentence))")
    let again = try Written.resolve(patch.applied(to: document).document)
    #expect(again.services.map(\.id) == ["beds", "legal-counsel"])
    #expect(again.services[1].type == "legal_counsel" && again.services[1].scope.groups == nil)
  }

  @Test(
    "Whom a service takes in of which only the type was said is not known, whatever its organization says"
  )
  func openService() throws {
    let text = """
      liaison: 1
      title: One house
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any, groups: any}
      areas: [{id: d, name: East District}, {id: w, name: West District}]
      organizations:
        - {id: house, name: Hill Shelter, areas: [d], groups: [adult, adult.male=no], entry_point: true}
        - {id: other, name: Low Shelter, areas: [d]}
      """
    func taken(_ id: String) throws -> (service: Service, report: GapReport) {
      let document = NetworkReader.document(yaml: text)
      let network = try Written.resolve(document)
      let answers = try ConfirmationAnswers(
        [.init(.init(.organizations, id, .offers), "legal_counsel")],
        of: try #require(network.organization(id)), in: network, on: Written.date, source: "S")
      let again = try Written.resolve(answers.patch.applied(to: document).document)
      let report = try GapAnalysis.run(
        again,
        against: Written.standard(
          "- {id: c, kind: coverage, services: [legal_counsel], areas: [d], groups: [adult], "
            + "severity: error, citation: ours}"))
      return (try #require(again.services.first), report)
    }
    let (service, report) = try taken("house")
    #expect(service.scope.groups?.answer(for: "adult.female") == .unknown)
    #expect(service.scope.groups?.answer(for: "adult.male") == .no)
    #expect(service.scope.areas?.terms == [ScopeTerm("d", .unknown)])
    #expect(report.scorecard.first { $0.id == "coverage/c" }?.count == 0)
    #expect(
      report.questions.map(\.sentence) == [
        "Does the legal counsel of the Hill Shelter admit women and adults of another gender from East "
          + "District? The answer decides two needs."
      ])
    // Groups that the header assumes are those of what is recorded.
    #expect(try taken("other").service.scope.groups?.terms == [ScopeTerm(.any, .unknown)])
    #expect(try taken("other").service.scope.cases == nil)
  }

  @Test(
    "A referral that has ended is in force again where it is named, and to be read where it is only said to hold"
  )
  func ended() throws {
    let document = NetworkReader.document(
      yaml: yaml(shelter: "groups: [any]", relation: ", status: ended"))
    let network = try Written.resolve(document)
    func taken(_ key: ConfirmationPoint.Key, _ answer: String) throws -> ConfirmationAnswers {
      try ConfirmationAnswers(
        [.init(key, answer)], of: try #require(network.organization("line")), in: network,
        on: Written.date, source: "Sheet")
    }
    let named = try taken(.init(.organizations, "line", .refersTo), "house")
    let again = try Written.resolve(named.patch.applied(to: document).document)
    #expect(again.relations.first?.standing(on: Written.date) == .yes)
    let said = try taken(.init(.relations, "line refers_to house", .holds), "yes")
    let still = try Written.resolve(said.patch.applied(to: document).document)
    #expect(still.relations.first?.standing(on: Written.date) == .no)
    #expect(
      said.remarks == [
        "line refers_to house: yes; it is recorded as not in force, and whether it is again was not asked"
      ])
  }

  @Test(
    "Answers about others, and words for yes or no, are refused",
    arguments: [
      (
        ConfirmationPoint.Key(.services, "house/beds", .holds), "yes",
        "is no service of the Helpline"
      ),
      (.init(.relations, "rival competes_with house", .holds), "yes", "is not one of the Helpline"),
      (.init(.relations, "line refers_to house", .holds), "perhaps", "write yes, no or unknown"),
      (.init(.organizations, "line", .groups, ["giraffe"]), "yes", "is not a code"),
      (.init(.organizations, "line", .refersTo), "Nobody Known", "no organization"),
      (.init(.organizations, "line", .refersTo), "house; Helpline", "is the one who answers"),
      (.init(.organizations, "line", .offers), "magic", "is no service type"),
      (.init(.organizations, "house", .offers), "legal_counsel", "neither the Helpline"),
      (
        .init(.relations, "line refers_to house", .feedback), "yes",
        "write none, ad_hoc, systematic or unknown"
      ),
      (.init(.organizations, "line", .feedback), "none", "has no relation"),
      (.init(.areas, "d", .holds), "yes", "is not asked about areas"),
    ])
  func refusals(key: ConfirmationPoint.Key, answer: String, message: String) throws {
    let network = try Written.network(yaml())
    let line = try #require(network.organization("line"))
    do throws(ConfirmationAnswers.Refusal) {
      _ = try ConfirmationAnswers(
        [.init(key, ""), .init(key, answer)], of: line, in: network, on: Written.date, source: "S")
      Issue.record("taken down")
    } catch {
      #expect(error.position == 1 && error.message.contains(message), "\(error.message)")
    }
  }
}
