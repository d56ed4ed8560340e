import LiaisonModel

/// The state of reading one YAML file: where it is, and what it has found.
///
/// Its parts are in files of their own: block collections, flow collections, keys, scalars, block
/// scalars. A problem is recorded first and then thrown as `Skip`; the innermost block collection
/// catches it and goes on at its next entry.
struct YAMLParser {
  /// Thrown after a problem has been recorded.
  struct Skip: Error {}

  let bytes: [UInt8]
  let end: Int
  let file: UInt16
  let limits: InputLimits

  var position: Int
  var lineStart: Int
  /// Where the indentation of the current line has a tab.
  var tabAt: Int?
  /// The end of the last thing read, which is the end of the collections that it closes.
  var lastEnd: Int
  /// Whether recovery starts at the current line rather than after it.
  var resumesHere = false
  var depth = 0
  var nodes = 0
  var isStopped = false

  var problems: [SourceProblem] = []
  var comments: [Range<UInt32>] = []
  private var lineStarts: [Int] = []

  init(_ bytes: [UInt8], start: Int, file: UInt16, limits: InputLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    end = bytes.count
    position = start
    lineStart = start
    lastEnd = start
  }

  // MARK: Bytes

  /// The byte at an index; 0 beyond the end. The text itself holds no 0.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// The byte at the current position.
  @inline(__always)
  var current: UInt8 { byte(position) }

  /// The column of the current position, from 0.
  var column: Int { position - lineStart }

  var isAtEnd: Bool { position >= end }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  static func isBreakOrEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0 }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || isBreakOrEnd(byte) }

  @inline(__always)
  static func isFlowIndicator(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
  }

  /// Whether an indicator stands at an index and is followed by space.
  func isIndicator(_ indicator: UInt8, at index: Int) -> Bool {
    byte(index) == indicator && Self.isSpace(byte(index + 1))
  }

  /// Whether `---` or `...` stands alone at the start of a line.
  func isMarker(at index: Int) -> Bool {
    guard index == lineStart else { return false }
    let first = byte(index)
    return (first == 0x2D || first == 0x2E) && byte(index + 1) == first
      && byte(index + 2) == first && Self.isSpace(byte(index + 3))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func place(_ range: Range<Int>) -> Place {
    Place(
      file: file,
      spot: .bytes(UInt32(clamping: range.lowerBound)..<UInt32(clamping: range.upperBound)))
  }

  // MARK: Moving

  /// Moves over one line break.
  mutating func takeBreak() {
    if current == 0x0D, byte(position + 1) == 0x0A { position += 1 }
    if position < end { position += 1 }
    lineStart = position
    tabAt = nil
  }

  mutating func skipBlanks() {
    while Self.isBlank(current) { position += 1 }
  }

  /// Moves to the end of the line.
  mutating func skipLine() {
    while !Self.isBreakOrEnd(current) { position += 1 }
  }

  mutating func takeComment() {
    let start = position
    skipLine()
    comments.append(UInt32(clamping: start)..<UInt32(clamping: position))
  }

  /// Moves over white space, line breaks and comments to the next token or the end.
  mutating func skipToToken() {
    var isIndentation = position == lineStart
    while true {
      switch current {
      case 0x20:
        position += 1
      case 0x09:
        if isIndentation, tabAt == nil { tabAt = position }
        position += 1
      case 0x23:
        takeComment()
      case 0x0A, 0x0D:
        takeBreak()
        isIndentation = true
      default:
        return
      }
    }
  }

  /// Moves to the next token, refusing a tab in its indentation.
  mutating func nextToken() throws(Skip) {
    skipToToken()
    if let tab = tabAt, !isAtEnd {
      tabAt = nil
      throw fail(
        SourceRule.yamlTab, "a tab in the indentation", tab..<tab + 1,
        hint: "indent with spaces")
    }
  }

  /// Moves to the first line that may hold an entry of the collection at `column` or of one around
  /// it.
  mutating func recover(to column: Int) {
    if resumesHere {
      resumesHere = false
    } else {
      skipLine()
      takeBreak()
    }
    tabAt = nil
    while position < end {
      while current == 0x20 { position += 1 }
      switch current {
      case 0x23:
        takeComment()
      case 0x0A, 0x0D:
        takeBreak()
        continue
      case 0x09:
        skipLine()
      default:
        if self.column <= column {
          position = lineStart
          return
        }
        skipLine()
      }
      takeBreak()
    }
  }

  /// Has recovery start at the current line, which a quote or bracket opened at `opening` ran into.
  mutating func resume(after opening: Int) {
    guard !isAtEnd else { return }
    position = lineStart
    resumesHere = lineStart > opening
  }

  // MARK: Problems

  /// Records a problem; the caller throws what it gives.
  mutating func fail(
    _ rule: String, _ message: String, _ range: Range<Int>, hint: String? = nil
  ) -> Skip {
    note(rule, message, range, hint: hint)
    return Skip()
  }

  /// Records a problem that reading can go on after.
  mutating func note(
    _ rule: String, _ message: String, _ range: Range<Int>, hint: String? = nil
  ) {
    guard !isStopped else { return }
    problems.append(
      SourceProblem(ruleID: rule, message: message, place: place(range), hint: hint))
    if problems.count >= limits.problems { stop() }
  }

  /// Ends reading.
  mutating func stop() {
    isStopped = true
    position = end
    lineStart = end
    tabAt = nil
  }

  /// Counts a scalar, list or map.
  mutating func countNode() throws(Skip) {
    nodes += 1
    if nodes > limits.nodes {
      let skip = fail(
        SourceRule.limit, "more than \(limits.nodes) values, the limit", position..<position,
        hint: "split the file")
      stop()
      throw skip
    }
  }

  /// Goes one level deeper; the caller comes back by `depth -= 1`.
  mutating func enter() throws(Skip) {
    try countNode()
    guard depth < limits.depth else {
      throw fail(
        SourceRule.limit, "nested deeper than \(limits.depth) levels, the limit",
        position..<position + 1)
    }
    depth += 1
  }

  /// The line of an offset, from 1.
  mutating func line(of offset: Int) -> Int {
    if lineStarts.isEmpty {
      lineStarts = [0]
      var index = 0
      while index < end {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A || byte == 0x0D && self.byte(index) != 0x0A { lineStarts.append(index) }
      }
    }
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
