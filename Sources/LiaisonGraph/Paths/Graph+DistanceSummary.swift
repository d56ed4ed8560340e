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
  /// - Throws: ``GraphError`` with `weightNotPositive`.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else; O(n + m) space a thread.
  public func distanceSummaries(
    weights: PathWeights = .unweighted, _ direction: Direction = .out, within: Int? = nil,
    threads: Int? = nil
  ) throws(GraphError) -> NodeMap<DistanceSummary> {
    let graph = direction == .all ? undirectedProjection() : simplified()
    let rows = direction == .in ? graph.incoming : graph.outgoing
    let lengths = try graph.edgeLengths(weights)
    let n = nodeCount
    let parts = partCount(for: n)
    let size = (n + parts - 1) / max(1, parts)
    let summaries = inParallel(parts, threads: threads) { part in
      let sources = min(n, part * size)..<min(n, (part + 1) * size)
      return if let lengths {
        rows.weightedSummaries(from: sources, lengths: lengths)
      } else {
        rows.hopSummaries(from: sources, within: within ?? Int.max)
      }
    }
    return NodeMap(Array(summaries.joined()))
  }
}

extension Rows {
  /// Breadth-first from each source in turn.
  fileprivate func hopSummaries(from sources: Range<Int>, within: Int) -> [DistanceSummary] {
    var summaries: [DistanceSummary] = []
    summaries.reserveCapacity(sources.count)
    var seenFrom = [Int32](repeating: -1, count: nodeCount)
    var queue = [Int32](repeating: 0, count: nodeCount)
    for source in sources {
      let mark = Int32(source)
      seenFrom[source] = mark
      queue[0] = mark
      var level = 0..<1
      var depth = 0
      var summary = DistanceSummary(reached: 0, total: 0, harmonic: 0, eccentricity: 0)
      while depth < within {
        var end = level.upperBound
        for place in level {
          for k in row(Int(queue[place])) {
            let target = targets[k]
            guard seenFrom[Int(target)] != mark else { continue }
            seenFrom[Int(target)] = mark
            queue[end] = target
            end += 1
          }
        }
        level = level.upperBound..<end
        guard !level.isEmpty else { break }
        depth += 1
        let found = Double(level.count)
        summary.reached += level.count
        summary.total += found * Double(depth)
        summary.harmonic += found / Double(depth)
        summary.eccentricity = Double(depth)
      }
      summaries.append(summary)
    }
    return summaries
  }

  /// Dijkstra from each source in turn.
  fileprivate func weightedSummaries(
    from sources: Range<Int>, lengths: [Double]
  ) -> [DistanceSummary] {
    var summaries: [DistanceSummary] = []
    var distance = [Double](repeating: .infinity, count: nodeCount)
    var doneFrom = [Int32](repeating: -1, count: nodeCount)
    var touched: [Int32] = []
    var queue = DistanceQueue()
    for source in sources {
      let mark = Int32(source)
      distance[source] = 0
      touched.append(mark)
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
          let next = far + lengths[Int(edges[k])]
          guard next < distance[target] else { continue }
          if distance[target] == .infinity { touched.append(Int32(target)) }
          distance[target] = next
          queue.push(next, Int32(target))
        }
      }
      for node in touched { distance[Int(node)] = .infinity }
      touched.removeAll(keepingCapacity: true)
      summaries.append(summary)
    }
    return summaries
  }
}
