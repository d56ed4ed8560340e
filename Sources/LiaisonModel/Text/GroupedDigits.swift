extension Int {
  /// The number as everything that is written for people has it, digits in groups of three: `1,848`.
  public var grouped: String {
    var digits = Array(String(magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (self < 0 ? "−" : "") + String(digits)
  }
}
