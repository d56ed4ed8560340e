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
  func mutualTies(weighted: Bool) -> Graph {
    let simple = simplified()
    let weights = weighted ? simple.weights : nil
    return Graph(
      checked: simple.edges, nodeCount: nodeCount, directed: false,
      weights: weights ?? [Double](repeating: 1, count: simple.edgeCount)
    ).simplified()
  }

  /// Calls `body` once for each triangle of a simple undirected graph, with its nodes and the edges
  /// opposite to them.
  ///
  /// Edges are walked from the end of lower degree to that of higher degree, so that no node has
  /// more than √(2m) of them to walk.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  func forEachTriangle(
    _ body: (_ nodes: (Int, Int, Int), _ opposite: (Int, Int, Int)) -> Void
  ) {
    let rows = outgoing
    var edgeTo = [Int32](repeating: -1, count: nodeCount)
    func isUpward(_ v: Int, _ w: Int) -> Bool {
      let (a, b) = (rows.row(v).count, rows.row(w).count)
      return a < b || (a == b && v < w)
    }
    for u in 0..<nodeCount {
      for k in rows.row(u) where isUpward(u, Int(rows.targets[k])) {
        edgeTo[Int(rows.targets[k])] = rows.edges[k]
      }
      for k in rows.row(u) where isUpward(u, Int(rows.targets[k])) {
        let v = Int(rows.targets[k])
        for l in rows.row(v) {
          let w = Int(rows.targets[l])
          guard edgeTo[w] >= 0, isUpward(v, w) else { continue }
          body((u, v, w), (Int(rows.edges[l]), Int(edgeTo[w]), Int(rows.edges[k])))
        }
      }
      for k in rows.row(u) { edgeTo[Int(rows.targets[k])] = -1 }
    }
  }
}
