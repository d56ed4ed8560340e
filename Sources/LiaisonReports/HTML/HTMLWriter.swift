public import LiaisonModel

/// Writes blocks as one self-contained HTML page: no script, no request to anywhere.
///
/// The markup is well-formed XML too, so that it can be read by either kind of reader.
public struct HTMLWriter: Sendable {
  /// What stands in the head and foot of the page.
  public struct Frame: Sendable {
    /// The page's title.
    public var title: String
    /// The BCP 47 tag of its language.
    public var language: String
    /// The label, at the head and the foot of the page and of each printed page.
    public var label: TrafficLight
    /// Who made it, at its foot.
    public var imprint: String

    /// Creates a frame.
    public init(
      title: String, language: String = "en", label: TrafficLight, imprint: String = ""
    ) {
      self.title = title
      self.language = language
      self.label = label
      self.imprint = imprint
    }
  }

  /// Creates a writer.
  public init() {}

  /// The page.
  ///
  /// Every text is escaped; figures are checked SVG and go in as they are.
  public func write(_ blocks: [ReportBlock], in frame: Frame) -> String {
    let title = HTMLText.escaped(frame.title)
    let label = HTMLText.escaped(frame.label.label)
    let imprint = frame.imprint.isEmpty ? "" : "<p>\(HTMLText.phrase(frame.imprint))</p>"
    var body = HTMLBody(blocks)
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escaped(frame.language))" class="\(Self.style(of: frame.label))">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="robots" content="noindex"/>
      <title>\(title) · \(label)</title>
      <style>\(PageStyle.css)</style>
      </head>
      <body>
      <header class="label"><span>\(label)</span></header>
      <main>
      \(body.write())
      </main>
      <footer>\(imprint)<div class="label"><span>\(label)</span></div></footer>
      </body>
      </html>

      """
  }

  /// What the page may load: its own style, and nothing else.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(PageStyle.hash)'; base-uri 'none'; form-action 'none'"

  /// The class of a label.
  private static func style(of label: TrafficLight) -> String {
    switch label {
    case .clear: "clear"
    case .green: "green"
    case .amber: "amber"
    case .amberStrict: "strict"
    case .red: "red"
    }
  }
}

/// The blocks of a page, written one after the other: headings get their ids in that order.
private struct HTMLBody {
  private let blocks: [ReportBlock]
  private let chapters: [String]
  private var chapter = 0

  init(_ blocks: [ReportBlock]) {
    self.blocks = blocks
    chapters = Self.chapters(of: blocks)
  }

  mutating func write() -> String { texts(of: blocks) }

  /// The headings of the second level, outside the first page, which are the contents.
  private static func chapters(of blocks: [ReportBlock]) -> [String] {
    var found: [String] = []
    for block in blocks {
      if case .heading(2, let text) = block { found.append(text) }
    }
    return found
  }

  private mutating func texts(of blocks: [ReportBlock]) -> String {
    var parts: [String] = []
    for block in blocks { parts.append(text(of: block)) }
    return parts.joined(separator: "\n")
  }

  private mutating func text(of block: ReportBlock) -> String {
    switch block {
    case .heading(let level, let text):
      return heading(min(max(level, 1), 6), text)
    case .paragraph(let text):
      return "<p>\(HTMLText.phrase(text))</p>"
    case .lede(let text):
      return "<p class=\"lede\">\(HTMLText.phrase(text))</p>"
    case .list(let items, let numbered):
      let tag = numbered ? "ol" : "ul"
      return "<\(tag)>\n" + items.map(item).joined(separator: "\n") + "\n</\(tag)>"
    case .table(let table):
      return self.table(table)
    case .figure(let figure):
      return self.figure(figure)
    case .box(let title, let blocks):
      return "<aside>\n<h3>\(HTMLText.phrase(title))</h3>\n\(texts(of: blocks))\n</aside>"
    case .section(let kind, let blocks):
      return section(kind, blocks)
    }
  }

  private mutating func heading(_ level: Int, _ text: String) -> String {
    guard level == 2, chapters.indices.contains(chapter), chapters[chapter] == text else {
      return "<h\(level)>\(HTMLText.phrase(text))</h\(level)>"
    }
    chapter += 1
    return "<h2 id=\"chapter-\(chapter)\">\(HTMLText.phrase(text))</h2>"
  }

  private mutating func section(_ kind: ReportSection, _ blocks: [ReportBlock]) -> String {
    switch kind {
    case .first:
      let place = blocks.contains(where: \.isBox) ? "on the next page" : "at the end"
      return
        "<section class=\"first\">\n\(texts(of: blocks))\(plates(of: blocks, place))\n</section>\n"
        + contents
    case .columns:
      var columns: [String] = []
      for block in blocks { columns.append("<div>\n\(text(of: block))\n</div>") }
      return "<div class=\"columns\">\n\(columns.joined(separator: "\n"))\n</div>"
    case .wide:
      return "<div class=\"wide\">\n\(texts(of: blocks))\n</div>\(plates(of: blocks, "at the end"))"
    case .folded(let title):
      return "<details>\n<summary>\(HTMLText.phrase(title))</summary>\n"
        + "\(texts(of: blocks))\n</details>"
    case .words(let figure):
      return "<div class=\"words\" id=\"words-\(HTMLText.escaped(figure))\">\n"
        + "\(texts(of: blocks))\n</div>"
    }
  }

  /// Where a reader of the printed report finds the drawn figures among some blocks: each has a page of its
  /// own, elsewhere.
  private func plates(of blocks: [ReportBlock], _ place: String) -> String {
    var lines = ""
    for case .figure(let figure) in blocks where figure.svg != nil {
      let words = "Figure \(place): \(figure.title)."
      lines += "\n<p class=\"plate\">\(HTMLText.phrase(words))</p>"
    }
    return lines
  }

  private var contents: String {
    if chapters.isEmpty { return "" }
    let entries = chapters.enumerated().map { index, title in
      "<li><a href=\"#chapter-\(index + 1)\">\(HTMLText.phrase(title))</a></li>"
    }
    return "<nav aria-label=\"Contents\">\n<ul>\n\(entries.joined(separator: "\n"))\n</ul>\n</nav>"
  }

  private func item(_ item: ReportItem) -> String {
    var text = "<li>"
    if let mark = item.mark {
      text += "<span class=\"mark \(mark.rawValue)\">\(mark.word)</span> "
    }
    text += HTMLText.phrase(item.text)
    if !item.details.isEmpty {
      text += "\n<ul class=\"details\">\n"
      text += item.details.map { "<li>\(HTMLText.phrase($0))</li>" }.joined(separator: "\n")
      text += "\n</ul>"
    }
    return text + "</li>"
  }

  private func figure(_ figure: ReportFigure) -> String {
    let id = HTMLText.escaped(figure.id)
    let words = "<a href=\"#words-\(id)\">In words</a>"
    let reading = figure.caption.isEmpty ? "" : HTMLText.phrase(figure.caption) + " "
    let caption = "<figcaption>\(reading)\(words)</figcaption>"
    guard let svg = figure.svg else {
      return "<figure id=\"figure-\(id)\" class=\"undrawn\">\n"
        + "<p><strong>\(HTMLText.phrase(figure.title))</strong> (not drawn)</p>\n"
        + "\(caption)\n</figure>"
    }
    // A region that scrolls is reached by the keyboard too.
    return "<figure id=\"figure-\(id)\">\n<div class=\"picture\" tabindex=\"0\" role=\"region\" "
      + "aria-label=\"\(HTMLText.escaped(figure.title))\">\n\(svg.text)\n</div>\n\(caption)\n</figure>"
  }

  /// A bar, which says nothing that does not stand beside it in numbers.
  private func bar(_ bar: ReportBar) -> String {
    """
    <svg class="bar" viewBox="0 0 1000 120" preserveAspectRatio="none" aria-hidden="true">\
    <rect width="1000" height="120" class="whole"/>\
    <rect width="\(bar.possible)" height="120" class="possible"/>\
    <rect width="\(bar.certain)" height="120" class="certain"/></svg>
    """
  }

  private func table(_ table: ReportTable) -> String {
    func kind(_ column: Int, _ tone: ReportCell.Tone) -> String {
      var classes: [String] = []
      if table.numeric.contains(column) { classes.append("number") }
      if tone != .plain { classes.append(tone.rawValue) }
      return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    }
    // On a narrow screen it reaches beyond the edge, and says so.
    let isBroad = table.columns.count > 3
    let heads = table.columns.enumerated().map { index, head in
      "<th scope=\"col\"\(kind(index, .plain))><span>\(HTMLText.phrase(head))</span></th>"
    }
    let rows = table.rows.map { cells in
      let cells = cells.enumerated().map { index, cell in
        let text = cell.bar.map(bar) ?? HTMLText.phrase(cell.text)
        return index == 0
          ? "<th scope=\"row\">\(text)</th>" : "<td\(kind(index, cell.tone))>\(text)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <div class="table\(table.isMatrix ? " matrix" : "")\(isBroad ? " broad" : "")" tabindex="0" role="region" \
      aria-label="\(HTMLText.escaped(table.caption))"><table>
      <caption>\(HTMLText.phrase(table.caption))</caption>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }
}
