extension NetworkDocument {
  /// The ids that organizations had in an older document, and those that they have here, as their
  /// `formerly` says.
  ///
  /// An id that is still in use here is nobody's former one; where the older document has the new id
  /// too, the two are not one.
  ///
  /// - Complexity: O(organizations of both).
  public func renamings(since older: NetworkDocument) -> [String: String] {
    let here = Set(organizations.compactMap(\.id.value))
    let there = Set(older.organizations.compactMap(\.id.value))
    var renamings: [String: String] = [:]
    for entry in organizations {
      guard let id = entry.id.value, !there.contains(id) else { continue }
      if let former = entry.formerly.value?.first(where: {
        there.contains($0) && !here.contains($0) && renamings[$0] == nil
      }) {
        renamings[former] = id
      }
    }
    return renamings
  }

  /// The document with organizations under other ids, wherever they are named.
  ///
  /// Places stay. Findings that are accepted are named by ids of their own, which do not follow.
  ///
  /// - Parameter renamings: new ids by old.
  /// - Complexity: O(entries).
  public func renamed(_ renamings: [String: String]) -> NetworkDocument {
    guard !renamings.isEmpty else { return self }
    /// An organization, or `organization/service`.
    func end(_ text: String) -> String {
      let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard let owner = parts.first, let new = renamings[String(owner)] else { return text }
      return parts.count > 1 ? "\(new)/\(parts[1])" : new
    }
    func evidence(_ entry: EvidenceEntry) -> EvidenceEntry {
      var entry = entry
      entry.relation = entry.relation.mapped { relation in
        RelationReference(
          id: relation.id, from: relation.from.map(end), kind: relation.kind,
          to: relation.to.map(end))
      }
      return entry
    }
    func service(_ entry: ServiceEntry) -> ServiceEntry {
      var entry = entry
      entry.organization = entry.organization.mapped(end)
      return entry
    }
    var document = self
    for index in organizations.indices {
      document.organizations[index].id = organizations[index].id.mapped(end)
      document.organizations[index].parent = organizations[index].parent.mapped(end)
      document.organizations[index].services = organizations[index].services.map(service)
    }
    document.orphanServices = orphanServices.map(service)
    for index in sites.indices { document.sites[index].of = sites[index].of.mapped(end) }
    for index in agreements.indices {
      document.agreements[index].parties = agreements[index].parties.mapped { $0.map(end) }
    }
    for index in relations.indices {
      document.relations[index].from = relations[index].from.mapped(end)
      document.relations[index].to = relations[index].to.mapped(end)
      document.relations[index].evidence = relations[index].evidence.map(evidence)
    }
    document.orphanEvidence = orphanEvidence.map(evidence)
    for index in activities.indices {
      document.activities[index].leads = activities[index].leads.mapped { $0.map(end) }
      document.activities[index].supports = activities[index].supports.mapped { $0.map(end) }
    }
    return document
  }
}

extension Field {
  /// The field with another value at the same place.
  fileprivate func mapped(_ transform: (Value) -> Value) -> Field {
    if case .value(let value, let place) = self { return .value(transform(value), place) }
    return self
  }
}
