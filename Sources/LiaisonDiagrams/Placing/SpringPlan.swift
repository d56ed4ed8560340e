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

  /// How much of the slide boxes may cover, so that ways are left between them.
  private static let density = 0.44
  /// Between boxes, from the roomy to the least.
  private static let gaps = [48.0, 34, 24, 16, 11, 7]

  /// Plans a scene; nil where it cannot fit.
  init?(_ scene: Scene, in frame: SlideBox, _ choice: TypeChoice) {
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
      typeSize: choice.size, labels: labels, boxes: boxes, ways: ways, panels: [], bands: [])
  }

  /// Positions over the whole frame, without overlaps; nil where pushing apart does not end.
  ///
  /// - Complexity: O(rounds × n²), at most 1,800 rounds.
  private func spread(_ points: [SlidePoint], turning: Bool = true) -> [SlideBox]? {
    let turned = turning ? Self.evened(Self.turned(points)) : points
    let (minX, maxX) = (turned.map(\.x).min() ?? 0, turned.map(\.x).max() ?? 0)
    let (minY, maxY) = (turned.map(\.y).min() ?? 0, turned.map(\.y).max() ?? 0)
    let widest = labels.map(\.width).max() ?? 0
    let highest = labels.map(\.height).max() ?? 0
    let scaleX = maxX > minX ? (frame.width - widest) / (maxX - minX) : 0
    let scaleY = maxY > minY ? (frame.height - highest) / (maxY - minY) : 0
    var boxes = turned.indices.map { index in
      SlideBox(
        center: SlidePoint(
          maxX > minX
            ? frame.x + widest / 2 + (turned[index].x - minX) * scaleX : frame.center.x,
          maxY > minY
            ? frame.y + highest / 2 + (turned[index].y - minY) * scaleY : frame.center.y),
        width: labels[index].width, height: labels[index].height)
    }
    let start = boxes
    for gap in Self.gaps {
      boxes = start
      for _ in 0..<300 {
        if !Self.push(&boxes, apart: gap, in: frame) { return boxes }
      }
    }
    return nil
  }

  /// Positions that keep their order along each axis and use it more evenly: half way to their
  /// ranks, so that the crowd in the middle gets room.
  private static func evened(_ points: [SlidePoint]) -> [SlidePoint] {
    guard points.count > 2 else { return points }
    func evened(_ values: [Double]) -> [Double] {
      let low = values.min() ?? 0
      let high = values.max() ?? 0
      guard high > low else { return values }
      var result = values
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      for (rank, index) in order.enumerated() {
        let linear = (values[index] - low) / (high - low)
        result[index] = linear * 0.45 + Double(rank) / Double(values.count - 1) * 0.55
      }
      return result
    }
    let xs = evened(points.map(\.x))
    let ys = evened(points.map(\.y))
    return zip(xs, ys).map { SlidePoint($0, $1) }
  }

  /// One round of pushing apart; whether anything overlapped.
  private static func push(
    _ boxes: inout [SlideBox], apart gap: Double, in frame: SlideBox
  ) -> Bool {
    var moved = false
    for i in boxes.indices {
      for j in boxes.indices where j > i {
        let (a, b) = (boxes[i], boxes[j])
        let across = min(a.maxX, b.maxX) - max(a.x, b.x) + gap
        let down = min(a.maxY, b.maxY) - max(a.y, b.y) + gap
        guard across > 0.01, down > 0.01 else { continue }
        moved = true
        // Along the axis on which they are nearest to being free.
        if across < down * 1.5 {
          let sign = a.center.x < b.center.x || (a.center.x == b.center.x && i % 2 == 0) ? 1.0 : -1
          boxes[i].x -= sign * across / 2
          boxes[j].x += sign * across / 2
        } else {
          let sign = a.center.y < b.center.y || (a.center.y == b.center.y && i % 2 == 0) ? 1.0 : -1
          boxes[i].y -= sign * down / 2
          boxes[j].y += sign * down / 2
        }
        for index in [i, j] {
          boxes[index].x = min(
            max(boxes[index].x, frame.x), max(frame.maxX - boxes[index].width, frame.x))
          boxes[index].y = min(
            max(boxes[index].y, frame.y), max(frame.maxY - boxes[index].height, frame.y))
        }
      }
    }
    return moved
  }

  /// Positions turned so that they reach farthest across.
  private static func turned(_ points: [SlidePoint]) -> [SlidePoint] {
    guard points.count > 2 else { return points }
    let count = Double(points.count)
    let x = points.reduce(0) { $0 + $1.x } / count
    let y = points.reduce(0) { $0 + $1.y } / count
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      xx += (point.x - x) * (point.x - x)
      xy += (point.x - x) * (point.y - y)
      yy += (point.y - y) * (point.y - y)
    }
    // The main axis of the cloud: the larger eigenvector of its covariance.
    let larger = (xx + yy) / 2 + ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    var axis = SlidePoint(larger - yy, xy)
    let length = (axis.x * axis.x + axis.y * axis.y).squareRoot()
    guard length > 1e-9 else { return points }
    axis = SlidePoint(axis.x / length, axis.y / length)
    return points.map { point in
      let (dx, dy) = (point.x - x, point.y - y)
      return SlidePoint(dx * axis.x + dy * axis.y, -dx * axis.y + dy * axis.x)
    }
  }
}
