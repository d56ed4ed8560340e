/// How alike two profiles of ties are.
public enum EquivalenceMeasure: String, Sendable, CaseIterable {
  /// Pearson's correlation: 1 for profiles of one shape.
  case correlation
  /// The Euclidean distance: 0 for the same ties to the same nodes.
  case euclidean
}

extension Graph {
  /// How far two nodes have the same ties to the same others: structural equivalence.
  ///
  /// The profile of a node is its row of the simplified graph's adjacency, and in a directed graph its
  /// column too; for the pair (i, j) the entries to and from i and j themselves are left out.
  ///
  /// - Parameters:
  ///   - measure: correlation or Euclidean distance.
  ///   - weighted: whether ties count by weight.
  /// - Returns: for each pair the figure; a correlation is undefined where a profile does not vary;
  ///   ``PairMatrix/clustered(_:areSimilarities:)`` takes it for 1 where two such profiles are equal.
  /// - Throws: ``GraphError`` with `tooLarge` above 20,000 nodes, whose pairs take 1.6 GB, or
  ///   `weightNotFinite` where sums of weights, or distances, are too great to be held.
  /// - Complexity: O(n² + Σ degree²) time, O(n²) space.
  /// - Reference: F. Lorrain and H. C. White, Structural equivalence of individuals in social
  ///   networks, Journal of Mathematical Sociology 1 (1971) 49–80,
  ///   doi:10.1080/0022250X.1971.9989788; R. S. Burt, Positions in networks, Social Forces 55 (1976)
  ///   93–122, doi:10.2307/2577097; S. Wasserman and K. Faust, Social Network Analysis, Cambridge University
  ///   Press 1994, ch. 9, doi:10.1017/CBO9780511815478.
  public func structuralEquivalence(
    _ measure: EquivalenceMeasure = .correlation, weighted: Bool = false
  ) throws(GraphError) -> PairMatrix {
    let n = nodeCount
    guard n <= 20_000 else {
      throw GraphError(.tooLarge, "The pairs of \(n) nodes are too many to compare profiles.")
    }
    let graph = simplified()
    let (weights, unit) = weighted ? try graph.scaledWeights() : (nil, 1)
    let sides = isDirected ? [graph.outgoing, graph.incoming] : [graph.outgoing]
    let profiles = sides.map { ProfileSums(rows: $0, weights: weights) }
    var matrix = PairMatrix(repeating: .nan, nodeCount: n)
    let cells = Double(sides.count * (n - 2))
    var product = [Double](repeating: 0, count: n)
    for i in 0..<n {
      for index in product.indices { product[index] = 0 }
      // Both walk to a common partner: over i's row, and back along the partner's arcs.
      for (side, rows) in sides.enumerated() {
        let back = isDirected ? sides[1 - side] : rows
        for k in rows.row(i) {
          let value = weights?[Int(rows.edges[k])] ?? 1
          for l in back.row(Int(rows.targets[k])) {
            product[Int(back.targets[l])] += value * (weights?[Int(back.edges[l])] ?? 1)
          }
        }
      }
      for j in 0..<i {
        var (x, y, xx, yy) = (0.0, 0.0, 0.0, 0.0)
        for sums in profiles {
          let between = sums.value(i, j)
          let back = sums.value(j, i)
          x += sums.sum[i] - between
          y += sums.sum[j] - back
          xx += sums.squares[i] - between * between
          yy += sums.squares[j] - back * back
        }
        let place = PairMatrix.place(i, j)
        switch measure {
        case .euclidean:
          let distance = unit * max(0, xx + yy - 2 * product[j]).squareRoot()
          guard distance.isFinite else { throw .weightsTooGreat }
          matrix.values[place] = distance
        case .correlation:
          let (a, b) = (cells * xx - x * x, cells * yy - y * y)
          let (isVaried, isOtherVaried) = (a > 1e-12 * cells * xx, b > 1e-12 * cells * yy)
          if !isVaried, !isOtherVaried, abs(x - y) <= 1e-12 * max(abs(x), abs(y)) {
            matrix.values[place] = .infinity
          }
          guard isVaried, isOtherVaried else { continue }
          let r = (cells * product[j] - x * y) / (a.squareRoot() * b.squareRoot())
          matrix.values[place] = min(1, max(-1, r))
        }
      }
    }
    return matrix
  }
}

/// The sums of each node's row.
private struct ProfileSums {
  let rows: Rows
  let weights: [Double]?
  private(set) var sum: [Double]
  private(set) var squares: [Double]

  init(rows: Rows, weights: [Double]?) {
    self.rows = rows
    self.weights = weights
    sum = Array(repeating: 0, count: rows.nodeCount)
    squares = sum
    for v in 0..<rows.nodeCount {
      for k in rows.row(v) {
        let value = weights?[Int(rows.edges[k])] ?? 1
        sum[v] += value
        squares[v] += value * value
      }
    }
  }

  /// The entry between two nodes.
  func value(_ a: Int, _ b: Int) -> Double {
    guard let k = rows.place(of: Int32(b), inRow: a) else { return 0 }
    return weights?[Int(rows.edges[k])] ?? 1
  }
}
