/// Arcs with capacities in compressed sparse rows, each with the place of the arc that takes its flow
/// back.
struct FlowNetwork {
  /// An arc to make, with a capacity for flow the other way too.
  struct Link {
    var source: Int
    var target: Int
    var capacity: Double
    var back = 0.0
  }

  /// The arcs of node `v` are `offsets[v] ..< offsets[v + 1]`.
  let offsets: [Int32]
  /// The node that each arc leads to.
  let heads: [Int32]
  /// The arc that undoes each arc.
  let reverse: [Int32]
  /// What still passes along each arc.
  private(set) var residual: [Double]

  var nodeCount: Int { offsets.count - 1 }

  init(nodeCount: Int, links: [Link]) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for link in links {
      starts[link.source + 1] += 1
      starts[link.target + 1] += 1
    }
    for v in 0..<nodeCount { starts[v + 1] += starts[v] }
    offsets = starts
    var heads = [Int32](repeating: 0, count: 2 * links.count)
    var reverse = heads
    var residual = [Double](repeating: 0, count: heads.count)
    for link in links {
      let there = Int(starts[link.source])
      starts[link.source] += 1
      let back = Int(starts[link.target])
      starts[link.target] += 1
      heads[there] = Int32(link.target)
      heads[back] = Int32(link.source)
      reverse[there] = Int32(back)
      reverse[back] = Int32(there)
      residual[there] = link.capacity
      residual[back] = link.back
    }
    self.heads = heads
    self.reverse = reverse
    self.residual = residual
  }

  /// The places of a node's arcs.
  @inline(__always)
  func row(_ v: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(offsets[v]), Int(offsets[v + 1])))
  }

  /// The greatest flow from one node to another, but no more than `enough`, by Dinic's algorithm.
  ///
  /// Every phase saturates the bottlenecks of its shortest paths exactly, so that there are fewer
  /// phases than nodes whatever the capacities are.
  mutating func maximize(from source: Int, to sink: Int, enough: Double = .infinity) -> Double {
    var flow = 0.0
    var levels = FlowLevels(nodeCount: nodeCount)
    while flow < enough, levels.find(in: self, from: source, to: sink) {
      flow += fill(
        from: source, to: sink, enough: enough - flow, hops: &levels.hops, place: &levels.place)
    }
    return flow
  }

  /// Sends flow along shortest paths until each of them is full, or until enough is sent.
  ///
  /// - Parameters:
  ///   - hops: how far from the sink nodes are; forgotten of those that lead there no more.
  ///   - place: the arc of each node to try next.
  private mutating func fill(
    from source: Int, to sink: Int, enough: Double, hops: inout [Int32], place: inout [Int32]
  ) -> Double {
    let (rows, ends, undoing) = (offsets, heads, reverse)
    let (offsets, heads, reverse) = (rows.span, ends.span, undoing.span)
    var residual = residual.mutableSpan
    var hops = hops.mutableSpan
    var place = place.mutableSpan
    var flow = 0.0
    var path: [Int32] = []
    var node = source
    while flow < enough {
      if node == sink {
        var amount = enough - flow
        for arc in path { amount = min(amount, residual[Int(arc)]) }
        var full = path.count
        for index in path.indices.reversed() {
          let arc = Int(path[index])
          residual[arc] -= amount
          residual[Int(reverse[arc])] += amount
          if residual[arc] <= 0 { full = index }
        }
        flow += amount
        // Go on from where the path is full; none of it is where `enough` was less than it takes.
        if full < path.count { node = Int(heads[Int(reverse[Int(path[full])])]) }
        path.removeSubrange(full...)
        continue
      }
      let next = hops[node] - 1
      let end = Int(offsets[node + 1])
      var arc = Int(place[node])
      while arc < end, hops[Int(heads[arc])] != next || residual[arc] <= 0 { arc += 1 }
      place[node] = Int32(arc)
      if arc < end {
        path.append(Int32(arc))
        node = Int(heads[arc])
      } else {
        // A dead end: step back, and come here no more in this phase.
        hops[node] = FlowLevels.unseen
        guard let last = path.popLast() else { break }
        node = Int(heads[Int(reverse[Int(last)])])
      }
    }
    return flow
  }

  /// The nodes that the source still reaches: its side of a smallest cut.
  func sourceSide(_ source: Int) -> [Bool] {
    var wave = FlowWave(nodeCount: nodeCount, goesBack: false)
    let nobody = wave.level
    wave.begin(at: source)
    while !wave.isOver { _ = wave.advance(over: self, toward: nobody) }
    return wave.level.map { $0 != FlowLevels.unseen }
  }
}
