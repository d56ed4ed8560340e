import LiaisonModel

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
  func text(_ step: NextSteps.Step) -> String {
    guard let action = step.action else {
      let finding = step.closes.first
      return [finding?.suggestion, finding?.sentence].compactMap(\.self).joined(separator: " ")
    }
    return [
      RecommendationWords.sentence(action, report, words), effect(step),
      ActionReasons(report, words).note(on: action),
      Signing(action, in: network, on: report.asOf).sentence(words),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The strictest label of what a step says.
  func label(_ step: NextSteps.Step) -> TrafficLight {
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
    case "agreement":
      return "\(cells) \(finding.cells == 1 ? "has" : "have") no other sure way"
    case "cooperation" where finding.severity == .info: return "the standard calls it desirable"
    case "cooperation", "handover": return "the standard asks for it"
    case "plan": return "the plan needs it"
    default: return ""
    }
  }
}
