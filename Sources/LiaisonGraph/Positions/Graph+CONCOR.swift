extension Graph {
  /// Positions by CONCOR: correlations of correlations, until all are 1 or −1 and split the nodes in
  /// two; then the same within each half.
  ///
  /// The profile of a node is its row of the simplified graph's adjacency, and in a directed graph its
  /// column too, the diagonal 0. Isolates have no profile and stand in a position of their own, and so do
  /// nodes whose ties all weigh nothing. Three nodes or more whose correlations are all equal are not split,
  /// nor is a half whose correlations come to rest elsewhere than at 1 and −1, as those of a ring do: any
  /// split of it would hang on the order of the nodes. Nor are two that have the same ties to all others.
  ///
  /// - Parameters:
  ///   - splits: how often halves are split: 2 makes up to four positions, beside that of isolates.
  ///   - weighted: whether ties count by weight.
  ///   - iterations: how often correlations are taken at most; then those above 0 make the halves, if
  ///     they make any.
  ///   - progress: where to look whether to go on.
  /// - Returns: the positions, numbered by the lowest node in each.
  /// - Throws: ``GraphError`` with `tooLarge` above 5,000 nodes, `invalidParameter`, `weightNotFinite` where
  ///   sums of weights are too great to be held, or `cancelled`.
  /// - Complexity: O(s i n³) time for i iterations and s splits, O(n²) space.
  /// - Reference: R. L. Breiger, S. A. Boorman and P. Arabie, An algorithm for clustering relational
  ///   data with applications to social network analysis and comparison with multidimensional scaling,
  ///   Journal of Mathematical Psychology 12 (1975) 328–383, doi:10.1016/0022-2496(75)90028-0.
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
    let profiles = try graph.denseProfiles(weighted: weighted)
    let connected = tiedNodes.filter { node in profiles[node].contains { $0 != 0 } }
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
  private func denseProfiles(weighted: Bool) throws(GraphError) -> [[Double]] {
    let weights = weighted ? try scaledWeights().weights : nil
    let sides = isDirected ? [outgoing, incoming] : [outgoing]
    var profiles: [[Double]] = []
    for v in 0..<nodeCount {
      var profile = [Double](repeating: 0, count: sides.count * nodeCount)
      for (side, rows) in sides.enumerated() {
        for k in rows.row(v) {
          profile[side * nodeCount + Int(rows.targets[k])] = weights?[Int(rows.edges[k])] ?? 1
        }
      }
      profiles.append(profile)
    }
    return profiles
  }

  private static func halves(
    of position: [Int], _ profiles: [[Double]], iterations: Int, _ progress: RunProgress?
  ) throws(GraphError) -> ([Int], [Int]) {
    guard position.count > 1, !areAlike(position, profiles) else { return (position, []) }
    var matrix = correlations(position.map { profiles[$0] })
    for _ in 0..<iterations {
      try progress?.check()
      var farthest = 0.0
      for row in matrix {
        for value in row { farthest = max(farthest, 1 - abs(value)) }
      }
      if farthest < 1e-9 { break }
      let next = correlations(matrix)
      var change = 0.0
      for (row, nextRow) in zip(matrix, next) {
        for (value, nextValue) in zip(row, nextRow) { change = max(change, abs(nextValue - value)) }
      }
      // At rest between 1 and −1: from here on rounding would decide.
      if change < 1e-9 { return (position, []) }
      matrix = next
    }
    let isFirst = matrix[0].indices.map { matrix[0][$0] > 0 }
    for (row, isOwnFirst) in zip(matrix, isFirst) {
      for (value, isOtherFirst) in zip(row, isFirst)
      where (value > 0) != (isOwnFirst == isOtherFirst) { return (position, []) }
    }
    let first = position.indices.filter { isFirst[$0] }.map { position[$0] }
    let second = position.indices.filter { !isFirst[$0] }.map { position[$0] }
    return (first, second)
  }

  /// Whether nodes are two that have the same ties to all others.
  private static func areAlike(_ nodes: [Int], _ profiles: [[Double]]) -> Bool {
    guard nodes.count == 2, let a = nodes.first, let b = nodes.last else { return false }
    return profiles[a].indices.allSatisfy { index in
      let other = index % profiles.count
      return other == a || other == b || profiles[a][index] == profiles[b][index]
    }
  }

  /// Pearson's correlation of each two rows; 0 where one does not vary, 1 of a row with itself.
  ///
  /// No bit depends on the order of the columns: what is equal by symmetry stays so through all turns, where
  /// a rounding error would grow until it parts the nodes.
  private static func correlations(_ rows: [[Double]]) -> [[Double]] {
    // Rows of mean 0 and length 1: a correlation is then a sum of products.
    let centred = rows.map { row in
      var sum = 0.0
      let sorted = row.sorted()
      for value in sorted { sum += value }
      let mean = sum / Double(row.count)
      var squares = 0.0
      for value in sorted { squares += (value - mean) * (value - mean) }
      let length = squares.squareRoot()
      return row.map { length > 1e-12 ? ($0 - mean) / length : 0 }
    }
    var result = rows.map { _ in [Double](repeating: 1, count: rows.count) }
    for i in rows.indices {
      let a = centred[i]
      for j in 0..<i {
        let b = centred[j]
        // In whole parts of 2⁻⁶², which add up the same in any order; no partial sum is beyond 1.
        var parts: Int64 = 0
        for k in a.indices { parts &+= Int64(a[k] * b[k] * 0x1p62) }
        result[i][j] = min(1, max(-1, Double(parts) * 0x1p-62))
        result[j][i] = result[i][j]
      }
    }
    return result
  }
}
