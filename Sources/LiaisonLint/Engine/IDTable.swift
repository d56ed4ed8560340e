/// The ids of one table, each with the position at which it is first declared.
///
/// Swift calls two ids equal that are canonically equivalent; here ids are equal when their bytes are.
struct IDTable: Sendable {
  /// The ids, in file order, empty where an entry has none.
  private(set) var ids: [String] = []
  private var first: [String: Int] = [:]

  init() {}

  /// Adds the id of the next entry.
  mutating func append(_ id: String?) {
    if let id, !id.isEmpty, first[id] == nil { first[id] = ids.count }
    ids.append(id ?? "")
  }

  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    first.reserveCapacity(count)
  }

  /// The position of the entry that declares an id, byte for byte.
  func position(_ id: String) -> Int? {
    guard let position = first[id], ids[position].utf8.elementsEqual(id.utf8) else { return nil }
    return position
  }

  /// The position of the first entry whose id Swift calls equal.
  func lookalike(_ id: String) -> Int? { first[id] }
}
