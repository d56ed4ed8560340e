import LiaisonModel

extension YAMLParser {
  // MARK: Plain

  /// Whether unquoted text may begin at an index.
  func plainStarts(at index: Int, isFlow: Bool) -> Bool {
    switch byte(index) {
    case 0, 0x09, 0x0A, 0x0D, 0x20: false
    case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x23, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x27, 0x22, 0x25, 0x40,
      0x60:
      false
    case 0x2D: !Self.isSpace(byte(index + 1))
    case 0x3F, 0x3A:
      !Self.isSpace(byte(index + 1)) && !(isFlow && Self.isFlowIndicator(byte(index + 1)))
    default: true
    }
  }

  /// Finds the end of unquoted text on one line: of its last character, and where it was seen.
  @inline(__always)
  func plainLine(from start: Int, isFlow: Bool) -> (textEnd: Int, stop: Int) {
    var index = start
    var textEnd = start
    while true {
      let byte = byte(index)
      switch byte {
      case 0x20, 0x09:
        index += 1
        continue
      case 0, 0x0A, 0x0D:
        return (textEnd, index)
      case 0x3A:
        let next = self.byte(index + 1)
        if Self.isSpace(next) || isFlow && Self.isFlowIndicator(next) { return (textEnd, index) }
      case 0x23:
        if index > start, textEnd < index { return (textEnd, index) }
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D:
        if isFlow { return (textEnd, index) }
      default:
        break
      }
      index += 1
      textEnd = index
    }
  }

  /// Unquoted text, perhaps on several lines.
  mutating func plain(above parent: Int, isFlow: Bool) throws(Skip) -> SourceNode {
    try countNode()
    let start = position
    var (textEnd, stop) = plainLine(from: start, isFlow: isFlow)
    var folded: [UInt8]?
    position = textEnd
    while Self.isBreakOrEnd(byte(stop)), stop < end {
      guard let next = plainContinuation(from: stop, above: parent, isFlow: isFlow) else { break }
      var text = folded ?? Array(bytes[start..<textEnd])
      if next.breaks == 0 {
        text.append(0x20)
      } else {
        text.append(contentsOf: repeatElement(0x0A, count: next.breaks))
      }
      lineStart = next.lineStart
      (textEnd, stop) = plainLine(from: next.text, isFlow: isFlow)
      text += bytes[next.text..<textEnd]
      position = textEnd
      folded = text
      if text.count > limits.fieldBytes { throw tooLong(start) }
    }
    lastEnd = position
    let range = start..<position
    if let folded {
      return SourceNode(
        .scalar(String(decoding: folded, as: UTF8.self), quoted: false), place: place(range))
    }
    if isNull(range) { return SourceNode(.null, place: place(range)) }
    return SourceNode(.scalar(text(range), quoted: false), place: place(range))
  }

  private func isNull(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 1: bytes[range.lowerBound] == 0x7E
    case 4: bytes[range].elementsEqual([0x6E, 0x75, 0x6C, 0x6C])
    default: false
    }
  }

  /// The next line of an unquoted text, if there is one.
  private func plainContinuation(
    from stop: Int, above parent: Int, isFlow: Bool
  ) -> (text: Int, lineStart: Int, breaks: Int)? {
    var index = stop
    var lines = 0
    var start = index
    while true {
      if byte(index) == 0x0D, byte(index + 1) == 0x0A { index += 1 }
      index += 1
      start = index
      while byte(index) == 0x20 { index += 1 }
      let indentation = index - start
      while Self.isBlank(byte(index)) { index += 1 }
      if Self.isBreakOrEnd(byte(index)) {
        if index >= end { return nil }
        lines += 1
        continue
      }
      let hasTab = index - start > indentation
      if indentation <= parent || byte(index) == 0x23 || hasTab && !isFlow { return nil }
      if index == start, isMarkerText(at: index) { return nil }
      if isFlow, Self.isFlowIndicator(byte(index)) { return nil }
      if byte(index) == 0x3A {
        let next = byte(index + 1)
        if Self.isSpace(next) || isFlow && Self.isFlowIndicator(next) { return nil }
      }
      return (index, start, lines)
    }
  }

  private func isMarkerText(at index: Int) -> Bool {
    let first = byte(index)
    return (first == 0x2D || first == 0x2E) && byte(index + 1) == first
      && byte(index + 2) == first && Self.isSpace(byte(index + 3))
  }

  mutating func tooLong(_ start: Int) -> Skip {
    fail(
      SourceRule.limit,
      "a text is longer than \(InputLimits.sized(limits.fieldBytes)), the limit",
      start..<start + 1)
  }

  // MARK: Quoted

  /// Text in single or double quotes.
  mutating func quoted(above parent: Int) throws(Skip) -> SourceNode {
    try countNode()
    let start = position
    let quote = current
    let isDouble = quote == 0x22
    position += 1
    while current != quote, !Self.isBreakOrEnd(current), !(isDouble && current == 0x5C) {
      position += 1
    }
    var result = ""
    if current == quote, isDouble || byte(position + 1) != 0x27 {
      result = text(start + 1..<position)
      position += 1
    } else {
      var text = Array(bytes[start + 1..<position])
      while Self.isBlank(text.last ?? 0), Self.isBreakOrEnd(current) { text.removeLast() }
      try quotedRest(&text, quote: quote, from: start, above: parent)
      result = String(decoding: text, as: UTF8.self)
    }
    lastEnd = position
    return SourceNode(.scalar(result, quoted: true), place: place(start..<position))
  }

  /// The rest of a quoted text from its first line break, escape or doubled quote.
  private mutating func quotedRest(
    _ text: inout [UInt8], quote: UInt8, from start: Int, above parent: Int
  ) throws(Skip) {
    while true {
      switch current {
      case quote:
        position += 1
        guard quote == 0x27, current == 0x27 else { return }
        text.append(0x27)
        position += 1
      case 0x5C where quote == 0x22:
        if Self.isBreakOrEnd(byte(position + 1)), position + 1 < end {
          position += 1
          takeBreak()
          let breaks = try quotedLines(from: start, above: parent)
          text.append(contentsOf: repeatElement(0x0A, count: breaks))
        } else {
          takeEscape(into: &text)
        }
      case 0x20, 0x09:
        let blanks = position
        skipBlanks()
        if !Self.isBreakOrEnd(current) { text += bytes[blanks..<position] }
      case 0x0A, 0x0D:
        takeBreak()
        let breaks = try quotedLines(from: start, above: parent)
        if breaks == 0 {
          text.append(0x20)
        } else {
          text.append(contentsOf: repeatElement(0x0A, count: breaks))
        }
      case 0 where isAtEnd:
        throw unclosedQuote(start)
      default:
        text.append(current)
        position += 1
      }
      if text.count > limits.fieldBytes { throw tooLong(start) }
    }
  }

  /// Moves to the first line of a quoted text that is not empty; gives the number of empty ones.
  private mutating func quotedLines(from start: Int, above parent: Int) throws(Skip) -> Int {
    var breaks = 0
    while true {
      if isMarker(at: position) { throw unclosedQuote(start) }
      while current == 0x20 { position += 1 }
      let indentation = column
      skipBlanks()
      if Self.isBreakOrEnd(current) {
        if isAtEnd { throw unclosedQuote(start) }
        takeBreak()
        breaks += 1
      } else if indentation <= parent {
        throw unclosedQuote(start)
      } else {
        return breaks
      }
    }
  }

  private mutating func unclosedQuote(_ start: Int) -> Skip {
    resume(after: start)
    return fail(
      SourceRule.yamlSyntax, "the quote that opens here is not closed", start..<start + 1,
      hint: "close it; further lines of its text are indented more than its key")
  }

  // MARK: Escapes

  /// Takes `\x` and what it stands for; a wrong one is told and left out.
  private mutating func takeEscape(into text: inout [UInt8]) {
    let start = position
    let letter = byte(position + 1)
    position = min(position + 2, end)
    let known: [UInt8]? =
      switch letter {
      case 0x74, 0x09: [0x09]
      case 0x6E: [0x0A]
      case 0x72: [0x0D]
      case 0x20, 0x22, 0x2F, 0x5C: [letter]
      case 0x4E: [0xC2, 0x85]
      case 0x5F: [0xC2, 0xA0]
      case 0x4C: [0xE2, 0x80, 0xA8]
      case 0x50: [0xE2, 0x80, 0xA9]
      default: nil
      }
    if let known {
      text += known
      return
    }
    let digits: Int
    switch letter {
    // NUL, bell, backspace, vertical tab, form feed, escape.
    case 0x30, 0x61, 0x62, 0x76, 0x66, 0x65:
      note(
        SourceRule.control, "an escape for a control character", start..<position,
        hint: "remove it")
      return
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    default: digits = -1
    }
    guard digits >= 0, var value = hexadecimal(digits) else {
      note(
        SourceRule.yamlSyntax, "an escape that YAML does not have", start..<position,
        hint: "write `\\\\` for a backslash, or use single quotes")
      return
    }
    if value >> 10 == 0x36, byte(position) == 0x5C, byte(position + 1) == 0x75 {
      let before = position
      position += 2
      if let low = hexadecimal(4), low >> 10 == 0x37 {
        value = 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF)
      } else {
        position = before
      }
    }
    guard !TextCheck.isRefused(value) else {
      note(
        SourceRule.control, "an escape for a control character", start..<position,
        hint: "remove it")
      return
    }
    guard let scalar = UnicodeScalar(value) else {
      note(
        SourceRule.yamlSyntax,
        value >> 11 == 0x1B
          ? "an escape for half a character (a lone surrogate)"
          : "an escape beyond U+10FFFF",
        start..<position, hint: "write the character itself")
      return
    }
    text += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Takes so many hexadecimal digits; nil, and nothing taken, if they are not there.
  private mutating func hexadecimal(_ digits: Int) -> UInt32? {
    guard let value = Hexadecimal.value(of: bytes, at: position, digits: digits) else { return nil }
    position += digits
    return value
  }
}
