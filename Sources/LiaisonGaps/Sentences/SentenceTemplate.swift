import LiaisonModel

/// A sentence with placeholders in braces, as a standard writes it.
///
/// "the {entry}" takes a name with its article where it has one; a placeholder without a value
/// vanishes with one space before it. Unknown placeholders stay as they are written.
struct SentenceTemplate {
  var text: String

  /// The sentence with its placeholders filled.
  ///
  /// - Parameters:
  ///   - values: what stands for each placeholder.
  ///   - names: placeholders that are names and may take an article.
  func filled(_ values: [String: String], names: Set<String> = []) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      guard let value = values[name] else {
        result += "{\(name)}"
        continue
      }
      if names.contains(name), result.lowercased().hasSuffix("the ") {
        let capital = result.hasSuffix("The ")
        result.removeLast(4)
        let definite = Wording.definite(value)
        result += capital ? Wording.sentence(definite) : definite
      } else {
        if value.isEmpty, result.hasSuffix(" ") { result.removeLast() }
        result += value
      }
    }
    result += rest
    return result
  }

  /// The placeholders in it, each once, in their order.
  var placeholders: [String] {
    var found: [String] = []
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let close = part.firstIndex(of: "}") else { break }
      let name = String(part[..<close])
      if !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// Whether a placeholder stands in it.
  func contains(_ name: String) -> Bool {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .contains { $0.hasPrefix("\(name)}") }
  }
}
