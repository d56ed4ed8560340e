extension PlacedScene {
  /// How far into a box a way may reach before it is said to run behind it, in points.
  static let tolerance = 1.5

  /// The boxes that a way runs behind though it does not end there.
  ///
  /// - Complexity: O(boxes).
  static func passed(by ways: [SlideCurve], _ edge: Scene.Edge, _ boxes: [SlideBox]) -> [Int] {
    boxes.indices.filter { index in
      index != edge.from && index != edge.to
        && ways.contains { $0.crosses(boxes[index].grown(by: -tolerance)) }
    }
  }

  /// How far two missing relations between the same two, one each way, bow apart in their middle, in points.
  static let bow = 14.0

  /// The scene in which what is missing both ways between two is seen as two ways, each bowed to its right.
  ///
  /// - Complexity: O(edges²) over what is missing.
  func withBowedGaps(_ scene: Scene) -> PlacedScene {
    var placed = self
    let gaps = scene.edges.indices.filter { scene.edges[$0].role == .gap }
    for index in gaps {
      let edge = scene.edges[index]
      let isBoth = gaps.contains {
        scene.edges[$0].from == edge.to && scene.edges[$0].to == edge.from
      }
      if isBoth { placed.ways[index] = ways[index].map { $0.bowed(by: Self.bow) } }
    }
    return placed
  }

  /// The scene in which ways that ran behind boxes, or bent sharply, lead around them, wherever there
  /// is a way around.
  ///
  /// - Parameters:
  ///   - boxes: what ways join and may not run behind: the nodes, or the panels.
  ///   - frame: where ways may lead.
  /// - Complexity: O(edges × n²), and O(n³) for n boxes where any way has to be led.
  func withClearWays(_ scene: Scene, around boxes: [SlideBox], in frame: SlideBox) -> PlacedScene {
    var placed = self
    var router: WayRouter?
    for (index, edge) in scene.edges.enumerated() where edge.from != edge.to {
      guard let first = ways[index].first, let last = ways[index].last,
        let start = first.start ?? first.points.first, let end = last.end ?? last.points.last,
        ways[index].contains(where: \.hasKink)
          || !Self.passed(by: ways[index], edge, boxes).isEmpty
      else { continue }
      var current = router ?? WayRouter(around: boxes, in: frame.grown(by: 4))
      let way = current.way(
        from: edge.from, at: start, to: edge.to, at: end,
        like: SlideCurve(points: [], start: first.start, end: last.end),
        arrowLength: EdgeLook(edge).arrowSize * 10)
      router = current
      if let way { placed.ways[index] = [way] }
    }
    return placed
  }
}

extension SlideCurve {
  /// The way with its inner points moved to its right by a length; its ends stay.
  func bowed(by length: Double) -> SlideCurve {
    guard let first = points.first, let last = points.last, points.count > 3 else { return self }
    let whole = max(first.distance(to: last), 0.001)
    let (across, down) = ((last.y - first.y) / whole, (first.x - last.x) / whole)
    var bowed = self
    for index in points.indices.dropFirst().dropLast() {
      bowed.points[index].x -= across * length
      bowed.points[index].y -= down * length
    }
    return bowed
  }
}
