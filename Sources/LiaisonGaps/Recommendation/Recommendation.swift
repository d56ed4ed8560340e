public import LiaisonModel

/// The few actions that together close most of what a network lacks against a standard (SEMANTICS §7).
///
/// What is urgent comes first, then what is important, then the notes; of one severity the cells of all
/// findings that are not accepted are weighed. What opens or worsens counts against an action, otherwise than
/// as more people get that far, and so does each hop beyond the third of a way that it opens; a way that is a
/// question then closes nothing, and counts as a note. Only what closes more than it opens, severity 9, 3 or 1 ×
/// cells, is recommended. What an action closes is never estimated: the network is judged again with it, unless it
/// is too large for that.
public struct Recommendation: Sendable {
  /// How actions were chosen.
  public enum Method: Sendable, Hashable {
    /// Every action was tried by itself.
    case each
    /// Every action, and every pair of them, was tried.
    case exact
    /// Every action was tried, with those before it, and every pair of the best of them, as many as given.
    case pairsOfBest(Int)
    /// The network is too large to judge it again for any action: they were ranked by what each is known to close
    /// beyond those before it, as the first steps of the gaps are, and nothing else that they do is told.
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
    /// What it eases: fewer cells than before, for certain.
    public var eased: [Finding]
    /// How many cells fewer those have, together.
    public var easedCells = 0
    /// How many cells fewer each finding that it closes or eases has for certain, by its id.
    var fewer: [String: Int] = [:]
    /// Those that are left with fewer cells as some are a question then, and how many.
    var asked: [(finding: Finding, cells: Int)] = []
    /// What it opens.
    public var opened: [Finding]
    /// What has more cells than before.
    public var worsened: [Finding]
    /// What has more cells than before only as more people get that far.
    public var grown: [Finding] = []
    /// By how much the weight of all findings falls, less the hops beyond the third of the ways that it opens;
    /// by one for each way that was missing and is a question then.
    public var gain: Int
    /// What it does alone, without those before it; nil where the network was not judged again for it.
    var alone: Alone?
    /// The ids of the organizations of which any could take the part that is chosen freely, with the same
    /// findings closed: that of the sender of a relation, and of whoever would set up a service.
    public var alternatives: [String] = []
    /// Whether the ways that it opens stop at its sender.
    var startsAtStop = false

    /// Whether it closes or eases one of some findings, by their ids, or makes a question of it.
    func touches(_ findings: Set<String>) -> Bool {
      (closed + eased + asked.map(\.finding)).contains { findings.contains($0.id) }
    }
  }

  /// What an action does alone.
  struct Alone: Sendable {
    /// The findings that it closes.
    var closed: [Finding]
    /// Those that it closes for certain.
    var settled: [Finding]
    /// The headline figures that it moves.
    var moved: [GapReport.Moved]
  }

  /// The actions, in order.
  public let steps: [Step]
  /// How many actions were considered.
  public let considered: Int
  /// How they were chosen.
  public let method: Method
  /// How many actions were tried for each that is recommended, where not all were: those first that are known to
  /// bear on most; nil where all were.
  public let tried: Int?
  /// The weight of all findings, before.
  public let weight: Int
  /// All actions as a patch, which `what-if` takes.
  public let patch: NetworkPatch
  /// The errors that no single action considered closes for a gain, nor the actions recommended
  /// together, the heaviest first; none where a signer was asked for, or actions were not tried.
  public let unclosed: [UnclosedFinding]

  /// Up to how many rows of pathways a network is judged again with actions.
  static let rowLimit = 60_000
  /// How many relations are recommended into one organization at most.
  static let relationsIntoOne = 2

  /// How many actions are tried at most for each that is recommended: as many as come to 700,000 rows of pathways
  /// judged, at least 8 and at most 120.
  static func triedLimit(rows: Int) -> Int { min(120, max(8, 700_000 / max(1, rows))) }

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
  ///   - own: the ids of findings whose actions come before all others; nil where none do.
  /// - Complexity: O((actions × count + pairs) × judging the network), on all processors; of the actions at most 120
  ///   are tried for each that is recommended, and fewer where a network has more than 5,800 rows of pathways.
  public init(
    for document: NetworkDocument, _ report: GapReport, against standard: Standard, count: Int,
    signer: String? = nil, kinds: [any ExpectationKind] = ExpectationKinds.shipped,
    takesNeutral: Bool = false, first own: Set<String>? = nil
  ) {
    let network = report.pathways.network
    weight = report.findings.reduce(0) { $0 + $1.severity.weight * $1.cells }
    func isSigned(_ action: RecommendedAction) -> Bool {
      guard let signer else { return true }
      return Signing.parties(of: action, in: network).contains {
        network.organizations[$0].id == signer
      }
    }
    if report.isSmallEnoughToTry {
      let candidates = ActionCandidates(report, standard, takesNeutral: takesNeutral)
      let actions = candidates.ordered(candidates.actions.filter(isSigned))
      let trial = ActionTrial(document, report, standard, kinds)
      let limit = Self.triedLimit(rows: report.rowCount)
      let isFirst = { (action: RecommendedAction) in
        own.map { candidates.bears(action, onAnyOf: $0) } ?? true
      }
      let firsts = actions.filter(isFirst)
      let choice = ActionChoice(of: firsts, candidates, trial, count: count, limit: limit)
      var chosen = choice.chosen
      var alone = Array(zip(firsts, choice.alone))
      if own != nil, chosen.count < count {
        let others = actions.filter { !isFirst($0) }
        let more = ActionChoice(
          of: others, candidates, trial, count: count - chosen.count, limit: limit)
        alone += zip(others, more.alone)
        for action in more.chosen where Self.isAllowed(chosen + [action]) { chosen.append(action) }
      }
      considered = actions.count
      method = choice.method
      tried = choice.limit
      let outcomes = alone
      steps = trial.steps(chosen).map { step in
        var step = step
        let load = { (id: String) in
          network.organization(id).map { report.pathways.arcs.incoming[$0].count } ?? 0
        }
        // Those first to whom most refer.
        step.alternatives = Self.alternatives(
          to: step.action, outcomes, trial.untouched
        )
        .enumerated().sorted {
          (load($1.element), $0.offset) < (load($0.element), $1.offset)
        }.map(\.element)
        step.startsAtStop = candidates.startsAtStop(step.action)
        return step
      }
      unclosed =
        signer == nil && tried == nil
        ? UnclosedFinding.all(report, outcomes, before: weight, steps) : []
    } else {
      let next = NextSteps(
        of: report, count: count, takesNeutral: takesNeutral, suggests: false, where: isSigned)
      considered = next.considered
      method = .ranked
      tried = nil
      let known = next.steps.compactMap(Self.step)
      steps =
        own.map { own in known.filter { $0.touches(own) } + known.filter { !$0.touches(own) } }
        ?? known
      unclosed = []
    }
    patch = ActionTrial.patch(steps.map(\.action), in: network)
  }

  /// A step of which is told what it is known to close; nil where it is no single action.
  private static func step(_ known: NextSteps.Step) -> Step? {
    guard let action = known.action else { return nil }
    var step = Step(
      action: action, closed: known.closes,
      unsettled: known.closes.filter { known.unsettled.contains($0.id) },
      eased: known.eases.map(\.finding), opened: [], worsened: [], gain: 0)
    for finding in step.settled { step.fewer[finding.id] = finding.cells }
    for (finding, cells) in known.eases { step.fewer[finding.id] = cells }
    step.easedCells = known.eases.reduce(0) { $0 + $1.cells }
    let closed = step.settled.reduce(0) { $0 + $1.severity.weight * $1.cells }
    step.gain = known.eases.reduce(closed) { $0 + $1.finding.severity.weight * $1.cells }
    return step
  }

  // MARK: Alternatives

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
    let findings = before.closed(in: first.1)
    if findings.isEmpty { return [] }
    return outcomes.filter { other, outcome in
      other != own.open && outcome.weight <= first.1.weight
        && before.closed(in: outcome) == findings
    }.map(\.0)
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
