extension Graph {
  /// The number of triangles at each node of a simple undirected graph.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  func triangleCounts(threads: Int?) -> [Int] {
    let ties = UpwardTies(outgoing)
    // The work at a node is not known beforehand: many parts, dealt out like cards.
    let parts = ties.targets.count < 10_000 ? 1 : 16
    let partial = inParallel(parts, threads: threads) {
      ties.triangleCounts(lowest: stride(from: $0, to: nodeCount, by: parts))
    }
    var counts = [Int](repeating: 0, count: nodeCount)
    for part in partial {
      for (rank, node) in ties.nodes.enumerated() { counts[Int(node)] += Int(part[rank]) }
    }
    return counts
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
