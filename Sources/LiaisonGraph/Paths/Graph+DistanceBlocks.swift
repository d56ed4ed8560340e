/// The distances from some nodes to all nodes.
public struct DistanceBlock: Sendable, Equatable {
  /// The nodes that distances are from, a row each.
  public let sources: [NodeID]
  /// The number of nodes, which is the length of a row.
  public let nodeCount: Int
  /// Row after row; infinite where a node is out of reach.
  let values: [Double]

  /// The distance from a source, by its place in ``sources``, to a node; `nil` where it is out of
  /// reach.
  public subscript(source: Int, target: NodeID) -> Double? {
    let value = values[source * nodeCount + target.index]
    return value.isFinite ? value : nil
  }
}

extension Graph {
  /// The distances between all pairs, or from given nodes to all, a block of sources at a time, so
  /// that memory holds one block and not n² numbers.
  ///
  /// Defined on the simplified graph, with directions and weights as for
  /// ``distanceSummaries(weights:_:within:threads:progress:)``. Blocks come in the order of the sources.
  ///
  /// - Parameters:
  ///   - sources: the nodes to start from; all nodes if `nil`.
  ///   - blockSize: how many sources a block holds, at least 1.
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: `.out` for distances from the sources, `.in` for distances to them, `.all` to
  ///     ignore direction (weights of an arc and its reverse are then summed).
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report each source, and to look whether to go on.
  ///   - body: takes a block; what it throws ends the run.
  /// - Throws: ``GraphError`` with `nodeOutOfRange`, `invalidParameter`, `weightNotPositive`,
  ///   `weightNotFinite` where lengths are too great or too small to be summed, or `cancelled`, and what
  ///   `body` throws.
  /// - Complexity: O(s (n + m)) time for s sources and hops, O(s (n + m) log n) else; O(b n) space for
  ///   blocks of b sources.
  /// - Reference: E. F. Moore, The shortest path through a maze, in Proceedings of an International
  ///   Symposium on the Theory of Switching, 1959, 285–292, for hops; E. W. Dijkstra, A note on two
  ///   problems in connexion with graphs, Numerische Mathematik 1 (1959) 269–271,
  ///   doi:10.1007/BF01386390, for weights.
  public func forEachDistanceBlock(
    from sources: [NodeID]? = nil, blockSize: Int = 64, weights: PathWeights = .unweighted,
    _ direction: Direction = .out, threads: Int? = nil, progress: RunProgress? = nil,
    _ body: (DistanceBlock) throws -> Void
  ) throws {
    guard blockSize > 0 else {
      throw GraphError(.invalidParameter, "A block of \(blockSize) sources has no meaning.")
    }
    for node in sources ?? [] where !contains(node) {
      throw GraphError.nodeOutOfRange(node.index, nodeCount: nodeCount)
    }
    let (graph, lengths) = try pathGraph(weights, direction)
    let rows = direction == .in ? graph.incoming : graph.outgoing
    let all = sources ?? Array(nodes)
    // All of the work at once, so that the share that is done never falls back.
    progress?.expect(all.count)
    for start in stride(from: 0, to: all.count, by: blockSize) {
      let block = Array(all[start..<min(all.count, start + blockSize)])
      let found = inParallel(block.count, threads: threads) { place -> [Double] in
        guard progress?.isCancelled != true else { return [] }
        defer { progress?.advance() }
        let source = block[place].index
        return if let lengths {
          rows.distances(from: source, lengths: lengths)
        } else {
          rows.hops(from: source)
        }
      }
      try progress?.check()
      var values: [Double] = []
      values.reserveCapacity(block.count * nodeCount)
      for row in found { values += row }
      try body(DistanceBlock(sources: block, nodeCount: nodeCount, values: values))
    }
  }
}

extension Rows {
  /// Hops from one node to each; infinite where there is no way.
  func hops(from source: Int) -> [Double] {
    var distance = [Double](repeating: .infinity, count: nodeCount)
    var queue = [Int32(source)]
    distance[source] = 0
    var head = 0
    while head < queue.count {
      let v = Int(queue[head])
      head += 1
      let next = distance[v] + 1
      for k in row(v) where distance[Int(targets[k])] == .infinity {
        distance[Int(targets[k])] = next
        queue.append(targets[k])
      }
    }
    return distance
  }

  /// Distances from one node to each over edges of given lengths; infinite where there is no way.
  func distances(from source: Int, lengths: [Double]) -> [Double] {
    var distance = [Double](repeating: .infinity, count: nodeCount)
    var done = [Bool](repeating: false, count: nodeCount)
    var queue = DistanceQueue()
    distance[source] = 0
    queue.push(0, Int32(source))
    while let (reached, raw) = queue.pop() {
      let v = Int(raw)
      guard !done[v] else { continue }
      done[v] = true
      for k in row(v) {
        let w = Int(targets[k])
        let next = reached + lengths[Int(edges[k])]
        guard next < distance[w] else { continue }
        distance[w] = next
        queue.push(next, Int32(w))
      }
    }
    return distance
  }
}
