extension Graph {
  /// The simplified graph whose edges weigh what they merge: without weights, their number.
  func mergedStrengths() -> Graph {
    guard parallelCount > 0, weights == nil else { return simplified() }
    return Graph(
      checked: edges, nodeCount: nodeCount, directed: isDirected,
      weights: [Double](repeating: 1, count: edgeCount)
    ).simplified()
  }

  /// The simple undirected graph whose weights are a(i, j) + a(j, i): how strong the tie of two nodes
  /// is, both ways together. In an undirected graph it is the simplified graph itself.
  ///
  /// - Parameter weighted: whether ties count by weight; else an arc counts one, a mutual pair two.
  /// - Complexity: O(n + m) time and space.
  func symmetrized(weighted: Bool) -> Graph {
    let simple = simplified()
    let weights = weighted ? simple.weights : nil
    return Graph(
      checked: simple.edges, nodeCount: nodeCount, directed: false,
      weights: weights ?? [Double](repeating: 1, count: simple.edgeCount)
    ).simplified()
  }
}
