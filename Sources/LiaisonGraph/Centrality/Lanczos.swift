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
  ///     above zero, afterwards. The eigenvector has no negative entry.
  ///   - tie: the part of the eigenvalue that another is nearer by, if it counts as equal.
  ///   - limit: how many products each of three searches may take.
  ///   - progress: where to look whether to go on; a run that is told to stop reaches nothing.
  ///   - multiply: writes the product of the matrix with the first vector into the second. The matrix is
  ///     scaled so that squares of its entries can be held.
  /// - Returns: the eigenvalue, and whether no other is equal to it; `nil` where that was not reached.
  static func largest(
    _ start: DenseVector, tie: Double, limit: Int, progress: RunProgress?,
    multiply: (DenseVector, DenseVector) -> Void
  ) -> (value: Double, isSimple: Bool)? {
    guard
      let found = settle(start, apart: nil, limit: limit, progress: progress, multiply: multiply)
    else { return nil }
    // A start at right angles to the second eigenvector does not show it, nor one whose share of it
    // cannot be told from one of the first. The angle to the eigenvector stays below 1e-10 where no
    // other lies nearer than the hundredth part of the distance that was seen.
    let enough = max(found.apart / 100, tie * found.value)
    guard
      let apart = distance(
        from: found.value, of: start, enough: enough, tie: tie * found.value, limit: limit,
        progress: progress, multiply: multiply)
    else { return nil }
    let product = DenseVector(start.count)
    multiply(start, product)
    product.add(-found.value, start)
    let residual = product.dot(product).squareRoot()
    // Where it is nearer, the angle is at most the residual, as a part of the distance.
    guard apart > 0, apart < enough, residual > max(1e-10 * apart, 4e-15 * found.value) else {
      return (found.value, apart > 0)
    }
    // Anew, from where the second is seen.
    var random = SeededGenerator(seed: 2)
    for index in 0..<start.count { start.values[index] = 0.5 + random.unit() }
    let again = settle(start, apart: apart, limit: limit, progress: progress, multiply: multiply)
    return again.map { ($0.value, true) }
  }

  /// - Parameter apart: how far the two largest eigenvalues are apart at least; estimated if `nil`.
  /// - Returns: the largest eigenvalue, and how far from it the second is, as far as `start` shows.
  private static func settle(
    _ start: DenseVector, apart: Double?, limit: Int, progress: RunProgress?,
    multiply: (DenseVector, DenseVector) -> Void
  ) -> (value: Double, apart: Double)? {
    // Vectors that fit in 64 MB are kept before the best so far starts anew.
    let room = min(160, max(12, 8_000_000 / max(1, start.count)))
    var basis: [DenseVector] = []
    var gap = apart
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
          if apart == nil, gap == nil || residual > 1e-7 * best.value {
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
        return (best.value, gap ?? 0)
      }
    }
    return nil
  }

  /// How far the second eigenvalue lies from the largest, whose eigenvector is known: Lanczos at right
  /// angles to it, from a start that no symmetry of the matrix bears.
  ///
  /// The start has a share of each eigenvector, and each step makes that of the eigenvalue λ greater by a
  /// factor that follows from the numbers found so far. No share is above 1, so that once the product of the
  /// factors is 1000 √n, there is no eigenvalue at λ or above, but one of which the start has less
  /// than the thousandth part of what a vector drawn at random has.
  ///
  /// - Parameters:
  ///   - enough: the distance that need not be surpassed.
  ///   - tie: the distance below which two are equal; no greater.
  /// - Returns: `enough`, or the greatest distance at which there is none; 0 where one is nearer than
  ///   `tie`; `nil` where that was not reached.
  private static func distance(
    from value: Double, of vector: DenseVector, enough: Double, tie: Double, limit: Int,
    progress: RunProgress?, multiply: (DenseVector, DenseVector) -> Void
  ) -> Double? {
    let n = vector.count
    guard n > 1 else { return enough }
    var random = SeededGenerator(seed: 1)
    var current = DenseVector((0..<n).map { _ in random.unit() - 0.5 })
    var (before, product) = (DenseVector(n), DenseVector(n))
    for _ in 0..<2 { current.add(-current.dot(vector), vector) }
    current.scale(1 / current.dot(current).squareRoot())
    let growth = 1000 * Double(n).squareRoot()
    var matrix = Tridiagonal()
    var next = 4
    for step in 1...max(1, limit) {
      guard progress?.isCancelled != true else { return nil }
      multiply(current, product)
      if let link = matrix.links.last { product.add(-link, before) }
      let diagonal = product.dot(current)
      product.add(-diagonal, current)
      product.add(-product.dot(vector), vector)
      let rest = product.dot(product).squareRoot()
      guard rest.isFinite else { return nil }
      matrix.diagonal.append(diagonal)
      matrix.links.append(rest)
      let isSpanned = rest <= 1e-14 * value
      if isSpanned || step >= next {
        next = step + max(4, step / 8)
        let least = isSpanned ? 0 : growth
        guard let ofTie = matrix.growth(at: value - tie) else { return 0 }
        if matrix.growth(at: value - enough).map({ $0 >= least }) ?? false { return enough }
        if ofTie >= least {
          var (near, far) = (tie, enough)
          while far > 1.01 * near {
            let middle = (near * far).squareRoot()
            if matrix.growth(at: value - middle).map({ $0 >= least }) ?? false {
              near = middle
            } else {
              far = middle
            }
          }
          return near
        }
      }
      product.scale(1 / rest)
      (before, current, product) = (current, product, before)
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

  /// How much greater the share of an eigenvalue is in the last vector than it was in the first, at least;
  /// `nil` where an eigenvalue of this matrix is as great.
  func growth(at number: Double) -> Double? {
    var (growth, greatest) = (1.0, 1.0)
    var pivot = 0.0
    for i in diagonal.indices {
      pivot = number - diagonal[i] - (i > 0 ? links[i - 1] * links[i - 1] / pivot : 0)
      guard pivot > 0 else { return nil }
      growth *= pivot / links[i]
      greatest = max(greatest, growth)
    }
    return greatest
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
