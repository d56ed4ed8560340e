import LiaisonModel

extension YAMLParser {
  /// A list or map in brackets.
  ///
  /// - Parameter parent: the column of the block collection around it; lines inside are indented
  ///   more, so that a bracket that nobody closes ends at the next entry.
  mutating func flow(above parent: Int) throws(Skip) -> SourceNode {
    try enter()
    defer { depth -= 1 }
    let open = position
    let isMap = current == 0x7B
    let close: UInt8 = isMap ? 0x7D : 0x5D
    position += 1
    var elements: [SourceNode] = []
    var members = SourceMembers()
    try flowSpace(in: open, above: parent)
    while current != close {
      if isFlowEnd { throw misplaced(open) }
      if isMap {
        try flowMember(in: open, above: parent, into: &members)
      } else {
        elements.append(try flowElement(in: open, above: parent))
      }
      try flowSeparator(in: open, above: parent, close: close)
    }
    position += 1
    lastEnd = position
    let range = place(open..<position)
    return SourceNode(isMap ? .map(members.all) : .list(elements), place: range)
  }

  /// Whether an entry ends here: at a comma or a closing bracket.
  private var isFlowEnd: Bool { current == 0x2C || current == 0x5D || current == 0x7D }

  /// The problem of a comma or bracket where an entry should stand.
  private mutating func misplaced(_ open: Int) -> Skip {
    if current == 0x2C {
      return fail(
        SourceRule.yamlSyntax, "a comma with nothing before it", position..<position + 1)
    }
    return fail(
      SourceRule.yamlSyntax,
      "this bracket does not fit the one that opens in line \(line(of: open))",
      position..<position + 1)
  }

  /// Takes the comma behind an entry, or stops before the closing bracket.
  private mutating func flowSeparator(
    in open: Int, above parent: Int, close: UInt8
  ) throws(Skip) {
    try flowSpace(in: open, above: parent)
    if current == 0x2C {
      position += 1
      return try flowSpace(in: open, above: parent)
    }
    if current == close { return }
    if isFlowEnd { throw misplaced(open) }
    throw fail(
      SourceRule.yamlSyntax, close == 0x7D ? "a `,` or `}` is missing" : "a `,` or `]` is missing",
      position..<position + 1, hint: "text that holds `: `, `,` or brackets goes in quotes")
  }

  /// Moves to the next token inside brackets.
  private mutating func flowSpace(in open: Int, above parent: Int) throws(Skip) {
    let before = lineStart
    skipToToken()
    tabAt = nil
    if isAtEnd { throw unclosed(open) }
    guard lineStart != before else { return }
    if isMarker(at: position) { throw unclosed(open) }
    var indentation = 0
    while byte(lineStart + indentation) == 0x20 { indentation += 1 }
    if indentation <= parent, current != 0x5D, current != 0x7D { throw unclosed(open) }
  }

  private mutating func unclosed(_ open: Int) -> Skip {
    let bracket = byte(open) == 0x5B ? "[" : "{"
    resume(after: open)
    return fail(
      SourceRule.yamlSyntax, "the `\(bracket)` that opens here is not closed", open..<open + 1,
      hint: "close it; further lines inside it are indented more than its key")
  }

  /// A value inside brackets.
  private mutating func flowValue(in open: Int, above parent: Int) throws(Skip) -> SourceNode {
    while try takeProperties() { try flowSpace(in: open, above: parent) }
    switch current {
    case 0x22, 0x27: return try quoted(above: parent)
    case 0x5B, 0x7B: return try flow(above: parent)
    case 0x2A: return try alias()
    case 0x2C, 0x5D, 0x7D: return try null(at: position)
    default:
      if Self.isSpace(current) { return try null(at: position) }
      try refuseIndicator(isFlow: true)
      return try plain(above: parent, isFlow: true)
    }
  }

  /// Whether a colon that ends a key stands here, behind spaces.
  private func colon(after node: SourceNode) -> Int? {
    var index = position
    while Self.isBlank(byte(index)) { index += 1 }
    guard byte(index) == 0x3A else { return nil }
    let next = byte(index + 1)
    if Self.isSpace(next) || Self.isFlowIndicator(next) { return index }
    switch node.content {
    case .scalar(_, quoted: true), .list, .map: return index
    default: return nil
    }
  }

  /// An element of a list: a value, or one `key: value`, which is a map of one entry.
  private mutating func flowElement(in open: Int, above parent: Int) throws(Skip) -> SourceNode {
    let start = position
    let line = lineStart
    let node = try flowValue(in: open, above: parent)
    guard let colon = colon(after: node) else { return node }
    var members = SourceMembers()
    let number = try flowKey(node, from: start, line: line, into: &members)
    try flowEntry(number, colon: colon, in: open, above: parent, into: &members)
    return SourceNode(.map(members.all), place: place(start..<lastEnd))
  }

  /// An entry of a map: `key: value`, or a key alone.
  private mutating func flowMember(
    in open: Int, above parent: Int, into members: inout SourceMembers
  ) throws(Skip) {
    let start = position
    let line = lineStart
    let key = try flowValue(in: open, above: parent)
    let number = try flowKey(key, from: start, line: line, into: &members)
    guard let colon = colon(after: key) else { return }
    try flowEntry(number, colon: colon, in: open, above: parent, into: &members)
  }

  /// Enters a key; nil for a merge key or an alias, which are left out.
  private mutating func flowKey(
    _ key: SourceNode, from start: Int, line: Int, into members: inout SourceMembers
  ) throws(Skip) -> Int? {
    var isQuoted = false
    switch key.content {
    case .list, .map:
      throw fail(
        SourceRule.yamlComplexKey, "a list or map as a key", start..<start + 1,
        hint: "a key is one line of text")
    case .scalar(_, let quoted): isQuoted = quoted
    case .null: break
    }
    guard line == lineStart else {
      throw fail(
        SourceRule.yamlComplexKey, "a key on several lines", start..<start + 1,
        hint: "a key is one line of text; is a bracket or comma missing?")
    }
    guard case .bytes(let bytes) = key.place.spot else { return nil }
    let range = Int(bytes.lowerBound)..<Int(bytes.upperBound)
    if byte(range.lowerBound) == 0x2A { return nil }
    guard !range.isEmpty || isQuoted else {
      throw fail(
        SourceRule.yamlSyntax, "a `:` without a key", position..<position + 1,
        hint: "write the key before it")
    }
    let name = key.scalar ?? text(range)
    if !isQuoted, name == "<<" {
      note(SourceRule.yamlMerge, "a merge key (`<<`)", range, hint: "write the entries out")
      return nil
    }
    return add(name, at: range, to: &members)
  }

  /// The value behind a key's colon.
  private mutating func flowEntry(
    _ number: Int?, colon: Int, in open: Int, above parent: Int, into members: inout SourceMembers
  ) throws(Skip) {
    position = colon + 1
    lastEnd = position
    try flowSpace(in: open, above: parent)
    let node = isFlowEnd ? try null(at: colon + 1) : try flowValue(in: open, above: parent)
    if let number { members.set(number, node) }
  }
}
