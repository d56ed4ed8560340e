import LiaisonGaps
import LiaisonModel

/// Chapter 2: the figures, each as n of N with the range in which the truth lies.
extension Report {
  var scorecardChapter: [ReportBlock] {
    var blocks: [ReportBlock] = [
      .heading(level: 2, "2 Scorecard"),
      .paragraph(
        "How many of how many are certain, and between which numbers the truth lies once every "
          + "open question is answered. Shares are given from 20 on: below that a share would say "
          + "more than the numbers do. \(GapBriefing.terms)"),
    ]
    for one in judged where !one.gaps.scorecard.isEmpty {
      let lines = one.gaps.scorecard.filter { $0.total > 0 }
      let main = Self.folded(lines.filter { !$0.isPart(of: "pathways") })
      let ways = lines.filter { $0.isPart(of: "pathways") }
      if main.isEmpty {
        blocks.append(
          .paragraph("\(one.standard.title): nothing that it counts is in this network."))
        continue
      }
      blocks.append(.table(Self.table(one.standard.title, "What is counted", main)))
      if ways.count > 1 {
        blocks.append(
          .table(Self.table("Pathways, by the service they lead to", "Service", ways.map(service))))
      }
    }
    if judged.allSatisfy(\.gaps.scorecard.isEmpty) {
      blocks.append(.paragraph("The standard counts nothing."))
    }
    return blocks
  }

  /// Several expectations that count the same thing make one line.
  private static func folded(_ lines: [ScorecardLine]) -> [ScorecardLine] {
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

  /// A line of pathways to one service, under the service's name.
  private func service(_ line: ScorecardLine) -> ScorecardLine {
    var line = line
    let code = Code(String(line.id.dropFirst("pathways/".count)))
    line.label = network.vocabulary.name(ofService: code)
    return line
  }

  private static func table(
    _ caption: String, _ head: String, _ lines: [ScorecardLine]
  ) -> ReportTable {
    let hasNotes = lines.contains { $0.note != nil }
    return ReportTable(
      caption: caption,
      columns: [head, "Certain", "Of", "Share", "", "Once all is known"]
        + (hasNotes ? ["Remark"] : []),
      rows: lines.map { line in
        let isOpen = line.upper > line.count
        return [
          ReportCell(Wording.capitalized(line.label)),
          ReportCell(Wording.number(line.count)), ReportCell(Wording.number(line.total)),
          ReportCell(line.percent.map { "\($0) %" } ?? "–"),
          ReportCell(
            bar: line.percent == nil
              ? nil : ReportBar(certain: line.count, possible: line.upper, of: line.total)),
          ReportCell(
            isOpen
              ? "\(Wording.number(line.count)) to \(Wording.number(line.upper))"
              : Wording.number(line.count)),
        ] + (hasNotes ? [ReportCell(line.note ?? "")] : [])
      }, numeric: [1, 2, 3, 5])
  }
}
