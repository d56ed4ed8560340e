/// The name of a point, beside it or, where there is no room, at the end of a thin line.
struct PointCaption: Sendable {
  /// The index of the node.
  var node: Int
  /// The lines of the name, measured.
  var lines: [NodeLabel.Line]
  /// What they cover.
  var box: SlideBox
  /// From the point to a name that stands apart from it.
  var leader: SlideCurve?

  private static let inset = 2.0
  /// How far from its point a name may stand, in points.
  private static let distances = [1.0, 5, 11, 18, 27, 38, 52, 70, 92]
  /// The directions that are tried, the best first: beside, above and below, then askew.
  private static let directions = [
    SlidePoint(1, 0), SlidePoint(-1, 0), SlidePoint(0, -1), SlidePoint(0, 1), SlidePoint(0.8, -0.6),
    SlidePoint(0.8, 0.6), SlidePoint(-0.8, -0.6), SlidePoint(-0.8, 0.6), SlidePoint(0.5, -0.87),
    SlidePoint(0.5, 0.87), SlidePoint(-0.5, -0.87), SlidePoint(-0.5, 0.87),
  ]

  /// The captions of the named nodes, the largest first, each where it covers the least.
  ///
  /// - Complexity: O(named × n).
  static func placed(
    _ nodes: [Scene.Node], _ points: [SlideBox], in frame: SlideBox, _ choice: TypeChoice
  ) -> [PointCaption] {
    var captions: [PointCaption] = []
    let named = nodes.indices.filter { nodes[$0].isNamed }
    for index in named.sorted(by: { (-nodes[$0].scale, $0) < (-nodes[$1].scale, $1) }) {
      captions.append(
        placed(index, lines(of: nodes[index], choice), points, captions, frame))
    }
    return captions
  }

  private static func lines(of node: Scene.Node, _ choice: TypeChoice) -> [NodeLabel.Line] {
    var bare = node
    bare.style.mark = .none
    bare.scale = 1
    bare.note = nil
    return NodeLabel(bare, size: choice.size, wrap: choice.wrap, local: false).lines
  }

  private static func placed(
    _ index: Int, _ lines: [NodeLabel.Line], _ points: [SlideBox], _ others: [PointCaption],
    _ frame: SlideBox
  ) -> PointCaption {
    let own = points[index]
    let width = (lines.map(\.width).max() ?? 0) + 2 * inset
    let height = lines.reduce(0) { $0 + $1.height }
    var best: (cost: Double, caption: PointCaption)?
    for distance in distances {
      for (rank, direction) in directions.enumerated() {
        // The name's nearest point lies so far from the border of its own.
        let reach = own.width / 2 + distance
        let wanted = SlideBox(
          center: SlidePoint(
            own.center.x + direction.x * (reach + width / 2),
            own.center.y + direction.y * (reach + height / 2)),
          width: width, height: height)
        let box = wanted.moved(into: frame)
        var caption = PointCaption(node: index, lines: lines, box: box)
        if distance > 11 { caption.leader = leader(from: own, to: box) }
        let cost =
          caption.cost(points, others) + distance * 1.5 + Double(rank)
          + (abs(box.x - wanted.x) + abs(box.y - wanted.y)) * 4
        if cost < best?.cost ?? .infinity { best = (cost, caption) }
      }
    }
    return best?.caption
      ?? PointCaption(
        node: index, lines: lines,
        box: SlideBox(center: own.center, width: width, height: height))
  }

  /// What a caption covers: points, and other captions, which is worse.
  private func cost(_ points: [SlideBox], _ others: [PointCaption]) -> Double {
    let around = box.grown(by: 1)
    var cost = 0.0
    for (index, point) in points.enumerated() {
      cost += point.overlap(with: around) * (index == node ? 40 : 12)
      if index != node, let leader, leader.passes(point) { cost += 6 }
    }
    for other in others {
      cost += other.box.overlap(with: around) * 400
      if let leader, leader.passes(other.box.grown(by: 1)) { cost += 4_000 }
      if let leader = other.leader, leader.passes(around) { cost += 4_000 }
    }
    return cost
  }

  /// A line from a point to the nearest side of its name.
  private static func leader(from point: SlideBox, to box: SlideBox) -> SlideCurve {
    let end = SlidePoint(
      min(max(point.center.x, box.x), box.maxX), min(max(point.center.y, box.y), box.maxY))
    let (across, down) = (end.x - point.center.x, end.y - point.center.y)
    let length = max((across * across + down * down).squareRoot(), 0.001)
    let radius = min(point.width / 2, length)
    return SlideCurve(
      from: SlidePoint(
        point.center.x + across / length * radius, point.center.y + down / length * radius),
      to: end, arrowAtStart: false, arrowAtEnd: false, arrowLength: 0)
  }

  /// What is drawn of it: the name on paper, and the line that leads to it.
  func items(on background: Tint = .white) -> [Slide.Item] {
    var items: [Slide.Item] = []
    if let leader {
      items.append(.line(Slide.Line(curves: [leader], color: .ink, lineWidth: 0.9)))
    }
    items.append(
      .rectangle(Slide.Rectangle(box: box, isRounded: false, fill: background, line: nil)))
    var top = box.y
    for line in lines {
      items.append(
        .text(
          Slide.Text(
            text: line.text, at: SlidePoint(box.center.x, top + line.height / 2), size: line.size,
            background: background)))
      top += line.height
    }
    return items
  }
}
