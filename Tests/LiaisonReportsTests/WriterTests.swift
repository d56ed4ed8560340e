import Foundation
import LiaisonTestSupport
import Testing

@testable import LiaisonReports

@Suite("Writing blocks as HTML and Markdown")
struct WriterTests {
  static let hostile =
    "</p><script>alert(1)</script> \"q\" 'q' & | * [x](javascript:y) \u{1B}]0;t\u{7}"

  static var blocks: [ReportBlock] {
    [
      .heading(level: 1, hostile), .paragraph(hostile),
      .list([ReportItem(hostile, details: [hostile], mark: .error)], numbered: true),
      .table(
        ReportTable(
          caption: hostile, columns: [hostile, "n"], rows: [[hostile, "1"]], numeric: [1])),
      .box(title: hostile, [hostile]),
      .figure(
        ReportFigure(
          file: "a.svg", svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", caption: hostile,
          alternative: hostile)),
    ]
  }

  static var page: String {
    HTMLWriter().write(blocks, in: .init(title: hostile, label: "TLP:AMBER"))
  }

  @Test("Nothing that a file says is markup in the page")
  func escapes() {
    #expect(!Self.page.contains("<script"))
    #expect(Self.page.contains("&lt;script&gt;"))
    #expect(!Self.page.contains("\u{1B}"))
    #expect(Self.page.contains("TLP:AMBER"))
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
    #expect(run.output.trimmingCharacters(in: .whitespacesAndNewlines) == PageStyle.hash)
    #expect(
      Self.page.contains("default-src &#39;none&#39;") || Self.page.contains("default-src 'none'"))
    let links = Self.page.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!links.contains("http:") && !links.contains("https:") && !links.contains("src="))
  }

  @Test("Markdown shows names as they are, whatever they hold")
  func markdown() {
    let text = MarkdownWriter().write(Self.blocks)
    #expect(!text.replacing("\\<", with: "").contains("<"))
    #expect(text.contains("\\<script\\>"))
    #expect(text.contains("| --- | ---: |"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }
}
