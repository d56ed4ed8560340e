import LiaisonModel

/// Makes ids of names: `Women's Shelter` gives `womens-shelter`.
///
/// Accents are taken off; a name of which no Latin word is left, such as one in Urdu, gets
/// `org-1`, `org-2`, …, and is kept as the name. Two names never get one id.
struct NativeIDs {
  private let prefix: String
  private var taken: Set<String> = []
  private var count = 0

  init(prefix: String) { self.prefix = prefix }

  /// The id of the next name.
  mutating func id(for name: String) -> String {
    count += 1
    let slug = Self.slug(name)
    guard let slug else { return take("\(prefix)-\(count)") }
    return take(slug)
  }

  /// Whether the id of a name is made of its words.
  static func isWorded(_ name: String) -> Bool { slug(name) != nil }

  private mutating func take(_ wanted: String) -> String {
    var id = wanted
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return id
  }

  /// The words of a name that fold to ASCII, joined by hyphens; nil where none is left, or most of
  /// the name is not among them.
  private static func slug(_ name: String) -> String? {
    let words = name.unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || scalar == "-" || scalar == "/" || scalar == ","
        || scalar == "("
        || scalar == ")" || scalar == "_" || scalar == "." || scalar == ":" || scalar == "–"
        || scalar == "—"
    }
    var slug = ""
    var lost = 0
    for word in words {
      let key = LabelFold.key(String(String.UnicodeScalarView(word)))
      if key.isEmpty { continue }
      guard key.utf8.allSatisfy({ $0 < 0x80 }) else {
        lost += 1
        continue
      }
      if slug.utf8.count + key.utf8.count > 40, !slug.isEmpty { break }
      slug += (slug.isEmpty ? "" : "-") + key.prefix(60)
    }
    let letters = slug.utf8.count { Identifier.isAlphanumeric($0) && $0 > 0x39 }
    return letters >= 2 && (lost == 0 || letters >= 4) ? slug : nil
  }
}
