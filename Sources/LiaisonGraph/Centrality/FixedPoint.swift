/// The solution of x = g(x) for an affine or nearly affine g whose solution is not negative, found by
/// Anderson mixing: from the last few steps, the combination whose residual is least is taken further.
///
/// On linear equations this is the method of generalized minimal residuals, a few vectors long; it
/// takes a third to a tenth of the steps of plain iteration.
///
/// - Reference: H. F. Walker and P. Ni, Anderson acceleration for fixed-point iterations, SIAM Journal
///   on Numerical Analysis 49 (2011) 1715–1735, doi:10.1137/10078356X.
struct FixedPoint {
  /// How many earlier steps are mixed.
  private static let depth = 5

  private var residualChanges: [DenseVector]
  private var imageChanges: [DenseVector]
  /// The products of the residual changes with each other.
  private var products: [[Double]]
  /// How many changes are kept, and which is written next.
  private var kept = 0
  private var next = 0
  /// The products of the residual changes with the last residual.
  private var residualProducts: [Double]
  /// By how much at least the residual changed with x, as a part of the change of x: the error is about
  /// the residual over it, or less.
  private var leastSlope = 1.0
  private let earlierResidual: DenseVector
  private let earlierImage: DenseVector
  private let threads: Int?

  private init(count: Int, threads: Int?) {
    self.threads = threads
    residualChanges = (0..<FixedPoint.depth).map { _ in DenseVector(count) }
    imageChanges = (0..<FixedPoint.depth).map { _ in DenseVector(count) }
    products = Array(
      repeating: Array(repeating: 0, count: FixedPoint.depth), count: FixedPoint.depth)
    residualProducts = Array(repeating: 0, count: FixedPoint.depth)
    earlierResidual = DenseVector(count)
    earlierImage = DenseVector(count)
  }

  /// Iterates until `map` reports a residual of `tolerance` or less, or one that rounding keeps from
  /// falling further.
  ///
  /// Where mixed steps come no nearer, plain ones go on: they are slow, but get there wherever g takes
  /// two points nearer to each other.
  ///
  /// - Parameters:
  ///   - x: where to start, not negative; the last image that `map` gave, afterwards.
  ///   - tolerance: how large a residual may be left.
  ///   - ofError: whether the tolerance is that of the error, which is greater than the residual where
  ///     steps of plain iteration become shorter slowly.
  ///   - limit: how many steps at most.
  ///   - rounding: how large a residual rounding may leave, given an image; asked for only where no
  ///     step came nearer for long. A thousand times the tolerance unless given.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to look whether to go on; a run that is told to stop has not settled.
  ///   - map: writes g(x) and returns the size of g(x) − x, in whichever norm the tolerance is meant.
  /// - Returns: how large the error is about, and by how much at least the residual changed with x, as a part
  ///   of the change of x; `nil` where neither the tolerance was reached nor as much of it as rounding allows.
  static func solve(
    _ x: DenseVector, tolerance: Double, ofError: Bool = false, limit: Int,
    rounding: ((DenseVector) -> Double)? = nil, threads: Int? = 1, progress: RunProgress?,
    map: (DenseVector, DenseVector) -> Double
  ) -> (error: Double, slope: Double)? {
    var mixing = FixedPoint(count: x.count, threads: threads)
    let image = DenseVector(x.count)
    var least = Double.infinity
    var leastAt = 0
    var isPlain = false
    for step in 0..<limit {
      guard progress?.isCancelled != true else { return nil }
      let size = map(x, image)
      guard size.isFinite else {
        // Numbers too great to be held: a mixed step may have gone too far, a plain one has not.
        guard !isPlain, step > 0 else { return nil }
        isPlain = true
        (least, leastAt) = (.infinity, step)
        x.assign(mixing.earlierImage)
        continue
      }
      if size < least { (least, leastAt) = (size, step) }
      let stalls = step - leastAt > (isPlain ? 1000 : 50)
      let enough = ofError ? tolerance * mixing.leastSlope : tolerance
      if size <= enough || stalls && size <= rounding?(image) ?? (1000 * tolerance) {
        x.assign(image)
        return (size / mixing.leastSlope, mixing.leastSlope)
      }
      if stalls, !isPlain {
        isPlain = true
        (least, leastAt) = (size, step)
      }
      if isPlain {
        x.assign(image)
        continue
      }
      // A residual that grew shows that the mixed steps are no guide here.
      if size > 10 * least { (mixing.kept, mixing.next) = (0, 0) }
      mixing.advance(x, image, isFirst: step == 0)
    }
    return nil
  }

  /// Replaces x by the next one to try.
  private mutating func advance(_ x: DenseVector, _ image: DenseVector, isFirst: Bool) {
    remember(x, image, isFirst: isFirst)
    // Numbers too great to be squared are left to plain steps.
    guard let weights = mixingWeights(), weights.allSatisfy(\.isFinite) else {
      x.assign(image)
      return
    }
    let own = self
    _ = inParts(x.blockCount) { own.mix(image, weights, into: x, $0) }
  }

  /// Keeps the residual and the image, and by how much they changed; and multiplies the changes.
  private mutating func remember(_ x: DenseVector, _ image: DenseVector, isFirst: Bool) {
    if !isFirst { kept = min(kept + 1, FixedPoint.depth) }
    let before = self
    let sums = inParts(x.blockCount) { before.remembered(x, image, isFirst: isFirst, $0) }
    guard !isFirst else { return }
    // Filled from 0 on after a restart, so that the first `kept` places are those in use.
    let own = next
    for other in 0..<kept {
      // In the order of the parts, whoever was done first.
      let product = sums.reduce(0) { $0 + $1[other] }
      products[own][other] = product
      products[other][own] = product
      residualProducts[other] = sums.reduce(0) { $0 + $1[kept + other] }
    }
    let moved = sums.reduce(0) { $0 + $1[2 * kept] }
    if moved > 0 { leastSlope = min(leastSlope, (products[own][own] / moved).squareRoot()) }
    next = (own + 1) % FixedPoint.depth
  }

  /// Runs over parts of the blocks, one if they are few; the parts depend on nothing but their number.
  private func inParts<Sums: Sendable>(
    _ blockCount: Int, _ body: @Sendable (Range<Int>) -> Sums
  ) -> [Sums] {
    let parts = blockCount < 1 << 12 ? 1 : 16
    let size = (blockCount + parts - 1) / parts
    return inParallel(parts, threads: threads) { part in
      body(min(blockCount, part * size)..<min(blockCount, (part + 1) * size))
    }
  }

  /// One part of what is remembered.
  ///
  /// - Returns: the products of the newest residual change with each that is kept, then those of each
  ///   with the residual, and last the square of the change of x.
  private func remembered(
    _ x: DenseVector, _ image: DenseVector, isFirst: Bool, _ part: Range<Int>
  ) -> [Double] {
    let (change, imageChange) = (residualChanges[next], imageChanges[next])
    let residual = earlierResidual
    var sums = [DenseVector.Block](repeating: .zero, count: 2 * kept)
    var squares = DenseVector.Block.zero
    // A few kilobytes of each vector at a time, so that each is fetched from memory once.
    for first in stride(from: part.lowerBound, to: part.upperBound, by: 64) {
      let blocks = first..<min(first + 64, part.upperBound)
      for index in blocks {
        let (target, before) = (image[block: index], residual[block: index])
        let now = target - x[block: index]
        let imageMoved = target - earlierImage[block: index]
        let moved = imageMoved - (now - before)
        change[block: index] = now - before
        imageChange[block: index] = imageMoved
        squares += moved * moved
        residual[block: index] = now
        earlierImage[block: index] = target
      }
      guard !isFirst else { continue }
      for place in 0..<kept {
        let other = residualChanges[place]
        var (product, along) = (DenseVector.Block.zero, DenseVector.Block.zero)
        for index in blocks {
          let values = other[block: index]
          product += change[block: index] * values
          along += residual[block: index] * values
        }
        sums[place] += product
        sums[kept + place] += along
      }
    }
    return sums.map { $0.sum() } + [squares.sum()]
  }

  /// One part of the next x: the image, less a share of each change.
  private func mix(
    _ image: DenseVector, _ weights: [Double], into x: DenseVector, _ part: Range<Int>
  ) {
    for first in stride(from: part.lowerBound, to: part.upperBound, by: 64) {
      let blocks = first..<min(first + 64, part.upperBound)
      for index in blocks { x[block: index] = image[block: index] }
      for (change, weight) in zip(imageChanges, weights) where weight != 0 {
        for index in blocks { x[block: index] -= weight * change[block: index] }
      }
      // The solution is not negative, and so is the image; what is no number is taken from it too.
      for index in blocks {
        let mixed = x[block: index]
        x[block: index] = image[block: index].replacing(with: mixed, where: mixed .>= .zero)
      }
    }
  }

  /// How much of each change is taken back so that the residual becomes least: normal equations by
  /// Cholesky's method, those that depend on earlier ones left out.
  private mutating func mixingWeights() -> [Double]? {
    guard kept > 0 else { return nil }
    var lower = [[Double]](repeating: [Double](repeating: 0, count: kept), count: kept)
    var weights = Array(residualProducts[..<kept])
    var isUsed = [Bool](repeating: true, count: kept)
    for i in 0..<kept {
      for j in 0...i {
        var sum = products[i][j]
        for k in 0..<j where isUsed[k] { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          isUsed[i] = sum > 1e-13 * products[i][i]
          lower[i][i] = isUsed[i] ? sum.squareRoot() : 1
        } else if isUsed[j] {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    for i in 0..<kept {
      for k in 0..<i where isUsed[k] { weights[i] -= lower[i][k] * weights[k] }
      weights[i] = isUsed[i] ? weights[i] / lower[i][i] : 0
    }
    for i in stride(from: kept - 1, through: 0, by: -1) where isUsed[i] {
      for k in (i + 1)..<max(kept, i + 1) where isUsed[k] { weights[i] -= lower[k][i] * weights[k] }
      weights[i] /= lower[i][i]
    }
    return weights
  }
}
