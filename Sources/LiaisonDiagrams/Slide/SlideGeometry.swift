/// A point of the slide: points (1/72 inch) from the upper left corner, y downwards.
struct SlidePoint: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// How far it is to another point.
  func distance(to other: SlidePoint) -> Double {
    let (across, down) = (other.x - x, other.y - y)
    return (across * across + down * down).squareRoot()
  }

  /// The point at a share of the way to another.
  func mixed(with other: SlidePoint, _ share: Double) -> SlidePoint {
    SlidePoint(x + (other.x - x) * share, y + (other.y - y) * share)
  }

  /// The point so far on the way to another, at most there.
  func towards(_ other: SlidePoint, by length: Double) -> SlidePoint {
    let whole = distance(to: other)
    return whole > length ? mixed(with: other, length / whole) : other
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

  /// Whether a point lies in the box, its border included.
  func holds(_ point: SlidePoint) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  /// The point of the box that is nearest to one outside; of one inside the nearest of the border.
  func nearest(to point: SlidePoint) -> SlidePoint {
    guard holds(point) else {
      return SlidePoint(min(max(point.x, x), maxX), min(max(point.y, y), maxY))
    }
    let sides = [
      SlidePoint(x, point.y), SlidePoint(maxX, point.y), SlidePoint(point.x, y),
      SlidePoint(point.x, maxY),
    ]
    return sides.min { $0.distance(to: point) < $1.distance(to: point) } ?? point
  }

  /// Whether a straight line passes through the box (Liang and Barsky).
  func isCrossed(from a: SlidePoint, to b: SlidePoint) -> Bool {
    guard width > 0, height > 0 else { return false }
    var (enter, leave) = (0.0, 1.0)
    for (delta, low, high) in [
      (b.x - a.x, x - a.x, maxX - a.x), (b.y - a.y, y - a.y, maxY - a.y),
    ] {
      if delta == 0 {
        if low > 0 || high < 0 { return false }
        continue
      }
      let (near, far) = delta > 0 ? (low / delta, high / delta) : (high / delta, low / delta)
      enter = max(enter, near)
      leave = min(leave, far)
      if enter > leave { return false }
    }
    return true
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

  /// Whether any piece of the way passes through a box, measured by chords of a 24th of a piece.
  func crosses(_ box: SlideBox) -> Bool {
    guard box.width > 0, box.height > 0, points.count > 1 else { return false }
    // A curve lies within the hull of its points.
    let (low, high) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    let (top, bottom) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    guard high >= box.x, low <= box.maxX, bottom >= box.y, top <= box.maxY else { return false }
    let steps = 24 * max((points.count - 1) / 3, 1)
    var from = points[0]
    for step in 1...steps {
      let to = point(at: Double(step) / Double(steps))
      if box.isCrossed(from: from, to: to) { return true }
      from = to
    }
    return false
  }

  /// Whether the way turns by more than 50° at one place.
  var hasKink: Bool {
    let steps = 12 * max((points.count - 1) / 3, 1)
    var last: SlidePoint?
    var from = points.first ?? SlidePoint(0, 0)
    for step in 1...steps {
      let to = point(at: Double(step) / Double(steps))
      let length = from.distance(to: to)
      guard length > 0.2 else { continue }
      let direction = SlidePoint((to.x - from.x) / length, (to.y - from.y) / length)
      // The cosine of 50°.
      if let last, last.x * direction.x + last.y * direction.y < 0.643 { return true }
      last = direction
      from = to
    }
    return false
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
