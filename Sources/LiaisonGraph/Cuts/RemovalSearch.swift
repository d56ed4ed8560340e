/// What is lost with each node: ordered pairs that reach each other, and the sum of 1 / distance over
/// them. The pairs of the node itself count.
struct RemovalLosses: Sendable {
  /// How many pairs reach each other while every node is there.
  var pairs = 0
  /// The sum of 1 / distance over them.
  var closeness = 0.0
  /// How many of the pairs go with each node.
  var lostPairs: [Int]
  /// How much of the sum goes with each node.
  var lostCloseness: [Double]

  init(nodeCount: Int) {
    lostPairs = [Int](repeating: 0, count: nodeCount)
    lostCloseness = [Double](repeating: 0, count: nodeCount)
  }

  /// Adds the losses of other sources.
  mutating func add(_ other: RemovalLosses) {
    pairs += other.pairs
    closeness += other.closeness
    for v in lostPairs.indices {
      lostPairs[v] += other.lostPairs[v]
      lostCloseness[v] += other.lostCloseness[v]
    }
  }
}

/// Finds how the removal of each node lengthens or cuts the ways from one source after another.
///
/// A node that goes changes only the distances of those that every shortest way reaches through it:
/// those below it in the dominator tree of the shortest ways, which one breadth-first search builds.
/// They alone are searched again, from the arcs that enter them from elsewhere.
struct RemovalSearch {
  private let outgoing: Rows
  private let incoming: Rows
  /// The losses of the sources so far.
  private(set) var losses: RemovalLosses

  /// The distance from the source; −1 where it does not reach.
  private var distance: [Int32]
  /// The nodes that the source reaches, in order of distance.
  private var reached: [Int32] = []
  /// The last node that all shortest ways to a node share, the node itself left out.
  private var dominator: [Int32]
  /// How many dominators lie above a node.
  private var depth: [Int32]
  /// How many nodes lie below a node in the dominator tree, with itself.
  private var size: [Int32]
  /// The place of a node in `preorder`; those below it follow.
  private var place: [Int32]
  private var nextPlace: [Int32]
  private var preorder: [Int32]
  /// The sum of 1 / distance over those below a node.
  private var closenessBelow: [Double]
  /// How high up a node's removal leaves those below it a way round: it does where this is less than the
  /// depth of the node. The least depth of a common dominator of the ends of an arc that enters them.
  private var entryDepth: [Int32]
  /// The distance by arcs from elsewhere alone, and that of the way round.
  private var entry: [Int32]
  private var detour: [Int32]

  init(outgoing: Rows, incoming: Rows) {
    self.outgoing = outgoing
    self.incoming = incoming
    losses = RemovalLosses(nodeCount: outgoing.nodeCount)
    let blank = [Int32](repeating: 0, count: outgoing.nodeCount)
    (distance, dominator, depth, size) = (blank, blank, blank, blank)
    (place, nextPlace, preorder, entryDepth) = (blank, blank, blank, blank)
    (entry, detour) = (blank, blank)
    closenessBelow = [Double](repeating: 0, count: outgoing.nodeCount)
  }

  /// Adds what the removal of each node takes from one source.
  ///
  /// - Complexity: O(m · d) time, d being the depth of the dominator tree, at most the greatest
  ///   distance.
  mutating func add(source: Int) {
    findShortestWays(from: source)
    var closeness = 0.0
    for v in reached.dropFirst() {
      let share = 1 / Double(distance[Int(v)])
      closeness += share
      losses.lostPairs[Int(v)] += 1
      losses.lostCloseness[Int(v)] += share
    }
    losses.pairs += reached.count - 1
    losses.closeness += closeness
    losses.lostPairs[source] += reached.count - 1
    losses.lostCloseness[source] += closeness
    numberDominatorTree()
    sumBelow(source)
    for v in reached.dropFirst() where size[Int(v)] > 1 {
      if entryDepth[Int(v)] < depth[Int(v)] {
        addDetours(around: Int(v))
      } else {
        losses.lostPairs[Int(v)] += Int(size[Int(v)]) - 1
        losses.lostCloseness[Int(v)] += closenessBelow[Int(v)]
      }
    }
  }

  private mutating func findShortestWays(from source: Int) {
    for v in distance.indices { distance[v] = -1 }
    reached.removeAll(keepingCapacity: true)
    reached.append(Int32(source))
    (distance[source], dominator[source]) = (0, Int32(source))
    var head = 0
    while head < reached.count {
      let v = Int(reached[head])
      head += 1
      depth[v] = v == source ? 0 : depth[Int(dominator[v])] + 1
      let next = distance[v] + 1
      for k in outgoing.row(v) {
        let target = Int(outgoing.targets[k])
        if distance[target] < 0 {
          (distance[target], dominator[target]) = (next, Int32(v))
          reached.append(Int32(target))
        } else if distance[target] == next, Int(dominator[target]) != source {
          dominator[target] = commonDominator(dominator[target], Int32(v))
        }
      }
    }
  }

  private func commonDominator(_ first: Int32, _ second: Int32) -> Int32 {
    var (a, b) = (first, second)
    while a != b {
      if depth[Int(a)] >= depth[Int(b)] { a = dominator[Int(a)] } else { b = dominator[Int(b)] }
    }
    return a
  }

  private mutating func numberDominatorTree() {
    for v in reached { size[Int(v)] = 1 }
    for v in reached.dropFirst().reversed() { size[Int(dominator[Int(v)])] += size[Int(v)] }
    for v in reached {
      let above = Int(dominator[Int(v)])
      place[Int(v)] = Int(v) == above ? 0 : nextPlace[above]
      nextPlace[above] += size[Int(v)]
      nextPlace[Int(v)] = place[Int(v)] + 1
      preorder[Int(place[Int(v)])] = v
    }
  }

  private mutating func sumBelow(_ source: Int) {
    for v in reached { (closenessBelow[Int(v)], entryDepth[Int(v)]) = (0, .max) }
    for v in reached.dropFirst().reversed() {
      let v = Int(v)
      let above = Int(dominator[v])
      // The source is never taken away: in dense graphs hardly a node lies below another one.
      guard above != source else { continue }
      closenessBelow[above] += closenessBelow[v] + 1 / Double(distance[v])
      var least = entryDepth[v]
      for k in incoming.row(v) {
        let before = incoming.targets[k]
        guard distance[Int(before)] >= 0, Int(before) != above else { continue }
        least = min(least, depth[Int(commonDominator(before, Int32(v)))])
      }
      entryDepth[above] = min(entryDepth[above], least)
    }
  }

  /// Adds what the ways to those below a node lose when it goes and some are left a way round.
  private mutating func addDetours(around removed: Int) {
    let first = place[removed] + 1
    let below = first..<place[removed] + size[removed]
    var entries: [(distance: Int32, node: Int32)] = []
    for v in preorder[Int(below.lowerBound)..<Int(below.upperBound)] {
      var least = Int32.max
      for k in incoming.row(Int(v)) {
        let before = Int(incoming.targets[k])
        guard before != removed, distance[before] >= 0, !below.contains(place[before]) else {
          continue
        }
        least = min(least, distance[before] + 1)
      }
      (entry[Int(v)], detour[Int(v)]) = (least, -1)
      if least < Int32.max { entries.append((least, v)) }
    }
    entries.sort { ($0.distance, $0.node) < ($1.distance, $1.node) }
    search(below, from: entries)
    for v in preorder[Int(below.lowerBound)..<Int(below.upperBound)] {
      let lost = 1 / Double(distance[Int(v)])
      if detour[Int(v)] < 0 {
        losses.lostPairs[removed] += 1
        losses.lostCloseness[removed] += lost
      } else {
        losses.lostCloseness[removed] += lost - 1 / Double(detour[Int(v)])
      }
    }
  }

  /// Breadth-first search among the nodes at some places, each of which may be entered from elsewhere
  /// at a distance of its own; `entries` are in order of distance.
  private mutating func search(
    _ places: Range<Int32>, from entries: [(distance: Int32, node: Int32)]
  ) {
    var waiting: [Int32] = []
    var (nextEntry, head) = (0, 0)
    while nextEntry < entries.count || head < waiting.count {
      let v: Int
      if nextEntry < entries.count,
        head == waiting.count || entries[nextEntry].distance <= detour[Int(waiting[head])]
      {
        v = Int(entries[nextEntry].node)
        nextEntry += 1
        guard detour[v] < 0 else { continue }
        detour[v] = entry[v]
      } else {
        v = Int(waiting[head])
        head += 1
      }
      let next = detour[v] + 1
      for k in outgoing.row(v) {
        let target = Int(outgoing.targets[k])
        // Where an arc from elsewhere is as short, the node waits for its turn among the entries.
        guard places.contains(place[target]), detour[target] < 0, entry[target] > next else {
          continue
        }
        detour[target] = next
        waiting.append(Int32(target))
      }
    }
  }
}

extension Rows {
  /// What is lost with each node, over all sources; `incoming` are the rows of the reversed arcs.
  ///
  /// - Throws: `cancelled`, before the next source.
  func removalLosses(
    reversed incoming: Rows, threads: Int?, progress: RunProgress?
  ) throws(GraphError) -> RemovalLosses {
    let n = nodeCount
    let parts = partCount(for: n)
    progress?.expect(n)
    let found = inParallel(parts, threads: threads) { part in
      var search = RemovalSearch(outgoing: self, incoming: incoming)
      for source in part * n / parts..<(part + 1) * n / parts where progress?.isCancelled != true {
        search.add(source: source)
        progress?.advance()
      }
      return search.losses
    }
    try progress?.check()
    var losses = RemovalLosses(nodeCount: n)
    for part in found { losses.add(part) }
    return losses
  }
}
