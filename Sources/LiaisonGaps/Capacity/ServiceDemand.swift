import LiaisonGraph
public import LiaisonModel

extension Capacity {
  /// The mean length of a month in days: 365.25 ÷ 12.
  static let daysOfMonth = 30.4375

  /// How many people a month: beds × 30.4375 ÷ mean stay, or what is stated; nil where it is not.
  public var peoplePerMonth: Double? {
    guard let maximum else { return nil }
    if unit == "people_per_month" { return maximum }
    guard unit == "beds", let stay = meanStayDays, stay > 0 else { return nil }
    return maximum * Self.daysOfMonth / stay
  }
}

/// Those who arrive and need one service type, the providers that they reach, and how many of them
/// find room (SEMANTICS §7).
///
/// A caseload joins a provider where people of some need that it speaks of reach that provider. Those
/// who reach nobody are left out: that they do not is told as a missing pathway.
struct ServiceDemand {
  /// People a month of one caseload.
  struct Arrival {
    var entry: Int
    var perMonth: Double
    var reached: [Reached]
    /// The needs that it speaks of, as bits by area and profile.
    var needs: [UInt64]
  }

  /// A provider that people of a caseload reach.
  struct Reached {
    var provider: Int
    /// The best answer of a way there.
    var answer: Answer
    /// The first of their needs with which they may get there.
    var need: PathwayTable.Cell
  }

  /// A service, and how many a month it takes.
  struct Provider {
    /// Its position among the services of the type.
    var position: Int
    var service: Int
    var rate: Double?
  }

  /// From one caseload to one provider.
  struct Way: Hashable {
    var arrival: Int
    var provider: Int
  }

  /// What a flow came to.
  struct Served {
    var people: Double
    var bottlenecks: [Bottleneck]
  }

  /// Providers that are full, and those who reach no others.
  struct Bottleneck {
    var providers: [Int]
    var arrivals: [Int]
    var unmet: Double
  }

  let table: PathwayTable
  let service: Int
  private(set) var arrivals: [Arrival] = []
  private(set) var providers: [Provider] = []
  /// Those that nobody of whom a caseload is stated reaches.
  private var unreached: [Provider] = []

  /// People a month.
  var total: Double { arrivals.reduce(0) { $0 + $1.perMonth } }

  init(_ table: PathwayTable, service: Int, share: Double) {
    self.table = table
    self.service = service
    var caseloads: [(entry: Int, perMonth: Double, needs: [UInt64], sure: [UInt64])] = []
    for entry in table.entries.indices {
      for load in table.network.organizations[table.entries[entry]].caseload where load.perMonth > 0
      {
        let (needs, sure) = Self.needs(of: load.scope, at: entry, table)
        caseloads.append((entry, load.perMonth * share, needs, sure))
      }
    }
    var reached = [[Reached]](repeating: [], count: caseloads.count)
    for (position, provider) in table.providers[service].enumerated()
    where provider.mask.cap != .no {
      let number = providers.count
      var isReached = false
      let reach = Self.reach(of: provider, service, table)
      let owner = table.network.services[provider.service].organization
      for (index, load) in caseloads.enumerated() {
        let organization = table.entries[load.entry]
        var answer = reach.answer(organization, load.needs, load.sure)
        var place = reach.first(organization, load.needs)
        if owner == organization {
          answer = answer | Self.answer(of: provider, load.needs, load.sure, table)
          place = place ?? Self.first(of: provider, load.needs, table)
        }
        guard answer != .no, let place else { continue }
        isReached = true
        let need = PathwayTable.Cell(
          entry: load.entry, service: service, area: place.area, profile: place.profile)
        reached[index].append(Reached(provider: number, answer: answer, need: need))
      }
      let found = Provider(
        position: position, service: provider.service,
        rate: table.network.services[provider.service].capacity?.peoplePerMonth)
      if isReached { providers.append(found) } else { unreached.append(found) }
    }
    for (index, load) in caseloads.enumerated() where !reached[index].isEmpty {
      arrivals.append(
        Arrival(
          entry: load.entry, perMonth: load.perMonth, reached: reached[index], needs: load.needs))
    }
  }

  /// The needs that may arise at an entry point, as bits by area and profile.
  func needs(at entry: Int) -> [UInt64] { Self.needs(of: Scope(), at: entry, table).all }

  /// The needs that a caseload's scope speaks of and that may arise at its entry point, as bits by area and
  /// profile; and those that surely arise there.
  private static func needs(
    of scope: Scope, at entry: Int, _ table: PathwayTable
  ) -> (all: [UInt64], sure: [UInt64]) {
    let space = table.needs
    var all = [UInt64](repeating: 0, count: space.areas.count * space.wordCount)
    var sure = all
    let mask = table.arcs.entries[entry].mask
    guard mask.cap != .no else { return (all, sure) }
    for slot in table.arcs.masks.areas(mask.area) {
      let area = Int(slot)
      if let list = scope.areas,
        table.network.answer(of: list, toArea: space.areas[area]) == .no
      {
        continue
      }
      for profile in 0..<space.profileCount {
        let need = space.need(service: 0, area: area, profile: profile)
        if scope.groups?.answer(for: need.group) == .no { continue }
        if scope.cases?.answer(for: need.caseCode) == .no { continue }
        let answer = table.arcs.answer(mask, area: area, profile: profile)
        let bit = UInt64(1) << UInt64(profile % 64)
        if answer != .no { all[area * space.wordCount + profile / 64] |= bit }
        if answer == .yes { sure[area * space.wordCount + profile / 64] |= bit }
      }
    }
    return (all, sure)
  }

  /// From where one provider is reached by at least one step.
  private static func reach(
    of provider: PathwayTable.Provider, _ service: Int, _ table: PathwayTable
  ) -> BackwardReach {
    var reach = BackwardReach(table.arcs)
    for (arc, mask) in provider.arcs {
      reach.seed(table.arcs.arcs[arc].hop.source, mask, table.arcs.masks)
    }
    reach.propagate(table.arcs, service: service)
    return reach
  }

  /// What a provider says to those who stand at its own door.
  private static func answer(
    of provider: PathwayTable.Provider, _ all: [UInt64], _ sure: [UInt64], _ table: PathwayTable
  ) -> Answer {
    let words = table.needs.wordCount
    let masks = table.arcs.masks
    var best = Answer.no
    for slot in masks.areas(provider.mask.area) {
      let isSure =
        masks.answer(provider.mask.area, area: Int(slot)) & provider.mask.cap == .yes
      for word in 0..<words {
        let place = Int(slot) * words + word
        if all[place] & masks.possible(provider.mask.profile, word) != 0 {
          best = max(best, .unknown)
        }
        if isSure, sure[place] & masks.certain(provider.mask.profile, word) != 0 { return .yes }
      }
    }
    return best
  }

  /// The first need, of those given as bits, that a provider may admit.
  private static func first(
    of provider: PathwayTable.Provider, _ all: [UInt64], _ table: PathwayTable
  ) -> (area: Int, profile: Int)? {
    let words = table.needs.wordCount
    for slot in table.arcs.masks.areas(provider.mask.area) {
      for word in 0..<words {
        let bits =
          all[Int(slot) * words + word] & table.arcs.masks.possible(provider.mask.profile, word)
        if bits != 0 { return (Int(slot), word * 64 + bits.trailingZeroBitCount) }
      }
    }
    return nil
  }

  /// The organizations that provide the service to somebody of a caseload, and that it does not reach, each with how
  /// many people a month it takes; those left out that do not state it.
  ///
  /// - Complexity: O(providers × areas × words).
  func others(for arrival: Arrival) -> [(organization: Int, rate: Double)] {
    let known = Set(arrival.reached.map { providers[$0.provider].service })
    return table.providers[service].compactMap { provider in
      let service = table.network.services[provider.service]
      guard let rate = service.capacity?.peoplePerMonth, rate > 0, provider.mask.cap != .no,
        !known.contains(provider.service), Self.first(of: provider, arrival.needs, table) != nil
      else { return nil }
      return (service.organization, rate)
    }
  }

  // MARK: Elsewhere

  /// Who else admits some of those left over for certain, without a way from them; and for how many a month
  /// there is room there even if all others who may reach it come, nil where it states no rate.
  ///
  /// - Complexity: O(providers × needs ÷ 64 + ways).
  func elsewhere(_ bottleneck: Bottleneck) -> [(service: Int, room: Double?)] {
    var needs = bottleneck.arrivals.first.map { arrivals[$0].needs } ?? []
    for arrival in bottleneck.arrivals.dropFirst() {
      for (place, word) in arrivals[arrival].needs.enumerated() { needs[place] |= word }
    }
    let own = Set(bottleneck.arrivals)
    var others = [Double](repeating: 0, count: providers.count)
    for (index, arrival) in arrivals.enumerated() where !own.contains(index) {
      for reached in arrival.reached { others[reached.provider] += arrival.perMonth }
    }
    let full = Set(bottleneck.providers)
    let free = providers.indices.filter { !full.contains($0) }.map { number in
      (providers[number], providers[number].rate.map { max(0, $0 - others[number]) })
    }
    return (free + unreached.map { ($0, $0.rate) }).filter { provider, _ in
      Self.answer(of: table.providers[service][provider.position], needs, needs, table) == .yes
    }.map { ($0.service, $1) }
  }

  // MARK: Flow

  /// How many find room over ways of at least an answer, and which providers are full.
  ///
  /// For certain, a provider without a rate takes nobody; perhaps, it takes everybody.
  ///
  /// - Parameter closed: ways that are not taken.
  /// - Complexity: that of one greatest flow.
  func served(atLeast least: Answer, without closed: Set<Way> = []) -> Served {
    let sink = arrivals.count + providers.count + 1
    let enough = total + 1
    var edges: [Edge] = []
    var room: [Double] = []
    func add(_ from: Int, _ to: Int, _ capacity: Double) {
      edges.append(Edge(NodeID(from), NodeID(to)))
      room.append(capacity)
    }
    for (index, arrival) in arrivals.enumerated() {
      add(0, index + 1, arrival.perMonth)
      for reached in arrival.reached
      where reached.answer >= least
        && !closed.contains(Way(arrival: index, provider: reached.provider))
      {
        add(index + 1, arrivals.count + 1 + reached.provider, enough)
      }
    }
    for (index, provider) in providers.enumerated() {
      let rate = provider.rate ?? (least == .yes ? 0 : enough)
      add(arrivals.count + 1 + index, sink, min(rate, enough))
    }
    let graph = Graph(checked: edges, nodeCount: sink + 1, directed: true, weights: room)
    guard let flow = try? graph.maximumFlow(from: NodeID(0), to: NodeID(sink)) else {
      return Served(people: 0, bottlenecks: [])
    }
    let side = Set(flow.sourceSide.map(\.index))
    return Served(people: min(flow.value, total), bottlenecks: bottlenecks(side, least))
  }

  /// For how many people a month there is no room over ways of at least an answer.
  ///
  /// - Complexity: that of one greatest flow.
  func unmet(atLeast least: Answer) -> Double { total - served(atLeast: least).people }

  /// The parts of the source's side of the smallest cut that hang together, each with what is left
  /// over, the largest first.
  private func bottlenecks(_ side: Set<Int>, _ least: Answer) -> [Bottleneck] {
    var part = Array(0..<(arrivals.count + providers.count))
    func root(_ node: Int) -> Int {
      var node = node
      while part[node] != node { node = part[node] }
      return node
    }
    let rows = arrivals.indices.filter { side.contains($0 + 1) }
    for row in rows {
      for reached in arrivals[row].reached where reached.answer >= least {
        part[root(arrivals.count + reached.provider)] = root(row)
      }
    }
    var found: [Bottleneck] = []
    for start in Set(rows.map(root)).sorted() {
      let own = rows.filter { root($0) == start }
      let full = providers.indices.filter {
        side.contains(arrivals.count + 1 + $0) && root(arrivals.count + $0) == start
      }
      let asked = own.reduce(0) { $0 + arrivals[$1].perMonth }
      let unmet = asked - full.reduce(0) { $0 + (providers[$1].rate ?? 0) }
      // Less than a person in a hundred years is rounding.
      if unmet > 1e-4 { found.append(Bottleneck(providers: full, arrivals: own, unmet: unmet)) }
    }
    return found.sorted { left, right in
      left.unmet != right.unmet
        ? left.unmet > right.unmet : left.providers.lexicographicallyPrecedes(right.providers)
    }
  }
}

extension BackwardReach {
  /// The first need, of those given as bits, with which an organization may be left for what is reached.
  func first(_ organization: Int, _ all: [UInt64]) -> (area: Int, profile: Int)? {
    for index in all.indices {
      let bits = all[index] & possible[offset(organization, 0) + index]
      if bits != 0 {
        return (index / wordCount, index % wordCount * 64 + bits.trailingZeroBitCount)
      }
    }
    return nil
  }

  /// The best answer from an organization over needs given as bits by area and profile; those of
  /// `sure` alone can be a yes.
  func answer(_ organization: Int, _ all: [UInt64], _ sure: [UInt64]) -> Answer {
    var best = Answer.no
    for index in all.indices {
      let place = offset(organization, 0) + index
      if sure[index] & certain[place] != 0 { return .yes }
      if all[index] & possible[place] != 0 { best = .unknown }
    }
    return best
  }
}
