/// Text of a network made fit to stand in a figure: one line, visible, of bounded length.
enum LabelText {
  /// The most scalars that one label keeps.
  static let limit = 200

  /// The text on one line, without controls, without characters that reorder what follows, without
  /// invisible format characters; the joiners that Urdu and Persian need stay. What is longer than
  /// `limit` ends in an ellipsis.
  ///
  /// - Complexity: O(limit): the rest of a long text is not looked at.
  static func clean(_ text: String, limit: Int = LabelText.limit) -> String {
    var kept = String.UnicodeScalarView()
    var count = 0
    var marks = 0
    var pendingSpace = false
    // A hostile text may begin with any number of invisible characters.
    for scalar in text.unicodeScalars.prefix(limit * 8) {
      if scalar.properties.isWhitespace || scalar == "\u{0}" {
        pendingSpace = !kept.isEmpty
        continue
      }
      guard isVisible(scalar) else { continue }
      // Piled-up marks reach over the neighbours.
      if scalar.properties.canonicalCombiningClass != .notReordered {
        marks += 1
        if marks > 3 { continue }
      } else {
        marks = 0
      }
      if count >= limit {
        kept.append("…")
        break
      }
      if pendingSpace {
        kept.append(" ")
        pendingSpace = false
        count += 1
      }
      kept.append(scalar)
      count += 1
    }
    return String(kept)
  }

  /// The lines of a label: broken greedily at spaces, in `width` characters a line, at most `lines`
  /// of them, the last with an ellipsis where something is left out. A word that is longer than a
  /// line is broken after a hyphen of its own, else with one, as far as its script has hyphens.
  ///
  /// - Complexity: O(characters).
  static func wrap(_ text: String, width: Int = 20, lines limit: Int = 3) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      var rest = Substring(word)
      while !rest.isEmpty {
        let room = length == 0 ? width : width - length - 1
        let size = rest.count
        if size <= room {
          line += (length == 0 ? "" : " ") + rest
          length += (length == 0 ? 0 : 1) + size
          rest = ""
        } else if length > 0 {
          lines.append(line)
          line = ""
          length = 0
        } else {
          let (part, size) = broken(rest, width: width)
          lines.append(part)
          rest = rest.dropFirst(size)
        }
        if lines.count >= limit, !(line.isEmpty && rest.isEmpty) {
          return cut(lines, to: limit, width: width)
        }
      }
    }
    if length > 0 { lines.append(line) }
    return lines.count > limit ? cut(lines, to: limit, width: width) : lines
  }

  /// The first line of a word that is longer than a line, and how many of its characters it holds.
  private static func broken(_ word: Substring, width: Int) -> (line: String, size: Int) {
    if let hyphen = word.prefix(width).lastIndex(where: { $0 == "-" || $0 == "/" }) {
      let size = word.distance(from: word.startIndex, to: hyphen) + 1
      return (String(word.prefix(size)), size)
    }
    // No one or two letters stand alone on the next line.
    let size = syllable(in: word, atMost: max(min(width - 1, word.count - 3), 1))
    let around = word.dropFirst(size - 1).prefix(2)
    let takesHyphen = width > 1 && around.allSatisfy { $0.isCased || $0.isWholeNumber }
    return takesHyphen
      ? (word.prefix(size) + "-", size) : (String(word.prefix(width)), width)
  }

  /// How many characters of a word stand before a hyphen: where the rest begins with one consonant and
  /// its vowel, as syllables of most languages in Latin letters do, if that is near enough.
  private static func syllable(in word: Substring, atMost most: Int) -> Int {
    let letters = word.prefix(most + 2).map { Character($0.lowercased()) }
    let vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüœ"
    let pairs = ["ch", "ck", "gh", "ph", "qu", "sh", "th"]
    for size in stride(from: most, to: max(most - 7, 2), by: -1) where size + 1 < letters.count {
      let (last, next) = (letters[size - 1], letters[size])
      if last.isLetter, next.isLetter, !vowels.contains(next), vowels.contains(letters[size + 1]),
        !pairs.contains(String([last, next]))
      {
        return size
      }
    }
    return most
  }

  /// As ``wrap(_:width:lines:)``, in the narrowest lines that need no more of them.
  ///
  /// - Complexity: O(width × characters).
  static func balanced(_ text: String, width: Int = 20, lines limit: Int = 3) -> [String] {
    let greedy = wrap(text, width: width, lines: limit)
    guard greedy.count > 1, greedy.last?.hasSuffix("…") == false else { return greedy }
    var narrow = text.count / greedy.count
    while narrow < width {
      let lines = wrap(text, width: narrow, lines: limit)
      let isBroken = zip(lines.joined(separator: " "), text).contains { $0 != $1 }
      if lines.count == greedy.count, !isBroken, lines.last?.hasSuffix("…") == false {
        return lines
      }
      narrow += 1
    }
    return greedy
  }

  /// The lines of a label that fit a room measured in points.
  ///
  /// - Complexity: O(characters²).
  static func fitted(
    _ text: String, size: Double, bold: Bool = false, room: Double, lines limit: Int
  ) -> [String] {
    var width = max(Int(room / (size * 0.4)), 4)
    while width > 4 {
      let lines = wrap(text, width: width, lines: limit)
      let widest = lines.map { FontMetrics.width(of: $0, size: size, bold: bold) }.max() ?? 0
      if widest * FontMetrics.tolerance <= room {
        return lines
      }
      width -= 1
    }
    return wrap(text, width: 4, lines: limit)
  }

  private static func cut(_ lines: [String], to limit: Int, width: Int) -> [String] {
    var kept = Array(lines.prefix(limit))
    if let last = kept.indices.last {
      var line = Substring(kept[last])
      if line.count >= width {
        line = line.prefix(width - 1)
        // Rather a word less than half a one, unless that leaves next to nothing.
        if let space = line.lastIndex(of: " "), line[..<space].count * 2 >= width {
          line = line[..<space]
        }
      }
      while let end = line.last, end == "-" || end == " " { line.removeLast() }
      kept[last] = line + "…"
    }
    return kept
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0x200C || scalar.value == 0x200D { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }
}
