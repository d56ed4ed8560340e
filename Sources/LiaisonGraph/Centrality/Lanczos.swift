/// The largest eigenvalue of a symmetric matrix and its eigenvector, by the method of Lanczos: the best
/// there is in the space that a start vector and its products with the matrix span.
///
/// Takes about the square root of the steps that power iteration takes.
///
/// - Reference: C. Lanczos, An iteration method for the solution of the eigenvalue problem of linear
///   differential and integral operators, Journal of Research of the National Bureau of Standards 45
///   (1950) 255–282, doi:10.6028/jres.045.026; B. N. Parlett, The Symmetric Eigenvalue Problem, SIAM
///   1998, doi:10.1137/1.9781611971163.
struct Lanczos {
  /// The residual that is asked for, as a part of the distance between the two largest eigenvalues. The
  /// angle to the eigenvector is at most that part; three digits are kept in hand, as the second
  /// eigenvalue is an estimate.
  private static let tolerance = 1e-12

  /// How many products a part of so many arcs may take.
  static func stepLimit(_ arcCount: Int) -> Int {
    min(200_000, max(2_000, 1_000_000_000 / max(1, arcCount)))
  }

  /// - Parameters:
  ///   - start: not at right angles to the eigenvector; the eigenvector, of unit length and with a sum
  ///     above zero, afterwards.
  ///   - limit: how many products at most.
  ///   - progress: where to look whether to go on; a run that is told to stop reaches nothing.
  ///   - multiply: writes the product of the matrix with the first vector into the second. The matrix is
  ///     scaled so that squares of its entries can be held.
  /// - Returns: the eigenvalue; `nil` where it was not reached.
  static func largest(
    _ start: DenseVector, limit: Int, progress: RunProgress?,
    multiply: (DenseVector, DenseVector) -> Void
  ) -> Double? {
    // Vectors that fit in 64 MB are kept before the best so far starts anew.
    let room = min(160, max(12, 8_000_000 / max(1, start.count)))
    var basis: [DenseVector] = []
    var gap: Double?
    var products = 0
    while products < limit {
      start.scale(1 / start.dot(start).squareRoot())
      var matrix = Tridiagonal()
      if basis.isEmpty { basis.append(DenseVector(start.count)) }
      basis[0].assign(start)
      var length = 0
      var best = (value: 0.0, vector: [1.0])
      var isReached = false
      // The size of the entries so far, against which the rest is small or is not.
      var scale = 0.0
      while length < room, !isReached {
        guard progress?.isCancelled != true else { return nil }
        let current = basis[length]
        if basis.count == length + 1 { basis.append(DenseVector(start.count)) }
        let product = basis[length + 1]
        multiply(current, product)
        products += 1
        if let link = matrix.links.last { product.add(-link, basis[length - 1]) }
        let diagonal = product.dot(current)
        product.add(-diagonal, current)
        length += 1
        matrix.diagonal.append(diagonal)
        let rest = product.dot(product).squareRoot()
        guard rest.isFinite else { return nil }
        scale = max(scale, abs(diagonal), length > 1 ? rest : 0)
        // A rest of rounding errors alone would begin the search anew, with copies of what is found.
        let isSpanned = rest <= 1e-14 * scale || rest == 0
        if length % 4 == 0 || length == room || rest <= 1e-8 * scale || start.count <= length {
          best = matrix.largest()
          let residual = rest * abs(best.vector[length - 1])
          // Once the first is found, rounding brings copies of it that would look like a second.
          if gap == nil || residual > 1e-7 * best.value {
            gap = best.value - matrix.second(below: best.value)
          }
          isReached = isSpanned || residual <= Lanczos.tolerance * (gap ?? 0)
        }
        if !isReached, length < room {
          matrix.links.append(rest)
          product.scale(1 / rest)
        }
      }
      start.scale(0)
      for (place, weight) in best.vector.enumerated() { start.add(weight, basis[place]) }
      if start.sum < 0 { start.scale(-1) }
      if isReached {
        start.scale(1 / start.dot(start).squareRoot())
        return best.value
      }
    }
    return nil
  }
}

/// A symmetric matrix with entries on the diagonal and beside it only.
private struct Tridiagonal {
  var diagonal: [Double] = []
  /// What links each place to the next.
  var links: [Double] = []

  /// How many eigenvalues lie above a number, by the signs of the pivots (Sturm).
  private func countAbove(_ number: Double) -> Int {
    var count = 0
    var pivot = 1.0
    for i in diagonal.indices {
      let square = i > 0 ? links[i - 1] * links[i - 1] : 0
      pivot = diagonal[i] - number - (pivot == 0 ? square / 1e-300 : square / pivot)
      if pivot > 0 { count += 1 }
    }
    return count
  }

  /// The greatest sum of a row: no eigenvalue is greater in size.
  private var bound: Double {
    var bound = 0.0
    for i in diagonal.indices {
      let before = i > 0 ? links[i - 1] : 0
      let after = i < diagonal.count - 1 ? links[i] : 0
      bound = max(bound, abs(diagonal[i]) + before + after)
    }
    return bound
  }

  /// The eigenvalue that `rank` others are greater than, by halving an interval.
  private func eigenvalue(_ rank: Int, from lowest: Double, to highest: Double, steps: Int)
    -> Double
  {
    var (low, high) = (lowest, highest)
    for _ in 0..<steps {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if countAbove(middle) > rank { low = middle } else { high = middle }
    }
    return high
  }

  /// The largest eigenvalue, and its eigenvector of unit length by inverse iteration.
  func largest() -> (value: Double, vector: [Double]) {
    let bound = bound
    let value = eigenvalue(0, from: -bound, to: bound * (1 + 1e-14), steps: 80)
    // Above all eigenvalues the pivots have one sign, and no exchange of rows is needed.
    let shift = value + max(bound, 1e-300) * 4e-16
    var pivots = diagonal
    for i in diagonal.indices {
      pivots[i] = shift - diagonal[i] - (i > 0 ? links[i - 1] * links[i - 1] / pivots[i - 1] : 0)
      if !(pivots[i] > 0) { pivots[i] = max(bound, 1e-300) * 1e-16 }
    }
    var vector = [Double](repeating: 1, count: diagonal.count)
    for _ in 0..<3 {
      for i in 1..<max(1, vector.count) {
        vector[i] += links[i - 1] / pivots[i - 1] * vector[i - 1]
      }
      for i in vector.indices.reversed() {
        vector[i] /= pivots[i]
        if i < vector.count - 1 { vector[i] += links[i] / pivots[i] * vector[i + 1] }
      }
      var square = 0.0
      for entry in vector { square += entry * entry }
      let length = square.squareRoot()
      for i in vector.indices { vector[i] /= length }
    }
    return (value, vector)
  }

  /// The second largest eigenvalue, near enough to tell how far it is from the largest.
  func second(below largest: Double) -> Double {
    guard diagonal.count > 1 else { return -bound }
    return eigenvalue(1, from: -bound, to: largest, steps: 30)
  }
}
