import LiaisonGaps
import LiaisonModel

/// The last chapters: how it was found, and the figures in words.
extension Report {
  var methodChapter: [ReportBlock] {
    [
      .heading(level: 2, "\(methodNumber) Method"),
      .heading(level: 3, "What the words mean"),
      .table(
        ReportTable(
          caption: "A pathway is one entry point and one need", columns: ["Word", "Meaning"],
          rows: Self.words.map { [ReportCell($0.0), ReportCell($0.1)] })),
      .heading(level: 3, "How it is computed"),
      .list(Self.formulas.map { ReportItem($0) }, numbered: false),
      .heading(level: 3, "What it was compared with"),
    ] + judged.flatMap(standardBlocks) + [
      .heading(level: 3, "Limits"),
      .list(limits.map { ReportItem($0) }, numbered: false),
      .heading(level: 3, "Made from"),
      .list(
        [
          network.header.source.map { "Source: \(Wording.sentence($0))" },
          "As of \(date). The tool reads no clock: the same files give the same report.",
          "Made by \(tool).",
        ].compactMap { $0 }.map { ReportItem($0) }, numbered: false),
    ]
  }

  private func standardBlocks(_ one: Judged) -> [ReportBlock] {
    let bases = one.standard.bases.map { "“\($0.title)” (\($0.id))" }
    var blocks: [ReportBlock] = [
      .paragraph(
        "\(one.standard.title). "
          + (bases.isEmpty ? "" : "It extends \(Wording.listed(bases)). ")
          + Wording.sentence(one.standard.source))
    ]
    blocks.append(
      .table(
        ReportTable(
          caption: "What \(one.standard.id) expects, and on what each expectation rests",
          columns: ["Expectation", "Kind", "How much it matters", "Rests on"],
          rows: one.standard.expectations.map { expectation in
            [
              ReportCell(expectation.id), ReportCell(expectation.kind),
              ReportCell(expectation.severity.word), ReportCell(expectation.citation),
            ]
          })))
    return blocks
  }

  private static let words: [(String, String)] = [
    (
      "Need",
      "A service type for somebody of one group, in one area, in one class of cases. Needs exist for "
        + "the smallest areas and groups; larger ones are their sums."
    ),
    ("Place of first contact", "An organization at which people arrive first (an entry point)."),
    ("Reached", "Every step of some recorded way says yes, and so does the service at its end."),
    ("Assumed", "Some way holds if what is not known turns out to be yes: a question."),
    (
      "Unclear",
      "No way is recorded, but an organization that did not answer lies on it, or it is not known "
        + "whether the need arises there: a question."
    ),
    ("Missing", "No way is recorded, and everybody on it answered: a finding."),
    (
      "No provider",
      "Nobody in operation is recorded to offer it: one finding for each service and group."
    ),
    ("Not applicable", "The need does not arise there; it is in no total."),
    (
      "Question",
      "What is not recorded, where a boundary does not say that everything is. It is never a gap."
    ),
    (
      "Single point of failure",
      "An organization that lies on every recorded way to a service, and is neither the only place "
        + "of first contact nor the only provider."
    ),
  ]

  private static let formulas = [
    "A step's answer is the least of what the relation, its target, their dates and status, and the "
      + "evidence say (no, then unknown, then yes); a way's is the least of its steps; a need's, the "
      + "greatest of its ways.",
    "The range runs from what is reached to what is reached, assumed or unclear.",
    "Urgent findings come first, then important ones, then notes; of these, those that concern most "
      + "pathways. One cause makes one finding. What is asked to be decided are the steps of `liaison gaps`: "
      + "first what closes most pathways in urgent findings, beyond those before it, then in important ones, "
      + "then in notes; with `report --recommend` what `liaison recommend` would do first. (A standard's file and "
      + "`findings.json` write `error`, `warning` and `info`.)",
    "Single points of failure are dominators of the graph from all places of first contact to the "
      + "providers (Lengauer and Tarjan, 1979, doi:10.1145/357062.357071).",
    "Feedback is the share of referrals with feedback among those that state it.",
    "The size of a name in the network figure is its betweenness (Freeman, 1977, "
      + "doi:10.2307/3033543): how often it lies on the shortest ways between others.",
    "A relation that both sides report is confirmed; where they disagree it counts as not known. A "
      + "finding's confidence is the least of its relations', and is left out where one states none.",
  ]

  private var limits: [String] {
    let judgesRoom = judged.flatMap(\.gaps.scorecard).contains { $0.id.hasPrefix("capacity/") }
    return [
      "It says what is recorded, not what happens: an arrangement on paper may not be used, and one "
        + "that is used may not be on paper.",
      "It does not say how well a service works"
        + (judgesRoom ? "." : ", nor whether it has room."),
      "What organizations report of themselves is taken as they report it.",
      "Nothing here ranks organizations or blames one: what is missing is an arrangement between "
        + "several.",
    ]
  }

  var wordsChapter: [ReportBlock] {
    let shown = figures.filter { $0.id != "gaps" || $0.id == firstFigure }
    return ReportFigure.words(of: shown, chapter: methodNumber + 1, told: references)
  }

  /// For each sentence that a figure may say of findings: where the report tells it, and what it is about.
  private var references: [String: String] {
    let chapters: [(GapReport.Question, Int)] = [
      (.missing, 3), (.unreachable, 4), (.fragile, 5), (.together, 6), (.agreed, 7),
    ]
    var places: [String: String] = [:]
    for (question, chapter) in chapters {
      for fold in folds(question) {
        let place = number(of: fold).map { "Point \($0) of the first page" } ?? "Chapter \(chapter)"
        for part in fold.parts { places[part.id] = place }
      }
    }
    var references: [String: String] = [:]
    for fold in judged.flatMap(\.gaps.folds) {
      guard let place = fold.parts.compactMap({ places[$0.id] }).first else { continue }
      references[fold.finding.sentence] = Wording.sentence("\(place): \(matter(fold.finding))")
    }
    return references
  }
}
