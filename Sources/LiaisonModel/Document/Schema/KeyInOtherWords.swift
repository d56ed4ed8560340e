/// What people call the keys that have a name of their own here: `signed` for `valid_from`.
public enum KeyInOtherWords {
  private static let keys = [
    "signed": "valid_from", "signed_on": "valid_from", "start": "valid_from",
    "starts": "valid_from", "start_date": "valid_from", "since": "valid_from",
    "from_date": "valid_from",
    "end": "valid_until", "ends": "valid_until", "end_date": "valid_until", "until": "valid_until",
    "expires": "valid_until", "expiry": "valid_until", "valid_to": "valid_until",
  ]

  /// The key of some that a word may be meant for: the nearest, else the one that people call so; nil where
  /// there is none.
  public static func nearest(to word: String, among known: [String]) -> String? {
    var match = NearestMatch(known)
    if let near = match.nearest(to: word) { return near }
    let usual = keys[String(word.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })]
    return usual.flatMap { known.contains($0) ? $0 : nil }
  }
}
