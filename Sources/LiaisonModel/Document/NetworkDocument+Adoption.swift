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
    let keys = relationKeys()
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

  /// The position of each relation by what evidence calls it: its id, else from, kind and to; -1
  /// where that is said of several. Relations without id go before those with one.
  public func relationKeys() -> [RelationReference: Int] {
    var keys: [RelationReference: Int] = [:]
    var named: [RelationReference: Int] = [:]
    keys.reserveCapacity(relations.count)
    for position in relations.indices {
      let triple = RelationReference(
        from: relations[position].from.value, kind: relations[position].kind.value,
        to: relations[position].to.value)
      let isWhole = triple.from != nil && triple.kind != nil && triple.to != nil
      if let id = relations[position].id.value {
        let key = RelationReference(id: id)
        keys[key] = keys[key] == nil ? position : -1
        if isWhole { named[triple] = named[triple] == nil ? position : -1 }
      } else if isWhole, relations[position].id.isAbsent {
        keys[triple] = keys[triple] == nil ? position : -1
      }
    }
    for (triple, position) in named where keys[triple] == nil { keys[triple] = position }
    return keys
  }
}
