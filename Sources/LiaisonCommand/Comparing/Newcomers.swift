import LiaisonModel

extension NetworkDocument {
  /// The document without the organizations, services, bodies, agreements and activities that an earlier one
  /// does not list; nil where it lists all of them.
  ///
  /// - Complexity: O(size of both documents × depth of units).
  func withoutNewcomers(since earlier: NetworkDocument) -> NetworkDocument? {
    let known = Set(earlier.elements)
    let new = elements.filter { !known.contains($0) }
    if new.isEmpty { return nil }
    return removing(new.map { .init($0.table, $0.key) })
  }

  private struct Element: Hashable {
    var table: NetworkPatch.Table
    var key: String
  }

  private var elements: [Element] {
    func all(_ table: NetworkPatch.Table, _ ids: [String?]) -> [Element] {
      ids.compactMap { $0.map { Element(table: table, key: $0) } }
    }
    let services = organizations.flatMap { place in
      place.services.map { service -> String? in
        guard let owner = place.id.value, let id = service.id.value else { return nil }
        return "\(owner)/\(id)"
      }
    }
    return all(.organizations, organizations.map(\.id.value)) + all(.services, services)
      + all(.bodies, bodies.map(\.id.value)) + all(.agreements, agreements.map(\.id.value))
      + all(.activities, activities.map(\.id.value))
  }
}
