import LiaisonGaps
import LiaisonModel

/// Chapter 2: the figures, each as n of N with the range in which the truth lies, and what has changed
/// since an earlier state.
extension Report {
  var scorecardChapter: [ReportBlock] {
    var blocks: [ReportBlock] = [
      .heading(level: 2, "2 Scorecard"),
      .paragraph(
        "How many of how many are certain, and between which numbers the truth lies once every "
          + "open question is answered. Shares are given from 20 on: below that a share would say "
          + "more than the numbers do. \(GapBriefing.terms)"),
    ]
    if let earlier { blocks.append(.paragraph(changeWords(earlier))) }
    for (index, one) in judged.enumerated() where !one.gaps.scorecard.isEmpty {
      let lines = one.gaps.scorecard.filter { $0.total > 0 }
      let main = ScorecardLine.folded(lines.filter { !$0.isPart(of: "pathways") })
      let ways = lines.filter { $0.isPart(of: "pathways") }
      if main.isEmpty {
        blocks.append(
          .paragraph("\(one.standard.title): nothing that it counts is in this network."))
        continue
      }
      blocks.append(.table(table(one.standard.title, "What is counted", main, of: index)))
      if ways.count > 1 {
        blocks.append(
          .table(
            table(
              "Pathways, by the service they lead to", "Service", ways, of: index, name: service)))
      }
    }
    if judged.allSatisfy(\.gaps.scorecard.isEmpty) {
      blocks.append(.paragraph("The standard counts nothing."))
    }
    return blocks
  }

  /// Over what the change is taken, in a sentence.
  private func changeWords(_ earlier: Earlier) -> String {
    let over =
      earlier.common.map {
        "over the \(Wording.count($0, "organization")) that both states list, so that asking more "
          + "people moves no figure"
      } ?? "both states list the same organizations"
    return
      "The column “Since \(earlier.date)” holds what was certain then and what is "
      + "certain now, each of how many: \(over)."
  }

  /// The service to which a line of pathways leads.
  private func service(_ line: ScorecardLine) -> String {
    network.vocabulary.name(ofService: Code(String(line.id.dropFirst("pathways/".count))))
  }

  private func table(
    _ caption: String, _ head: String, _ lines: [ScorecardLine], of index: Int,
    name: (ScorecardLine) -> String = { $0.label }
  ) -> ReportTable {
    let hasNotes = lines.contains { $0.note != nil }
    let hasBars = lines.contains { $0.percent != nil }
    let states = earlier.flatMap { earlier in
      earlier.figures.indices.contains(index) ? earlier.figures[index] : nil
    }
    let rows = lines.map { line -> [ReportCell] in
      var row = [
        ReportCell(Wording.capitalized(name(line))),
        ReportCell(Wording.number(line.count)), ReportCell(Wording.number(line.total)),
        ReportCell(line.percent.map { "\($0) %" } ?? "–"),
      ]
      if hasBars {
        row.append(
          ReportCell(
            bar: line.percent == nil
              ? nil : ReportBar(certain: line.count, possible: line.upper, of: line.total)))
      }
      row.append(
        ReportCell(
          line.upper > line.count
            ? "\(Wording.number(line.count)) to \(Wording.number(line.upper))"
            : Wording.number(line.count)))
      if let states { row.append(ReportCell(states.change(of: line))) }
      if hasNotes { row.append(ReportCell(line.note ?? "")) }
      return row
    }
    let columns =
      [head, "Certain", "Of", "Share"] + (hasBars ? ["As a bar"] : []) + ["Once all is known"]
      + (states == nil ? [] : ["Since \(earlier.map { $0.date.description } ?? "")"])
      + (hasNotes ? ["Remark"] : [])
    let known = hasBars ? 5 : 4
    return ReportTable(
      caption: caption, columns: columns, rows: rows,
      numeric: Set([1, 2, 3, known] + (states == nil ? [] : [known + 1])))
  }
}

extension ScorecardLine {
  /// Several expectations that count the same thing make one line.
  static func folded(_ lines: [ScorecardLine]) -> [ScorecardLine] {
    var folded: [ScorecardLine] = []
    for line in lines {
      guard let index = folded.firstIndex(where: { $0.label == line.label }) else {
        folded.append(line)
        continue
      }
      folded[index].count += line.count
      folded[index].total += line.total
      folded[index].upper += line.upper
      let notes = [folded[index].note, line.note].compactMap { $0 }
      folded[index].note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
    return folded
  }
}
