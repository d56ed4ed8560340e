extension Graph {
  /// The number of triangles at each node of a simple undirected graph.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  func triangleCounts(threads: Int?) -> [Int] {
    let ties = UpwardTies(outgoing)
    let parts = Graph.triangleParts(ties)
    let partial = inParallel(parts, threads: threads) {
      ties.triangleCounts(lowest: stride(from: $0, to: nodeCount, by: parts))
    }
    var counts = [Int](repeating: 0, count: nodeCount)
    for part in partial {
      for v in 0..<nodeCount { counts[v] += Int(part[v]) }
    }
    return counts
  }

  /// The number of triangles of a simple undirected graph.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  func triangleCount(threads: Int?) -> Int {
    let ties = UpwardTies(outgoing)
    let parts = Graph.triangleParts(ties)
    return inParallel(parts, threads: threads) {
      ties.triangleCount(lowest: stride(from: $0, to: nodeCount, by: parts))
    }.reduce(0, +)
  }

  /// The work at a node is not known beforehand: many parts, dealt out like cards; one where threads would
  /// take longer to start.
  private static func triangleParts(_ ties: UpwardTies) -> Int {
    max(1, min(16, ties.count / 8_192))
  }

  /// Calls `body` once for each triangle of a simple undirected graph, with its nodes and the edges
  /// opposite to them.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  @inline(__always)
  func forEachTriangle(
    _ body: (_ nodes: (Int, Int, Int), _ opposite: (Int, Int, Int)) -> Void
  ) {
    UpwardTies(outgoing, keepingEdges: true).forEachTriangle(body)
  }
}
