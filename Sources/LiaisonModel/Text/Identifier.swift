/// What may be an id.
public enum Identifier {
  /// Whether a text is a native id: `[A-Za-z0-9][A-Za-z0-9._-]{0,127}`, which leaves no room for a
  /// look-alike, a control or a path.
  public static func isNative(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 128, isAlphanumeric(first) else { return false }
    return bytes.allSatisfy {
      isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }

  /// Whether a text can refer to something: not empty, at most 256 bytes, no white space at its
  /// ends, no line break, no control or format character. Foreign ids are such texts.
  public static func isVisible(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 256, first != 0x20,
      last != 0x20
    else { return false }
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
      default: true
      }
    }
  }

  /// Whether a byte is an ASCII letter or digit.
  public static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
