import LiaisonModel

extension YAMLParser {
  /// A node that stands on a line of its own, or behind `- `: there a list or map may begin.
  ///
  /// - Parameter parent: the column of the collection that it belongs to.
  mutating func blockNode(above parent: Int) throws(Skip) -> SourceNode {
    while true {
      if isIndicator(0x2D, at: position) { return try blockList(at: column) }
      if isIndicator(0x3F, at: position) || keyFollows(at: position) {
        return try blockMap(at: column)
      }
      guard try takeProperties() else { return try inlineNode(above: parent) }
      let here = position
      guard isLineEnd(at: position) else { continue }
      try nextToken()
      guard !isAtEnd, !isMarker(at: position), column > parent else { return try null(at: here) }
    }
  }

  /// A node on the line of its key or of its `- `, where no block list or map can begin.
  mutating func inlineNode(above parent: Int) throws(Skip) -> SourceNode {
    let start = position
    let node: SourceNode
    switch current {
    case 0x7C, 0x3E:
      return try blockScalar(above: parent)
    case 0x22, 0x27:
      node = try quoted(above: parent)
    case 0x5B, 0x7B:
      node = try flow(above: parent)
    case 0x2A:
      node = try alias()
    default:
      if isIndicator(0x2D, at: position) {
        throw fail(
          SourceRule.yamlSyntax, "a list begins on the line of its key", start..<start + 1,
          hint: "put `- ` on the next line, or the text in quotes")
      }
      try refuseIndicator(isFlow: false)
      node = try plain(above: parent, isFlow: false)
    }
    try endInline(node, from: start)
    return node
  }

  /// Refuses what stands behind a value on its line.
  private mutating func endInline(_ node: SourceNode, from start: Int) throws(Skip) {
    lastEnd = position
    skipBlanks()
    if isLineEnd(at: position) { return }
    if isIndicator(0x3A, at: position) {
      switch node.content {
      case .list, .map:
        throw fail(
          SourceRule.yamlComplexKey, "a list or map as a key", start..<start + 1,
          hint: "a key is one line of text")
      default:
        throw fail(
          SourceRule.yamlSyntax, "a second `:` where a text stands", position..<position + 1,
          hint: "put the text in quotes, or begin a new line for the key, indented")
      }
    }
    throw fail(
      SourceRule.yamlSyntax, "text behind the end of a value", position..<position + 1,
      hint: "put the whole text in quotes")
  }

  /// Whether nothing but a comment stands before the end of the line.
  func isLineEnd(at index: Int) -> Bool {
    Self.isBreakOrEnd(byte(index)) || byte(index) == 0x23
  }

  func isEntryColumn(_ column: Int) -> Bool {
    !isAtEnd && !isMarker(at: position) && self.column >= column
  }

  mutating func null(at offset: Int) throws(Skip) -> SourceNode {
    try countNode()
    return SourceNode(.null, place: place(offset..<offset))
  }

  // MARK: Lists

  /// The list whose dashes stand in `column`; the first is here.
  mutating func blockList(at column: Int) throws(Skip) -> SourceNode {
    try enter()
    defer { depth -= 1 }
    let start = position
    var elements: [SourceNode] = []
    while true {
      do throws(Skip) {
        try nextToken()
        guard isEntryColumn(column) else { break }
        if self.column > column { throw indentation() }
        guard isIndicator(0x2D, at: position) else { break }
        elements.append(try listElement(at: column))
      } catch {
        recover(to: column)
      }
    }
    return SourceNode(.list(elements), place: place(start..<max(start, lastEnd)))
  }

  private mutating func listElement(at column: Int) throws(Skip) -> SourceNode {
    position += 1
    let here = position
    lastEnd = here
    var hasTab = false
    while Self.isBlank(current) {
      if current == 0x09 { hasTab = true }
      position += 1
    }
    if !isLineEnd(at: position) {
      if hasTab, isIndicator(0x2D, at: position) || keyFollows(at: position) {
        throw fail(
          SourceRule.yamlTab, "a tab between `-` and what it holds", here..<position,
          hint: "put one space there")
      }
      return try blockNode(above: column)
    }
    try nextToken()
    guard isEntryColumn(column + 1) else { return try null(at: here) }
    return try blockNode(above: column)
  }

  mutating func indentation() -> Skip {
    fail(
      SourceRule.yamlIndentation, "this line is indented unlike its neighbours",
      position..<position + 1, hint: "entries of one list or map stand in one column")
  }

  // MARK: Maps

  /// The map whose keys stand in `column`; the first is here.
  mutating func blockMap(at column: Int) throws(Skip) -> SourceNode {
    try enter()
    defer { depth -= 1 }
    let start = position
    var members = SourceMembers()
    while true {
      do throws(Skip) {
        try nextToken()
        guard isEntryColumn(column) else { break }
        if self.column > column { throw indentation() }
        try mapEntry(at: column, into: &members)
      } catch {
        recover(to: column)
      }
    }
    return SourceNode(.map(members.all), place: place(start..<max(start, lastEnd)))
  }

  private mutating func mapEntry(at column: Int, into members: inout SourceMembers) throws(Skip) {
    if isIndicator(0x3F, at: position) { return complexEntry(at: column) }
    let start = position
    _ = try takeProperties()
    guard let key = keyScan(at: position) else { throw try noKey(from: start) }
    let name = try keyText(key)
    let isMerge = key.style == .plain && name == "<<"
    if isMerge {
      note(
        SourceRule.yamlMerge, "a merge key (`<<`)", key.range, hint: "write the entries out")
    }
    let number = isMerge ? nil : add(name, at: key.range, to: &members)
    let here = position
    lastEnd = here
    skipBlanks()
    let node = try entryValue(at: column, after: here)
    if let number { members.set(number, node) }
  }

  /// What stands behind a key's colon, on its line or below.
  private mutating func entryValue(at column: Int, after here: Int) throws(Skip) -> SourceNode {
    while true {
      guard isLineEnd(at: position) else {
        if try takeProperties() { continue }
        return try inlineNode(above: column)
      }
      try nextToken()
      guard isEntryColumn(column) else { return try null(at: here) }
      if self.column > column { return try blockNode(above: column) }
      if isIndicator(0x2D, at: position) { return try blockList(at: column) }
      return try null(at: here)
    }
  }

  /// Enters a key with a null; the value is set when it has been read.
  mutating func add(_ name: String, at range: Range<Int>, to members: inout SourceMembers) -> Int {
    if let first = members.index(of: name) {
      var known = ""
      if case .bytes(let bytes) = members.all[first].keyPlace.spot {
        known = " is already given in line \(line(of: Int(bytes.lowerBound)))"
      }
      note(
        SourceRule.duplicateKey, "the key \(SourceProblem.shown(key: name))\(known)", range,
        hint: "keep one of the two")
    }
    let after = range.upperBound
    return members.append(
      SourceNode.Member(
        key: name, keyPlace: place(range),
        node: SourceNode(.null, place: place(after..<after))))
  }

  /// Refuses `? key` with its value, in one problem.
  private mutating func complexEntry(at column: Int) {
    note(
      SourceRule.yamlComplexKey, "a key that begins with `?`", position..<position + 1,
      hint: "a key is one line of text, followed by `: `")
    recover(to: column)
    skipToToken()
    if self.column == column, isIndicator(0x3A, at: position) {
      recover(to: column)
    }
  }

  /// The problem of a line that should hold a key and does not.
  private mutating func noKey(from start: Int) throws(Skip) -> Skip {
    if isIndicator(0x3A, at: position) {
      return fail(
        SourceRule.yamlSyntax, "a `:` without a key", position..<position + 1,
        hint: "write the key before it")
    }
    if isIndicator(0x2D, at: position) {
      return fail(
        SourceRule.yamlIndentation, "a list entry among the keys of a map",
        position..<position + 1, hint: "indent it under the key that it belongs to")
    }
    switch current {
    case 0x5B, 0x7B:
      let node = try flow(above: column)
      try endInline(node, from: start)
    case 0x2A:
      _ = try alias()
      return Skip()
    default:
      break
    }
    var index = start
    while !Self.isBreakOrEnd(byte(index)), byte(index) != 0x3A { index += 1 }
    return fail(
      SourceRule.yamlSyntax, "this line is not `key: value` as its neighbours are",
      start..<start + 1,
      hint: byte(index) == 0x3A ? "a space follows the colon" : "a colon and a space follow a key")
  }
}
