import LiaisonModel

extension StakeholderNetwork {
  /// The organization at the top of a unit's parents: units of one parent count as one.
  func family(of organization: Int) -> Int {
    var current = organization
    while let parent = organizations[current].parent { current = parent }
    return current
  }

  /// The organizations in force on a day, for certain or not, in file order.
  func organizations(inForceOn date: CalendarDate) -> [Int] {
    organizations.indices.filter { organizations[$0].validity.answer(on: date) != .no }
  }

  /// Those of them that are no unit of another.
  func heads(inForceOn date: CalendarDate) -> [Int] {
    organizations(inForceOn: date).filter { organizations[$0].parent == nil }
  }
}

/// Who stands on every way to a need: strict dominators of the sink, from a root joined to every
/// entry point (SEMANTICS §7).
///
/// A dominator stands on every way, so it stands on any one of them: the organizations of one
/// shortest way are tried, each taken out with its units. That equals the dominator tree of the
/// graph in which an organization, its units and its services are one node in all but their steps.
///
/// Reference: T. Lengauer and R. E. Tarjan, A fast algorithm for finding dominators in a flowgraph,
/// ACM TOPLAS 1 (1979) 121–141, doi:10.1145/357062.357071.
struct Dominance {
  /// A family on every way recorded.
  struct Dominator {
    var family: Int
    /// The organizations that stayed silent among those whom people reach without it, by index: they may
    /// know of a way past it.
    var silent: [Int]
  }

  private let table: PathwayTable
  private var search: NeedSearch
  /// The top of each organization's parents.
  private let family: [Int]
  /// The organizations that were asked and did not answer.
  private let silent: [Int]
  /// The entry points to which the need applies, by organization.
  private var entries: [Int] = []
  /// The organizations that provide what is needed.
  private var isProvider: Labels<Bool>
  /// Whom people came from on a way; -1 where it starts.
  private var before: Labels<Int>
  private var queue: [Int] = []

  init(_ table: PathwayTable) {
    self.table = table
    search = NeedSearch(table, service: 0, area: 0, profile: 0)
    family = table.network.organizations.indices.map { table.network.family(of: $0) }
    silent = table.network.organizations.indices.filter {
      table.network.organizations[$0].response == .silent
    }
    isProvider = Labels(count: family.count)
    before = Labels(count: family.count)
  }

  /// The families on every way to a provider, without the only entry point and the only provider;
  /// nil where there is no way.
  ///
  /// - Parameters:
  ///   - need: the need, as a row without an entry point.
  ///   - least: the least answer that a step may give: `unknown` for the possible graph, `yes` for
  ///     the certain.
  /// - Complexity: O(length of a way × what the need reaches).
  mutating func dominators(of need: PathwayTable.Cell, least: Answer) -> [Dominator]? {
    turn(to: need, least)
    guard let way = way(without: [], least) else { return nil }
    let only = [onlyFamily(entries), onlyFamily(isProvider.labelled)]
    var found: [Dominator] = []
    for family in Set(way.map { self.family[$0] }).sorted() where !only.contains(family) {
      guard self.way(without: [family], least) == nil else { continue }
      // What was reached on the way to nobody is labelled.
      found.append(Dominator(family: family, silent: silent.filter { before[$0] != nil }))
    }
    return found
  }

  /// Whether there is a way to a need, certain or possible, that avoids some families.
  ///
  /// - Complexity: O(what the need reaches).
  mutating func hasWay(to need: PathwayTable.Cell, without families: [Int]) -> Bool {
    turn(to: need, .unknown)
    return way(without: families, .unknown) != nil
  }

  /// The organizations that stayed silent among those whom people of a need reach, for certain or possibly,
  /// without some families that stand on every way to it.
  ///
  /// - Complexity: O(what the need reaches).
  mutating func silent(of need: PathwayTable.Cell, without families: [Int]) -> [Int] {
    if silent.isEmpty { return [] }
    turn(to: need, .unknown)
    guard way(without: families, .unknown) == nil else { return [] }
    return silent.filter { before[$0] != nil }
  }

  /// Turns to a need: who meets it, and who provides it.
  private mutating func turn(to need: PathwayTable.Cell, _ least: Answer) {
    search.move(service: need.service, area: need.area, profile: need.profile)
    let arcs = table.arcs
    entries.removeAll(keepingCapacity: true)
    for entry in arcs.entries
    where arcs.answer(entry.mask, area: need.area, profile: need.profile) >= least {
      entries.append(entry.organization)
    }
    isProvider.removeAll()
    for offer in table.offers.offers(service: need.service, area: need.area) {
      let answer = offer.answer & arcs.masks.answer(offer.profileMask, profile: need.profile)
      guard answer >= least else { continue }
      let provider = table.providers[need.service][offer.provider]
      isProvider[table.network.services[provider.service].organization] = true
    }
  }

  /// The family to which all of these belong; nil where there are several.
  private func onlyFamily(_ organizations: [Int]) -> Int? {
    guard let first = organizations.first.map({ family[$0] }),
      organizations.allSatisfy({ family[$0] == first })
    else { return nil }
    return first
  }

  /// The organizations of one way from any entry point to any provider that avoids some families.
  private mutating func way(without closed: [Int], _ least: Answer) -> [Int]? {
    let arcs = table.arcs
    before.removeAll()
    queue.removeAll(keepingCapacity: true)
    for entry in entries where !closed.contains(family[entry]) && before[entry] == nil {
      if isProvider[entry] != nil { return [entry] }
      before[entry] = -1
      queue.append(entry)
    }
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for step in search.last(from: current) where step.answer >= least {
        let target = arcs.arcs[step.arc].hop.target
        guard !closed.contains(family[target]) else { continue }
        var way = [target, current]
        while let last = way.last, let previous = before[last], previous >= 0 {
          way.append(previous)
        }
        return way.reversed()
      }
      for index in arcs.outgoing[current] {
        let target = arcs.arcs[index].hop.target
        guard before[target] == nil, !closed.contains(family[target]),
          search.onward(index) >= least
        else { continue }
        before[target] = current
        queue.append(target)
      }
    }
    return nil
  }
}
