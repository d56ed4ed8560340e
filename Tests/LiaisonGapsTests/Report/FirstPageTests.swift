import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("The first page of gaps")
struct FirstPageTests {
  private static let samundar = Result {
    try GapAnalysis.run(
      Written.samundar(), against: try #require(ShippedData.standard("four-pillars")),
      options: .init(testsSurvival: true))
  }

  private func report() throws -> GapReport { try Self.samundar.get() }

  /// Nobody provides counsel; the shelter stands apart from the port, and what one of its two agreements carries
  /// has another way.
  private static let town = """
    liaison: 1
    title: Town
    boundary: {rule: all}
    assume: {cases: any, groups: any}
    areas: [{id: town, name: Town, level: district}]
    organizations:
      - {id: port, name: Port Checkpost, sector: gov.border, areas: [town], entry_point: true, answered: 2025-01-01}
      - {id: guides, name: Guides, sector: ngo.national, areas: [town], status: dormant}
      - {id: house, name: Open House, sector: ngo.specialised, areas: [town], services: [{id: beds, type: shelter.emergency}]}
      - {id: quiet, name: Quiet Trust, sector: donor, areas: [town], answered: no}
    agreements:
      - {id: one, name: First letter, type: mou, parties: [port, house], valid_until: 2025-07-30}
      - {id: two, name: Second letter, type: mou, parties: [port, house], valid_until: 2026-07-30}
    relations:
      - {id: r1, from: port, to: house, kind: refers_to, agreement: one}
      - {id: r2, from: port, to: house, kind: refers_to, agreement: two}
    """

  private func steps(_ expectations: String) throws -> [NextStep] {
    try Written.report(Self.town, expectations).nextSteps()
  }

  @Test("What suggests itself and is no single action stands among the others by its weight")
  func suggested() throws {
    let told = try steps(
      """
      - {id: ties, kind: cooperation, from: [gov.border], to: [ngo.national], expect: required, severity: warning, citation: o}
      - {id: cover, kind: coverage, services: [legal_counsel], severity: error, citation: o}
      """)
    #expect(told.count == 2)
    #expect(told[0].effect.hasPrefix("No provider of legal counsel is recorded"), "\(told)")
    #expect(told[1].action.contains("Guides"), "\(told)")
    // Whether those who may have stopped work with anybody is a question still.
    #expect(told[1].effect.contains("question") && !told[1].effect.contains("closes"), "\(told[1])")
  }

  @Test("A letter that lapses while another carries the same leaves no pathway without a sure way")
  func carried() throws {
    let told = try steps(
      """
      - {id: letters, kind: agreement, within_days: 90, severity: info, citation: o}
      - {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: o}
      """)
    let renewal = try #require(told.first { $0.action.contains("First letter") })
    #expect(!renewal.text.contains("no other sure way"), "\(renewal)")
  }

  @Test(
    "Those who stayed silent are told apart from those of whom nothing says that they were asked")
  func unasked() throws {
    let report = try Written.report(
      Self.town,
      "- {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: o}")
    #expect(
      GapBriefing(report).first?.silent
        == "No answer yet: the Quiet Trust. Not recorded as asked: Guides and Open House.")
  }

  @Test("It is one screen, and every line of it is as wide as a terminal at most")
  func screen() throws {
    let lines = GapBriefing(try report()).text().split(
      separator: "\n", omittingEmptySubsequences: false)
    let end = try #require(lines.firstIndex { $0 == "Who is missing" })
    #expect(end - 1 <= 40, "\(end - 1) lines")
    for line in lines.prefix(end) { #expect(line.count <= 80, "\(line)") }
    let need = try #require(lines.firstIndex { $0.hasPrefix("A need is") })
    let figure = try #require(lines.firstIndex { $0.contains("1,744 of 1,848") })
    #expect(need < figure)
  }

  @Test("Its steps are the first that recommend tells, each with what it closes and who signs")
  func steps() throws {
    let first = try #require(GapBriefing(try report()).first)
    #expect(first.steps.count == 3)
    let starts = [
      "Emergency shelter for boys in Samundar could be set up at Khair Relief, and the Child Protection "
        + "Bureau could refer to it. It closes one urgent finding",
      "Agree a referral from Provincial Police to the Men's Refuge. It closes four urgent findings: "
        + "7 pathways to emergency shelter for men. To sign: Provincial Police and the Men's Refuge",
      "End that case data pass from the Coast Civil Hospital to Samundar Television. It closes one "
        + "urgent finding: the standard prohibits it.",
    ]
    for (step, start) in zip(first.steps, starts) { #expect(step.text.hasPrefix(start), "\(step)") }
  }

  @Test("A step says what the plan has for it, and that who would set a service up is to be asked")
  func notes() throws {
    let first = try #require(GapBriefing(try report()).first)
    #expect(
      first.steps[0].note.contains(
        "Whether Khair Relief could is to be asked. In the plan: “A place for boys” (pap-2.2), due 2026-03-31, delayed."
      ),
      "\(first.steps[0])")
  }

  @Test("Who signs is the same on the first page, in recommend, on a sheet and in what-if")
  func signing() throws {
    let (document, standard, report, recommendation) = try Written.samundarRecommendation.get()
    let items = RecommendationWords(recommendation, on: report).items
    let steps = try #require(GapBriefing(report).first).steps.map(\.text)
    #expect(items.count == 4 && steps.count == 3)
    for (item, step) in zip(items, steps) {
      #expect(step.hasPrefix(item.action))
      if let start = step.firstRange(of: "To sign:")?.lowerBound {
        let signing = String(step[start...])
        #expect(item.signing.hasPrefix(signing), "\(item.signing)\n\(step)")
      } else {
        #expect(step.hasSuffix(item.signing))
      }
    }
    let referral = "To sign: Provincial Police and the Men's Refuge, a referral protocol."
    #expect(report.signings(of: recommendation.patch).contains(referral))
    let police = try #require(report.pathways.network.organization("police"))
    let sheet = OrganizationSheet(of: police, in: document, report, against: standard)
    #expect(sheet.actions.contains { $0.signing.hasPrefix(referral) })
  }

  @Test("What goes to and fro for one reason is one sentence with all circles")
  func circles() throws {
    let report = try report()
    let loops = report.findings.filter { $0.rule == "four-pillars/loops" }
    #expect(loops.count == 3)
    let folds = report.folded(loops)
    #expect(folds.count == 1)
    let text = try #require(folds.first?.finding.sentence)
    for district in ["North", "Coast", "Valley"] {
      #expect(text.contains("the \(district) Police Station in \(district) District"), "\(text)")
    }
  }

  @Test("Figures say what they count: people for each service, and who is not counted")
  func counted() throws {
    let report = try report()
    let briefing = GapBriefing(report)
    let figures = briefing.figures + (briefing.first?.figures ?? [])
    let room = try #require(figures.first { $0.label.hasPrefix("people a month") })
    #expect(
      room.label
        == "people a month for whom there is room, each counted once for formal identification and once "
        + "for case management")
    let resilient = try #require(figures.first { $0.count == "168 of 210" })
    #expect(
      resilient.label
        == "needs that no one organization can cut off, apart from an only entry point or only provider"
    )
    #expect(briefing.sureness.contains { $0.contains("no room is counted for them") })
    // What would only open without weak ties wants no remedy.
    #expect(!briefing.sureness.contains { $0.contains("would close") })
  }

  @Test("Those who were asked and stayed silent are named, and whom to ask")
  func asked() throws {
    let first = try #require(GapBriefing(try report()).first)
    #expect(
      first.silent
        == "No answer yet: Coast Daily, the Dockers' Union, the Harbour Manpower Agency, the "
        + "Brick Kiln Owners' Association and the Lakeland Cooperation Agency.")
    #expect(first.questions.contains { $0.contains("Ask the Hunar Skills Centre") })
  }

  @Test("Findings that stop at one place for one reason are one sentence, and keep their ids")
  func folded() throws {
    let report = try report()
    let folds = report.folded(report.findings.filter { report.isMissingPathway($0) })
    #expect(folds.count == 1)
    let fold = try #require(folds.first)
    #expect(Set(fold.parts.map(\.id)).count == 4)
    #expect(
      fold.finding.sentence.hasSuffix(
        "One relation from Provincial Police to the Men's Refuge would close these four findings."))
    for place in ["Coast Police Station", "North Police Station", "Labour Inspectorate"] {
      #expect(fold.finding.sentence.contains("the \(place) in "), "\(fold.finding.sentence)")
    }
  }

  @Test("What breaks names whose closure cuts most, as --if-closed counts")
  func closure() throws {
    let report = try report()
    let text = GapBriefing(report).sections.compactMap(\.lead).joined()
    let worst = try #require(ClosureRanking(report).rows.first)
    let name = report.pathways.network.organizations[worst.organizations[0]].name
    #expect(text.contains("closure of \(name) would cut most pathways: \(worst.loss.pathways) of"))
  }

  @Test("Without a boundary nothing reads as absent, and no step is made up")
  func open() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Two
      areas: [{id: east, name: East District, level: district}]
      organizations:
        - {id: desk, name: Help Desk, sector: hotline, areas: [east], groups: [any]}
      """,
      """
      - {id: union, kind: presence, sectors: [worker.trade_union], level: district, severity: warning, citation: ours}
      """)
    let first = try #require(GapBriefing(report).first)
    #expect(first.steps.isEmpty)
    #expect(first.figures.map(\.remark) == ["not known of any yet"])
    #expect(first.confidence.contains("does not say who was asked"))
  }

  @Test("Who is asked and in operation is named, and the label covers every name on the page")
  func label() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: Two
      areas: [{id: east, name: East District, level: district}]
      organizations:
        - {id: desk, name: Help Desk, sector: hotline, answered: 2025-01-01}
        - {id: quiet, name: "Quiet {closes} Office", sector: hotline, answered: no, tlp: RED}
        - {id: gone, name: Closed Office, sector: hotline, answered: no, status: defunct}
        - {id: blank, name: "\u{200F}", sector: hotline, answered: no}
      """,
      """
      - {id: union, kind: presence, sectors: [worker.trade_union], level: district, severity: warning, citation: ours}
      """)
    let briefing = GapBriefing(report)
    let silent = try #require(briefing.first?.silent)
    #expect(silent.contains("Quiet (closes) Office"), "\(silent)")
    #expect(silent.contains("blank"), "\(silent)")
    #expect(!silent.contains("Closed Office"), "\(silent)")
    #expect(briefing.label == .red)
  }
}
