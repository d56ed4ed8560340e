import LiaisonGaps
import LiaisonGraphviz
import LiaisonModel
import Testing

@testable import LiaisonDiagrams

/// The four views of the sample province, as they are drawn.
@Suite("Slides of Samundar", .serialized)
struct SlideTests {
  struct Drawn {
    var scene: Scene
    var placed: PlacedScene
    var slide: Slide
  }

  /// A view placed by a real worker.
  static func draw(
    _ view: any DiagramView, _ network: StakeholderNetwork, names: NameChoice = .automatic
  ) throws -> Drawn {
    let context = DiagramContext(
      findings: [SlideTests.stop, SlideTests.absence].map { FindingFold($0) }, names: names)
    var scenes = SceneSource(view, network, context, nil)
    let engine = Fixtures.renderer.engine
    for trial in scenes.trials() {
      let scene = scenes.scene(trial.detail)
      guard let plan = trial.plan(scene),
        let placed = try plan.placed(by: { (graph, layout) throws(GraphvizError) in
          try engine.place(graph, engine: layout)
        })
      else { continue }
      return Drawn(scene: scene, placed: placed, slide: SlideComposer.compose(scene, placed))
    }
    throw DiagramError(.tooDense, view.id)
  }

  static let stop = Finding(
    rule: "p", severity: .error, key: ["a"],
    subjects: .organizations(["labour-inspectorate", "police", "mens-refuge"]),
    needs: Finding.Needs(
      entry: "labour-inspectorate", service: "shelter.emergency", groups: ["adult.male"]),
    sentence: "No arrangement is recorded.")
  static let absence = Finding(
    rule: "p", severity: .error, key: ["b"],
    needs: Finding.Needs(service: "shelter.emergency", groups: ["child.male"]),
    sentence: "No provider of emergency shelter is recorded for boys in Samundar.")

  @Test(
    "Type is never below 9 points, text stays on the slide and inside its box",
    arguments: ["pathway", "sectors", "network", "gaps"])
  func legibility(_ id: String) throws {
    let view = try #require(DiagramViews.shipped.first { $0.id == id })
    let drawn = try Self.draw(view, try Fixtures.samundar())
    #expect(drawn.slide.smallestType >= 9)
    #expect(drawn.placed.typeSize >= 9)
    let page = SlideBox(x: 0, y: 0, width: Slide.width, height: Slide.height)
    for text in drawn.slide.texts {
      #expect(page.contains(text.box), "\(text.text) leaves the slide")
      #expect(
        text.color.contrast(to: text.background) >= 4.5,
        "\(text.text) cannot be read on \(text.background.hex)")
    }
    let frame = SlideComposer.frame(of: drawn.scene)
    for (index, box) in drawn.placed.boxes.enumerated() {
      let label = drawn.placed.labels[index]
      #expect(label.height <= box.height + 0.01)
      for line in label.lines {
        #expect(
          line.width + label.markRoom <= box.width, "\(line.text) is wider than its box")
      }
      #expect(frame.contains(box), "\(drawn.scene.nodes[index].name) leaves the frame")
    }
    for group in drawn.slide.groups where group.kind == .node { try Self.inside(group) }
  }

  /// The texts of a node lie inside its rectangle.
  static func inside(_ group: Slide.Group) throws {
    var box: SlideBox?
    for case .rectangle(let rectangle) in group.items { box = rectangle.box }
    let outer = try #require(box)
    for case .text(let text) in group.items {
      #expect(outer.grown(by: 0.5).contains(text.box), "\(text.text) leaves its box")
    }
  }

  @Test("No two boxes overlap", arguments: ["pathway", "sectors", "network", "gaps"])
  func overlaps(_ id: String) throws {
    let view = try #require(DiagramViews.shipped.first { $0.id == id })
    let drawn = try Self.draw(view, try Fixtures.samundar())
    for boxes in [drawn.placed.boxes, drawn.placed.panels] {
      for (index, box) in boxes.enumerated() {
        for other in boxes[(index + 1)...] {
          #expect(box.overlap(with: other) == 0)
        }
      }
    }
  }

  @Test("Ways begin and end at the borders of what they join")
  func ends() throws {
    let drawn = try Self.draw(PathwayView(), try Fixtures.samundar())
    for (index, edge) in drawn.scene.edges.enumerated() {
      for way in drawn.placed.ways[index] {
        let first = way.start ?? way.points[0]
        let last = way.end ?? way.points[way.points.count - 1]
        for (point, node) in [(first, edge.from), (last, edge.to)] {
          let box = drawn.placed.boxes[node]
          #expect(box.grown(by: 2).contains(SlideBox(center: point, width: 0, height: 0)))
          #expect(!box.grown(by: -2).contains(SlideBox(center: point, width: 0, height: 0)))
        }
      }
    }
  }

  @Test("Names are read from a projector; both languages of a full slide are for who asks for both")
  func urdu() throws {
    let network = try Fixtures.samundar()
    for view in [PathwayView() as any DiagramView, SectorsView()] {
      let drawn = try Self.draw(view, network)
      #expect(drawn.placed.typeSize >= 10.5, "\(view.id): \(drawn.placed.typeSize)")
    }
    let drawn = try Self.draw(PathwayView(), network, names: .with("ur"))
    #expect(drawn.slide.texts.contains { $0.text == "مردوں کی پناہ گاہ" })
  }

  @Test("A label beside a way at the border stays within the frame")
  func labels() {
    let frame = SlideBox(x: 28, y: 80, width: 904, height: 400)
    let outside = SlideBox(x: -40, y: 470, width: 100, height: 30)
    #expect(outside.moved(into: frame) == SlideBox(x: 28, y: 450, width: 100, height: 30))
    let inside = SlideBox(x: 100, y: 100, width: 10, height: 10)
    #expect(inside.moved(into: frame) == inside)
  }
}
