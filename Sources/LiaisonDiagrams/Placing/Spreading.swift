/// How positions that an engine found are brought over a slide: turned, evened out, scaled, and what
/// lies on each other pushed apart.
enum Spreading {
  /// Positions turned so that they reach farthest across.
  ///
  /// - Complexity: O(n).
  static func turned(_ points: [SlidePoint]) -> [SlidePoint] {
    guard points.count > 1 else { return points }
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
    let turned = points.map { point in
      let (dx, dy) = (point.x - x, point.y - y)
      return SlidePoint(dx * axis.x + dy * axis.y, -dx * axis.y + dy * axis.x)
    }
    // What stands in a line but for rounding is not stretched over the height; the first is left.
    let across = turned.map { abs($0.x) }.max() ?? 0
    guard turned.allSatisfy({ abs($0.y) <= across * 1e-3 }) else { return turned }
    let sign = turned[0].x > turned[turned.count - 1].x ? -1.0 : 1
    return turned.map { SlidePoint($0.x * sign, 0) }
  }

  /// Positions that keep their order along each axis and use it more evenly, so that the crowd in the
  /// middle gets room: a share of the way from where they are to their ranks.
  ///
  /// - Complexity: O(n log n).
  static func evened(_ points: [SlidePoint], by share: Double) -> [SlidePoint] {
    guard points.count > 2 else { return points }
    func evened(_ values: [Double]) -> [Double] {
      let low = values.min() ?? 0
      let high = values.max() ?? 0
      guard high > low else { return values }
      var result = values
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      for (rank, index) in order.enumerated() {
        let linear = (values[index] - low) / (high - low)
        result[index] = linear * (1 - share) + Double(rank) / Double(values.count - 1) * share
      }
      return result
    }
    let xs = evened(points.map(\.x))
    let ys = evened(points.map(\.y))
    return zip(xs, ys).map { SlidePoint($0, $1) }
  }

  /// Boxes of these sizes around positions that are stretched over a frame.
  ///
  /// - Complexity: O(n).
  static func boxes(
    around points: [SlidePoint], sizes: [(width: Double, height: Double)], in frame: SlideBox
  ) -> [SlideBox] {
    let (minX, maxX) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    let (minY, maxY) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    let widest = sizes.map(\.width).max() ?? 0
    let highest = sizes.map(\.height).max() ?? 0
    let scaleX = maxX > minX ? (frame.width - widest) / (maxX - minX) : 0
    let scaleY = maxY > minY ? (frame.height - highest) / (maxY - minY) : 0
    return points.indices.map { index in
      SlideBox(
        center: SlidePoint(
          maxX > minX
            ? frame.x + widest / 2 + (points[index].x - minX) * scaleX : frame.center.x,
          maxY > minY
            ? frame.y + highest / 2 + (points[index].y - minY) * scaleY : frame.center.y),
        width: sizes[index].width, height: sizes[index].height)
    }
  }

  /// One round of pushing apart; whether anything overlapped.
  ///
  /// - Complexity: O(n²).
  static func push(_ boxes: inout [SlideBox], apart gap: Double, in frame: SlideBox) -> Bool {
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
}
