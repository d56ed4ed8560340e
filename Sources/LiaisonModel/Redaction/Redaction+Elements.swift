/// The elements that stay, table by table, with the references that stay between them.
extension Redaction {
  mutating func keptAreas() -> [Area] {
    let parents = whole.areas.map(\.parent)
    var kept: [Area] = []
    for position in areas.positions {
      var area = whole.areas[position]
      area.id = nextID()
      area.parent = areas.nearest(Self.ancestry(of: position, parents).dropFirst())
      area.chain = areas.numbers(of: area.chain)
      area.isLeaf = true
      area.origin = Origin()
      kept.append(area)
    }
    for area in kept {
      if let parent = area.parent { kept[parent].isLeaf = false }
    }
    return kept
  }

  mutating func keptOrganizations(_ areaIDs: [String]) -> [Organization] {
    let showsCaseload = shows("per_month", of: CaseloadEntry.schema)
    var kept: [Organization] = []
    for position in organizations.positions {
      var place = whole.organizations[position]
      place.id = nextID()
      place.parent = place.parent.flatMap { organizations.number(of: $0) }
      place.units = organizations.numbers(of: place.units)
      place.locatedIn = place.locatedIn.flatMap { areas.number(of: $0) }
      place.scope = scope(place.scope, areaIDs)
      if case .scope(let own) = place.entryPoint {
        place.entryPoint = .scope(scope(own, areaIDs))
      }
      place.caseload =
        showsCaseload
        ? place.caseload.map { load in
          Caseload(scope: scope(load.scope, areaIDs), perMonth: load.perMonth)
        } : []
      place.services = services.numbers(of: place.services)
      place.origin = Origin()
      kept.append(place)
    }
    return kept
  }

  mutating func keptServices(_ areaIDs: [String]) -> [Service] {
    let showsAvailable = shows("available", of: CapacityEntry.schema)
    var kept: [Service] = []
    for position in services.positions {
      var service = whole.services[position]
      guard let owner = organizations.number(of: service.organization) else { continue }
      service.id = nextID()
      service.organization = owner
      service.scope = scope(service.scope, areaIDs)
      if !showsAvailable { service.capacity?.available = nil }
      service.origin = Origin()
      kept.append(service)
    }
    return kept
  }

  mutating func keptSites() -> [Site] {
    let showsName = shows("name", of: SiteEntry.schema)
    let showsPlace = shows("located_in", of: SiteEntry.schema)
    var kept: [Site] = []
    for site in whole.sites where site.tlp <= audience {
      var open = site
      if let organization = site.organization {
        guard let number = organizations.number(of: organization) else { continue }
        open.organization = number
      }
      if let service = site.service {
        guard let number = services.number(of: service) else { continue }
        open.service = number
      }
      open.id = nextID()
      open.name = showsName ? site.name : nil
      open.locatedIn = showsPlace ? site.locatedIn.flatMap { areas.number(of: $0) } : nil
      open.origin = Origin()
      kept.append(open)
    }
    return kept
  }

  mutating func keptBodies() -> [Body] {
    let parents = whole.bodies.map(\.parent)
    var kept: [Body] = []
    for position in bodies.positions {
      var body = whole.bodies[position]
      body.id = nextID()
      body.areas = areas.numbers(of: body.areas)
      body.parent = bodies.nearest(Self.ancestry(of: position, parents).dropFirst())
      body.origin = Origin()
      kept.append(body)
    }
    return kept
  }

  mutating func keptAgreements() -> [Agreement] {
    var kept: [Agreement] = []
    for position in agreements.positions {
      var agreement = whole.agreements[position]
      agreement.id = nextID()
      agreement.parties = organizations.numbers(of: agreement.parties)
      agreement.origin = Origin()
      kept.append(agreement)
    }
    return kept
  }

  mutating func keptRelations(_ areaIDs: [String]) -> [Relation] {
    var kept: [Relation] = []
    for relation in whole.relations where relation.tlp <= audience {
      guard let from = end(relation.from), let to = end(relation.to) else { continue }
      var open = relation
      open.evidence = relation.evidence.filter { $0.tlp <= audience }
      guard open.evidenceAnswer == relation.evidenceAnswer else { continue }
      for position in open.evidence.indices { open.evidence[position].origin = Origin() }
      let id = nextID()
      open.id = id
      open.key = id
      open.from = from
      open.to = to
      open.scope = scope(relation.scope, areaIDs)
      open.agreement = relation.agreement.flatMap { agreements.number(of: $0) }
      open.origin = Origin()
      kept.append(open)
    }
    return kept
  }

  private func end(_ end: RelationEnd) -> RelationEnd? {
    switch end {
    case .organization(let position):
      organizations.number(of: position).map { .organization($0) }
    case .service(let position): services.number(of: position).map { .service($0) }
    case .body(let position): bodies.number(of: position).map { .body($0) }
    }
  }

  mutating func keptActivities() -> [Activity] {
    var kept: [Activity] = []
    for position in activities.positions {
      var activity = whole.activities[position]
      activity.id = nextID()
      activity.leads = organizations.numbers(of: activity.leads)
      activity.supports = organizations.numbers(of: activity.supports)
      activity.dependsOn = activities.numbers(of: activity.dependsOn)
      activity.origin = Origin()
      kept.append(activity)
    }
    return kept
  }
}
