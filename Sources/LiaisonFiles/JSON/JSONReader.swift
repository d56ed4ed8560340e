public import LiaisonModel

/// What came out of reading a JSON file.
public struct JSONResult: Sendable {
  /// The tree; nil if the text is not JSON. Numbers, `true` and `false` are unquoted text.
  public var root: SourceNode?
  /// What is wrong: at most one fault of syntax, and each doubled key.
  public var problems: [SourceProblem]
}

/// Reads JSON as RFC 8259 has it, strictly; a byte order mark is passed over.
///
/// Numbers keep their digits as text. A key written twice in one object is refused, since readers
/// disagree which one counts; so are lone surrogates and escapes for NUL.
public enum JSONReader {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8.
  ///   - file: the file's number in the document's `SourceSet`.
  ///   - limits: what is refused as too large; lines may be long.
  /// - Complexity: O(bytes).
  public static func read(
    bytes: [UInt8], file: UInt16 = 0, limits: InputLimits = .standard
  ) -> JSONResult {
    let check = TextCheck(bytes, file: file, limits: limits, limitsLines: false)
    guard !check.isHopeless else { return JSONResult(root: nil, problems: check.problems) }
    var parser = JSONParser(bytes, start: check.start, file: file, limits: limits)
    let root = parser.document()
    return JSONResult(root: root, problems: parser.problems)
  }
}

/// The state of reading one JSON file. `depth` bounds the recursion.
private struct JSONParser {
  struct Stop: Error {}

  private let bytes: [UInt8]
  private let file: UInt16
  private let limits: InputLimits
  private var position: Int
  private var depth = 0
  private var nodes = 0
  private(set) var problems: [SourceProblem] = []

  init(_ bytes: [UInt8], start: Int, file: UInt16, limits: InputLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    position = start
  }

  mutating func document() -> SourceNode? {
    do throws(Stop) {
      skipSpace()
      let node = try value()
      skipSpace()
      guard position == bytes.count else {
        throw fail(SourceRule.jsonSyntax, "text after the end of the document", position)
      }
      return node
    } catch {
      return nil
    }
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func place(_ range: Range<Int>) -> Place {
    Place(
      file: file,
      spot: .bytes(UInt32(clamping: range.lowerBound)..<UInt32(clamping: range.upperBound)))
  }

  private mutating func fail(_ rule: String, _ message: String, _ offset: Int, hint: String? = nil)
    -> Stop
  {
    problems.append(
      SourceProblem(
        ruleID: rule, message: message, place: place(offset..<min(offset + 1, bytes.count)),
        hint: hint))
    return Stop()
  }

  private mutating func skipSpace() {
    while true {
      switch byte(position) {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func value() throws(Stop) -> SourceNode {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw fail(SourceRule.limit, "more than \(limits.nodes) values, the limit", position)
    }
    let start = position
    switch byte(position) {
    case 0x22:
      let text = try string()
      return SourceNode(.scalar(text, quoted: true), place: place(start..<position))
    case 0x5B, 0x7B:
      return try collection()
    case 0x2D, 0x30...0x39:
      try number()
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      return SourceNode(.scalar(text, quoted: false), place: place(start..<position))
    default:
      for word in ["null", "true", "false"] where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return SourceNode(
          word == "null" ? .null : .scalar(word, quoted: false), place: place(start..<position))
      }
      throw fail(
        SourceRule.jsonSyntax,
        position == bytes.count ? "the file ends where a value should stand" : "not a JSON value",
        position, hint: "text stands in double quotes")
    }
  }

  private mutating func collection() throws(Stop) -> SourceNode {
    guard depth < limits.depth else {
      throw fail(
        SourceRule.limit, "nested deeper than \(limits.depth) levels, the limit", position)
    }
    depth += 1
    defer { depth -= 1 }
    let start = position
    let isObject = byte(position) == 0x7B
    let close: UInt8 = isObject ? 0x7D : 0x5D
    var elements: [SourceNode] = []
    var members = SourceMembers()
    position += 1
    skipSpace()
    if byte(position) == close {
      position += 1
    } else {
      while true {
        if isObject {
          try member(into: &members)
        } else {
          elements.append(try value())
        }
        skipSpace()
        if byte(position) == 0x2C {
          position += 1
          skipSpace()
          continue
        }
        guard byte(position) == close else {
          throw fail(
            SourceRule.jsonSyntax,
            position == bytes.count
              ? "the file ends inside what opens at byte \(start)"
              : isObject ? "a `,` or `}` is missing" : "a `,` or `]` is missing", position)
        }
        position += 1
        break
      }
    }
    return SourceNode(
      isObject ? .map(members.all) : .list(elements), place: place(start..<position))
  }

  private mutating func member(into members: inout SourceMembers) throws(Stop) {
    let start = position
    guard byte(position) == 0x22 else {
      throw fail(
        SourceRule.jsonSyntax, "a key in double quotes is missing", position,
        hint: "no comma stands before the closing bracket")
    }
    let key = try string()
    let keyPlace = place(start..<position)
    if members.index(of: key) != nil {
      _ = fail(
        SourceRule.duplicateKey, "the key \(SourceProblem.shown(key: key)) is already given", start,
        hint: "keep one of the two")
      if problems.count >= limits.problems { throw Stop() }
    }
    skipSpace()
    guard byte(position) == 0x3A else {
      throw fail(SourceRule.jsonSyntax, "a `:` is missing after a key", position)
    }
    position += 1
    skipSpace()
    let node = try value()
    _ = members.append(SourceNode.Member(key: key, keyPlace: keyPlace, node: node))
  }

  private mutating func number() throws(Stop) {
    let start = position
    if byte(position) == 0x2D { position += 1 }
    if byte(position) == 0x30 { position += 1 } else { try digits() }
    if byte(position) == 0x2E {
      position += 1
      try digits()
    }
    if byte(position) | 0x20 == 0x65 {
      position += 1
      if byte(position) == 0x2B || byte(position) == 0x2D { position += 1 }
      try digits()
    }
    if position - start > limits.fieldBytes { throw tooLong(start) }
  }

  private mutating func digits() throws(Stop) {
    let start = position
    while (0x30...0x39).contains(byte(position)) { position += 1 }
    if position == start { throw fail(SourceRule.jsonSyntax, "a digit is missing", position) }
  }

  private mutating func tooLong(_ start: Int) -> Stop {
    fail(
      SourceRule.limit,
      "a text is longer than \(InputLimits.sized(limits.fieldBytes)), the limit", start)
  }

  private mutating func string() throws(Stop) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    var from = position
    while true {
      switch byte(position) {
      case 0x22:
        text += bytes[from..<position]
        position += 1
        if text.count > limits.fieldBytes { throw tooLong(start) }
        return String(decoding: text, as: UTF8.self)
      case 0x5C:
        text += bytes[from..<position]
        try escape(into: &text)
        from = position
      case 0 where position >= bytes.count:
        throw fail(SourceRule.jsonSyntax, "the quote that opens here is not closed", start)
      case 0..<0x20:
        throw fail(
          SourceRule.jsonSyntax, "a line break or tab inside a text", position,
          hint: "write \\n or \\t")
      default:
        position += 1
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(Stop) {
    let start = position
    let letter = byte(position + 1)
    position = min(position + 2, bytes.count)
    switch letter {
    case 0x22, 0x2F, 0x5C: text.append(letter)
    case 0x62, 0x66:
      throw fail(SourceRule.control, "an escape for a control character", start, hint: "remove it")
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      guard var value = hexadecimal() else {
        throw fail(SourceRule.jsonSyntax, "four hexadecimal digits follow `\\u`", start)
      }
      if value >> 10 == 0x36, byte(position) == 0x5C, byte(position + 1) == 0x75 {
        position += 2
        guard let low = hexadecimal(), low >> 10 == 0x37 else {
          throw fail(SourceRule.jsonSyntax, "an escape for half a character", start)
        }
        value = 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF)
      }
      guard !TextCheck.isRefused(value) else {
        throw fail(
          SourceRule.control, "an escape for a control character", start, hint: "remove it")
      }
      guard let scalar = UnicodeScalar(value), let encoded = UTF8.encode(scalar) else {
        throw fail(SourceRule.jsonSyntax, "an escape for half a character", start)
      }
      text += Array(encoded)
    default:
      throw fail(SourceRule.jsonSyntax, "an escape that JSON does not have", start)
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard let value = Hexadecimal.value(of: bytes, at: position, digits: 4) else { return nil }
    position += 4
    return value
  }
}
