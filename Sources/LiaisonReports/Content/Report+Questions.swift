import LiaisonGaps
import LiaisonModel

/// Chapters 8 and 9: what to ask, and what is accepted.
extension Report {
  /// How many questions stand in the report; the rest are in `findings.json`.
  static let questionLimit = 25

  var questionChapter: [ReportBlock] {
    let all = questionFolds
    var blocks: [ReportBlock] = [.heading(level: 2, "8 Questions to ask")]
    if all.isEmpty {
      blocks.append(.paragraph("No answer is missing that would change anything above."))
      return blocks
    }
    blocks.append(
      .paragraph(
        "What is not recorded is not taken for a gap. These answers would change the figures above, "
          + "those first that decide the most. \(GapReport.openQuestions(openQuestions))"
          + (openQuestions > all.count ? " Several that are alike stand in one point." : "")))
    blocks.append(.list(items(Array(all.prefix(Self.questionLimit))), numbered: true))
    let rest = all.dropFirst(Self.questionLimit).reduce(0) { $0 + $1.parts.count }
    if rest > 0 {
      blocks.append(.paragraph("And \(Wording.number(rest)) more, in `findings.json`."))
    }
    return blocks
  }

  var acceptedChapter: [ReportBlock] {
    let accepted = judged.flatMap(\.gaps.accepted)
    if accepted.isEmpty { return [] }
    let points = accepted.map { finding in
      let reason = network.accepted.first { $0.finding == finding.id }
      var details: [String] = []
      if let text = reason?.reason { details.append(Wording.sentence("Reason: \(text)")) }
      if let role = reason?.byRole { details.append(Wording.sentence("Accepted by: \(role)")) }
      if let until = reason?.until { details.append("Until \(until).") }
      return ReportItem(finding.sentence, details: details)
    }
    return [
      .heading(level: 2, "9 Known and accepted"),
      .paragraph("These stand in the network's file as known, with the reason why."),
      .list(points, numbered: false),
    ]
  }

  /// The number of the chapter on method.
  var methodNumber: Int { judged.allSatisfy(\.gaps.accepted.isEmpty) ? 9 : 10 }
}
