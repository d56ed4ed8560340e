/// An undirected network whose nodes may stand for several nodes of the graph, as the search for
/// communities sees it.
struct CommunityNetwork {
  /// Row `v` is `offsets[v] ..< offsets[v + 1]`; a tie of a node to itself stands in no row.
  var offsets: [Int32]
  var targets: [Int32]
  /// The weight of each place of a row.
  var weights: [Double]
  /// The weight of all ties at each node, those within it twice.
  var strength: [Double]
  /// Twice the weight of all ties.
  var total: Double

  var nodeCount: Int { offsets.count - 1 }

  /// Lets a kernel read the rows as plain memory, checked in debug builds only: what it reads are places
  /// of these rows, and nodes. The checks cost a sixth of a whole search.
  @inline(__always)
  func withBuffers<Result>(
    _ body: (
      _ offsets: UnsafeBufferPointer<Int32>, _ targets: UnsafeBufferPointer<Int32>,
      _ weights: UnsafeBufferPointer<Double>
    ) -> Result
  ) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { body(offsets, targets, $0) }
      }
    }
  }

  /// The network of a simple undirected graph.
  init(_ graph: Graph, weighted: Bool) {
    let rows = graph.outgoing
    offsets = rows.offsets
    targets = rows.targets
    weights = [Double](repeating: 1, count: targets.count)
    if weighted, let given = graph.weights {
      for k in weights.indices { weights[k] = given[Int(rows.edges[k])] }
    }
    strength = [Double](repeating: 0, count: graph.nodeCount)
    total = 0
    for v in 0..<graph.nodeCount {
      for k in rows.row(v) { strength[v] += weights[k] }
      total += strength[v]
    }
  }

  /// The network whose nodes are the parts of another's; labels run from 0 to `count` − 1.
  init(_ network: CommunityNetwork, labels: [Int32], count: Int) {
    strength = [Double](repeating: 0, count: count)
    var start = [Int32](repeating: 0, count: count + 1)
    for (node, label) in labels.enumerated() {
      strength[Int(label)] += network.strength[node]
      start[Int(label) + 1] += 1
    }
    for part in 0..<count { start[part + 1] += start[part] }
    var members = [Int32](repeating: 0, count: labels.count)
    var next = start
    for (node, label) in labels.enumerated() {
      members[Int(next[Int(label)])] = Int32(node)
      next[Int(label)] += 1
    }
    (offsets, targets, weights) = CommunityNetwork.merged(
      network, labels: labels, members: members, start: start)
    total = network.total
  }

  /// The ties between parts, those of several nodes of a part in one.
  private static func merged(
    _ network: CommunityNetwork, labels: [Int32], members: [Int32], start: [Int32]
  ) -> (offsets: [Int32], targets: [Int32], weights: [Double]) {
    let count = start.count - 1
    var offsets = [Int32](repeating: 0, count: count + 1)
    var weights: [Double] = []
    // One place more, where the ties within a part go.
    let room = network.targets.count
    // Where each part stands in the row that is made; below the row where it does not.
    let places = LaneMemory<Int32>(count)
    defer { withExtendedLifetime(places) {} }
    let place = places.pointer
    for part in 0..<count { place[part] = -1 }
    let targets = [Int32](unsafeUninitializedCapacity: room + 1) { target, targetCount in
      weights = [Double](unsafeUninitializedCapacity: room + 1) { weight, weightCount in
        weight.initialize(repeating: 0)
        network.withBuffers { from, given, heft in
          labels.withUnsafeBufferPointer { labels in
            var size = 0
            for part in 0..<count {
              let first = Int32(truncatingIfNeeded: size)
              place[part] = Int32(truncatingIfNeeded: room)
              for index in Int(start[part])..<Int(start[part + 1]) {
                let node = Int(members[index])
                for k in Int(from[node])..<Int(from[node &+ 1]) {
                  let other = labels[Int(given[k])]
                  let known = place[Int(other)]
                  // Whether a part is met for the first time is as good as random: no branch.
                  let isNew = known < first
                  let slot = isNew ? Int32(truncatingIfNeeded: size) : known
                  place[Int(other)] = slot
                  target[Int(slot)] = other
                  weight[Int(slot)] += heft[k]
                  size &+= isNew ? 1 : 0
                }
              }
              place[part] = -1
              offsets[part + 1] = Int32(truncatingIfNeeded: size)
            }
            (targetCount, weightCount) = (size, size)
          }
        }
      }
    }
    return (offsets, targets, weights)
  }

  /// Newman's modularity of a division; labels lie below the number of nodes.
  func modularity(_ community: [Int32], resolution: Double) -> Double {
    var sum = [Double](repeating: 0, count: nodeCount)
    var across = 0.0
    for v in 0..<nodeCount {
      sum[Int(community[v])] += strength[v]
      for k in Int(offsets[v])..<Int(offsets[v + 1])
      where community[Int(targets[k])] != community[v] { across += weights[k] }
    }
    var expected = 0.0
    for part in sum { expected += part / total * (part / total) }
    return 1 - across / total - resolution * expected
  }

  /// Labels below a bound, numbered from 0 on in the order in which they appear.
  static func numbered(_ labels: [Int32], bound: Int) -> (part: [Int32], count: Int) {
    var number = [Int32](repeating: -1, count: bound)
    var count: Int32 = 0
    var part = labels
    for (index, label) in labels.enumerated() {
      if number[Int(label)] < 0 {
        number[Int(label)] = count
        count += 1
      }
      part[index] = number[Int(label)]
    }
    return (part, Int(count))
  }
}
