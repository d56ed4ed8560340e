import Foundation
import LiaisonGraphviz
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Our DOT text")
struct DOTWriterTests {
  private func text(_ graph: DOTGraph) throws -> String {
    String(decoding: try graph.encoded().bytes, as: UTF8.self)
  }

  @Test("An empty graph is still a graph")
  func empty() throws {
    #expect(try text(DOTGraph()) == "digraph g {\n  graph [charset=\"UTF-8\"];\n}\n")
  }

  @Test("Nodes, edges, clusters and ranks have names of ours, and stay in order")
  func whole() throws {
    var graph = DOTGraph()
    let outer = graph.add(DOTCluster(label: "Government", style: .dashed))
    let inner = graph.add(DOTCluster(label: "Police", parent: outer))
    let first = graph.add(DOTNode(label: "A", shape: .box), in: inner)
    let second = graph.add(DOTNode(label: "B", width: 72), in: outer)
    graph.place([first, second])
    graph.add(DOTEdge(first, second, direction: .both, weight: 3))
    #expect(
      try text(graph) == """
        digraph g {
          graph [charset="UTF-8"];
          n1 [label="A" shape="box"];
          n2 [label="B" width="1"];
          subgraph cluster_1 {
          subgraph cluster_2 {
          graph [label="Police"];
          n1;
          }
          graph [label="Government" style="dashed"];
          n2;
          }
          { rank=same; n1; n2; }
          n1 -> n2 [id="e1" dir="both" weight="3"];
        }

        """)
  }

  @Test("Numbers are held within their ranges, and what is not finite is left out")
  func numbers() throws {
    var graph = DOTGraph()
    let node = graph.add(
      DOTNode(fontSize: 1_000_000, lineWidth: .nan, width: .infinity, peripheries: 1_000_000))
    graph.add(DOTEdge(node, node, weight: .max, minimumLength: 100_000_000))
    let text = try text(graph)
    #expect(text.contains("n1 [label=\"\" fontsize=\"96\" peripheries=\"4\"];"))
    #expect(text.contains("weight=\"1000\" minlen=\"50\""))
    #expect(!text.contains("nan") && !text.contains("inf"))
  }

  @Test("A small number has no exponent")
  func exponents() throws {
    var graph = DOTGraph()
    graph.add(DOTNode(position: .init(x: 0.00001, y: -0.5)))
    #expect(try text(graph).contains("pos=\"0,-0.5\""))
  }

  @Test("Controls and characters that reorder text are left out, and counted; joiners stay")
  func controls() throws {
    var graph = DOTGraph()
    graph.add(DOTNode(label: "Po\u{1B}lice\u{202E}x\u{0}\u{FFFE}\ttwo می\u{200C}خواهم"))
    let document = try graph.encoded()
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(text.contains("label=\"Policex two می\u{200C}خواهم\""))
    #expect(document.warnings.count == 2)
    #expect(document.warnings[0].contains("3 control"))
    #expect(document.warnings[1].contains("1 character"))
  }

  @Test("A label over its limits is refused, never cut")
  func longLabels() throws {
    var wide = DOTGraph()
    wide.add(DOTNode(label: DOTLabel(String(repeating: "x", count: 1_001))))
    #expect(throws: GraphvizError.self) { try wide.encoded() }
    var tall = DOTGraph()
    tall.add(DOTNode(label: DOTLabel(String(repeating: "\n", count: 24))))
    #expect(throws: GraphvizError.self) { try tall.encoded() }
  }

  @Test("What belongs to another graph, and clusters in each other, are refused")
  func strangers() throws {
    var other = DOTGraph()
    other.add(DOTNode())
    let stranger = other.add(DOTNode())
    var graph = DOTGraph()
    let node = graph.add(DOTNode())
    graph.add(DOTEdge(node, stranger))
    #expect(throws: GraphvizError.self) { try graph.encoded() }

    var rings = DOTGraph()
    let first = rings.add(DOTCluster())
    var circle = DOTGraph()
    circle.add(DOTCluster(parent: first))
    #expect(throws: GraphvizError.self) { try circle.encoded() }
  }

  @Test("Ten thousand clusters in each other do not end the process")
  func deepClusters() throws {
    var graph = DOTGraph()
    var parent: DOTGraph.ClusterID?
    for _ in 0..<10_000 { parent = graph.add(DOTCluster(parent: parent)) }
    #expect(try graph.encoded().bytes.count > 10_000)
  }

  @Test(
    "A label prints as it was given, whatever it looks like",
    .enabled(if: GraphvizEngine.isAvailable),
    arguments: [
      #"C:\New\Group"#, #"ends with \"#, #"\N \G \l \r \n"#, "AT&T &amp; &lt; &nbsp; &#65;",
      "\"] ; evil [image=\"/etc/passwd\"", "<b>bold</b>", "<script>alert(1)</script>",
      "x'/><script>", "//comment", "/* no */", "a|b{c}", "۱۲ کیس — Women's Shelter", "]]>",
      "<<TABLE>>", "-- > <!-- x -->",
    ], [false, true])
  func hostileLabels(label: String, bold: Bool) throws {
    var graph = DOTGraph()
    let cluster = graph.add(DOTCluster(label: DOTLabel(label, bold: bold)))
    let node = graph.add(DOTNode(label: DOTLabel(label, bold: bold)), in: cluster)
    graph.add(
      DOTEdge(node, node, label: DOTLabel(label, bold: bold), tailLabel: DOTLabel(label)))
    let reply = try Samples.worker.render(Samples.request(graph, as: .svg))
    #expect(reply.warnings.isEmpty)
    let texts = try SVGTexts.read(reply.bytes)
    #expect(texts == Array(repeating: label, count: 4))
  }
}

/// The texts of an SVG, in order, by a real XML parser: it fails where the SVG is not well formed.
final class SVGTexts: NSObject, XMLParserDelegate {
  private var texts: [String] = []
  private var current: String?

  static func read(_ bytes: [UInt8]) throws -> [String] {
    let reader = SVGTexts()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    _ = parser.parse()
    if let error = parser.parserError { throw error }
    return reader.texts
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "text" { current = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let current { self.current = current + string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "text", let current else { return }
    // Graphviz keeps double spaces by no-break spaces.
    texts.append(current.replacingOccurrences(of: "\u{A0}", with: " "))
    self.current = nil
  }
}
