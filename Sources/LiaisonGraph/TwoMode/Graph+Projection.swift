/// A one-mode network made from a two-mode one.
public struct Projection: Sendable {
  /// The nodes of the two-mode network that are kept: node `i` of ``graph`` is the i-th of them.
  public var nodes: [NodeID]
  /// Their ties: two are tied where they share a neighbour of the other mode, and the tie weighs how
  /// many they share.
  public var graph: Graph
}

extension Graph {
  /// The network of one mode: who is tied to whom through the other, and by how many.
  ///
  /// Direction is ignored, parallel edges count once, weights do not count.
  ///
  /// - Parameters:
  ///   - modes: the two modes of this graph.
  ///   - mode: the mode to keep, 0 or 1.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one mode a node, or the mode to
  ///   keep is neither 0 nor 1; `tooLarge` where there may be 2³⁰ − 1 ties or more, which no graph
  ///   holds, as the pairs are as many that ``sharingCount(_:keeping:)`` counts, and those of the nodes kept;
  ///   or `cancelled`.
  /// - Complexity: O(Σ degree²) time over the nodes of the other mode, O(n) space beside the result: one node
  ///   of degree d makes d (d − 1) / 2 ties, each of 16 bytes and of 16 more in the rows.
  /// - Reference: R. L. Breiger, The duality of persons and groups, Social Forces 53 (1974) 181–190,
  ///   doi:10.2307/2576011.
  public func projection(
    _ modes: TwoModes, keeping mode: Int, progress: RunProgress? = nil
  ) throws(GraphError) -> Projection {
    let rows = try twoModeRows(modes)
    let looks = try rows.sharingCount(modes, keeping: mode)
    let kept = modes.nodes(mode)
    guard min(looks, kept.count * (kept.count - 1) / 2) < Graph.edgeBound else {
      throw GraphError(
        .tooLarge,
        "A projection of \(kept.count) nodes, \(looks) pairs of which share others, cannot be held.",
        hint: "Leave out the nodes of the other kind that nearly all are tied to.")
    }
    var place = [Int32](repeating: -1, count: nodeCount)
    for (index, node) in kept.enumerated() { place[node.index] = Int32(index) }
    var shared = [Int32](repeating: 0, count: nodeCount)
    progress?.expect(kept.count)
    var edges: [Edge] = []
    var weights: [Double] = []
    for node in kept {
      var found: [Int32] = []
      for k in rows.row(node.index) {
        for l in rows.row(Int(rows.targets[k])) where rows.targets[l] > node.rawValue {
          let other = Int(rows.targets[l])
          if shared[other] == 0 { found.append(Int32(other)) }
          shared[other] += 1
        }
      }
      found.sort()
      for other in found {
        edges.append(Edge(Int(place[node.index]), Int(place[Int(other)])))
        weights.append(Double(shared[Int(other)]))
        shared[Int(other)] = 0
      }
      try progress?.step()
    }
    return Projection(
      nodes: kept,
      graph: Graph(checked: edges, nodeCount: kept.count, directed: false, weights: weights))
  }

  /// How many pairs a projection looks at: those that share a node of the other mode, each counted once for
  /// each node that it shares, so that there are as many ties at most.
  ///
  /// - Parameters:
  ///   - modes: the two modes of this graph.
  ///   - mode: the mode to keep, 0 or 1.
  /// - Throws: ``GraphError`` with `invalidParameter`, as ``projection(_:keeping:progress:)``.
  /// - Complexity: O(n + m).
  public func sharingCount(_ modes: TwoModes, keeping mode: Int) throws(GraphError) -> Int {
    try twoModeRows(modes).sharingCount(modes, keeping: mode)
  }

  /// The rows of the simple undirected graph.
  ///
  /// - Throws: as ``requireModes(_:)``.
  func twoModeRows(_ modes: TwoModes) throws(GraphError) -> Rows {
    try requireModes(modes)
    return undirectedProjection().outgoing
  }

  /// - Throws: `invalidParameter` where there is not one mode a node.
  func requireModes(_ modes: TwoModes) throws(GraphError) {
    guard modes.mode.count == nodeCount else {
      throw GraphError(
        .invalidParameter, "There are \(modes.mode.count) modes for \(nodeCount) nodes.")
    }
  }
}

extension Rows {
  /// The pairs of nodes of a mode that share a node of the other one, each once for each that it shares.
  fileprivate func sharingCount(_ modes: TwoModes, keeping mode: Int) throws(GraphError) -> Int {
    guard mode == 0 || mode == 1 else {
      throw GraphError(.invalidParameter, "There is no mode \(mode) beside 0 and 1.")
    }
    var pairs = 0
    for node in modes.nodes(1 - mode) {
      let members = row(node.index).count
      // Of 2³⁰ ties at most: the sum is below 2⁶⁰.
      pairs += members * (members - 1) / 2
    }
    return pairs
  }
}
