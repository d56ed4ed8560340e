/// A value for a few organizations among many: they are forgotten at the cost of those labelled, so
/// that one room serves many searches.
struct Labels<Value> {
  private var values: [Value?]
  /// The organizations that have a value, in the order in which they first got one.
  private(set) var labelled: [Int] = []

  /// No value for any of `count` organizations.
  init(count: Int) { values = Array(repeating: nil, count: count) }

  /// The value of an organization; nil where it has none. A value is never taken away alone.
  subscript(organization: Int) -> Value? {
    get { values[organization] }
    set {
      if values[organization] == nil { labelled.append(organization) }
      values[organization] = newValue
    }
  }

  /// Forgets all values.
  mutating func removeAll() {
    for organization in labelled { values[organization] = nil }
    labelled.removeAll(keepingCapacity: true)
  }
}
