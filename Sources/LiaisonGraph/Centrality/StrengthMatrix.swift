/// The adjacency matrix of a simple graph, or its transpose, non-negative: entries are weights, or 1.
struct StrengthMatrix: Sendable {
  private let rows: Rows
  /// The entry of each arc; `nil` where all are 1.
  private let entries: [Double]?

  /// - Parameters:
  ///   - rows: the rows of the matrix: `outgoing` for A, `incoming` for Aᵀ.
  ///   - weights: one number an edge, not negative; `nil` where each counts 1.
  init(_ rows: Rows, weights: [Double]?) {
    self.rows = rows
    entries = weights.map { weights in rows.edges.map { weights[Int($0)] } }
  }

  /// - Parameters:
  ///   - rows: rows of some nodes, renumbered.
  ///   - entries: the entry of each arc; `nil` where all are 1.
  init(_ rows: Rows, entries: [Double]?) {
    self.rows = rows
    self.entries = entries
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
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    // Raw, as targets are nodes: the check of each gather costs a fifth of the whole product.
    let (x, y) = (x.values, y.values)
    if let entries = entries?.span {
      for v in 0..<size {
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
      for v in 0..<size {
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
