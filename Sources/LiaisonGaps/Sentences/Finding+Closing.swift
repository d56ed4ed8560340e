public import LiaisonModel

extension Finding {
  /// What it asks for: its suggestion without the sentences with which it ends itself, which say what else that
  /// closes and differ from finding to finding; all of it where there is nothing else.
  public var request: String? {
    let length = closing.count
    guard let suggestion, length > 0, length < suggestion.count else { return suggestion }
    return String(suggestion.dropLast(length + 1))
  }

  /// What it tells, without the sentences with which its suggestion ends too.
  var told: String { String(sentence.dropLast(closing.isEmpty ? 0 : closing.count + 1)) }

  /// The sentences with which both its own and its suggestion end; empty where these end otherwise.
  private var closing: Substring {
    guard let suggestion else { return "" }
    var rest = suggestion[...]
    while !rest.isEmpty {
      if sentence.hasSuffix(" \(rest)") { return rest }
      guard let end = rest.firstRange(of: ". ") else { break }
      rest = rest[end.upperBound...]
    }
    return ""
  }
}
