/// The direction and the script of a text, as far as drawing needs them.
enum TextDirection {
  /// The mark that stands for a letter from left to right and is not seen (U+200E).
  static let mark: Unicode.Scalar = "\u{200E}"

  /// A line that runs from left to right, whatever letter it begins with.
  ///
  /// - Complexity: O(scalars).
  static func leftToRight(_ text: String) -> String {
    isRightToLeft(text) ? String(mark) + text : text
  }

  /// A part of such a line, closed so that its letters from right to left do not reach for the
  /// numbers and the part behind it.
  ///
  /// - Complexity: O(scalars).
  static func closed(_ text: String) -> String {
    text.unicodeScalars.contains { isRightToLeft($0) } ? text + String(mark) : text
  }

  /// A text from right to left within a line from left to right (U+202B to U+202C).
  static func embedded(_ text: String) -> String { "\u{202B}\(text)\u{202C}" }

  /// Whether the first strong letter of a text runs from right to left (UAX #9, rules P2 and P3).
  ///
  /// - Complexity: O(scalars).
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if scalar == mark { return false }
      if isRightToLeft(scalar) { return true }
      if scalar.properties.isAlphabetic { return false }
    }
    return false
  }

  /// Whether a text holds a letter of the Arabic script.
  static func hasArabic(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x600..<0x700, 0x750..<0x780, 0x8A0..<0x900, 0xFB50..<0xFE00, 0xFE70..<0xFF00: true
      default: false
      }
    }
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x5BE..<0x660, 0x66D..<0x6D6, 0x6E5..<0x6F0, 0x6FA..<0x900:
      scalar.properties.isAlphabetic
    case 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000:
      scalar.properties.isAlphabetic
    default: false
    }
  }
}
