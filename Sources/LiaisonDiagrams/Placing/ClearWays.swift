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
