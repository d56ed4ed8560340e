/// What the distances between one node and all others add up to.
public struct DistanceSummary: Sendable, Equatable {
  /// How many other nodes are reachable.
  public var reached: Int
  /// The sum of the distances of the nodes reached.
  public var total: Double
  /// The sum of 1 / distance over the nodes reached.
  public var harmonic: Double
  /// The greatest distance of a node reached; 0 where none is.
  public var eccentricity: Double
}

extension Graph {
  /// For each node, a summary of its distances along the simplified graph.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: `.out` for paths from the node, `.in` for paths to it, `.all` to ignore direction
  ///     (weights of an arc and its reverse are then summed).
  ///   - within: with hops only, how far to look; any distance if `nil`.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive`, `weightNotFinite` where lengths are too great or
  ///   too small to be summed, or `cancelled`.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else; O(n + m) space a thread.
  /// - Reference: M. Then and others, The more the merrier: efficient multi-source graph traversal,
  ///   PVLDB 8 (2014) 449–460, doi:10.14778/2735496.2735507, for hops; E. W. Dijkstra, A note on two
  ///   problems in connexion with graphs, Numerische Mathematik 1 (1959) 269–271,
  ///   doi:10.1007/BF01386390, for weights.
  public func distanceSummaries(
    weights: PathWeights = .unweighted, _ direction: Direction = .out, within: Int? = nil,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<DistanceSummary> {
    let (graph, lengths) = try pathGraph(weights, direction)
    let rows = direction == .in ? graph.incoming : graph.outgoing
    let n = nodeCount
    guard let lengths else {
      let sweep = DistanceSweep(
        graph: LaneGraph(
          outgoing: rows, incoming: direction == .in ? graph.outgoing : graph.incoming,
          isDirected: graph.isDirected),
        within: within ?? Int.max)
      return NodeMap(try sweep.summaries(threads: threads, progress: progress))
    }
    let parts = partCount(for: n)
    let size = (n + parts - 1) / max(1, parts)
    progress?.expect(n)
    let summaries = inParallel(parts, threads: threads) { part in
      let sources = min(n, part * size)..<min(n, (part + 1) * size)
      return rows.weightedSummaries(from: sources, lengths: lengths, progress)
    }
    try progress?.check()
    return NodeMap(Array(summaries.joined()))
  }
}

extension DistanceSweep {
  /// Summaries by node.
  fileprivate func summaries(
    threads: Int?, progress: RunProgress?
  ) throws(GraphError) -> [DistanceSummary] {
    let sums = try sums(threads: threads, progress: progress)
    var summaries = [DistanceSummary](
      repeating: DistanceSummary(reached: 0, total: 0, harmonic: 0, eccentricity: 0),
      count: sums.count)
    for (place, node) in graph.order.enumerated() {
      let sum = sums[place]
      summaries[Int(node)] = DistanceSummary(
        reached: Int(sum.reached), total: Double(sum.total), harmonic: sum.harmonic,
        eccentricity: Double(sum.farthest))
    }
    return summaries
  }
}

extension Rows {
  /// Dijkstra from each source in turn, until the run is told to stop.
  fileprivate func weightedSummaries(
    from sources: Range<Int>, lengths: [Double], _ progress: RunProgress?
  ) -> [DistanceSummary] {
    var summaries: [DistanceSummary] = []
    var distance = [Double](repeating: .infinity, count: nodeCount)
    var doneFrom = [Int32](repeating: -1, count: nodeCount)
    var touched: [Int32] = []
    var queue = RadixQueue()
    var arcLengths: [Double] = []
    arcLengths.reserveCapacity(edges.count)
    for edge in edges { arcLengths.append(lengths[Int(edge)]) }
    for source in sources where progress?.isCancelled != true {
      let mark = Int32(source)
      distance[source] = 0
      touched.append(mark)
      queue.removeAll()
      queue.push(0, mark)
      var summary = DistanceSummary(reached: 0, total: 0, harmonic: 0, eccentricity: 0)
      while let (far, node) = queue.pop() {
        guard doneFrom[Int(node)] != mark else { continue }
        doneFrom[Int(node)] = mark
        if node != mark {
          summary.reached += 1
          summary.total += far
          summary.harmonic += 1 / far
          summary.eccentricity = far
        }
        for k in row(Int(node)) {
          let target = Int(targets[k])
          let next = far + arcLengths[k]
          guard next < distance[target] else { continue }
          if distance[target] == .infinity { touched.append(Int32(target)) }
          distance[target] = next
          queue.push(next, Int32(target))
        }
      }
      for node in touched { distance[Int(node)] = .infinity }
      touched.removeAll(keepingCapacity: true)
      summaries.append(summary)
      progress?.advance()
    }
    return summaries
  }
}
