import LiaisonGaps
import LiaisonModel

extension NetworkComparison.Side {
  /// The document without the organizations, services, bodies, agreements and activities that another state does
  /// not list, and without the organizations and services that are not in force there and may be here; nil where
  /// there is no such thing.
  ///
  /// - Complexity: O(size of both documents × depth of units).
  func withoutNewcomers(since other: NetworkComparison.Side) -> NetworkDocument? {
    let known = Set(other.document.elements).subtracting(other.over.subtracting(over))
    let new = document.elements.filter { !known.contains($0) }
    if new.isEmpty { return nil }
    return document.removing(new.map { .init($0.table, $0.key) })
  }

  /// The organizations and services that are not in force on the day of the report.
  private var over: Set<NetworkDocument.Element> {
    let date = report.asOf
    let organizations = network.organizations.filter { $0.validity.answer(on: date) == .no }
      .map { NetworkDocument.Element(table: .organizations, key: $0.id) }
    let services = network.services.filter { $0.validity.answer(on: date) == .no }.map { service in
      NetworkDocument.Element(
        table: .services, key: "\(network.organizations[service.organization].id)/\(service.id)")
    }
    return Set(organizations + services)
  }
}

extension NetworkDocument {
  fileprivate struct Element: Hashable {
    var table: NetworkPatch.Table
    var key: String
  }

  fileprivate var elements: [Element] {
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
