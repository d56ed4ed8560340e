import LiaisonModel

/// Where missing ways stop (SEMANTICS §4).
///
/// Of the steps that leave those reached with a no, and of the services among those reached that say
/// no, the one whose relaxation alone gives a way: fewest hops in that way, then lowest ids. Where
/// there is none, no relation is recorded towards the nearest provider.
///
/// What people of an entry point, area and profile reach, which steps leave it with a no and which
/// services it leads to are the same whatever they need: they are found once.
struct StopSearch {
  /// What leads on from those whom people of one entry point, area and profile reach.
  private struct Border {
    /// The place of those whom they reach.
    var set: Int
    /// The steps that leave it with a no, each with the hops of a way that takes it.
    var refused: [(hops: Int, arc: Int)] = []
    /// The services to which it leads, whatever they say, and the step that leads there: none to what
    /// the entry point itself provides. A step that names one service of an organization passes by its others.
    var ends: [End] = []
    /// Those of each service type.
    var endsOfService = Groups()

    struct End {
      var service: Int
      var provider: Int
      var hops: Int
      var arc: Int?
      var isPassedBy = false
    }
  }

  private let table: PathwayTable
  private var search: NeedSearch
  private var reached: ReachedSets
  private var toProvider: Labels<Int>
  /// The rank of each organization by id.
  private let rank: [Int]

  init(_ table: PathwayTable) {
    self.table = table
    search = NeedSearch(table, service: 0, area: 0, profile: 0)
    reached = ReachedSets(table)
    toProvider = Labels(count: table.network.organizations.count)
    rank = table.network.organizations.ranksByID
  }

  /// Where the ways of rows stop, none of which may be taken; nil where nobody provides what is
  /// needed.
  ///
  /// - Complexity: for each area and profile, O(what leads to the providers asked for, and out of
  ///   those reached); O(rows × steps that leave those reached with a no); for each set of
  ///   organizations reached from which no step leads on, O(organizations + arcs); and what
  ///   `AbsentRelations` takes for those.
  mutating func stops(_ cells: [PathwayTable.Cell]) -> [PathwayStop?] {
    var stops = [PathwayStop?](repeating: nil, count: cells.count)
    var open: [Int] = []
    var places: [Int] = []
    let profiles = table.needs.profileCount
    let groups = Groups(
      cells.map { $0.area * profiles + $0.profile }, count: table.needs.areas.count * profiles)
    var borders = Labels<Border>(count: table.entries.count)
    for group in 0..<groups.count {
      borders.removeAll()
      var service: Int?
      for row in groups[group] {
        let cell = cells[row]
        search.move(service: cell.service, area: cell.area, profile: cell.profile)
        if service != cell.service {
          service = cell.service
          search.findHopsToProvider(&toProvider)
        }
        let border = borders[cell.entry] ?? border(cell)
        borders[cell.entry] = border
        if let stop = step(cell, border) {
          stops[row] = stop
        } else {
          open.append(row)
          places.append(border.set)
        }
      }
    }
    findAbsent(cells, open, Groups(places, count: reached.count), &stops)
    return stops
  }

  /// What leads on from those whom people of a row reach.
  private mutating func border(_ cell: PathwayTable.Cell) -> Border {
    let place = reached.place(of: cell)
    let arcs = table.arcs
    let set = reached[place]
    var border = Border(set: place)
    for own in table.offers.provided(by: table.entries[cell.entry]) {
      border.ends.append(
        Border.End(service: own.service, provider: own.provider, hops: 0, arc: nil))
    }
    for (source, away) in zip(set.organizations, set.hops) {
      for index in arcs.outgoing[source] {
        let arc = arcs.arcs[index]
        let hops = away + arc.length
        if search.onward(index) == .no { border.refused.append((hops, index)) }
        for own in table.offers.provided(by: arc.hop.target) {
          let service = table.providers[own.service][own.provider].service
          border.ends.append(
            Border.End(
              service: own.service, provider: own.provider, hops: hops, arc: index,
              isPassedBy: arc.service.map { $0 != service } ?? false))
        }
      }
    }
    border.endsOfService = Groups(
      border.ends.map(\.service), count: table.needs.services.count)
    return border
  }

  /// The step or service that alone stops a way.
  private func step(_ cell: PathwayTable.Cell, _ border: Border) -> PathwayStop? {
    let arcs = table.arcs
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
    for place in border.endsOfService[cell.service] {
      let end = border.ends[place]
      let provider = table.providers[cell.service][end.provider]
      guard let index = end.arc else {
        if refuses(provider, cell) { offer(0, .service(provider.service)) }
        continue
      }
      let arc = arcs.arcs[index]
      if end.isPassedBy {
        // What the service itself refuses, no wider relation would open.
        if !refuses(provider, cell) { offer(end.hops, .hop(arc.hop)) }
      } else if refuses(provider, cell),
        reached[border.set].organizations.contains(sorted: arc.hop.target),
        relationAnswer(arc, into: provider.service, cell) != .no
      {
        offer(end.hops, .service(provider.service))
      } else {
        offer(end.hops, .hop(arc.hop))
      }
    }
    for (hops, index) in border.refused {
      let hop = arcs.arcs[index].hop
      if let rest = toProvider[hop.target] { offer(hops + rest, .hop(hop)) }
    }
    return best?.stop
  }

  /// Finds the stops of rows that no step or service alone stops, by what people reach.
  private func findAbsent(
    _ cells: [PathwayTable.Cell], _ open: [Int], _ groups: Groups, _ stops: inout [PathwayStop?]
  ) {
    var absent = AbsentRelations(table, rank)
    for place in 0..<groups.count where !groups[place].isEmpty {
      absent.start(from: reached[place])
      let rows = groups[place].map { open[$0] }.sorted { left, right in
        (cells[left].service, cells[left].area, left)
          < (cells[right].service, cells[right].area, right)
      }
      var first = 0
      while first < rows.count {
        let cell = cells[rows[first]]
        var end = first + 1
        while end < rows.count, cells[rows[end]].service == cell.service,
          cells[rows[end]].area == cell.area
        {
          end += 1
        }
        let asked = AbsentRelations.Asked(
          service: cell.service, area: cell.area,
          profiles: rows[first..<end].map { cells[$0].profile })
        for (row, stop) in zip(rows[first..<end], absent.stops(asked)) { stops[row] = stop }
        first = end
      }
    }
  }

  private func refuses(_ provider: PathwayTable.Provider, _ cell: PathwayTable.Cell) -> Bool {
    table.arcs.answer(provider.mask, area: cell.area, profile: cell.profile) == .no
  }

  /// What an arc as the last one says by itself, whatever the service at its end says.
  private func relationAnswer(
    _ arc: ReferralArcs.Arc, into service: Int, _ cell: PathwayTable.Cell
  ) -> Answer {
    var answer = arc.standing
    let network = table.network
    let need = table.need(of: cell)
    if !table.arcs.sends(arc, to: service) { return .no }
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

  func search(_ cell: Cell) -> NeedSearch {
    NeedSearch(self, service: cell.service, area: cell.area, profile: cell.profile)
  }
}
