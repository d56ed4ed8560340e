import Foundation
import LiaisonFiles
import LiaisonGraph
import LiaisonGraphviz
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonDiagrams

/// Large networks, drawn as points.
@Suite("Large networks", .serialized)
struct PointTests {
  /// A plain edge list of a graph, as a planner has it.
  static func list(_ graph: Graph) -> String {
    "source,target\n" + graph.edges.map { "n\($0.source),n\($0.target)\n" }.joined()
  }

  static func network(_ graph: Graph) throws -> StakeholderNetwork {
    let folder = try TemporaryFolder()
    let document = try NetworkReader.read(path: folder.write(list(graph), to: "edges.csv"))
    return try NetworkResolver.resolve(document, vocabulary: .shipped)
  }

  static let grown = Result {
    try Graph.barabasiAlbert(nodeCount: 150, edgesPerNode: 2, seed: 11)
  }
  static let grownDrawn = Result { try draw(network(grown.get())) }

  static func draw(_ network: StakeholderNetwork) throws -> SlideTests.Drawn {
    var context = DiagramContext()
    context.detail = .points
    let scene = NetworkView().makeScene(network, context)
    let choice = TypeChoice(size: 11, wrap: 20, local: false)
    let plan = try #require(PointPlan(scene, in: SlideComposer.frame(of: scene), choice))
    let placed = try #require(
      try plan.placed { (graph, layout) throws(GraphvizError) in
        try Fixtures.renderer.engine.place(graph, engine: layout)
      })
    return SlideTests.Drawn(
      scene: scene, placed: placed, slide: SlideComposer.compose(scene, placed))
  }

  @Test("An edge list of 150 is a slide of points, of which the highest are named")
  func points() throws {
    let graph = try Self.grown.get()
    let network = try Self.network(graph)
    let figures = try Fixtures.renderer.render(
      NetworkView(), of: network, formats: [.svg, .png, .dot])
    let figure = figures[0]
    #expect(figures[1].bytes.count > 50_000)
    let request = String(decoding: figures[2].bytes, as: UTF8.self)
    #expect(request.contains("K=\"0.6\" repulsiveforce=\"1.4\""))
    #expect(request.components(separatedBy: "shape=\"circle\"").count == 151)
    let text = String(decoding: figure.bytes, as: UTF8.self)
    #expect(figure.smallestType >= 9)
    #expect(text.contains(">Labels: the 14 with the highest betweenness of 150"))
    #expect(text.contains(">the larger, the higher its betweenness<"))
    #expect(text.contains(">named: the 14 highest<"))
    #expect(
      figure.warnings == [
        "150 organizations are more than one slide shows legibly: each is drawn as a point, and 14 of "
          + "them are named."
      ])
    // Each point says its name to those who hear it.
    let reading = try #require(XMLReading.read(figure.bytes))
    #expect(
      reading.elements.count { $0.attributes["id"]?.hasPrefix("liaison-network-nodes-") == true }
        == 150)
    #expect(reading.elements.count { $0.name == "path" } >= graph.edges.count)
  }

  @Test("Named are those that rank highest, counted by the graph itself")
  func named() throws {
    let graph = try Self.grown.get()
    let values = try graph.betweenness()
    let ranked = graph.nodes.sorted { values[$0] > values[$1] }.prefix(14).map { "n\($0)" }
    let drawn = try Self.grownDrawn.get()
    #expect(Set(drawn.scene.nodes.filter(\.isNamed).map(\.id)) == Set(ranked))
    #expect(drawn.placed.captions.count == 14)
    let first = try #require(drawn.placed.captions.first)
    #expect(drawn.scene.nodes[first.node].id == ranked[0])
  }

  @Test(
    "Of fewer than 130 points more are named",
    arguments: [(1, 30), (60, 30), (80, 22), (128, 14), (129, 14), (1_000, 14)])
  func fewerPoints(count: Int, named: Int) {
    #expect(Scene.mostNamed(of: count) == named)
  }

  @Test("Of 80 points 22 are named, each name in a place of its own")
  func eighty() throws {
    let graph = try Graph.barabasiAlbert(nodeCount: 80, edgesPerNode: 2, seed: 5)
    let drawn = try Self.draw(Self.network(graph))
    let values = try graph.betweenness()
    let ranked = graph.nodes.sorted { values[$0] > values[$1] }.prefix(22).map { "n\($0)" }
    #expect(Set(drawn.scene.nodes.filter(\.isNamed).map(\.id)) == Set(ranked))
    #expect(
      drawn.scene.sourceNote.hasPrefix("Labels: the 22 with the highest betweenness of 80"))
    #expect(drawn.placed.captions.count == 22)
    for (index, caption) in drawn.placed.captions.enumerated() {
      for other in drawn.placed.captions[(index + 1)...] {
        #expect(caption.box.overlap(with: other.box) == 0)
      }
    }
  }

  @Test(
    "Points stay in the frame, larger where the measure is; no name lies on a name or on a point")
  func places() throws {
    let drawn = try Self.grownDrawn.get()
    let frame = SlideComposer.frame(of: drawn.scene)
    #expect(drawn.placed.boxes.allSatisfy { frame.contains($0) })
    #expect(drawn.placed.captions.allSatisfy { frame.contains($0.box) })
    for (index, caption) in drawn.placed.captions.enumerated() {
      for other in drawn.placed.captions[(index + 1)...] {
        #expect(caption.box.overlap(with: other.box) == 0)
      }
      let covered = drawn.placed.boxes.reduce(0) { $0 + $1.overlap(with: caption.box) }
      #expect(covered < 4, "\(drawn.scene.nodes[caption.node].name) lies on points")
    }
    let largest = try #require(drawn.placed.boxes.map(\.width).max())
    #expect(drawn.placed.boxes[drawn.placed.captions[0].node].width == largest)
    // The shape fills the slide.
    let xs = drawn.placed.boxes.map(\.center.x)
    let ys = drawn.placed.boxes.map(\.center.y)
    #expect(try #require(xs.max()) - (try #require(xs.min())) > frame.width * 0.9)
    #expect(try #require(ys.max()) - (try #require(ys.min())) > frame.height * 0.9)
  }

  @Test("Two points, and points in a line, lie level; a title that is too long hides no number")
  func level() throws {
    let line = [SlidePoint(0, 0), SlidePoint(3, 4), SlidePoint(6, 8)]
    #expect(Spreading.turned(line).allSatisfy { $0.y == 0 })
    for points in [line, line.reversed()] {
      let xs = Spreading.turned(points).map(\.x)
      #expect(xs == xs.sorted())
    }
    #expect(Spreading.turned(Array(line.prefix(2))).map(\.y) == [0, 0])
    #expect(Spreading.turned(line + [SlidePoint(3, 0)]).contains { $0.y != 0 })
    let title = String(repeating: "A title that goes on and on ", count: 12)
    let network = try Fixtures.network(
      yaml: Fixtures.province.replacing("A province", with: title))
    let text = String(
      decoding: try Fixtures.renderer.render(NetworkView(), of: network, formats: [.svg])[0].bytes,
      as: UTF8.self)
    #expect(text.contains("… · 4 organizations · referral · 1 more not shown, in no relation<"))
  }

  @Test("Where all are alike nobody is called the highest")
  func alike() throws {
    let ring = try Graph(
      nodeCount: 140, edges: (0..<140).map { Edge(NodeID($0), NodeID(($0 + 1) % 140)) },
      directed: false)
    let drawn = try Self.draw(Self.network(ring))
    #expect(
      drawn.scene.sourceNote.hasPrefix(
        "Labels: the first 14 of 140 as they are listed, which is no ranking"))
    #expect(drawn.scene.nodes.filter(\.isNamed).map(\.id) == (0..<14).map { "n\($0)" })
  }

  @Test("Points of sectors carry their marks, those of none a cross")
  func sectors() throws {
    let yaml = """
      liaison: 1
      organizations:
        - {id: a, name: A, sector: media}
        - {id: b, name: B}
      relations: [{from: a, to: b, kind: works_with}]
      """
    var context = DiagramContext(layer: .all)
    context.detail = .points
    let scene = NetworkView().makeScene(try Fixtures.network(yaml: yaml), context)
    #expect(scene.nodes.map(\.style.mark) == [.inverse, .cross])
    let marks = scene.legend.compactMap { entry in
      if case .point(let style, _) = entry { style.mark } else { nil }
    }
    #expect(marks == [.inverse, .cross])
  }

  @Test("Without the engine the points stand in a spiral, apart from each other")
  func spiral() throws {
    var context = DiagramContext()
    context.detail = .points
    let scene = NetworkView().makeScene(try Self.network(try Self.grown.get()), context)
    let frame = SlideComposer.frame(of: scene)
    let plan = try #require(
      PointPlan(scene, in: frame, TypeChoice(size: 11, wrap: 20, local: false)))
    let placed = plan.plain()
    for (index, box) in placed.boxes.enumerated() {
      #expect(frame.contains(box))
      #expect(placed.boxes[(index + 1)...].allSatisfy { $0.overlap(with: box) == 0 })
    }
  }

  @Test("An edge list of 5,000 is refused in one sentence that says what to do")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph.barabasiAlbert(nodeCount: 5_000, edgesPerNode: 2, seed: 3)
    let path = try folder.write(Self.list(graph), to: "edges.csv")
    let run = try ToolRun.run(
      Fixtures.tool, ["draw", path, "-o", folder.path("figure.svg")], limit: 120)
    #expect(run.status == 65)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasPrefix("error: 5,000 organizations with 9,996 ties are more than") == true)
    #expect(run.errors.contains("State their sectors"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("figure.svg")))
  }
}
