import LiaisonDiagrams
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonReports

@Suite("What a report says")
struct ReportTests {
  private func firstPage(_ report: Report) throws -> [ReportBlock] {
    guard case .section(.first, let blocks)? = report.blocks().first else {
      throw ReportTestError.noFirstPage
    }
    return blocks
  }

  private enum ReportTestError: Error { case noFirstPage }

  @Test("The first page: five sentences, how sure, three decisions with those who are asked")
  func firstPage() throws {
    let report = try Fixtures.report(Fixtures.samundar())
    let page = try firstPage(report)
    let lists = page.compactMap { block -> [ReportItem]? in
      if case .list(let items, true) = block { return items }
      return nil
    }
    let sentences = try #require(lists.first)
    #expect(sentences.count == 5)
    #expect(Set(sentences.map(\.text)).count == 5)
    #expect(
      sentences.contains {
        $0.text == "No provider of emergency shelter is recorded for boys in Samundar."
      })
    #expect(sentences.contains { $0.text.contains("legal counsel") })
    let texts = page.flatMap(\.texts)
    #expect(
      texts.contains(
        "Of 1,848 pathways from a first contact to a service that the standard asks for, 1,744 "
          + "are recorded from end to end, 65 hang on questions not yet answered and 39 are "
          + "missing."))
    #expect(texts.contains("40 of 45 organizations asked have answered."))
    #expect(texts.contains("Three decisions asked"))
    let decision = try #require(
      texts.firstIndex(of: "Agree a referral from Provincial Police to the Men's Refuge."))
    #expect(
      texts[decision + 1]
        == "It closes four urgent findings: 7 pathways to emergency shelter for men. That is point 2."
    )
    #expect(
      texts[decision + 2]
        == "To sign: Provincial Police and the Men's Refuge, a referral protocol.")
  }

  /// Police who are met by men and lead to a shelter for women only, and a refuge that nobody refers to.
  private static let small = """
    liaison: 1
    title: A town
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {cases: any}
    areas: [{id: town, name: Town, level: district}]
    organizations:
      - {id: police, name: Town Police, sector: gov.law_enforcement, areas: [town], groups: [any], entry_point: true}
      - {id: dar, name: Women's Shelter, sector: ngo.specialised, areas: [town], services: [{id: shelter, type: shelter.emergency, groups: [adult.female]}]}
      - {id: refuge, name: Men's Refuge, sector: cso.faith, areas: [town], services: [{id: shelter, type: shelter.emergency, groups: [adult.male]}]}
    relations:
      - {from: police, to: dar/shelter, kind: refers_to}
    """

  @Test(
    "The decisions asked are the steps that `gaps` prints, in its order and its words, with those who sign",
    arguments: ["samundar", "kestria", "small"])
  func steps(network name: String) throws {
    let network = try Fixtures.resolved(
      name == "small"
        ? NetworkReader.document(yaml: Self.small)
        : NetworkReader.read(path: Checkout.path("graphs/\(name)")))
    let standard =
      name == "kestria"
      ? try Fixtures.kestria() : try #require(ShippedData.standard("four-pillars"))
    let gaps = try GapAnalysis.run(network, against: standard, options: .init(testsSurvival: true))
    let report = Report(network, Report.Judged(standard: standard, gaps: gaps), tool: "t")
    let printed = GapBriefing(gaps).text(width: 100_000)
    let steps = try #require(GapBriefing(gaps).first).steps
    #expect(steps.count == 3)
    #expect(report.steps == steps)
    let texts = try firstPage(report).flatMap(\.texts)
    var place = try #require(texts.firstIndex(of: "Three decisions asked"))
    for (index, step) in steps.enumerated() {
      #expect(printed.contains("  \(index + 1). \(step.text)\n"), "\(step.text)")
      #expect(texts[place + 1] == step.action)
      // What is no single action is the suggestion of a finding, which may stand above.
      let told =
        step.signing.isEmpty && report.points.contains { $0.finding.sentence == step.effect }
      #expect(texts[place + 2].hasPrefix(told ? "That is " : step.effect), "\(texts[place + 2])")
      let rest = [step.isWeak ? NextStep.weak : "", step.note, step.signing].filter { !$0.isEmpty }
      #expect(Array(texts[(place + 3)...].prefix(rest.count)) == rest)
      #expect(!step.signing.isEmpty || name != "samundar")
      place += 2 + rest.count
      // What it closes is a point above, unless five are graver.
      let number = report.points.firstIndex { $0.parts.contains { step.findings.contains($0.id) } }
      #expect(
        number.map { point in
          texts.contains { $0.contains("That is") && $0.hasSuffix("point \(point + 1).") }
        } ?? (index > 0))
    }
    #expect(!texts.contains { $0.hasPrefix("Asked of") })
  }

  @Test("A step all of whose findings rest on weak evidence says so, in gaps and in the report")
  func weakSteps() throws {
    let network = try Fixtures.samundar()
    let standard = try #require(ShippedData.standard("four-pillars"))
    let gaps = try GapAnalysis.run(network, against: standard, options: .init(testsSurvival: true))
    let fallen = try #require(gaps.survival).fallen
    let steps = gaps.nextSteps(100)
    #expect(fallen.count == 2 && steps.count > 10)
    for step in steps {
      #expect(step.isWeak == step.findings.allSatisfy { fallen.contains($0) }, "\(step.text)")
      #expect(step.text.contains(NextStep.weak) == step.isWeak)
    }
    #expect(steps.contains { $0.isWeak })
    let report = Report(network, Report.Judged(standard: standard, gaps: gaps), tool: "t")
    let point = try #require(report.points.first { $0.finding.sentence.contains("Lakeland") })
    let texts = try firstPage(report).flatMap(\.texts)
    #expect(texts.contains("\(point.finding.sentence) (Rests on weak evidence.)"))
  }

  @Test("What the first page tells is not told again: later chapters name it by its number")
  func toldOnce() throws {
    let network = try Fixtures.samundar()
    let judged = try Fixtures.report(network).judged
    let figures = try ReportFigures.draw(
      network, gaps: judged, on: network.header.asOf, by: nil, formats: [])
    let report = Report(network, judged[0], figures: figures.shown, tool: "t")
    let text = MarkdownWriter().write(report.blocks())
    #expect(report.points.count == 5)
    for fold in report.folds {
      let sentence = MarkdownWriter.escaped(fold.finding.sentence)
      // What names neither a service nor an organization has no shorter name in a list.
      let hasName = report.matter(fold.finding) != fold.finding.sentence
      #expect(text.ranges(of: sentence).count == 1 || !hasName, "\(sentence)")
    }
    #expect(text.contains("**urgent** Point 1 of the first page: emergency shelter for boys."))
    #expect(text.contains("- Point 2 of the first page: emergency shelter for men.\n"))
    // A relation is told of one figure, and what one organization refers to in one sentence.
    let relations = figures.shown.flatMap(\.relations)
    #expect(relations.contains { $0.hasPrefix("Provincial Police refers people to") })
    #expect(text.ranges(of: "The Labour Inspectorate refers people to").count == 1)
    #expect(text.contains("Its other relations stand above, under “"))
    #expect(text.split { $0.isWhitespace }.count < 9_000)
  }

  @Test(
    "The decisions asked are the actions of recommend, in its order; what the findings ask besides follows"
  )
  func decisions() throws {
    let document = try NetworkReader.read(path: Checkout.path("graphs/samundar"))
    let network = try Fixtures.samundar()
    let standard = try #require(ShippedData.standard("four-pillars"))
    let gaps = try GapAnalysis.run(network, against: standard)
    let recommendation = Recommendation(
      for: document, gaps, against: standard, count: 1, signer: "mens-refuge")
    let items = RecommendationWords(recommendation, on: gaps).items
    let report = Report(
      network, Report.Judged(standard: standard, gaps: gaps), actions: items, tool: "t")
    let texts = try firstPage(report).flatMap(\.texts)
    let first = try #require(texts.firstIndex(of: "Three decisions asked"))
    #expect(texts[first + 1] == "Agree a referral from Provincial Police to the Men's Refuge.")
    #expect(
      texts[first + 2]
        == "\(items[0].effect) That is point 1. Pathways reached 1,744 → 1,751 of 1,848.")
    #expect(
      texts[first + 3] == "To sign: Provincial Police and the Men's Refuge, a referral protocol.")
    #expect(texts[first + 4].hasPrefix("Emergency shelter for boys"))
    // What the action closes is not asked for again.
    #expect(
      texts.count { $0.contains("referral from Provincial Police to the Men's Refuge.") } == 1)
  }

  @Test("What one decision closes whole is not asked for a second time")
  func coveredDecisions() throws {
    let network = try Fixtures.resolved(NetworkReader.read(path: Checkout.path("graphs/kestria")))
    let report = try Fixtures.report(network, against: Fixtures.kestria())
    let asked = report.steps.map(\.action)
    #expect(asked.contains { $0.contains("Kestrian Police to the Seafarers' Mission") })
    #expect(!asked.contains { $0.contains("Lifeline 119 to the Seafarers' Mission") })
    let texts = try firstPage(report).flatMap(\.texts)
    #expect(texts.contains { $0.hasSuffix("That is point 2.") })
    #expect(texts.contains { $0.hasSuffix("That is point 3.") })
    var closed: Set<String> = []
    for step in report.steps {
      #expect(closed.isDisjoint(with: step.findings))
      closed.formUnion(step.findings)
    }
  }

  @Test("No column is without a heading, and how sure it is stands in one box")
  func headings() throws {
    let report = try Fixtures.report(
      Fixtures.samundar(), against: ["four-pillars", "partnership"])
    let blocks = report.blocks()
    for case .table(let table) in blocks.flatMap(\.flat) {
      #expect(!table.columns.contains(""), "\(table.caption)")
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.caption)")
    }
    let boxes = blocks.flatMap(\.flat).compactMap { block -> String? in
      if case .box(let title, _) = block { return title }
      return nil
    }
    #expect(Set(boxes).count == boxes.count, "\(boxes)")
    #expect(boxes.contains("How sure this is"))
  }

  @Test("Severity has one set of words, the planner's; the method says what files call it")
  func severityWords() throws {
    let report = try Fixtures.report(Fixtures.samundar())
    for case .table(let table) in report.blocks() where table.columns.first == "Expectation" {
      #expect(table.columns[2] == "How much it matters")
      #expect(Set(table.rows.map { $0[2].text }) == ["urgent", "important", "note"])
    }
    let texts = report.blocks().flatMap(\.texts)
    let codes = texts.filter { text in
      text.contains(" errors") || text.contains(" warnings") || text.contains("one error")
    }
    #expect(codes == [])
    #expect(texts.contains { $0.contains("`error`, `warning` and `info`") })
  }

  @Test("Where nothing could be judged the report says that, and praises nothing")
  func nothingJudged() throws {
    let yaml = """
      liaison: 1
      title: Names only
      as_of: 2025-06-30
      boundary: {rule: all}
      organizations: [{id: a, name: Ark, sector: ngo.national}]
      """
    let network = try Fixtures.resolved(NetworkReader.document(yaml: yaml))
    let text = """
      liaison_standard: 1
      id: ours
      title: Ours
      expectations:
        - {id: p, kind: presence, sectors: [media], level: district, severity: error, citation: ours}
      """
    let standard = try #require(StandardReader.decode(Array(text.utf8), path: "o.yaml").standard)
    let report = try Fixtures.report(network, against: standard)
    let page = try firstPage(report).flatMap(\.texts)
    #expect(
      page.contains("Nothing could be judged: nothing that the standard asks about is recorded."))
    #expect(page.contains("Nothing that the standard asks could be judged in this network."))
    #expect(!page.contains { $0.contains("No gap was found") || $0.contains("missing.") })
  }

  @Test("The figures in words are lists, long ones folded, and say no title twice")
  func figureWords() throws {
    let relations = (1...9).map { "Police refers people to House \($0)" }
    let figure = ReportFigure(
      id: "pathway", svg: nil, title: "Who refers to whom", caption: "c",
      alternative: ["Who refers to whom.", "A province.", "Entry points: Police."],
      relations: relations)
    let blocks = ReportFigure.words(of: [figure], chapter: 9)
    let page = HTMLWriter().write(blocks, in: .init(title: "t", label: .amber))
    #expect(try Markup.problems(in: page) == [])
    #expect(page.contains("<summary><bdi>Relations (9)</bdi></summary>"))
    #expect(page.contains("<li><bdi>Police refers people to House 9.</bdi></li>"))
    #expect(page.ranges(of: "Who refers to whom").count == 1)
    #expect(page.ranges(of: "<details>").count == 1)
    let text = MarkdownWriter().write(blocks)
    #expect(text.contains("\nRelations (9):\n\n- Police refers people to House 1.\n- Police"))
    // One of a kind is not counted, and no file is named that is not written.
    #expect(text.contains("### Who refers to whom (not drawn)"))
    #expect(text.contains("\nWhat it shows:\n\n- Entry points: Police."))
    var single = figure
    single.relations = ["Police refers people to House 1"]
    single.caption = ""
    let one = MarkdownWriter().write(ReportFigure.words(of: [single], chapter: 9))
    #expect(one.contains("\nOne relation:\n\n- Police refers people to House 1.\n"))
    #expect(!MarkdownWriter().write([.figure(single)]).contains("*\n"))
  }

  @Test(
    "As many questions are open in a report as in gaps, also where several are read as one",
    arguments: ["graphs/samundar", "graphs/kestria"])
  func openQuestions(path: String) throws {
    let network = try Fixtures.resolved(NetworkReader.read(path: Checkout.path(path)))
    let report = try Fixtures.report(network)
    let gaps = report.main
    #expect(gaps.folded(gaps.questions).count < gaps.questions.count)
    #expect(report.openQuestions == gaps.questions.count)
    let sentence = GapReport.openQuestions(gaps.questions.count)
    #expect(GapBriefing(gaps).sureness.first == sentence)
    #expect(report.confidence.contains(sentence))
    let chapter = report.questionChapter.flatMap(\.texts)
    #expect(chapter.contains { $0.contains(sentence) })
    // What a second standard asks in the same words is asked, and counted, once.
    let twice = try Fixtures.report(network, against: ["four-pillars", "four-pillars"])
    #expect(twice.openQuestions == report.openQuestions)
  }

  @Test("The chapters stand in the planner's order")
  func order() throws {
    let heads = try Fixtures.report(Fixtures.samundar()).blocks().compactMap { block -> String? in
      if case .heading(2, let text) = block { return text }
      return nil
    }
    #expect(
      heads == [
        "1 Scope and confidence", "2 Scorecard", "3 Who is missing", "4 Can people reach help",
        "5 What breaks", "6 Who works with whom", "7 Agreements and plan", "8 Questions to ask",
        "9 Method",
      ])
  }

  @Test("Every finding stands in the report, in the words of gaps")
  func complete() throws {
    let report = try Fixtures.report(
      Fixtures.samundar(), against: ["four-pillars", "partnership"])
    let texts = Set(report.blocks().flatMap(\.texts))
    #expect(report.findings.count >= 8)
    var told: Set<String> = []
    for one in report.judged {
      for section in one.gaps.sections {
        for fold in one.gaps.folded(section.findings) {
          #expect(texts.contains(fold.finding.sentence))
          told.formUnion(fold.parts.map(\.id))
        }
      }
    }
    #expect(told == Set(report.judged.flatMap(\.gaps.findings).map(\.id)))
  }

  @Test("How sure it is stands in the report as `gaps` says it, with who answered by sector")
  func sureness() throws {
    let report = try Fixtures.report(Fixtures.samundar())
    let texts = Set(report.blocks().flatMap(\.texts))
    let sentences = report.main.surenessSentences
    #expect(sentences.count >= 4)
    for sentence in sentences { #expect(texts.contains(sentence), "\(sentence)") }
    #expect(texts.contains("Who answered, by sector"))
  }

  @Test("What two standards find in the same words is said once")
  func once() throws {
    let report = try Fixtures.report(
      Fixtures.samundar(), against: ["four-pillars", "partnership"])
    let sentence = "No trade union is recorded in North District."
    #expect(report.judged.allSatisfy { $0.gaps.findings.contains { $0.sentence == sentence } })
    #expect(report.findings.count { $0.sentence == sentence } == 1)
  }

  @Test("The matrix adds up to the scorecard")
  func matrix() throws {
    let report = try Fixtures.report(Fixtures.samundar())
    var reached = 0
    var all = 0
    for case .table(let table) in report.blocks() where table.isMatrix {
      #expect(table.rows.count == 14)
      for cell in table.rows.flatMap({ $0.dropFirst() }) where cell.text != "–" {
        let parts = cell.text.split(separator: "/").compactMap { Int($0) }
        try #require(parts.count == 2)
        reached += parts[0]
        all += parts[1]
        #expect((parts[0] == parts[1]) == (cell.tone == .all))
      }
    }
    #expect(reached == 1744)
    #expect(all == 1848)
  }

  @Test("A share below twenty is given as numbers, without a percentage or a bar")
  func smallNumbers() throws {
    let report = try Fixtures.report(Fixtures.samundar())
    var seen = 0
    for case .table(let table) in report.blocks() where table.columns.first == "What is counted" {
      for row in table.rows {
        let whole = try #require(Int(row[2].text.filter { $0 != "," }))
        seen += 1
        #expect((row[3].text == "–") == (whole < 20))
        #expect((row[4].bar == nil) == (whole < 20))
      }
    }
    #expect(seen >= 4)
  }

  @Test("Agreements that have ended, or end within 90 days, are listed with what rests on them")
  func agreements() throws {
    let report = try Fixtures.report(yaml: Fixtures.province)
    var rows: [[String]] = []
    for case .table(let table) in report.blocks() where table.columns.first == "Agreement" {
      rows = table.rows.map { $0.map(\.text) }
    }
    try #require(rows.count == 2)
    #expect(rows[0][0] == "Old memorandum")
    #expect(rows[0][3] == "expired")
    #expect(rows[0][4] == "1 relation: the Labour Inspectorate to Provincial Police")
    #expect(rows[1][0] == "Ending memorandum")
    #expect(rows[1][3] == "expires soon")
  }

  @Test("Without a boundary nothing is called a gap, and nothing that was not judged is praised")
  func withoutBoundary() throws {
    let report = try Fixtures.report(
      yaml: Fixtures.province.split(separator: "\n").filter { !$0.hasPrefix("boundary") }
        .joined(separator: "\n"))
    #expect(report.findings(.missing).isEmpty && report.findings(.unreachable).isEmpty)
    let texts = report.blocks().flatMap(\.texts)
    #expect(texts.contains { $0.contains("is a question to ask, not a gap") })
    #expect(!texts.contains { $0.hasPrefix("Every sector") || $0.hasPrefix("Every pathway") })
  }

  @Test("Nothing blames an agency or praises density")
  func tone() throws {
    let report = try Fixtures.report(
      Fixtures.samundar(), against: ["four-pillars", "partnership"])
    let text = report.blocks().flatMap(\.texts).joined(separator: "\n").lowercased()
    for word in ["fails", "failed", "refuses", "neglect", "poor", "weak ", "dense"] {
      #expect(!text.contains(word), "the report says “\(word)”")
    }
    #expect(!text.contains("there is no "))
    // Dates are written in one way, in sentences and in tables.
    #expect(text.contains("as of 2025-06-30"))
    #expect(text.contains("\n2025-08-31\n"))
    #expect(text.firstMatch(of: /(30 june|31 march|31 august) 2025/) == nil)
  }

  @Test("The label is the strictest of what is shown, and AMBER at least")
  func label() throws {
    let open = "tlp: CLEAR\n" + Fixtures.province
    #expect(try Fixtures.report(yaml: open).label == .amber)
    #expect(try Fixtures.report(yaml: "tlp: RED\n" + Fixtures.province).label == .red)
    let strict = open.replacing("{id: refuge,", with: "{id: refuge, tlp: AMBER+STRICT,")
    #expect(try Fixtures.report(yaml: strict).label == .amberStrict)
  }

  @Test("Figures that cannot be drawn are given in words")
  func inWords() throws {
    let network = try Fixtures.samundar()
    let judged = try Fixtures.report(network).judged
    let date = try #require(network.header.asOf)
    let figures = try ReportFigures.draw(network, gaps: judged, on: date, by: nil, formats: [.png])
    #expect(figures.lacksGraphviz)
    #expect(figures.files.isEmpty)
    #expect(figures.shown.map(\.id) == ["gaps", "pathway", "sectors", "network"])
    for figure in figures.shown {
      #expect(figure.svg == nil)
      #expect((figure.alternative + figure.relations).joined().count > 200)
    }
    let page = HTMLWriter().write(
      Report(network, judged[0], figures: figures.shown, tool: "t").blocks(),
      in: .init(title: "t", label: .amber))
    #expect(try Markup.problems(in: page) == [])
    #expect(page.contains("(not drawn)"))
  }
}
