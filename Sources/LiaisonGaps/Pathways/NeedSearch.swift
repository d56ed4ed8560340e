import LiaisonModel

/// The searches for one need: from every organization to the providers, and from one entry point
/// outwards.
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
  let service: Int
  let area: Int
  let profile: Int
  /// What each arc says where it is not the last one.
  let onward: [Answer]
  /// The last steps that may be taken, by the organization that they start from.
  let last: [Int: [LastStep]]
  /// The cheapest way from each organization to a provider by at least one step; nil where none is.
  let cost: [Cost?]
  /// The greatest confidence among the cheapest ways from each organization; -1 is *not stated*,
  /// and infinity that no relation is on the way.
  let confidence: [Double]

  init(_ table: PathwayTable, service: Int, area: Int, profile: Int) {
    self.table = table
    self.service = service
    self.area = area
    self.profile = profile
    let arcs = table.arcs
    let type = table.needs.services[service]
    let onward = arcs.arcs.map { arc in
      arcs.answer(arcs.onwardMask(arc, for: type), area: area, profile: profile)
    }
    var last: [Int: [LastStep]] = [:]
    for provider in table.providers[service] {
      for (arc, mask) in provider.arcs {
        let answer = arcs.answer(mask, area: area, profile: profile)
        guard answer != .no else { continue }
        last[arcs.arcs[arc].hop.source, default: []].append(
          LastStep(arc: arc, service: provider.service, answer: answer))
      }
    }
    self.onward = onward
    self.last = last
    cost = Self.costs(arcs, onward, last)
    confidence = Self.confidences(arcs, onward, last, cost)
  }

  private static func cost(of answer: Answer, _ arc: ReferralArcs.Arc) -> Cost {
    Cost(unknown: answer == .unknown ? 1 : 0, hops: arc.length)
  }

  /// Label correcting from the providers backwards; costs are never negative.
  private static func costs(
    _ arcs: ReferralArcs, _ onward: [Answer], _ last: [Int: [LastStep]]
  ) -> [Cost?] {
    var costs = [Cost?](repeating: nil, count: arcs.network.organizations.count)
    var queue: [Int] = []
    for organization in last.keys.sorted() {
      for step in last[organization] ?? [] {
        let new = cost(of: step.answer, arcs.arcs[step.arc])
        if costs[organization].map({ new < $0 }) ?? true { costs[organization] = new }
      }
      queue.append(organization)
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let onwardCost = costs[target] else { continue }
      for index in arcs.incoming[target] where onward[index] != .no {
        let arc = arcs.arcs[index]
        let new = cost(of: onward[index], arc) + onwardCost
        if costs[arc.hop.source].map({ new < $0 }) ?? true {
          costs[arc.hop.source] = new
          queue.append(arc.hop.source)
        }
      }
    }
    return costs
  }

  /// The greatest of the least confidences over the cheapest ways.
  private static func confidences(
    _ arcs: ReferralArcs, _ onward: [Answer], _ last: [Int: [LastStep]], _ costs: [Cost?]
  ) -> [Double] {
    var best = [Double](repeating: -.infinity, count: costs.count)
    var queue: [Int] = []
    for organization in last.keys.sorted() {
      for step in last[organization] ?? []
      where cost(of: step.answer, arcs.arcs[step.arc]) == costs[organization] {
        best[organization] = max(best[organization], arcs.confidence(step.arc))
      }
      if best[organization] > -.infinity { queue.append(organization) }
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let onwardCost = costs[target] else { continue }
      for index in arcs.incoming[target] where onward[index] != .no {
        let arc = arcs.arcs[index]
        let source = arc.hop.source
        guard cost(of: onward[index], arc) + onwardCost == costs[source] else { continue }
        let through = min(arcs.confidence(index), best[target])
        if through > best[source] {
          best[source] = through
          queue.append(source)
        }
      }
    }
    return best
  }

  // MARK: The best way

  /// The best way from an entry point: fewest unknown steps, fewest hops, highest confidence, then
  /// ids; nil where none may be taken.
  func path(fromEntry entry: Int) -> Pathway? {
    let organization = table.entries[entry]
    let arcs = table.arcs
    let entryAnswer = arcs.answer(arcs.entries[entry].mask, area: area, profile: profile)
    guard entryAnswer != .no else { return nil }
    let doubt = entryAnswer == .unknown ? 1 : 0
    // An entry that provides the service reaches it in no hop.
    var own: (service: Int, unknown: Int)?
    for provider in table.providers[service]
    where table.network.services[provider.service].organization == organization {
      let answer = arcs.answer(provider.mask, area: area, profile: profile)
      guard answer != .no else { continue }
      let unknown = answer == .unknown ? 1 : 0
      if own.map({ unknown < $0.unknown }) ?? true { own = (provider.service, unknown) }
    }
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
  private func walk(from entry: Int) -> Pathway {
    let arcs = table.arcs
    let least = confidence[entry]
    let steps = stepCounts(least)
    var way = Pathway(
      organizations: [entry], steps: [], answers: [], service: -1, hops: 0, unknownHops: 0,
      confidence: least.isFinite && least >= 0 ? least : nil, expiredAgreements: [])
    var current = entry
    while way.service < 0 {
      guard let count = steps[current], let onwardCost = cost[current] else { break }
      if count == 1 {
        let choices = (last[current] ?? []).filter {
          Self.cost(of: $0.answer, arcs.arcs[$0.arc]) == onwardCost
            && arcs.confidence($0.arc) >= least
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
          guard onward[index] != .no, arcs.confidence(index) >= least, let rest = cost[target],
            steps[target] == count - 1
          else { return false }
          return Self.cost(of: onward[index], arcs.arcs[index]) + rest == onwardCost
        }
        guard let chosen = choices.min(by: { arcs.precedes($0, $1) }) else { break }
        way.take(chosen, onward[chosen], arcs)
        current = arcs.arcs[chosen].hop.target
      }
    }
    return way
  }

  /// The fewest steps from each organization along the cheapest ways whose relations have at least
  /// a confidence.
  private func stepCounts(_ least: Double) -> [Int?] {
    let arcs = table.arcs
    var steps = [Int?](repeating: nil, count: cost.count)
    var queue: [Int] = []
    for organization in last.keys.sorted() {
      let isCheapest = (last[organization] ?? []).contains {
        Self.cost(of: $0.answer, arcs.arcs[$0.arc]) == cost[organization]
          && arcs.confidence($0.arc) >= least
      }
      if isCheapest {
        steps[organization] = 1
        queue.append(organization)
      }
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      guard let rest = cost[target], let count = steps[target] else { continue }
      for index in arcs.incoming[target] where onward[index] != .no {
        let arc = arcs.arcs[index]
        guard steps[arc.hop.source] == nil, arcs.confidence(index) >= least,
          Self.cost(of: onward[index], arc) + rest == cost[arc.hop.source]
        else { continue }
        steps[arc.hop.source] = count + 1
        queue.append(arc.hop.source)
      }
    }
    return steps
  }

  // MARK: Hops alone

  /// The fewest hops from an organization to each one reached over steps that say yes or unknown.
  func hops(from organization: Int) -> [Int?] {
    var distance = [Int?](repeating: nil, count: cost.count)
    distance[organization] = 0
    relax([organization], &distance, table.arcs.outgoing) { $0.hop.target }
    return distance
  }

  /// The fewest hops from each organization to a provider by at least one step.
  func hopsToProvider() -> [Int?] {
    var distance = [Int?](repeating: nil, count: cost.count)
    let sources = last.keys.sorted()
    for source in sources {
      distance[source] = (last[source] ?? []).map { table.arcs.arcs[$0.arc].length }.min()
    }
    relax(sources, &distance, table.arcs.incoming) { $0.hop.source }
    return distance
  }

  private func relax(
    _ start: [Int], _ distance: inout [Int?], _ adjacent: [[Int]],
    next: (ReferralArcs.Arc) -> Int
  ) {
    var queue = start
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      guard let here = distance[current] else { continue }
      for index in adjacent[current] where onward[index] != .no {
        let arc = table.arcs.arcs[index]
        let there = here + arc.length
        if distance[next(arc)].map({ there < $0 }) ?? true {
          distance[next(arc)] = there
          queue.append(next(arc))
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

/// The order of ids, part by part, as UTF-8 bytes.
func idsPrecede(_ left: [String], _ right: [String]) -> Bool {
  for (a, b) in zip(left, right) where !a.utf8.elementsEqual(b.utf8) {
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }
  return left.count < right.count
}
