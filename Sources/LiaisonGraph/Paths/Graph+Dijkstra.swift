extension Graph {
  /// The tree of shortest paths from one or more nodes, with edges as long as `weights` says.
  ///
  /// Two paths count as equally long when they differ by less than 1e-13 of their length; of these
  /// the one found first is kept (arcs are taken in the order of the rows). Parallel edges are kept
  /// apart: the shortest of them is taken.
  ///
  /// - Parameters:
  ///   - roots: where the search starts; each at distance 0.
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: which way arcs are followed.
  ///   - follows: which edges may be taken; all of them unless given.
  /// - Throws: ``GraphError`` with `nodeOutOfRange`, `weightNotPositive` where an edge that may be taken
  ///   weighs zero or less, reached or not, or `weightNotFinite` where the lengths of those edges are too
  ///   great or too small to be summed.
  /// - Complexity: O((n + m) log n) time, O(n + m) space.
  /// - Reference: E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische
  ///   Mathematik 1 (1959) 269–271, doi:10.1007/BF01386390.
  public func shortestPaths(
    from roots: [NodeID], weights: PathWeights = .unweighted, _ direction: Direction = .out,
    follows: ((EdgeID) -> Bool)? = nil
  ) throws(GraphError) -> SearchTree {
    guard let lengths = try edgeLengths(weights, follows: follows) else {
      return try breadthFirst(from: roots, direction, follows: follows)
    }
    var distance = [Double](repeating: .infinity, count: nodeCount)
    var parent = [NodeID?](repeating: nil, count: nodeCount)
    var found = [EdgeID?](repeating: nil, count: nodeCount)
    var done = [Bool](repeating: false, count: nodeCount)
    var order: [NodeID] = []
    var queue = DistanceQueue()
    for root in roots {
      guard contains(root) else { throw .nodeOutOfRange(root.index, nodeCount: nodeCount) }
      distance[root.index] = 0
      queue.push(0, root.rawValue)
    }
    let rowsTaken = rows(direction)
    while let (_, raw) = queue.pop() {
      let node = Int(raw)
      guard !done[node] else { continue }
      done[node] = true
      order.append(NodeID(node))
      for rows in rowsTaken {
        for k in rows.row(node) {
          let target = Int(rows.targets[k])
          let edge = EdgeID(rawValue: rows.edges[k])
          guard !done[target] else { continue }
          let next = distance[node] + lengths[edge.index]
          guard next < distance[target] * (1 - Graph.pathTolerance) else { continue }
          distance[target] = next
          parent[target] = NodeID(node)
          found[target] = edge
          queue.push(next, Int32(target))
        }
      }
    }
    return SearchTree(
      roots: roots, distance: NodeMap(distance.map { $0.isFinite ? $0 : nil }),
      parent: NodeMap(parent), edge: NodeMap(found), order: order)
  }

  /// Two paths whose lengths differ by less than this share of them are equally long.
  ///
  /// Rounding of a thousand hops stays below it; a tie of 0.1 + 0.2 with 0.3 is seen. Rounding of ten
  /// thousand does not: as many ties of length 0.1 sum to 1000 · (1 + 1.6 · 10⁻¹³), and are not seen to
  /// tie with a thousand of length 1. Wider, as 10⁻¹⁰, and ties of strength 1 and 1,000,000 in one
  /// network would make ways equal that are not.
  static var pathTolerance: Double { 1e-13 }

  /// The length of every edge, infinite of one that may not be taken; `nil` where each counts one.
  ///
  /// - Parameters:
  ///   - kind: hops, weights as costs, or 1 / weight.
  ///   - follows: which edges may be taken; all of them unless given.
  /// - Throws: `weightNotPositive` where lengths are asked for and the weight of an edge that may be taken
  ///   is not above zero, `weightNotFinite` where they cannot be summed.
  func edgeLengths(
    _ kind: PathWeights, follows: ((EdgeID) -> Bool)? = nil
  ) throws(GraphError) -> [Double]? {
    guard kind != .unweighted, let weights else { return nil }
    var lengths = [Double](repeating: .infinity, count: weights.count)
    var (sum, least) = (0.0, Double.infinity)
    for (index, weight) in weights.enumerated() {
      if let follows, !follows(EdgeID(index)) { continue }
      guard weight > 0 else {
        let edge = edges[index]
        throw GraphError(
          .weightNotPositive,
          "The edge from node \(edge.source) to node \(edge.target) weighs \(weight); "
            + "weighted paths need weights above zero.",
          hint: "Measure without weights, or give the tie a positive strength.")
      }
      let length = kind == .cost ? weight : 1 / weight
      lengths[index] = length
      sum += length
      least = min(least, length)
    }
    // Distances of all pairs are summed, and their inverses.
    let pairs = Double(nodeCount) * Double(nodeCount)
    guard (sum * pairs).isFinite && (pairs / least).isFinite else {
      throw GraphError(
        .weightNotFinite,
        "The weights of the edges are too great or too small for lengths of paths to be summed.",
        hint: "Measure without weights, or give them in another unit.")
    }
    return lengths
  }

  /// The simplified graph, or where direction is ignored the undirected projection, and the length of each
  /// of its ties.
  ///
  /// - Throws: as ``edgeLengths(_:follows:)``, of each arc before it and its reverse are summed.
  func pathGraph(
    _ weights: PathWeights, _ direction: Direction
  ) throws(GraphError) -> (graph: Graph, lengths: [Double]?) {
    let simple = simplified()
    let lengths = try simple.edgeLengths(weights)
    guard isDirected, direction == .all else { return (simple, lengths) }
    let ties = undirectedProjection()
    return (ties, try ties.edgeLengths(weights))
  }
}
