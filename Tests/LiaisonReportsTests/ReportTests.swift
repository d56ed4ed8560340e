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
      texts.firstIndex { $0.hasSuffix("referral from Provincial Police to the Men's Refuge.") })
    #expect(texts[decision + 1].contains("four findings, 7 pathways"))
    #expect(texts[decision + 2] == "Asked of: Provincial Police and Men's Refuge.")
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
        "5 What breaks", "6 Who works with whom", "7 Agreements", "8 Questions to ask", "9 Method",
      ])
  }

  @Test("Every finding stands in the report, word for word")
  func complete() throws {
    let report = try Fixtures.report(
      Fixtures.samundar(), against: ["four-pillars", "partnership"])
    let texts = Set(report.blocks().flatMap(\.texts))
    #expect(report.findings.count >= 8)
    for finding in report.judged.flatMap(\.gaps.findings) {
      #expect(texts.contains(finding.sentence))
    }
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
    #expect(rows[0][4] == "1 relation: Labour Inspectorate to Provincial Police")
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
    let gaps = try Fixtures.report(network).findings.map { FindingFold($0) }
    let date = try #require(network.header.asOf)
    let figures = try ReportFigures.draw(network, gaps: gaps, on: date, by: nil, formats: [.png])
    #expect(figures.lacksGraphviz)
    #expect(figures.files.isEmpty)
    #expect(figures.shown.map(\.id) == ["gaps", "pathway", "sectors", "network"])
    for figure in figures.shown {
      #expect(figure.svg == nil)
      #expect(figure.alternative.joined().count > 200)
    }
    let judged = try Fixtures.report(network).judged[0]
    let page = HTMLWriter().write(
      Report(network, judged, figures: figures.shown, tool: "t").blocks(),
      in: .init(title: "t", label: .amber))
    #expect(try Markup.problems(in: page) == [])
    #expect(page.contains("(not drawn)"))
  }
}
