import LiaisonCatalog

/// A page of the catalog as text for a terminal of 80 columns.
struct PageText {
  var terminal: Terminal

  func text(of page: CatalogPage) -> String {
    var text = terminal.styled(page.id, .strong) + "  " + page.summary + "\n"
    if !page.terms.isEmpty {
      text += wrapped("Also called: " + page.terms.joined(separator: ", ")) + "\n"
    }
    if !page.needs.isEmpty { text += wrapped("Needs \(page.needs).") + "\n" }
    for paragraph in page.meaning.split(separator: "\n\n") {
      text += "\n" + wrapped(String(paragraph)) + "\n"
    }
    for figures in page.figures {
      text +=
        "\n"
        + wrapped("Of \(figures.subject): " + Self.short(figures.keys).joined(separator: ", "))
        + "\n"
    }
    if !page.conventions.isEmpty {
      text += "\n" + wrapped("How it is counted: " + page.conventions) + "\n"
    }
    if !page.doNotUseWhen.isEmpty {
      text += "\n" + wrapped("Do not use when: " + page.doNotUseWhen) + "\n"
    }
    // Examples of which none has an outcome show how a thing is written, not what is said of it.
    let haveOutcomes = page.examples.contains { !$0.outcome.isEmpty }
    for example in page.examples {
      text += "\n" + terminal.styled(example.title, .strong) + "\n"
      for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "    \(line)\n"
      }
      if example.outcome.isEmpty {
        text += haveOutcomes ? "  is in order.\n" : ""
      } else {
        for line in example.outcome.split(separator: "\n") {
          text += wrapped("→ \(line)", indent: "  ") + "\n"
        }
      }
    }
    if !page.reference.isEmpty { text += "\n" + wrapped("Reference: " + page.reference) + "\n" }
    return text
  }

  /// Keys that differ in one part written as one, from the last part to the second:
  /// `betweenness.unweighted|inverse.raw|norm`.
  static func short(_ keys: [String]) -> [String] {
    var rows = keys.map { $0.split(separator: ".").map(String.init) }
    for place in stride(from: (rows.map(\.count).max() ?? 1) - 1, to: 0, by: -1) {
      var merged: [[String]] = []
      for row in rows {
        let other = merged.firstIndex { known in
          known.count == row.count && place < row.count
            && known.indices.allSatisfy { $0 == place || known[$0] == row[$0] }
        }
        if let other, merged[other][place] != row[place] {
          merged[other][place] += "|" + row[place]
        } else if other == nil {
          merged.append(row)
        }
      }
      rows = merged
    }
    return rows.map { $0.joined(separator: ".") }
  }

  private func wrapped(_ text: String, indent: String = "", width: Int = 80) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if line.isEmpty {
        line = indent + word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }
}
