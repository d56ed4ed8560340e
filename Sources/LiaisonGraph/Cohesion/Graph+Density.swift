extension Graph {
  /// The share of possible ties that exist, in the simplified graph: m / (n (n − 1)), twice that in
  /// an undirected graph.
  ///
  /// - Returns: `nil` where n < 2.
  /// - Complexity: O(1) where the graph is simple, else O(n + m).
  /// - Reference: S. Wasserman and K. Faust, Social Network Analysis, Cambridge University Press
  ///   1994, ch. 4, doi:10.1017/CBO9780511815478.
  public func density() -> Double? {
    guard nodeCount > 1 else { return nil }
    let n = Double(nodeCount)
    // Loops and repetitions are counted, so no simplified copy is needed.
    let distinct = Double(edgeCount - loopCount - parallelCount)
    return (isDirected ? distinct : 2 * distinct) / (n * (n - 1))
  }
}
