import LiaisonModel

/// Who is recorded with no funder any more, by organizations and services that both states have.
///
/// Funding counts where the later state asks about it: its standard has an expectation of the kind `dependence`.
struct FundingChanges {
  private let before: StakeholderNetwork
  private let after: StakeholderNetwork
  private let earlier: Funding
  private let later: Funding
  private let date: CalendarDate
  private let isAsked: Bool
  /// Whether the later state lists all who fund somebody: else it may only list fewer.
  let isListed: Bool

  /// - Complexity: O(relations + donors log donors).
  init(before: GapReport, after: GapReport) {
    self.before = before.pathways.network
    self.after = after.pathways.network
    date = after.asOf
    earlier = Funding(self.before, on: before.asOf)
    later = Funding(self.after, on: date)
    isAsked = after.expectations.contains { $0.kind == "dependence" }
    let boundary = self.after.header.boundary
    isListed = ["organizations", "services", "resource"].allSatisfy {
      boundary?.isComplete($0) ?? false
    }
  }

  /// The organizations and services of the later state that were funded for certain and have no recorded funder,
  /// by id; of an organization that has none at all itself, and not its services.
  ///
  /// - Complexity: O(what is funded).
  func unfunded() -> (organizations: [Int], services: [Int]) {
    guard isAsked else { return ([], []) }
    var organizations: Set<Int> = []
    var services: Set<Int> = []
    for donor in earlier.donors {
      for index in earlier.relations(of: donor) {
        switch before.relations[index].to {
        case .organization(let old):
          guard earlier.standing(of: donor, organization: old) == .yes,
            let place = after.organization(before.organizations[old].id),
            after.organizations[place].validity.answer(on: date) != .no
          else { continue }
          if isUnfunded(organization: place) {
            organizations.insert(place)
          } else {
            services.formUnion(after.organizations[place].services.filter { isUnfunded($0) })
          }
        case .service(let old):
          guard earlier.standing(of: donor, service: old) == .yes, let service = same(old) else {
            continue
          }
          if isUnfunded(service) { services.insert(service) }
        case .body: continue
        }
      }
    }
    let rest = services.filter { !organizations.contains(after.services[$0].organization) }
    return (
      after.byID(organizations),
      rest.sorted { idsPrecede(after.path(ofService: $0), after.path(ofService: $1)) }
    )
  }

  /// Whether something of what stopped with a donor has another funder now.
  func isMended(_ finding: Finding) -> Bool {
    guard let donor = finding.key.first.flatMap({ before.organization($0) }) else { return false }
    let stops = earlier.stops(without: donor)
    let services =
      stops.services + stops.organizations.flatMap { before.organizations[$0].services }
    let id = before.organizations[donor].id
    return services.compactMap(same).contains { service in
      later.funders(ofService: service).contains { after.organizations[$0].id != id }
    }
      || stops.organizations.compactMap { after.organization(before.organizations[$0].id) }
        .contains { place in
          later.funders(ofOrganization: place).contains { after.organizations[$0].id != id }
        }
  }

  /// Whether fewer services stop with a donor than did.
  func hasFewerStops(_ finding: Finding) -> Bool {
    guard let id = finding.key.first, let old = before.organization(id) else { return false }
    func paths(_ funding: Funding, _ network: StakeholderNetwork, _ donor: Int) -> Set<String> {
      let stops = funding.stops(without: donor)
      let services = stops.services.map { network.path(ofService: $0).joined(separator: "/") }
      return Set(services + stops.organizations.map { network.organizations[$0].id })
    }
    let stopped = paths(earlier, before, old)
    let now = after.organization(id).map { paths(later, after, $0) } ?? []
    return !stopped.isSubset(of: now)
  }

  private func same(_ old: Int) -> Int? {
    let owner = before.organizations[before.services[old].organization].id
    return after.organization(owner).flatMap { after.service($0, before.services[old].id) }
  }

  private func isUnfunded(organization place: Int) -> Bool {
    later.funders(ofOrganization: place).isEmpty
      && after.organizations[place].services.allSatisfy { later.funders(ofService: $0).isEmpty }
  }

  private func isUnfunded(_ service: Int) -> Bool {
    after.standing(of: service, on: date) != .no && later.funders(ofService: service).isEmpty
  }
}
