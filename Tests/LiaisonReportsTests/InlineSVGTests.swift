import Testing

@testable import LiaisonReports

@Suite("SVG that may stand in a page")
struct InlineSVGTests {
  private static let head = "<svg xmlns=\"http://www.w3.org/2000/svg\">"

  private static func svg(_ inner: String) throws -> InlineSVG {
    try InlineSVG(Array("\(head)\(inner)</svg>\n".utf8))
  }

  @Test("A figure of our shape goes in as it is, without the white space around it")
  func ours() throws {
    let inner = """
      <title id="x-title">Police &amp; others</title>
      <g id="x-nodes" role="list" aria-label="Organizations"><rect x="1" y="-2.5" width="3" \
      height="4" fill="#FFFFFF" stroke-dasharray="5 2"/>
      <text x="1" y="2" direction="rtl" font-family="'Noto Naskh Arabic', Arial">پولیس</text>
      <path d="M1,2C3,4 5,6 7,8" fill="none"/></g>
      """
    let figure = try Self.svg(inner)
    #expect(figure.text == "\(Self.head)\(inner)</svg>")
    #expect(figure.ids == ["x-title", "x-nodes"])
  }

  @Test(
    "What runs, loads, styles or refers outside is refused",
    arguments: [
      "<script>alert(1)</script>", "<foreignObject></foreignObject>", "<image href=\"x\"/>",
      "<a href=\"https://example.org\"/>", "<use href=\"#x\"/>", "<style>a{}</style>",
      "<g onclick=\"x\"/>", "<g style=\"fill:red\"/>", "<rect fill=\"url(#x)\"/>",
      "<rect fill=\"url(https://example.org)\"/>", "<animate/>", "<g class=\"a\" class=\"b\"/>",
      "<!-- x -->", "<![CDATA[x]]>", "<?php ?>", "<!DOCTYPE svg>", "<g>&evil;</g>",
      "<text>&evil;</text>", "<text><script/></text>", "text in the open", "<g><rect></g>",
      "<g id=\"a\"/><g id=\"a\"/>", "<g id=\"\"/>", "<g id=\"a b\"/>", "<g id=a/>", "<g id='a'/>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<g", "<g id=\"a", "</g>",
      "<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<g fill=\"javascript:alert(1)\"/>",
      "<G/>", "<text>\u{0}</text>", "<g a:b=\"c\"/>",
    ])
  func refused(inner: String) {
    #expect(throws: SVGRefusal.self) { try Self.svg(inner) }
  }

  @Test(
    "A figure is one root with its namespace",
    arguments: [
      "", "<svg/>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<g/>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/><g/>",
      "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ])
  func root(text: String) {
    #expect(throws: SVGRefusal.self) { try InlineSVG(Array(text.utf8)) }
  }

  @Test("Deep nesting is refused, not followed")
  func depth() {
    #expect(throws: SVGRefusal.self) {
      try Self.svg(String(repeating: "<g>", count: 100_000))
    }
  }

  @Test("Two figures in one page may not share an id")
  func distinct() throws {
    let one = try Self.svg("<g id=\"a\"/><g id=\"b\"/>")
    let other = try Self.svg("<g id=\"c\"/><g id=\"b\"/>")
    try InlineSVG.requireDistinct([one])
    #expect(throws: SVGRefusal.self) { try InlineSVG.requireDistinct([one, other]) }
  }
}
