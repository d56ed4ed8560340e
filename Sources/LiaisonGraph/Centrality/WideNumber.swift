/// A number that is not negative, as exact as a `Double` and of any size.
struct WideNumber: Sendable, Equatable {
  /// From 1 to below 2, or 0.
  private var significand: Double
  /// The number is significand · 2^exponent.
  private var exponent: Int

  static let zero = WideNumber(0)

  /// - Parameter value: finite, not negative.
  init(_ value: Double) { self.init(value, scale: 0) }

  private init(_ value: Double, scale: Int) {
    guard value > 0 else {
      (significand, exponent) = (0, 0)
      return
    }
    (significand, exponent) = (value.significand, Int(value.exponent) + scale)
  }

  /// The nearest `Double`; infinite where there is none.
  var value: Double {
    guard significand > 0, exponent > -1075 else { return 0 }
    return Double(sign: .plus, exponent: min(exponent, 1024), significand: significand)
  }

  static func + (a: WideNumber, b: WideNumber) -> WideNumber {
    guard a.significand > 0 else { return b }
    guard b.significand > 0 else { return a }
    let (great, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
    // Beyond 60 binary digits nothing of the small one is left.
    let shift = max(small.exponent - great.exponent, -60)
    let part = Double(sign: .plus, exponent: shift, significand: small.significand)
    return WideNumber(great.significand + part, scale: great.exponent)
  }

  static func * (a: WideNumber, b: WideNumber) -> WideNumber {
    WideNumber(a.significand * b.significand, scale: a.exponent + b.exponent)
  }

  /// - Parameter b: above 0.
  static func / (a: WideNumber, b: WideNumber) -> WideNumber {
    WideNumber(a.significand / b.significand, scale: a.exponent - b.exponent)
  }
}
