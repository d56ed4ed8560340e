/// The correlation of two networks of the same nodes, and what it is by chance.
public struct QAPCorrelation: Sendable, Equatable {
  /// Pearson's correlation over all pairs of nodes; `nil` where the ties of one do not vary.
  public var correlation: Double?
  /// The mean of the correlations when nodes change places at random.
  public var permutedMean: Double
  /// Their standard deviation.
  public var permutedDeviation: Double
  /// How likely chance gives as high a correlation: (1 + as many as did) / (1 + permutations).
  public var pAsHigh: Double
  /// How likely chance gives as low a correlation.
  public var pAsLow: Double
  /// How often nodes changed places.
  public var permutations: Int
}

extension Graph {
  /// Whether two networks of the same nodes have ties in the same places more than by chance: the
  /// quadratic assignment procedure.
  ///
  /// Pearson's correlation over ordered pairs of different nodes (unordered in undirected graphs),
  /// with 1 for a tie and 0 for none, or the weights; then the same with the nodes of one network in
  /// an order drawn at random, many times. Each permutation has its own stream of the seed.
  ///
  /// - Parameters:
  ///   - other: a graph of as many nodes, directed or undirected as this one.
  ///   - weighted: whether ties count by weight.
  ///   - permutations: how many orders are drawn.
  ///   - seed: the same seed gives the same result.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `invalidParameter`, `weightNotFinite` where weights of parallel edges are
  ///   too great to be summed, or `cancelled`.
  /// - Complexity: O(p (n + m log d)) time for p permutations and degree d.
  /// - Reference: L. Hubert and J. Schultz, Quadratic assignment as a general data analysis strategy,
  ///   British Journal of Mathematical and Statistical Psychology 29 (1976) 190–241,
  ///   doi:10.1111/j.2044-8317.1976.tb00714.x; D. Krackhardt, Predicting with networks, Social
  ///   Networks 10 (1988) 359–381, doi:10.1016/0378-8733(88)90004-4; B. Phipson and G. K. Smyth,
  ///   Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular
  ///   Biology 9 (2010) 39, doi:10.2202/1544-6115.1585.
  public func qapCorrelation(
    with other: Graph, weighted: Bool = false, permutations: Int = 1_000, seed: UInt64 = 1,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> QAPCorrelation {
    try requireComparable(other)
    guard permutations >= 0 else {
      throw GraphError(.invalidParameter, "\(permutations) permutations have no meaning.")
    }
    let (a, b) = (
      try TieValues(simplified(), weighted: weighted),
      try TieValues(other.simplified(), weighted: weighted)
    )
    let pairs = Double(nodeCount) * Double(nodeCount - 1) / (isDirected ? 1 : 2)
    let (x, y) = (a.sums, b.sums)
    let own = x.spread(over: pairs)
    let others = y.spread(over: pairs)
    func correlation(_ product: Double) -> Double {
      (pairs * product - x.sum * y.sum) / (own.squareRoot() * others.squareRoot())
    }
    var result = QAPCorrelation(
      permutedMean: 0, permutedDeviation: 0, pAsHigh: 1, pAsLow: 1, permutations: permutations)
    guard own > 0, others > 0 else { return result }
    let observed = correlation(a.product(with: b, places: Array(0..<nodeCount)))
    result.correlation = observed
    let parts = min(permutations, 64)
    let found = try inParallel(parts, threads: threads, progress: progress) { part in
      stride(from: part, to: permutations, by: parts).map { index in
        var places = Array(0..<a.graph.nodeCount)
        var random = SeededGenerator(seed: seed, stream: index)
        random.shuffle(&places)
        return a.product(with: b, places: places)
      }
    }
    var (sum, squares, high, low) = (0.0, 0.0, 1, 1)
    for index in 0..<permutations {
      let permuted = correlation(found[index % parts][index / parts])
      sum += permuted
      squares += permuted * permuted
      // Weights that are no whole numbers are summed in another order: draws differ by rounding.
      if permuted >= observed - 1e-12 { high += 1 }
      if permuted <= observed + 1e-12 { low += 1 }
    }
    guard permutations > 0 else { return result }
    let count = Double(permutations)
    result.permutedMean = sum / count
    result.permutedDeviation = max(0, squares / count - sum / count * (sum / count)).squareRoot()
    result.pAsHigh = Double(high) / (count + 1)
    result.pAsLow = Double(low) / (count + 1)
    return result
  }
}

/// A simple graph and the value of each of its ties.
private struct TieValues {
  let graph: Graph
  /// The weights, in a unit of their own, which no correlation depends on; `nil` where each counts 1.
  private let weights: [Double]?

  /// - Throws: `weightNotFinite` where a weight is infinite.
  init(_ simple: Graph, weighted: Bool) throws(GraphError) {
    graph = simple
    weights = weighted ? try simple.scaledWeights().weights : nil
  }

  var sums: CellSums {
    guard let weights else {
      return CellSums(sum: Double(graph.edgeCount), squares: Double(graph.edgeCount))
    }
    var sums = CellSums(sum: 0, squares: 0)
    for weight in weights {
      sums.sum += weight
      sums.squares += weight * weight
    }
    return sums
  }

  /// The sum over ties of the value times the other's between the nodes in their places.
  func product(with other: TieValues, places: [Int]) -> Double {
    var product = 0.0
    for (index, edge) in graph.edges.enumerated() {
      let source = places[edge.source.index]
      let rows = other.graph.outgoing
      guard let k = rows.place(of: Int32(places[edge.target.index]), inRow: source) else {
        continue
      }
      product += (weights?[index] ?? 1) * (other.weights?[Int(rows.edges[k])] ?? 1)
    }
    return product
  }
}

/// The values of all pairs of nodes, added up.
private struct CellSums {
  var sum: Double
  var squares: Double

  /// The number of pairs times the sum of squares, less the square of the sum; 0 where the values vary
  /// by no more than rounding does.
  func spread(over pairs: Double) -> Double {
    let spread = pairs * squares - sum * sum
    return spread > 1e-12 * pairs * squares ? spread : 0
  }
}
