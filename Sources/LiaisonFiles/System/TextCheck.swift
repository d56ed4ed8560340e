import LiaisonModel

/// The check that every text reader does first: bytes within the limits, UTF-8, no control
/// characters. What passes holds no NUL, so that a reader may take 0 for the end.
struct TextCheck {
  /// Whether a code point is refused, as it is and behind an escape: a control character other than
  /// a tab or a line break, which would steer the terminal that a name is printed on, and U+FFFE and
  /// U+FFFF.
  static func isRefused(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// What is wrong, in file order.
  private(set) var problems: [SourceProblem] = []
  /// Where the text starts: 3 after a byte order mark, else 0.
  private(set) var start = 0
  /// Whether nothing can be read from the bytes.
  private(set) var isHopeless = false

  private let file: UInt16
  private let limits: InputLimits
  private let tool: String
  private let limitsLines: Bool

  /// Checks all bytes.
  ///
  /// - Parameters:
  ///   - tool: what to do about another encoding.
  ///   - limitsLines: false for formats whose lines mean nothing, such as JSON.
  /// - Complexity: O(bytes).
  init(
    _ bytes: [UInt8], file: UInt16, limits: InputLimits, tool: String = "save it as UTF-8",
    limitsLines: Bool = true
  ) {
    self.file = file
    self.limits = limits
    self.tool = tool
    self.limitsLines = limitsLines
    guard bytes.count <= min(limits.fileBytes, Int(UInt32.max) - 1) else {
      refuse(
        SourceRule.limit, 0..<0,
        "the file has \(bytes.count) bytes; the limit is \(InputLimits.sized(limits.fileBytes))",
        hint: "split it")
      return
    }
    if let other = Self.otherFormat(bytes) {
      refuse(
        SourceRule.encoding, 0..<0, "the file is \(other.name), not text", hint: other.hint)
      return
    }
    if let name = Self.otherEncoding(bytes) {
      refuse(SourceRule.encoding, 0..<0, "the file is \(name), not UTF-8", hint: tool)
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    scan(bytes)
  }

  /// What is no text at all but is handed over as if it were: one line for it, not one a byte.
  private static func otherFormat(_ bytes: [UInt8]) -> (name: String, hint: String)? {
    let sheet = "save the sheet as CSV (UTF-8) and give that"
    let text = "give a YAML or CSV file"
    let starts: [(bytes: [UInt8], name: String, hint: String)] = [
      (Array("PK\u{3}\u{4}".utf8), "an Excel workbook or another ZIP archive", sheet),
      (Array("PK\u{5}\u{6}".utf8), "an Excel workbook or another ZIP archive", sheet),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old or locked Excel workbook", sheet),
      (Array("%PDF-".utf8), "a PDF", text), ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", text),
    ]
    return starts.first { bytes.starts(with: $0.bytes) }.map { ($0.name, $0.hint) }
  }

  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 4 else { return nil }
    let zeros = (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0)
    switch zeros {
    case (true, true, true, false), (false, true, true, true): return "UTF-32"
    case (true, false, true, false), (false, true, false, true): return "UTF-16"
    default: return nil
    }
  }

  private mutating func scan(_ bytes: [UInt8]) {
    var index = start
    var lineStart = start
    var longLine = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        if limitsLines, index - lineStart > limits.fieldBytes { longLine = true }
        if longLine { break }
        index += 1
        lineStart = index
        continue
      }
      if byte < 0x80 {
        guard Self.isRefused(UInt32(byte)) else {
          index += 1
          continue
        }
        refuse(
          SourceRule.control, index..<index + 1,
          byte == 0 ? "a NUL byte" : "a control character (U+00\(Self.hex(byte)))",
          hint: "remove it")
        index += 1
      } else {
        let length = Self.length(bytes, index)
        guard length > 0 else {
          refuseEncoding(bytes, at: index)
          return
        }
        index = multibyte(bytes, index, length)
      }
      if problems.count >= limits.problems { return }
    }
    if longLine || limitsLines && index - lineStart > limits.fieldBytes {
      refuse(
        SourceRule.limit, lineStart..<lineStart + 1,
        "a line is longer than \(InputLimits.sized(limits.fieldBytes)), the limit",
        hint: "break it")
    }
  }

  /// Says where the text stops being UTF-8: once, as one saving mends the whole file.
  private mutating func refuseEncoding(_ bytes: [UInt8], at index: Int) {
    let other =
      Self.looksLikeOneByteText(bytes) ? " but looks like Latin-1, Windows-1252 or the like" : ""
    refuse(
      SourceRule.encoding, index..<index + 1,
      "the file is not UTF-8\(other): here is the byte 0x\(Self.hex(bytes[index]))", hint: tool)
  }

  /// Whether a text that is not UTF-8 may be of an encoding with a byte a character: what is well-formed
  /// in it beyond ASCII is rarer than what is not, and none of it is a control character.
  private static func looksLikeOneByteText(_ bytes: [UInt8]) -> Bool {
    var (wellFormed, stray) = (0, 0)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if isRefused(UInt32(byte)) { return false }
        index += 1
        continue
      }
      let length = Self.length(bytes, index)
      if length > 0 { wellFormed += 1 } else { stray += 1 }
      index += max(1, length)
    }
    return stray > wellFormed
  }

  /// Checks one character of two to four bytes and gives the index after it.
  private mutating func multibyte(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Int {
    // In UTF-8 C2 stands before U+0080 to U+00BF, whose value the next byte is.
    if length == 2, bytes[index] == 0xC2, Self.isRefused(UInt32(bytes[index + 1])) {
      refuse(
        SourceRule.control, index..<index + 2,
        "a control character (U+00\(Self.hex(bytes[index + 1])))", hint: "remove it")
    } else if length == 3, bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE
    {
      refuse(
        SourceRule.control, index..<index + 3,
        "a code point that is no character (U+FFFE or U+FFFF)",
        hint: "remove it")
    }
    return index + length
  }

  /// The length of the well-formed character at `index`; 0 if there is none (Unicode, table 3-7).
  private static func length(_ bytes: [UInt8], _ index: Int) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xE1...0xEC, 0xEE...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    String(decoding: Hexadecimal.text(UInt32(byte), width: 2), as: UTF8.self)
  }

  private mutating func refuse(
    _ rule: String, _ range: Range<Int>, _ message: String, hint: String?
  ) {
    isHopeless = true
    problems.append(
      SourceProblem(
        ruleID: rule, message: message,
        place: Place(
          file: file,
          spot: .bytes(UInt32(clamping: range.lowerBound)..<UInt32(clamping: range.upperBound))),
        hint: hint))
  }
}
