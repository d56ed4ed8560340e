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
    return withBuffers { offsets, targets, weights in
      strength.withUnsafeBufferPointer { strength in
        order.withUnsafeMutableBufferPointer { queue in
          community.withUnsafeMutableBufferPointer { community in
            move(offsets, targets, weights, strength, queue, community, scale: resolution / total)
          }
        }
      }
    }
  }

  /// - Parameters:
  ///   - queue: all nodes, in the order in which they are looked at.
  ///   - scale: the resolution, divided by twice the weight of all ties.
  private func move(
    _ offsets: UnsafeBufferPointer<Int32>, _ targets: UnsafeBufferPointer<Int32>,
    _ weights: UnsafeBufferPointer<Double>, _ strength: UnsafeBufferPointer<Double>,
    _ queue: UnsafeMutableBufferPointer<Int32>, _ community: UnsafeMutableBufferPointer<Int32>,
    scale: Double
  ) -> Bool {
    let n = nodeCount
    let memory = (
      sum: LaneMemory<Double>(n), size: LaneMemory<Int32>(n), waits: LaneMemory<Bool>(n),
      link: LaneMemory<Double>(n), touched: LaneMemory<Int32>(n + 1)
    )
    defer { withExtendedLifetime(memory) {} }
    let (sum, size, isQueued) = (memory.sum.pointer, memory.size.pointer, memory.waits.pointer)
    let (link, touched) = (memory.link.pointer, memory.touched.pointer)
    for v in 0..<n {
      sum[Int(community[v])] += strength[v]
      size[Int(community[v])] += 1
      isQueued[v] = true
    }
    var empty: [Int32] = []
    for c in 0..<n where size[c] == 0 { empty.append(Int32(c)) }
    var head = 0
    var waiting = n
    var hasMoved = false
    while waiting > 0 {
      let v = Int(queue[head])
      head = head &+ 1 == n ? 0 : head &+ 1
      waiting &-= 1
      isQueued[v] = false
      let row = Int(offsets[v])..<Int(offsets[v &+ 1])
      let old = Int(community[v])
      // Whether a community is met for the first time is as good as random: counted, not branched on.
      var count = 0
      for k in row {
        let c = community[Int(targets[k])]
        let known = link[Int(c)]
        touched[count] = c
        count &+= known == 0 ? 1 : 0
        link[Int(c)] = known + weights[k]
      }
      let heft = strength[v]
      let own = heft * scale
      let least = CommunityNetwork.tolerance * heft
      sum[old] -= heft
      size[old] &-= 1
      // To stay wins a draw; to be alone gains nothing.
      var best = old
      var gain = link[old] - own * sum[old]
      for index in 0..<count {
        let c = Int(touched[index])
        let other = link[c] - own * sum[c]
        link[c] = 0
        if other > gain + least {
          best = c
          gain = other
        }
      }
      if gain < -least, size[old] > 0, let free = empty.popLast() { best = Int(free) }
      sum[best] += heft
      size[best] &+= 1
      guard best != old else { continue }
      if size[old] == 0 { empty.append(Int32(old)) }
      community[v] = Int32(truncatingIfNeeded: best)
      hasMoved = true
      for k in row {
        let w = Int(targets[k])
        let place = head &+ waiting
        // Free, as v does not wait; written over by the next where w need not be looked at.
        queue[place < n ? place : place &- n] = Int32(truncatingIfNeeded: w)
        let isNew = !isQueued[w] && Int(community[w]) != best
        isQueued[w] = isQueued[w] || isNew
        waiting &+= isNew ? 1 : 0
      }
    }
    return hasMoved
  }

  /// A gain below this share of a node's ties is rounding.
  static var tolerance: Double { 1e-12 }
}
