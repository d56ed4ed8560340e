extension Graph {
  /// Betweenness: on how many shortest paths between two others a node lies.
  ///
  /// For each pair (s, t) the share of its shortest paths that pass through the node is added; ends
  /// do not count. Undirected graphs count each pair once, directed graphs each ordered pair.
  /// Defined on the simplified graph. Two weighted paths are equally long when they differ by less
  /// than 1e-13 of their length. UCINET prints 100 times the normalized value.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - normalized: whether to divide by the number of pairs of other nodes, (n − 1)(n − 2), half of
  ///     that in an undirected graph; 0 where n < 3.
  ///   - sources: the nodes whose paths are counted; all of them if `nil`. With fewer, an undirected
  ///     pair of two given sources counts once and any other pair one half.
  ///   - threads: how many threads at most; the result is the same bits for any number.
  /// - Throws: ``GraphError`` with `weightNotPositive` or `nodeOutOfRange`.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else; O(n + m) space a thread and
  ///   32 sums a node.
  /// - Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
  ///   Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249.
  public func betweenness(
    weights: PathWeights = .unweighted, normalized: Bool = false, sources: [NodeID]? = nil,
    threads: Int? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    let sums = try brandesSums(weights, sources, ofEdges: false, threads)
    let n = Double(nodeCount)
    let pairs = (n - 1) * (n - 2) / (isDirected ? 1 : 2)
    let half = isDirected ? 1.0 : 0.5
    let share = normalized ? (pairs > 0 ? half / pairs : 0) : half
    return NodeMap(sums.map { $0 * share })
  }

  /// Edge betweenness: on how many shortest paths an edge lies, those between its ends included.
  ///
  /// Conventions as for ``betweenness(weights:normalized:sources:threads:)``.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - normalized: whether to divide by n (n − 1), half of that in an undirected graph.
  ///   - threads: how many threads at most; the result is the same bits for any number.
  /// - Returns: one value for each edge of ``simplified()``.
  /// - Throws: ``GraphError`` with `weightNotPositive`.
  /// - Complexity: as betweenness.
  /// - Reference: M. Girvan and M. E. J. Newman, Community structure in social and biological
  ///   networks, PNAS 99 (2002) 7821–7826, doi:10.1073/pnas.122653799.
  public func edgeBetweenness(
    weights: PathWeights = .unweighted, normalized: Bool = false, threads: Int? = nil
  ) throws(GraphError) -> EdgeMap<Double> {
    let sums = try brandesSums(weights, nil, ofEdges: true, threads)
    let n = Double(nodeCount)
    let pairs = n * (n - 1) / (isDirected ? 1 : 2)
    let half = isDirected ? 1.0 : 0.5
    let share = normalized ? (pairs > 0 ? half / pairs : 0) : half
    return EdgeMap(sums.map { $0 * share })
  }

  /// Dependencies summed over sources, in fixed parts that are added in a fixed order.
  private func brandesSums(
    _ weights: PathWeights, _ given: [NodeID]?, ofEdges: Bool, _ threads: Int?
  ) throws(GraphError) -> [Double] {
    for node in given ?? [] where !contains(node) {
      throw .nodeOutOfRange(node.index, nodeCount: nodeCount)
    }
    let graph = simplified()
    let lengths = try graph.edgeLengths(weights)
    guard let lengths else {
      return graph.hopDependencies(of: given, ofEdges: ofEdges, threads: threads)
    }
    let sources = given?.map(\.rawValue) ?? Array(0..<Int32(nodeCount))
    let parts = partCount(for: sources.count)
    let partial = inParallel(parts, threads: threads) { part in
      let own = stride(from: part, to: sources.count, by: parts).map { sources[$0] }
      return graph.weightedDependencies(from: own, lengths: lengths, ofEdges: ofEdges)
    }
    var sums = [Double](repeating: 0, count: ofEdges ? graph.edgeCount : nodeCount)
    for part in partial {
      for index in sums.indices { sums[index] += part[index] }
    }
    return sums
  }

  /// Dependencies over hops, of a simple graph.
  private func hopDependencies(of given: [NodeID]?, ofEdges: Bool, threads: Int?) -> [Double] {
    // Leaves fold where every node is a source and only nodes are asked for.
    let folded = given == nil && !ofEdges && !isDirected ? FoldedLeaves(outgoing) : nil
    let lanes = LaneGraph(
      outgoing: outgoing, incoming: incoming, isDirected: isDirected,
      without: folded?.isGone ?? [], keepingEdges: ofEdges)
    var counts = [Double](repeating: given == nil ? 1 : 0, count: nodeCount)
    for node in given ?? [] { counts[node.index] += 1 }
    var sweep = DependencySweep(
      graph: lanes, sources: [], sourceWeights: [], targetWeights: [],
      edgeCount: ofEdges ? edgeCount : nil)
    for (place, node) in lanes.order.enumerated() {
      let weight = folded?.weights[Int(node)] ?? 1
      sweep.targetWeights.append(weight)
      guard counts[Int(node)] > 0 else { continue }
      sweep.sources.append(Int32(place))
      sweep.sourceWeights.append(counts[Int(node)] * weight)
    }
    let found = sweep.sums(threads: threads)
    if ofEdges { return found }
    var sums = folded?.sums ?? [Double](repeating: 0, count: nodeCount)
    for (place, node) in lanes.order.enumerated() { sums[Int(node)] += found[place] }
    return sums
  }

  /// Brandes' accumulation over Dijkstra searches.
  private func weightedDependencies(
    from sources: [Int32], lengths: [Double], ofEdges: Bool
  ) -> [Double] {
    let rows = outgoing
    let tolerance = Graph.pathTolerance
    var sums = [Double](repeating: 0, count: ofEdges ? edgeCount : nodeCount)
    var distance = [Double](repeating: .infinity, count: nodeCount)
    var paths = [Double](repeating: 0, count: nodeCount)
    var share = [Double](repeating: 0, count: nodeCount)
    // The place of each node in the order in which they are finished; -1 before.
    var place = [Int32](repeating: -1, count: nodeCount)
    var order: [Int32] = []
    var queue = RadixQueue()
    var arcLengths: [Double] = []
    arcLengths.reserveCapacity(rows.edges.count)
    for edge in rows.edges { arcLengths.append(lengths[Int(edge)]) }
    for source in sources {
      distance[Int(source)] = 0
      paths[Int(source)] = 1
      queue.removeAll()
      queue.push(0, source)
      while let (_, node) = queue.pop() {
        let v = Int(node)
        guard place[v] < 0 else { continue }
        place[v] = Int32(order.count)
        order.append(node)
        for k in rows.row(v) {
          let w = Int(rows.targets[k])
          guard place[w] < 0 else { continue }
          let next = distance[v] + arcLengths[k]
          let known = distance[w]
          if next < known * (1 - tolerance) {
            distance[w] = next
            paths[w] = paths[v]
            queue.push(next, Int32(w))
          } else if next <= known * (1 + tolerance) {
            paths[w] += paths[v]
          }
        }
      }
      for node in order.reversed() {
        let v = Int(node)
        var sum = 0.0
        for k in rows.row(v) {
          let w = Int(rows.targets[k])
          guard place[w] > place[v] else { continue }
          guard distance[v] + arcLengths[k] <= distance[w] * (1 + tolerance) else { continue }
          sum += share[w]
          if ofEdges { sums[Int(rows.edges[k])] += paths[v] * share[w] }
        }
        let dependency = sum * paths[v]
        share[v] = (1 + dependency) / paths[v]
        if !ofEdges, node != source { sums[v] += dependency }
      }
      for node in order {
        distance[Int(node)] = .infinity
        place[Int(node)] = -1
      }
      order.removeAll(keepingCapacity: true)
    }
    return sums
  }
}
