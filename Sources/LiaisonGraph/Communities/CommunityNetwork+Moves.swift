extension CommunityNetwork {
  /// Moves nodes to the neighbouring community that gains most modularity, until none gains; only
  /// nodes whose neighbours moved are looked at again.
  ///
  /// - Returns: whether any node moved.
  func moveNodes(
    _ community: inout [Int32], resolution: Double, _ random: inout SeededGenerator
  ) -> Bool {
    let n = nodeCount
    var order = [Int32](0..<Int32(n))
    random.shuffle(&order)
    var sums = [Double](repeating: 0, count: n)
    var sizes = [Int32](repeating: 0, count: n)
    for v in 0..<n {
      sums[Int(community[v])] += strength[v]
      sizes[Int(community[v])] += 1
    }
    var empty: [Int32] = []
    for c in 0..<n where sizes[c] == 0 { empty.append(Int32(c)) }
    var waits = [Bool](repeating: true, count: n)
    var links = [Double](repeating: 0, count: n)
    var seen = [Int32](repeating: 0, count: n)
    let (offsets, targets, weights) = (offsets.span, targets.span, weights.span)
    var community = community.mutableSpan
    var queue = order.mutableSpan
    var isQueued = waits.mutableSpan
    var sum = sums.mutableSpan
    var size = sizes.mutableSpan
    var link = links.mutableSpan
    var touched = seen.mutableSpan
    var head = 0
    var waiting = n
    let scale = resolution / total
    var hasMoved = false
    while waiting > 0 {
      let v = Int(queue[head])
      head = head + 1 == n ? 0 : head + 1
      waiting -= 1
      isQueued[v] = false
      let row = Int(offsets[v])..<Int(offsets[v + 1])
      let old = Int(community[v])
      // Whether a community is met for the first time is as good as random: counted, not branched on.
      var count = 0
      for k in row {
        let c = community[Int(targets[k])]
        touched[count] = c
        count += link[Int(c)] == 0 ? 1 : 0
        link[Int(c)] += weights[k]
      }
      let heft = strength[v]
      let own = heft * scale
      let least = CommunityNetwork.tolerance * heft
      sum[old] -= heft
      size[old] -= 1
      // To stay wins a draw; to be alone gains nothing.
      var best = old
      var gain = link[old] - own * sum[old]
      for index in 0..<count {
        let c = Int(touched[index])
        let other = link[c] - own * sum[c]
        if other > gain + least {
          best = c
          gain = other
        }
      }
      for index in 0..<count { link[Int(touched[index])] = 0 }
      if gain < -least, size[old] > 0, let free = empty.popLast() { best = Int(free) }
      sum[best] += heft
      size[best] += 1
      guard best != old else { continue }
      if size[old] == 0 { empty.append(Int32(old)) }
      community[v] = Int32(best)
      hasMoved = true
      for k in row {
        let w = Int(targets[k])
        guard !isQueued[w], community[w] != Int32(best) else { continue }
        isQueued[w] = true
        let place = head + waiting
        queue[place < n ? place : place - n] = Int32(w)
        waiting += 1
      }
    }
    return hasMoved
  }

  /// A gain below this share of a node's ties is rounding.
  static var tolerance: Double { 1e-12 }
}
