/// The neighbourhoods of a graph of at most 64 nodes, one bit a node.
struct SmallNeighbourhoods {
  private let neighbours: [UInt64]

  init(_ rows: Rows) {
    neighbours = (0..<rows.nodeCount).map { v in
      var mask: UInt64 = 0
      for k in rows.row(v) { mask |= 1 << UInt64(rows.targets[k]) }
      return mask
    }
  }

  private var all: UInt64 {
    neighbours.count == 64 ? ~0 : (1 << UInt64(neighbours.count)) - 1
  }

  /// Tries every set of `size` nodes, in order; as many are left beside it as the goal needs.
  ///
  /// - Throws: `cancelled`.
  func bestSets(
    size: Int, _ goal: KeyPlayerGoal, _ progress: RunProgress?
  ) throws(GraphError) -> KeyPlayers {
    var chosen = Array(0..<size)
    var best = KeyPlayers(value: -.infinity, sets: [], method: .exhaustive)
    while true {
      try progress?.check()
      best.take(chosen, value(of: chosen, goal))
      progress?.advance()
      guard chosen.advance(below: neighbours.count) else { return best }
    }
  }

  private func value(of chosen: [Int], _ goal: KeyPlayerGoal) -> Double {
    var set: UInt64 = 0
    for v in chosen { set |= 1 << UInt64(v) }
    switch goal {
    case .fragmentation, .distanceFragmentation:
      let left = all & ~set
      let count = left.nonzeroBitCount
      var reached = 0
      var near = 0.0
      forEachBit(left) { v in
        spread(from: 1 << UInt64(v), within: left) { found, depth in
          reached += found
          near += Double(found) / Double(depth)
        }
      }
      let pairs = Double(count * (count - 1))
      return 1 - (goal == .fragmentation ? Double(reached) : near) / pairs
    case .reach:
      var reached = set
      for v in chosen { reached |= neighbours[v] }
      return Double(reached.nonzeroBitCount) / Double(neighbours.count)
    case .distanceReach:
      var near = Double(chosen.count)
      spread(from: set, within: all) { found, depth in near += Double(found) / Double(depth) }
      return near / Double(neighbours.count)
    }
  }

  private func forEachBit(_ mask: UInt64, _ body: (Int) -> Void) {
    var rest = mask
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// Breadth-first: how many nodes are found at each depth.
  private func spread(
    from start: UInt64, within allowed: UInt64, _ found: (_ count: Int, _ depth: Int) -> Void
  ) {
    var seen = start
    var level = start
    var depth = 0
    while level != 0 {
      var next: UInt64 = 0
      forEachBit(level) { next |= neighbours[$0] }
      level = next & allowed & ~seen
      seen |= level
      depth += 1
      if level != 0 { found(level.nonzeroBitCount, depth) }
    }
  }
}

extension [Int] {
  /// Turns a set of numbers, in order, into the next one of as many below a bound.
  ///
  /// - Returns: false where it is the last.
  mutating func advance(below bound: Int) -> Bool {
    guard let place = indices.last(where: { self[$0] < bound - count + $0 }) else { return false }
    self[place] += 1
    for later in indices where later > place { self[later] = self[later - 1] + 1 }
    return true
  }
}
