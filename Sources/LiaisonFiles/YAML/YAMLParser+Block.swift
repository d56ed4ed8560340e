import LiaisonModel

extension YAMLParser {
  /// What a node begins as, decided before it is read: the functions that call each other as deep as
  /// the document nests hold nothing else, so that a small stack is enough.
  enum NodeStart {
    case null(at: Int)
    case list, map, inline
  }

  /// Reads a node that begins here.
  ///
  /// - Parameter parent: the column of the collection that it belongs to.
  mutating func node(_ start: NodeStart, above parent: Int) throws(Skip) -> SourceNode {
    switch start {
    case .null(let offset): try null(at: offset)
    case .list: try blockList(at: column)
    case .map: try blockMap(at: column)
    case .inline: try inlineNode(above: parent)
    }
  }

  /// Decides about a node on a line of its own, or behind `- `, where a list or map may begin.
  mutating func blockStart(above parent: Int) throws(Skip) -> NodeStart {
    while true {
      if isIndicator(0x2D, at: position) { return .list }
      if isIndicator(0x3F, at: position) || keyFollows(at: position) { return .map }
      guard try takeProperties() else { return .inline }
      let here = position
      guard isLineEnd(at: position) else { continue }
      try nextToken()
      guard !isAtEnd, !isMarker(at: position), column > parent else { return .null(at: here) }
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
        let start = try elementStart(at: column)
        elements.append(try node(start, above: column))
      } catch {
        recover(to: column)
      }
    }
    return SourceNode(.list(elements), place: place(start..<max(start, lastEnd)))
  }

  /// Moves behind a dash and decides about the element.
  private mutating func elementStart(at column: Int) throws(Skip) -> NodeStart {
    position += 1
    let here = position
    lastEnd = here
    skipBlanks()
    if !isLineEnd(at: position) {
      let start = try blockStart(above: column)
      if case .inline = start { return start }
      if bytes[here..<position].contains(0x09) { throw tabBehindDash(here) }
      return start
    }
    try nextToken()
    guard isEntryColumn(column + 1) else { return .null(at: here) }
    return try blockStart(above: column)
  }

  private mutating func tabBehindDash(_ here: Int) -> Skip {
    fail(
      SourceRule.yamlTab, "a tab between `-` and what it holds", here..<here + 1,
      hint: "put one space there")
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

  private mutating func mapEntry(
    at column: Int, into members: inout SourceMembers
  ) throws(Skip) {
    if isIndicator(0x3F, at: position) { return complexEntry(at: column) }
    let number = try entryKey(into: &members)
    let start = try valueStart(at: column)
    let node = try node(start, above: column)
    if let number { members.set(number, node) }
  }

  /// Takes a key and its colon; gives the entry's number, nil for a merge key, which is left out.
  private mutating func entryKey(into members: inout SourceMembers) throws(Skip) -> Int? {
    let start = position
    _ = try takeProperties()
    guard let key = keyScan(at: position) else { throw try noKey(from: start) }
    let name = try keyText(key)
    lastEnd = position
    if key.style == .plain, name == "<<" {
      note(
        SourceRule.yamlMerge, "a merge key (`<<`)", key.range, hint: "write the entries out")
      return nil
    }
    return add(name, at: key.range, to: &members)
  }

  /// Decides about what stands behind a key's colon, on its line or below.
  private mutating func valueStart(at column: Int) throws(Skip) -> NodeStart {
    let here = position
    skipBlanks()
    while !isLineEnd(at: position) {
      guard try takeProperties() else { return .inline }
    }
    try nextToken()
    guard isEntryColumn(column) else { return .null(at: here) }
    if self.column > column { return try blockStart(above: column) }
    return isIndicator(0x2D, at: position) ? .list : .null(at: here)
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
