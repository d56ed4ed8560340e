/// Finds what an unknown word may have meant: the nearest of the declared ones.
///
/// A word that differs by case, accents, spaces or hyphens only comes first; then the least
/// Damerau–Levenshtein distance (optimal string alignment), at most 1 for words under 5 characters, 2
/// under 12, else 3; ties by bytes. Two words of like length whose letters differ too much are never
/// compared, and only the first `budget` searches are made, so that a file of nothing but unknown ids
/// costs no square.
///
/// Reference: Damerau, A technique for computer detection and correction of spelling errors, 1964,
/// doi:10.1145/363958.363994.
public struct NearestMatch: Sendable {
  private struct Candidate: Sendable {
    var text: String
    var characters: [UInt32]
    var letters: UInt64
  }

  private var byLength: [Int: [Candidate]] = [:]
  private var byFold: [String: String] = [:]
  private var found: [String: String?] = [:]
  private var budget: Int

  /// Prepares a search among words; `budget` is the number of searches made.
  public init(_ words: some Sequence<String>, budget: Int = 256) {
    self.budget = budget
    for word in words where !word.isEmpty && word.utf8.count <= 128 {
      let characters = word.lowercased().unicodeScalars.map(\.value)
      byLength[characters.count, default: []].append(
        Candidate(text: word, characters: characters, letters: Self.letters(characters)))
      let fold = LabelFold.key(word)
      if let other = byFold[fold], !word.utf8.lexicographicallyPrecedes(other.utf8) { continue }
      byFold[fold] = word
    }
  }

  /// The nearest word; nil where none is near.
  ///
  /// - Complexity: O(words of like length), at most `budget` times.
  public mutating func nearest(to word: String) -> String? {
    if let known = found[word] { return known }
    let result = search(word)
    found[word] = .some(result)
    return result
  }

  /// " Did you mean “…”?", with up to three of some words, to stand behind a sentence; empty where none fits.
  ///
  /// The nearest comes first, then those of which the word is a part, those that begin with it, those of
  /// which a part does, and those that hold it; of a word with dots then those that begin as it does, up to
  /// a dot. Within each the order is that of `words`.
  ///
  /// - Complexity: O(words).
  public static func question(_ word: String, among words: [String]) -> String {
    var search = NearestMatch(words)
    var found: [String] = []
    func take(_ more: [String]) {
      for word in more where found.count < 3 && !found.contains(word) { found.append(word) }
    }
    take(search.nearest(to: word).map { [$0] } ?? [])
    // A word that is all but right is meant; its parts say nothing more.
    if found.first.map({ LabelFold.key($0) == LabelFold.key(word) }) != true {
      let wanted = word.lowercased()
      let lower = words.map { (text: $0, wanted: $0.lowercased()) }
      func parts(_ word: String) -> [Substring] { word.split { "._-".contains($0) } }
      func takeAll(where fits: (String) -> Bool) {
        for item in lower where fits(item.wanted) { take([item.text]) }
      }
      if wanted.count >= 2 {
        takeAll { parts($0).contains { $0 == wanted } }
        takeAll { $0.hasPrefix(wanted) }
        takeAll { parts($0).contains { $0.hasPrefix(wanted) } }
      }
      if wanted.count >= 3 { takeAll { $0.contains(wanted) } }
      var beginning = wanted[...]
      while found.isEmpty, let dot = beginning.lastIndex(of: ".") {
        beginning = beginning[..<dot]
        takeAll { $0 == beginning || $0.hasPrefix(beginning + ".") }
      }
    }
    guard let last = found.popLast() else { return "" }
    let others = found.map { "“\($0)”" }.joined(separator: ", ")
    return " Did you mean " + (others.isEmpty ? "" : others + " or ") + "“\(last)”?"
  }

  private mutating func search(_ word: String) -> String? {
    if let same = byFold[LabelFold.key(word)] { return same }
    guard budget > 0, word.utf8.count <= 128 else { return nil }
    budget -= 1
    let wanted = word.lowercased().unicodeScalars.map(\.value)
    let letters = Self.letters(wanted)
    let reach = wanted.count < 5 ? 1 : wanted.count < 12 ? 2 : 3
    var best: (distance: Int, text: String)?
    for length in max(1, wanted.count - reach)...(wanted.count + reach) {
      for candidate in byLength[length] ?? [] {
        guard (candidate.letters ^ letters).nonzeroBitCount <= 2 * reach else { continue }
        let limit = best?.distance ?? reach
        guard let distance = Self.distance(wanted, candidate.characters, limit: limit) else {
          continue
        }
        if let best, best.distance == distance,
          !candidate.text.utf8.lexicographicallyPrecedes(best.text.utf8)
        {
          continue
        }
        best = (distance, candidate.text)
      }
    }
    // Half of a short word changed is another word.
    guard let best, best.distance * 2 < max(wanted.count, 2) else { return nil }
    return best.text
  }

  /// A set of the letters that occur, as bits.
  private static func letters(_ characters: [UInt32]) -> UInt64 {
    characters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// The distance of two words, or nil where it is over the limit.
  public static func distance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = [Int](repeating: 0, count: b.count + 1)
    for i in 1...a.count {
      row[0] = i
      var least = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          value = min(value, before[j - 2] + 1)
        }
        row[j] = value
        least = min(least, value)
      }
      if least > limit { return nil }
      (before, last, row) = (last, row, before)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
