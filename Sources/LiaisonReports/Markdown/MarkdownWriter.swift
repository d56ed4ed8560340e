/// Writes blocks as Markdown that goes straight into a document (CommonMark with tables).
public struct MarkdownWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The blocks as Markdown, ending with a newline.
  ///
  /// - Parameter label: stands above and below: `TLP:AMBER`; nothing where it is nil.
  /// - Complexity: O(length).
  public func write(_ blocks: [ReportBlock], label: String? = nil) -> String {
    let frame = label.map { ["**\(Self.escaped($0))**"] } ?? []
    return (frame + blocks.map(text(of:)) + frame).joined(separator: "\n\n") + "\n"
  }

  private func text(of block: ReportBlock) -> String {
    switch block {
    case .heading(let level, let text):
      return String(repeating: "#", count: min(max(level, 1), 6)) + " " + Self.escaped(text)
    case .paragraph(let text):
      return Self.escaped(text, startsLine: true)
    case .lede(let text):
      return "**\(Self.escaped(text))**"
    case .list(let items, let numbered):
      return items.enumerated().map { item($1, bullet: numbered ? "\($0 + 1). " : "- ") }
        .joined(separator: "\n")
    case .table(let table):
      return "**\(Self.escaped(table.caption))**\n\n" + self.table(table)
    case .figure(let figure):
      return self.figure(figure)
    case .box(let title, let blocks):
      let inner = ["**\(Self.escaped(title))**"] + blocks.map(text(of:))
      return inner.joined(separator: "\n\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    case .section(.folded(let title), let blocks):
      return (["\(Self.escaped(title, startsLine: true)):"] + blocks.map(text(of:)))
        .joined(separator: "\n\n")
    case .section(_, let blocks):
      return blocks.map(text(of:)).joined(separator: "\n\n")
    }
  }

  private func item(_ item: ReportItem, bullet: String) -> String {
    let indent = String(repeating: " ", count: bullet.count)
    let mark = item.mark.map { "**\($0.word)** " } ?? ""
    let details = item.details.map { "\n\(indent)- \(Self.escaped($0, startsLine: true))" }
    return bullet + mark + Self.escaped(item.text, startsLine: mark.isEmpty) + details.joined()
  }

  private func figure(_ figure: ReportFigure) -> String {
    let caption = figure.caption.isEmpty ? "" : "\n\n*\(Self.escaped(figure.caption))*"
    if figure.svg == nil { return "**\(Self.escaped(figure.title))** (not drawn)\(caption)" }
    return "![\(Self.escaped(figure.title))](\(figure.file))\(caption)"
  }

  private func table(_ table: ReportTable) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    // Bars say nothing that does not stand beside them in numbers.
    let shown = table.columns.indices.filter { column in
      !table.rows.contains { $0.indices.contains(column) && $0[column].bar != nil }
    }
    let rule = shown.map {
      table.numeric.contains($0) || (table.isMatrix && $0 > 0) ? "---:" : "---"
    }
    let rows = table.rows.map { cells in
      row(
        shown.filter { cells.indices.contains($0) }.map { column in
          let text = Self.escaped(cells[column].text)
          return cells[column].tone.isStrong ? "**\(text)**" : text
        })
    }
    return ([row(shown.map { Self.escaped(table.columns[$0]) }), row(rule)] + rows)
      .joined(separator: "\n")
  }

  /// Text in which nothing is markup: a name from a file stays a name.
  ///
  /// - Parameter startsLine: whether a line may begin with it, where `1.`, `-` and `+` are markup.
  static func escaped(_ text: String, startsLine: Bool = false) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.count % 2 == 1,
      stride(from: 1, to: parts.count, by: 2).allSatisfy({ isPlainCode(parts[$0]) })
    else { return markupEscaped(text, startsLine: startsLine) }
    return parts.enumerated().map { index, part in
      index % 2 == 1
        ? "`\(part)`" : markupEscaped(String(part), startsLine: startsLine && index == 0)
    }.joined()
  }

  /// Whether a text between backticks can stand so: a key, an id, a file name, a command.
  private static func isPlainCode(_ text: Substring) -> Bool {
    !text.isEmpty && text.first != " " && text.last != " "
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "_.:/- ".utf8.contains(byte)
        }
      }
  }

  private static func markupEscaped(_ text: String, startsLine: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    let scalars = PrintableText.scalars(text)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      // An address in a name is no link.
      case ":" where scalars[index...].dropFirst().first == "/": result += "\\"
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&":
        result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    guard startsLine else { return result }
    let start = result.drop { $0 == " " }
    if let first = start.first, "-+=".contains(first) { return "\\" + start }
    let digits = start.prefix { $0.isASCII && $0.isNumber }
    let rest = start.dropFirst(digits.count)
    if !digits.isEmpty, rest.first == "." || rest.first == ")" {
      return "\(digits)\\\(rest)"
    }
    return String(start)
  }
}
