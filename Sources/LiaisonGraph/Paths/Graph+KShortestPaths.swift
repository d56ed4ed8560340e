/// A way from one node to another, without a node twice.
public struct SimplePath: Sendable, Equatable {
  /// The nodes, from first to last.
  public var nodes: [NodeID]
  /// The edges between them, in order.
  public var edges: [EdgeID]
  /// The sum of the lengths of its edges.
  public var length: Double
}

extension Graph {
  /// The `count` shortest paths between two nodes that pass no node twice.
  ///
  /// Two paths differ where they differ in a node; of parallel edges the shortest is taken, and of
  /// these the first. Self-loops are on no path. Two paths are equally long where they differ by less than
  /// 1e-13 of their length.
  ///
  /// - Parameters:
  ///   - source: where paths start.
  ///   - target: where they end; another node.
  ///   - count: how many at most.
  ///   - weights: hops, weights as costs, or 1 / weight.
  ///   - direction: which way arcs are followed.
  ///   - follows: which edges may be taken; all of them unless given.
  /// - Returns: the paths, shortest first, equally long ones by number of edges and then by nodes;
  ///   fewer than `count` where there are no more.
  /// - Throws: ``GraphError`` with `nodeOutOfRange`, `invalidParameter`, `weightNotPositive` where an edge
  ///   that may be taken weighs zero or less, on a path or not, or `weightNotFinite` where the lengths of
  ///   those edges are too great or too small to be summed.
  /// - Complexity: O(k l (n + m) log n) time for k paths of l edges, O(n + m + k l) space beside the
  ///   candidates.
  /// - Reference: J. Y. Yen, Finding the k shortest loopless paths in a network, Management Science 17
  ///   (1971) 712–716, doi:10.1287/mnsc.17.11.712; E. L. Lawler, A procedure for computing the k
  ///   best solutions to discrete optimization problems and its application to the shortest path problem,
  ///   Management Science 18 (1972) 401–405, doi:10.1287/mnsc.18.7.401.
  public func shortestSimplePaths(
    from source: NodeID, to target: NodeID, count: Int, weights: PathWeights = .unweighted,
    _ direction: Direction = .out, follows: ((EdgeID) -> Bool)? = nil
  ) throws(GraphError) -> [SimplePath] {
    for node in [source, target] where !contains(node) {
      throw .nodeOutOfRange(node.index, nodeCount: nodeCount)
    }
    guard source != target, count >= 0 else {
      throw GraphError(
        .invalidParameter, "\(count) paths from node \(source) to node \(target) have no meaning.")
    }
    let search = DetourSearch(
      rows: rows(direction.reversed), lengths: try edgeLengths(weights, follows: follows),
      follows: follows)
    var state = DetourSearch.State(nodeCount: nodeCount)
    var found: [SimplePath] = []
    var candidates: [Candidate] = []
    if let first = search.shortest(after: [], from: source, to: target, avoiding: [], &state) {
      candidates.append(Candidate(path: first, deviation: 0))
    }
    while found.count < count, let next = Candidate.takeNext(of: &candidates) {
      found.append(next.path)
      // Paths that leave the known ones before the deviation were candidates already.
      for spur in next.deviation..<next.path.edges.count {
        let root = next.path.nodes[0...spur]
        var taken: [NodeID] = []
        for path in found where path.nodes.count > spur && path.nodes[0...spur] == root {
          taken.append(path.nodes[spur + 1])
        }
        guard
          let detour = search.shortest(
            after: Array(root.dropLast()), from: next.path.nodes[spur], to: target, avoiding: taken,
            &state)
        else { continue }
        let path = search.joined(next.path, upTo: spur, detour)
        candidates.append(Candidate(path: path, deviation: spur))
      }
      Candidate.keep(count - found.count, of: &candidates)
    }
    return found
  }
}

/// A path found but not yet known to be the next, and where it leaves the path it was made from.
private struct Candidate {
  var path: SimplePath
  var deviation: Int

  /// Takes out the next: of those as long as the shortest that with the fewest edges, then the least nodes.
  /// No two have the same nodes.
  static func takeNext(of candidates: inout [Candidate]) -> Candidate? {
    guard let shortest = candidates.map(\.path.length).min() else { return nil }
    let bound = shortest * (1 + Graph.pathTolerance)
    let tied = candidates.indices.filter { candidates[$0].path.length <= bound }
    let next = tied.min { left, right in
      let (a, b) = (candidates[left].path.nodes, candidates[right].path.nodes)
      return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }
    return next.map { candidates.remove(at: $0) }
  }

  /// Drops those that cannot be among the next `count`.
  static func keep(_ count: Int, of candidates: inout [Candidate]) {
    guard count > 0, candidates.count > count else { return }
    let bound = candidates.map(\.path.length).sorted()[count - 1] * (1 + Graph.pathTolerance)
    candidates.removeAll { $0.path.length > bound }
  }
}

/// Dijkstra's search back from one target, past nodes and first steps that are forbidden, so that of
/// the shortest paths that with the fewest edges is found, and of these that with the least nodes: from each
/// node on it is known how far the target is, and over which next node.
private struct DetourSearch {
  /// The arcs that lead to each node.
  let rows: [Rows]
  let lengths: [Double]?
  let follows: ((EdgeID) -> Bool)?

  /// What every search needs and leaves clean: how far the target is from each node, in length and in
  /// edges, the next node on the way, and the edge to it.
  struct State {
    var distance: [Double]
    var hops: [Int32]
    var next: [Int32]
    var edge: [Int32]
    var done: [Bool]
    var touched: [Int32] = []
    var queue = DistanceQueue()

    init(nodeCount: Int) {
      distance = Array(repeating: .infinity, count: nodeCount)
      hops = Array(repeating: 0, count: nodeCount)
      next = Array(repeating: -1, count: nodeCount)
      edge = Array(repeating: -1, count: nodeCount)
      done = Array(repeating: false, count: nodeCount)
    }

    mutating func clear() {
      for node in touched {
        distance[Int(node)] = .infinity
        done[Int(node)] = false
      }
      touched.removeAll(keepingCapacity: true)
      queue.removeAll()
    }
  }

  /// - Parameters:
  ///   - blocked: the nodes before `start`, which the path may not meet again.
  ///   - taken: the nodes that may not follow `start`.
  func shortest(
    after blocked: [NodeID], from start: NodeID, to target: NodeID, avoiding taken: [NodeID],
    _ state: inout State
  ) -> SimplePath? {
    defer { state.clear() }
    for node in blocked {
      state.done[node.index] = true
      state.touched.append(node.rawValue)
    }
    state.distance[target.index] = 0
    state.hops[target.index] = 0
    state.touched.append(target.rawValue)
    state.queue.push(0, target.rawValue)
    while let (_, raw) = state.queue.pop() {
      let node = Int(raw)
      guard !state.done[node] else { continue }
      state.done[node] = true
      if node == start.index { return path(from: start, to: target, state) }
      for rows in rows {
        for k in rows.row(node) {
          let before = Int(rows.targets[k])
          guard !state.done[before] else { continue }
          if before == start.index, taken.contains(NodeID(node)) { continue }
          relax(before, over: Int(rows.edges[k]), to: node, &state)
        }
      }
    }
    return nil
  }

  /// Looks whether the way from a node over an edge to `next` is better than the one known: shorter, else
  /// of fewer edges, else over a lesser node, else over a shorter edge to it.
  private func relax(_ node: Int, over edge: Int, to next: Int, _ state: inout State) {
    let length = lengths?[edge] ?? 1
    let reached = state.distance[next] + length
    let known = state.distance[node]
    guard reached <= known * (1 + Graph.pathTolerance), reached < .infinity else { return }
    if let follows, !follows(EdgeID(edge)) { return }
    if known == .infinity {
      state.touched.append(Int32(node))
    } else if reached >= known * (1 - Graph.pathTolerance) {
      let own = (state.hops[next] + 1, Int32(next), length)
      guard own < (state.hops[node], state.next[node], lengths?[Int(state.edge[node])] ?? 1) else {
        return
      }
    }
    state.next[node] = Int32(next)
    state.hops[node] = state.hops[next] + 1
    state.edge[node] = Int32(edge)
    if reached < known {
      state.distance[node] = reached
      state.queue.push(reached, Int32(node))
    }
  }

  private func path(from start: NodeID, to target: NodeID, _ state: State) -> SimplePath {
    var path = SimplePath(nodes: [start], edges: [], length: state.distance[start.index])
    var node = start.index
    while node != target.index {
      path.edges.append(EdgeID(rawValue: state.edge[node]))
      node = Int(state.next[node])
      path.nodes.append(NodeID(node))
    }
    return path
  }

  /// The beginning of one path and a detour from there on, its length summed anew from the start so
  /// that the same edges always give the same bits.
  func joined(_ path: SimplePath, upTo spur: Int, _ detour: SimplePath) -> SimplePath {
    let edges = path.edges[0..<spur] + detour.edges
    var length = 0.0
    for edge in edges { length += lengths?[edge.index] ?? 1 }
    return SimplePath(
      nodes: path.nodes[0..<spur] + detour.nodes, edges: Array(edges), length: length)
  }
}
