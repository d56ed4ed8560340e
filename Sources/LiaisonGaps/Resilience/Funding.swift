public import LiaisonModel

/// Who funds what, and what stops if one donor goes (DOMAIN G6, G17).
///
/// A service's funders are those recorded for it and for its organization. A service stops with a
/// donor who is its only funder. An organization closes, with its units, where it is funded itself
/// and no other donor is recorded for it or for any service of it.
public struct Funding: Sendable {
  /// The organizations that fund somebody, by id.
  public let donors: [Int]

  private let network: StakeholderNetwork
  private let date: CalendarDate
  /// The relations of kind `funds` in force, by donor.
  private var relationsOf: [Int: [Int]] = [:]
  private var fundersOfOrganization: [Int: Set<Int>] = [:]
  private var fundersOfService: [Int: Set<Int>] = [:]

  /// The funding recorded on a day.
  ///
  /// - Complexity: O(relations + donors log donors).
  public init(_ network: StakeholderNetwork, on date: CalendarDate) {
    self.network = network
    self.date = date
    var relationsOf: [Int: [Int]] = [:]
    for (index, relation) in network.relations.enumerated()
    where relation.kind == "funds" && network.standingWithEnds(relation, on: date) != .no {
      guard let donor = network.organization(of: relation.from) else { continue }
      switch relation.to {
      case .organization(let organization):
        fundersOfOrganization[organization, default: []].insert(donor)
      case .service(let service):
        guard network.standing(of: service, on: date) != .no else { continue }
        fundersOfService[service, default: []].insert(donor)
      case .body: continue
      }
      relationsOf[donor, default: []].append(index)
    }
    self.relationsOf = relationsOf
    donors = network.byID(relationsOf.keys)
  }

  /// The relations by which a donor funds, in file order.
  public func relations(of donor: Int) -> [Int] { relationsOf[donor] ?? [] }

  /// Who is recorded to fund an organization as such.
  func funders(ofOrganization organization: Int) -> Set<Int> {
    fundersOfOrganization[organization] ?? []
  }

  /// Who is recorded to fund a service, or the organization that offers it.
  func funders(ofService service: Int) -> Set<Int> {
    funders(ofOrganization: network.services[service].organization)
      .union(fundersOfService[service] ?? [])
  }

  /// How sure it is that a donor funds an organization as such.
  func standing(of donor: Int, organization: Int) -> Answer {
    standing(of: donor) { $0 == .organization(organization) }
  }

  /// How sure it is that a donor funds a service, or the organization that offers it.
  func standing(of donor: Int, service: Int) -> Answer {
    let owner = network.services[service].organization
    return standing(of: donor) { $0 == .service(service) || $0 == .organization(owner) }
  }

  private func standing(of donor: Int, _ isMeant: (RelationEnd) -> Bool) -> Answer {
    relations(of: donor).reduce(.no) { best, index in
      let relation = network.relations[index]
      return isMeant(relation.to) ? max(best, network.standingWithEnds(relation, on: date)) : best
    }
  }

  /// What stops if a donor goes: organizations that close, and services of others.
  ///
  /// - Complexity: O(what the donor funds).
  public func stops(without donor: Int) -> (organizations: [Int], services: [Int]) {
    var closing: Set<Int> = []
    var services: Set<Int> = []
    for index in relations(of: donor) {
      switch network.relations[index].to {
      case .service(let service): services.insert(service)
      case .organization(let organization):
        if funders(ofAll: organization) == [donor] { closing.insert(organization) }
        services.formUnion(servicesInForce(of: organization))
      case .body: continue
      }
    }
    let stopping = services.filter { service in
      funders(ofService: service) == [donor]
        && !closing.contains(network.services[service].organization)
    }
    return (network.byID(closing), byID(services: stopping))
  }

  /// What stops besides if a donor goes, where nobody else funds it whose funding is not certain: what it funds for
  /// certain, with others of whom none does.
  ///
  /// - Complexity: O(what the donor funds × its funders).
  func mayStop(without donor: Int) -> (organizations: [Int], services: [Int]) {
    let stops = stops(without: donor)
    let ends = relations(of: donor).map { network.relations[$0].to }
    let funded = ends.compactMap { end in
      if case .organization(let organization) = end { organization } else { nil }
    }
    let closing = Set(stops.organizations).union(
      funded.filter { organization in
        standing(of: donor, organization: organization) == .yes
          && doubtful(ofOrganization: organization, besides: donor) != nil
      })
    let services = ends.flatMap { end -> [Int] in
      switch end {
      case .service(let service): [service]
      case .organization(let organization): servicesInForce(of: organization)
      case .body: []
      }
    }
    let stopping = Set(services).subtracting(stops.services).filter { service in
      !closing.contains(network.services[service].organization)
        && standing(of: donor, service: service) == .yes
        && doubtful(ofService: service, besides: donor) != nil
    }
    return (
      network.byID(closing.subtracting(stops.organizations)), byID(services: stopping)
    )
  }

  /// The other funders of a service, by id, where of none it is certain; nil where it is of one.
  func doubtful(ofService service: Int, besides donor: Int) -> [Int]? {
    let others = network.byID(funders(ofService: service).subtracting([donor]))
    return others.contains { standing(of: $0, service: service) == .yes } ? nil : others
  }

  /// The other funders of an organization or a service of it, by id, where of none it is certain; nil where it
  /// is of one.
  func doubtful(ofOrganization organization: Int, besides donor: Int) -> [Int]? {
    let others = network.byID(funders(ofAll: organization).subtracting([donor]))
    let services = servicesInForce(of: organization)
    let isSure = others.contains { other in
      standing(of: other, organization: organization) == .yes
        || services.contains { standing(of: other, service: $0) == .yes }
    }
    return isSure ? nil : others
  }

  private func servicesInForce(of organization: Int) -> [Int] {
    network.organizations[organization].services.filter {
      network.standing(of: $0, on: date) != .no
    }
  }

  /// Who is recorded to fund an organization, or some service of it.
  private func funders(ofAll organization: Int) -> Set<Int> {
    servicesInForce(of: organization).reduce(into: funders(ofOrganization: organization)) {
      $0.formUnion(funders(ofService: $1))
    }
  }

  private func byID(services: Set<Int>) -> [Int] {
    services.sorted { idsPrecede(network.path(ofService: $0), network.path(ofService: $1)) }
  }
}
