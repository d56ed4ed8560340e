/// Random numbers that are the same for the same seed, on every machine and with every version of the
/// standard library (SplitMix64).
///
/// The standard library may change how it draws a number from a range or shuffles; what is drawn here
/// is drawn by the methods here alone, so that a seeded result can be reproduced years later.
///
/// - Reference: G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators,
///   OOPSLA 2014, doi:10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed.
  public init(seed: UInt64) { state = seed }

  /// Starts one of many independent streams of a seed, for work that is cut into parts.
  init(seed: UInt64, stream: Int) {
    var first = SeededGenerator(seed: seed ^ 0xD1B5_4A32_D192_ED03)
    self.init(seed: first.next() &+ UInt64(stream) &* 0xA24B_AED4_963E_E407)
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 to `bound − 1`, each as likely (`bound` is at least 1).
  mutating func below(_ bound: Int) -> Int {
    // Lemire's method: the high word of a product, the few numbers that would favour some refused.
    let size = UInt64(bound)
    var product = next().multipliedFullWidth(by: size)
    if product.low < size {
      let surplus = (0 &- size) % size
      while product.low < surplus { product = next().multipliedFullWidth(by: size) }
    }
    return Int(product.high)
  }

  /// A number from 0 up to, but not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Puts the elements into an order drawn at random.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }
}
