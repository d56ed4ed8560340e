import LiaisonModel

/// Chooses the few actions that together close most, by judging the network again with them.
///
/// Actions are added one at a time, each the one that leaves least with those before it. As some close only together
/// what neither closes alone, pairs are tried too: where the best of them leaves less than the first two, others are
/// added to it as well, and of both sets the one that leaves less is taken. So the result is never worse than one
/// action at a time.
///
/// Where there are more actions than may be tried each time, those are that promise most: by what they did when
/// they were tried last; before that, by the cells left of the findings that they bear on.
struct ActionChoice {
  /// Those chosen, in order: each leaves least of those that are left, with those before it.
  private(set) var chosen: [RecommendedAction] = []
  /// How they were chosen.
  private(set) var method = Recommendation.Method.each
  /// What each action comes to alone; nil where it was not tried, or the network would not hold together.
  private(set) var alone: [ActionTrial.Outcome?] = []

  /// How many actions are tried each time; nil where all are.
  let limit: Int?

  private let actions: [RecommendedAction]
  private let candidates: ActionCandidates
  private let trial: ActionTrial
  private let before: ActionTrial.Outcome
  /// What sets of actions come to, by their positions.
  private var known: [Set<Int>: ActionTrial.Outcome?] = [:]
  /// By how much each action lowered the weight when it was tried last.
  private var gains: [Int: FindingWeight] = [:]

  /// Actions, in the order in which they are taken, and what the network comes to with them.
  private struct Chain {
    var actions: [Int]
    var outcome: ActionTrial.Outcome
  }

  /// How many of the best actions are tried in pairs.
  private static let pairLimit = 8

  /// - Parameter limit: how many actions may be tried each time, and how many pairs.
  /// - Complexity: O(min(actions, limit) × count + pairs) judgements of the network, on all processors.
  init(
    of actions: [RecommendedAction], _ candidates: ActionCandidates, _ trial: ActionTrial,
    count: Int, limit: Int = .max
  ) {
    self.limit = actions.count > limit ? limit : nil
    self.actions = actions
    self.candidates = candidates
    self.trial = trial
    before = trial.untouched
    guard count > 0 else {
      alone = Array(repeating: nil, count: actions.count)
      return
    }
    let first = promising(Array(actions.indices), after: Chain(actions: [], outcome: before))
    _ = outcomes(first.map { [$0] })
    alone = actions.indices.map { known[[$0]] ?? nil }
    let greedy = grown(Chain(actions: [], outcome: before), to: count)
    var best = greedy
    if count > 1, let pair = bestPair(count),
      pair.outcome.weight < outcome(Array(greedy.actions.prefix(2))).weight
    {
      let other = grown(pair, to: count)
      if other.outcome.weight < greedy.outcome.weight { best = ordered(other) }
    }
    chosen = best.actions.map { actions[$0] }
  }

  /// What sets of actions come to; each is judged once.
  private mutating func outcomes(_ sets: [[Int]]) -> [ActionTrial.Outcome?] {
    let new = sets.filter { known[Set($0)] == nil }
    for (set, outcome) in zip(new, trial.outcomes(new.map { $0.map { actions[$0] } })) {
      known.updateValue(outcome, forKey: Set(set))
    }
    return sets.map { known[Set($0)] ?? nil }
  }

  /// What a set comes to that was judged, or none.
  private func outcome(_ set: [Int]) -> ActionTrial.Outcome { (known[Set(set)] ?? nil) ?? before }

  /// Whether a service would be set up for what it is needed for: the finding for whose sake it is has to ease by
  /// it; what else it does, the referral that comes with it could do by itself.
  private func serves(
    _ action: Int, _ with: ActionTrial.Outcome, without: ActionTrial.Outcome
  ) -> Bool {
    guard let purposes = candidates.purposes[actions[action]] else { return true }
    return purposes.contains { (with.left[$0] ?? 0) < (without.left[$0] ?? 0) }
  }

  private func isAllowed(_ set: [Int]) -> Bool {
    Recommendation.isAllowed(set.map { actions[$0] })
  }

  // MARK: One at a time

  /// Adds actions while one leaves less and lowers the whole weight.
  private mutating func grown(_ chain: Chain, to count: Int) -> Chain {
    var chain = chain
    while chain.actions.count < count {
      let open = actions.indices.filter {
        !chain.actions.contains($0) && isAllowed(chain.actions + [$0])
      }
      guard let next = next(of: promising(open, after: chain), after: chain) else { break }
      chain = next
    }
    return chain
  }

  /// Those that promise most, where there are more than may be tried; in their order.
  private func promising(_ open: [Int], after chain: Chain) -> [Int] {
    guard let limit, open.count > limit else { return open }
    let promises = open.map { action in
      (
        action: action,
        weight: gains[action] ?? candidates.bearing(of: actions[action], left: chain.outcome.left)
      )
    }
    return promises.sorted { left, right in
      left.weight == right.weight ? left.action < right.action : right.weight < left.weight
    }.prefix(limit).map(\.action).sorted()
  }

  /// Adds the action that leaves least, the first of equals; nil where none leaves less.
  private mutating func next(of open: [Int], after chain: Chain) -> Chain? {
    var best: Chain?
    for (action, outcome) in zip(open, outcomes(open.map { chain.actions + [$0] })) {
      guard let outcome else { continue }
      gains[action] = chain.outcome.weight - outcome.weight
      guard outcome.weight < (best ?? chain).outcome.weight,
        outcome.weight.sum < chain.outcome.weight.sum,
        serves(action, outcome, without: chain.outcome)
      else { continue }
      best = Chain(actions: chain.actions + [action], outcome: outcome)
    }
    return best
  }

  /// The same actions, each time the one that leaves least of those that are left; as they are where one would not
  /// lower the whole weight at its place.
  private mutating func ordered(_ chain: Chain) -> Chain {
    var sorted = Chain(actions: [], outcome: before)
    while sorted.actions.count < chain.actions.count {
      let rest = chain.actions.filter { !sorted.actions.contains($0) }.sorted()
      guard let next = next(of: rest, after: sorted) else { return chain }
      sorted = next
    }
    return sorted
  }

  // MARK: Pairs

  /// The pair that leaves least of those tried, the one first that leaves less by itself; nil where none lowers the
  /// whole weight by both.
  ///
  /// - Parameter count: how many actions are asked for.
  private mutating func bestPair(_ count: Int) -> Chain? {
    let weights = alone.map { $0?.weight ?? before.weight }
    let gaining = actions.indices.filter {
      weights[$0] < before.weight && weights[$0].sum < before.weight.sum
    }.sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] < weights[$1] }
    // Of those that close the same findings the best: more of one kind leave no room for others.
    var seen: Set<Set<String>> = []
    let distinct =
      gaining.count > Self.pairLimit
      ? gaining.filter { seen.insert(before.closed(in: alone[$0])).inserted } : gaining
    let joint = actions.indices.filter {
      alone[$0] != nil && candidates.joint.contains(actions[$0])
    }
    // The best, and those that close something only together, as far as their pairs may be tried.
    var size = 2 * Self.pairLimit
    if let limit {
      while size > 2, size * (size - 1) / 2 > limit { size -= 1 }
    }
    let best = Array(distinct.prefix(Self.pairLimit))
    let others = joint.filter { !best.contains($0) }.prefix(Self.pairLimit)
    let pool = (best + others).prefix(size).sorted()
    if pool.count > 1 {
      method =
        pool.count == actions.count && count == 2 ? .exact : .pairsOfBest(pool.count)
    }
    var pairs: [[Int]] = []
    for (position, one) in pool.enumerated() {
      for other in pool.dropFirst(position + 1) where isAllowed([one, other]) {
        pairs.append(weights[one] <= weights[other] ? [one, other] : [other, one])
      }
    }
    var found: Chain?
    for (pair, outcome) in zip(pairs, outcomes(pairs)) {
      guard let outcome, outcome.weight < found?.outcome.weight ?? before.weight,
        weights[pair[0]].sum < before.weight.sum, outcome.weight.sum < weights[pair[0]].sum,
        serves(pair[0], outcome, without: alone[pair[1]] ?? before),
        serves(pair[1], outcome, without: alone[pair[0]] ?? before)
      else { continue }
      found = Chain(actions: pair, outcome: outcome)
    }
    return found
  }
}

extension ActionTrial.Outcome {
  /// The ids of the findings that are there before and not in an outcome.
  func closed(in outcome: ActionTrial.Outcome?) -> Set<String> {
    outcome.map { Set(left.keys).subtracting($0.left.keys) } ?? []
  }
}
