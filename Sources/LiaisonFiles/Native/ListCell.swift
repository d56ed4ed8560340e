/// A list in one cell: elements joined by `;`, where `\;` is a semicolon and `\\` a backslash.
///
/// White space around elements does not count.
enum ListCell {
  /// The elements of a cell.
  static func elements(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: ";")) || bytes.contains(UInt8(ascii: "\\")) else {
      return [trimmed(text)]
    }
    var result: [String] = []
    var element: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == UInt8(ascii: "\\"), next == UInt8(ascii: ";") || next == UInt8(ascii: "\\") {
        element.append(next)
        index += 2
        continue
      }
      index += 1
      if byte == UInt8(ascii: ";") {
        result.append(trimmed(String(decoding: element, as: UTF8.self)))
        element = []
      } else {
        element.append(byte)
      }
    }
    result.append(trimmed(String(decoding: element, as: UTF8.self)))
    // `a; b;` is a list of two.
    if result.count > 1, result.last?.isEmpty == true { result.removeLast() }
    return result
  }

  /// The cell of a list; nil where a cell cannot hold it.
  static func text(_ elements: [String]) -> String? {
    guard !elements.isEmpty else { return nil }
    var result: [UInt8] = []
    for (index, element) in elements.enumerated() {
      guard !element.isEmpty, isTrimmed(element) else { return nil }
      if index > 0 { result.append(UInt8(ascii: ";")) }
      for byte in element.utf8 {
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\\") {
          result.append(UInt8(ascii: "\\"))
        }
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text without spaces and tabs at its ends.
  static func trimmed(_ text: String) -> String {
    if isTrimmed(text) { return text }
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
  }

  /// Whether no space or tab stands at an end.
  static func isTrimmed(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    return !isBlank(first) && !isBlank(last)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
