public import LiaisonModel

extension GapBriefing {
  /// What a piece of text is, for those who colour it.
  public enum Style: Sendable, Hashable {
    case heading
    case faint
    case severity(Severity)
  }

  /// The briefing for a terminal.
  ///
  /// - Parameters:
  ///   - width: columns; a longer word stands out.
  ///   - ids: whether each finding's rule and id are printed under it.
  ///   - styled: gives a piece its colour; as it is, unless given.
  public func text(
    width: Int = 80, ids: Bool = false, styled: (String, Style) -> String = { text, _ in text }
  ) -> String {
    var lines: [String] = []
    lines += Self.wrapped(title, width: width).map { styled($0, .heading) }
    lines += Self.wrapped(subtitle, width: width)
    lines.append(label.label)
    if !terms.isEmpty { lines += [""] + Self.wrapped(terms, width: width) }
    if let first {
      lines += Self.table(first.figures, width: width).dropFirst()
      add(first, to: &lines, width, styled)
    } else {
      lines += Self.table(figures, width: width)
    }
    for section in sections { add(section, to: &lines, width, ids, styled) }
    for account in accounts {
      lines.append("")
      lines += Self.wrapped(account.title, width: width).map { styled($0, .heading) }
      for line in account.lines { lines += Self.hanging("  ", "    ", line, width: width) }
    }
    if let coverage {
      lines += ["", styled(CoverageTable.title, .heading)]
      lines += coverage.lines(width: width, parts: coverageParts) + [""]
      lines += Self.hanging("  ", "  ", coverage.legend, width: width)
    }
    if first != nil, !figures.isEmpty {
      lines += ["", styled(Self.figuresTitle, .heading)]
      lines += Self.table(figures, width: width).dropFirst()
    }
    if first == nil || ids { add(questions, to: &lines, width, ids, styled, areQuestions: true) }
    lines += ["", styled("How sure we are", .heading)]
    for line in sureness { lines += Self.hanging("  ", "  ", line, width: width) }
    lines += ["", styled("What this rests on", .heading)]
    for line in basis { lines += Self.hanging("  ", "  ", line, width: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Figures below each other, after an empty line; nothing where there are none.
  private static func table(_ figures: [Figure], width: Int) -> [String] {
    let column = figures.map(\.count.count).max() ?? 0
    var lines = figures.isEmpty ? [] : [""]
    for figure in figures {
      let gap = String(repeating: " ", count: column - figure.count.count)
      let remark = figure.remark.isEmpty ? "" : " (\(figure.remark))"
      lines += hanging(
        "  \(gap)\(figure.count)  ", String(repeating: " ", count: column + 4),
        figure.label + remark, width: width)
    }
    return lines
  }

  /// The rest of the first page: how sure, what to do next, what is not yet known.
  private func add(
    _ first: FirstPage, to lines: inout [String], _ width: Int, _ styled: (String, Style) -> String
  ) {
    lines += Self.wrapped(first.confidence, width: width)
    // What is found asks for steps in the order told; where nothing does, why is said below.
    let order = first.steps.isEmpty ? "" : ", by what each closes (more: `liaison recommend`)"
    lines += ["", styled(Self.stepsTitle + order, .heading)]
    for (index, step) in first.steps.enumerated() {
      lines += Self.hanging("  \(index + 1). ", "     ", step.text, width: width)
    }
    if first.steps.isEmpty { lines += Self.hanging("  ", "  ", first.stepsNote, width: width) }
    if first.questions.isEmpty, first.silent == nil { return }
    lines += ["", styled(first.heading, .heading)]
    for question in first.questions {
      lines += Self.hanging("  ? ", "    ", question, width: width)
    }
    if let silent = first.silent { lines += Self.hanging("  ", "  ", silent, width: width) }
  }

  private func add(
    _ section: Section, to lines: inout [String], _ width: Int, _ ids: Bool,
    _ styled: (String, Style) -> String, areQuestions: Bool = false
  ) {
    lines += ["", styled(section.title, .heading)]
    if let lead = section.lead { lines += Self.hanging("  ", "  ", lead, width: width) }
    if section.items.isEmpty { lines += Self.hanging("  ", "  ", section.nothing, width: width) }
    for item in section.items {
      let word = areQuestions ? "?" : item.severity.word
      let indent = areQuestions ? 4 : 13
      let gap = String(repeating: " ", count: indent - 2 - word.count)
      let blank = String(repeating: " ", count: indent)
      var text = Self.hanging(blank, blank, item.marked, width: width)
      if let first = text.first {
        text[0] = "  " + styled(word, .severity(item.severity)) + gap + first.dropFirst(indent)
      }
      lines += text
      if ids {
        lines.append(blank + styled("\(item.ids.joined(separator: " ")) \(item.rule)", .faint))
      }
    }
    if let more = section.more { lines.append("  " + styled("… \(more) (--all)", .faint)) }
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    hanging("", "", text, width: width)
  }

  /// Text broken between words, its first line after one lead, the others after another.
  public static func hanging(_ first: String, _ other: String, _ text: String, width: Int)
    -> [String]
  {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if isEmpty {
        line += word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = other + word
      }
      isEmpty = false
    }
    lines.append(line)
    return lines
  }
}
