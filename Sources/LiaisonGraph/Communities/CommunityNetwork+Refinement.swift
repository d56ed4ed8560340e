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
    let scale = resolution / total
    var wholes = [Double](repeating: 0, count: n)
    for v in 0..<n { wholes[Int(community[v])] += strength[v] }
    var parts = [Int32](0..<Int32(n))
    var order = parts
    random.shuffle(&order)
    var sums = strength
    var singles = [Bool](repeating: true, count: n)
    var outwards = [Double](repeating: 0, count: n)
    var links = [Double](repeating: 0, count: n)
    var seen = [Int32](repeating: 0, count: n)
    do {
      let (offsets, targets, weights) = (offsets.span, targets.span, weights.span)
      let (community, whole) = (community.span, wholes.span)
      var part = parts.mutableSpan
      var sum = sums.mutableSpan
      var isAlone = singles.mutableSpan
      // The ties of each part to the rest of its community.
      var outward = outwards.mutableSpan
      for v in 0..<n {
        let own = community[v]
        var ties = 0.0
        for k in Int(offsets[v])..<Int(offsets[v + 1]) {
          ties += community[Int(targets[k])] == own ? weights[k] : 0
        }
        outward[v] = ties
      }
      var link = links.mutableSpan
      var touched = seen.mutableSpan
      for raw in order {
        let v = Int(raw)
        let own = community[v]
        let all = whole[Int(own)]
        let heft = strength[v]
        guard isAlone[v], outward[v] > 0, outward[v] >= heft * scale * (all - heft) else {
          continue
        }
        var count = 0
        for k in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = Int(targets[k])
          guard community[w] == own else { continue }
          let other = part[w]
          touched[count] = other
          count += link[Int(other)] == 0 ? 1 : 0
          link[Int(other)] += weights[k]
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
          part[v] = Int32(best)
          isAlone[best] = false
          sum[best] += heft
          outward[best] += outward[v] - 2 * link[best]
        }
        for index in 0..<count { link[Int(touched[index])] = 0 }
      }
    }
    return CommunityNetwork.numbered(parts, bound: n)
  }
}
