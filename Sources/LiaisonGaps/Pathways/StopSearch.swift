import LiaisonModel

extension NeedSearch {
  /// Where the missing way from an entry point stops (SEMANTICS §4).
  ///
  /// Of the steps that leave those reached with a no, and of the services among those reached that
  /// say no, the one whose relaxation alone gives a way: fewest hops in that way, then lowest ids.
  /// Where there is none, no relation is recorded towards the nearest provider. Nil where nobody
  /// provides what is needed.
  ///
  /// - Complexity: O(organizations + arcs).
  func stop(fromEntry entry: Int) -> PathwayStop? {
    let organization = table.entries[entry]
    let reached = hops(from: organization)
    var best: (hops: Int, ids: [String], stop: PathwayStop)?
    func offer(_ hops: Int, _ stop: PathwayStop) {
      if let best, best.hops < hops { return }
      let ids = ids(of: stop)
      if let best, best.hops == hops, !idsPrecede(ids, best.ids) { return }
      best = (hops, ids, stop)
    }
    let rest = hopsToProvider()
    let arcs = table.arcs
    for source in reached.indices {
      guard let here = reached[source] else { continue }
      for index in arcs.outgoing[source] where onward[index] == .no {
        let arc = arcs.arcs[index]
        guard let there = rest[arc.hop.target] else { continue }
        offer(here + arc.length + there, .hop(arc.hop))
      }
    }
    for provider in table.providers[service] {
      let owner = table.network.services[provider.service].organization
      let refuses = arcs.answer(provider.mask, area: area, profile: profile) == .no
      let isInside = reached[owner] != nil
      if refuses, owner == organization { offer(0, .service(provider.service)) }
      for (index, _) in provider.arcs {
        let arc = arcs.arcs[index]
        guard let here = reached[arc.hop.source] else { continue }
        if refuses, isInside, relationAnswer(arc) != .no {
          offer(here + arc.length, .service(provider.service))
        } else {
          offer(here + arc.length, .hop(arc.hop))
        }
      }
    }
    return best?.stop ?? absentRelation(from: organization, reached)
  }

  /// What an arc as the last one says by itself, whatever the service at its end says.
  private func relationAnswer(_ arc: ReferralArcs.Arc) -> Answer {
    var answer = arc.standing
    let network = table.network
    let need = table.needs.need(service: service, area: area, profile: profile)
    if let listed = arc.services, !listed.contains(where: { $0.covers(need.service) }) {
      return .no
    }
    guard let relation = arc.hop.relation else { return answer }
    let scope = network.relations[relation].scope
    if let list = scope.areas { answer = answer & network.answer(of: list, toArea: need.area) }
    if let list = scope.groups { answer = answer & list.answer(for: need.group) }
    if let list = scope.cases { answer = answer & list.answer(for: need.caseCode) }
    return answer
  }

  private func ids(of stop: PathwayStop) -> [String] {
    let network = table.network
    switch stop {
    case .hop(let hop):
      let target = network.organizations[hop.target].id
      guard let relation = hop.relation else {
        return [network.organizations[hop.source].id, target, ""]
      }
      return [network.organizations[hop.source].id, target, network.relations[relation].key]
    case .service(let service):
      let owner = network.organizations[network.services[service].organization].id
      return [owner, "\(owner)/\(network.services[service].id)", ""]
    case .noRelation(let from, let to):
      return [network.organizations[from].id, network.organizations[to].id, ""]
    }
  }

  /// From whom to which provider no relation is recorded: the organization reached that stands
  /// nearest, along relations whatever they say, to one that passes people on to a provider; else
  /// the last on the longest way. To the provider nearest to it.
  private func absentRelation(from entry: Int, _ reached: [Int?]) -> PathwayStop? {
    let network = table.network
    let arcs = table.arcs
    // The nearest provider of each organization, by hops along any relation, then by id.
    var nearest = [(hops: Int, provider: Int)?](repeating: nil, count: reached.count)
    func isBetter(_ new: (hops: Int, provider: Int), _ old: (hops: Int, provider: Int)?) -> Bool {
      guard let old else { return true }
      if new.hops != old.hops { return new.hops < old.hops }
      return idsPrecede(
        [network.organizations[new.provider].id], [network.organizations[old.provider].id])
    }
    var queue: [Int] = []
    for source in last.keys.sorted() {
      for step in last[source] ?? [] {
        let arc = arcs.arcs[step.arc]
        let new = (hops: arc.length, provider: arc.hop.target)
        if isBetter(new, nearest[source]) { nearest[source] = new }
      }
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let known = nearest[target] else { continue }
      for index in arcs.incoming[target] {
        let arc = arcs.arcs[index]
        let new = (hops: known.hops + arc.length, provider: known.provider)
        if isBetter(new, nearest[arc.hop.source]) {
          nearest[arc.hop.source] = new
          queue.append(arc.hop.source)
        }
      }
    }
    var chosen: (hops: Int, away: Int, source: Int, provider: Int)?
    for source in reached.indices {
      guard let away = reached[source], let found = nearest[source] else { continue }
      let new = (hops: found.hops, away: away, source: source, provider: found.provider)
      guard let old = chosen else {
        chosen = new
        continue
      }
      if (new.hops, new.away) < (old.hops, old.away)
        || (new.hops, new.away) == (old.hops, old.away)
          && idsPrecede(
            [network.organizations[new.source].id], [network.organizations[old.source].id])
      {
        chosen = new
      }
    }
    if let chosen { return .noRelation(from: chosen.source, to: chosen.provider) }
    var farthest = entry
    for source in reached.indices {
      guard let away = reached[source], let most = reached[farthest] else { continue }
      if away > most
        || away == most
          && idsPrecede(
            [network.organizations[source].id], [network.organizations[farthest].id])
      {
        farthest = source
      }
    }
    return admittingProviders.first.map { .noRelation(from: farthest, to: $0) }
  }

  /// The organizations that may provide what is needed: the certain ones first, then by id.
  var admittingProviders: [Int] {
    let network = table.network
    var answers: [Int: Answer] = [:]
    for provider in table.providers[service] {
      let answer = table.arcs.answer(provider.mask, area: area, profile: profile)
      guard answer != .no else { continue }
      let owner = network.services[provider.service].organization
      answers[owner] = max(answers[owner] ?? .unknown, answer)
    }
    return answers.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      return idsPrecede(
        [network.organizations[left.key].id], [network.organizations[right.key].id])
    }.map(\.key)
  }
}

extension PathwayTable {
  /// The best way of a row; nil where none may be taken.
  ///
  /// - Complexity: O(organizations + arcs).
  public func path(of cell: Cell) -> Pathway? { search(cell).path(fromEntry: cell.entry) }

  /// Where the way of a missing or unclear row stops; nil where nobody provides what is needed.
  ///
  /// - Complexity: O(organizations + arcs).
  public func stop(of cell: Cell) -> PathwayStop? {
    guard path(of: cell) == nil else { return nil }
    return search(cell).stop(fromEntry: cell.entry)
  }

  /// Every row that applies, by need and entry point, with its best way where there is one.
  ///
  /// - Complexity: O(needs × (organizations + arcs)).
  public func rows() -> [(cell: Cell, status: PathwayStatus, path: Pathway?)] {
    var rows: [(cell: Cell, status: PathwayStatus, path: Pathway?)] = []
    for service in needs.services.indices {
      for area in needs.areas.indices {
        for profile in 0..<needs.profileCount {
          var search: NeedSearch?
          for entry in entries.indices {
            let cell = Cell(entry: entry, service: service, area: area, profile: profile)
            let status = status(of: cell)
            switch status {
            case .notApplicable: continue
            case .reached, .assumed:
              let current = search ?? self.search(cell)
              search = current
              rows.append((cell, status, current.path(fromEntry: entry)))
            case .noProvider, .unclear, .missing: rows.append((cell, status, nil))
            }
          }
        }
      }
    }
    return rows
  }

  func search(_ cell: Cell) -> NeedSearch {
    NeedSearch(self, service: cell.service, area: cell.area, profile: cell.profile)
  }
}
