extension NetworkPatch {
  /// Everything that the patch writes, added or changed, as a document of its own; of a changed entry
  /// it holds the keys that get new values.
  ///
  /// - Complexity: O(size).
  public var entries: NetworkDocument {
    var document = additions
    for change in changes {
      switch change.table {
      case .areas: document.areas.append(change.entry())
      case .organizations: document.organizations.append(change.entry())
      case .services: document.orphanServices.append(change.entry())
      case .sites: document.sites.append(change.entry())
      case .bodies: document.bodies.append(change.entry())
      case .agreements: document.agreements.append(change.entry())
      case .relations: document.relations.append(change.entry())
      case .activities: document.activities.append(change.entry())
      }
    }
    return document
  }

  /// Where the patch writes a reference of a relation; its whole file where it does not.
  ///
  /// - Complexity: O(size).
  public func place(ofReference reference: String?) -> Place {
    let written = entries.relations.flatMap { [$0.from, $0.to, $0.agreement] }
    return written.first { $0.value == reference }?.place ?? Place(file: 0, spot: .whole)
  }
}

extension NetworkPatch.Change {
  /// The new values as an entry, each with its place in the patch.
  fileprivate func entry<Entry: SchemaEntry>() -> Entry {
    var silent = EntryDecoder()
    return Entry.schema.decode(members, place: origin.place, &silent)
  }
}
