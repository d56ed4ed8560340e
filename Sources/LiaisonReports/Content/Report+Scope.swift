import LiaisonGaps
import LiaisonModel

/// Chapter 1: on what the report rests.
extension Report {
  var scopeChapter: [ReportBlock] {
    let scope = main.scope
    var blocks: [ReportBlock] = [.heading(level: 2, "1 Scope and confidence")]
    var text =
      "This report describes a network of organizations and the arrangements recorded between them, "
      + "as of \(date). It never speaks of a person whom they serve."
    if let rule = scope.boundaryRule, !rule.isEmpty {
      text += " Who belongs to it: \(Wording.sentence(rule))"
    }
    blocks.append(.paragraph(text))
    blocks.append(
      .section(
        .columns,
        [
          .table(
            ReportTable(
              caption: "What is in the network", columns: ["What is recorded", "Number"],
              rows: [
                ["Organizations", ReportCell(Wording.number(scope.counts.organizations))],
                ["Of them units of another", ReportCell(Wording.number(unitCount))],
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
            title: "What is taken for granted",
            [.list(closeness.map { ReportItem($0) }, numbered: false)]
          ),
        ]))
    blocks.append(.heading(level: 3, "Answers and evidence"))
    blocks.append(.list(main.surenessSentences.map { ReportItem($0) }, numbered: false))
    if let table = responses { blocks.append(.table(table)) }
    if !scope.notJudged.isEmpty {
      blocks.append(.heading(level: 3, "Not judged"))
      blocks.append(
        .list(scope.notJudged.map { ReportItem(Wording.sentence($0)) }, numbered: false))
    }
    return blocks
  }

  /// Who was asked and who answered, by sector; nil where nobody was asked.
  private var responses: ReportTable? {
    let rows = main.sureness.response.rows
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      caption: "Who answered, by sector", columns: ["Sector", "Asked", "Answered"],
      rows: rows.map { row in
        let name =
          row.sector.map { Wording.capitalized(network.vocabulary.plural(of: $0, in: .sectors)) }
          ?? "Sector not stated"
        return [
          ReportCell(name), ReportCell(Wording.number(row.asked)),
          ReportCell(Wording.number(row.answered), row.answered < row.asked ? .part : .plain),
        ]
      }, numeric: [1, 2])
  }

  /// What the boundary closes, and what was assumed.
  private var closeness: [String] {
    let scope = main.scope
    var lines: [String] = []
    if !scope.hasBoundary {
      lines.append("No boundary is stated, so that nothing is taken to be listed completely.")
    } else {
      if let complete = scope.complete {
        lines.append(
          "Taken to be listed completely: \(Wording.listed(complete.map { Self.rows($0) })). "
            + "What else is absent is a question."
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

  /// What a boundary calls complete: `organizations`, `referral relations`.
  private static func rows(_ code: Code) -> String {
    let isFamily = RelationFamily(rawValue: code.text) != nil
    return isFamily ? "\(code.text) relations" : code.text
  }
}
