extension Graph {
  /// Betweenness: on how many shortest paths between two others a node lies.
  ///
  /// For each pair (s, t) the share of its shortest paths that pass through the node is added; ends
  /// do not count. Undirected graphs count each pair once, directed graphs each ordered pair.
  /// Defined on the simplified graph. Two weighted paths are equally long when they differ by less
  /// than 1e-13 of their length, which rounding keeps to for about a thousand hops. igraph counts such as
  /// equal as differ by up to about 1e-10 of it, networkx those alone that are equal to the last digit. An arc
  /// shorter than that leads from a node to one as far away by no path of its own. UCINET prints 100
  /// times the normalized value.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - normalized: whether to divide by the number of pairs of other nodes, (n − 1)(n − 2), half of
  ///     that in an undirected graph; 0 where n < 3.
  ///   - sources: the nodes whose paths are counted; all of them if `nil`. With fewer, an undirected
  ///     pair of two given sources counts once and any other pair one half.
  ///   - threads: how many threads at most; the result is the same bits for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive`, `weightNotFinite` where lengths are too great or
  ///   too small to be summed, `cancelled` or `nodeOutOfRange`.
  /// - Complexity: O(n (n + m)) time for hops, O(n (n + m) log n) else; O(n + m) space a thread and
  ///   32 sums a node. Where some node is at the end of more than 10³⁰⁸ shortest paths, ten times that.
  /// - Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
  ///   Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249.
  public func betweenness(
    weights: PathWeights = .unweighted, normalized: Bool = false, sources: [NodeID]? = nil,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> NodeMap<Double> {
    let sums = try brandesSums(weights, sources, ofEdges: false, threads, progress)
    let half = isDirected ? 1.0 : 0.5
    let share = normalized ? (pairsOfOthers > 0 ? half / pairsOfOthers : 0) : half
    return NodeMap(sums.map { $0 * share })
  }

  /// Edge betweenness: on how many shortest paths an edge lies, those between its ends included.
  ///
  /// Conventions as for ``betweenness(weights:normalized:sources:threads:progress:)``.
  ///
  /// - Parameters:
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - normalized: whether to divide by n (n − 1), half of that in an undirected graph.
  ///   - threads: how many threads at most; the result is the same bits for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Returns: one value for each edge of this graph; parallel edges have that of the tie they are merged
  ///   to, and a self-loop 0.
  /// - Throws: ``GraphError`` with `weightNotPositive`, `weightNotFinite` where lengths are too great or
  ///   too small to be summed, or `cancelled`.
  /// - Complexity: as betweenness.
  /// - Reference: M. Girvan and M. E. J. Newman, Community structure in social and biological
  ///   networks, PNAS 99 (2002) 7821–7826, doi:10.1073/pnas.122653799.
  public func edgeBetweenness(
    weights: PathWeights = .unweighted, normalized: Bool = false, threads: Int? = nil,
    progress: RunProgress? = nil
  ) throws(GraphError) -> EdgeMap<Double> {
    let sums = try brandesSums(weights, nil, ofEdges: true, threads, progress)
    let half = isDirected ? 1.0 : 0.5
    let share = normalized ? (pairsOfNodes > 0 ? half / pairsOfNodes : 0) : half
    return valuesOfEdges(ofTies: sums.map { $0 * share })
  }

  /// How many pairs of nodes there are, ordered in a directed graph.
  var pairsOfNodes: Double {
    Double(nodeCount) * Double(nodeCount - 1) / (isDirected ? 1 : 2)
  }

  /// How many pairs of nodes there are beside any one, ordered in a directed graph.
  var pairsOfOthers: Double {
    Double(nodeCount - 1) * Double(nodeCount - 2) / (isDirected ? 1 : 2)
  }

  /// Dependencies summed over sources, each way counted.
  private func brandesSums(
    _ weights: PathWeights, _ given: [NodeID]?, ofEdges: Bool, _ threads: Int?,
    _ progress: RunProgress?
  ) throws(GraphError) -> [Double] {
    for node in given ?? [] where !contains(node) {
      throw .nodeOutOfRange(node.index, nodeCount: nodeCount)
    }
    let graph = simplified()
    let lengths = try graph.edgeLengths(weights)
    var counts = [Double](repeating: given == nil ? 1 : 0, count: nodeCount)
    for node in given ?? [] { counts[node.index] += 1 }
    // Leaves fold where only nodes are asked for: an edge to one has paths of its own.
    let folded = ofEdges ? nil : graph.foldedLeaves(counts)
    let edgeCount = ofEdges ? graph.edgeCount : nil
    // Where a node is at the end of more paths than a number holds, some sum is none.
    func wideSums() throws(GraphError) -> [Double] {
      try WideDependencies(graph.outgoing, lengths: lengths, counts: counts, edgeCount: edgeCount)
        .sums(threads: threads, progress: progress)
    }
    if let lengths {
      let found = try WeightedDependencies(
        graph.outgoing, lengths: lengths, counts: counts, folded: folded, edgeCount: edgeCount
      ).sums(threads: threads, progress: progress)
      guard found.allSatisfy(\.isFinite) else { return try wideSums() }
      guard let folded else { return found }
      return zip(found, folded.sums).map { $0 + $1 }
    }
    let lanes = LaneGraph(
      outgoing: graph.outgoing, incoming: graph.incoming, isDirected: isDirected,
      without: folded?.isGone ?? [], keepingEdges: ofEdges, pullingFromStarts: false)
    let found = try DependencySweep(lanes, counts: counts, folded: folded, edgeCount: edgeCount)
      .sums(threads: threads, progress: progress)
    guard found.allSatisfy(\.isFinite) else { return try wideSums() }
    guard let folded else { return found }
    var sums = folded.sums
    for (place, node) in lanes.order.enumerated() { sums[Int(node)] += found[place] }
    return sums
  }

  /// What hangs on a simple graph.
  private func foldedLeaves(_ counts: [Double]) -> FoldedLeaves {
    isDirected
      ? FoldedLeaves(outgoing: outgoing, incoming: incoming, counts: counts)
      : FoldedLeaves(undirected: outgoing, counts: counts)
  }
}
