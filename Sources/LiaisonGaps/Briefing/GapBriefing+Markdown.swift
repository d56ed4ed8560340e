import LiaisonModel

extension GapBriefing {
  /// The briefing as Markdown, to go straight into a document.
  ///
  /// - Parameter level: the level of its first heading, 1 to 4.
  public func markdown(level: Int = 1) -> String {
    let mark = String(repeating: "#", count: max(1, min(4, level)))
    var lines = [
      "\(mark) \(Self.escaped(title))", "", Self.escaped(subtitle), "", "**\(label.label)**",
    ]
    if !terms.isEmpty { lines += ["", Self.escaped(terms)] }
    add(first?.figures ?? figures, to: &lines)
    if let first { add(first, to: &lines, mark) }
    for section in sections { add(section, to: &lines, mark) }
    for account in accounts {
      lines += ["", "\(mark)# \(Self.escaped(account.title))", ""]
      for line in account.lines { lines.append("- \(Self.escaped(line))") }
    }
    if let coverage {
      lines += ["", "\(mark)# \(CoverageTable.title)", "", Self.escaped(coverage.legend), ""]
      let head = ["Service", "For whom"] + coverage.areas.map(Self.escaped)
      lines += [
        "| \(head.joined(separator: " | ")) |",
        "|---|---|" + String(repeating: "---:|", count: coverage.areas.count),
      ]
      for row in coverage.rows {
        let cells = [Self.escaped(row.service), Self.escaped(row.groups)] + row.cells
        lines.append("| \(cells.joined(separator: " | ")) |")
      }
    }
    if first != nil, !figures.isEmpty {
      lines += ["", "\(mark)# \(Self.figuresTitle)"]
      add(figures, to: &lines)
    }
    add(questions, to: &lines, mark, areQuestions: true)
    lines += ["", "\(mark)# How sure we are", ""]
    for line in sureness { lines.append("- \(Self.escaped(line))") }
    lines += ["", "\(mark)# What this rests on", ""]
    for line in basis { lines.append("- \(Self.escaped(line))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ figures: [Figure], to lines: inout [String]) {
    if figures.isEmpty { return }
    lines += ["", "| Figure | Count | Remark |", "|---|---:|---|"]
    for figure in figures {
      lines.append(
        "| \(Self.escaped(figure.label)) | \(figure.count) | \(Self.escaped(figure.remark)) |")
    }
  }

  private func add(_ first: FirstPage, to lines: inout [String], _ mark: String) {
    lines += ["", Self.escaped(first.confidence), "", "\(mark)# \(Self.stepsTitle)", ""]
    for (index, step) in first.steps.enumerated() {
      lines.append("\(index + 1). \(Self.escaped(step.text))")
    }
    if !first.steps.isEmpty { lines.append("") }
    lines.append(Self.escaped(first.stepsNote))
    if first.questions.isEmpty, first.silent == nil { return }
    lines += ["", "\(mark)# \(first.heading)", ""]
    for question in first.questions { lines.append("- \(Self.escaped(question))") }
    if let silent = first.silent { lines += ["", Self.escaped(silent)] }
  }

  private func add(
    _ section: Section, to lines: inout [String], _ mark: String, areQuestions: Bool = false
  ) {
    lines += ["", "\(mark)# \(section.title)", ""]
    if let lead = section.lead { lines += [Self.escaped(lead), ""] }
    if section.items.isEmpty { lines.append(Self.escaped(section.nothing)) }
    for item in section.items {
      let lead = areQuestions ? "" : "**\(item.severity.word)** "
      lines.append("- \(lead)\(Self.escaped(item.marked)) `\(item.ids.joined(separator: "` `"))`")
    }
    if let more = section.more { lines += ["", "… \(more)."] }
  }

  /// Text with the characters escaped that Markdown or HTML would read.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "*", "_", "[", "]", "|", "#", "~": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
