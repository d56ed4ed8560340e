import LiaisonModel

extension YAMLParser {
  private enum Chomping { case clip, strip, keep }

  /// Text behind `|` (lines kept) or `>` (lines joined), on the lines below.
  mutating func blockScalar(above parent: Int) throws(Skip) -> SourceNode {
    try countNode()
    let start = position
    let isFolded = current == 0x3E
    position += 1
    var chomping = Chomping.clip
    var explicit: Int?
    header: while true {
      switch current {
      case 0x2B where chomping == .clip: chomping = .keep
      case 0x2D where chomping == .clip: chomping = .strip
      case 0x31...0x39 where explicit == nil: explicit = Int(current - 0x30)
      default: break header
      }
      position += 1
    }
    let headerEnd = position
    skipBlanks()
    if current == 0x23, position > headerEnd { takeComment() }
    guard Self.isBreakOrEnd(current) else {
      throw fail(
        SourceRule.yamlSyntax, "text on the line of `|` or `>`", position..<position + 1,
        hint: "the text begins on the next line; if this is the text, put it in quotes")
    }
    lastEnd = headerEnd
    takeBreak()
    let least = max(parent + 1, 1)
    let indentation: Int
    if let explicit {
      indentation = least + explicit - 1
    } else {
      indentation = try detectIndentation(least: least)
    }
    let text = try blockLines(
      indentation: indentation, isFolded: isFolded, chomping: chomping, from: start)
    return SourceNode(
      .scalar(String(decoding: text, as: UTF8.self), quoted: true), place: place(start..<lastEnd))
  }

  /// The column of the first line that is not empty, at least `least`; nothing is consumed.
  private mutating func detectIndentation(least: Int) throws(Skip) -> Int {
    var index = position
    var widest = 0
    var widestAt = index
    while true {
      let start = index
      while byte(index) == 0x20 { index += 1 }
      let width = index - start
      guard byte(index) == 0x0A || byte(index) == 0x0D else {
        if widest > width, width >= least, index < end {
          throw fail(
            SourceRule.yamlIndentation,
            "an empty line before the text has more spaces than the text", widestAt..<widestAt + 1,
            hint: "remove the spaces of the empty line")
        }
        return max(least, width, widest)
      }
      if width > widest {
        widest = width
        widestAt = start
      }
      if byte(index) == 0x0D, byte(index + 1) == 0x0A { index += 1 }
      index += 1
    }
  }

  /// The lines of the text.
  private mutating func blockLines(
    indentation: Int, isFolded: Bool, chomping: Chomping, from start: Int
  ) throws(Skip) -> [UInt8] {
    var text: [UInt8] = []
    var breaks = takeEmptyLines(indentation)
    var hasBreak = false
    while column == indentation, !isAtEnd {
      text.append(contentsOf: repeatElement(0x0A, count: breaks))
      let isIndented = Self.isBlank(current)
      let line = position
      skipLine()
      text += bytes[line..<position]
      lastEnd = position
      hasBreak = !isAtEnd
      takeBreak()
      breaks = takeEmptyLines(indentation)
      if text.count + breaks > limits.fieldBytes { throw tooLong(start) }
      guard column == indentation, !isAtEnd else { break }
      if isFolded, hasBreak, !isIndented, !Self.isBlank(current) {
        if breaks == 0 { text.append(0x20) }
      } else {
        text.append(0x0A)
      }
    }
    position = isAtEnd ? end : lineStart
    if chomping != .strip, hasBreak { text.append(0x0A) }
    if chomping == .keep { text.append(contentsOf: repeatElement(0x0A, count: breaks)) }
    return text
  }

  /// Moves over empty lines and the indentation of the next one; gives the number of empty ones.
  private mutating func takeEmptyLines(_ indentation: Int) -> Int {
    var breaks = 0
    while true {
      while column < indentation, current == 0x20 { position += 1 }
      guard current == 0x0A || current == 0x0D else { return breaks }
      takeBreak()
      breaks += 1
    }
  }
}
