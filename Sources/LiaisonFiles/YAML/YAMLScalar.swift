/// How a text is written so that a YAML reader gives the same text back.
enum YAMLScalar {
  /// A text on one line: plain where that is safe, else in quotes.
  static func inline(_ text: String, isFlow: Bool) -> [UInt8] {
    let bytes = Array(text.utf8)
    if isPlain(bytes, isFlow: isFlow) { return bytes }
    return needsEscape(bytes) ? double(text) : single(bytes)
  }

  /// Whether a text is best written behind `|`: it has lines, and nothing that would change there.
  static func isLiteral(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x0A), let first = bytes.first, first != 0x20, first != 0x09, first != 0x0A
    else { return false }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      if needsEscape(line) || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return false }
    }
    return true
  }

  private static func isPlain(_ bytes: [UInt8], isFlow: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    switch bytes {
    case Array("null".utf8), Array("~".utf8), Array("<<".utf8): return false
    default: break
    }
    switch first {
    case 0x20, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x23, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x27, 0x22, 0x25,
      0x40, 0x60:
      return false
    case 0x2D:
      if bytes.count == 1 || bytes[1] == 0x20 || bytes.starts(with: [0x2D, 0x2D, 0x2D]) {
        return false
      }
    case 0x3F, 0x3A:
      return false
    case 0x2E:
      if bytes.starts(with: [0x2E, 0x2E, 0x2E]) { return false }
    default: break
    }
    if last == 0x20 || last == 0x3A || needsEscape(bytes) { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x09: return false
      case 0x20 where previous == 0x3A: return false
      case 0x23 where previous == 0x20: return false
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x3F: if isFlow { return false }
      default: break
      }
      previous = byte
    }
    return true
  }

  /// Whether a text holds what only an escape keeps, or what hides from a reader's eye: control
  /// characters, line separators, byte order marks, marks that turn the direction of text.
  private static func needsEscape(_ bytes: some Sequence<UInt8>) -> Bool {
    var second: UInt8 = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x09 { return true }
      if byte == 0x7F { return true }
      if previous == 0xC2, byte < 0xA0 { return true }
      if second == 0xE2, previous == 0x80, (0xA8...0xAE).contains(byte) { return true }
      if second == 0xE2, previous == 0x81, (0xA6...0xA9).contains(byte) { return true }
      if second == 0xEF, previous == 0xBB, byte == 0xBF { return true }
      if second == 0xEF, previous == 0xBF, byte >= 0xBE { return true }
      second = previous
      previous = byte
    }
    return false
  }

  private static func isEscaped(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func single(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x27]
    for byte in bytes {
      if byte == 0x27 { result.append(0x27) }
      result.append(byte)
    }
    result.append(0x27)
    return result
  }

  private static func double(_ text: String) -> [UInt8] {
    var result: [UInt8] = [0x22]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\"".utf8
      case "\\": result += "\\\\".utf8
      case "\n": result += "\\n".utf8
      case "\t": result += "\\t".utf8
      case "\r": result += "\\r".utf8
      case "\0": result += "\\0".utf8
      default:
        if isEscaped(scalar) {
          let isShort = scalar.value <= 0xFF
          result += (isShort ? "\\x" : "\\u").utf8
          result += Hexadecimal.text(scalar.value, width: isShort ? 2 : 4)
        } else {
          result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    result.append(0x22)
    return result
  }
}
