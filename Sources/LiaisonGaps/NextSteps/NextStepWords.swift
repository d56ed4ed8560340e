public import LiaisonModel

/// One thing to do next, in words: every page that tells of it takes it from here.
public struct NextStep: Sendable, Equatable {
  /// "Agree a referral from Provincial Police to the Men's Refuge."
  public var action: String
  /// "It closes four urgent findings: 7 pathways to emergency shelter for men."; the sentence of the finding
  /// where what it suggests is no single action.
  public var effect: String
  /// What is to be known before it is agreed: what is to be asked, and what the plan has for it; often empty.
  public var note: String
  /// "To sign: Provincial Police and the Men's Refuge, a referral protocol."; empty where it is no single action.
  public var signing: String
  /// The ids of the findings that it closes, the heaviest first, then of those of which it closes a part.
  public var findings: [String]
  /// Whether all that it closes rests on weak evidence.
  public var isWeak: Bool
  /// With whom it may be shared.
  public var label: TrafficLight

  /// All of it, in one line.
  public var text: String {
    [action, effect, isWeak ? Self.weak : "", note, signing].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What stands beside what is not found without weak evidence.
  public static let weak = "(Rests on weak evidence.)"
}

extension GapReport {
  /// What could be done next, by what each step closes beyond those before it: what `gaps` prints and a report
  /// asks to be decided.
  ///
  /// - Parameter count: how many steps at most.
  /// - Complexity: O(findings × actions that bear on each × cells).
  public func nextSteps(_ count: Int = 3) -> [NextStep] {
    let words = NextStepWords(self)
    return NextSteps(of: self, count: count).steps.map(words.step)
  }
}

/// Next steps in words.
struct NextStepWords {
  private let report: GapReport
  private let words: NeedWords

  private var network: StakeholderNetwork { words.network }

  init(_ report: GapReport) {
    self.report = report
    words = NeedWords(network: report.pathways.network, needs: report.pathways.needs)
  }

  /// What to do, what it closes, what to know of it before, and who signs what.
  func step(_ step: NextSteps.Step) -> NextStep {
    let ids =
      step.action == nil
      ? step.folded : (step.closes + step.eases.map(\.finding)).map(\.id)
    let weak = report.survival?.fallen ?? []
    var next = NextStep(
      action: "", effect: "", note: "", signing: "", findings: ids,
      isWeak: !ids.isEmpty && ids.allSatisfy { weak.contains($0) }, label: label(step))
    guard let action = step.action else {
      next.action = step.closes.first?.suggestion ?? ""
      next.effect = step.closes.first?.sentence ?? ""
      return next
    }
    next.action = RecommendationWords.sentence(action, report, words)
    next.effect = effect(step)
    next.note = ActionReasons(report, words).note(on: action)
    next.signing = Signing(action, in: network, on: report.asOf).sentence(words)
    return next
  }

  /// The strictest label of what a step says.
  private func label(_ step: NextSteps.Step) -> TrafficLight {
    (step.closes + step.eases.map(\.finding)).map(\.tlp).reduce(
      step.action?.label(in: network) ?? .amber, max)
  }

  // MARK: What it closes

  /// "It closes four urgent findings: 7 pathways to emergency shelter for men."
  private func effect(_ step: NextSteps.Step) -> String {
    var parts: [String] = []
    let settled = step.closes.filter { !step.unsettled.contains($0.id) }
    let open = step.closes.filter { step.unsettled.contains($0.id) }
    if !settled.isEmpty { parts.append("closes \(RecommendationWords.graded(settled))") }
    if !open.isEmpty { parts.append(RecommendationWords.turned(open)) }
    if !step.eases.isEmpty {
      parts.append("eases \(RecommendationWords.graded(step.eases.map(\.finding)))")
    }
    if case .provider = step.action {
      let cells = (step.closes.map(\.cells) + step.eases.map(\.cells)).reduce(0, +)
      return "It \(Wording.list(parts)): \(Wording.counted(cells, "pathway"))."
    }
    let what = reasons(step)
    return "It \(Wording.list(parts))\(what.isEmpty ? "" : ": \(what)")."
  }

  private func reasons(_ step: NextSteps.Step) -> String {
    let all = step.closes.map { (finding: $0, cells: $0.cells) } + step.eases
    var clauses: [String] = []
    func add(_ clause: String) {
      if !clauses.contains(clause) { clauses.append(clause) }
    }
    let ways = all.filter { isWay($0.finding) }
    if !ways.isEmpty { add(pathways(ways)) }
    for (finding, _) in all where !isWay(finding) { add(reason(finding, step.action)) }
    return Wording.list(Array(clauses.filter { !$0.isEmpty }.prefix(2)))
  }

  /// Whether a finding is of pathways to one service that are not there.
  private func isWay(_ finding: Finding) -> Bool {
    finding.needs?.service != nil
      && (report.isMissingPathway(finding) || report.unit(of: finding) == "pathway")
      && !["redundancy", "disjoint", "dependence"].contains(report.kind(of: finding))
  }

  /// "7 pathways to emergency shelter for men".
  private func pathways(_ ways: [(finding: Finding, cells: Int)]) -> String {
    var services: [String] = []
    for (finding, _) in ways {
      guard let service = finding.needs?.service.map({ words.service($0) }),
        !services.contains(service)
      else { continue }
      services.append(service)
    }
    let groups = Set(ways.flatMap { $0.finding.needs?.groups ?? [] })
    let whom = words.groups(words.needs.groups.filter { groups.contains($0) })
    return "\(Wording.counted(ways.reduce(0) { $0 + $1.cells }, "pathway")) to "
      + "\(Wording.list(services, atMost: 3)) for \(whom)"
  }

  /// "52 pathways have no other sure way", of an agreement that has ended or ends soon; empty where none rests on
  /// it alone.
  private func waysOf(_ finding: Finding) -> String {
    let ids = finding.subjects.filter { $0.kind == .agreement }.map(\.id)
    guard ["expired", "expiring"].contains(finding.key.last),
      let agreement = network.agreements.firstIndex(where: { ids.contains($0.id) })
    else { return "" }
    let count = report.asked.lost(from: report.pathways, without: agreement, on: report.asOf)
    if count == 0 { return "" }
    return "\(Wording.counted(count, "pathway")) \(count == 1 ? "has" : "have") no other sure way"
  }

  /// What is so of a finding of another kind, in a clause.
  private func reason(_ finding: Finding, _ action: RecommendedAction?) -> String {
    if case .ending = action { return "the standard prohibits it" }
    let name = finding.subjects.first?.organization.flatMap { network.organization($0) }.map {
      words.organization($0)
    }
    let cells = Wording.counted(finding.cells, "pathway")
    let verb = finding.cells == 1 ? "passes" : "pass"
    switch report.kind(of: finding) {
    case "redundancy":
      let to = finding.needs?.service.map { " to \(words.service($0))" } ?? ""
      return "\(cells)\(to) \(verb) through \(name ?? "one organization") alone"
    case "agreement": return waysOf(finding)
    case "cooperation" where finding.severity == .info: return "the standard calls it desirable"
    case "cooperation", "handover": return "the standard asks for it"
    case "plan": return "the plan needs it"
    default: return ""
    }
  }
}
