/// Keys of the native format in words.
enum FieldWords {
  private static let words: [String: String] = [
    "answered": "answer date", "areas": "areas served", "assured_date": "date of the last check",
    "by_role": "who accepts it", "capacity": "room", "caseload": "number of people",
    "depends_on": "what it depends on", "due": "due date", "entry_point": "who is met there",
    "formality": "how formal it is", "intensity": "how often", "located_in": "where it stands",
    "tier": "level", "tlp": "label", "valid_from": "start date", "valid_until": "end date",
    "within": "the area around it", "leads": "who leads", "supports": "who supports",
    "parent": "the organization above it", "kind": "kind of relation", "type": "kind",
    "from": "from whom", "to": "to whom", "content": "what is passed on",
    "onward": "whether people may be passed on", "standard": "standard",
    "units_refer": "whether units refer",
  ]

  /// "answer date" of `answered`; of other keys the key itself, in words.
  static func word(_ key: String) -> String {
    words[key] ?? key.replacing("_", with: " ")
  }
}
