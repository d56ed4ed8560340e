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
  private let residual: DenseVector
  private let earlierResidual: DenseVector
  private let earlierImage: DenseVector

  private init(count: Int) {
    residualChanges = (0..<FixedPoint.depth).map { _ in DenseVector(count) }
    imageChanges = (0..<FixedPoint.depth).map { _ in DenseVector(count) }
    products = Array(
      repeating: Array(repeating: 0, count: FixedPoint.depth), count: FixedPoint.depth)
    residual = DenseVector(count)
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
  ///   - limit: how many steps at most.
  ///   - rounding: how large a residual rounding may leave, given an image; asked for only where no
  ///     step came nearer for long. A thousand times the tolerance unless given.
  ///   - progress: where to look whether to go on; a run that is told to stop has not settled.
  ///   - map: writes g(x) and returns the size of g(x) − x, in whichever norm the tolerance is meant.
  /// - Returns: whether the tolerance was reached, or as much of it as rounding allows.
  static func solve(
    _ x: DenseVector, tolerance: Double, limit: Int, rounding: ((DenseVector) -> Double)? = nil,
    progress: RunProgress?, map: (DenseVector, DenseVector) -> Double
  ) -> Bool {
    var mixing = FixedPoint(count: x.count)
    let image = DenseVector(x.count)
    var least = Double.infinity
    var leastAt = 0
    var isPlain = false
    for step in 0..<limit {
      guard progress?.isCancelled != true else { return false }
      let size = map(x, image)
      guard size.isFinite else {
        // Numbers too great to be held: a mixed step may have gone too far, a plain one has not.
        guard !isPlain, step > 0 else { return false }
        isPlain = true
        (least, leastAt) = (.infinity, step)
        x.assign(mixing.earlierImage)
        continue
      }
      if size < least { (least, leastAt) = (size, step) }
      let stalls = step - leastAt > (isPlain ? 1000 : 50)
      if size <= tolerance || stalls && size <= rounding?(image) ?? (1000 * tolerance) {
        x.assign(image)
        return true
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
      if size > 10 * least { mixing.kept = 0 }
      mixing.advance(x, image, isFirst: step == 0)
    }
    return false
  }

  /// Replaces x by the next one to try.
  private mutating func advance(_ x: DenseVector, _ image: DenseVector, isFirst: Bool) {
    residual.assign(image, minus: x)
    if !isFirst { remember(image) }
    earlierResidual.assign(residual)
    earlierImage.assign(image)
    x.assign(image)
    // Numbers too great to be squared are left to plain steps.
    guard let weights = mixingWeights(), weights.allSatisfy(\.isFinite) else { return }
    for (change, weight) in zip(imageChanges, weights) where weight != 0 { x.add(-weight, change) }
    // The solution is not negative, and so is the image.
    let (values, images) = (x.values, image.values)
    for v in 0..<x.count where !(values[v] >= 0) { values[v] = images[v] }
  }

  private mutating func remember(_ image: DenseVector) {
    let change = residualChanges[next]
    change.assign(residual, minus: earlierResidual)
    imageChanges[next].assign(image, minus: earlierImage)
    kept = min(kept + 1, FixedPoint.depth)
    // Filled from 0 on after a restart, so that the first `kept` places are those in use.
    let own = next
    for other in 0..<kept {
      let product = change.dot(residualChanges[other])
      products[own][other] = product
      products[other][own] = product
    }
    next = kept < FixedPoint.depth ? kept : (own + 1) % FixedPoint.depth
  }

  /// How much of each change is taken back so that the residual becomes least: normal equations by
  /// Cholesky's method, those that depend on earlier ones left out.
  private mutating func mixingWeights() -> [Double]? {
    if kept == 0 { next = 0 }
    guard kept > 0 else { return nil }
    var lower = [[Double]](repeating: [Double](repeating: 0, count: kept), count: kept)
    var weights = (0..<kept).map { residualChanges[$0].dot(residual) }
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
