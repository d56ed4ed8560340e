/// Brandes' accumulation for many sources at once, one lane each: a node is met once a level, not once
/// a source, and an arc adds the numbers of all lanes at a time.
///
/// Forward, levels are kept as lists of nodes with the lanes that first reach them there; wide levels
/// are pulled along incoming arcs, narrow ones pushed along outgoing ones. Backward, each node gathers
/// (weight + dependency) / paths from the level below it, or a narrow level scatters them upward.
///
/// - Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
///   Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249; lanes as in A. E. Sarıyüce and
///   others, Regularizing graph centrality computations, Journal of Parallel and Distributed Computing
///   76 (2015) 106–119, doi:10.1016/j.jpdc.2014.07.006.
struct DependencySweep: Sendable {
  let graph: LaneGraph
  /// The places of the sources, all different.
  private(set) var sources: [Int32] = []
  /// How often each source counts.
  private(set) var sourceWeights: [Double] = []
  /// How much of each source's weight is that of others, for whose paths it lies between; empty where
  /// that is counted elsewhere.
  private(set) var sourceLeaves: [Double] = []
  /// How often each place counts as a target.
  private var targetWeights: [Double] = []
  /// Places that stand for more targets than themselves, and for how many more, where the paths to those
  /// are not counted elsewhere.
  private var targetLeaves: [(place: Int32, count: Double)] = []
  /// How many edges get a sum; nodes get one if `nil`.
  private let edgeCount: Int?

  /// - Parameters:
  ///   - graph: the places that are left, without arcs to be pulled along from nodes no arc enters.
  ///   - counts: how often each node is a source.
  ///   - folded: what was folded into the nodes that are left.
  ///   - edgeCount: how many edges get a sum; nodes get one if `nil`.
  init(_ graph: LaneGraph, counts: [Double], folded: FoldedLeaves?, edgeCount: Int?) {
    self.graph = graph
    self.edgeCount = edgeCount
    let openSources = folded?.openSources ?? []
    let openTargets = folded?.openTargets ?? []
    let counts = folded?.sources ?? counts
    targetWeights =
      folded.map { folded in graph.order.map { folded.targets[Int($0)] } }
      ?? [Double](repeating: 1, count: graph.order.count)
    for (place, node) in graph.order.enumerated() {
      let v = Int(node)
      if !openTargets.isEmpty, openTargets[v] > 0 {
        targetLeaves.append((Int32(place), openTargets[v]))
      }
      let count = counts[v]
      // Who reaches nobody adds nothing.
      guard count > 0, graph.outgoing.offsets[place] < graph.outgoing.offsets[place + 1] else {
        continue
      }
      sources.append(Int32(place))
      sourceWeights.append(count)
      if !openSources.isEmpty { sourceLeaves.append(openSources[v]) }
    }
  }

  /// Dependencies summed over the sources, by place or by edge; the same bits for any number of
  /// threads. Some of them are not finite where a node is at the end of more shortest paths than a
  /// number holds.
  ///
  /// - Throws: `cancelled`, before the next batch of sources.
  func sums(threads: Int?, progress: RunProgress?) throws(GraphError) -> [Double] {
    // Measured: with 32 lanes the numbers of 10,000 nodes are 8 MB, and the cache begins to miss.
    let sums =
      switch graph.order.count {
      case ...10_000: narrow(threads, progress)
      case ...100_000: middle(threads, progress)
      default: wide(threads, progress)
      }
    try progress?.check()
    return sums
  }

  // Concrete, so that the kernel is specialised.
  @inline(never)
  private func narrow(_ threads: Int?, _ progress: RunProgress?) -> [Double] {
    sums(Lanes32.self, threads, progress)
  }

  @inline(never)
  private func middle(_ threads: Int?, _ progress: RunProgress?) -> [Double] {
    sums(Lanes16.self, threads, progress)
  }

  @inline(never)
  private func wide(_ threads: Int?, _ progress: RunProgress?) -> [Double] {
    sums(Lanes8.self, threads, progress)
  }

  @inline(__always)
  private func sums<Block: LaneBlock>(
    _: Block.Type, _ threads: Int?, _ progress: RunProgress?
  ) -> [Double] {
    let size = edgeCount ?? graph.order.count
    let batches = (sources.count + Block.lanes - 1) / Block.lanes
    let parts = min(batches, 32)
    progress?.expect(sources.count)
    let partial = inParallel(parts, threads: threads) {
      Scratch<Block>(targetWeights)
    } _: { scratch, part in
      var sums = [Double](repeating: 0, count: size)
      sums.withUnsafeMutableBufferPointer { buffer in
        guard let own = buffer.baseAddress else { return }
        // Once a sum is none, the others of the part are not asked for.
        var isLost = false
        for batch in stride(from: part, to: batches, by: parts) {
          guard progress?.isCancelled != true else { return }
          let first = batch * Block.lanes
          let lanes = first..<min(sources.count, first + Block.lanes)
          defer { progress?.advance(by: lanes.count) }
          if isLost { continue }
          let depth = searchForward(lanes, scratch)
          if edgeCount != nil, !holdsAllPaths(scratch) {
            // An end without number would add nothing to its ties.
            own[0] = .nan
            isLost = true
            continue
          }
          countTargetLeaves(lanes, scratch, own)
          if edgeCount == nil {
            gatherBackward(lanes, depth, scratch, ofEdges: false, own)
            isLost = !isFinite(own)
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

  /// Whether every number of paths is one.
  @inline(__always)
  private func holdsAllPaths<Block: LaneBlock>(_ scratch: Scratch<Block>) -> Bool {
    var sum = Block.zero
    for v in 0..<graph.order.count { sum = sum + scratch.paths.pointer[v] }
    return sum.total.isFinite
  }

  /// Whether the sums of all places are numbers: one that is not makes their sum none.
  @inline(__always)
  private func isFinite(_ sums: UnsafeMutablePointer<Double>) -> Bool {
    let count = graph.order.count
    let raw = UnsafeRawPointer(sums)
    var octets = Octet.zero
    var v = 0
    while v &+ 8 <= count {
      octets += raw.loadUnaligned(
        fromByteOffset: v &* MemoryLayout<Double>.stride, as: Octet.self)
      v &+= 8
    }
    var sum = octets.sum()
    while v < count {
      sum += sums[v]
      v &+= 1
    }
    return sum.isFinite
  }

  /// What one thread keeps. Between batches `odd`, `even` and `marks` are zero.
  final class Scratch<Block: LaneBlock> {
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

  /// Adds, for each place with target leaves, the weights of the other sources that reach it: all paths
  /// to its leaves pass through it.
  @inline(__always)
  private func countTargetLeaves<Block: LaneBlock>(
    _ batch: Range<Int>, _ scratch: Scratch<Block>, _ sums: UnsafeMutablePointer<Double>
  ) {
    guard !targetLeaves.isEmpty else { return }
    let table = LaneMasks(scratch.masks.pointer)
    let (seen, marks) = (scratch.seen.pointer, scratch.marks.pointer)
    let (nodes, lanes) = (scratch.nodes.pointer, scratch.lanes.pointer)
    let weights = weights(of: batch, sourceWeights, Block.self)
    for place in 0..<batch.count { marks[Int(nodes[place])] = lanes[place] }
    for leaves in targetLeaves {
      let v = Int(leaves.place)
      // Lanes without a source weigh nothing.
      let reaching = seen[v] & ~marks[v]
      if reaching != 0 { sums[v] += weights.masked(reaching, table).total * leaves.count }
    }
    for place in 0..<batch.count { marks[Int(nodes[place])] = 0 }
  }

  /// A number for each lane of a batch, 0 for lanes without a source.
  @inline(__always)
  func weights<Block: LaneBlock>(
    of batch: Range<Int>, _ numbers: [Double], _: Block.Type
  ) -> Block {
    var weights = Block.zero
    withUnsafeMutableBytes(of: &weights) { bytes in
      let doubles = bytes.assumingMemoryBound(to: Double.self)
      for (lane, index) in batch.enumerated() { doubles[lane] = numbers[index] }
    }
    return weights
  }
}
