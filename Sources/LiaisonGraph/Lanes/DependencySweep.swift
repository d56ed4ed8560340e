/// Brandes' accumulation for many sources at once, one lane each: a node is met once a level, not once
/// a source, and an arc adds the numbers of all lanes at a time.
///
/// Forward, levels are kept as lists of nodes with the lanes that first reach them there; wide levels
/// are pulled along incoming arcs, narrow ones pushed along outgoing ones. Backward, each node gathers
/// (weight + dependency) / paths from the level below it.
///
/// - Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
///   Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249; lanes as in A. E. Sarıyüce and
///   others, Regularizing graph centrality computations, Journal of Parallel and Distributed Computing
///   76 (2015) 106–119, doi:10.1016/j.jpdc.2014.07.006.
struct DependencySweep: Sendable {
  var graph: LaneGraph
  /// The places of the sources, all different.
  var sources: [Int32]
  /// How often each source counts.
  var sourceWeights: [Double]
  /// How often each place counts as a target.
  var targetWeights: [Double]
  /// How many edges get a sum; nodes get one if `nil`.
  var edgeCount: Int?

  /// Dependencies summed over the sources, by place or by edge; the same bits for any number of
  /// threads.
  func sums(threads: Int?) -> [Double] {
    // Measured: with 32 lanes the numbers of 10,000 nodes are 8 MB, and the cache begins to miss.
    if graph.order.count <= 10_000 { return narrow(threads) }
    return graph.order.count <= 100_000 ? middle(threads) : wide(threads)
  }

  // Concrete, so that the kernel is specialised.
  @inline(never) private func narrow(_ threads: Int?) -> [Double] { sums(Lanes32.self, threads) }
  @inline(never) private func middle(_ threads: Int?) -> [Double] { sums(Lanes16.self, threads) }
  @inline(never) private func wide(_ threads: Int?) -> [Double] { sums(Lanes8.self, threads) }

  @inline(__always)
  private func sums<Block: LaneBlock>(_: Block.Type, _ threads: Int?) -> [Double] {
    let size = edgeCount ?? graph.order.count
    let batches = (sources.count + Block.lanes - 1) / Block.lanes
    let parts = min(batches, 32)
    let partial = inParallel(parts, threads: threads) {
      Scratch<Block>(targetWeights)
    } _: { scratch, part in
      var sums = [Double](repeating: 0, count: size)
      sums.withUnsafeMutableBufferPointer { buffer in
        guard let own = buffer.baseAddress else { return }
        for batch in stride(from: part, to: batches, by: parts) {
          let first = batch * Block.lanes
          let lanes = first..<min(sources.count, first + Block.lanes)
          let depth = searchForward(lanes, scratch)
          if edgeCount == nil {
            gatherBackward(lanes, depth, scratch, ofEdges: false, own)
          } else {
            gatherBackward(lanes, depth, scratch, ofEdges: true, own)
          }
        }
      }
      return sums
    }
    var sums = [Double](repeating: 0, count: size)
    for part in partial {
      for index in 0..<size { sums[index] += part[index] }
    }
    return sums
  }

  /// What one thread keeps. Between batches `odd`, `even` and `marks` are zero.
  private final class Scratch<Block: LaneBlock> {
    let masks = laneMasks()
    /// How often each place counts as a target.
    let weights: LaneMemory<Double>
    /// The number of shortest paths to each node.
    let paths: LaneMemory<Block>
    /// What flows between levels; those of odd levels, and those of even ones.
    let odd: LaneMemory<Block>
    let even: LaneMemory<Block>
    /// The lanes that have reached each node.
    let seen: LaneMemory<Block.Mask>
    /// The lanes of each node on one level.
    let marks: LaneMemory<Block.Mask>
    /// The nodes of each level, one level after the other, and their lanes.
    var nodes: LaneMemory<Int32>
    var lanes: LaneMemory<Block.Mask>
    var capacity: Int
    /// Where each level starts, and where the last one ends.
    var levels: [Int] = []

    init(_ targetWeights: [Double]) {
      let n = targetWeights.count
      weights = LaneMemory(n)
      for v in 0..<n { weights.pointer[v] = targetWeights[v] }
      paths = LaneMemory(n)
      odd = LaneMemory(n)
      even = LaneMemory(n)
      seen = LaneMemory(n)
      marks = LaneMemory(n)
      capacity = 2 * n + 64
      nodes = LaneMemory(capacity)
      lanes = LaneMemory(capacity)
    }

    /// Makes room for one more level of all nodes: checked once a level, not once a node.
    func reserve(_ count: Int, used: Int) {
      guard count > capacity else { return }
      capacity = max(count, capacity * 2)
      let (nodes, lanes) = (LaneMemory<Int32>(capacity), LaneMemory<Block.Mask>(capacity))
      nodes.pointer.update(from: self.nodes.pointer, count: used)
      lanes.pointer.update(from: self.lanes.pointer, count: used)
      (self.nodes, self.lanes) = (nodes, lanes)
    }
  }

  /// Counts shortest paths from a batch of sources; gives the number of levels.
  @inline(__always)
  private func searchForward<Block: LaneBlock>(
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
    var open = Int(inOffsets[n])
    while true {
      scratch.reserve(size + n, used: size)
      let (nodes, lanes) = (scratch.nodes.pointer, scratch.lanes.pointer)
      let end = size
      var front = 0
      for place in level..<end {
        let v = Int(nodes[place])
        front &+= Int(outOffsets[v &+ 1] &- outOffsets[v])
      }
      if front &* 3 > open &* 2 {
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

  /// Gathers dependencies from the deepest level up to the first (to that of the sources for edges).
  @inline(__always)
  private func gatherBackward<Block: LaneBlock>(
    _ batch: Range<Int>, _ depth: Int, _ scratch: Scratch<Block>, ofEdges: Bool,
    _ sums: UnsafeMutablePointer<Double>
  ) {
    let (outOffsets, outTargets) = (graph.outgoing.offsets, graph.outgoing.targets)
    let outEdges = graph.outgoing.edges
    let table = LaneMasks(scratch.masks.pointer)
    let (paths, marks) = (scratch.paths.pointer, scratch.marks.pointer)
    let (nodes, lanes) = (scratch.nodes.pointer, scratch.lanes.pointer)
    let targetWeights = scratch.weights.pointer
    var weights = Block.zero
    withUnsafeMutableBytes(of: &weights) { bytes in
      let doubles = bytes.assumingMemoryBound(to: Double.self)
      for (lane, index) in batch.enumerated() { doubles[lane] = sourceWeights[index] }
    }
    let last = ofEdges ? 0 : 1
    var level = depth - 1
    while level >= last {
      let isOdd = level & 1 == 1
      let own = isOdd ? scratch.odd.pointer : scratch.even.pointer
      let below = isOdd ? scratch.even.pointer : scratch.odd.pointer
      let (start, end) = (scratch.levels[level], scratch.levels[level + 1])
      let isDeepest = level == depth - 1
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
        // Lanes outside the mask hold no paths; what is divided by them is masked away.
        let ways = paths[v]
        if !ofEdges { sums[v] += ((sum * ways).masked(mask, table) * weights).total }
        own[v] = (sum + targetWeights[v] / ways).masked(mask, table)
      }
      if !isDeepest { clear(end..<scratch.levels[level + 2], scratch, below) }
      for place in start..<end { marks[Int(nodes[place])] = lanes[place] }
      level -= 1
    }
    // What the last level left.
    if depth > last {
      let left = last & 1 == 1 ? scratch.odd.pointer : scratch.even.pointer
      clear(scratch.levels[last]..<scratch.levels[last + 1], scratch, left)
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
