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
  /// these the first. Self-loops are on no path.
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
  /// - Throws: ``GraphError`` with `nodeOutOfRange`, `invalidParameter`, `weightNotPositive`, or
  ///   `weightNotFinite` where lengths are too great or too small to be summed.
  /// - Complexity: O(k l (n + m) log n) time for k paths of l edges, O(n + m + k l) space beside the
  ///   candidates.
  /// - Reference: J. Y. Yen, Finding the k shortest loopless paths in a network, Management Science 17
  ///   (1971) 712–716, doi:10.1287/mnsc.17.11.712; E. L. Lawler, Management Science 18 (1972)
  ///   401–405, doi:10.1287/mnsc.18.7.401.
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
      rows: rows(direction), lengths: try edgeLengths(weights), follows: follows)
    var state = DetourSearch.State(nodeCount: nodeCount)
    var found: [SimplePath] = []
    var candidates: [Candidate] = []
    if let first = search.shortest(after: [], from: source, to: target, avoiding: [], &state) {
      candidates.append(Candidate(path: first, deviation: 0))
    }
    while found.count < count, let next = candidates.popLast() {
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
      // The shortest last; two candidates never have the same nodes.
      candidates.sort { $1.isBefore($0) }
      let needed = count - found.count
      if candidates.count > needed { candidates.removeFirst(candidates.count - needed) }
    }
    return found
  }
}

/// A path found but not yet known to be the next, and where it leaves the path it was made from.
private struct Candidate {
  var path: SimplePath
  var deviation: Int

  func isBefore(_ other: Candidate) -> Bool {
    let (a, b) = (path, other.path)
    if a.length != b.length { return a.length < b.length }
    if a.nodes.count != b.nodes.count { return a.nodes.count < b.nodes.count }
    return a.nodes.lexicographicallyPrecedes(b.nodes)
  }
}

/// Dijkstra's search for one target past nodes and first steps that are forbidden.
private struct DetourSearch {
  let rows: [Rows]
  let lengths: [Double]?
  let follows: ((EdgeID) -> Bool)?

  /// What every search needs and leaves clean.
  struct State {
    var distance: [Double]
    var parent: [Int32]
    var edge: [Int32]
    var done: [Bool]
    var touched: [Int32] = []
    var queue = DistanceQueue()

    init(nodeCount: Int) {
      distance = Array(repeating: .infinity, count: nodeCount)
      parent = Array(repeating: -1, count: nodeCount)
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

  func shortest(
    after blocked: [NodeID], from start: NodeID, to target: NodeID, avoiding taken: [NodeID],
    _ state: inout State
  ) -> SimplePath? {
    defer { state.clear() }
    for node in blocked {
      state.done[node.index] = true
      state.touched.append(node.rawValue)
    }
    state.distance[start.index] = 0
    state.touched.append(start.rawValue)
    state.queue.push(0, start.rawValue)
    while let (distance, raw) = state.queue.pop() {
      let node = Int(raw)
      guard !state.done[node] else { continue }
      state.done[node] = true
      if node == target.index { return path(from: start, to: target, length: distance, state) }
      for rows in rows {
        for k in rows.row(node) {
          let next = Int(rows.targets[k])
          guard !state.done[next] else { continue }
          let edge = Int(rows.edges[k])
          let reached = distance + (lengths?[edge] ?? 1)
          guard reached < state.distance[next] else { continue }
          if node == start.index, taken.contains(NodeID(next)) { continue }
          if let follows, !follows(EdgeID(edge)) { continue }
          if state.distance[next] == .infinity { state.touched.append(Int32(next)) }
          state.distance[next] = reached
          state.parent[next] = raw
          state.edge[next] = Int32(edge)
          state.queue.push(reached, Int32(next))
        }
      }
    }
    return nil
  }

  private func path(
    from start: NodeID, to target: NodeID, length: Double, _ state: State
  ) -> SimplePath {
    var path = SimplePath(nodes: [target], edges: [], length: length)
    var node = target.index
    while node != start.index {
      path.edges.append(EdgeID(rawValue: state.edge[node]))
      node = Int(state.parent[node])
      path.nodes.append(NodeID(node))
    }
    path.nodes.reverse()
    path.edges.reverse()
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
