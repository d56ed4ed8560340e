extension JSONValue {
  /// The value as JSON text (RFC 8259).
  ///
  /// - Parameters:
  ///   - pretty: indented by two, lists of scalars that fit into 100 columns on one line, ending in
  ///     a line break; else all on one line without spaces.
  ///   - forHTML: writes `<`, `>`, `&`, U+2028 and U+2029 as escapes, so that the text can stand in
  ///     a `<script type="application/json">`.
  /// - Returns: UTF-8; the same value gives the same bytes.
  /// - Complexity: O(size).
  public func bytes(pretty: Bool = true, forHTML: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty, forHTML: forHTML)
    writer.value(self, indentation: 0)
    if pretty { writer.output.append(0x0A) }
    return writer.output
  }

  /// As `bytes`, as a string.
  public func text(pretty: Bool = true, forHTML: Bool = false) -> String {
    String(decoding: bytes(pretty: pretty, forHTML: forHTML), as: UTF8.self)
  }
}

private struct JSONWriter {
  var output: [UInt8] = []
  private let pretty: Bool
  private let forHTML: Bool

  init(pretty: Bool, forHTML: Bool) {
    self.pretty = pretty
    self.forHTML = forHTML
  }

  mutating func value(_ value: JSONValue, indentation: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .int(let value): output += String(value).utf8
    case .number(let value): output += (value.isFinite ? value.description : "null").utf8
    case .string(let text): string(text)
    case .array(let elements): array(elements, indentation: indentation)
    case .object(let members):
      group(0x7B, 0x7D, members, indentation: indentation) { writer, member, inner in
        writer.string(member.key)
        writer.output.append(0x3A)
        if writer.pretty { writer.output.append(0x20) }
        writer.value(member.value, indentation: inner)
      }
    }
  }

  private mutating func array(_ elements: [JSONValue], indentation: Int) {
    if pretty, row(elements, indentation: indentation) { return }
    group(0x5B, 0x5D, elements, indentation: indentation) { writer, element, inner in
      writer.value(element, indentation: inner)
    }
  }

  /// A list of scalars on one line; false, and nothing written, if it is not one or does not fit.
  private mutating func row(_ elements: [JSONValue], indentation: Int) -> Bool {
    let before = output.count
    output.append(0x5B)
    for (index, element) in elements.enumerated() {
      if index > 0 { output += ", ".utf8 }
      switch element {
      case .array(let inner) where !inner.isEmpty: break
      case .object(let members) where !members.isEmpty: break
      default:
        value(element, indentation: indentation)
        if output.count - before <= 80 { continue }
      }
      output.removeSubrange(before...)
      return false
    }
    output.append(0x5D)
    return true
  }

  private mutating func group<Element>(
    _ open: UInt8, _ close: UInt8, _ elements: [Element], indentation: Int,
    each: (inout JSONWriter, Element, Int) -> Void
  ) {
    output.append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(0x2C) }
      newline(indentation + 2)
      each(&self, element, indentation + 2)
    }
    if !elements.isEmpty { newline(indentation) }
    output.append(close)
  }

  private mutating func newline(_ indentation: Int) {
    guard pretty else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: indentation))
  }

  private mutating func string(_ text: String) {
    output.append(0x22)
    defer { output.append(0x22) }
    if text.utf8.allSatisfy(isPlain) {
      output.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "\r": output += "\\r".utf8
      case "\t": output += "\\t".utf8
      case "<", ">", "&", "\u{2028}", "\u{2029}":
        if forHTML { escape(scalar) } else { output += Array(UTF8.encode(scalar) ?? .init()) }
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
          escape(scalar)
        } else {
          output += Array(UTF8.encode(scalar) ?? .init())
        }
      }
    }
  }

  /// Whether a byte is a character of its own that stands for itself.
  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x5C: false
    case 0x26, 0x3C, 0x3E: !forHTML
    default: (0x20..<0x7F).contains(byte)
    }
  }

  /// `\uXXXX`, for the scalars below U+FFFF that are escaped.
  private mutating func escape(_ scalar: UnicodeScalar) {
    output += "\\u".utf8
    output += Hexadecimal.text(scalar.value, width: 4)
  }
}
