import LiaisonModel

/// Numbers and lists as a report says them.
enum Wording {
  /// `1,848`.
  static func number(_ value: Int) -> String { value.grouped }

  /// `1 organization`, `1,848 organizations`.
  static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number(value)) \(value == 1 ? one : many ?? one + "s")"
  }

  /// Small numbers in words, as sentences have them: `three`.
  static func inWords(_ value: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(value) ? words[value] : number(value)
  }

  /// `a, b and c`; where there are more than the limit, `a, b and 4 more`.
  static func listed(_ things: [String], limit: Int = .max, last: String = "and") -> String {
    guard things.count > 1 else { return things.first ?? "" }
    if things.count > limit {
      let more = things.count - limit
      return things.prefix(limit).joined(separator: ", ") + " \(last) \(number(more)) more"
    }
    return things.dropLast().joined(separator: ", ") + " \(last) " + (things.last ?? "")
  }

  /// The text with its first letter as a capital.
  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// The text as a sentence: ends with a full stop.
  static func sentence(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".?!".contains(last) ? text : text + "."
  }
}
