import LiaisonModel

/// Services that are recorded for a need and are not in force on the day: a provider is recorded then, and
/// does not operate.
struct ClosedProviders {
  /// One of them, and why it is not in force.
  struct Closed {
    var service: Int
    var reason: StopReason
    /// Whether its organization is what is not in force.
    var isOfOrganization: Bool
  }

  let table: PathwayTable
  let words: NeedWords

  private var network: StakeholderNetwork { table.network }

  /// Those whose scope may admit somebody of some rows of one service type, by id.
  ///
  /// - Complexity: O(providers of the type × rows).
  func of(_ cells: [PathwayTable.Cell]) -> [Closed] {
    guard let first = cells.first else { return [] }
    let masks = table.arcs.masks
    return table.providers[first.service].compactMap { provider in
      guard provider.mask.cap == .no,
        cells.contains(where: { cell in
          masks.answer(provider.mask.area, area: cell.area) != .no
            && masks.answer(provider.mask.profile, profile: cell.profile) != .no
        })
      else { return nil }
      let service = network.services[provider.service]
      let owner = network.organizations[service.organization]
      if let reason = owner.validity.reason(on: table.date) {
        return Closed(service: provider.service, reason: reason, isOfOrganization: true)
      }
      return service.validity.reason(on: table.date).map {
        Closed(service: provider.service, reason: $0, isOfOrganization: false)
      }
    }
  }

  /// "the emergency shelter of Home One is recorded as temporarily closed"
  func clause(_ closed: [Closed]) -> String {
    Wording.list(closed.map { "\(name($0)) \($0.reason.whyNotInForce)" })
  }

  /// What is to be agreed about the first of them that may operate again.
  ///
  /// - Parameter need: "emergency shelter for women in North District"
  func remedy(_ closed: [Closed], _ need: String) -> String? {
    for one in closed {
      switch one.reason {
      case .status("temporarily_closed"), .status("suspended"):
        return "Agree when \(name(one)) opens again, or who provides \(need) until then."
      case .status("planned"), .notYet:
        return "Agree who provides \(need) until \(name(one)) starts."
      default: continue
      }
    }
    return nil
  }

  /// The organizations and services, as subjects of a finding.
  func subjects(_ closed: [Closed]) -> [Finding.Subject] {
    var owners: [String] = []
    for one in closed {
      let id = network.organizations[network.services[one.service].organization].id
      if !owners.contains(id) { owners.append(id) }
    }
    return .organizations(owners)
      + .services(closed.map { network.path(ofService: $0.service).joined(separator: "/") })
  }

  private func name(_ closed: Closed) -> String {
    let service = network.services[closed.service]
    let owner = words.organization(service.organization)
    return closed.isOfOrganization ? owner : "the \(words.service(service.type)) of \(owner)"
  }
}
