extension DependencySweep {
  /// Gathers dependencies from the deepest level up to the first (to that of the sources for edges, and
  /// where sources stand for leaves).
  @inline(__always)
  func gatherBackward<Block: LaneBlock>(
    _ batch: Range<Int>, _ depth: Int, _ scratch: Scratch<Block>, ofEdges: Bool,
    _ sums: UnsafeMutablePointer<Double>
  ) {
    let (outOffsets, outTargets) = (graph.outgoing.offsets, graph.outgoing.targets)
    let outEdges = graph.outgoing.edges
    let table = LaneMasks(scratch.masks.pointer)
    let (paths, marks) = (scratch.paths.pointer, scratch.marks.pointer)
    let (nodes, lanes) = (scratch.nodes.pointer, scratch.lanes.pointer)
    let targetWeights = scratch.weights.pointer
    var weights = weights(of: batch, sourceWeights, Block.self)
    let last = ofEdges || !sourceLeaves.isEmpty ? 0 : 1
    var level = depth - 1
    while level >= last {
      let isOdd = level & 1 == 1
      let own = isOdd ? scratch.odd.pointer : scratch.even.pointer
      let below = isOdd ? scratch.even.pointer : scratch.odd.pointer
      let (start, end) = (scratch.levels[level], scratch.levels[level + 1])
      let isDeepest = level == depth - 1
      let next = end..<(isDeepest ? end : scratch.levels[level + 2])
      // What a source passes on lies between others only as far as it stands for its leaves.
      if level == 0, !ofEdges { weights = self.weights(of: batch, sourceLeaves, Block.self) }
      if !ofEdges, level > 0, isNarrow(next, below: start..<end, nodes) {
        scatter(next, to: start..<end, scratch, below, own)
        for place in start..<end {
          let v = Int(nodes[place])
          let (flow, total) = own[v].passedOn(
            paths[v], targetWeights[v], weights, lanes[place], table)
          sums[v] += total
          own[v] = flow
        }
      } else {
        for place in start..<end {
          let v = Int(nodes[place])
          let mask = lanes[place]
          var sum = Block.zero
          if !isDeepest {
            var k = Int(outOffsets[v])
            let end = Int(outOffsets[v &+ 1])
            if ofEdges {
              let share = paths[v].masked(mask, table) * weights
              while k < end {
                let w = Int(outTargets[k])
                if mask & marks[w] != 0 {
                  let part = below[w]
                  sum = sum + part
                  sums[Int(outEdges[k])] += (share * part).total
                }
                k &+= 1
              }
            } else {
              while k < end {
                let w = Int(outTargets[k])
                k &+= 1
                if mask & marks[w] != 0 { sum = sum + below[w] }
              }
            }
          }
          let (flow, total) = sum.passedOn(paths[v], targetWeights[v], weights, mask, table)
          if !ofEdges { sums[v] += total }
          own[v] = flow
        }
        clear(next, scratch, below)
        for place in start..<end { marks[Int(nodes[place])] = lanes[place] }
      }
      level -= 1
    }
    // What the last level left.
    if depth > last {
      let left = last & 1 == 1 ? scratch.odd.pointer : scratch.even.pointer
      clear(scratch.levels[last]..<scratch.levels[last + 1], scratch, left)
    }
  }

  /// Whether few arcs lead into a level beside those that lead out of the level above.
  @inline(__always)
  private func isNarrow(
    _ level: Range<Int>, below above: Range<Int>, _ nodes: UnsafeMutablePointer<Int32>
  ) -> Bool {
    guard !level.isEmpty else { return false }
    let (outOffsets, inOffsets) = (graph.outgoing.offsets, graph.incoming.offsets)
    var leaving = 0
    for place in above {
      let v = Int(nodes[place])
      leaving &+= Int(outOffsets[v &+ 1] &- outOffsets[v])
    }
    var entering = 0
    for place in level {
      let v = Int(nodes[place])
      entering &+= Int(inOffsets[v &+ 1] &- inOffsets[v])
    }
    return entering &* 3 < leaving
  }

  /// Adds what flows out of a level to the nodes above it, and leaves the level as a batch must find it;
  /// marks are then those of the level above.
  @inline(__always)
  private func scatter<Block: LaneBlock>(
    _ level: Range<Int>, to above: Range<Int>, _ scratch: Scratch<Block>,
    _ flow: UnsafeMutablePointer<Block>, _ sums: UnsafeMutablePointer<Block>
  ) {
    let (inOffsets, inTargets) = (graph.incoming.offsets, graph.incoming.targets)
    let (nodes, lanes) = (scratch.nodes.pointer, scratch.lanes.pointer)
    let marks = scratch.marks.pointer
    for place in level { marks[Int(nodes[place])] = 0 }
    for place in above { marks[Int(nodes[place])] = lanes[place] }
    for place in level {
      let w = Int(nodes[place])
      let mask = lanes[place]
      let part = flow[w]
      flow[w] = .zero
      var k = Int(inOffsets[w])
      let end = Int(inOffsets[w &+ 1])
      while k < end {
        let v = Int(inTargets[k])
        k &+= 1
        if mask & marks[v] != 0 { sums[v] = sums[v] + part }
      }
    }
  }

  /// Leaves the nodes of one level as a batch must find them.
  @inline(__always)
  private func clear<Block: LaneBlock>(
    _ level: Range<Int>, _ scratch: Scratch<Block>, _ flow: UnsafeMutablePointer<Block>
  ) {
    let (nodes, marks) = (scratch.nodes.pointer, scratch.marks.pointer)
    for place in level {
      let v = Int(nodes[place])
      marks[v] = 0
      flow[v] = .zero
    }
  }
}
