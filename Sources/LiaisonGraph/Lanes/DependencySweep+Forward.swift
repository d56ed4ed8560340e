extension DependencySweep {
  /// Counts shortest paths from a batch of sources; gives the number of levels.
  @inline(__always)
  func searchForward<Block: LaneBlock>(
    _ batch: Range<Int>, _ scratch: Scratch<Block>
  ) -> Int {
    typealias Mask = Block.Mask
    let n = graph.order.count
    let (outOffsets, outTargets) = (graph.outgoing.offsets, graph.outgoing.targets)
    let (inOffsets, inTargets) = (graph.incoming.offsets, graph.incoming.targets)
    let table = LaneMasks(scratch.masks.pointer)
    let paths = scratch.paths.pointer
    let (arriving, leaving) = (scratch.odd.pointer, scratch.even.pointer)
    let (seen, marks) = (scratch.seen.pointer, scratch.marks.pointer)
    let all = ~Mask.zero
    // Lanes without a source count as having reached everything.
    let absent: Mask = batch.count < Mask.bitWidth ? all << Mask(batch.count) : 0
    for v in 0..<n { seen[v] = absent }
    for (lane, index) in batch.enumerated() {
      let source = Int(sources[index])
      let bit = Mask(1) << Mask(lane)
      seen[source] |= bit
      paths[source] = .zero
      UnsafeMutableRawPointer(paths + source).assumingMemoryBound(to: Double.self)[lane] = 1
      scratch.nodes.pointer[lane] = sources[index]
      scratch.lanes.pointer[lane] = bit
    }
    var size = batch.count
    scratch.levels.removeAll(keepingCapacity: true)
    scratch.levels.append(0)
    scratch.levels.append(size)
    var level = 0
    // Incoming arcs of nodes that some lane has not reached.
    var open = graph.incoming.arcCount
    while true {
      scratch.reserve(size + n, used: size)
      let (nodes, lanes) = (scratch.nodes.pointer, scratch.lanes.pointer)
      let end = size
      var front = 0
      for place in level..<end {
        let v = Int(nodes[place])
        front &+= Int(outOffsets[v &+ 1] &- outOffsets[v])
      }
      // The sources themselves always push: who is only ever a source has no arc to be pulled along.
      if level > 0, front &* 3 > open &* 2 {
        for place in level..<end {
          let v = Int(nodes[place])
          marks[v] = lanes[place]
          leaving[v] = paths[v].masked(lanes[place], table)
        }
        for v in 0..<n {
          let known = seen[v]
          if known == all { continue }
          var sum = Block.zero
          var new: Mask = 0
          var k = Int(inOffsets[v])
          let end = Int(inOffsets[v &+ 1])
          while k < end {
            let w = Int(inTargets[k])
            k &+= 1
            let bits = marks[w] & ~known
            if bits != 0 {
              new |= bits
              sum = sum + leaving[w]
            }
          }
          if new == 0 { continue }
          let add = sum.masked(new, table)
          paths[v] = known == absent ? add : paths[v] + add
          seen[v] = known | new
          if known | new == all { open &-= Int(inOffsets[v &+ 1] &- inOffsets[v]) }
          nodes[size] = Int32(truncatingIfNeeded: v)
          lanes[size] = new
          size &+= 1
        }
        for place in level..<end {
          let v = Int(nodes[place])
          marks[v] = 0
          leaving[v] = .zero
        }
      } else {
        for place in level..<end {
          let v = Int(nodes[place])
          let own = lanes[place]
          let add = paths[v].masked(own, table)
          var k = Int(outOffsets[v])
          let end = Int(outOffsets[v &+ 1])
          while k < end {
            let w = Int(outTargets[k])
            k &+= 1
            let new = own & ~seen[w]
            if new == 0 { continue }
            arriving[w] = arriving[w] + add
            let old = marks[w]
            if old == 0 {
              nodes[size] = Int32(truncatingIfNeeded: w)
              size &+= 1
            }
            marks[w] = old | new
          }
        }
        for place in end..<size {
          let w = Int(nodes[place])
          let new = marks[w]
          lanes[place] = new
          marks[w] = 0
          let add = arriving[w].masked(new, table)
          arriving[w] = .zero
          let known = seen[w]
          paths[w] = known == absent ? add : paths[w] + add
          seen[w] = known | new
          if known | new == all { open &-= Int(inOffsets[w &+ 1] &- inOffsets[w]) }
        }
      }
      if size == end { break }
      scratch.levels.append(size)
      level = end
    }
    return scratch.levels.count - 1
  }
}
