import LiaisonModel

/// Who sits in which body on a day, an organization and its units as one.
struct BodySeats {
  private let network: StakeholderNetwork
  private let seats: [Seat: Answer]
  /// The bodies asked about that are in force, by id.
  let bodies: [Int]
  /// The organizations in force at the head of their units, by id.
  let families: [Int]

  private struct Seat: Hashable {
    var organization: Int
    var body: Int
  }

  /// - Complexity: O(relations + organizations log organizations + bodies log bodies).
  init(_ network: StakeholderNetwork, tiers: [Code]?, on date: CalendarDate) {
    self.network = network
    let asked = network.bodies.indices.filter { index in
      let body = network.bodies[index]
      guard body.validity.answer(on: date) != .no else { return false }
      return tiers?.contains { tier in body.tier == tier } ?? true
    }
    bodies = asked.sorted { idsPrecede([network.bodies[$0].id], [network.bodies[$1].id]) }
    families = network.byID(network.heads(inForceOn: date))
    let isAsked = Set(asked)
    var seats: [Seat: Answer] = [:]
    for relation in network.relations where Layer.Name.membership.contains(relation) {
      guard case .body(let body) = relation.to, isAsked.contains(body),
        let member = network.organization(of: relation.from)
      else { continue }
      let answer = network.standingWithEnds(relation, on: date)
      let seat = Seat(organization: member, body: body)
      if answer != .no { seats[seat] = max(seats[seat] ?? answer, answer) }
    }
    self.seats = seats
  }

  /// How sure it is that an organization or one of its units sits in any of the bodies.
  func answer(_ family: Int) -> Answer {
    let members = network.withUnits([family])
    return bodies.flatMap { body in
      members.map { seats[Seat(organization: $0, body: body)] ?? .no }
    }.max() ?? .no
  }

  /// How sure it is that somebody of a sector sits in a body, or in any of them.
  func answer(of sector: Code, in body: Int? = nil) -> Answer {
    seats.filter { seat, _ in
      (body == nil || seat.body == body)
        && network.organizations[seat.organization].sector.map { sector.covers($0) } ?? false
    }.values.max() ?? .no
  }

  /// The organizations of a sector, or with a unit of it, by id.
  func members(of sector: Code) -> [Int] {
    families.filter { family in
      network.withUnits([family]).contains { index in
        network.organizations[index].sector.map { sector.covers($0) } ?? false
      }
    }
  }

  /// Whether an organization or one of its units may serve an area of a body's; a body that states no
  /// area sits for everybody.
  func serves(_ family: Int, areasOf body: Int) -> Bool {
    let areas = network.bodies[body].areas
    if areas.isEmpty { return true }
    let leaves = network.areas.indices.filter { leaf in
      network.areas[leaf].isLeaf && areas.contains { network.areas[leaf].chain.contains($0) }
    }
    return network.withUnits([family]).contains { index in
      guard let list = network.organizations[index].scope.areas ?? network.header.assume.areas
      else { return true }
      return leaves.contains { network.answer(of: list, toArea: $0) != .no }
    }
  }
}
