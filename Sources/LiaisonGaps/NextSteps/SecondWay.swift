import LiaisonModel

/// What new referrals would do about a single point of failure: for whom they open a way round it.
///
/// A need has a way round where people of it reach the sender, over steps that say yes or unknown, without the
/// organization or its units, and the one referred to may provide what they need.
struct SecondWay {
  /// A need all of whose ways pass through the organization.
  private struct Need {
    /// Whom people reach without it.
    var reached: Set<Int>
    /// Who else may provide what they need.
    var providers: Set<Int>
  }

  private let needs: [Need]
  private let cells: Int

  /// - Complexity: O(needs × arcs within reach).
  init(_ report: GapReport, around place: Int, of finding: Finding) {
    let table = report.pathways
    let space = table.needs
    let closed = Set(table.network.withUnits([place]))
    cells = finding.cells
    guard let named = finding.needs else {
      needs = []
      return
    }
    let (areas, profiles) = (table.areas(of: named), table.profiles(of: named))
    var search = NeedSearch(table, service: 0, area: 0, profile: 0)
    var needs: [Need] = []
    for service in space.services.indices
    where named.service == nil || named.service == space.services[service] {
      for area in areas {
        for profile in profiles {
          guard table.hasWay(service: service, area: area, profile: profile) else { continue }
          search.move(service: service, area: area, profile: profile)
          let reached = search.reached(without: closed)
          let providers = Set(
            table.providers(service: service, area: area, profile: profile).map(\.organization)
          ).subtracting(closed)
          // Where a way is left, another organization of the finding's list of needs is meant.
          let isLeft =
            !reached.isDisjoint(with: providers)
            || reached.contains { source in
              search.last(from: source).contains { step in
                !closed.contains(table.network.services[step.service].organization)
              }
            }
          if !isLeft { needs.append(Need(reached: reached, providers: providers)) }
        }
      }
    }
    self.needs = needs
  }

  /// How many of the pathways of the finding have a second way by a new referral: all where each of its needs
  /// has one, else in proportion to the needs.
  func cells(from source: Int, to target: Int) -> Int {
    let opened = needs.count { $0.reached.contains(source) && $0.providers.contains(target) }
    return needs.isEmpty ? 0 : cells * opened / needs.count
  }
}

extension NeedSearch {
  /// Whom people of the need reach, from any entry point that may take them, without some organizations.
  ///
  /// - Complexity: O(arcs out of those reached).
  mutating func reached(without closed: Set<Int>) -> Set<Int> {
    let arcs = table.arcs
    var reached: Set<Int> = []
    queue.removeAll(keepingCapacity: true)
    for entry in table.statuses.takers[area] {
      let place = table.entries[entry]
      guard !closed.contains(place),
        arcs.arrival(entry: entry, area: area, profile: profile) != .no,
        reached.insert(place).inserted
      else { continue }
      queue.append(place)
    }
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for index in arcs.outgoing[current] where onward(index) != .no {
        let target = arcs.arcs[index].hop.target
        guard !closed.contains(target), reached.insert(target).inserted else { continue }
        queue.append(target)
      }
    }
    return reached
  }
}
