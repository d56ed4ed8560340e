/// Writes blocks as Markdown that goes straight into a document (CommonMark with tables).
public struct MarkdownWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The blocks as Markdown, ending with a newline.
  ///
  /// - Complexity: O(length).
  public func write(_ blocks: [ReportBlock]) -> String {
    blocks.map(text(of:)).joined(separator: "\n\n") + "\n"
  }

  private func text(of block: ReportBlock) -> String {
    switch block {
    case .heading(let level, let text):
      return String(repeating: "#", count: min(max(level, 1), 6)) + " " + Self.escaped(text)
    case .paragraph(let text):
      return Self.escaped(text)
    case .list(let items, let numbered):
      return items.enumerated().map { index, item in
        let bullet = numbered ? "\(index + 1). " : "- "
        let indent = String(repeating: " ", count: bullet.count)
        let mark = item.mark.map { "**\($0.rawValue)** " } ?? ""
        let details = item.details.map { "\n\(indent)- \(Self.escaped($0))" }.joined()
        return bullet + mark + Self.escaped(item.text) + details
      }.joined(separator: "\n")
    case .table(let table):
      return Self.escaped(table.caption) + "\n\n" + self.table(table)
    case .figure(let figure):
      return
        "![\(Self.escaped(figure.alternative))](\(figure.file))\n\n*\(Self.escaped(figure.caption))*"
    case .box(let title, let lines):
      return (["> **\(Self.escaped(title))**"] + lines.map { "> " + Self.escaped($0) })
        .joined(separator: "\n>\n")
    }
  }

  private func table(_ table: ReportTable) -> String {
    func row(_ cells: [String]) -> String {
      "| " + cells.map { Self.escaped($0) }.joined(separator: " | ") + " |"
    }
    let rule = table.columns.indices.map { table.numeric.contains($0) ? "---:" : "---" }
    return
      ([row(table.columns), "| " + rule.joined(separator: " | ") + " |"] + table.rows.map(row))
      .joined(separator: "\n")
  }

  /// Text in which nothing is markup: a name from a file stays a name.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default:
        if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
