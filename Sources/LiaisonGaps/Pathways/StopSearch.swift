import LiaisonModel

/// Where missing ways stop (SEMANTICS §4).
///
/// Of the steps that leave those reached with a no, and of the services among those reached that say
/// no, the one whose relaxation alone gives a way: fewest hops in that way, then lowest ids. Where
/// there is none, no relation is recorded towards the nearest provider.
///
/// Whom people reach does not depend on the service that they need, as no service type turns a step
/// into a no; so that is found once for an entry point, area and profile, and what lies beyond it,
/// whatever relations say, once for all who reach the same organizations.
struct StopSearch {
  /// The organizations that people reach from an entry point, with the hops to each.
  private struct Reached: Hashable {
    var organizations: [Int]
    var hops: [Int]
  }

  private let table: PathwayTable
  private var search: NeedSearch
  /// The distinct ones, and the place of each by what it holds, and by entry point, area and profile.
  private var reached: [Reached] = []
  private var placeOfReached: [Reached: Int] = [:]
  private var placeOfCell: [PathwayTable.Cell: Int] = [:]
  private var toProvider: Labels<Int>
  private var need: PathwayTable.Cell?
  /// The rank of each organization by id.
  private let rank: [Int]

  init(_ table: PathwayTable) {
    self.table = table
    search = NeedSearch(table, service: 0, area: 0, profile: 0)
    toProvider = Labels(count: table.network.organizations.count)
    rank = table.network.organizations.ranksByID
  }

  /// Where the ways of rows stop, none of which may be taken; nil where nobody provides what is
  /// needed.
  ///
  /// - Complexity: O(rows × arcs out of those reached), where rows of one need stand together; and for
  ///   each set of organizations reached from which no step leads on, O(organizations + arcs).
  mutating func stops(_ cells: [PathwayTable.Cell]) -> [PathwayStop?] {
    var stops = [PathwayStop?](repeating: nil, count: cells.count)
    var open: [Int] = []
    var places: [Int] = []
    for (row, cell) in cells.enumerated() {
      search.move(service: cell.service, area: cell.area, profile: cell.profile)
      let place = reached(cell)
      if let stop = step(cell, reached[place]) {
        stops[row] = stop
      } else {
        open.append(row)
        places.append(place)
      }
    }
    let groups = Groups(places, count: reached.count)
    var beyond = Beyond(table, rank)
    for place in reached.indices where !groups[place].isEmpty {
      let set = reached[place]
      beyond.spread(set.organizations, set.hops)
      for index in groups[place] {
        stops[open[index]] = absentRelation(cells[open[index]], set, beyond)
      }
    }
    return stops
  }

  /// Whom people of a row reach, found once for all service types.
  private mutating func reached(_ cell: PathwayTable.Cell) -> Int {
    var key = cell
    key.service = 0
    if let known = placeOfCell[key] { return known }
    let found = search.reached(from: table.entries[cell.entry])
    let set = Reached(organizations: found.map(\.organization), hops: found.map(\.hops))
    let place = placeOfReached[set] ?? reached.count
    if place == reached.count {
      reached.append(set)
      placeOfReached[set] = place
    }
    placeOfCell[key] = place
    return place
  }

  /// The step or service that alone stops a way.
  private mutating func step(_ cell: PathwayTable.Cell, _ set: Reached) -> PathwayStop? {
    let arcs = table.arcs
    var here = cell
    here.entry = 0
    if need != here {
      search.findHopsToProvider(&toProvider)
      need = here
    }
    var best: (hops: Int, stop: PathwayStop)?
    func offer(_ hops: Int, _ stop: PathwayStop) {
      if let best {
        if best.hops < hops { return }
        if best.hops == hops, best.stop == stop || !idsPrecede(ids(of: stop), ids(of: best.stop)) {
          return
        }
      }
      best = (hops, stop)
    }
    let entry = table.entries[cell.entry]
    for position in table.offers.providers(service: cell.service, of: entry) {
      let provider = table.providers[cell.service][position]
      if refuses(provider, cell) { offer(0, .service(provider.service)) }
    }
    for (source, away) in zip(set.organizations, set.hops) {
      for index in arcs.outgoing[source] {
        let arc = arcs.arcs[index]
        if let rest = toProvider[arc.hop.target], search.onward(index) == .no {
          offer(away + arc.length + rest, .hop(arc.hop))
        }
        let owner = arc.hop.target
        for position in table.offers.providers(service: cell.service, of: owner) {
          let provider = table.providers[cell.service][position]
          guard arc.service == nil || arc.service == provider.service else { continue }
          if refuses(provider, cell), set.organizations.contains(sorted: owner),
            relationAnswer(arc, cell) != .no
          {
            offer(away + arc.length, .service(provider.service))
          } else {
            offer(away + arc.length, .hop(arc.hop))
          }
        }
      }
    }
    return best?.stop
  }

  private func refuses(_ provider: PathwayTable.Provider, _ cell: PathwayTable.Cell) -> Bool {
    table.arcs.answer(provider.mask, area: cell.area, profile: cell.profile) == .no
  }

  /// What an arc as the last one says by itself, whatever the service at its end says.
  private func relationAnswer(_ arc: ReferralArcs.Arc, _ cell: PathwayTable.Cell) -> Answer {
    var answer = arc.standing
    let network = table.network
    let need = table.need(of: cell)
    if !table.arcs.sends(arc, for: cell.service) { return .no }
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

  // MARK: No relation

  /// From whom to which provider no relation is recorded: the organization reached that stands
  /// nearest, along relations whatever they say, to one that passes people on to a provider; else
  /// the last on the longest way. To the provider nearest to it.
  private func absentRelation(
    _ cell: PathwayTable.Cell, _ set: Reached, _ beyond: Beyond
  ) -> PathwayStop? {
    let masks = table.arcs.masks
    let providers = table.providers[cell.service]
    let network = table.network
    var best: (end: Beyond.Place, provider: Int)?
    for step in table.offers.steps(service: cell.service, area: cell.area) {
      guard var end = beyond.places[step.source],
        masks.answer(step.profileMask, profile: cell.profile) != .no
      else { continue }
      end.hops += table.arcs.arcs[step.arc].length
      let owner = network.services[providers[step.provider].service].organization
      if let best {
        if best.end.precedes(end, rank) { continue }
        if !end.precedes(best.end, rank), rank[best.provider] <= rank[owner] { continue }
      }
      best = (end, owner)
    }
    if let best { return .noRelation(from: best.end.from, to: best.provider) }
    guard let provider = firstProvider(cell) else { return nil }
    var farthest: (organization: Int, hops: Int)?
    for (organization, hops) in zip(set.organizations, set.hops) {
      if let farthest {
        if farthest.hops > hops { continue }
        if farthest.hops == hops, rank[farthest.organization] < rank[organization] { continue }
      }
      farthest = (organization, hops)
    }
    return farthest.map { .noRelation(from: $0.organization, to: provider) }
  }

  /// The organization that may provide what is needed: a certain one before the others, then by id.
  private func firstProvider(_ cell: PathwayTable.Cell) -> Int? {
    var best: (answer: Answer, owner: Int)?
    for offer in table.offers.offers(service: cell.service, area: cell.area) {
      let answer =
        offer.answer & table.arcs.masks.answer(offer.profileMask, profile: cell.profile)
      guard answer != .no else { continue }
      let provider = table.providers[cell.service][offer.provider]
      let owner = table.network.services[provider.service].organization
      if let best, best.answer > answer { continue }
      if let best, best.answer == answer, rank[best.owner] <= rank[owner] { continue }
      best = (answer, owner)
    }
    return best?.owner
  }
}

/// How far everybody stands from some organizations, along relations whatever they say, and from
/// which of them.
private struct Beyond {
  /// The way to an organization: its hops, and where it starts, with the hops to there.
  struct Place {
    var hops: Int
    var away: Int
    var from: Int

    /// Fewest hops, then fewest to where it starts, then the lowest id.
    func precedes(_ other: Place, _ rank: [Int]) -> Bool {
      (hops, away, rank[from]) < (other.hops, other.away, rank[other.from])
    }
  }

  let table: PathwayTable
  let rank: [Int]
  private(set) var places: Labels<Place>
  private var queue: [Int] = []

  init(_ table: PathwayTable, _ rank: [Int]) {
    self.table = table
    self.rank = rank
    places = Labels(count: rank.count)
  }

  /// Starts anew from some organizations, each reached after some hops.
  mutating func spread(_ organizations: [Int], _ hops: [Int]) {
    let arcs = table.arcs
    places.removeAll()
    queue.removeAll(keepingCapacity: true)
    for (organization, away) in zip(organizations, hops) {
      places[organization] = Place(hops: 0, away: away, from: organization)
      queue.append(organization)
    }
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      guard let here = places[current] else { continue }
      for index in arcs.outgoing[current] {
        let arc = arcs.arcs[index]
        var there = here
        there.hops += arc.length
        if places[arc.hop.target].map({ there.precedes($0, rank) }) ?? true {
          places[arc.hop.target] = there
          queue.append(arc.hop.target)
        }
      }
    }
  }
}

extension [Int] {
  /// Whether a number is among ascending ones.
  fileprivate func contains(sorted number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}

extension [Organization] {
  /// The place of each organization in the order of ids.
  var ranksByID: [Int] {
    var ranks = [Int](repeating: 0, count: count)
    let byID = indices.sorted { idsPrecede([self[$0].id], [self[$1].id]) }
    for (rank, organization) in byID.enumerated() { ranks[organization] = rank }
    return ranks
  }
}

extension PathwayTable {
  /// The best way of a row; nil where none may be taken.
  ///
  /// - Complexity: O(organizations + arcs).
  public func path(of cell: Cell) -> Pathway? {
    var search = search(cell)
    return search.path(fromEntry: cell.entry)
  }

  /// Where the way of a missing or unclear row stops; nil where nobody provides what is needed.
  ///
  /// - Complexity: O(organizations + arcs).
  public func stop(of cell: Cell) -> PathwayStop? {
    guard path(of: cell) == nil else { return nil }
    var search = StopSearch(self)
    return search.stops([cell]).first.flatMap { $0 }
  }

  /// Every row that applies, by need and entry point, with its best way where there is one.
  ///
  /// - Complexity: O(needs × (organizations + arcs)).
  public func rows() -> [(cell: Cell, status: PathwayStatus, path: Pathway?)] {
    var rows: [(cell: Cell, status: PathwayStatus, path: Pathway?)] = []
    var search = NeedSearch(self, service: 0, area: 0, profile: 0)
    for service in needs.services.indices {
      for area in needs.areas.indices {
        for profile in 0..<needs.profileCount {
          search.move(service: service, area: area, profile: profile)
          for entry in entries.indices {
            let cell = Cell(entry: entry, service: service, area: area, profile: profile)
            let status = status(of: cell)
            switch status {
            case .notApplicable: continue
            case .reached, .assumed:
              rows.append((cell, status, search.path(fromEntry: entry)))
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
