import LiaisonGraphviz

/// Moves what Graphviz placed onto the slide: positions stretch, boxes keep their size, and the
/// ends of ways stay at the borders of their boxes.
struct Warp: Sendable {
  /// Slide = offset + scale × Graphviz; the scale of y is negative, as its axis points upwards.
  var scaleX: Double
  var scaleY: Double
  var offsetX: Double
  var offsetY: Double

  /// The warp that brings a bounding box into a frame: shrinking as needed, stretching at most to
  /// `limit`, in the middle of what it does not fill.
  init(_ bounds: GraphvizPlacement.Box, into frame: SlideBox, limit: Double) {
    scaleX = min(frame.width / max(bounds.width, 1), limit)
    scaleY = -min(frame.height / max(bounds.height, 1), limit)
    offsetX = frame.center.x - scaleX * (bounds.minX + bounds.maxX) / 2
    offsetY = frame.center.y - scaleY * (bounds.minY + bounds.maxY) / 2
  }

  /// The warp that only turns the axis.
  static let upright: Warp = {
    var warp = Warp(
      .init(minX: 0, minY: 0, maxX: Slide.width, maxY: Slide.height),
      into: SlideBox(x: 0, y: 0, width: Slide.width, height: Slide.height), limit: 1)
    warp.offsetX = 0
    warp.offsetY = Slide.height
    return warp
  }()

  func callAsFunction(_ point: GraphvizPlacement.Point) -> SlidePoint {
    SlidePoint(offsetX + scaleX * point.x, offsetY + scaleY * point.y)
  }

  /// A way whose ends moved from where Graphviz had them to boxes on the slide.
  func way(
    _ curve: GraphvizPlacement.Curve, tail: GraphvizPlacement.Point, at newTail: SlidePoint,
    head: GraphvizPlacement.Point, at newHead: SlidePoint
  ) -> SlideCurve {
    let old = curve.points
    guard let first = old.first, let last = old.last, old.count > 1 else {
      return SlideCurve(points: [])
    }
    let mappedTail = self(tail)
    let mappedHead = self(head)
    let steps = Double(old.count - 1)
    var points: [SlidePoint] = []
    for (index, point) in old.enumerated() {
      let t = Double(index) / steps
      var moved = self(point)
      moved.x += (newTail.x - mappedTail.x) * (1 - t) + (newHead.x - mappedHead.x) * t
      moved.y += (newTail.y - mappedTail.y) * (1 - t) + (newHead.y - mappedHead.y) * t
      points.append(moved)
    }
    // What lies at a box keeps its place beside the box.
    func beside(
      _ point: GraphvizPlacement.Point, _ anchor: GraphvizPlacement.Point, _ new: SlidePoint
    ) -> SlidePoint {
      SlidePoint(new.x + point.x - anchor.x, new.y - (point.y - anchor.y))
    }
    let newFirst = beside(first, tail, newTail)
    let newLast = beside(last, head, newHead)
    let shiftFirst = SlidePoint(newFirst.x - points[0].x, newFirst.y - points[0].y)
    let end = points.count - 1
    let shiftLast = SlidePoint(newLast.x - points[end].x, newLast.y - points[end].y)
    points[0] = newFirst
    points[end] = newLast
    points[1].x += shiftFirst.x
    points[1].y += shiftFirst.y
    points[end - 1].x += shiftLast.x
    points[end - 1].y += shiftLast.y
    return SlideCurve(
      points: points, start: curve.start.map { beside($0, tail, newTail) },
      end: curve.end.map { beside($0, head, newHead) })
  }
}
