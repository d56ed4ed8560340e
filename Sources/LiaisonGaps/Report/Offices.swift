import LiaisonModel

/// Where organizations stand, with their sites and units.
struct Offices {
  private let network: StakeholderNetwork
  private let date: CalendarDate
  /// The sites of each organization and of its services.
  private var sitesOf: [Int: [Site]] = [:]

  /// - Complexity: O(sites).
  init(_ network: StakeholderNetwork, on date: CalendarDate) {
    self.network = network
    self.date = date
    for site in network.sites {
      let owner = site.organization ?? site.service.map { network.services[$0].organization }
      if let owner { sitesOf[owner, default: []].append(site) }
    }
  }

  /// How sure it is that an organization stands in an area: it is located there, or a site of it or of a service
  /// of it is, or its catchment is the area or lies within it, or that is so of one of its units. Attributes are
  /// open (SEMANTICS §4): what may serve the area, and of which nothing says where it is located, may stand there.
  ///
  /// - Complexity: O(units + their sites).
  func stands(_ organization: Int, in area: Int) -> Answer {
    var queue = [(organization: organization, answer: Answer.yes)]
    var best = Answer.no
    var head = 0
    while head < queue.count {
      let (current, answer) = queue[head]
      let place = network.organizations[current]
      head += 1
      if let located = place.locatedIn {
        if isWithin(located, area) { best = max(best, answer) }
      } else if network.servesAnswer(current, area: area) != .no {
        best = max(best, answer & .unknown)
      }
      for site in sitesOf[current] ?? [] where site.locatedIn.map({ isWithin($0, area) }) ?? false {
        let open = site.service.map { network.services[$0].validity.answer(on: date) } ?? .yes
        best = max(best, answer & open)
      }
      for term in place.scope.areas?.terms ?? [] {
        if let listed = network.area(term.code.text), isWithin(listed, area) {
          best = max(best, answer & term.answer)
        }
      }
      queue += place.units.map {
        ($0, answer & network.organizations[$0].validity.answer(on: date))
      }
    }
    return best
  }

  private func isWithin(_ inner: Int, _ area: Int) -> Bool {
    network.areas[inner].chain.contains(area)
  }
}
