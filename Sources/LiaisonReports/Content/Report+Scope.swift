import LiaisonGaps
import LiaisonModel

/// Chapters 1 and 2: on what the report rests, and its figures in a table.
extension Report {
  var scopeChapter: [ReportBlock] {
    let scope = main.scope
    let units = network.organizations.count { $0.parent != nil }
    var blocks: [ReportBlock] = [.heading(level: 2, "1 Scope and confidence")]
    var text =
      "This report describes how organizations work together in \(title), as of "
      + "\(Wording.date(date)). It speaks of arrangements between organizations, never of a person "
      + "whom they serve."
    if let rule = scope.boundaryRule, !rule.isEmpty {
      text += " In it are \(Wording.sentence(rule))"
    }
    blocks.append(.paragraph(text))
    blocks.append(
      .section(
        .columns,
        [
          .table(
            ReportTable(
              caption: "What is in the network", columns: ["", "Number"],
              rows: [
                ["Organizations", ReportCell(Wording.number(scope.counts.organizations - units))],
                ["Units of an organization", ReportCell(Wording.number(units))],
                ["Places of first contact", ReportCell(Wording.number(scope.counts.entryPoints))],
                ["Services", ReportCell(Wording.number(scope.counts.services))],
                ["Referral relations", ReportCell(Wording.number(scope.counts.referrals))],
                [
                  "All relations",
                  ReportCell(Wording.number(network.relations.count)),
                ],
                ["Committees and task forces", ReportCell(Wording.number(network.bodies.count))],
                ["Agreements", ReportCell(Wording.number(network.agreements.count))],
                [
                  ReportCell(Wording.capitalized(areaWord(2))),
                  ReportCell(Wording.number(scope.counts.areas)),
                ],
              ], numeric: [1])),
          .box(
            title: "How sure this is",
            [.list((confidence + closeness).map { ReportItem($0) }, numbered: false)]
          ),
        ]))
    if !scope.notJudged.isEmpty {
      blocks.append(.heading(level: 3, "Not judged"))
      blocks.append(
        .list(scope.notJudged.map { ReportItem(Wording.sentence($0)) }, numbered: false))
    }
    return blocks
  }

  /// What the boundary closes, and what was assumed.
  private var closeness: [String] {
    let scope = main.scope
    var lines: [String] = []
    if scope.hasBoundary {
      if let complete = scope.complete {
        lines.append(
          "Listed completely: \(Wording.listed(complete.map { Self.word($0) })). What else is absent is a question."
        )
      } else {
        lines.append("Everything inside the boundary is taken to be listed.")
      }
    }
    lines.append(
      scope.assume.isEmpty
        ? "Nothing is assumed: whom a service admits is not known where it is not stated."
        : "Assumed where nothing is stated: \(scope.assume.joined(separator: "; ")).")
    return lines
  }

  /// A code as a word: `referral`, `temporarily closed`.
  static func word(_ code: Code) -> String {
    String(code.text.map { $0 == "_" ? " " : $0 })
  }

  var scorecardChapter: [ReportBlock] {
    var blocks: [ReportBlock] = [
      .heading(level: 2, "2 Scorecard"),
      .paragraph(
        "How many of how many are certain, and between which numbers the truth lies once every "
          + "open question is answered. Shares are given from 20 on; below that a share says more "
          + "than the numbers hold."),
    ]
    for one in judged where !one.gaps.scorecard.isEmpty {
      let lines = one.gaps.scorecard
      let hasNotes = lines.contains { $0.note != nil }
      blocks.append(
        .table(
          ReportTable(
            caption: one.standard.title,
            columns: ["What is counted", "Certain", "Of", "Share", "Range"]
              + (hasNotes ? ["Remark"] : []),
            rows: lines.map { line in
              let isPart = line.id.contains("/")
              return [
                ReportCell(isPart ? "– \(line.label)" : Wording.capitalized(line.label)),
                ReportCell(Wording.number(line.count)), ReportCell(Wording.number(line.total)),
                ReportCell(line.percent.map { "\($0) %" } ?? "–"),
                ReportCell(
                  line.upper > line.count
                    ? "\(Wording.number(line.count))–\(Wording.number(line.upper))" : "certain"),
              ] + (hasNotes ? [ReportCell(line.note ?? "")] : [])
            }, numeric: [1, 2, 3, 4])))
    }
    if judged.allSatisfy(\.gaps.scorecard.isEmpty) {
      blocks.append(.paragraph("The standard counts nothing."))
    }
    return blocks
  }
}
