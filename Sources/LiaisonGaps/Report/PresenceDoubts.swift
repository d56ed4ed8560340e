import LiaisonModel

/// What is asked where it is not known whether a sector is there: whether those who may make it present
/// still operate, serve the area, have an office there, or work with others.
struct PresenceDoubts {
  let network: StakeholderNetwork
  let date: CalendarDate
  let offices: Offices
  /// The area, as an index of the network's areas.
  let area: Int
  /// The sector's name.
  let sector: String

  /// "Does the Dockers' Union serve West District? No other trade union is recorded there."
  func whetherThere(_ organizations: [Int]) -> String {
    let place = network.areas[area].name
    let idle = organizations.filter(mayBeIdle)
    let open = organizations.filter { network.servesAnswer($0, area: area) != .yes }
    var parts: [String] = []
    if !idle.isEmpty { parts.append(whetherInOperation(idle)) }
    if !open.isEmpty {
      parts.append("\(open.count == 1 ? "Does" : "Do") \(names(open)) serve \(place)?")
    }
    parts.append("No other \(sector) is recorded \(open.isEmpty ? "in \(place)" : "there").")
    return parts.joined(separator: " ")
  }

  /// "Does the Dockers' Union serve West District from an office there? Where it is located is not recorded,
  /// and no other trade union is recorded with an office there."
  ///
  /// - Parameter closed: the words for those with an office there who are not in force; empty where there are none.
  func whetherOffice(_ organizations: [Int], in place: String, _ closed: [String]) -> String {
    let other = "o other \(sector)\(closed.isEmpty ? "" : " in operation") is recorded with"
    let end = closed.isEmpty ? "." : ": \(Wording.list(closed))."
    let idle = organizations.filter { isOnlyIdle($0, in: area) }
    let open = organizations.filter { !idle.contains($0) }
    var parts: [String] = []
    if !idle.isEmpty { parts.append(whetherInOperation(idle)) }
    if open.isEmpty {
      return (parts + ["N\(other) an office in \(place)\(end)"]).joined(separator: " ")
    }
    parts.append(
      "\(open.count == 1 ? "Does" : "Do") \(names(open)) serve \(place) from an office there?")
    let isPlaceless = open.allSatisfy {
      network.organizations[$0].locatedIn == nil && !mayBeIdle($0)
        && network.servesAnswer($0, area: area) == .yes
    }
    parts.append(
      isPlaceless && idle.isEmpty
        ? "Where \(open.count == 1 ? "it is" : "they are") located is not recorded, and n\(other) an office "
          + "there\(end)"
        : "N\(other) one\(end)")
    return parts.joined(separator: " ")
  }

  /// "Does the Dockers' Union serve West District and work with others? A relation of joint work that is sure
  /// is recorded of no trade union there."
  func whetherTied(_ organizations: [Int], by kinds: String) -> String {
    let idle = organizations.filter {
      mayBeIdle($0) && network.servesAnswer($0, area: area) == .yes
    }
    let open = organizations.filter { !idle.contains($0) }
    var parts: [String] = []
    if !idle.isEmpty { parts.append(whetherInOperation(idle)) }
    if !open.isEmpty {
      parts.append(
        "\(open.count == 1 ? "Does" : "Do") \(names(open)) serve \(network.areas[area].name) and work with "
          + "others?")
    }
    parts.append(
      "A relation of \(kinds) that is sure is recorded of no \(sector) "
        + "\(open.isEmpty ? "in \(network.areas[area].name)" : "there").")
    return parts.joined(separator: " ")
  }

  /// "the Dockers' Union is recorded as suspended": those of a sector that may serve the area and are not in
  /// force, by id; empty where there are none.
  func closed(_ code: Code) -> String {
    Wording.list(notInForce(code) { network.servesAnswer($0, area: area) != .no })
  }

  /// Those of a sector who stand in the area for certain and are not in force, by id.
  func closedOffices(_ code: Code) -> [String] {
    notInForce(code) { offices.stands($0, in: area) == .yes }
  }

  private func notInForce(_ code: Code, _ isMeant: (Int) -> Bool) -> [String] {
    let found = network.organizations.indices.filter { index in
      let place = network.organizations[index]
      return place.sector.map { code.covers($0) } ?? false
        && place.validity.answer(on: date) == .no && isMeant(index)
    }
    return network.byID(found).compactMap { index in
      let place = network.organizations[index]
      return place.validity.reason(on: date).map {
        "\(Wording.definite(place.name)) \($0.whyNotInForce)"
      }
    }
  }

  private func names(_ organizations: [Int]) -> String {
    Wording.list(organizations.map { Wording.definite(network.organizations[$0].name) }, "or")
  }

  private func mayBeIdle(_ organization: Int) -> Bool {
    network.organizations[organization].validity.answer(on: date) == .unknown
  }

  /// Whether all that is in doubt is that it operates: its office there is recorded.
  private func isOnlyIdle(_ organization: Int, in area: Int) -> Bool {
    mayBeIdle(organization) && network.servesAnswer(organization, area: area) == .yes
      && offices.stands(organization, in: area) == .yes
  }

  /// "Is the Welfare Department in operation? It is recorded as dormant."
  private func whetherInOperation(_ organizations: [Int]) -> String {
    var statuses: [String] = []
    for index in organizations {
      guard let status = network.organizations[index].validity.status else { continue }
      let word = Wording.word(status)
      if !statuses.contains(word) { statuses.append(word) }
    }
    let it = organizations.count == 1 ? "It is" : "They are"
    return "\(organizations.count == 1 ? "Is" : "Are") \(names(organizations)) in operation? \(it) "
      + "recorded as \(Wording.list(statuses, "or"))."
  }
}
