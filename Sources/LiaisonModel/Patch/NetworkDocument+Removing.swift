extension NetworkDocument {
  /// The document without some organizations, services, bodies, agreements and activities, and what goes with
  /// them, each table gone through once. What is not there, and removals of other tables, count for nothing.
  ///
  /// - Complexity: O(size of the document × depth of units).
  public func removing(_ removals: [NetworkPatch.Removal]) -> NetworkDocument {
    var leaving: [NetworkPatch.Table: Set<String>] = [:]
    for removal in removals { leaving[removal.table, default: []].insert(removal.key) }
    func keys(_ table: NetworkPatch.Table) -> Set<String> { leaving[table] ?? [] }
    let (services, bodies, agreements) = (keys(.services), keys(.bodies), keys(.agreements))
    let activities = keys(.activities)
    let gone = withUnits(keys(.organizations))
    func isIn(_ ids: Set<String>, _ id: String?) -> Bool { id.map { ids.contains($0) } ?? false }
    func hasLeft(_ end: String?) -> Bool {
      guard let end else { return false }
      let owner = end.prefix { $0 != "/" }
      return gone.contains(String(owner)) || services.contains(end)
    }
    var rest = self
    rest.organizations.removeAll { isIn(gone, $0.id.value) }
    for index in rest.organizations.indices {
      guard let owner = rest.organizations[index].id.value else { continue }
      rest.organizations[index].services.removeAll { service in
        isIn(services, service.id.value.map { "\(owner)/\($0)" })
      }
    }
    rest.bodies.removeAll { isIn(bodies, $0.id.value) }
    for index in rest.bodies.indices where isIn(bodies, rest.bodies[index].parent.value) {
      rest.bodies[index].parent = .absent
    }
    rest.agreements.removeAll { isIn(agreements, $0.id.value) }
    for index in rest.agreements.indices {
      rest.agreements[index].parties = rest.agreements[index].parties.without(gone)
    }
    rest.activities.removeAll { isIn(activities, $0.id.value) }
    for index in rest.activities.indices {
      rest.activities[index].leads = rest.activities[index].leads.without(gone)
      rest.activities[index].supports = rest.activities[index].supports.without(gone)
      rest.activities[index].dependsOn = rest.activities[index].dependsOn.without(activities)
    }
    rest.relations.removeAll { relation in
      [relation.from.value, relation.to.value].contains { hasLeft($0) || isIn(bodies, $0) }
    }
    for index in rest.relations.indices
    where isIn(agreements, rest.relations[index].agreement.value) {
      rest.relations[index].agreement = .absent
    }
    rest.sites.removeAll { hasLeft($0.of.value) }
    return rest
  }

  /// Organizations with their units, the units of these, and so on.
  func withUnits(_ ids: Set<String>) -> Set<String> {
    var all = ids
    var grows = !ids.isEmpty
    while grows {
      let before = all.count
      for place in organizations {
        if let parent = place.parent.value, all.contains(parent), let id = place.id.value {
          all.insert(id)
        }
      }
      grows = all.count > before
    }
    return all
  }
}

extension Field<[String]> {
  /// A list without some ids; absent where none is left, as an empty list is an error.
  func without(_ gone: Set<String>) -> Field<[String]> {
    guard let ids = value, ids.contains(where: { gone.contains($0) }) else { return self }
    let rest = ids.filter { !gone.contains($0) }
    return rest.isEmpty ? .absent : .of(rest)
  }
}
