import Foundation
import LiaisonGaps
import LiaisonGraphviz
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonDiagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether bytes are well-formed XML, and what stands in them.
final class XMLReading: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String])] = []
  var texts: [String] = []

  static func read(_ bytes: [UInt8]) -> XMLReading? {
    let reading = XMLReading()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reading
    return parser.parse() ? reading : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts.append(string) }
}

@Suite("Slides as files", .serialized)
struct SlideRendererTests {
  let province: StakeholderNetwork
  let context = DiagramContext(findings: [FindingFold(Fixtures.stop)])

  init() throws { province = try Fixtures.network(yaml: Fixtures.province) }

  @Test("PNG is 1920 × 1080 pixels, PDF 960 × 540 points", arguments: ["pathway", "gaps"])
  func sizes(_ id: String) throws {
    let view = try #require(DiagramViews.shipped.first { $0.id == id })
    let figures = try Fixtures.renderer.render(
      view, of: Fixtures.samundar(), DiagramContext(findings: [FindingFold(SlideTests.stop)]),
      formats: [.png, .pdf])
    let png = figures[0].bytes
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    func word(_ offset: Int) -> Int {
      png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(word(16) == 1920)
    #expect(word(20) == 1080)
    let pdf = String(decoding: figures[1].bytes, as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-"))
    #expect(pdf.contains("/MediaBox [ 0 0 960 540 ]"))
  }

  @Test("SVG is 16:9, can be heard, and refers to nothing outside")
  func svg() throws {
    for view in DiagramViews.shipped {
      let figure = try #require(
        try Fixtures.renderer.render(view, of: province, context, formats: [.svg]).first)
      let reading = try #require(XMLReading.read(figure.bytes))
      let root = try #require(reading.elements.first)
      #expect(root.name == "svg")
      #expect(root.attributes["viewBox"] == "0 0 960 540")
      #expect(root.attributes["role"] == "img")
      #expect(root.attributes["lang"] == "en")
      #expect(reading.elements.contains { $0.name == "title" })
      #expect(reading.elements.contains { $0.name == "desc" })
      let ids = reading.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { $0.hasPrefix("liaison-\(view.id)-") })
      let text = String(decoding: figure.bytes, as: UTF8.self)
      #expect(!text.contains("<!DOCTYPE"))
      #expect(!text.contains("href"))
      #expect(text.components(separatedBy: "http").count == 2, "only the name space")
      #expect(text.contains(figure.title))
    }
  }

  @Test("Names from right to left carry their direction")
  func direction() throws {
    let figure = try Fixtures.renderer.render(PathwayView(), of: province, formats: [.svg])[0]
    let text = String(decoding: figure.bytes, as: UTF8.self)
    let line = try #require(text.components(separatedBy: "<text").first { $0.contains(">صوبائی") })
    #expect(line.contains("direction=\"rtl\""))
    #expect(line.contains("Noto Naskh Arabic"))
    // In a panel both names of an organization begin at one edge.
    let panels = try Fixtures.renderer.render(SectorsView(), of: province, formats: [.svg])[0]
    let lines = String(decoding: panels.bytes, as: UTF8.self).components(separatedBy: "<text")
    func edge(_ name: String) throws -> Substring {
      let line = try #require(lines.first { $0.contains(name) })
      #expect(!line.contains("text-anchor") && !line.contains("direction"))
      return try #require(line.split(separator: "\"").dropFirst().first)
    }
    #expect(try edge(">\u{202B}صوبائی") == edge(">Provincial Police<"))
  }

  @Test("The same input gives the same bytes, and several forms share one layout")
  func determinism() throws {
    for view in DiagramViews.shipped {
      let forms: [FigureFormat] = [.svg, .png, .pdf, .dot]
      let first = try Fixtures.renderer.render(view, of: province, context, formats: forms)
      let second = try Fixtures.renderer.render(view, of: province, context, formats: forms)
      #expect(first == second)
      #expect(first.map(\.format) == forms)
    }
  }

  @Test("DOT is the request to Graphviz, byte for byte")
  func dot() throws {
    let folder = try TemporaryFolder()
    let seen = folder.path("seen")
    let script = try folder.write("#!/bin/sh\ncat > \(seen)\nexit 1\n", to: "worker")
    #expect(chmod(script, 0o755) == 0)
    let renderer = SlideRenderer(
      engine: GraphvizEngine(isolation: .worker(executable: script)))
    _ = try renderer.render(PathwayView(), of: province, formats: [.svg])
    let figure = try renderer.render(PathwayView(), of: province, formats: [.dot])[0]
    let asked = [UInt8](try Data(contentsOf: URL(filePath: seen)))
    #expect(asked.suffix(figure.bytes.count).elementsEqual(figure.bytes))
    #expect(String(decoding: figure.bytes, as: UTF8.self).hasPrefix("digraph"))
  }

  @Test("Where the worker dies the plain layout is drawn, with a warning that names the signal")
  func death() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("#!/bin/sh\nkill -SEGV $$\n", to: "worker")
    #expect(chmod(script, 0o755) == 0)
    var renderer = SlideRenderer(
      engine: GraphvizEngine(isolation: .worker(executable: script)))
    for view in DiagramViews.shipped {
      let figure = try renderer.render(view, of: province, context, formats: [.svg])[0]
      #expect(XMLReading.read(figure.bytes) != nil)
      let warning = try #require(figure.warnings.first { $0.contains("plain layout") })
      #expect(warning.contains("signal 11"))
      #expect(throws: DiagramError.self) {
        try renderer.render(view, of: province, context, formats: [.png])
      }
    }
    renderer.fallsBack = false
    let error = #expect(throws: DiagramError.self) {
      try renderer.render(PathwayView(), of: province, formats: [.svg])
    }
    #expect(error?.exitStatus == 70)
  }

  @Test("Over time the same, with 75")
  func overTime() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("#!/bin/sh\nsleep 30\n", to: "worker")
    #expect(chmod(script, 0o755) == 0)
    let renderer = SlideRenderer(
      engine: GraphvizEngine(isolation: .worker(executable: script)),
      limits: GraphvizLimits(wallSeconds: 0.3), fallsBack: false)
    let error = #expect(throws: DiagramError.self) {
      try renderer.render(NetworkView(), of: province, formats: [.svg])
    }
    #expect(error?.exitStatus == 75)
  }

  @Test("What no font can draw is left out, and the script and the package are named")
  func glyphs() throws {
    var renderer = Fixtures.renderer
    renderer.fonts = FontCoverage([0x20...0x17F, 0x2000...0x206F])
    let figure = try renderer.render(PathwayView(), of: province, formats: [.svg])[0]
    let text = String(decoding: figure.bytes, as: UTF8.self)
    #expect(!text.contains("صوبائی"))
    let warning = try #require(figure.warnings.first { $0.contains("Arabic") })
    #expect(warning.contains("fonts-noto-core"))
    // A name in that script alone gives way to the id.
    let urdu = try Fixtures.chain(["پولیس", "ہسپتال"])
    let other = try renderer.render(PathwayView(), of: urdu, formats: [.svg])[0]
    let page = String(decoding: other.bytes, as: UTF8.self)
    #expect(page.contains(">o0</text>"))
    // The slide says so, and so does the tool; who hears the slide hears the name.
    #expect(page.contains(">2 names have no font here: their ids stand for them</text>"))
    #expect(other.warnings.contains("2 names are shown by their ids."))
    #expect(page.contains("aria-label=\"پولیس"))
  }

  @Test("A name in a second language that no font can draw is left out, and that is told")
  func secondGlyphs() throws {
    var renderer = Fixtures.renderer
    renderer.fonts = FontCoverage([0x20...0x17F, 0x2000...0x206F])
    let figure = try renderer.render(PathwayView(), of: province, formats: [.svg])[0]
    #expect(figure.warnings.contains("2 names in a second language are left out."))
    #expect(!String(decoding: figure.bytes, as: UTF8.self).contains("ids stand for"))
  }

  @Test("Without Graphviz the error says what to install, and that DOT needs none")
  func withoutGraphviz() {
    let error = SlideRenderer.failure(GraphvizError(.notInstalled, "There is no Graphviz."))
    #expect(error.exitStatus == 69)
    #expect(error.message.contains("apt-get install libgraphviz-dev"))
    #expect(error.message.contains("figure.dot"))
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"/><script>", "]]>", "&amp; &lt; &#x0;", "\\N \\G \\E \\n \\l",
    "C:\\New\\Group", "a\u{202E}txt.exe", "\u{2066}\u{2069}\u{200F}", "\u{0}\u{1}\u{8}\u{1B}[31m",
    "", " ", "\u{FEFF}", String(repeating: "x", count: 4096),
    String(repeating: "wide word ", count: 400), "a" + String(repeating: "\u{301}", count: 3000),
    "😀🏳️‍🌈👩‍👩‍👧‍👧", "line\nline\r\nline\u{2028}line", "{a|b|c}", "<TABLE>", "digraph { a -> b }",
    "'; DROP TABLE", "%s%n%x", "\u{FFFE}\u{FFFF}", "اسم \u{202B}עברית", "日本語の長い名前の組織がここにあります",
  ]

  @Test("Hostile names come through every view as well-formed SVG, with nothing live in it")
  func hostileNames() throws {
    let network = try Fixtures.chain(Self.hostile)
    for view in DiagramViews.shipped {
      let figure = try Fixtures.renderer.render(view, of: network, formats: [.svg])[0]
      let reading = try #require(XMLReading.read(figure.bytes), "\(view.id)")
      let allowed: Set<String> = [
        "svg", "title", "desc", "rect", "g", "path", "polygon", "circle", "text",
      ]
      #expect(reading.elements.allSatisfy { allowed.contains($0.name) })
      for element in reading.elements {
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
      }
      #expect(!figure.warnings.contains { $0.contains("plain layout") }, "\(figure.warnings)")
      #expect(figure.smallestType >= 9)
    }
    let picture = try Fixtures.renderer.render(PathwayView(), of: network, formats: [.png, .pdf])
    #expect(picture.allSatisfy { $0.bytes.count > 1_000 })
  }

  @Test("What cannot be read on one slide is folded, and the tool says so")
  func folding() throws {
    let network = try Fixtures.chain((0..<400).map { "Organization number \($0)" })
    for view in DiagramViews.shipped where view.id != "gaps" {
      let figure = try Fixtures.renderer.render(view, of: network, formats: [.svg])[0]
      #expect(figure.smallestType >= 9)
      let told = view.id == "network" ? "each is drawn as a point" : "sectors"
      #expect(figure.warnings.contains { $0.contains(told) }, "\(view.id)")
    }
  }

  @Test("A view that has nothing to show says so; it draws no empty slide")
  func empty() throws {
    let network = try Fixtures.network(yaml: "liaison: 1\ntitle: Nothing yet\n")
    for view in DiagramViews.shipped {
      for format in [FigureFormat.svg, .dot] {
        let error = #expect(throws: DiagramError.self) {
          try Fixtures.renderer.render(view, of: network, formats: [format])
        }
        #expect(error?.code == .nothingToDraw && error?.exitStatus == 65)
        #expect(error?.message.hasSuffix("no organization is recorded.") == true)
      }
    }
    // Where another view may help the one that was asked for is not named.
    let alone = try Fixtures.network(yaml: "liaison: 1\norganizations: [{id: a, name: A}]\n")
    let error = #expect(throws: DiagramError.self) {
      try Fixtures.renderer.render(NetworkView(), of: alone, formats: [.dot])
    }
    #expect(error?.message.hasSuffix("Another view, sectors, may show what is.") == true)
  }
}
