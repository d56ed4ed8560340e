import LiaisonModel

extension YAMLParser {
  /// Reads the whole file: at most one document.
  mutating func document() -> SourceNode? {
    takeDirectives()
    var isStarted = false
    if isMarker(at: position), current == 0x2D {
      takeMarker()
      isStarted = true
    }
    var root = part()
    if root == nil, isStarted, !isStopped {
      root = SourceNode(.null, place: place(lastEnd..<lastEnd))
    }
    while !isAtEnd {
      if isMarker(at: position) {
        if takesEnd() { break }
        continue
      }
      leftover(into: &root)
    }
    return root
  }

  /// One node at the top level, if there is any.
  private mutating func part() -> SourceNode? {
    do throws(Skip) {
      try nextToken()
      guard !isAtEnd, !isMarker(at: position) else { return nil }
      let start = try blockStart(above: -1)
      let node = try node(start, above: -1)
      skipToToken()
      return node
    } catch {
      recover(to: .max)
      skipToToken()
      return nil
    }
  }

  /// What stands after the document: told, then read on, so that its own faults are found too.
  private mutating func leftover(into root: inout SourceNode?) {
    let start = position
    if root != nil {
      note(
        SourceRule.yamlIndentation,
        "this line does not belong to what stands above it", start..<start + 1,
        hint: "indent it like its neighbours")
    }
    let next = part()
    if position <= start {
      skipLine()
      skipToToken()
    }
    guard let next else { return }
    guard let old = root else {
      root = next
      return
    }
    if case .map(let first) = old.content, case .map(let second) = next.content {
      root = SourceNode(.map(first + second), place: old.place)
    }
  }

  private mutating func takeDirectives() {
    skipToToken()
    while current == 0x25, column == 0 {
      note(
        SourceRule.yamlDirective, "a directive (`%`)", position..<position + 1,
        hint: "remove the line")
      skipLine()
      skipToToken()
    }
  }

  /// Moves over `---` and what stands behind it.
  private mutating func takeMarker() {
    position += 3
    lastEnd = position
    skipBlanks()
    if !Self.isBreakOrEnd(current), current != 0x23 {
      note(
        SourceRule.yamlDocuments, "text on the line of `---`", position..<position + 1,
        hint: "put it on the next line")
      skipLine()
    }
  }

  /// Takes `...` or a further `---`; true if the file ends there, whatever stands behind.
  private mutating func takesEnd() -> Bool {
    let start = position
    let isEnd = current == 0x2E
    position += 3
    if isEnd {
      skipBlanks()
      if !Self.isBreakOrEnd(current), current != 0x23 {
        note(SourceRule.yamlSyntax, "text on the line of `...`", position..<position + 1)
        skipLine()
      }
      skipToToken()
      if isAtEnd { return true }
      if isMarker(at: position), current == 0x2E { return false }
    }
    note(
      SourceRule.yamlDocuments, "a second document", start..<start + 3,
      hint: "put each document in a file of its own")
    stop()
    return true
  }
}
