extension Graph {
  /// Positions by CONCOR: correlations of correlations, until all are 1 or −1 and split the nodes in
  /// two; then the same within each half.
  ///
  /// The profile of a node is its row of the simplified graph's adjacency, and in a directed graph its
  /// column too, the diagonal 0. Isolates have no profile and stand in a position of their own. A half
  /// whose correlations are all equal is not split.
  ///
  /// - Parameters:
  ///   - splits: how often halves are split: 2 makes up to four positions, beside that of isolates.
  ///   - weighted: whether ties count by weight.
  ///   - iterations: how often correlations are taken at most; what is left above 0 then decides.
  ///   - progress: where to look whether to go on.
  /// - Returns: the positions, numbered by the lowest node in each.
  /// - Throws: ``GraphError`` with `tooLarge` above 5,000 nodes, `invalidParameter` or `cancelled`.
  /// - Complexity: O(s i n³) time for i iterations and s splits, O(n²) space.
  /// - Reference: R. L. Breiger, S. A. Boorman and P. Arabie, An algorithm for clustering relational
  ///   data, Journal of Mathematical Psychology 12 (1975) 328–383,
  ///   doi:10.1016/0022-2496(75)90028-0.
  public func concor(
    splits: Int = 2, weighted: Bool = false, iterations: Int = 50, progress: RunProgress? = nil
  ) throws(GraphError) -> Components {
    guard nodeCount <= 5_000 else {
      throw GraphError(.tooLarge, "CONCOR compares all triples of \(nodeCount) nodes: too many.")
    }
    guard splits >= 0, splits < 31, iterations > 0 else {
      throw GraphError(
        .invalidParameter, "\(splits) splits with \(iterations) iterations have no meaning.")
    }
    let graph = simplified()
    let profiles = graph.denseProfiles(weighted: weighted)
    let connected = tiedNodes
    var positions = connected.isEmpty ? [] : [connected]
    for _ in 0..<splits {
      var finer: [[Int]] = []
      for position in positions {
        let (first, second) = try Graph.halves(
          of: position, profiles, iterations: iterations, progress)
        finer.append(first)
        if !second.isEmpty { finer.append(second) }
      }
      positions = finer
    }
    var label = [Int32](repeating: 0, count: nodeCount)
    for (index, position) in positions.enumerated() {
      for node in position { label[node] = Int32(index + 1) }
    }
    return Components(labels: label, labelCount: positions.count + 1)
  }

  /// The profile of each node, one after the other.
  private func denseProfiles(weighted: Bool) -> [[Double]] {
    let sides = isDirected ? [outgoing, incoming] : [outgoing]
    var profiles: [[Double]] = []
    for v in 0..<nodeCount {
      var profile = [Double](repeating: 0, count: sides.count * nodeCount)
      for (side, rows) in sides.enumerated() {
        for k in rows.row(v) {
          let value = weighted ? weights?[Int(rows.edges[k])] : nil
          profile[side * nodeCount + Int(rows.targets[k])] = value ?? 1
        }
      }
      profiles.append(profile)
    }
    return profiles
  }

  private static func halves(
    of position: [Int], _ profiles: [[Double]], iterations: Int, _ progress: RunProgress?
  ) throws(GraphError) -> ([Int], [Int]) {
    guard position.count > 1 else { return (position, []) }
    var matrix = correlations(position.map { profiles[$0] })
    for _ in 0..<iterations {
      try progress?.check()
      var farthest = 0.0
      for row in matrix {
        for value in row { farthest = max(farthest, 1 - abs(value)) }
      }
      if farthest < 1e-9 { break }
      matrix = correlations(matrix)
    }
    var (first, second): ([Int], [Int]) = ([], [])
    for (index, node) in position.enumerated() {
      if matrix[0][index] > 0 || index == 0 { first.append(node) } else { second.append(node) }
    }
    return (first, second)
  }

  /// Pearson's correlation of each two rows; 0 where one does not vary, 1 of a row with itself.
  private static func correlations(_ rows: [[Double]]) -> [[Double]] {
    // Rows of mean 0 and length 1: a correlation is then a sum of products.
    let centred = rows.map { row in
      var sum = 0.0
      for value in row { sum += value }
      let mean = sum / Double(row.count)
      var squares = 0.0
      for value in row { squares += (value - mean) * (value - mean) }
      let length = squares.squareRoot()
      return row.map { length > 1e-12 ? ($0 - mean) / length : 0 }
    }
    var result = rows.map { _ in [Double](repeating: 1, count: rows.count) }
    for i in rows.indices {
      let a = centred[i]
      for j in 0..<i {
        let b = centred[j]
        var sum = 0.0
        for k in a.indices { sum += a[k] * b[k] }
        result[i][j] = min(1, max(-1, sum))
        result[j][i] = result[i][j]
      }
    }
    return result
  }
}
