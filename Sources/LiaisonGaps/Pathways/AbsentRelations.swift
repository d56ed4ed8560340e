import LiaisonModel

/// From whom to which provider no relation is recorded, for people who reach no step that a change of
/// its terms would open (SEMANTICS §4).
///
/// From the organization reached that stands nearest, along relations whatever they say, to one that
/// passes people on to a provider: along their direction where that leads there, else either way, as who
/// takes people from a neighbour of the provider is the one to ask. Else from the last on the longest way:
/// of several, one that passes people on, then the lowest id. To the provider nearest to it.
struct AbsentRelations {
  /// Who need one service type in one area, of some profiles, and all reach the same organizations.
  struct Asked {
    var service: Int
    var area: Int
    var profiles: [Int]
  }

  private let table: PathwayTable
  private let rank: [Int]
  private var ahead: Beyond
  private var around: Beyond
  /// Whether `around` starts from those reached now: only few rows ask for it.
  private var isAround = false
  private var set = ReachedSets.Members(organizations: [], hops: [])

  init(_ table: PathwayTable, _ rank: [Int]) {
    self.table = table
    self.rank = rank
    ahead = Beyond(table.arcs, rank, eitherWay: false)
    around = Beyond(table.arcs, rank, eitherWay: true)
  }

  /// Turns to people who reach some organizations.
  ///
  /// - Complexity: O(organizations + arcs).
  mutating func start(from set: ReachedSets.Members) {
    self.set = set
    ahead.spread(set)
    isAround = false
  }

  /// The stop of each profile asked about; nil where nobody provides what is needed.
  ///
  /// - Complexity: O(last steps into the service type in the area × distinct stops).
  mutating func stops(_ asked: Asked) -> [PathwayStop?] {
    var stops = [PathwayStop?](repeating: nil, count: asked.profiles.count)
    var open = Array(asked.profiles.indices)
    find(asked, &open, ahead, &stops)
    if !open.isEmpty {
      if !isAround { around.spread(set) }
      isAround = true
      find(asked, &open, around, &stops)
    }
    guard !open.isEmpty, let farthest else { return stops }
    for place in open {
      let provider = firstProvider(asked.service, asked.area, asked.profiles[place])
      stops[place] = provider.map { .noRelation(from: farthest, to: $0) }
    }
    return stops
  }

  /// Finds the stops of those profiles to whose provider relations lead, whatever they say; the others
  /// stay open.
  private func find(
    _ asked: Asked, _ open: inout [Int], _ beyond: Beyond, _ stops: inout [PathwayStop?]
  ) {
    let masks = table.arcs.masks
    let network = table.network
    let providers = table.providers[asked.service]
    var steps: [(end: Beyond.Place, provider: Int, profileMask: Int)] = []
    for step in table.offers.steps(service: asked.service, area: asked.area) {
      guard var end = beyond.place(of: step.source) else { continue }
      end.hops += Int32(table.arcs.arcs[step.arc].length)
      let owner = network.services[providers[step.provider].service].organization
      steps.append((end, owner, step.profileMask))
    }
    // The nearest for all who are left, then the next for those whom it does not admit.
    while !open.isEmpty {
      var nearest: (end: Beyond.Place, provider: Int, profileMask: Int)?
      for step in steps {
        if let nearest {
          if nearest.end.precedes(step.end) { continue }
          if !step.end.precedes(nearest.end), rank[nearest.provider] <= rank[step.provider] {
            continue
          }
        }
        let isWanted = open.contains {
          masks.answer(step.profileMask, profile: asked.profiles[$0]) != .no
        }
        if isWanted { nearest = step }
      }
      guard let nearest else { break }
      let stop = PathwayStop.noRelation(from: beyond.start(of: nearest.end), to: nearest.provider)
      open.removeAll { place in
        guard masks.answer(nearest.profileMask, profile: asked.profiles[place]) != .no else {
          return false
        }
        stops[place] = stop
        return true
      }
    }
  }

  /// The last on the longest way: of several, one that passes people on, then the lowest id.
  private var farthest: Int? {
    zip(set.organizations, set.hops).min { left, right in
      if left.1 != right.1 { return left.1 > right.1 }
      let isEnd = (table.arcs.outgoing[left.0].isEmpty, table.arcs.outgoing[right.0].isEmpty)
      if isEnd.0 != isEnd.1 { return isEnd.1 }
      return rank[left.0] < rank[right.0]
    }?.0
  }

  /// The organization that may provide what is needed: a certain one before the others, then by id.
  private func firstProvider(_ service: Int, _ area: Int, _ profile: Int) -> Int? {
    var best: (answer: Answer, owner: Int)?
    for offer in table.offers.offers(service: service, area: area) {
      let answer = offer.answer & table.arcs.masks.answer(offer.profileMask, profile: profile)
      guard answer != .no else { continue }
      let provider = table.providers[service][offer.provider]
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
  /// The way to an organization: its hops, and where it starts, by rank, with the hops to there.
  struct Place {
    var hops: Int32
    var away: Int32
    var start: Int32

    /// Fewest hops, then fewest to where it starts, then the lowest id.
    func precedes(_ other: Place) -> Bool {
      if hops != other.hops { return hops < other.hops }
      if away != other.away { return away < other.away }
      return start < other.start
    }

    /// That there is no way.
    static let none = Place(hops: .max, away: 0, start: 0)
  }

  /// The ends of the arcs out of each organization, or at it, one after another.
  private let firstArc: [Int]
  private let arcs: [(target: Int32, length: Int32)]
  private let rank: [Int]
  private let byRank: [Int]
  private var places: [Place]
  private var queue: [Int] = []

  init(_ arcs: ReferralArcs, _ rank: [Int], eitherWay: Bool) {
    self.rank = rank
    var byRank = [Int](repeating: 0, count: rank.count)
    for (organization, place) in rank.enumerated() { byRank[place] = organization }
    self.byRank = byRank
    places = Array(repeating: .none, count: rank.count)
    var firstArc = [0]
    var ends: [(target: Int32, length: Int32)] = []
    for organization in rank.indices {
      for index in arcs.outgoing[organization] {
        let arc = arcs.arcs[index]
        ends.append((Int32(arc.hop.target), Int32(arc.length)))
      }
      for index in eitherWay ? arcs.incoming[organization] : [] {
        let arc = arcs.arcs[index]
        ends.append((Int32(arc.hop.source), Int32(arc.length)))
      }
      firstArc.append(ends.count)
    }
    self.firstArc = firstArc
    self.arcs = ends
  }

  /// The way to an organization; nil where there is none.
  func place(of organization: Int) -> Place? {
    let place = places[organization]
    return place.hops == .max ? nil : place
  }

  /// The organization from which a way starts.
  func start(of place: Place) -> Int { byRank[Int(place.start)] }

  /// Starts anew from some organizations, each reached after some hops.
  mutating func spread(_ set: ReachedSets.Members) {
    for place in places.indices { places[place] = .none }
    queue.removeAll(keepingCapacity: true)
    for (organization, away) in zip(set.organizations, set.hops) {
      places[organization] = Place(hops: 0, away: Int32(away), start: Int32(rank[organization]))
      queue.append(organization)
    }
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      let here = places[current]
      for index in firstArc[current]..<firstArc[current + 1] {
        let arc = arcs[index]
        var there = here
        there.hops += arc.length
        if there.precedes(places[Int(arc.target)]) {
          places[Int(arc.target)] = there
          queue.append(Int(arc.target))
        }
      }
    }
  }
}
