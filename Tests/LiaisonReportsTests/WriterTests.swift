import Foundation
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonReports

@Suite("Writing blocks as HTML and Markdown")
struct WriterTests {
  static let hostile =
    "</p><script>alert(1)</script> \"q\" 'q' & | * [x](javascript:y) http://evil.example/ "
    + "\u{1B}]0;t\u{7} \u{202E}gpj"

  static var blocks: [ReportBlock] {
    get throws {
      let svg = try InlineSVG(
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"/></svg>".utf8))
      return [
        .section(
          .first,
          [
            .heading(level: 1, hostile), .paragraph(hostile), .lede(hostile),
            .list([ReportItem(hostile, details: [hostile], mark: .error)], numbered: true),
            .section(.columns, [.box(title: hostile, [.paragraph(hostile)]), .paragraph(hostile)]),
          ]),
        .heading(level: 2, hostile),
        .table(
          ReportTable(
            caption: hostile, columns: [hostile, "n", ""],
            rows: [
              [
                ReportCell(hostile), ReportCell("1", .part),
                ReportCell(bar: ReportBar(certain: 1, possible: 2, of: 3)),
              ]
            ], numeric: [1])),
        .figure(
          ReportFigure(id: "a", svg: svg, title: hostile, caption: hostile, alternative: [hostile])),
        .section(
          .wide,
          [
            .figure(
              ReportFigure(
                id: "b", svg: nil, title: hostile, caption: hostile, alternative: [hostile]))
          ]),
        .section(.words(figure: "a"), [.paragraph(hostile)]),
        .section(.words(figure: "b"), [.paragraph(hostile)]),
      ]
    }
  }

  static var page: String {
    get throws {
      HTMLWriter().write(
        try blocks, in: .init(title: hostile, label: .amberStrict, imprint: hostile))
    }
  }

  @Test("Nothing that a file says is markup in the page")
  func escapes() throws {
    let page = try Self.page
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.contains("\u{1B}") && !page.contains("\u{202E}"))
    #expect(page.contains("TLP:AMBER+STRICT"))
  }

  @Test("The page is well-formed")
  func wellFormed() throws {
    #expect(try Markup.problems(in: Self.page) == [])
  }

  @Test("A date stands on one line")
  func dates() {
    #expect(
      HTMLText.phrase("As of 2025-06-30: `2025-06-30`")
        == "<bdi>As of <time>2025-06-30</time>: <code>2025-06-30</code></bdi>")
    #expect(PageStyle.css.contains("time{white-space:nowrap}"))
  }

  @Test("The page's policy allows its own style alone, by its true hash")
  func policy() throws {
    let run = try ToolRun.run(
      "python3",
      [
        "-c",
        "import sys,hashlib,base64;print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())",
      ],
      input: Array(PageStyle.css.utf8))
    let hash = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(hash == PageStyle.hash, "PageStyle.hash must be \(hash)")
    let page = try Self.page
    #expect(page.contains("default-src 'none'; style-src 'sha256-\(hash)'"))
    #expect(!page.contains(" style="), "an inline style would be refused by the policy")
    #expect(!page.contains("src=\"") && !page.contains("url("))
    #expect(page.ranges(of: "href=\"").count == page.ranges(of: "href=\"#").count)
  }

  @Test("Markdown shows names as they are, whatever they hold")
  func markdown() throws {
    let text = MarkdownWriter().write(try Self.blocks, label: "TLP:AMBER")
    #expect(!text.replacing("\\<", with: "").contains("<"))
    #expect(text.contains("\\<script\\>"))
    #expect(text.contains("http\\://"))
    #expect(text.contains("| --- | ---: |\n"), "a column of bars is left out")
    #expect(text.contains("| **1** |"))
    #expect(text.hasPrefix("**TLP:AMBER**\n") && text.hasSuffix("**TLP:AMBER**\n"))
  }

  @Test(
    "A name at the start of a line opens no list, heading or quotation",
    arguments: ["1. x", "12) x", "- x", "+ x", "# x", "> x", "    x", "=== x"])
  func lineStarts(name: String) {
    let text = MarkdownWriter().write([.paragraph(name)])
    let first = text.first
    #expect(first == "\\" || first == "x" || text.hasPrefix("1\\.") || text.hasPrefix("12\\)"))
  }
}
