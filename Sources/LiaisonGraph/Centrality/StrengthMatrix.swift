/// The adjacency matrix of a simple graph, non-negative: entries are weights, or 1.
///
/// Ties of weight zero are no entries.
struct StrengthMatrix: Sendable {
  let size: Int
  /// Row `v` of the matrix: `offsets[v] ..< offsets[v + 1]`.
  let offsets: [Int]
  let columns: [Int32]
  let values: [Double]
  /// The same for the transposed matrix.
  let transposedOffsets: [Int]
  let transposedColumns: [Int32]
  let transposedValues: [Double]

  /// - Throws: `weightNotPositive` where a weight is used that is negative.
  init(_ graph: Graph, weighted: Bool) throws(GraphError) {
    let weights = weighted ? graph.weights : nil
    if weighted { try graph.requireNonNegativeWeights() }
    size = graph.nodeCount
    (offsets, columns, values) = StrengthMatrix.entries(graph.outgoing, weights)
    if graph.isDirected {
      (transposedOffsets, transposedColumns, transposedValues) =
        StrengthMatrix.entries(graph.incoming, weights)
    } else {
      (transposedOffsets, transposedColumns, transposedValues) = (offsets, columns, values)
    }
  }

  private static func entries(
    _ rows: Rows, _ weights: [Double]?
  ) -> ([Int], [Int32], [Double]) {
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    offsets.reserveCapacity(rows.offsets.count)
    columns.reserveCapacity(rows.targets.count)
    values.reserveCapacity(rows.targets.count)
    for v in 0..<rows.nodeCount {
      for k in rows.row(v) {
        let value = weights?[Int(rows.edges[k])] ?? 1
        guard value != 0 else { continue }
        columns.append(rows.targets[k])
        values.append(value)
      }
      offsets.append(columns.count)
    }
    return (offsets, columns, values)
  }

  /// The sum of each row.
  var rowSums: [Double] {
    var sums = [Double](repeating: 0, count: size)
    for v in 0..<size {
      for k in offsets[v]..<offsets[v + 1] { sums[v] += values[k] }
    }
    return sums
  }

  /// A x.
  func product(_ x: [Double]) -> [Double] {
    StrengthMatrix.product(offsets, columns, values, x)
  }

  /// Aᵀ x: what each node gets from those whose arcs lead to it.
  func transposedProduct(_ x: [Double]) -> [Double] {
    StrengthMatrix.product(transposedOffsets, transposedColumns, transposedValues, x)
  }

  private static func product(
    _ offsets: [Int], _ columns: [Int32], _ values: [Double], _ x: [Double]
  ) -> [Double] {
    var result = [Double](repeating: 0, count: x.count)
    for v in 0..<x.count {
      var sum = 0.0
      for k in offsets[v]..<offsets[v + 1] { sum += values[k] * x[Int(columns[k])] }
      result[v] = sum
    }
    return result
  }
}

extension Graph {
  /// - Throws: `weightNotPositive` where a weight is negative.
  func requireNonNegativeWeights() throws(GraphError) {
    for (index, weight) in (weights ?? []).enumerated() where weight < 0 {
      let edge = edges[index]
      throw GraphError(
        .weightNotPositive,
        "The edge from node \(edge.source) to node \(edge.target) weighs \(weight); "
          + "this measure needs weights of zero or more.",
        hint: "Measure without weights, or put negative ties in a layer of their own.")
    }
  }

  /// The simplified graph without weights, or with them and without ties of weight zero.
  ///
  /// - Throws: `weightNotPositive` where a weight is used that is negative.
  func strengths(weighted: Bool) throws(GraphError) -> Graph {
    let graph = simplified()
    guard weighted, let weights = graph.weights else {
      return graph.isWeighted
        ? Graph(checked: graph.edges, nodeCount: nodeCount, directed: isDirected, weights: nil)
        : graph
    }
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
