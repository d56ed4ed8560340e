extension Graph {
  /// The number of triangles at each node of a simple undirected graph: no more than it has edges, as each
  /// has one opposite to the node that is no other's.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  func triangleCounts(threads: Int?) -> [Int32] {
    let hubs = HubTies(outgoing)
    let others = UpwardTies(outgoing, below: hubs.leastDegree)
    let parts = triangleParts
    let partial = inParallel(parts, threads: threads) { part in
      var counts = [Int32](repeating: 0, count: nodeCount)
      counts.withUnsafeMutableBufferPointer { counts in
        others.addTriangles(lowest: stride(from: part, to: nodeCount, by: parts), to: counts)
        hubs.addTriangles(edges(ofPart: part, of: parts), to: counts)
      }
      return counts
    }
    var counts = partial.first ?? []
    for part in partial.dropFirst() {
      for v in counts.indices { counts[v] &+= part[v] }
    }
    return counts
  }

  /// The number of triangles of a simple undirected graph.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  func triangleCount(threads: Int?) -> Int {
    let hubs = HubTies(outgoing)
    let others = UpwardTies(outgoing, below: hubs.leastDegree)
    let parts = triangleParts
    return inParallel(parts, threads: threads) { part in
      others.triangleCount(lowest: stride(from: part, to: nodeCount, by: parts))
        + hubs.triangleCount(edges(ofPart: part, of: parts))
    }.reduce(0, +)
  }

  /// The work at a node is not known beforehand: many parts, dealt out like cards; one where threads would
  /// take longer to start.
  private var triangleParts: Int { max(1, min(16, edgeCount / 8_192)) }

  private func edges(ofPart part: Int, of parts: Int) -> ArraySlice<Edge> {
    edges[edgeCount * part / parts..<edgeCount * (part + 1) / parts]
  }

  /// Calls `body` once for each triangle of a simple undirected graph, with its nodes and the edges
  /// opposite to them.
  ///
  /// - Throws: `cancelled`.
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  @inline(__always)
  func forEachTriangle(
    progress: RunProgress?,
    _ body: (_ nodes: (Int, Int, Int), _ opposite: (Int, Int, Int)) -> Void
  ) throws(GraphError) {
    try UpwardTies(outgoing, keepingEdges: true).forEachTriangle(progress: progress, body)
  }
}
