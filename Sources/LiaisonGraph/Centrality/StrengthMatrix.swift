/// The adjacency matrix of a simple graph, or its transpose, non-negative: entries are weights, or 1.
struct StrengthMatrix: Sendable {
  private let rows: Rows
  /// The entry of each arc; `nil` where all are 1.
  private let entries: [Double]?
  private let threads: Int?

  /// - Parameters:
  ///   - rows: the rows of the matrix: `outgoing` for A, `incoming` for Aᵀ.
  ///   - weights: one number an edge, not negative; `nil` where each counts 1.
  ///   - threads: how many threads multiply at most; no value depends on it.
  init(_ rows: Rows, weights: [Double]?, threads: Int? = 1) {
    self.rows = rows
    self.threads = threads
    entries = weights.map { weights in rows.edges.map { weights[Int($0)] } }
  }

  /// The number of rows.
  var size: Int { rows.nodeCount }

  /// The sum of each row.
  var rowSums: [Double] {
    (0..<size).map { v in
      guard let entries else { return Double(rows.row(v).count) }
      var sum = 0.0
      for k in rows.row(v) { sum += entries[k] }
      return sum
    }
  }

  /// y = M x.
  ///
  /// Pulled row by row with two sums at a time, since one alone would wait for each addition.
  ///
  /// - Parameters:
  ///   - x: as long as the matrix has columns.
  ///   - y: as long as it has rows.
  func multiply(_ x: DenseVector, into y: DenseVector) {
    nonisolated(unsafe) let (x, y) = (x.values, y.values)
    // Each row is summed by itself, so that the parts decide no value. A few are enough for any machine
    // that has the memory to feed them, and small products are done before a second thread wakes.
    let parts = rows.targets.count < 1 << 16 ? 1 : 16
    let each = rows.targets.count / parts
    _ = inParallel(parts, threads: threads) { part in
      let first = part == 0 ? 0 : rows.firstRow(from: part * each)
      let last = part == parts - 1 ? size : rows.firstRow(from: (part + 1) * each)
      multiply(x, into: y, first..<last)
    }
  }

  /// The product in some rows.
  private func multiply(
    _ x: UnsafeMutablePointer<Double>, into y: UnsafeMutablePointer<Double>, _ part: Range<Int>
  ) {
    // Raw, as targets are nodes: the check of each gather costs a fifth of the whole product.
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    if let entries = entries?.span {
      for v in part {
        let end = Int(offsets[v + 1])
        var k = Int(offsets[v])
        var (even, odd) = (0.0, 0.0)
        while k + 1 < end {
          even += entries[k] * x[Int(targets[k])]
          odd += entries[k + 1] * x[Int(targets[k + 1])]
          k += 2
        }
        if k < end { even += entries[k] * x[Int(targets[k])] }
        y[v] = even + odd
      }
    } else {
      for v in part {
        let end = Int(offsets[v + 1])
        var k = Int(offsets[v])
        var (even, odd) = (0.0, 0.0)
        while k + 1 < end {
          even += x[Int(targets[k])]
          odd += x[Int(targets[k + 1])]
          k += 2
        }
        if k < end { even += x[Int(targets[k])] }
        y[v] = even + odd
      }
    }
  }
}

extension Rows {
  /// The first row that begins at a place in the rows or after it.
  ///
  /// - Complexity: O(log n).
  fileprivate func firstRow(from place: Int) -> Int {
    var (low, high) = (0, nodeCount)
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Graph {
  /// - Throws: `weightNotPositive` where a weight is negative, `weightNotFinite` where weights sum to
  ///   more than a number holds, or one is so small that digits of it are lost.
  func requireNonNegativeWeights() throws(GraphError) {
    for (index, weight) in (weights ?? []).enumerated() where weight < 0 {
      let edge = edges[index]
      throw GraphError(
        .weightNotPositive,
        "The edge from node \(edge.source) to node \(edge.target) weighs \(weight); "
          + "this measure needs weights of zero or more.",
        hint: "Measure without weights, or put negative ties in a layer of their own.")
    }
    var sum = 0.0
    var isHeld = true
    for weight in weights ?? [] {
      sum += weight
      if weight > 0, weight < .leastNormalMagnitude { isHeld = false }
    }
    guard isHeld, (2 * sum).isFinite else {
      throw GraphError(
        .weightNotFinite, "The weights of the edges are too great or too small to be summed.",
        hint: "Measure without weights, or give them in another unit.")
    }
  }

  /// The simplified graph without weights, or with them and without ties of weight zero.
  ///
  /// - Throws: `weightNotPositive` where a weight is used that is negative, `weightNotFinite` where
  ///   weights are too great or too small to be summed.
  func strengths(weighted: Bool) throws(GraphError) -> Graph {
    let graph = simplified()
    guard weighted, let weights = graph.weights else { return graph.unweighted() }
    try graph.requireNonNegativeWeights()
    guard weights.contains(0) else { return graph }
    var kept: [Edge] = []
    var keptWeights: [Double] = []
    for (index, weight) in weights.enumerated() where weight > 0 {
      kept.append(graph.edges[index])
      keptWeights.append(weight)
    }
    return Graph(checked: kept, nodeCount: nodeCount, directed: isDirected, weights: keptWeights)
  }
}
