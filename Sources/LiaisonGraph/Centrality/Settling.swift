/// Tells when an iteration that converges geometrically has come within 1e-13 of its limit: from the
/// last change and the rate at which changes shrink.
struct Settling {
  private var earlier: Double?
  private var steps = 0

  mutating func isReached(_ change: Double) -> Bool {
    guard change > 1e-16 else { return true }
    steps += 1
    guard steps % 16 == 0 else { return false }
    defer { earlier = change }
    guard let earlier else { return false }
    let rate = change / earlier
    guard rate < 1 else { return change < 1e-15 }
    // The rate of one step, of which sixteen make `rate`.
    let step = rate.squareRoot().squareRoot().squareRoot().squareRoot()
    return change * step / (1 - step) < 1e-13
  }
}
