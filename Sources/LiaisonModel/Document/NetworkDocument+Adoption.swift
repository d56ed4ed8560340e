extension NetworkDocument {
  /// Moves each service and each piece of evidence that stands in a table of its own into the entry
  /// that it names, where exactly one such is in the document.
  ///
  /// - Complexity: O(entries).
  mutating func adoptOrphans() {
    if !orphanServices.isEmpty { adoptServices() }
    if !orphanEvidence.isEmpty { adoptEvidence() }
  }

  private mutating func adoptServices() {
    let owners = uniqueOrganizations()
    var left: [ServiceEntry] = []
    for var service in orphanServices {
      guard let id = service.organization.value, let owner = owners[id] else {
        left.append(service)
        continue
      }
      service.organization = .absent
      organizations[owner].services.append(service)
    }
    orphanServices = left
  }

  private mutating func adoptEvidence() {
    let areAllIDs = orphanEvidence.allSatisfy { $0.relation.value.map { $0.id != nil } ?? true }
    let keys = relationKeys(byEnds: !areAllIDs)
    var left: [EvidenceEntry] = []
    for var evidence in orphanEvidence {
      guard let reference = evidence.relation.value, let owner = keys[reference], owner >= 0 else {
        left.append(evidence)
        continue
      }
      evidence.relation = .absent
      relations[owner].evidence.append(evidence)
    }
    orphanEvidence = left
  }

  /// The position of each organization whose id no other has.
  public func uniqueOrganizations() -> [String: Int] {
    Self.unique(organizations.lazy.map(\.id.value))
  }

  /// The position of each id that stands once.
  public static func unique(_ ids: some Sequence<String?>) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, id) in ids.enumerated() {
      guard let id else { continue }
      positions[id] = positions[id] == nil ? position : -1
    }
    return positions.filter { $0.value >= 0 }
  }

  /// What two relations are called alike: an id, or from, kind and to where they have none. That each needs
  /// an id of its own is said of the relations, and not once more of the evidence about them.
  ///
  /// - Complexity: O(relations), where there is evidence that found no relation.
  public func doubledRelations() -> Set<RelationReference> {
    guard !orphanEvidence.isEmpty else { return [] }
    var seen: Set<RelationReference> = []
    var doubled: Set<RelationReference> = []
    for relation in relations {
      let id = relation.id
      let name = id.isAbsent ? relation.ends : id.value.map { RelationReference(id: $0) }
      if let name, !seen.insert(name).inserted { doubled.insert(name) }
    }
    return doubled
  }

  /// The position of each relation by what evidence calls it: its id, else from, kind and to; -1
  /// where that is said of several. Relations without id go before those with one.
  ///
  /// - Parameter byEnds: whether from, kind and to are asked for; ids always are.
  /// - Complexity: O(relations).
  public func relationKeys(byEnds: Bool = true) -> [RelationReference: Int] {
    var keys: [RelationReference: Int] = [:]
    var named: [RelationReference: Int] = [:]
    keys.reserveCapacity(relations.count)
    for position in relations.indices {
      let id = relations[position].id
      if let id = id.value { keys.note(position, as: RelationReference(id: id)) }
      guard byEnds, let ends = relations[position].ends else { continue }
      if id.value != nil {
        named.note(position, as: ends)
      } else if id.isAbsent {
        keys.note(position, as: ends)
      }
    }
    for (ends, position) in named where keys[ends] == nil { keys[ends] = position }
    return keys
  }
}

extension RelationEntry {
  /// From, kind and to; nil where one of them is not there.
  fileprivate var ends: RelationReference? {
    guard let from = from.value, let kind = kind.value, let to = to.value else { return nil }
    return RelationReference(from: from, kind: kind, to: to)
  }
}

extension [RelationReference: Int] {
  /// Notes who is called so; -1 where another is too.
  fileprivate mutating func note(_ position: Int, as reference: RelationReference) {
    if updateValue(position, forKey: reference) != nil { self[reference] = -1 }
  }
}
