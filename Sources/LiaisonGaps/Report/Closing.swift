import LiaisonModel

/// Which single new relation closes a missing pathway, and which others it closes with it.
///
/// A relation from where the way stops to a provider, with no scope of its own: it closes a row
/// exactly when people of the row reach the one end and the other end serves them or passes them on.
/// That is computed, not estimated: a way over the new relation runs over it once, so that what is
/// reached before and behind it is what was reached without it.
struct Closing {
  /// What one relation closes.
  struct Relation {
    var from: Int
    var to: Int
    /// The positions of the folds that it closes.
    var closes: [Int]
  }

  /// The best closing relation of each fold; nil where no single relation closes it: the one that
  /// closes most folds, then most rows for certain, then the lowest id.
  private(set) var relations: [Relation?]
  /// For each fold that no single relation closes: a few providers, relations to which from where the
  /// way stops close it together; nil where three do not.
  private(set) var together: [[Int]?]

  private let table: PathwayTable
  private let folds: [PathwayLedger.Fold]
  private let wordCount: Int
  /// The needs of each fold, as bits.
  private let rows: [Needs]
  /// Where the way of each fold stops.
  private let stops: [Int]
  /// For each fold: who surely reaches the place where the way stops.
  private var sure: [Needs]
  /// For each service type and stop: the folds whose people all reach that stop.
  private var reaching: [[Int: [Int]]]
  private let rank: [Int]
  private var masks: ScopeMasks

  /// Needs of one service type: for each area, bits over profiles.
  private struct Needs {
    var areas: [Int]
    var words: [UInt64]
    let wordCount: Int

    /// Whether all of them are among bits by area, which start at a place.
    func isWithin(_ bits: [UInt64], from base: Int = 0) -> Bool {
      for (position, area) in areas.enumerated() {
        for word in 0..<wordCount
        where words[position * wordCount + word] & ~bits[base + area * wordCount + word] != 0 {
          return false
        }
      }
      return true
    }

    /// Keeps those that are among bits by area, which start at a place.
    mutating func limit(to bits: [UInt64], from base: Int = 0) {
      for (position, area) in areas.enumerated() {
        for word in 0..<wordCount {
          words[position * wordCount + word] &= bits[base + area * wordCount + word]
        }
      }
    }

    /// Keeps those that are not among bits by area.
    mutating func remove(_ bits: [UInt64]) {
      for (position, area) in areas.enumerated() {
        for word in 0..<wordCount {
          words[position * wordCount + word] &= ~bits[area * wordCount + word]
        }
      }
    }

    /// How many there are.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  }

  /// What an organization serves or passes on to, for every area: bits over profiles.
  private struct Behind {
    var certain: [UInt64]
    var possible: [UInt64]
  }

  /// A provider to whom one relation closes a fold, and how many rows for certain.
  private struct Candidate {
    var provider: Int
    var certain: Int
  }

  /// Finds what closes folds of missing rows.
  ///
  /// - Complexity: O(stops × (what leads to them + folds)), and for each service type twice what the
  ///   table takes, and O(relations tried × folds that they might close).
  init(_ table: PathwayTable, _ folds: [PathwayLedger.Fold]) {
    self.table = table
    self.folds = folds
    wordCount = table.needs.wordCount
    let wordCount = wordCount
    rows = folds.map { Self.needs(of: $0.cells, wordCount) }
    stops = folds.map { $0.stop.organization(in: table.network) }
    sure = rows
    reaching = Array(repeating: [:], count: table.needs.services.count)
    relations = Array(repeating: nil, count: folds.count)
    together = Array(repeating: nil, count: folds.count)
    rank = table.network.organizations.ranksByID
    masks = table.arcs.masks
    if folds.isEmpty { return }
    findReaching()
    let candidates = findCandidates()
    choose(candidates, closed(by: candidates))
  }

  private static func needs(of cells: [PathwayTable.Cell], _ wordCount: Int) -> Needs {
    var words: [Int: [UInt64]] = [:]
    for cell in cells {
      words[cell.area, default: Array(repeating: 0, count: wordCount)][cell.profile / 64] |=
        UInt64(1) << UInt64(cell.profile % 64)
    }
    let areas = words.keys.sorted()
    return Needs(
      areas: areas, words: areas.flatMap { words[$0] ?? [] }, wordCount: wordCount)
  }

  // MARK: Before the relation

  /// Finds whose people reach the places where ways stop.
  private mutating func findReaching() {
    var toStop = BackwardReach(table.arcs)
    let byStop = Dictionary(grouping: folds.indices) { stops[$0] }
    for stop in byStop.keys.sorted() {
      toStop.removeAll()
      toStop.seedAll(stop)
      toStop.propagate(table.arcs, service: nil)
      for fold in folds.indices {
        let entry = table.entries[folds[fold].entry]
        let base = toStop.offset(entry, 0)
        if rows[fold].isWithin(toStop.possible, from: base) {
          reaching[folds[fold].service][stop, default: []].append(fold)
        }
      }
      for fold in byStop[stop] ?? [] {
        let base = toStop.offset(table.entries[folds[fold].entry], 0)
        sure[fold].limit(to: toStop.certain, from: base)
      }
    }
  }

  // MARK: Behind the relation

  /// What an organization serves, or passes on to, of one service type.
  private mutating func behind(
    _ organization: Int, service: Int, _ reach: BackwardReach
  ) -> Behind {
    let arcs = table.arcs
    let count = table.needs.areas.count * wordCount
    var behind = Behind(
      certain: [UInt64](repeating: 0, count: count), possible: [UInt64](repeating: 0, count: count))
    for position in table.offers.providers(service: service, of: organization) {
      let mask = table.providers[service][position].mask
      arcs.eachArea(of: mask) { area, answer in
        for word in 0..<wordCount {
          let place = area * wordCount + word
          behind.possible[place] |= masks.possible(mask.profile, word)
          if answer == .yes { behind.certain[place] |= masks.certain(mask.profile, word) }
        }
      }
    }
    let place = table.network.organizations[organization]
    let scope = NeedMask(
      area: masks.areaMask(relation: nil, target: place.scope),
      profile: masks.profileMask(relation: nil, target: place.scope),
      cap: place.validity.answer(on: table.date))
    if scope.cap == .no { return behind }
    for slot in masks.areas(scope.area) {
      let area = Int(slot)
      let answer = masks.answer(scope.area, area: area) & scope.cap
      let base = reach.offset(organization, area)
      for word in 0..<wordCount {
        let place = area * wordCount + word
        behind.possible[place] |= masks.possible(scope.profile, word) & reach.possible[base + word]
        if answer == .yes {
          behind.certain[place] |= masks.certain(scope.profile, word) & reach.certain[base + word]
        }
      }
    }
    return behind
  }

  /// The providers, by id, relations to which close each fold alone; for those without any, a few that
  /// close it together.
  private mutating func findCandidates() -> [[Candidate]] {
    var candidates = [[Candidate]](repeating: [], count: folds.count)
    let byService = Dictionary(grouping: folds.indices) { folds[$0].service }
    for service in byService.keys.sorted() {
      let reach = table.reach(ofService: service)
      var known: [Int: Behind] = [:]
      for fold in byService[service] ?? [] {
        guard let first = folds[fold].cells.first else { continue }
        let providers = table.providers(
          service: service, area: first.area, profile: first.profile)
        for owner in providers.map(\.organization) where owner != stops[fold] {
          let behind = known[owner] ?? self.behind(owner, service: service, reach)
          known[owner] = behind
          guard rows[fold].isWithin(behind.possible) else { continue }
          var certain = sure[fold]
          certain.limit(to: behind.certain)
          candidates[fold].append(Candidate(provider: owner, certain: certain.count))
        }
        if candidates[fold].isEmpty {
          together[fold] = several(fold, reach, &known)
        }
      }
    }
    return candidates
  }

  /// At most three providers, relations to which close a fold together: each time the one that closes
  /// most of what is left.
  private mutating func several(
    _ fold: Int, _ reach: BackwardReach, _ known: inout [Int: Behind]
  ) -> [Int]? {
    let service = folds[fold].service
    let owners = Set(
      table.providers[service].map { table.network.services[$0.service].organization }
    ).filter { $0 != stops[fold] }.sorted { rank[$0] < rank[$1] }
    var open = rows[fold]
    var left = folds[fold].cells.count
    var chosen: [Int] = []
    while left > 0, chosen.count < 3 {
      var best: (provider: Int, open: Needs, left: Int)?
      for owner in owners {
        let behind = known[owner] ?? self.behind(owner, service: service, reach)
        known[owner] = behind
        var rest = open
        rest.remove(behind.possible)
        let count = rest.count
        if count < (best?.left ?? left) { best = (owner, rest, count) }
      }
      guard let best else { return nil }
      chosen.append(best.provider)
      open = best.open
      left = best.left
    }
    return left == 0 ? chosen : nil
  }

  // MARK: What else it closes

  /// The folds that each relation closes, by stop and provider.
  private mutating func closed(by candidates: [[Candidate]]) -> [Int: [Int]] {
    var stopsOfProvider: [Int: Set<Int>] = [:]
    for (fold, own) in candidates.enumerated() {
      for candidate in own { stopsOfProvider[candidate.provider, default: []].insert(stops[fold]) }
    }
    let providers = stopsOfProvider.keys.sorted()
    var closed: [Int: [Int]] = [:]
    for service in reaching.indices where !reaching[service].isEmpty {
      let reach = table.reach(ofService: service)
      for provider in providers {
        var behind: Behind?
        for stop in stopsOfProvider[provider] ?? [] {
          guard let folds = reaching[service][stop] else { continue }
          let known = behind ?? self.behind(provider, service: service, reach)
          behind = known
          let own = folds.filter { rows[$0].isWithin(known.possible) }
          if !own.isEmpty { closed[pair(stop, provider), default: []] += own }
        }
      }
    }
    return closed
  }

  /// One number for a stop and a provider.
  private func pair(_ stop: Int, _ provider: Int) -> Int { stop * rank.count + provider }

  private mutating func choose(_ candidates: [[Candidate]], _ closed: [Int: [Int]]) {
    for (fold, own) in candidates.enumerated() {
      var best: (candidate: Candidate, closes: [Int])?
      for candidate in own {
        let closes = closed[pair(stops[fold], candidate.provider)] ?? []
        if let best {
          if best.closes.count > closes.count { continue }
          if best.closes.count == closes.count, best.candidate.certain >= candidate.certain {
            continue
          }
        }
        best = (candidate, closes)
      }
      relations[fold] = best.map {
        Relation(from: stops[fold], to: $0.candidate.provider, closes: $0.closes.sorted())
      }
    }
  }
}
