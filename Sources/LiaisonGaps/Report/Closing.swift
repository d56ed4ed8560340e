import LiaisonGraph
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
    /// The referral that is recorded between them already, by index: it closes them once it is open to them.
    var recorded: Int?
  }

  /// A relation that would close a fold, and that the standard does not admit.
  struct Barred {
    var provider: Int
    /// Whether it is prohibited; else the standard calls it neutral.
    var isProhibited: Bool
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
  /// For each fold that only relations would close which the standard does not admit: the best of them.
  private(set) var barred: [Barred?]

  private let table: PathwayTable
  private let folds: [PathwayLedger.Fold]
  /// Which relations may be advised.
  private let ties: AdmissibleTies?
  private let wordCount: Int
  private let rows: FoldNeeds
  /// Those of whom it is sure that they reach the place where the way stops.
  private var sure: FoldNeeds
  /// The folds asked about, each once.
  private let asked: [Int]
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
  /// - Parameters:
  ///   - folds: all of them, as a relation may close any.
  ///   - asked: the positions of those of which it is asked; all if `nil`.
  ///   - ties: which relations may be advised; all if `nil`. Those that are recorded already are advised too, to
  ///     be opened.
  /// - Complexity: O(stops of those asked about × (what leads to them + folds)), and for each service type twice
  ///   what the table takes, and O(relations tried × folds that they might close).
  init(
    _ table: PathwayTable, _ folds: [PathwayLedger.Fold], of asked: [Int]? = nil,
    ties: AdmissibleTies? = nil
  ) {
    let asked = asked ?? Array(folds.indices)
    self.ties = ties
    self.table = table
    self.folds = folds
    self.asked = asked
    wordCount = table.needs.wordCount
    rows = FoldNeeds(folds, table.needs)
    sure = rows
    stops = folds.map { $0.stop.organization(in: table.network) }
    reaching = Array(repeating: [:], count: table.needs.services.count)
    relations = Array(repeating: nil, count: folds.count)
    nearest = Array(repeating: nil, count: folds.count)
    together = Array(repeating: nil, count: folds.count)
    barred = Array(repeating: nil, count: folds.count)
    rank = table.network.organizations.ranksByID
    masks = table.arcs.masks
    scopes = Array(repeating: nil, count: rank.count)
    if asked.isEmpty { return }
    findReaching()
    let candidates = findCandidates()
    findClosed()
    choose(candidates)
  }

  /// Works on all of some things, on several threads; each part has a search of its own, which takes as long to
  /// make as some things take.
  ///
  /// - Parameter body: works on one thing, of a copy of all that is known so far.
  /// - Returns: what it gave for each thing, in their order.
  private func forEach<Found: Sendable>(
    of things: [Int],
    _ body: @Sendable (_ own: inout Closing, _ thing: Int, _ reach: inout BackwardReach) -> Found
  ) -> [Found] {
    let parts = min(8, things.count)
    let dealt = inParallel(parts, threads: nil) { part in
      var own = self
      var reach = BackwardReach(table.arcs)
      return stride(from: part, to: things.count, by: parts).map { body(&own, things[$0], &reach) }
    }
    return things.indices.map { dealt[$0 % parts][$0 / parts] }
  }

  // MARK: Before the relation

  /// Finds whose people reach the places where ways stop.
  private mutating func findReaching() {
    let byStop = Dictionary(grouping: asked) { stops[$0] }
    let byEntry = Groups(folds.map(\.entry), count: table.entries.count)
    let places = byStop.keys.sorted()
    let found = forEach(of: places) { own, stop, toStop in
      toStop.removeAll()
      toStop.seedAll(stop)
      toStop.propagate(own.table.arcs, service: nil)
      var reaching: [Int] = []
      for (entry, organization) in own.table.entries.enumerated()
      where toStop.reachesAny(from: organization) {
        let base = toStop.offset(organization, 0)
        reaching += byEntry[entry].filter { own.rows.isWithin($0, toStop.possible, from: base) }
      }
      let sure = (byStop[stop] ?? []).map { fold in
        let base = toStop.offset(own.table.entries[own.folds[fold].entry], 0)
        return own.rows.limited(fold, to: toStop.certain, from: base)
      }
      return (reaching: reaching, sure: sure)
    }
    for (stop, found) in zip(places, found) {
      for fold in found.reaching { reaching[folds[fold].service][stop, default: []].append(fold) }
      for (fold, words) in zip(byStop[stop] ?? [], found.sure) { sure.replace(fold, by: words) }
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
  private mutating func findCandidates() -> [[Candidate]] {
    var candidates = [[Candidate]](repeating: [], count: folds.count)
    let byService = Dictionary(grouping: asked) { folds[$0].service }
    let services = byService.keys.sorted()
    let found = forEach(of: services) { own, service, reach in
      own.table.find(&reach, ofService: service)
      var known: [Int: Behind] = [:]
      return (byService[service] ?? []).map { own.providers(closing: $0, reach, &known) }
    }
    for (service, found) in zip(services, found) {
      for (fold, found) in zip(byService[service] ?? [], found) {
        candidates[fold] = found.alone.map {
          Candidate(relation: place(from: stops[fold], to: $0.provider), certain: $0.certain)
        }
        together[fold] = found.together
      }
    }
    return candidates
  }

  /// The providers relations to which close a fold alone, with how many rows for certain; where there are
  /// none, a few that close it together.
  private mutating func providers(
    closing fold: Int, _ reach: BackwardReach, _ known: inout [Int: Behind]
  ) -> (alone: [(provider: Int, certain: Int)], together: [Int]?) {
    guard let first = folds[fold].cells.first else { return ([], nil) }
    let service = folds[fold].service
    var alone: [(provider: Int, certain: Int)] = []
    let providers = table.providers(service: service, area: first.area, profile: first.profile)
    for owner in providers.map(\.organization) where owner != stops[fold] {
      let behind = known[owner] ?? self.behind(owner, service: service, reach)
      known[owner] = behind
      guard rows.isWithin(fold, behind.possible) else { continue }
      alone.append((owner, sure.count(fold, among: behind.certain)))
    }
    return (alone, alone.isEmpty ? several(fold, reach, &known) : nil)
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
    ).filter { $0 != stops[fold] && admits(from: stops[fold], to: $0) }.sorted {
      rank[$0] < rank[$1]
    }
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
  private mutating func findClosed() {
    let byProvider = Groups(tried.map(\.provider), count: rank.count)
    let services = reaching.indices.filter { !reaching[$0].isEmpty }
    let found = forEach(of: services) { own, service, reach in
      own.table.find(&reach, ofService: service)
      var closes: [(relation: Int, folds: [Int])] = []
      for provider in 0..<byProvider.count where !byProvider[provider].isEmpty {
        var behind: Behind?
        for relation in byProvider[provider] {
          guard let reached = own.reaching[service][own.tried[relation].stop] else { continue }
          let known = behind ?? own.behind(provider, service: service, reach)
          behind = known
          if known.isEmpty { break }
          let closed = reached.filter { own.rows.isWithin($0, known.possible) }
          if !closed.isEmpty { closes.append((relation, closed)) }
        }
      }
      return closes
    }
    for (relation, closed) in found.joined() { tried[relation].closes += closed }
  }

  /// Whether a referral from one organization to another may be advised.
  private func admits(from: Int, to: Int) -> Bool {
    ties?.admit("refers_to", from: from, to: to) ?? true
  }

  private mutating func choose(_ candidates: [[Candidate]]) {
    for fold in asked {
      let own = candidates[fold]
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
      var barred: Candidate?
      for candidate in own where best.map({ ranks(candidate, before: $0) }) ?? true {
        let relation = tried[candidate.relation]
        if admits(from: relation.stop, to: relation.provider) {
          best = candidate
        } else if barred.map({ ranks(candidate, before: $0) }) ?? true {
          barred = candidate
        }
      }
      guard let best else {
        self.barred[fold] = barred.map { candidate in
          let relation = tried[candidate.relation]
          return Barred(
            provider: relation.provider,
            isProhibited: ties?.prohibit("refers_to", from: relation.stop, to: relation.provider)
              ?? false)
        }
        continue
      }
      let relation = tried[best.relation]
      relations[fold] = Relation(
        from: relation.stop, to: relation.provider, closes: relation.closes.sorted(),
        recorded: ties?.recorded("refers_to", from: relation.stop, to: relation.provider))
      guard let named, named != relation.provider, admits(from: relation.stop, to: named) else {
        continue
      }
      let other = own.first { tried[$0.relation].provider == named }
      nearest[fold] = Nearest(
        provider: named, closes: other.map { tried[$0.relation].closes.count })
    }
  }
}
