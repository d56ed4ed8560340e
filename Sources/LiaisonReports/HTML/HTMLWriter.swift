/// Writes blocks as one self-contained HTML page: no script, no request to anywhere.
public struct HTMLWriter: Sendable {
  /// What stands in the head and foot of the page.
  public struct Frame: Sendable {
    /// The page's title.
    public var title: String
    /// The BCP 47 tag of its language.
    public var language: String
    /// The label, in the head and the foot of each page: `TLP:AMBER`.
    public var label: String

    /// Creates a frame.
    public init(title: String, language: String = "en", label: String) {
      self.title = title
      self.language = language
      self.label = label
    }
  }

  /// Creates a writer.
  public init() {}

  /// The page.
  ///
  /// Every text is escaped; figures are the tool's own SVG and go in as they are.
  public func write(_ blocks: [ReportBlock], in frame: Frame) -> String {
    let title = Self.escaped(frame.title)
    let label = Self.escaped(frame.label)
    let body = blocks.map(text(of:)).joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(frame.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(PageStyle.css)</style>
      </head>
      <body>
      <p class="label">\(label)</p>
      <main>
      \(body)
      </main>
      <p class="label foot">\(label)</p>
      </body>
      </html>

      """
  }

  /// What the page may load: its own style, and nothing else.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(PageStyle.hash)'; base-uri 'none'; form-action 'none'"

  private func text(of block: ReportBlock) -> String {
    switch block {
    case .heading(let level, let text):
      let level = min(max(level, 1), 6)
      return "<h\(level)>\(Self.phrase(text))</h\(level)>"
    case .paragraph(let text):
      return "<p>\(Self.phrase(text))</p>"
    case .list(let items, let numbered):
      let tag = numbered ? "ol" : "ul"
      return "<\(tag)>\n" + items.map(item).joined(separator: "\n") + "\n</\(tag)>"
    case .table(let table):
      return self.table(table)
    case .figure(let figure):
      return "<figure>\n<div class=\"picture\">\(figure.svg)</div>\n"
        + "<figcaption>\(Self.phrase(figure.caption))</figcaption>\n</figure>"
    case .box(let title, let lines):
      let paragraphs = lines.map { "<p>\(Self.phrase($0))</p>" }.joined(separator: "\n")
      return "<aside>\n<h3>\(Self.phrase(title))</h3>\n\(paragraphs)\n</aside>"
    }
  }

  private func item(_ item: ReportItem) -> String {
    var text = "<li>"
    if let mark = item.mark {
      text += "<span class=\"mark \(mark.rawValue)\">\(mark.rawValue)</span> "
    }
    text += Self.phrase(item.text)
    if !item.details.isEmpty {
      text += "\n<ul class=\"details\">\n"
      text += item.details.map { "<li>\(Self.phrase($0))</li>" }.joined(separator: "\n")
      text += "\n</ul>"
    }
    return text + "</li>"
  }

  private func table(_ table: ReportTable) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      let cells = cells.enumerated().map { index, cell in
        let kind = table.numeric.contains(index) ? " class=\"number\"" : ""
        let scope = tag == "th" ? " scope=\"col\"" : ""
        return "<\(tag)\(scope)\(kind)>\(Self.phrase(cell))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let body = table.rows.map { row($0, "td") }.joined(separator: "\n")
    return """
      <div class="table"><table>
      <caption>\(Self.phrase(table.caption))</caption>
      <thead>\(row(table.columns, "th"))</thead>
      <tbody>
      \(body)
      </tbody>
      </table></div>
      """
  }

  /// A piece of text in which the direction of names does not disturb what stands beside them.
  static func phrase(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  /// Text in which nothing is markup; control characters are dropped.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\r", "\t": result += " "
      default:
        if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
