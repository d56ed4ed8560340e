/// Areas, organizations, services and sites.
extension NetworkResolver {
  mutating func resolveAreas() {
    var index: [String: Int] = [:]
    for entry in document.areas {
      let id = require(entry.id, "id", of: "areas", origin: entry.origin)
      if isNew(
        id, taken: index[id] != nil, "areas", at: entry.id.place ?? entry.origin.place)
      {
        index[id] = network.areas.count
      }
      network.areas.append(
        Area(
          id: id, name: Self.line(entry.name) ?? id, names: Self.lines(entry.names),
          level: entry.level.value,
          parent: nil, population: entry.population.value, isLeaf: true, chain: [],
          tlp: label(entry.tlp), origin: entry.origin))
    }
    network.areaIndex = index
    for (position, entry) in document.areas.enumerated() {
      let parent = find(entry.within, in: index, "areas", by: network.areas[position].id)
      network.areas[position].parent = parent
      if let parent { network.areas[parent].isLeaf = false }
    }
    let nesting = Nesting(above: network.areas.map(\.parent))
    refuseNesting(
      nesting, "areas", network.areas.map { ($0.id, $0.origin.place) },
      circle: "lies within itself", of: "area")
    for position in network.areas.indices {
      guard let level = nesting.levels[position], level <= Nesting.limit else { continue }
      var chain = [position]
      var current = position
      while let parent = network.areas[current].parent {
        chain.append(parent)
        current = parent
      }
      network.areas[position].chain = chain
    }
  }

  /// Notes circles, and branches that lie too deep, each once.
  private mutating func refuseNesting(
    _ nesting: Nesting, _ table: String, _ entries: [(id: String, place: Place)],
    circle: String, of thing: String
  ) {
    for (position, level) in nesting.levels.enumerated() where level == nil {
      let (id, place) = entries[position]
      refuse("REF006", place, key: [table, id], "The \(thing) \(shown(id)) \(circle).")
    }
    for position in nesting.tooDeep {
      let (id, place) = entries[position]
      refuse(
        "REF006", place, key: [table, id],
        "The \(thing) \(shown(id)) lies more than \(Nesting.limit) levels deep.")
    }
  }

  mutating func resolveOrganizations() {
    var index: [String: Int] = [:]
    for entry in document.organizations {
      let id = require(entry.id, "id", of: "organizations", origin: entry.origin)
      if isNew(
        id, taken: index[id] != nil, "organizations", at: entry.id.place ?? entry.origin.place)
      {
        index[id] = network.organizations.count
      }
      let scope = scope(entry.scope, by: id)
      let locatedIn = find(entry.locatedIn, in: network.areaIndex, "areas", by: id)
      network.organizations.append(
        Organization(
          id: id, name: Self.line(entry.name) ?? id, names: Self.lines(entry.names),
          aliases: (entry.aliases.value ?? []).map(\.onOneLine), parent: nil, units: [],
          sector: entry.sector.value,
          tier: entry.tier.value, locatedIn: locatedIn, scope: scope,
          entryPoint: entryPoint(entry.entryPoint, by: id),
          unitsRefer: entry.unitsRefer.value ?? .unknown, response: response(entry.answered),
          validity: validity(entry.validity),
          caseload: entry.caseload.compactMap { load in
            load.perMonth.value.map { Caseload(scope: Scope(load.scope), perMonth: $0) }
          },
          languages: entry.languages.value, services: [], tlp: label(entry.tlp),
          origin: entry.origin))
    }
    network.organizationIndex = index
    for (position, entry) in document.organizations.enumerated() {
      let id = network.organizations[position].id
      guard let parent = find(entry.parent, in: index, "organizations", by: id) else { continue }
      network.organizations[position].parent = parent
      network.organizations[parent].units.append(position)
    }
    inheritFromParents()
  }

  private mutating func inheritFromParents() {
    let own = network.organizations
    let nesting = Nesting(above: own.map(\.parent))
    refuseNesting(
      nesting, "organizations", own.map { ($0.id, $0.origin.place) },
      circle: "is a unit of itself", of: "organization")
    for position in own.indices {
      guard let level = nesting.levels[position], level <= Nesting.limit else { continue }
      var current = position
      while let ancestor = own[current].parent {
        network.organizations[position].scope = network.organizations[position].scope.inheriting(
          own[ancestor].scope)
        if network.organizations[position].sector == nil {
          network.organizations[position].sector = own[ancestor].sector
        }
        if network.organizations[position].languages == nil {
          network.organizations[position].languages = own[ancestor].languages
        }
        current = ancestor
      }
    }
  }

  private mutating func entryPoint(
    _ field: Field<EntryPointEntry>, by subject: String
  ) -> EntryPoint {
    guard let entry = field.value else { return .none }
    if let always = entry.always.value { return always ? .everyone : .none }
    return .scope(scope(entry.scope, by: subject))
  }

  private func response(_ field: Field<ResponseEntry>) -> Response {
    switch field.value {
    case .on(let date): .answered(date)
    case .silent: .silent
    case nil: .unstated
    }
  }

  mutating func resolveServices() {
    for (position, entry) in document.organizations.enumerated() {
      for service in entry.services { add(service, to: position) }
    }
    for service in document.orphanServices {
      let owner = find(
        service.organization, in: network.organizationIndex, "organizations",
        by: service.id.value ?? "services")
      if let owner {
        add(service, to: owner)
      } else if service.organization.isAbsent {
        refuse(
          "DOC001", service.origin.place, key: ["services", "organization"],
          "A service outside an organization has no `organization`.")
      }
    }
  }

  private mutating func add(_ entry: ServiceEntry, to owner: Int) {
    let organization = network.organizations[owner].id
    let id = require(entry.id, "id", of: "services", origin: entry.origin)
    if isNew(
      id, taken: serviceOf[owner]?[id] != nil, "the services of \(shown(organization))",
      at: entry.id.place ?? entry.origin.place)
    {
      serviceOf[owner, default: [:]][id] = network.services.count
    }
    guard let type = entry.type.value else {
      if entry.type.isAbsent {
        refuse(
          "DOC001", entry.origin.place, key: ["services", organization, id],
          "The service \(shown(organization + "/" + id)) has no `type`.")
      }
      return
    }
    network.organizations[owner].services.append(network.services.count)
    let own = scope(entry.scope, by: "\(organization)/\(id)")
    network.services.append(
      Service(
        id: id, organization: owner, type: type, name: Self.line(entry.name),
        names: Self.lines(entry.names),
        scope: own.inheriting(network.organizations[owner].scope),
        capacity: entry.capacity.value.map {
          Capacity(
            unit: $0.unit.value, maximum: $0.maximum.value, meanStayDays: $0.meanStayDays.value,
            available: $0.available.value, updated: $0.updated.value)
        },
        languages: entry.languages.value ?? network.organizations[owner].languages,
        validity: validity(entry.validity), tlp: label(entry.tlp), origin: entry.origin))
  }

  mutating func resolveSites() {
    for entry in document.sites {
      let id = require(entry.id, "id", of: "sites", origin: entry.origin)
      var site = Site(
        id: id, name: Self.line(entry.name), organization: nil, service: nil,
        locatedIn: find(entry.locatedIn, in: network.areaIndex, "areas", by: id),
        redact: entry.redact.value, tlp: entry.tlp.value ?? .red, origin: entry.origin)
      if let end = end(entry.of, by: id) {
        if case .service(let service) = end { site.service = service }
        site.organization = network.organization(of: end)
      }
      network.sites.append(site)
    }
  }
}
