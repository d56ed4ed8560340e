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
    var targets = [Int32](repeating: 0, count: network.targets.count)
    var weights = [Double](repeating: 0, count: network.targets.count)
    var places = [Int32](repeating: -1, count: count)
    let (from, given, heft) = (network.offsets.span, network.targets.span, network.weights.span)
    var end = offsets.mutableSpan
    var size = 0
    var target = targets.mutableSpan
    var weight = weights.mutableSpan
    var place = places.mutableSpan
    for part in 0..<count {
      let first = size
      for index in Int(start[part])..<Int(start[part + 1]) {
        let node = Int(members[index])
        for k in Int(from[node])..<Int(from[node + 1]) {
          let other = Int(labels[Int(given[k])])
          guard other != part else { continue }
          let known = Int(place[other])
          if known >= first {
            weight[known] += heft[k]
          } else {
            place[other] = Int32(size)
            target[size] = Int32(other)
            weight[size] = heft[k]
            size += 1
          }
        }
      }
      end[part + 1] = Int32(size)
    }
    targets.removeLast(targets.count - size)
    weights.removeLast(weights.count - size)
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
