/// A point of the slide: points (1/72 inch) from the upper left corner, y downwards.
struct SlidePoint: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of the slide.
struct SlideBox: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  init(center: SlidePoint, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  var maxX: Double { x + width }
  var maxY: Double { y + height }
  var center: SlidePoint { SlidePoint(x + width / 2, y + height / 2) }

  /// The box with `margin` more on each side.
  func grown(by margin: Double) -> SlideBox {
    SlideBox(
      x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  /// The box moved as little as brings it into an area that is as large.
  func moved(into area: SlideBox) -> SlideBox {
    var box = self
    box.x = max(area.x, min(x, area.maxX - width))
    box.y = max(area.y, min(y, area.maxY - height))
    return box
  }

  /// The area that two boxes share.
  func overlap(with other: SlideBox) -> Double {
    let across = min(maxX, other.maxX) - max(x, other.x)
    let down = min(maxY, other.maxY) - max(y, other.y)
    return across > 0 && down > 0 ? across * down : 0
  }

  func contains(_ other: SlideBox) -> Bool {
    other.x >= x - 0.01 && other.y >= y - 0.01 && other.maxX <= maxX + 0.01
      && other.maxY <= maxY + 0.01
  }

  /// Where the way from the middle towards a point leaves the box.
  func border(towards point: SlidePoint) -> SlidePoint {
    let middle = center
    let across = point.x - middle.x
    let down = point.y - middle.y
    if across == 0, down == 0 { return middle }
    let share = min(
      across == 0 ? .infinity : width / 2 / abs(across),
      down == 0 ? .infinity : height / 2 / abs(down))
    return SlidePoint(middle.x + across * share, middle.y + down * share)
  }
}

/// A chain of cubic Bézier curves with the tips of its arrows.
struct SlideCurve: Sendable, Hashable {
  /// `p0 c1 c2 p1 c3 c4 p2 …`: 3 k + 1 points.
  var points: [SlidePoint]
  /// The tip of the arrow at the start, where one is drawn.
  var start: SlidePoint?
  /// The tip of the arrow at the end, where one is drawn.
  var end: SlidePoint?

  init(points: [SlidePoint], start: SlidePoint? = nil, end: SlidePoint? = nil) {
    self.points = points
    self.start = start
    self.end = end
  }

  /// A straight line between two points, with room for arrows of a length.
  init(
    from first: SlidePoint, to last: SlidePoint, arrowAtStart: Bool, arrowAtEnd: Bool,
    arrowLength: Double
  ) {
    let across = last.x - first.x
    let down = last.y - first.y
    let length = max((across * across + down * down).squareRoot(), 0.001)
    let cut = min(arrowLength, length / 3) / length
    let a = arrowAtStart ? SlidePoint(first.x + across * cut, first.y + down * cut) : first
    let b = arrowAtEnd ? SlidePoint(last.x - across * cut, last.y - down * cut) : last
    self.init(
      points: [
        a, SlidePoint(a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3),
        SlidePoint(a.x + (b.x - a.x) * 2 / 3, a.y + (b.y - a.y) * 2 / 3), b,
      ], start: arrowAtStart ? first : nil, end: arrowAtEnd ? last : nil)
  }

  /// The way with no point outside an area: a curve lies within the hull of its points.
  func kept(in area: SlideBox) -> SlideCurve {
    func inside(_ point: SlidePoint) -> SlidePoint {
      SlidePoint(
        min(max(point.x, area.x), area.maxX), min(max(point.y, area.y), area.maxY))
    }
    return SlideCurve(points: points.map(inside), start: start, end: end)
  }

  /// Whether the way passes through a box, as far as two dozen of its points tell.
  func passes(_ box: SlideBox) -> Bool {
    (0...24).contains { step in
      let point = point(at: Double(step) / 24)
      return point.x >= box.x && point.x <= box.maxX && point.y >= box.y && point.y <= box.maxY
    }
  }

  /// The point at a share of the way, by pieces of equal parameter.
  func point(at share: Double) -> SlidePoint {
    let pieces = (points.count - 1) / 3
    guard pieces > 0 else { return points.first ?? SlidePoint(0, 0) }
    let position = min(max(share, 0), 1) * Double(pieces)
    let piece = min(Int(position), pieces - 1)
    let t = position - Double(piece)
    let s = 1 - t
    let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    var result = SlidePoint(0, 0)
    for (offset, weight) in weights.enumerated() {
      let control = points[3 * piece + offset]
      result.x += weight * control.x
      result.y += weight * control.y
    }
    return result
  }
}
