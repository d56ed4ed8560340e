import LiaisonGraph
public import LiaisonModel

/// The few actions that together close most of what a network lacks against a standard (SEMANTICS §7).
///
/// What is urgent comes first, then what is important, then the notes; of one severity the cells of all
/// findings that are not accepted are weighed. What opens or worsens counts against an action, otherwise than
/// as more people get that far, and so does each hop of a way that it opens which is not known or beyond the
/// third. Only what closes more than it opens, severity 9, 3 or 1 × cells, is recommended. What an action
/// closes is never estimated: the network is judged again with it.
public struct Recommendation: Sendable {
  /// How actions were chosen.
  public enum Method: Sendable, Equatable {
    /// Every action was tried by itself.
    case each
    /// Every action, and every pair of them, was tried.
    case exact
    /// Every action was tried and every pair of the best of them, as many as given; the rest were
    /// added one at a time.
    case pairsOfBest(Int)
    /// The network is too large to judge it again for every action: relations were ranked by the missing
    /// pathways that each is known to close, and nothing else that they do is told.
    case ranked
  }

  /// One action, in its place among the others.
  public struct Step: Sendable {
    /// The action.
    public var action: RecommendedAction
    /// What is found no more, beyond those before it, the heaviest first.
    public var closed: [Finding]
    /// Those of them of which it is a question then whether they are closed: the way that opens rests on what
    /// is not known.
    public var unsettled: [Finding] = []
    /// Those that it closes for certain.
    var settled: [Finding] {
      let open = Set(unsettled.map(\.id))
      return closed.filter { !open.contains($0.id) }
    }
    /// What it eases: fewer cells than before.
    public var eased: [Finding]
    /// How many cells fewer those have, together.
    public var easedCells = 0
    /// How many cells fewer each of those has, by its id.
    var fewer: [String: Int] = [:]
    /// What it opens.
    public var opened: [Finding]
    /// What has more cells than before.
    public var worsened: [Finding]
    /// What has more cells than before only as more people get that far.
    public var grown: [Finding] = []
    /// By how much the weight of all findings falls, less the hops not known, and those beyond the third,
    /// of the ways that it opens.
    public var gain: Int
    /// What it does alone, without those before it; nil where the network was not judged again for it.
    var alone: Alone?
    /// The ids of the organizations of which any could take the part that is chosen freely, with the same
    /// findings closed: that of the sender of a relation, and of whoever would set up a service.
    public var alternatives: [String] = []
    /// Whether the ways that it opens stop at its sender.
    var startsAtStop = false
  }

  /// What an action does alone.
  struct Alone: Sendable {
    /// The findings that it closes.
    var closed: [Finding]
    /// The headline figures that it moves.
    var moved: [GapReport.Moved]
  }

  /// The actions, in order.
  public let steps: [Step]
  /// How many actions were considered.
  public let considered: Int
  /// How they were chosen.
  public let method: Method
  /// The weight of all findings, before.
  public let weight: Int
  /// All actions as a patch, which `what-if` takes.
  public let patch: NetworkPatch
  /// The errors that no single action considered closes for a gain, nor the actions recommended
  /// together, the heaviest first; none where a signer was asked for, or actions were not tried.
  public let unclosed: [UnclosedFinding]

  /// Up to how many rows of pathways a network is judged again for every action.
  static let rowLimit = 60_000
  /// How many of the best actions are tried in pairs.
  static let pairLimit = 8
  /// How many relations are recommended into one organization at most.
  static let relationsIntoOne = 2

  /// Recommends.
  ///
  /// - Parameters:
  ///   - document: the network's document.
  ///   - report: the report of its network, judged against the standard.
  ///   - standard: the standard.
  ///   - count: how many actions at most.
  ///   - signer: an organization that must be one of those who sign, by id; nil for any.
  ///   - kinds: the kinds of expectation.
  ///   - takesNeutral: whether relations of cells that the standard calls neutral are considered too.
  /// - Complexity: O((actions × count + pairs) × judging the network), on all processors.
  public init(
    for document: NetworkDocument, _ report: GapReport, against standard: Standard, count: Int,
    signer: String? = nil, kinds: [any ExpectationKind] = ExpectationKinds.shipped,
    takesNeutral: Bool = false
  ) {
    let network = report.pathways.network
    let rows =
      report.pathways.entries.count * report.pathways.needs.areas.count
      * report.pathways.needs.services.count * report.pathways.needs.profileCount
    let candidates = ActionCandidates(
      report, standard, takesNeutral: takesNeutral, areTried: rows <= Self.rowLimit)
    let actions = candidates.ordered(
      signer.map { id in
        candidates.actions.filter { action in
          Signing.parties(of: action, in: network).contains { party in
            network.organizations[party].id == id
          }
        }
      } ?? candidates.actions)
    let trial = ActionTrial(document, report, standard, kinds)
    considered = actions.count
    weight = trial.before.sum
    if rows > Self.rowLimit {
      method = .ranked
      steps = Self.ranked(actions, report, count)
      unclosed = []
    } else {
      let alone = trial.outcomes(actions.map { [$0] })
      let chosen: [RecommendedAction]
      (chosen, method) = Self.tried(actions, alone, candidates, trial, count)
      steps = trial.steps(chosen).map { step in
        var step = step
        let load = { (id: String) in
          network.organization(id).map { report.pathways.arcs.incoming[$0].count } ?? 0
        }
        // Those first to whom most refer.
        step.alternatives = Self.alternatives(to: step.action, zip(actions, alone), trial.untouched)
          .enumerated().sorted {
            (load($1.element), $0.offset) < (load($0.element), $1.offset)
          }.map(\.element)
        step.startsAtStop = candidates.startsAtStop(step.action)
        return step
      }
      unclosed =
        signer == nil
        ? UnclosedFinding.all(report, zip(actions, alone), before: trial.before.sum, steps) : []
    }
    patch = ActionTrial.patch(steps.map(\.action), in: network)
  }

  // MARK: Choosing

  /// Chooses by judging the network again.
  private static func tried(
    _ actions: [RecommendedAction], _ alone: [ActionTrial.Outcome?],
    _ candidates: ActionCandidates, _ trial: ActionTrial, _ count: Int
  ) -> ([RecommendedAction], Method) {
    guard count > 0, !actions.isEmpty else { return ([], .each) }
    let before = trial.untouched
    let weights = alone.map { $0?.weight ?? before.weight }
    var chosen: [RecommendedAction] = []
    var best = before
    var start = before.weight
    // A service is set up for the sake of a finding, which has to ease by it: what else it does, the referral
    // that comes with it could do by itself.
    func serves(_ action: RecommendedAction, _ with: ActionTrial.Outcome, _ without: [String: Int])
      -> Bool
    {
      guard let purposes = candidates.purposes[action] else { return true }
      return purposes.contains { (with.left[$0] ?? 0) < (without[$0] ?? 0) }
    }
    // The first of equals, as sets come in order; none that opens as much as it closes.
    func take(_ set: [RecommendedAction], _ outcome: ActionTrial.Outcome) {
      guard outcome.weight < best.weight, outcome.weight.sum < start.sum else { return }
      best = outcome
      chosen = set
    }
    for (action, outcome) in zip(actions, alone) {
      if let outcome, serves(action, outcome, before.left) { take([action], outcome) }
    }
    var method = Method.each
    if count > 1 {
      let gaining = actions.indices.filter {
        weights[$0] < before.weight && weights[$0].sum < before.weight.sum
      }.sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] < weights[$1] }
      // Of those that close the same findings the best: more of one kind leave no room for others.
      var seen: Set<Set<String>> = []
      let distinct =
        gaining.count > pairLimit
        ? gaining.filter { seen.insert(closed(alone[$0], before)).inserted } : gaining
      let pool = Set(distinct.prefix(pairLimit)).union(
        actions.indices.filter { candidates.joint.contains(actions[$0]) }.prefix(pairLimit)
      ).sorted()
      if pool.count > 1 {
        method = pool.count == actions.count && count == 2 ? .exact : .pairsOfBest(pool.count)
      }
      var pairs: [(first: Int, second: Int)] = []
      for (position, one) in pool.enumerated() {
        for other in pool.dropFirst(position + 1) where isAllowed([actions[one], actions[other]]) {
          // The one that does more by itself comes first.
          pairs.append(weights[one] <= weights[other] ? (one, other) : (other, one))
        }
      }
      let sets = pairs.map { [actions[$0.first], actions[$0.second]] }
      for (pair, outcome) in zip(pairs, trial.outcomes(sets)) {
        guard let outcome,
          serves(actions[pair.first], outcome, (alone[pair.second] ?? before).left),
          serves(actions[pair.second], outcome, (alone[pair.first] ?? before).left)
        else { continue }
        take([actions[pair.first], actions[pair.second]], outcome)
      }
    }
    while chosen.count < count, !chosen.isEmpty {
      let (size, last) = (chosen.count, best.left)
      start = best.weight
      let sets = actions.filter { !chosen.contains($0) }.map { chosen + [$0] }.filter(isAllowed)
      for (set, outcome) in zip(sets, trial.outcomes(sets)) {
        if let outcome, let action = set.last, serves(action, outcome, last) { take(set, outcome) }
      }
      if chosen.count == size { break }
    }
    return (chosen, method)
  }

  /// Who else could take the part of an organization that an action leaves open, with the same findings
  /// closed and no longer ways: another sender of the same relation, or another that would set up the same
  /// service.
  private static func alternatives(
    to action: RecommendedAction,
    _ tried: some Sequence<(RecommendedAction, ActionTrial.Outcome?)>, _ before: ActionTrial.Outcome
  ) -> [String] {
    func part(_ action: RecommendedAction) -> (open: String, rest: RecommendedAction)? {
      switch action {
      case .relation(let from, let to, let kind): (from, .relation(from: "", to: to, kind: kind))
      case .provider(let organization, let type, let groups, let areas, let from):
        (
          organization,
          .provider(organization: "", type: type, groups: groups, areas: areas, from: from)
        )
      default: nil
      }
    }
    guard let own = part(action) else { return [] }
    let outcomes = tried.compactMap { other, outcome in
      outcome.flatMap { outcome in
        part(other).flatMap { $0.rest == own.rest ? ($0.open, outcome) : nil }
      }
    }
    guard let first = outcomes.first(where: { $0.0 == own.open }) else { return [] }
    let findings = closed(first.1, before)
    if findings.isEmpty { return [] }
    return outcomes.filter { other, outcome in
      other != own.open && outcome.weight <= first.1.weight && closed(outcome, before) == findings
    }.map(\.0)
  }

  /// The ids of the findings that are there before and not in an outcome.
  private static func closed(
    _ outcome: ActionTrial.Outcome?, _ before: ActionTrial.Outcome
  ) -> Set<String> {
    outcome.map { Set(before.left.keys).subtracting($0.left.keys) } ?? []
  }

  /// Chooses by the weight of the missing pathways whose best single relation each is, and tells those.
  ///
  /// - Complexity: O(findings + actions log actions).
  static func ranked(
    _ actions: [RecommendedAction], _ report: GapReport, _ count: Int
  ) -> [Step] {
    var closed: [RecommendedAction: [Finding]] = [:]
    for finding in report.findings {
      guard let missing = finding.missing else { continue }
      closed[.relation(from: missing.from, to: missing.to), default: []].append(finding)
    }
    var candidates: [(position: Int, weight: FindingWeight, step: Step)] = []
    for (position, action) in actions.enumerated() {
      guard let findings = closed[action] else { continue }
      var weight = FindingWeight()
      for finding in findings { weight.add(finding, cells: finding.cells) }
      let step = Step(
        action: action, closed: findings, eased: [], opened: [], worsened: [], gain: weight.sum)
      candidates.append((position, weight, step))
    }
    candidates.sort { left, right in
      left.weight == right.weight ? left.position < right.position : left.weight > right.weight
    }
    var chosen: [Step] = []
    for step in candidates.map(\.step)
    where chosen.count < count && isAllowed(chosen.map(\.action) + [step.action]) {
      chosen.append(step)
    }
    return chosen
  }

  /// Whether actions may be taken together: at most two new referrals into one organization, and
  /// nothing is widened or set up twice.
  static func isAllowed(_ actions: [RecommendedAction]) -> Bool {
    var into: [String: Int] = [:]
    var changed: Set<String> = []
    for action in actions {
      switch action {
      case .relation(_, let to, let kind):
        if RecommendedAction.passing.contains(kind) { into[to, default: 0] += 1 }
      case .widerRelation(let key, _):
        if !changed.insert("relation \(key)").inserted { return false }
      case .widerService(let organization, let service, _):
        if !changed.insert("service \(organization)/\(service)").inserted { return false }
      case .ending(let relations, _):
        for key in relations where !changed.insert("relation \(key)").inserted { return false }
      case .renewal(let agreement, _):
        if !changed.insert("agreement \(agreement)").inserted { return false }
      case .provider(let organization, let type, _, _, let from):
        if from != nil { into[organization, default: 0] += 1 }
        if !changed.insert("provider \(organization) \(type)").inserted { return false }
      }
    }
    return into.values.allSatisfy { $0 <= relationsIntoOne }
  }
}
