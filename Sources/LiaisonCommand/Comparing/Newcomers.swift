import LiaisonModel

extension NetworkDocument {
  /// The document without the organizations, services, bodies, agreements and activities that an earlier one
  /// does not list; nil where it lists all of them.
  ///
  /// - Throws: `PatchError`, never for documents that resolve.
  /// - Complexity: O(entries × newcomers).
  func withoutNewcomers(since earlier: NetworkDocument) throws(PatchError) -> NetworkDocument? {
    let known = Set(earlier.elements)
    let own = elements
    let new = own.filter { !known.contains($0) }
    if new.isEmpty { return nil }
    let leaving = Set(new)
    var parents: [String: String] = [:]
    for place in organizations {
      if let id = place.id.value, let parent = place.parent.value { parents[id] = parent }
    }
    /// Whether it goes with its organization, or with that of which this is a unit.
    func goesAlong(_ element: Element) -> Bool {
      var above: String?
      switch element.table {
      case .services: above = element.key.split(separator: "/").first.map(String.init)
      case .organizations: above = parents[element.key]
      default: return false
      }
      while let owner = above {
        if leaving.contains(Element(table: .organizations, key: owner)) { return true }
        above = parents[owner]
      }
      return false
    }
    var patch = NetworkPatch()
    patch.removals = new.filter { !goesAlong($0) }.map { .init($0.table, $0.key) }
    return try patch.applied(to: self).document
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
