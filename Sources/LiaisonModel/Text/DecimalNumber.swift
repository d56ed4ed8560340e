/// Numbers as documents write them: ASCII digits with a point, `-` and an exponent; no `+`, no
/// hexadecimal, no grouping, no infinity. `007` is refused, as somebody meant a code by it.
public enum DecimalNumber {
  /// Reads a finite number: `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
  public static func double(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 64 else { return nil }
    var index = integerEnd(bytes)
    guard index > 0 else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      let end = digitsEnd(bytes, index + 1)
      guard end > index + 1 else { return nil }
      index = end
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") {
      var start = index + 1
      if start < bytes.count, bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-")
      {
        start += 1
      }
      let end = digitsEnd(bytes, start)
      guard end > start else { return nil }
      index = end
    }
    guard index == bytes.count, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The number with a point that a text with a comma stands for, as spreadsheets of many countries write it:
  /// `1,5` is `1.5`; nil where it is none.
  public static func pointed(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !text.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let pointed = "\(parts[0]).\(parts[1])"
    return double(pointed) == nil ? nil : pointed
  }

  /// Reads a whole number: `-?(0|[1-9][0-9]*)` that fits into 64 bits.
  public static func whole(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 20, integerEnd(bytes) == bytes.count else { return nil }
    return Int(text)
  }

  /// The shortest text that reads back as the same number; whole numbers have no point.
  public static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15, let whole = Int(exactly: value) {
      return value.sign == .minus && whole == 0 ? "-0" : String(whole)
    }
    return value.description
  }

  private static func integerEnd(_ bytes: [UInt8]) -> Int {
    let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let end = digitsEnd(bytes, start)
    guard end > start, end == start + 1 || bytes[start] != UInt8(ascii: "0") else { return 0 }
    return end
  }

  private static func digitsEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index
  }
}
