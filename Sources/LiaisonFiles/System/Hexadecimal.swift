/// Hexadecimal digits.
enum Hexadecimal {
  /// The value of a digit; nil if it is none.
  static func value(_ digit: UInt8) -> UInt32? {
    switch digit {
    case 0x30...0x39: UInt32(digit - 0x30)
    case 0x41...0x46: UInt32(digit - 0x37)
    case 0x61...0x66: UInt32(digit - 0x57)
    default: nil
    }
  }

  /// So many digits at an index of a text; nil if they are not all there.
  static func value(of bytes: [UInt8], at index: Int, digits: Int) -> UInt32? {
    guard index + digits <= bytes.count else { return nil }
    var result: UInt32 = 0
    for byte in bytes[index..<index + digits] {
      guard let digit = value(byte) else { return nil }
      result = result << 4 | digit
    }
    return result
  }

  /// A number in upper case, with zeros in front up to a width.
  static func text(_ value: UInt32, width: Int) -> [UInt8] {
    let digits = Array(String(value, radix: 16, uppercase: true).utf8)
    return Array(repeating: 0x30, count: max(0, width - digits.count)) + digits
  }
}
