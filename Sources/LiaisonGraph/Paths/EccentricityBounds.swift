/// What searches from some nodes of a simple undirected graph say of the eccentricities of all: a node at
/// distance d from one of eccentricity e has an eccentricity from max(d, e − d) to e + d.
///
/// - Reference: F. W. Takes and W. A. Kosters, Computing the eccentricity distribution of large graphs,
///   Algorithms 6 (2013) 100–118, doi:10.3390/a6010100; the first searches as in P. Crescenzi and others,
///   On computing the diameter of real-world undirected graphs, Theoretical Computer Science 514 (2013)
///   84–95, doi:10.1016/j.tcs.2012.09.018.
struct EccentricityBounds {
  private let rows: Rows
  private let nodeCount: Int
  private let lower: LaneMemory<Int32>
  private let upper: LaneMemory<Int32>
  /// The distance from the last root; the greatest number for who is not reached.
  private let distance: LaneMemory<UInt32>
  /// Whom the last search reached, nearest first.
  private let queue: LaneMemory<Int32>
  private var reached = 0
  /// The greatest eccentricity found.
  private var greatest: Int32 = 0
  /// How many nodes may still be visited.
  private var left: Int

  /// - Parameters:
  ///   - rows: of a simple undirected graph.
  ///   - searches: how many searches of the whole graph may be made.
  init(_ rows: Rows, searches: Int) {
    self.rows = rows
    let n = rows.nodeCount
    left = searches * n
    nodeCount = n
    lower = LaneMemory(n)
    upper = LaneMemory(n)
    distance = LaneMemory(n)
    // One place more: who is met is written before it is known whether it is new.
    queue = LaneMemory(n + 1)
    for v in 0..<n {
      // Who has no tie reaches nobody; of the others nothing is known.
      upper.pointer[v] = rows.row(v).isEmpty ? 0 : Int32.max
      distance.pointer[v] = .max
    }
  }

  /// The greatest eccentricity; `nil` where the searches that may be made do not tell.
  ///
  /// - Complexity: O(n + m) for each search.
  mutating func diameter() -> Int? {
    while let root = candidate() {
      let isNew = upper.pointer[root] == Int32.max
      guard search(from: root) else { return nil }
      // In a new piece, twice at most: from the farthest node, and from the middle of the longest way
      // found. A middle bounds all others, and mostly so closely that none can be farther out.
      var sweeps = isNew ? 2 : 0
      while sweeps > 0, candidate() != nil {
        guard search(from: farthest), search(from: middle) else { return nil }
        sweeps -= 1
      }
      // Who looks most central bounds the rest of its piece from above.
      guard let open = candidate(), distance.pointer[open] != .max, let central else { continue }
      guard search(from: central) else { return nil }
    }
    return Int(greatest)
  }

  /// The node of the greatest bound from above, if it may be more eccentric than the greatest found; of a
  /// new piece first.
  private func candidate() -> Int? {
    let upper = upper.pointer
    var best: Int?
    for v in 0..<nodeCount where upper[v] > greatest {
      guard let other = best else {
        best = v
        continue
      }
      if upper[v] > upper[other]
        || (upper[v] == upper[other] && rows.row(v).count > rows.row(other).count)
      {
        best = v
      }
    }
    return best
  }

  /// Of whom the last search reached, the node of the least bound from below whose eccentricity is not
  /// known; it need not be a candidate, as a search from it is for its bounds on others.
  private var central: Int? {
    let (lower, upper) = (lower.pointer, upper.pointer)
    // The least bound from below, then from above, then the most ties.
    func rank(_ v: Int) -> (Int32, Int32, Int) { (lower[v], upper[v], -rows.row(v).count) }
    var best: Int?
    for place in 0..<reached {
      let v = Int(queue.pointer[place])
      guard lower[v] < upper[v] else { continue }
      if best.map({ rank(v) < rank($0) }) ?? true { best = v }
    }
    return best
  }

  /// The node that the last search reached last.
  private var farthest: Int { Int(queue.pointer[reached - 1]) }

  /// The node half way from the root of the last search to the farthest node, by neighbours of greatest
  /// degree.
  private var middle: Int {
    var v = farthest
    var far = distance.pointer[v]
    let half = far / 2
    while far > half {
      far -= 1
      var best: Int?
      for k in rows.row(v) {
        let w = Int(rows.targets[k])
        guard distance.pointer[w] == far else { continue }
        if best.map({ rows.row(w).count > rows.row($0).count }) ?? true { best = w }
      }
      guard let best else { break }
      v = best
    }
    return v
  }

  /// Searches from a node, and draws the bounds of whom it reaches closer.
  ///
  /// - Returns: `false` where no search was left.
  private mutating func search(from root: Int) -> Bool {
    guard left > 0 else { return false }
    let (distance, queue) = (distance.pointer, queue.pointer)
    for place in 0..<reached { distance[Int(queue[place])] = .max }
    rows.withBuffers { breadthFirst(from: root, $0, $1) }
    let (lower, upper) = (lower.pointer, upper.pointer)
    let eccentricity = Int32(distance[Int(queue[reached - 1])])
    for place in 0..<reached {
      let v = Int(queue[place])
      let far = Int32(truncatingIfNeeded: distance[v])
      lower[v] = max(lower[v], far, eccentricity - far)
      upper[v] = min(upper[v], eccentricity + far)
    }
    upper[root] = eccentricity
    // Small pieces cost the choice of their root more than the search.
    left -= max(reached, nodeCount / 8)
    greatest = max(greatest, eccentricity)
    return true
  }

  /// Writes the distances from a node, the greatest number everywhere before, and the queue; wide levels are
  /// pulled by the nodes that are left, which stop at the first neighbour found.
  private mutating func breadthFirst(
    from root: Int, _ offsets: UnsafeBufferPointer<Int32>, _ targets: UnsafeBufferPointer<Int32>
  ) {
    let (distance, queue) = (distance.pointer, queue.pointer)
    distance[root] = 0
    queue[0] = Int32(truncatingIfNeeded: root)
    var size = 1
    var head = 0
    var level: UInt32 = 0
    // Arcs of nodes that are not reached, and of those reached last.
    var front = Int(offsets[root + 1] - offsets[root])
    var open = targets.count - front
    while head < size {
      let end = size
      level &+= 1
      let before = level &- 1
      // A pull looks at every node, and at some of the arcs that are left.
      if front > open &+ nodeCount {
        for w in 0..<nodeCount where distance[w] == .max {
          var k = Int(offsets[w])
          let last = Int(offsets[w &+ 1])
          while k < last {
            if distance[Int(targets[k])] == before {
              distance[w] = level
              queue[size] = Int32(truncatingIfNeeded: w)
              size &+= 1
              break
            }
            k &+= 1
          }
        }
      } else if front > 4 &* (nodeCount &- size) {
        // Most arcs lead to who is known, which is easy to foretell.
        for place in head..<end {
          let v = Int(queue[place])
          for k in Int(offsets[v])..<Int(offsets[v &+ 1]) where distance[Int(targets[k])] == .max {
            distance[Int(targets[k])] = level
            queue[size] = targets[k]
            size &+= 1
          }
        }
      } else {
        for place in head..<end {
          let v = Int(queue[place])
          for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
            // No branch: whether a node is new is hard to foretell.
            let w = targets[k]
            let known = distance[Int(w)]
            distance[Int(w)] = min(known, level)
            queue[size] = w
            size &+= Int(known >> 31)
          }
        }
      }
      front = 0
      for place in end..<size {
        let v = Int(queue[place])
        front &+= Int(offsets[v &+ 1] &- offsets[v])
      }
      open &-= front
      head = end
    }
    reached = size
  }
}
