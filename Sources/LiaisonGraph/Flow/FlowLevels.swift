/// How far nodes are from the sink along the shortest paths with room, as a phase of Dinic's algorithm
/// needs it.
///
/// Searched from both ends at once, each time from the one whose next level has fewer arcs: of a
/// network of short paths most is then never looked at.
struct FlowLevels {
  /// Hops to the sink of every node of a shortest path; other nodes that were seen may have some too,
  /// which are no less than theirs.
  var hops: [Int32]
  /// The arc to try next, for nodes with hops.
  var place: [Int32]
  private var ahead: FlowWave
  private var behind: FlowWave

  static var unseen: Int32 { -1 }

  init(nodeCount: Int) {
    ahead = FlowWave(nodeCount: nodeCount, goesBack: false)
    behind = FlowWave(nodeCount: nodeCount, goesBack: true)
    hops = ahead.level
    place = ahead.level
  }

  /// Looks for the shortest paths.
  ///
  /// - Returns: whether there is one.
  /// - Complexity: O(n + m) at worst, less where paths are short.
  mutating func find(in network: FlowNetwork, from source: Int, to sink: Int) -> Bool {
    for node in ahead.seen { hops[Int(node)] = FlowLevels.unseen }
    for node in behind.seen { hops[Int(node)] = FlowLevels.unseen }
    ahead.begin(at: source)
    behind.begin(at: sink)
    var isMet = false
    while !isMet {
      guard !ahead.isOver, !behind.isOver else { return false }
      isMet =
        ahead.width(in: network) <= behind.width(in: network)
        ? ahead.advance(over: network, toward: behind.level)
        : behind.advance(over: network, toward: ahead.level)
    }
    // Where they meet both know the node: no shorter path was left for either to find.
    for node in behind.seen {
      hops[Int(node)] = behind.level[Int(node)]
      place[Int(node)] = network.offsets[Int(node)]
    }
    let length = ahead.depth + behind.depth
    for node in ahead.seen where ahead.level[Int(node)] < ahead.depth {
      hops[Int(node)] = length - ahead.level[Int(node)]
      place[Int(node)] = network.offsets[Int(node)]
    }
    return true
  }
}

/// A breadth-first search over arcs with room that goes one level at a time, along the arcs or
/// against them.
struct FlowWave {
  /// The hops of each node that was seen.
  private(set) var level: [Int32]
  /// The level that was reached last.
  private(set) var depth: Int32 = 0
  /// Those that were seen, the last level from `front` on.
  private var order: [Int32]
  private var count = 0
  private var front = 0
  private let goesBack: Bool

  init(nodeCount: Int, goesBack: Bool) {
    level = [Int32](repeating: FlowLevels.unseen, count: nodeCount)
    order = level
    self.goesBack = goesBack
  }

  /// The nodes that were seen, in order of their levels.
  var seen: ArraySlice<Int32> { order[..<count] }

  /// Whether the last level has nobody in it.
  var isOver: Bool { front == count }

  /// Forgets everything and starts at a node.
  mutating func begin(at node: Int) {
    for index in 0..<count { level[Int(order[index])] = FlowLevels.unseen }
    level[node] = 0
    order[0] = Int32(node)
    (count, front, depth) = (1, 0, 0)
  }

  /// The number of arcs at the nodes of the last level.
  func width(in network: FlowNetwork) -> Int {
    var width = 0
    for node in order[front..<count] { width += network.row(Int(node)).count }
    return width
  }

  /// Sees the next level.
  ///
  /// - Parameter other: the levels of a search from the other end.
  /// - Returns: whether a node was seen that the other search knows.
  mutating func advance(over network: FlowNetwork, toward other: [Int32]) -> Bool {
    depth += 1
    let last = front..<count
    front = count
    var isMet = false
    count = FlowWave.see(
      depth, after: last, in: network, goesBack, &level, &order, toward: other, &isMet)
    return isMet
  }

  /// Sees the nodes one hop from those of the last level.
  ///
  /// - Returns: how many nodes were seen until now.
  private static func see(
    _ depth: Int32, after last: Range<Int>, in network: FlowNetwork, _ goesBack: Bool,
    _ level: inout [Int32], _ order: inout [Int32], toward other: [Int32], _ isMet: inout Bool
  ) -> Int {
    let (offsets, heads) = (network.offsets.span, network.heads.span)
    let (reverse, residual) = (network.reverse.span, network.residual.span)
    let other = other.span
    var level = level.mutableSpan
    var order = order.mutableSpan
    var found = last.upperBound
    for index in last {
      let node = Int(order[index])
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let next = Int(heads[arc])
        guard level[next] == FlowLevels.unseen,
          residual[goesBack ? Int(reverse[arc]) : arc] > 0
        else { continue }
        level[next] = depth
        order[found] = Int32(next)
        found += 1
        if other[next] != FlowLevels.unseen { isMet = true }
      }
    }
    return found
  }
}
