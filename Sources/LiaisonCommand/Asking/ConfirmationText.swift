import LiaisonGaps
import LiaisonModel

/// A confirmation sheet for a terminal of 80 columns.
struct ConfirmationText {
  var sheet: ConfirmationSheet
  /// Where the network is, as it was given.
  var network: String

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
    lines += ["", styled("How the answers come back", .heading)]
    lines += wrapped(back, 2)
    for command in commands { lines.append("    \(command)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var back: String {
    let whom = sheet.custodian.map { " to: \($0)" } ?? " to whoever keeps the network's file"
    return
      "Send it the answer form; it fills in the column `answer` and sends the form back\(whom). "
      + "These commands write the form, read it back as a patch, and show what the answers change (with --write: "
      + "put them in place):"
  }

  /// What writes the form, reads it back and shows what it changes.
  private var commands: [String] {
    let name = sheet.organization
    let path =
      network.contains(where: { !$0.isLetter && !$0.isNumber && !"/._-".contains($0) })
      ? "'\(network.replacing("'", with: "'\\''"))'" : network
    return [
      "liaison ask \(path) \(name) --format csv -o \(name).csv",
      "liaison ask \(path) \(name) --answers \(name).csv --answered YYYY-MM-DD -o \(name).yaml",
      "liaison what-if \(path) \(name).yaml",
    ]
  }

  private func wrapped(_ text: String, _ indent: Int) -> [String] {
    let blank = String(repeating: " ", count: indent)
    return GapBriefing.hanging(blank, blank + (indent > 0 ? "  " : ""), text, width: 80)
  }
}
