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
    offsets = [0]
    offsets.reserveCapacity(count + 1)
    targets = []
    weights = []
    var place = [Int32](repeating: -1, count: count)
    for part in 0..<count {
      let first = targets.count
      for index in Int(start[part])..<Int(start[part + 1]) {
        let node = Int(members[index])
        for k in Int(network.offsets[node])..<Int(network.offsets[node + 1]) {
          let other = labels[Int(network.targets[k])]
          guard Int(other) != part else { continue }
          let known = Int(place[Int(other)])
          if known >= first {
            weights[known] += network.weights[k]
          } else {
            place[Int(other)] = Int32(targets.count)
            targets.append(other)
            weights.append(network.weights[k])
          }
        }
      }
      offsets.append(Int32(targets.count))
    }
    total = network.total
  }
}

extension CommunityNetwork {
  /// Moves nodes to the neighbouring community that gains most modularity, until none gains; only
  /// nodes whose neighbours moved are looked at again.
  ///
  /// - Returns: whether any node moved.
  func moveNodes(
    _ community: inout [Int32], resolution: Double, _ random: inout SeededGenerator
  ) -> Bool {
    let n = nodeCount
    var sum = [Double](repeating: 0, count: n)
    var size = [Int32](repeating: 0, count: n)
    for v in 0..<n {
      sum[Int(community[v])] += strength[v]
      size[Int(community[v])] += 1
    }
    var empty: [Int32] = []
    for c in 0..<n where size[c] == 0 { empty.append(Int32(c)) }
    var queue = [Int32](0..<Int32(n))
    random.shuffle(&queue)
    var isQueued = [Bool](repeating: true, count: n)
    var head = 0
    var waiting = n
    var link = [Double](repeating: 0, count: n)
    var touched: [Int32] = []
    let scale = resolution / total
    var hasMoved = false
    while waiting > 0 {
      let v = Int(queue[head])
      head = head + 1 == n ? 0 : head + 1
      waiting -= 1
      isQueued[v] = false
      let row = Int(offsets[v])..<Int(offsets[v + 1])
      let old = Int(community[v])
      for k in row {
        let c = community[Int(targets[k])]
        if link[Int(c)] == 0 { touched.append(c) }
        link[Int(c)] += weights[k]
      }
      let own = strength[v] * scale
      sum[old] -= strength[v]
      size[old] -= 1
      // To stay wins a draw; to be alone gains nothing.
      var best = old
      var gain = link[old] - own * sum[old]
      for c in touched {
        let other = link[Int(c)] - own * sum[Int(c)]
        if other > gain + CommunityNetwork.tolerance * strength[v] {
          best = Int(c)
          gain = other
        }
      }
      for c in touched { link[Int(c)] = 0 }
      touched.removeAll(keepingCapacity: true)
      if gain < -CommunityNetwork.tolerance * strength[v], size[old] > 0,
        let free = empty.popLast()
      {
        best = Int(free)
      }
      sum[best] += strength[v]
      size[best] += 1
      guard best != old else { continue }
      if size[old] == 0 { empty.append(Int32(old)) }
      community[v] = Int32(best)
      hasMoved = true
      for k in row {
        let w = Int(targets[k])
        guard !isQueued[w], community[w] != Int32(best) else { continue }
        isQueued[w] = true
        queue[(head + waiting) % n] = Int32(w)
        waiting += 1
      }
    }
    return hasMoved
  }

  /// A gain below this share of a node's ties is rounding.
  static var tolerance: Double { 1e-12 }

  /// Divides each community into parts that hang together well, by merging single nodes only: the
  /// refinement of the Leiden algorithm.
  ///
  /// - Returns: the part of each node, and the number of parts.
  func refine(
    _ community: [Int32], resolution: Double, _ random: inout SeededGenerator
  ) -> (part: [Int32], count: Int) {
    let n = nodeCount
    let scale = resolution / total
    var communitySum = [Double](repeating: 0, count: n)
    for v in 0..<n { communitySum[Int(community[v])] += strength[v] }
    var part = [Int32](0..<Int32(n))
    var sum = strength
    var isAlone = [Bool](repeating: true, count: n)
    // The ties of each part to the rest of its community.
    var outward = [Double](repeating: 0, count: n)
    for v in 0..<n {
      for k in Int(offsets[v])..<Int(offsets[v + 1])
      where community[Int(targets[k])] == community[v] { outward[v] += weights[k] }
    }
    var order = [Int32](0..<Int32(n))
    random.shuffle(&order)
    var link = [Double](repeating: 0, count: n)
    var touched: [Int32] = []
    var chances: [Double] = []
    for raw in order {
      let v = Int(raw)
      let whole = communitySum[Int(community[v])]
      guard isAlone[v], outward[v] >= strength[v] * scale * (whole - strength[v]) else { continue }
      for k in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = Int(targets[k])
        guard community[w] == community[v] else { continue }
        if link[Int(part[w])] == 0 { touched.append(part[w]) }
        link[Int(part[w])] += weights[k]
      }
      // Parts that are well tied to their community, and that gain by the node; to stay gains 0.
      var best = 0.0
      chances.removeAll(keepingCapacity: true)
      for c in touched {
        let p = Int(c)
        let isWellTied = outward[p] >= sum[p] * scale * (whole - sum[p])
        let gain = link[p] - strength[v] * scale * sum[p]
        chances.append(isWellTied && gain >= 0 ? gain : -1)
        best = max(best, gain)
      }
      var all = exponential((0 - best) / CommunityNetwork.randomness)
      for (index, gain) in chances.enumerated() {
        chances[index] = gain < 0 ? 0 : exponential((gain - best) / CommunityNetwork.randomness)
        all += chances[index]
      }
      var drawn = random.unit() * all
      var chosen = v
      for (index, chance) in chances.enumerated() where chance > 0 {
        drawn -= chance
        if drawn < 0 {
          chosen = Int(touched[index])
          break
        }
      }
      if chosen != v {
        part[v] = Int32(chosen)
        isAlone[chosen] = false
        sum[chosen] += strength[v]
        outward[chosen] += outward[v] - 2 * link[chosen]
      }
      for c in touched { link[Int(c)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return CommunityNetwork.numbered(part)
  }

  /// How freely parts are drawn that do not gain most (θ of Traag et al.).
  private static var randomness: Double { 0.01 }

  /// Labels numbered from 0 on in the order in which they appear.
  static func numbered(_ labels: [Int32]) -> (part: [Int32], count: Int) {
    var number = [Int32](repeating: -1, count: labels.count)
    var count: Int32 = 0
    let part = labels.map { label in
      if number[Int(label)] < 0 {
        number[Int(label)] = count
        count += 1
      }
      return number[Int(label)]
    }
    return (part, Int(count))
  }
}
