import LiaisonGaps
import LiaisonModel

/// A confirmation sheet for a terminal of 80 columns.
struct ConfirmationText {
  var sheet: ConfirmationSheet

  /// The text; `styled` gives a piece its colour.
  func text(styled: (String, GapBriefing.Style) -> String) -> String {
    var lines = [styled("To check: \(sheet.name)", .heading)]
    lines += wrapped("\(sheet.network), as of \(sheet.asOf). \(sheet.label.label)", 0)
    if !sheet.facts.isEmpty {
      lines += ["", styled("Recorded about it", .heading)]
      for fact in sheet.facts { lines += wrapped(fact, 2) }
    }
    lines += ["", styled("What is not known", .heading)]
    if sheet.questions.isEmpty { lines.append("  Nothing that would change a figure.") }
    for (number, question) in sheet.questions.enumerated() {
      lines += wrapped("\(number + 1). \(question.text)", 2)
      for point in question.points where question.points.count > 1 {
        lines += wrapped("- \(point.statement)", 4)
      }
      for point in question.points where !point.recorded.isEmpty {
        lines += wrapped(point.recorded, 4).map { styled($0, .faint) }
      }
    }
    for part in sheet.parts {
      let isChecked = part.points.allSatisfy { $0.key.matter == .holds }
      lines += ["", styled((isChecked ? "Is this right? " : "") + part.title, .heading)]
      for point in part.points {
        lines += wrapped(point.statement, 2)
        if !point.recorded.isEmpty {
          lines += wrapped(point.recorded, 4).map { styled($0, .faint) }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String, _ indent: Int) -> [String] {
    let blank = String(repeating: " ", count: indent)
    return GapBriefing.hanging(blank, blank + (indent > 0 ? "  " : ""), text, width: 80)
  }
}
