import LiaisonModel

/// What could be done next, read from the findings alone.
///
/// Each step comes from a finding: the relation that closes a missing pathway, a provider where none is
/// recorded, an end to what is prohibited, a second way round a single point of failure, a tie that is asked
/// for, an agreement to renew. What a step closes is counted where the way stops, and the network is not judged
/// again; ``Recommendation`` does that, for more actions than these, and tells what else each does.
///
/// The order is that of ``Recommendation``: what closes most that is urgent, in cells, then what closes most
/// that is important, then most of the notes; of equals the kinds of action in the order of SEMANTICS §7, then
/// ids. What a step before it closes counts for none after it. A finding on which no such action bears stands
/// among them by its own weight, with what it suggests.
struct NextSteps {
  /// One step.
  struct Step {
    /// What to do; nil where a finding suggests something that is no single action.
    var action: RecommendedAction?
    /// The findings that it closes beyond those before it, the heaviest first.
    var closes: [Finding]
    /// The ids of those of them of which it is a question then whether they are closed: the way that opens
    /// rests on what is not known.
    var unsettled: Set<String> = []
    /// Those of which it closes a part, with how many cells.
    var eases: [(finding: Finding, cells: Int)] = []
    /// The ids of the findings that are read as the one that suggests it, where it is no single action.
    var folded: [String] = []
  }

  /// The steps, in order.
  private(set) var steps: [Step] = []
  /// How many actions are known to close something.
  private(set) var considered = 0

  private let report: GapReport
  private let candidates: ActionCandidates

  /// What an action does about findings, by their ids: how many of their cells it closes.
  private typealias Effects = [RecommendedAction: [String: Int]]
  /// The hops beyond the third, and those not known, of the ways that a new provider opens: of two that close
  /// alike, the one to which people are passed on less often, and for certain, is better.
  private var detours: [RecommendedAction: Int] = [:]
  /// The findings, by their ids, of which a service would close some pathways only as far as is known.
  private var unsure: [RecommendedAction: Set<String>] = [:]

  /// - Parameters:
  ///   - count: how many steps at most.
  ///   - takesNeutral: whether relations of cells that the standard calls neutral are taken too.
  ///   - suggests: whether findings on which no action bears are steps too.
  ///   - isAsked: whether an action is to be looked at.
  /// - Complexity: O(findings × actions that bear on each × cells), where entry points × needs are few enough
  ///   for actions to be tried (60,000); else what the report knows already.
  init(
    of report: GapReport, count: Int, takesNeutral: Bool = false, suggests: Bool = true,
    where isAsked: (RecommendedAction) -> Bool = { _ in true }
  ) {
    self.report = report
    let isSmall = report.isSmallEnoughToTry
    candidates = ActionCandidates(
      report, report.expected, takesNeutral: takesNeutral, areTried: isSmall, areStopsKnown: true)
    let findings = report.findings
    let byID = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let effects = effects(on: findings, byID, isSmall: isSmall).filter { isAsked($0.key) }
    considered = effects.count
    var suggestions: [FindingFold] = []
    if suggests {
      let borne = Set(effects.values.flatMap(\.keys))
      suggestions = self.suggestions(of: findings.filter { !borne.contains($0.id) })
    }
    choose(count, from: effects, byID, suggestions)
    if suggests { suggest(count, findings) }
  }

  // MARK: What each action does

  private mutating func effects(
    on findings: [Finding], _ byID: [String: Finding], isSmall: Bool
  ) -> Effects {
    var effects: Effects = [:]
    var reach = isSmall ? ProviderReach(report) : nil
    for finding in findings {
      if let missing = finding.missing {
        guard let action = candidates.action(by: missing) else { continue }
        for id in report.closed(by: missing) {
          if let closed = byID[id] { effects[action, default: [:]][id] = closed.cells }
        }
        continue
      }
      guard let proposals = candidates.proposals[finding.id] else { continue }
      let kind = report.kind(of: finding)
      let isRound = kind == "redundancy" || kind == "disjoint"
      let round = isRound && isSmall ? secondWay(finding) : nil
      for action in proposals {
        let cells: Int
        switch action {
        case .provider, .widerService:
          let effect = reach?.cells(of: finding, closedBy: action)
          cells = effect?.cells ?? 0
          detours[action, default: 0] += effect?.detours ?? 0
          if let effect, effect.certain < effect.cells {
            unsure[action, default: []].insert(finding.id)
          }
        case .relation(let from, let to, _) where isRound:
          let network = report.pathways.network
          guard let from = network.organization(from), let to = network.organization(to) else {
            continue
          }
          cells = round?.cells(from: from, to: to) ?? 0
        default: cells = finding.cells
        }
        if cells > 0 { effects[action, default: [:]][finding.id] = cells }
      }
    }
    return effects
  }

  /// What gives ways round a single point of failure; nil where it has none to give.
  private func secondWay(_ finding: Finding) -> SecondWay? {
    finding.subjects.first?.organization.flatMap { report.pathways.network.organization($0) }.map {
      SecondWay(report, around: $0, of: finding)
    }
  }

  // MARK: Choosing

  private mutating func choose(
    _ count: Int, from effects: Effects, _ byID: [String: Finding], _ suggestions: [FindingFold]
  ) {
    var suggestions = suggestions.map { fold in
      var weight = FindingWeight()
      for finding in fold.parts { weight.add(finding, cells: finding.cells) }
      return (fold: fold, weight: weight)
    }
    let ordered = candidates.ordered(Set(effects.keys))
    var closed: Set<String> = []
    var taken: [RecommendedAction] = []
    while steps.count < count {
      var best: (action: RecommendedAction, weight: FindingWeight)?
      for action in ordered
      where !taken.contains(action) && Recommendation.isAllowed(taken + [action]) {
        var weight = FindingWeight()
        for (id, cells) in effects[action] ?? [:] where !closed.contains(id) {
          if let finding = byID[id] { weight.add(finding, cells: cells) }
        }
        if let detour = detours[action],
          let gravest = Severity.allCases.last(where: { weight[$0] > 0 })
        {
          weight.add(-detour, gravest)
        }
        if weight.sum > 0, best.map({ $0.weight < weight }) ?? true { best = (action, weight) }
      }
      let gravest = suggestions.indices.max { suggestions[$0].weight < suggestions[$1].weight }
      if let gravest, best.map({ $0.weight < suggestions[gravest].weight }) ?? true {
        add(suggestions.remove(at: gravest).fold)
        continue
      }
      guard let best else { return }
      taken.append(best.action)
      var step = Step(action: best.action, closes: [])
      let own = (effects[best.action] ?? [:]).filter { !closed.contains($0.key) }
      for finding in report.findings {
        guard let cells = own[finding.id] else { continue }
        if cells < finding.cells {
          step.eases.append((finding, cells))
        } else {
          step.closes.append(finding)
        }
      }
      step.closes.sort(by: Judgement.heavierFirst)
      step.unsettled = Set(step.closes.filter { isUnsettled($0, by: best.action) }.map(\.id))
      // What is eased counts for no later step either: which of its cells another one would take is not known.
      closed.formUnion(own.keys)
      steps.append(step)
    }
  }

  /// Whether an action closes a finding only as far as is known: one of its ends may not operate; of missing
  /// pathways too, people reach where it starts, or where it leads admits them or passes them on, perhaps.
  ///
  /// - Complexity: that of ``PathwayTable/reach(ofService:)``, and O(rows that the finding folds × arcs).
  private func isUnsettled(_ finding: Finding, by action: RecommendedAction) -> Bool {
    if unsure[action]?.contains(finding.id) ?? false { return true }
    let table = report.pathways
    let network = table.network
    guard let ends = action.ends(in: network) else { return false }
    // Of who may have stopped, nothing new is certain.
    if [ends.from, ends.to].contains(where: {
      network.organizations[$0].validity.answer(on: report.asOf) != .yes
    }) {
      return true
    }
    let cells = report.cells(of: finding)
    guard let first = cells.first else { return false }
    var search = table.search(first)
    let behind = table.reach(ofService: first.service)
    let scope = network.organizations[ends.to].scope
    return cells.contains { cell in
      search.move(service: cell.service, area: cell.area, profile: cell.profile)
      let arrives = table.arcs.arrival(
        entry: cell.entry, area: cell.area, profile: cell.profile)
      let isServed = table.providers(
        service: cell.service, area: cell.area, profile: cell.profile
      ).contains { $0.organization == ends.to && $0.answer == .yes }
      let isPassedOn =
        network.answer(relation: nil, target: scope, to: table.need(of: cell)) == .yes
        && behind.answer(ends.to, cell.area, cell.profile) == .yes
      return arrives != .yes || !(isServed || isPassedOn)
        || !search.reached(from: table.entries[cell.entry], atLeast: .yes).contains {
          $0.organization == ends.from
        }
    }
  }

  /// Adds what findings suggest that no action before closes, the heaviest first.
  private mutating func suggest(_ count: Int, _ findings: [Finding]) {
    guard steps.count < count else { return }
    var done = Set(steps.flatMap { ($0.closes + $0.eases.map(\.finding)).map(\.id) + $0.folded })
    for fold in suggestions(of: findings) {
      if steps.count == count { return }
      guard fold.parts.contains(where: { !done.contains($0.id) }) else { continue }
      done.formUnion(fold.parts.map(\.id))
      add(fold)
    }
  }

  /// Findings that suggest something, as they are read, the heaviest first.
  private func suggestions(of findings: [Finding]) -> [FindingFold] {
    report.folded(findings.sorted(by: Judgement.heavierFirst)).filter { fold in
      // What would close it may be what the standard does not admit, or what is recorded already.
      if let missing = fold.finding.missing, candidates.action(by: missing) == nil { return false }
      return fold.finding.suggestion.map { !$0.isEmpty } ?? false
    }
  }

  private mutating func add(_ fold: FindingFold) {
    steps.append(Step(action: nil, closes: [fold.finding], folded: fold.parts.map(\.id)))
  }
}

extension GapReport {
  /// How many rows of pathways there are: entry points × needs.
  var rowCount: Int {
    pathways.entries.count * pathways.needs.areas.count * pathways.needs.services.count
      * pathways.needs.profileCount
  }

  /// Whether actions can be tried one by one: entry points × needs are few enough.
  var isSmallEnoughToTry: Bool { rowCount <= Recommendation.rowLimit }
}
