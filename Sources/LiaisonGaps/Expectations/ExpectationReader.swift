public import LiaisonModel

/// Reads the parameters of an expectation: each key by its type, every problem with the
/// expectation's id and the key, and keys that nobody asked for refused at the end.
public struct ExpectationReader {
  /// The expectation.
  public let expectation: Expectation
  /// The standard's id.
  public let standard: String
  private var asked: Set<String> = []

  /// Starts reading.
  public init(_ expectation: Expectation, of standard: Standard) {
    self.expectation = expectation
    self.standard = standard.id
  }

  /// An error about this expectation.
  public func error(_ message: String) -> GapError {
    GapError(
      .badExpectation, "Expectation `\(expectation.id)` of standard `\(standard)`: \(message)")
  }

  private mutating func node(_ key: String) throws(GapError) -> SourceNode? {
    asked.insert(key)
    let found = expectation.parameters.filter { $0.key == key }
    if found.count > 1 { throw error("the key `\(key)` stands twice.") }
    guard let node = found.first?.node, node.content != .null else { return nil }
    return node
  }

  /// A text; nil where the key is not written.
  public mutating func text(_ key: String) throws(GapError) -> String? {
    guard let node = try node(key) else { return nil }
    guard let text = node.scalar else { throw error("`\(key)` must be one word.") }
    return text
  }

  /// A number that is not negative; nil where the key is not written.
  public mutating func number(_ key: String) throws(GapError) -> Double? {
    guard let text = try text(key) else { return nil }
    guard let number = Double(text), number.isFinite, number >= 0 else {
      throw error("`\(key)` must be a number from 0, not `\(text)`.")
    }
    return number
  }

  /// A whole number that is not negative; nil where the key is not written.
  public mutating func wholeNumber(_ key: String) throws(GapError) -> Int? {
    guard let number = try number(key) else { return nil }
    guard let whole = Int(exactly: number) else { throw error("`\(key)` must be a whole number.") }
    return whole
  }

  /// A list of texts, or one text; nil where the key is not written.
  public mutating func texts(_ key: String) throws(GapError) -> [String]? {
    guard let node = try node(key) else { return nil }
    return try texts(of: node, key)
  }

  private func texts(of node: SourceNode, _ key: String) throws(GapError) -> [String] {
    if let text = node.scalar { return [text] }
    guard let elements = node.elements else { throw error("`\(key)` must be a list.") }
    var texts: [String] = []
    for element in elements {
      guard let text = element.scalar else { throw error("`\(key)` must be a list of words.") }
      texts.append(text)
    }
    if texts.isEmpty { throw error("`\(key)` is an empty list.") }
    return texts
  }

  /// A list of codes; nil where the key is not written.
  public mutating func codes(_ key: String) throws(GapError) -> [Code]? {
    try texts(key)?.map { Code($0) }
  }

  /// A map from codes to lists of codes, in the order in which it is written; nil where the key is not.
  public mutating func codeLists(
    _ key: String
  ) throws(GapError) -> [(key: Code, codes: [Code])]? {
    guard let node = try node(key) else { return nil }
    guard let members = node.members, !members.isEmpty else {
      throw error("`\(key)` must be a map of lists, such as {hotline: [gov.health]}.")
    }
    var rows: [(key: Code, codes: [Code])] = []
    for member in members {
      let codes = try texts(of: member.node, key).map { Code($0) }
      rows.append((key: Code(member.key), codes: codes))
    }
    return rows
  }

  /// A list of codes that must be written.
  public mutating func required(_ key: String) throws(GapError) -> [Code] {
    guard let codes = try codes(key) else { throw error("`\(key)` is not written.") }
    return codes
  }

  /// One of some words; nil where the key is not written.
  public mutating func choice(_ key: String, of words: [String]) throws(GapError) -> String? {
    guard let text = try text(key) else { return nil }
    guard words.contains(text) else {
      throw error("`\(key)` is one of \(words.joined(separator: ", ")), not `\(text)`.")
    }
    return text
  }

  /// Refuses the keys that were not asked for, and a sentence with a placeholder that nothing stands for.
  ///
  /// - Parameter placeholders: what a `sentence` of the kind may hold in braces.
  public func finish(sentenceOf placeholders: [String]) throws(GapError) {
    let unknown = SentenceTemplate(text: expectation.sentence ?? "").placeholders.first {
      !placeholders.contains($0)
    }
    if let unknown {
      throw error(
        "its `sentence` has {\(unknown)}, which the kind `\(expectation.kind)` does not fill; it fills "
          + "\(placeholders.sorted().map { "{\($0)}" }.joined(separator: ", ")).")
    }
    try finish()
  }

  /// Refuses the keys that were not asked for.
  public func finish() throws(GapError) {
    for member in expectation.parameters where !asked.contains(member.key) {
      throw error(
        "the key `\(member.key)` is not one of the kind `\(expectation.kind)`, which knows "
          + "\(asked.sorted().map { "`\($0)`" }.joined(separator: ", ")).")
    }
  }
}
