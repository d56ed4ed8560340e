import LiaisonGraphviz

/// A network in which what is joined stands together: `neato` finds the positions, which are
/// stretched over the slide; boxes that overlap are pushed apart, and `neato` routes the ways
/// between them.
struct SpringPlan: ScenePlan {
  let scene: Scene
  let frame: SlideBox
  let choice: TypeChoice
  let labels: [NodeLabel]
  let engine = LayoutEngine.neato

  /// More names than can be read between their lines.
  private static let mostNodes = 120
  /// How much of the slide boxes may cover, so that ways are left between them.
  private static let density = 0.44
  /// Between boxes, from the roomy to the least.
  private static let gaps = [48.0, 34, 24, 16, 11, 7]

  /// Plans a scene; nil where it cannot fit.
  init?(_ scene: Scene, in frame: SlideBox, _ choice: TypeChoice) {
    guard scene.nodes.count <= Self.mostNodes else { return nil }
    self.scene = scene
    self.frame = frame
    self.choice = choice
    labels = scene.nodes.map {
      NodeLabel($0, size: choice.size, wrap: choice.wrap, local: choice.local)
    }
    let area = labels.reduce(0) { $0 + ($1.width + 7) * ($1.height + 7) }
    guard area <= frame.width * frame.height * Self.density else { return nil }
  }

  var request: DOTGraph {
    var settings = Self.settings()
    settings.directed = true
    settings.mode = .major
    settings.start = 7
    settings.overlap = .prism
    settings.overlapScaling = -1
    settings.separation = 4
    settings.routing = DOTSettings.Routing.none
    return graph(settings, at: nil)
  }

  private func graph(_ settings: DOTSettings, at boxes: [SlideBox]?) -> DOTGraph {
    var graph = DOTGraph(settings)
    let ids = scene.nodes.indices.map { index in
      var node = Self.dotNode(
        scene.nodes[index], labels[index], width: labels[index].width,
        height: labels[index].height)
      if let center = boxes?[index].center {
        node.position = .init(x: center.x, y: Slide.height - center.y)
        node.pinned = true
      }
      return graph.add(node)
    }
    for edge in scene.edges { graph.add(Self.dotEdge(edge, ids[edge.from], ids[edge.to])) }
    return graph
  }

  func placed(
    by place: (DOTGraph, LayoutEngine) throws(GraphvizError) -> GraphvizPlacement
  ) throws(GraphvizError) -> PlacedScene? {
    let found = try place(request, engine)
    guard found.nodes.count == scene.nodes.count else { return nil }
    let points = found.nodes.map { SlidePoint($0.center.x, -$0.center.y) }
    // The same positions serve somewhat smaller type, without another layout.
    for step in 0..<4 {
      var smaller = choice
      smaller.size -= Double(step) * 0.5
      guard smaller.size >= NodeLabel.smallestType, let plan = SpringPlan(scene, in: frame, smaller)
      else { return nil }
      if let boxes = plan.spread(points) { return try plan.routed(boxes, by: place) }
    }
    return nil
  }

  private func routed(
    _ boxes: [SlideBox],
    by place: (DOTGraph, LayoutEngine) throws(GraphvizError) -> GraphvizPlacement
  ) throws(GraphvizError) -> PlacedScene? {
    var settings = Self.settings()
    settings.overlap = .keep
    settings.routing = scene.edges.count > 250 ? .line : .spline
    let routed = try place(graph(settings, at: boxes), engine)
    guard routed.edges.count == scene.edges.count else { return nil }
    return finished(boxes, Self.routedWays(scene, routed, between: boxes))
  }

  func plain() -> PlacedScene {
    let count = max(scene.nodes.count, 1)
    let across = max(Int((Double(count) * 2.4).squareRoot().rounded(.up)), 1)
    // A grid in the order of the scene.
    let points = scene.nodes.indices.map { index in
      SlidePoint(Double(index % across), Double(index / across))
    }
    let boxes =
      spread(points, turning: false)
      ?? points.map {
        SlideBox(center: $0, width: 1, height: 1)
      }
    return finished(boxes, Self.straightWays(scene, between: boxes))
  }

  private func finished(_ boxes: [SlideBox], _ ways: [[SlideCurve]]) -> PlacedScene {
    PlacedScene(
      typeSize: choice.size, labels: labels, boxes: boxes, ways: ways, panels: [], bands: []
    ).withClearWays(scene, around: boxes, in: frame)
  }

  /// Positions over the whole frame, without overlaps; nil where pushing apart does not end.
  ///
  /// - Complexity: O(rounds × n²), at most 1,800 rounds.
  private func spread(_ points: [SlidePoint], turning: Bool = true) -> [SlideBox]? {
    let start = Spreading.boxes(
      around: turning ? Spreading.evened(Spreading.turned(points), by: 0.55) : points,
      sizes: labels.map { ($0.width, $0.height) }, in: frame)
    for gap in Self.gaps {
      var boxes = start
      for _ in 0..<300 {
        if !Spreading.push(&boxes, apart: gap, in: frame) { return boxes }
      }
    }
    return nil
  }
}
