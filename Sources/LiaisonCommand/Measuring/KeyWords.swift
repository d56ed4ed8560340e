import LiaisonModel

/// What the key of a figure says, in plain words: `degree.in` is "ties that lead to it".
///
/// Keys are for those who compute on; a person reads the words, and finds the key behind them. No two keys
/// have the same words.
struct KeyWords {
  /// Whether the graph has directions; without them nothing is said of any.
  var isDirected: Bool

  /// The words above the figures of nodes or ties under a key; what the measure says in a line where the
  /// key has none of its own.
  ///
  /// - Parameters:
  ///   - key: the key, as `closeness.unweighted.raw.in`.
  ///   - summary: what the measure says, in a sentence.
  func heading(_ key: String, summary: String?) -> String {
    if let words = words(key) { return words.prefix(1).uppercased() + words.dropFirst() }
    guard var text = summary else { return key }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The words for a key, beginning as within a sentence; nil where the key has none.
  ///
  /// They are those of the longest part of the key, from its beginning, that has some, with how this one
  /// of its figures is taken.
  func words(_ key: String) -> String? {
    if let words = ofGroups(key) { return words }
    if !isDirected, let words = Self.undirected[key] { return words }
    let parts = key.split(separator: ".").map(String.init)
    for length in stride(from: parts.count, to: 0, by: -1) {
      let family = parts[..<length].joined(separator: ".")
      guard let words = Self.families[family] else { continue }
      let ways = parts[length...].compactMap { part -> String? in
        if !isDirected, part == "all" || part == "undirected" { return nil }
        return Self.qualifiers["\(parts[0]).\(part)"] ?? Self.qualifiers[part] ?? Self.steps(part)
      }
      return ways.isEmpty ? words : "\(words) (\(ways.joined(separator: ", ")))"
    }
    return nil
  }

  /// Whether those with the least of it are those that are looked for: brokers have the least constraint,
  /// the middle of a network the least eccentricity; who is alike is least apart.
  static func isLowestFirst(_ key: String) -> Bool {
    key == "equivalence.euclidean" || isHead(of: key, among: ["constraint", "eccentricity"])
  }

  /// What the key of a figure of groups begins with, as `mixing`; nil for other keys.
  static func familyOfGroups(_ key: String) -> String? {
    ["mixing", "group_density", "ei_index.group"].first { key.hasPrefix("\($0).") }
  }

  /// Whether the figure of a node is the number of the part that it belongs to.
  static func isDivision(_ key: String) -> Bool {
    isHead(of: key, among: ["community", "position"])
  }

  private static func isHead(of key: String, among heads: [String]) -> Bool {
    key.split(separator: ".").first.map { heads.contains(String($0)) } ?? false
  }

  /// `4step` is within 4 steps.
  private static func steps(_ part: String) -> String? {
    guard part.hasSuffix("step"), let count = Int(part.dropLast(4)) else { return nil }
    return "within \(count.grouped) steps"
  }

  /// Words for keys that name groups; a group's name may hold dots, and an arrow of its own stands in keys
  /// behind a backslash.
  private func ofGroups(_ key: String) -> String? {
    func rest(_ start: String) -> Substring? {
      key.hasPrefix(start) ? key.dropFirst(start.count) : nil
    }
    if let name = rest("ei_index.group.") {
      return "ties out of “\(name)” less those within, of all that it has, −1 to 1"
    }
    if let name = rest("projection.") {
      return "two of “\(name)” that share others, and how many they share"
    }
    let (mixing, density) = (rest("mixing."), rest("group_density."))
    guard let rest = mixing ?? density, let pair = Self.ends(rest) else { return nil }
    let ends =
      if pair.from == pair.to {
        "within “\(pair.from)”"
      } else if isDirected {
        "from “\(pair.from)” to “\(pair.to)”"
      } else {
        "of “\(pair.from)” to “\(pair.to)”"
      }
    return mixing == nil ? "share of the possible ties \(ends) that are there" : "ties \(ends)"
  }

  /// The groups of `a->b`; of `a\->b->c` the first is called `a->b`.
  private static func ends(_ pair: Substring) -> (from: String, to: String)? {
    var names = [""]
    var rest = pair
    while !rest.isEmpty {
      if rest.hasPrefix("->") {
        names.append("")
        rest.removeFirst(2)
        continue
      }
      let isEscaped = rest.hasPrefix("\\->") || rest.hasPrefix("\\\\")
      if isEscaped { rest.removeFirst() }
      let length = isEscaped && rest.hasPrefix("->") ? 2 : 1
      names[names.count - 1] += rest.prefix(length)
      rest.removeFirst(length)
    }
    return names.count == 2 ? (names[0], names[1]) : nil
  }
}
