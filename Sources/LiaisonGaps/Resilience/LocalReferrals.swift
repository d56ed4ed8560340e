import LiaisonModel

/// What people of one area may reach by referrals that say yes or unknown: the organizations, the
/// arcs between them, and the entry points, numbered anew so that a search walks nothing else.
struct LocalReferrals {
  /// An entry point: its place, and the profiles that it may take in.
  struct Entry {
    var place: Int
    var profile: Int
  }

  /// A way into a service of a type: by an arc, or none where its organization provides it itself.
  struct End {
    /// The service.
    var service: Int
    /// The place of the organization it starts from; nil where nobody reaches the service itself.
    var from: Int?
    var profile: Int
    /// Whether it is the service itself, without a step to it.
    var isOwn: Bool
  }

  let area: Int
  /// The organizations that may be reached, by place.
  let organizations: [Int]
  let entries: [Entry]
  /// The services that relations lead to by name, where people may go on from their organization.
  let servicesOnTheWay: Set<Int>
  private let wordCount: Int
  private let placeOf: [Int: Int]
  /// The arcs into each place: the place they come from, and whom they may pass on.
  private let start: [Int]
  private let sources: [Int]
  private let profiles: [Int]
  /// The service that the relation of an arc leads to, which must be in force; -1 where it names none.
  private let services: [Int]

  /// The possible referrals of an area.
  ///
  /// - Complexity: O(arcs) time.
  init(_ table: PathwayTable, area: Int) {
    self.area = area
    wordCount = table.needs.wordCount
    let arcs = table.arcs
    func isPossible(_ mask: NeedMask) -> Bool {
      mask.cap != .no && arcs.masks.answer(mask.area, area: area) != .no
    }
    var places: [Int: Int] = [:]
    var organizations: [Int] = []
    var entries: [Entry] = []
    func place(_ organization: Int) -> Int {
      if let known = places[organization] { return known }
      places[organization] = organizations.count
      organizations.append(organization)
      return organizations.count - 1
    }
    for entry in arcs.entries where isPossible(entry.mask) {
      entries.append(Entry(place: place(entry.organization), profile: entry.mask.profile))
    }
    var steps: [(source: Int, target: Int, profile: Int, service: Int)] = []
    var head = 0
    while head < organizations.count {
      let source = organizations[head]
      for index in arcs.outgoing[source] {
        let arc = arcs.arcs[index]
        guard isPossible(arc.onward) else { continue }
        steps.append((head, place(arc.hop.target), arc.onward.profile, arc.service ?? -1))
      }
      head += 1
    }
    var start = [Int](repeating: 0, count: organizations.count + 1)
    for step in steps { start[step.target + 1] += 1 }
    for index in organizations.indices { start[index + 1] += start[index] }
    var next = start
    var sources = [Int](repeating: 0, count: steps.count)
    var profiles = sources
    var services = sources
    for step in steps {
      sources[next[step.target]] = step.source
      profiles[next[step.target]] = step.profile
      services[next[step.target]] = step.service
      next[step.target] += 1
    }
    self.organizations = organizations
    self.entries = entries
    self.start = start
    self.sources = sources
    self.profiles = profiles
    self.services = services
    servicesOnTheWay = Set(services).subtracting([-1])
    placeOf = places
  }

  /// The last steps into the services of a type, and these services where people are already.
  func ends(ofService position: Int, _ table: PathwayTable) -> [End] {
    let arcs = table.arcs
    var ends: [End] = []
    for provider in table.providers[position] {
      let organization = table.network.services[provider.service].organization
      func add(_ mask: NeedMask, from: Int?, isOwn: Bool) {
        guard mask.cap != .no, arcs.masks.answer(mask.area, area: area) != .no else { return }
        ends.append(
          End(service: provider.service, from: from, profile: mask.profile, isOwn: isOwn))
      }
      add(provider.mask, from: placeOf[organization], isOwn: true)
      for (arc, mask) in provider.arcs {
        guard let from = placeOf[arcs.arcs[arc].hop.source] else { continue }
        add(mask, from: from, isOwn: false)
      }
    }
    return ends
  }

  /// For each entry point and word, the profiles asked about that have a way.
  ///
  /// - Parameters:
  ///   - ends: the last steps, of ``ends(ofService:_:)``.
  ///   - asked: the profiles asked about.
  ///   - closure: what is closed.
  /// - Complexity: O(arcs of the area × words × longest way) time.
  func ways(
    _ ends: [End], _ asked: [UInt64], _ table: PathwayTable, without closure: Closure? = nil
  ) -> [UInt64] {
    let masks = table.arcs.masks
    var isClosed = [Bool](repeating: false, count: organizations.count)
    for organization in closure?.organizations ?? [] {
      if let place = placeOf[organization] { isClosed[place] = true }
    }
    let stopped = closure?.services ?? []
    let closedOwners = Set(closure?.organizations ?? [])
    var reached = [UInt64](repeating: 0, count: organizations.count * wordCount)
    var own: [Int: [UInt64]] = [:]
    var offered = [UInt64](repeating: 0, count: wordCount)
    var queue: [Int] = []
    var isQueued = [Bool](repeating: false, count: organizations.count)
    for end in ends {
      let owner = table.network.services[end.service].organization
      guard !closedOwners.contains(owner), !stopped.contains(end.service) else { continue }
      for word in 0..<wordCount {
        let bits = masks.possible(end.profile, word) & asked[word]
        if end.isOwn { offered[word] |= bits }
        guard let from = end.from, !isClosed[from] else { continue }
        if end.isOwn {
          own[from, default: [UInt64](repeating: 0, count: wordCount)][word] |= bits
        } else {
          reached[from * wordCount + word] |= bits
        }
      }
      if let from = end.from, !end.isOwn, !isClosed[from], !isQueued[from] {
        isQueued[from] = true
        queue.append(from)
      }
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      isQueued[target] = false
      for index in start[target]..<start[target + 1] {
        let source = sources[index]
        if isClosed[source] || stopped.contains(services[index]) { continue }
        var changed = false
        for word in 0..<wordCount {
          let bits = masks.possible(profiles[index], word) & reached[target * wordCount + word]
          let at = source * wordCount + word
          if reached[at] | bits != reached[at] {
            reached[at] |= bits
            changed = true
          }
        }
        if changed, !isQueued[source] {
          isQueued[source] = true
          queue.append(source)
        }
      }
    }
    var ways = [UInt64](repeating: 0, count: entries.count * wordCount)
    for (position, entry) in entries.enumerated() where !isClosed[entry.place] {
      for word in 0..<wordCount {
        let here = reached[entry.place * wordCount + word] | (own[entry.place]?[word] ?? 0)
        ways[position * wordCount + word] =
          here & offered[word] & masks.possible(entry.profile, word)
      }
    }
    return ways
  }

  /// How many steps a closure's trial takes at most: arcs of the area, for one service type.
  var size: Int { sources.count + entries.count }

  /// The organizations of one way of a profile from any entry point to any provider, that avoids what
  /// is closed; nil where there is none. The fewest steps, then the order of places.
  ///
  /// - Complexity: O(arcs of the area) time.
  func way(
    _ ends: [End], profile: Int, _ table: PathwayTable, without closed: Set<Int>
  ) -> [Int]? {
    let masks = table.arcs.masks
    func admits(_ mask: Int) -> Bool { masks.answer(mask, profile: profile) != .no }
    func isOut(_ place: Int) -> Bool { closed.contains(organizations[place]) }
    let isEntry = entries.reduce(into: Set<Int>()) { places, entry in
      if admits(entry.profile), !isOut(entry.place) { places.insert(entry.place) }
    }
    let open = ends.filter { end in
      admits(end.profile)
        && !closed.contains(table.network.services[end.service].organization)
        && end.from.map { !isOut($0) } ?? false
    }
    // As in the table, somebody must offer the service at all.
    guard
      ends.contains(where: { end in
        end.isOwn && admits(end.profile)
          && !closed.contains(table.network.services[end.service].organization)
      })
    else { return nil }
    for end in open where end.isOwn {
      if let from = end.from, isEntry.contains(from) { return [organizations[from]] }
    }
    var after = [Int?](repeating: nil, count: organizations.count)
    var owner = [Int?](repeating: nil, count: organizations.count)
    var isSeen = [Bool](repeating: false, count: organizations.count)
    var queue: [Int] = []
    for end in open where !end.isOwn {
      guard let from = end.from, !isSeen[from] else { continue }
      isSeen[from] = true
      owner[from] = table.network.services[end.service].organization
      queue.append(from)
    }
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      if isEntry.contains(current) {
        var way = [current]
        while let last = way.last, let next = after[last] { way.append(next) }
        let provider = way.last.flatMap { owner[$0] }
        return way.map { organizations[$0] } + (provider.map { [$0] } ?? [])
      }
      for index in start[current]..<start[current + 1] {
        let source = sources[index]
        guard !isSeen[source], !isOut(source), admits(profiles[index]) else { continue }
        isSeen[source] = true
        after[source] = current
        queue.append(source)
      }
    }
    return nil
  }
}
