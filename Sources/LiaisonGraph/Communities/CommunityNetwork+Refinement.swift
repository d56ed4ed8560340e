extension CommunityNetwork {
  /// Divides each community into parts that hang together well, by merging single nodes only: the
  /// refinement of the Leiden algorithm.
  ///
  /// A node joins the part that gains most, in an order drawn at random. The paper draws the part too,
  /// but so that one of a tie less has a chance of e⁻¹⁰⁰.
  ///
  /// - Returns: the part of each node, and the number of parts.
  func refine(
    _ community: [Int32], resolution: Double, _ random: inout SeededGenerator
  ) -> (part: [Int32], count: Int) {
    let n = nodeCount
    var parts = [Int32](0..<Int32(n))
    var order = parts
    random.shuffle(&order)
    withBuffers { offsets, targets, weights in
      community.withUnsafeBufferPointer { community in
        parts.withUnsafeMutableBufferPointer { parts in
          merge(order, community, parts, offsets, targets, weights, scale: resolution / total)
        }
      }
    }
    return CommunityNetwork.numbered(parts, bound: n)
  }

  /// - Parameters:
  ///   - part: each node its own before.
  ///   - scale: the resolution, divided by twice the weight of all ties.
  private func merge(
    _ order: [Int32], _ community: UnsafeBufferPointer<Int32>,
    _ part: UnsafeMutableBufferPointer<Int32>, _ offsets: UnsafeBufferPointer<Int32>,
    _ targets: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Double>, scale: Double
  ) {
    let n = nodeCount
    let memory = (
      whole: LaneMemory<Double>(n), sum: LaneMemory<Double>(n), outward: LaneMemory<Double>(n),
      joined: LaneMemory<Bool>(n), link: LaneMemory<Double>(n), touched: LaneMemory<Int32>(n + 1)
    )
    defer { withExtendedLifetime(memory) {} }
    let (whole, sum) = (memory.whole.pointer, memory.sum.pointer)
    // The ties of each part to the rest of its community.
    let outward = memory.outward.pointer
    // Whether other nodes have joined a node.
    let isJoined = memory.joined.pointer
    let (link, touched) = (memory.link.pointer, memory.touched.pointer)
    for v in 0..<n {
      let own = community[v]
      whole[Int(own)] += strength[v]
      sum[v] = strength[v]
      var ties = 0.0
      for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
        ties += community[Int(targets[k])] == own ? weights[k] : 0
      }
      outward[v] = ties
    }
    for raw in order {
      let v = Int(raw)
      let own = community[v]
      let all = whole[Int(own)]
      let heft = strength[v]
      guard !isJoined[v], outward[v] > 0, outward[v] >= heft * scale * (all - heft) else {
        continue
      }
      var count = 0
      for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
        let w = Int(targets[k])
        // As good as random, as is whether a part is met for the first time: added as nothing, not branched on.
        let weight = community[w] == own ? weights[k] : 0
        let other = part[w]
        let known = link[Int(other)]
        touched[count] = other
        link[Int(other)] = known + weight
        count &+= known == 0 && known + weight > 0 ? 1 : 0
      }
      // Only parts that are well tied to their community; to stay gains 0.
      var best = v
      var gain = 0.0
      for index in 0..<count {
        let p = Int(touched[index])
        let other = link[p] - heft * scale * sum[p]
        if other > gain, outward[p] >= sum[p] * scale * (all - sum[p]) {
          best = p
          gain = other
        }
      }
      if best != v {
        part[v] = Int32(truncatingIfNeeded: best)
        isJoined[best] = true
        sum[best] += heft
        outward[best] += outward[v] - 2 * link[best]
      }
      for index in 0..<count { link[Int(touched[index])] = 0 }
    }
  }
}
