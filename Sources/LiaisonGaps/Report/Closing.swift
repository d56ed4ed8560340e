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

  /// The provider to which no relation is recorded from where a way stops, where another one closes more.
  struct Nearest {
    var provider: Int
    /// How many folds a relation to it closes; nil where it does not close this one.
    var closes: Int?
  }

  /// The best closing relation of each fold; nil where no single relation closes it: the one that
  /// closes most folds, then most rows for certain, then the one to the nearest provider, which the words
  /// for where the way stops name, then the lowest id.
  private(set) var relations: [Relation?]
  /// The nearest provider of each fold, where its best relation leads to another one.
  private(set) var nearest: [Nearest?]
  /// For each fold that no single relation closes: a few providers, relations to which from where the
  /// way stops close it together; nil where three do not.
  private(set) var together: [[Int]?]

  private let table: PathwayTable
  private let folds: [PathwayLedger.Fold]
  private let wordCount: Int
  private let rows: FoldNeeds
  /// Those of whom it is sure that they reach the place where the way stops.
  private var sure: FoldNeeds
  /// Where the way of each fold stops.
  private let stops: [Int]
  /// For each service type and stop: the folds whose people all reach that stop.
  private var reaching: [[Int: [Int]]]
  private let rank: [Int]
  private var masks: ScopeMasks
  /// Whom each organization takes in, once it was asked for.
  private var scopes: [NeedMask?]
  /// The relations from where a way stops to a provider that close some fold alone, each once.
  private var tried: [Tried] = []
  private var placeOfTried: [Int: Int] = [:]

  /// A relation to try, and the folds that it closes.
  private struct Tried {
    var stop: Int
    var provider: Int
    var closes: [Int] = []
  }

  /// What an organization serves or passes on to, for every area: bits over profiles.
  private struct Behind {
    var certain: [UInt64]
    var possible: [UInt64]
    var isEmpty = true
  }

  /// A relation that closes a fold alone, by its place among those tried, and how many rows for
  /// certain.
  private struct Candidate {
    var relation: Int
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
    rows = FoldNeeds(folds, table.needs)
    sure = rows
    stops = folds.map { $0.stop.organization(in: table.network) }
    reaching = Array(repeating: [:], count: table.needs.services.count)
    relations = Array(repeating: nil, count: folds.count)
    nearest = Array(repeating: nil, count: folds.count)
    together = Array(repeating: nil, count: folds.count)
    rank = table.network.organizations.ranksByID
    masks = table.arcs.masks
    scopes = Array(repeating: nil, count: rank.count)
    if folds.isEmpty { return }
    findReaching()
    var reach = BackwardReach(table.arcs)
    let candidates = findCandidates(&reach)
    findClosed(&reach)
    choose(candidates)
  }

  // MARK: Before the relation

  /// Finds whose people reach the places where ways stop.
  private mutating func findReaching() {
    var toStop = BackwardReach(table.arcs)
    let byStop = Dictionary(grouping: folds.indices) { stops[$0] }
    let byEntry = Groups(folds.map(\.entry), count: table.entries.count)
    for stop in byStop.keys.sorted() {
      toStop.removeAll()
      toStop.seedAll(stop)
      toStop.propagate(table.arcs, service: nil)
      for (entry, organization) in table.entries.enumerated()
      where toStop.reachesAny(from: organization) {
        let base = toStop.offset(organization, 0)
        for fold in byEntry[entry] where rows.isWithin(fold, toStop.possible, from: base) {
          reaching[folds[fold].service][stop, default: []].append(fold)
        }
      }
      for fold in byStop[stop] ?? [] {
        let base = toStop.offset(table.entries[folds[fold].entry], 0)
        sure.limit(fold, to: toStop.certain, from: base)
      }
    }
  }

  // MARK: Behind the relation

  /// What an organization serves, or passes on to, of one service type.
  private mutating func behind(
    _ organization: Int, service: Int, _ reach: BackwardReach
  ) -> Behind {
    let count = table.needs.areas.count * wordCount
    var behind = Behind(
      certain: [UInt64](repeating: 0, count: count), possible: [UInt64](repeating: 0, count: count))
    for own in table.offers.provided(by: organization) where own.service == service {
      let mask = table.providers[service][own.provider].mask
      table.arcs.eachArea(of: mask) { area, answer in
        behind.isEmpty = false
        for word in 0..<wordCount {
          let place = area * wordCount + word
          behind.possible[place] |= masks.possible(mask.profile, word)
          if answer == .yes { behind.certain[place] |= masks.certain(mask.profile, word) }
        }
      }
    }
    let scope = scope(of: organization)
    if scope.cap == .no || !reach.reachesAny(from: organization) { return behind }
    behind.isEmpty = false
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

  /// Whom an organization takes in.
  private mutating func scope(of organization: Int) -> NeedMask {
    if let known = scopes[organization] { return known }
    let place = table.network.organizations[organization]
    let mask = NeedMask(
      area: masks.areaMask(relation: nil, target: place.scope),
      profile: masks.profileMask(relation: nil, target: place.scope),
      cap: place.validity.answer(on: table.date))
    scopes[organization] = mask
    return mask
  }

  /// The relations, by the provider's id, that close each fold alone; for those without any, a few
  /// providers relations to which close it together.
  private mutating func findCandidates(_ reach: inout BackwardReach) -> [[Candidate]] {
    var candidates = [[Candidate]](repeating: [], count: folds.count)
    let byService = Groups(folds.map(\.service), count: table.needs.services.count)
    for service in 0..<byService.count where !byService[service].isEmpty {
      table.find(&reach, ofService: service)
      var known: [Int: Behind] = [:]
      for fold in byService[service] {
        guard let first = folds[fold].cells.first else { continue }
        let providers = table.providers(
          service: service, area: first.area, profile: first.profile)
        for owner in providers.map(\.organization) where owner != stops[fold] {
          let behind = known[owner] ?? self.behind(owner, service: service, reach)
          known[owner] = behind
          guard rows.isWithin(fold, behind.possible) else { continue }
          candidates[fold].append(
            Candidate(
              relation: place(from: stops[fold], to: owner),
              certain: sure.count(fold, among: behind.certain)))
        }
        if candidates[fold].isEmpty {
          together[fold] = several(fold, reach, &known)
        }
      }
    }
    return candidates
  }

  /// The place of a relation among those tried.
  private mutating func place(from stop: Int, to provider: Int) -> Int {
    let pair = stop * rank.count + provider
    if let known = placeOfTried[pair] { return known }
    placeOfTried[pair] = tried.count
    tried.append(Tried(stop: stop, provider: provider))
    return tried.count - 1
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
    var open = FoldNeeds([folds[fold]], table.needs)
    var left = folds[fold].cells.count
    var chosen: [Int] = []
    while left > 0, chosen.count < 3 {
      var best: (provider: Int, left: Int)?
      for owner in owners {
        let behind = known[owner] ?? self.behind(owner, service: service, reach)
        known[owner] = behind
        let count = open.count(0, without: behind.possible)
        if count < (best?.left ?? left) { best = (owner, count) }
      }
      guard let best, let behind = known[best.provider] else { return nil }
      chosen.append(best.provider)
      open.remove(0, behind.possible)
      left = best.left
    }
    return left == 0 ? chosen : nil
  }

  // MARK: What else it closes

  /// Finds the folds that each relation tried closes.
  private mutating func findClosed(_ reach: inout BackwardReach) {
    let byProvider = Groups(tried.map(\.provider), count: rank.count)
    for service in reaching.indices where !reaching[service].isEmpty {
      table.find(&reach, ofService: service)
      for provider in 0..<byProvider.count where !byProvider[provider].isEmpty {
        var behind: Behind?
        for relation in byProvider[provider] {
          guard let reached = reaching[service][tried[relation].stop] else { continue }
          let known = behind ?? self.behind(provider, service: service, reach)
          behind = known
          if known.isEmpty { break }
          for fold in reached where rows.isWithin(fold, known.possible) {
            tried[relation].closes.append(fold)
          }
        }
      }
    }
  }

  private mutating func choose(_ candidates: [[Candidate]]) {
    for (fold, own) in candidates.enumerated() {
      var named: Int?
      if case .noRelation(_, let provider) = folds[fold].stop { named = provider }
      func ranks(_ one: Candidate, before other: Candidate) -> Bool {
        let (left, right) = (tried[one.relation], tried[other.relation])
        if left.closes.count != right.closes.count {
          return left.closes.count > right.closes.count
        }
        if one.certain != other.certain { return one.certain > other.certain }
        return left.provider == named && right.provider != named
      }
      var best: Candidate?
      for candidate in own where best.map({ ranks(candidate, before: $0) }) ?? true {
        best = candidate
      }
      guard let best else { continue }
      let relation = tried[best.relation]
      relations[fold] = Relation(
        from: relation.stop, to: relation.provider, closes: relation.closes.sorted())
      guard let named, named != relation.provider else { continue }
      let other = own.first { tried[$0.relation].provider == named }
      nearest[fold] = Nearest(
        provider: named, closes: other.map { tried[$0.relation].closes.count })
    }
  }
}
