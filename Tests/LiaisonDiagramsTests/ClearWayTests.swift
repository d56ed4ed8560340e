import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

@testable import LiaisonDiagrams

/// No line runs behind what it does not end at.
@Suite("Ways around boxes", .serialized)
struct ClearWayTests {
  static let samples = [
    "graphs/samundar", "graphs/samundar-2024", "graphs/kestria", "graphs/islamabad-2022.yaml",
  ]

  @Test(
    "In no figure of the samples a way passes through a box at which it does not end (1.5 points)",
    arguments: samples)
  func figures(_ path: String) throws {
    let network = try Fixtures.network(path)
    let standard = try #require(ShippedData.standard("four-pillars"))
    let context = DiagramContext(
      findings: try GapAnalysis.run(network, against: standard).folds)
    for view in DiagramViews.shipped {
      // What was told of Islamabad names no referral.
      if path.contains("islamabad"), view.id == "pathway" { continue }
      let drawn = try Fixtures.renderer.draw(view, network, context)
      let boxes = drawn.scene.arrangement == .panels ? drawn.placed.panels : drawn.placed.boxes
      for (index, edge) in drawn.scene.edges.enumerated() {
        let passed = PlacedScene.passed(by: drawn.placed.ways[index], edge, boxes)
        #expect(passed.isEmpty, "\(path), \(view.id): \(edge.description)")
        #expect(!drawn.placed.ways[index].isEmpty)
      }
    }
  }

  @Test("The boxes of a stage stand as far apart as there is room for ways between them")
  func apart() throws {
    let network = try Fixtures.network("graphs/samundar")
    let drawn = try Fixtures.renderer.draw(PathwayView(), network, DiagramContext())
    let frame = SlideComposer.frame(of: drawn.scene)
    for stage in 0..<5 {
      let boxes = drawn.scene.nodes.indices.filter { drawn.scene.nodes[$0].stage == stage }
        .map { drawn.placed.boxes[$0] }.sorted { $0.y < $1.y }
      let free = frame.height - boxes.reduce(0) { $0 + $1.height }
      let least = min(14, free / Double(boxes.count + 1))
      for (upper, lower) in zip(boxes, boxes.dropFirst()) {
        #expect(lower.y - upper.maxY > least - 0.01, "stage \(stage)")
      }
    }
  }

  /// Boxes in a row, and the way between the outer two.
  private func row(_ boxes: [SlideBox], _ frame: SlideBox) -> (Scene.Edge, SlideCurve?) {
    var router = WayRouter(around: boxes, in: frame)
    let (first, last) = (boxes[0], boxes[boxes.count - 1])
    let straight = SlideCurve(
      from: SlidePoint(first.maxX, first.center.y), to: SlidePoint(last.x, last.center.y),
      arrowAtStart: false, arrowAtEnd: true, arrowLength: 5)
    return (
      Scene.Edge(0, boxes.count - 1),
      router.way(
        from: 0, at: straight.points[0], to: boxes.count - 1, at: SlidePoint(last.x, last.center.y),
        like: straight, arrowLength: 5)
    )
  }

  @Test("A way leads around the box between its ends, and its arrow touches the border")
  func around() throws {
    let boxes = [0.0, 100, 200].map { SlideBox(x: $0, y: 40, width: 50, height: 20) }
    let frame = SlideBox(x: 0, y: 0, width: 300, height: 100)
    let (edge, found) = row(boxes, frame)
    let way = try #require(found)
    #expect(PlacedScene.passed(by: [way], edge, boxes).isEmpty)
    #expect(!way.crosses(boxes[1]))
    #expect(way.points.first == SlidePoint(50, 50))
    #expect(way.end == SlidePoint(200, 50))
    #expect((way.points.count - 1) % 3 == 0)
    #expect(way.points.allSatisfy { frame.holds($0) })
  }

  @Test(
    "Between boxes 4.5 points apart there is a way; where there is none the way is left as it is")
  func narrow() throws {
    let frame = SlideBox(x: 0, y: 0, width: 300, height: 100)
    let ends = [
      SlideBox(x: 0, y: 40, width: 50, height: 20), SlideBox(x: 200, y: 40, width: 50, height: 20),
    ]
    let upper = SlideBox(x: 100, y: -20, width: 50, height: 72)
    let lower = SlideBox(x: 100, y: 56.5, width: 50, height: 72)
    let (edge, found) = row([ends[0], upper, lower, ends[1]], frame)
    let way = try #require(found)
    #expect(PlacedScene.passed(by: [way], edge, [ends[0], upper, lower, ends[1]]).isEmpty)
    let wall = SlideBox(x: 100, y: -20, width: 50, height: 140)
    #expect(row([ends[0], wall, ends[1]], frame).1 == nil)
  }

  @Test("A hook is a kink, a bend is none")
  func kinks() {
    let hook = SlideCurve(
      points: [
        SlidePoint(0, 0), SlidePoint(3, 3), SlidePoint(6, 6), SlidePoint(10, 10),
        SlidePoint(20, 5), SlidePoint(40, -10), SlidePoint(60, -20),
      ])
    #expect(hook.hasKink)
    let bend = SlideCurve(
      points: [SlidePoint(0, 0), SlidePoint(40, 0), SlidePoint(60, 40), SlidePoint(100, 40)])
    #expect(!bend.hasKink)
  }

  @Test("Chords find what a curve passes through between its points")
  func chords() {
    let curve = SlideCurve(
      from: SlidePoint(0, 0), to: SlidePoint(1_000, 0), arrowAtStart: false, arrowAtEnd: false,
      arrowLength: 0)
    #expect(curve.crosses(SlideBox(x: 505, y: -5, width: 3, height: 10)))
    #expect(!curve.crosses(SlideBox(x: 505, y: 1, width: 3, height: 10)))
    #expect(
      SlideBox(x: 0, y: 0, width: 2, height: 2).isCrossed(
        from: SlidePoint(1, 1), to: SlidePoint(1, 1)))
  }
}
