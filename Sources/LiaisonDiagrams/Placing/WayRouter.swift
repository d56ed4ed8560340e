/// Finds ways around boxes: the shortest along their corners, at a small distance, its bends rounded.
///
/// Reference: T. Lozano-Pérez and M. A. Wesley, An algorithm for planning collision-free paths among
/// polyhedral obstacles, Communications of the ACM 22 (1979) 560–570, doi:10.1145/359156.359164.
struct WayRouter {
  private let boxes: [SlideBox]
  /// Where ways may lead.
  private let area: SlideBox
  /// The corners of the boxes, at the distance, that lie in no other box.
  private var corners: [SlidePoint] = []
  /// The corners that can be seen from each corner, with their distance.
  private var seen: [[(corner: Int, length: Double)]] = []
  /// How many ways have been led around each corner.
  private var used: [Int]

  /// How far from boxes ways are led at the least: boxes of one column stand 4.5 points apart.
  private static let distance = 2.1
  /// How far from boxes straight pieces stay, a little less than the corners that they join.
  private static let clearance = 1.9
  /// What a bend costs beside the length, in points.
  private static let bend = 8.0

  /// Prepares for boxes.
  ///
  /// - Complexity: O(n³) for n boxes.
  init(around boxes: [SlideBox], in area: SlideBox) {
    self.boxes = boxes
    self.area = area
    for box in boxes {
      let around = box.grown(by: Self.distance)
      for (x, y) in [
        (around.x, around.y), (around.maxX, around.y), (around.x, around.maxY),
        (around.maxX, around.maxY),
      ] {
        let corner = SlidePoint(x, y)
        let isFree = !boxes.contains { $0.grown(by: Self.distance - 0.1).holds(corner) }
        if isFree, area.holds(corner) { corners.append(corner) }
      }
    }
    used = Array(repeating: 0, count: corners.count)
    seen = Array(repeating: [], count: corners.count)
    for first in corners.indices {
      for second in corners.indices where second > first {
        guard isClear(corners[first], corners[second]) else { continue }
        let length = corners[first].distance(to: corners[second])
        seen[first].append((second, length))
        seen[second].append((first, length))
      }
    }
  }

  /// Whether a straight line passes no box at nearly the distance.
  private func isClear(_ a: SlidePoint, _ b: SlidePoint) -> Bool {
    !boxes.contains { $0.grown(by: Self.clearance).isCrossed(from: a, to: b) }
  }

  // MARK: Ways

  /// Where a way leaves or reaches a box: the point on its border, and the one outside, straight
  /// before it, with what it costs to take this one.
  private struct Gate {
    var border: SlidePoint
    var outside: SlidePoint
    var cost: Double

    /// What it costs to go on from here to a point: the distance, and more the sharper the turn.
    func cost(to point: SlidePoint) -> Double {
      let length = outside.distance(to: point)
      let depth = border.distance(to: outside)
      guard length > 0.01, depth > 0.01 else { return length }
      let along =
        ((outside.x - border.x) * (point.x - outside.x)
          + (outside.y - border.y) * (point.y - outside.y)) / (length * depth)
      return length + 22 * (1 - along)
    }
  }

  /// A way between two boxes that passes through no other; nil where there is none.
  ///
  /// - Parameters:
  ///   - first: where the way began on the border of the first box.
  ///   - last: where it ended on the border of the second.
  /// - Complexity: O(n²) for n boxes.
  mutating func way(
    from start: Int, at first: SlidePoint, to end: Int, at last: SlidePoint, like look: SlideCurve,
    arrowLength: Double
  ) -> SlideCurve? {
    let exits = gates(of: start, near: first, room: look.start == nil ? 5 : arrowLength + 3)
    let entries = gates(of: end, near: last, room: look.end == nil ? 5 : arrowLength + 3)
    guard let (path, bends) = shortest(exits, entries) else { return nil }
    for corner in bends { used[corner] += 1 }
    return rounded(
      loosened(path, bends), except: [start, end], arrowAtStart: look.start != nil,
      arrowAtEnd: look.end != nil, arrowLength: arrowLength)
  }

  /// The gates of a box: where the way was, then the middles of the sides.
  private func gates(of index: Int, near point: SlidePoint, room: Double) -> [Gate] {
    let box = boxes[index]
    var gates: [Gate] = []
    func add(_ border: SlidePoint, _ across: Double, _ down: Double, _ cost: Double) {
      for depth in [room + 4, room, room - 2] {
        let outside = SlidePoint(border.x + across * depth, border.y + down * depth)
        guard area.holds(outside) else { continue }
        let isFree = boxes.indices.allSatisfy {
          $0 == index || !boxes[$0].grown(by: Self.clearance).isCrossed(from: border, to: outside)
        }
        guard isFree else { continue }
        gates.append(Gate(border: border, outside: outside, cost: cost))
        return
      }
    }
    let (left, right) = (abs(point.x - box.x), abs(point.x - box.maxX))
    let (above, below) = (abs(point.y - box.y), abs(point.y - box.maxY))
    let nearest = min(left, right, above, below)
    let side = nearest == left ? 0 : nearest == right ? 1 : nearest == above ? 2 : 3
    let sides = [
      (SlidePoint(box.x, box.center.y), -1.0, 0.0), (SlidePoint(box.maxX, box.center.y), 1, 0),
      (SlidePoint(box.center.x, box.y), 0, -1), (SlidePoint(box.center.x, box.maxY), 0, 1),
    ]
    add(box.nearest(to: point), sides[side].1, sides[side].2, 0)
    for (number, each) in sides.enumerated() where number != side {
      add(each.0, each.1, each.2, number < 2 ? 10 : 25)
    }
    return gates
  }

  /// The shortest path from one of some gates to one of others, and the corners that it bends at.
  private func shortest(
    _ exits: [Gate], _ entries: [Gate]
  ) -> (path: [SlidePoint], bends: [Int])? {
    var costs = Array(repeating: Double.infinity, count: corners.count)
    var exitOf = Array(repeating: -1, count: corners.count)
    var previous = Array(repeating: -1, count: corners.count)
    var isDone = Array(repeating: false, count: corners.count)
    var best: (cost: Double, exit: Int, corner: Int, entry: Int)?
    for (number, exit) in exits.enumerated() {
      for (other, entry) in entries.enumerated() where isClear(exit.outside, entry.outside) {
        let turn = exit.cost(to: entry.outside) - exit.outside.distance(to: entry.outside)
        let cost = exit.cost + turn + entry.cost + entry.cost(to: exit.outside)
        if cost < best?.cost ?? .infinity { best = (cost, number, -1, other) }
      }
      for corner in corners.indices where isClear(exit.outside, corners[corner]) {
        let cost = exit.cost + exit.cost(to: corners[corner]) + Self.bend
        if cost < costs[corner] {
          costs[corner] = cost
          exitOf[corner] = number
        }
      }
    }
    while true {
      var next = -1
      for corner in corners.indices where !isDone[corner] && costs[corner] < .infinity {
        if next < 0 || costs[corner] < costs[next] { next = corner }
      }
      guard next >= 0, costs[next] < best?.cost ?? .infinity else { break }
      isDone[next] = true
      for (other, entry) in entries.enumerated() where isClear(corners[next], entry.outside) {
        let cost = costs[next] + entry.cost + entry.cost(to: corners[next])
        if cost < best?.cost ?? .infinity { best = (cost, exitOf[next], next, other) }
      }
      for (corner, length) in seen[next] where costs[next] + length + Self.bend < costs[corner] {
        costs[corner] = costs[next] + length + Self.bend
        previous[corner] = next
        exitOf[corner] = exitOf[next]
      }
    }
    guard let best else { return nil }
    var bends: [Int] = []
    var corner = best.corner
    while corner >= 0 {
      bends.append(corner)
      corner = previous[corner]
    }
    bends.reverse()
    let (exit, entry) = (exits[best.exit], entries[best.entry])
    return (
      [exit.border, exit.outside] + bends.map { corners[$0] } + [entry.outside, entry.border], bends
    )
  }

  /// The path with its bends moved away from the corners, where there is room: less for each way
  /// that was led around a corner before, so that ways lie beside each other.
  private func loosened(_ path: [SlidePoint], _ bends: [Int]) -> [SlidePoint] {
    var path = path
    for (offset, corner) in bends.enumerated() {
      let index = offset + 2
      let point = path[index]
      guard
        let box = boxes.min(by: {
          $0.nearest(to: point).distance(to: point) < $1.nearest(to: point).distance(to: point)
        })
      else { continue }
      let across = point.x < box.center.x ? -1.0 : 1
      let down = point.y < box.center.y ? -1.0 : 1
      for step in [7.0, 5, 3.5, 2, 1] {
        let room = step - 1.5 * Double(used[corner] - 1)
        guard room > 0 else { continue }
        let moved = SlidePoint(point.x + across * room, point.y + down * room)
        guard area.holds(moved), isClear(path[index - 1], moved), isClear(moved, path[index + 1])
        else { continue }
        path[index] = moved
        break
      }
    }
    return path
  }

  /// A path with rounded bends, as far as that leads through no box.
  private func rounded(
    _ path: [SlidePoint], except ends: [Int], arrowAtStart: Bool, arrowAtEnd: Bool,
    arrowLength: Double
  ) -> SlideCurve? {
    var path = path
    var (start, end): (SlidePoint?, SlidePoint?)
    if arrowAtStart {
      start = path[0]
      path[0] = path[0].towards(path[1], by: arrowLength)
    }
    let last = path.count - 1
    if arrowAtEnd {
      end = path[last]
      path[last] = path[last].towards(path[last - 1], by: arrowLength)
    }
    let obstacles = boxes.indices.filter { !ends.contains($0) }.map { boxes[$0].grown(by: 0.8) }
    for limit in [36.0, 20, 12, 7, 4, 2, 0] {
      let curve = SlideCurve(points: Self.smooth(path, limit), start: start, end: end)
      if !obstacles.contains(where: { curve.crosses($0) }) { return curve }
    }
    return nil
  }

  /// Straight pieces and, at each bend, a curve that cuts off at most `limit` points of each.
  private static func smooth(_ path: [SlidePoint], _ limit: Double) -> [SlidePoint] {
    var points = [path[0]]
    func add(line end: SlidePoint) {
      let from = points[points.count - 1]
      points += [from.mixed(with: end, 1.0 / 3), from.mixed(with: end, 2.0 / 3), end]
    }
    for index in path.indices.dropFirst().dropLast() {
      let bend = path[index]
      let before = bend.distance(to: path[index - 1]) * (index == 1 ? 0.9 : 0.5)
      let after = bend.distance(to: path[index + 1]) * (index == path.count - 2 ? 0.9 : 0.5)
      let cut = min(before, after, limit)
      guard cut > 0.1 else {
        add(line: bend)
        continue
      }
      let a = bend.towards(path[index - 1], by: cut)
      let b = bend.towards(path[index + 1], by: cut)
      add(line: a)
      points += [a.mixed(with: bend, 2.0 / 3), b.mixed(with: bend, 2.0 / 3), b]
    }
    add(line: path[path.count - 1])
    return points
  }
}
