import LiaisonModel

extension YAMLParser {
  enum ScalarStyle { case plain, single, double }

  /// A key that stands on one line: its text with quotes, and the index after its colon.
  struct KeyScan {
    var style: ScalarStyle
    var range: Range<Int>
    var afterColon: Int
  }

  /// Whether `key:` stands at an index, perhaps behind anchors and tags; nothing is consumed.
  func keyFollows(at index: Int) -> Bool {
    var index = index
    while byte(index) == 0x26 || byte(index) == 0x21 {
      while !Self.isSpace(byte(index)) { index += 1 }
      while Self.isBlank(byte(index)) { index += 1 }
    }
    return keyScan(at: index) != nil
  }

  /// Looks for a key in block style at an index; nothing is consumed.
  func keyScan(at start: Int) -> KeyScan? {
    var style = ScalarStyle.plain
    var textEnd = start
    switch byte(start) {
    case 0x22:
      guard let close = doubleEnd(start) else { return nil }
      style = .double
      textEnd = close
    case 0x27:
      guard let close = singleEnd(start) else { return nil }
      style = .single
      textEnd = close
    default:
      guard plainStarts(at: start, isFlow: false) else { return nil }
      textEnd = plainLine(from: start, isFlow: false).textEnd
    }
    var colon = textEnd
    while Self.isBlank(byte(colon)) { colon += 1 }
    guard isIndicator(0x3A, at: colon) else { return nil }
    return KeyScan(style: style, range: start..<textEnd, afterColon: colon + 1)
  }

  /// Consumes a key and its colon.
  mutating func keyText(_ key: KeyScan) throws(Skip) -> String {
    var name = ""
    if key.style == .plain {
      name = text(key.range)
    } else {
      position = key.range.lowerBound
      name = try quoted(above: -1).scalar ?? ""
    }
    position = key.afterColon
    return name
  }

  /// The index behind the closing quote if it stands on this line.
  private func doubleEnd(_ start: Int) -> Int? {
    var index = start + 1
    while true {
      switch byte(index) {
      case 0x22: return index + 1
      case 0x5C: index += Self.isBreakOrEnd(byte(index + 1)) ? 1 : 2
      case 0x0A, 0x0D, 0: return nil
      default: index += 1
      }
    }
  }

  private func singleEnd(_ start: Int) -> Int? {
    var index = start + 1
    while true {
      switch byte(index) {
      case 0x27:
        guard byte(index + 1) == 0x27 else { return index + 1 }
        index += 2
      case 0x0A, 0x0D, 0: return nil
      default: index += 1
      }
    }
  }

  // MARK: What is refused in front of a node

  /// Takes anchors and tags, each refused; true if there was any.
  mutating func takeProperties() throws(Skip) -> Bool {
    var any = false
    while current == 0x26 || current == 0x21 {
      any = true
      let start = position
      let isAnchor = current == 0x26
      takeName()
      if isAnchor {
        note(
          SourceRule.yamlAnchor, "an anchor (`&`)", start..<position,
          hint: "remove it; if the text begins with `&`, put it in quotes")
      } else {
        note(
          SourceRule.yamlTag, "a tag (`!`)", start..<position,
          hint: "remove it; if the text begins with `!`, put it in quotes")
      }
      if isStopped { throw Skip() }
      skipBlanks()
    }
    return any
  }

  /// An alias, refused, read as null.
  mutating func alias() throws(Skip) -> SourceNode {
    let start = position
    takeName()
    note(
      SourceRule.yamlAlias, "an alias (`*`)", start..<position,
      hint: "write the value out; if the text begins with `*`, put it in quotes")
    return try null(at: start)
  }

  private mutating func takeName() {
    let isVerbatim = current == 0x21 && byte(position + 1) == 0x3C
    position += 1
    while !Self.isSpace(current), isVerbatim || !Self.isFlowIndicator(current) { position += 1 }
  }

  /// Refuses a character that no unquoted text may begin with.
  mutating func refuseIndicator(isFlow: Bool) throws(Skip) {
    if plainStarts(at: position, isFlow: isFlow) { return }
    switch current {
    case 0x40, 0x60, 0x25, 0x3A, 0x7C, 0x3E, 0x2D, 0x5D, 0x7D, 0x2C:
      let sign = String(UnicodeScalar(current))
      throw fail(
        SourceRule.yamlSyntax, "unquoted text cannot begin with `\(sign)`",
        position..<position + 1, hint: "put the text in quotes")
    case 0x3F:
      throw fail(
        SourceRule.yamlComplexKey, "a key that begins with `?`", position..<position + 1,
        hint: "a key is one line of text, followed by `: `")
    default:
      throw fail(SourceRule.yamlSyntax, "a value is missing here", position..<position)
    }
  }
}
