import LiaisonModel

extension StakeholderNetwork {
  /// The organization at the top of a unit's parents: units of one parent count as one.
  func family(of organization: Int) -> Int {
    var current = organization
    while let parent = organizations[current].parent { current = parent }
    return current
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
  let search: NeedSearch
  /// The least answer that a step may give: `unknown` for the possible graph, `yes` for the certain.
  let least: Answer
  /// The entry points to which the need applies, by organization.
  let entries: [Int]

  private var table: PathwayTable { search.table }

  init(_ search: NeedSearch, least: Answer) {
    self.search = search
    self.least = least
    let table = search.table
    entries = table.arcs.entries.filter {
      table.arcs.answer($0.mask, area: search.area, profile: search.profile) >= least
    }.map(\.organization)
  }

  /// The families on every way to a provider, without the only entry point and the only provider;
  /// nil where there is no way.
  ///
  /// - Complexity: O(length of a way × (organizations + arcs)).
  func dominators() -> [Int]? {
    guard let way = way(without: nil) else { return nil }
    let network = table.network
    let entryFamilies = Set(entries.map { network.family(of: $0) })
    let providerFamilies = Set(
      table.providers(service: search.service, area: search.area, profile: search.profile)
        .filter { $0.answer >= least }.map { network.family(of: $0.organization) })
    var found: [Int] = []
    for family in Set(way.map { network.family(of: $0) }).sorted() {
      if entryFamilies == [family] || providerFamilies == [family] { continue }
      if self.way(without: family) == nil { found.append(family) }
    }
    return found
  }

  /// The organizations of one way from any entry point to any provider that avoids a family.
  private func way(without family: Int?) -> [Int]? {
    let network = table.network
    let arcs = table.arcs
    func isOut(_ organization: Int) -> Bool {
      family.map { network.family(of: organization) == $0 } ?? false
    }
    var before = [Int?](repeating: nil, count: network.organizations.count)
    var isSeen = [Bool](repeating: false, count: network.organizations.count)
    var queue: [Int] = []
    for entry in entries where !isOut(entry) && !isSeen[entry] {
      isSeen[entry] = true
      queue.append(entry)
      for provider in table.providers[search.service]
      where network.services[provider.service].organization == entry
        && arcs.answer(provider.mask, area: search.area, profile: search.profile) >= least
      {
        return [entry]
      }
    }
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for step in search.last[current] ?? [] where step.answer >= least {
        let target = arcs.arcs[step.arc].hop.target
        guard !isOut(target) else { continue }
        var way = [target, current]
        while let last = way.last, let previous = before[last] { way.append(previous) }
        return way.reversed()
      }
      for index in arcs.outgoing[current] where search.onward[index] >= least {
        let target = arcs.arcs[index].hop.target
        guard !isSeen[target], !isOut(target) else { continue }
        isSeen[target] = true
        before[target] = current
        queue.append(target)
      }
    }
    return nil
  }
}
