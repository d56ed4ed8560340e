import LiaisonModel

/// The searches for one need: from the providers back to those who pass people on to them, and from
/// one entry point outwards.
///
/// Only what people of the need may reach is walked, and one search moves from need to need: in a
/// national network, where few organizations serve an area, a need costs what is near it.
struct NeedSearch {
  /// What a way costs: unknown steps first, then hops.
  struct Cost: Comparable {
    var unknown: Int
    var hops: Int

    static func < (left: Cost, right: Cost) -> Bool {
      left.unknown != right.unknown ? left.unknown < right.unknown : left.hops < right.hops
    }
    static func + (left: Cost, right: Cost) -> Cost {
      Cost(unknown: left.unknown + right.unknown, hops: left.hops + right.hops)
    }
  }

  /// A last step: an arc into a service, with what it says.
  struct LastStep {
    var arc: Int
    var service: Int
    var answer: Answer
  }

  let table: PathwayTable
  private(set) var service: Int
  private(set) var area: Int
  private(set) var profile: Int
  /// The position of the one provider to which ways lead; nil where it is any.
  private(set) var onlyProvider: Int?

  /// The cheapest way from each organization to a provider by at least one step.
  private var cost: Labels<Cost>
  /// The greatest confidence among the cheapest ways from each organization; -1 is *not stated*,
  /// and infinity that no relation is on the way.
  private var confidence: Labels<Double>
  private var hasCosts = false
  /// The fewest steps along the cheapest ways of at least a confidence, for the last one asked about.
  private var steps: Labels<Int>
  private var leastOfSteps: Double?
  /// Hops from an entry point, and hops to a provider.
  var distance: Labels<Int>
  var queue: [Int] = []

  init(_ table: PathwayTable, service: Int, area: Int, profile: Int) {
    self.table = table
    self.service = service
    self.area = area
    self.profile = profile
    let count = table.network.organizations.count
    cost = Labels(count: count)
    confidence = Labels(count: count)
    steps = Labels(count: count)
    distance = Labels(count: count)
  }

  /// Turns to another need.
  ///
  /// - Complexity: O(organizations that the last need reached).
  mutating func move(service: Int, area: Int, profile: Int) {
    if (service, area, profile) == (self.service, self.area, self.profile) { return }
    self.service = service
    self.area = area
    self.profile = profile
    hasCosts = false
    leastOfSteps = nil
  }

  /// Turns to the ways to one provider, by its position among those of the service type; nil is any.
  mutating func restrict(to provider: Int?) {
    if provider == onlyProvider { return }
    onlyProvider = provider
    hasCosts = false
    leastOfSteps = nil
  }

  // MARK: Steps

  /// What an arc says where it is not the last one.
  func onward(_ arc: Int) -> Answer {
    table.arcs.onwardAnswer(arc, service: service, area: area, profile: profile)
  }

  /// The last steps that may be taken from an organization.
  func last(from organization: Int) -> [LastStep] {
    table.offers.steps(service: service, area: area, from: organization).compactMap { lastStep($0) }
  }

  /// The last steps that may be taken, by the organization that they start from.
  func lastSteps() -> [(source: Int, step: LastStep)] {
    table.offers.steps(service: service, area: area).compactMap { step in
      lastStep(step).map { (step.source, $0) }
    }
  }

  private func lastStep(_ step: ServiceOffers.Step) -> LastStep? {
    if let onlyProvider, step.provider != onlyProvider { return nil }
    let answer = step.answer & table.arcs.masks.answer(step.profileMask, profile: profile)
    guard answer != .no else { return nil }
    return LastStep(
      arc: step.arc, service: table.providers[service][step.provider].service, answer: answer)
  }

  private func cost(of answer: Answer, _ arc: Int) -> Cost {
    Cost(unknown: answer == .unknown ? 1 : 0, hops: table.arcs.arcs[arc].length)
  }

  /// Finds the cheapest ways of the need, once.
  private mutating func findCosts() {
    if hasCosts { return }
    hasCosts = true
    let last = lastSteps()
    findCosts(last)
    findConfidences(last)
  }

  /// Label correcting from the providers backwards; costs are never negative.
  private mutating func findCosts(_ last: [(source: Int, step: LastStep)]) {
    let arcs = table.arcs
    cost.removeAll()
    queue.removeAll(keepingCapacity: true)
    for (source, step) in last {
      let new = cost(of: step.answer, step.arc)
      if let known = cost[source] {
        if new < known { cost[source] = new }
      } else {
        cost[source] = new
        queue.append(source)
      }
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let onwardCost = cost[target] else { continue }
      for index in arcs.incoming[target] {
        let answer = onward(index)
        guard answer != .no else { continue }
        let source = arcs.arcs[index].hop.source
        let new = cost(of: answer, index) + onwardCost
        if cost[source].map({ new < $0 }) ?? true {
          cost[source] = new
          queue.append(source)
        }
      }
    }
  }

  /// The greatest of the least confidences over the cheapest ways.
  private mutating func findConfidences(_ last: [(source: Int, step: LastStep)]) {
    let arcs = table.arcs
    confidence.removeAll()
    queue.removeAll(keepingCapacity: true)
    for (source, step) in last where cost(of: step.answer, step.arc) == cost[source] {
      let sure = arcs.confidence(step.arc)
      if let known = confidence[source] {
        confidence[source] = max(known, sure)
      } else {
        confidence[source] = sure
        queue.append(source)
      }
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let onwardCost = cost[target], let sure = confidence[target] else { continue }
      for index in arcs.incoming[target] {
        let answer = onward(index)
        guard answer != .no else { continue }
        let source = arcs.arcs[index].hop.source
        guard cost(of: answer, index) + onwardCost == cost[source] else { continue }
        let through = min(arcs.confidence(index), sure)
        if confidence[source].map({ through > $0 }) ?? true {
          confidence[source] = through
          queue.append(source)
        }
      }
    }
  }

  // MARK: The best way

  /// The best way from an entry point: fewest unknown steps, fewest hops, highest confidence, then
  /// ids; nil where none may be taken.
  ///
  /// - Complexity: O(what leads to the providers of the need).
  mutating func path(fromEntry entry: Int) -> Pathway? {
    let organization = table.entries[entry]
    let arcs = table.arcs
    let entryAnswer = arcs.arrival(entry: entry, area: area, profile: profile)
    guard entryAnswer != .no else { return nil }
    let doubt = entryAnswer == .unknown ? 1 : 0
    // An entry that provides the service reaches it in no hop.
    var own: (service: Int, unknown: Int)?
    for position in table.offers.providers(service: service, of: organization)
    where onlyProvider == nil || onlyProvider == position {
      let provider = table.providers[service][position]
      let answer = arcs.answer(provider.mask, area: area, profile: profile)
      guard answer != .no else { continue }
      let unknown = answer == .unknown ? 1 : 0
      if own.map({ unknown < $0.unknown }) ?? true { own = (provider.service, unknown) }
    }
    findCosts()
    if let own {
      let here = Cost(unknown: own.unknown, hops: 0)
      if cost[organization].map({ here <= $0 }) ?? true {
        return Pathway(
          organizations: [organization], steps: [], answers: [], service: own.service, hops: 0,
          unknownHops: own.unknown + doubt, confidence: nil, expiredAgreements: [])
      }
    }
    guard let total = cost[organization] else { return nil }
    var way = walk(from: organization)
    way.hops = total.hops
    way.unknownHops = total.unknown + doubt
    return way
  }

  /// The lowest ids among the cheapest ways of the greatest confidence.
  private mutating func walk(from entry: Int) -> Pathway {
    let arcs = table.arcs
    let least = confidence[entry] ?? -.infinity
    findSteps(least)
    var way = Pathway(
      organizations: [entry], steps: [], answers: [], service: -1, hops: 0, unknownHops: 0,
      confidence: least.isFinite && least >= 0 ? least : nil, expiredAgreements: [])
    var current = entry
    while way.service < 0 {
      guard let count = steps[current], let onwardCost = cost[current] else { break }
      if count == 1 {
        let choices = last(from: current).filter {
          cost(of: $0.answer, $0.arc) == onwardCost && arcs.confidence($0.arc) >= least
        }
        let chosen = choices.min { left, right in
          arcs.precedes(left.arc, right.arc, service: (left.service, right.service))
        }
        guard let chosen else { break }
        way.take(chosen.arc, chosen.answer, arcs)
        way.service = chosen.service
      } else {
        let choices = arcs.outgoing[current].filter { index in
          let target = arcs.arcs[index].hop.target
          guard arcs.confidence(index) >= least, steps[target] == count - 1,
            let rest = cost[target]
          else { return false }
          let answer = onward(index)
          return answer != .no && cost(of: answer, index) + rest == onwardCost
        }
        guard let chosen = choices.min(by: { arcs.precedes($0, $1) }) else { break }
        way.take(chosen, onward(chosen), arcs)
        current = arcs.arcs[chosen].hop.target
      }
    }
    return way
  }

  /// The fewest steps from each organization along the cheapest ways whose relations have at least
  /// a confidence.
  private mutating func findSteps(_ least: Double) {
    if leastOfSteps == least { return }
    leastOfSteps = least
    let arcs = table.arcs
    steps.removeAll()
    queue.removeAll(keepingCapacity: true)
    for (source, step) in lastSteps()
    where steps[source] == nil && cost(of: step.answer, step.arc) == cost[source]
      && arcs.confidence(step.arc) >= least
    {
      steps[source] = 1
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let rest = cost[target], let count = steps[target] else { continue }
      for index in arcs.incoming[target] where arcs.confidence(index) >= least {
        let source = arcs.arcs[index].hop.source
        guard steps[source] == nil else { continue }
        let answer = onward(index)
        guard answer != .no, cost(of: answer, index) + rest == cost[source] else { continue }
        steps[source] = count + 1
        queue.append(source)
      }
    }
  }

  // MARK: Hops alone

  /// The organizations reached from one over steps that say yes or unknown, or over those alone that say yes,
  /// by index, each with the fewest hops to it.
  mutating func reached(
    from organization: Int, atLeast least: Answer = .unknown
  ) -> [(organization: Int, hops: Int)] {
    distance.removeAll()
    distance[organization] = 0
    queue.removeAll(keepingCapacity: true)
    queue.append(organization)
    relax(backwards: false, least)
    return distance.labelled.sorted().map { ($0, distance[$0] ?? 0) }
  }

  /// The fewest hops from each organization to a provider by at least one step, written into labels.
  mutating func findHopsToProvider(_ hops: inout Labels<Int>) {
    swap(&hops, &distance)
    distance.removeAll()
    queue.removeAll(keepingCapacity: true)
    for (source, step) in lastSteps() {
      let length = table.arcs.arcs[step.arc].length
      if let known = distance[source] {
        if length < known { distance[source] = length }
      } else {
        distance[source] = length
        queue.append(source)
      }
    }
    relax(backwards: true)
    swap(&hops, &distance)
  }

  private mutating func relax(backwards: Bool, _ least: Answer = .unknown) {
    let arcs = table.arcs
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      guard let here = distance[current] else { continue }
      for index in backwards ? arcs.incoming[current] : arcs.outgoing[current] {
        guard onward(index) >= least else { continue }
        let arc = arcs.arcs[index]
        let next = backwards ? arc.hop.source : arc.hop.target
        let there = here + arc.length
        if distance[next].map({ there < $0 }) ?? true {
          distance[next] = there
          queue.append(next)
        }
      }
    }
  }
}

extension Pathway {
  /// Takes a step.
  fileprivate mutating func take(_ index: Int, _ answer: Answer, _ arcs: ReferralArcs) {
    let hop = arcs.arcs[index].hop
    organizations.append(hop.target)
    steps.append(hop)
    answers.append(answer)
    guard let relation = hop.relation, let agreement = arcs.network.relations[relation].agreement,
      let until = arcs.network.agreements[agreement].validity.until, until < arcs.date,
      !expiredAgreements.contains(agreement)
    else { return }
    expiredAgreements.append(agreement)
  }
}

extension ReferralArcs {
  /// The confidence of an arc; -1 is *not stated*, infinity where it is no relation.
  func confidence(_ index: Int) -> Double {
    guard let relation = arcs[index].hop.relation else { return .infinity }
    return relationConfidence[relation]
  }

  /// Whether an arc comes before another of the same source: by the ids of target, service and
  /// relation, as UTF-8 bytes.
  func precedes(_ left: Int, _ right: Int, service: (Int, Int)? = nil) -> Bool {
    func ids(_ index: Int, _ service: Int?) -> [String] {
      let hop = arcs[index].hop
      return [
        network.organizations[hop.target].id, service.map { network.services[$0].id } ?? "",
        hop.relation.map { network.relations[$0].key } ?? "",
      ]
    }
    return idsPrecede(ids(left, service?.0), ids(right, service?.1))
  }
}

extension StakeholderNetwork {
  /// Organizations, by index, in the order of their ids.
  func byID(_ organizations: some Sequence<Int>) -> [Int] {
    organizations.sorted { idsPrecede([self.organizations[$0].id], [self.organizations[$1].id]) }
  }
}

/// The order of ids, part by part, as UTF-8 bytes.
func idsPrecede(_ left: [String], _ right: [String]) -> Bool {
  for (a, b) in zip(left, right) where !a.utf8.elementsEqual(b.utf8) {
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }
  return left.count < right.count
}
