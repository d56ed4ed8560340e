public import LiaisonGaps

/// One organization's confirmation sheet as blocks, to print or to send: what is recorded about it,
/// and what is not known, each with boxes to tick.
public struct ConfirmationReport: Sendable {
  private let sheet: ConfirmationSheet

  /// Creates the report of a sheet.
  public init(_ sheet: ConfirmationSheet) { self.sheet = sheet }

  /// The title: "To check: Provincial Police".
  public var title: String { "To check: \(sheet.name)" }

  /// The sheet's blocks.
  public func blocks() -> [ReportBlock] {
    var blocks: [ReportBlock] = [
      .heading(level: 1, title),
      .paragraph("\(sheet.network), as of \(sheet.asOf)."),
      .lede(
        "This is what is recorded about you. Please say what is right, what is not and what you do "
          + "not know, before anything is published."),
      .paragraph(
        "It is about arrangements between organizations, not about how well anybody works. Please "
          + "name no person whom you serve."),
    ]
    if !sheet.facts.isEmpty {
      blocks.append(.list(sheet.facts.map { ReportItem($0) }, numbered: false))
    }
    if !sheet.questions.isEmpty {
      blocks += [
        .heading(level: 2, "What is not known"),
        .paragraph("Those come first on which most depends."), .table(questions),
      ]
    }
    if !sheet.parts.isEmpty { blocks.append(.heading(level: 2, "Is this right?")) }
    for part in sheet.parts {
      blocks.append(
        .table(
          ReportTable(
            caption: part.title, columns: ["", "What was said before", "Your answer"],
            rows: part.points.map { point in
              [
                ReportCell(point.statement), ReportCell(point.recorded),
                ReportCell(Self.boxes(point)),
              ]
            })))
    }
    blocks.append(
      .box(
        title: "By whom",
        [
          .paragraph("Office or role: ______________________________"),
          .paragraph("Date: ____________________"),
          .paragraph("Please send it back to: \(sheet.custodian ?? "whoever sent it to you")."),
        ]))
    return blocks
  }

  private var questions: ReportTable {
    let rows = sheet.questions.enumerated().flatMap { number, question -> [[ReportCell]] in
      let head = "\(number + 1). \(question.text)"
      guard question.points.count > 1 else {
        return question.points.map { point in
          [ReportCell(head), ReportCell(point.recorded), ReportCell(Self.boxes(point))]
        }
      }
      return [[ReportCell(head), ReportCell(""), ReportCell("")]]
        + question.points.map { point in
          [
            ReportCell("– \(point.statement)"), ReportCell(point.recorded),
            ReportCell(Self.boxes(point)),
          ]
        }
    }
    return ReportTable(
      caption: "Open questions", columns: ["", "What was said before", "Your answer"], rows: rows)
  }

  /// "☐ yes ☐ no ☐ not known"; a line where words are asked for.
  private static func boxes(_ point: ConfirmationPoint) -> String {
    // No break within a box and its word.
    switch point.key.matter {
    case .refersTo, .offers, .inWords: "________________"
    case .feedback: "☐\u{A0}always  ☐\u{A0}sometimes  ☐\u{A0}never  ☐\u{A0}not\u{A0}known"
    default: "☐\u{A0}yes  ☐\u{A0}no  ☐\u{A0}not\u{A0}known"
    }
  }
}
