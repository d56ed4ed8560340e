public import LiaisonModel

/// Recommendations in words.
public struct RecommendationWords {
  /// One action in words.
  public struct Item: Sendable {
    /// "Agree a referral from Provincial Police to the Men's Refuge."
    public var action: String
    /// "It closes four urgent and three important findings and eases one note."
    public var effect: String
    /// The headline figures that it moves by itself: "pathways reached 1,744 → 1,751 of 1,848".
    public var moves: [String]
    /// Why it stands where it does: "What puts it here: seven pathways in urgent findings."
    public var place: String
    /// Why these organizations, which others could do it as well, and what the plan has for it.
    public var choice: String { (reasons + [plan].compactMap(\.self)).joined(separator: " ") }
    /// Why these organizations, and which others could do it as well, a sentence each.
    var reasons: [String]
    /// What the plan has for it: "The plan has “A place for boys” (pap-2.2): …".
    public var plan: String?
    /// The sentences of what it closes, the heaviest first.
    public var closes: [String]
    /// "To sign: Provincial Police and the Men's Refuge, a referral protocol. It says …."
    public var signing: String
    /// The same without what a new agreement says: "To sign: Provincial Police and the Men's Refuge, a referral
    /// protocol."
    public var signers: String
    /// The ids of those who sign.
    public var parties: [String]
    /// What is put in words.
    public var step: Recommendation.Step

    /// What it does, why it stands where it does, why these organizations, and who signs.
    public var text: String {
      let figures = moves.isEmpty ? "" : "By itself: \(moves.joined(separator: "; "))."
      return [effect, figures, place, choice, signing].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
  }

  /// An error that no single action closes.
  public struct Unclosed: Sendable {
    /// The finding.
    public var finding: Finding
    /// "To set up … would close it, but what opens then weighs as much or more."
    public var reason: String
  }

  /// How many errors that no single action closes are told.
  public static let unclosedLimit = 5

  /// The actions, in order.
  public let items: [Item]
  /// The heaviest errors that no single action closes, at most five.
  public let unclosed: [Unclosed]
  /// How they were chosen.
  public let method: String

  /// The words for the recommendation on a report.
  public init(_ recommendation: Recommendation, on report: GapReport) {
    let words = NeedWords(network: report.pathways.network, needs: report.pathways.needs)
    items = recommendation.steps.map { Self.item($0, report, words) }
    unclosed = recommendation.unclosed.prefix(Self.unclosedLimit).map {
      Unclosed(finding: $0.finding, reason: Self.reason($0, report, words))
    }
    method = Self.method(recommendation)
  }

  static func item(
    _ step: Recommendation.Step, _ report: GapReport, _ words: NeedWords
  ) -> Item {
    let network = report.pathways.network
    let signing = Signing(step.action, in: network, on: report.asOf)
    let paper = [signing.sentence(words), signing.content].compactMap(\.self).joined(separator: " ")
    var effects: [String] = []
    // What only the actions before would open is nothing that is recorded: it is counted, not told.
    let known = report.findingsByID
    let closed = step.closed.compactMap { known[$0.id] }
    if !step.settled.isEmpty {
      let foreign = step.settled.count { known[$0.id] == nil }
      let which = step.settled.count == 1 ? "which" : "\(Wording.number(foreign)) of them"
      let note = foreign > 0 ? " (\(which) would come of the actions before it)" : ""
      effects.append("closes \(graded(step.settled))\(note)")
    }
    if !step.unsettled.isEmpty {
      effects.append(turned(step.unsettled))
    }
    if !step.asked.isEmpty {
      let cells = step.asked.reduce(0) { $0 + $1.cells }
      let units = Set(step.asked.map { report.unit(of: $0.finding) })
      let unit = units.count == 1 ? units.first.flatMap { $0 } ?? "need" : "need"
      effects.append(
        "turns \(Wording.counted(cells, unit)) of \(graded(step.asked.map(\.finding))) into "
          + (cells == 1 ? "a question" : "questions"))
    }
    if !step.eased.isEmpty {
      let units = Set(step.eased.map { report.unit(of: $0) })
      let unit = units.count == 1 ? units.first.flatMap { $0 } : nil
      let note = unit.map { " (\(Wording.counted(step.easedCells, $0)) fewer)" } ?? ""
      effects.append("eases \(graded(step.eased))\(note)")
    }
    if !step.opened.isEmpty { effects.append("opens \(graded(step.opened))") }
    var effect =
      effects.isEmpty
      ? "It makes ways shorter, or surer, that those before it open."
      : "It \(Wording.list(effects))."
    func grow(_ findings: [Finding], _ why: String) {
      guard !findings.isEmpty else { return }
      let those = Wording.count(findings.count, "other finding", plural: "other findings")
      effect += " \(Wording.sentence(those)) \(findings.count == 1 ? "grows" : "grow")\(why)."
    }
    grow(step.worsened, "")
    grow(step.grown, ", as more people get that far")
    if let alone = step.alone {
      if Set(alone.settled.map(\.id)) != Set(step.settled.map(\.id)), !alone.settled.isEmpty {
        effect += " Without those before it, it would close \(graded(alone.settled))."
      }
    }
    let reasons = ActionReasons(report, words)
    return Item(
      action: sentence(step.action, report, words), effect: effect,
      moves: step.alone?.moved.map(figure) ?? [],
      place: place(step, report),
      reasons: reasons.sentences(of: step), plan: reasons.plan(for: step.action),
      closes: report.folded(closed).map(\.finding.sentence), signing: paper,
      signers: signing.sentence(words),
      parties: signing.parties.map { network.organizations[$0].id }, step: step)
  }

  /// "pathways reached 1,744 → 1,751 of 1,848", as a comparison has it.
  private static func figure(_ moved: GapReport.Moved) -> String {
    let (old, new) = (moved.before, moved.after)
    let counts = [old.count, new.count].map(Wording.grouped)
    let total = Wording.grouped(new.total)
    return old.total == new.total
      ? "\(new.label) \(counts[0]) → \(counts[1]) of \(total)"
      : "\(new.label) \(counts[0]) of \(Wording.grouped(old.total)) → \(counts[1]) of \(total)"
  }

  /// "four urgent and three important findings", "one urgent finding and two notes".
  static func graded(_ findings: [Finding]) -> String {
    let notes = findings.filter { $0.severity == .info }
    let graver = findings.filter { $0.severity != .info }
    var parts: [String] = []
    if !graver.isEmpty {
      // The noun goes with the number next to it: "five urgent and one important finding".
      let least = graver.map(\.severity).min()
      let isOne = graver.count { $0.severity == least } == 1
      parts.append("\(Wording.severities(graver)) finding\(isOne ? "" : "s")")
    }
    if !notes.isEmpty { parts.append(Wording.severities(notes)) }
    return Wording.list(parts)
  }

  /// "turns one urgent finding into a question".
  static func turned(_ findings: [Finding]) -> String {
    "turns \(graded(findings)) into \(findings.count == 1 ? "a question" : "questions")"
  }

  /// Why an action stands where it does: how much of the gravest that it closes or eases for certain; where nothing
  /// is certain, which of them are a question then.
  private static func place(_ step: Recommendation.Step, _ report: GapReport) -> String {
    let certain = (step.closed + step.eased).filter { (step.fewer[$0.id] ?? 0) > 0 }
    guard let gravest = certain.map(\.severity).max() else {
      let open = step.unsettled + step.asked.map(\.finding)
      guard let gravest = open.map(\.severity).max() else { return "" }
      return
        "What puts it here: a question in place of \(graded(open.filter { $0.severity == gravest }))."
    }
    let own = certain.filter { $0.severity == gravest }
    var parts = ["pathway", "need", "person a month"].compactMap { unit -> String? in
      let sum = own.filter { report.unit(of: $0) == unit }.reduce(0) {
        $0 + (step.fewer[$1.id] ?? 0)
      }
      return sum == 0 ? nil : Wording.counted(sum, unit)
    }
    let others = own.count { report.unit(of: $0) == nil }
    let graver = gravest == .info ? "note" : "\(gravest.word) finding"
    let all = Wording.count(own.count, graver)
    if parts.isEmpty { return "What puts it here: \(all)." }
    if others > 0 { parts.append(Wording.count(others, "tie")) }
    return "What puts it here: \(Wording.list(parts)) in \(all)."
  }

  private static func reason(
    _ unclosed: UnclosedFinding, _ report: GapReport, _ words: NeedWords
  ) -> String {
    func quoted(_ action: RecommendedAction) -> String {
      "“\(sentence(action, report, words).dropLast())”"
    }
    switch unclosed.reason {
    case .outweighed(let action):
      return "\(quoted(action)) would close it, but what then opens or grows weighs as much or "
        + "more."
    case .eased(let action, let left):
      return "\(quoted(action)) does most about it, and leaves \(Wording.grouped(left)) of "
        + "\(Wording.count(unclosed.finding.cells, report.unit(of: unclosed.finding) ?? "need"))."
    case .untouched:
      return "No relation, scope, agreement or service that could be proposed bears on it."
    }
  }

  /// An action in a sentence: "Agree a referral from Provincial Police to the Men's Refuge."
  static func sentence(
    _ action: RecommendedAction, _ report: GapReport, _ words: NeedWords
  ) -> String {
    let network = report.pathways.network
    func name(_ id: String) -> String {
      network.organization(id).map { words.organization($0) } ?? id
    }
    func added(_ widening: RecommendedAction.Widening) -> String {
      let areas = widening.added.compactMap { code in
        network.areas.first { $0.id == code.text }?.name
      }
      let groups = widening.added.filter { report.pathways.needs.groups.contains($0) }
      let cases = widening.added.filter { code in
        report.pathways.needs.caseClasses.contains { $0.contains(code) }
      }
      var text = groups.isEmpty ? "people" : words.groups(groups)
      if !areas.isEmpty { text += " from \(Wording.list(areas))" }
      if !cases.isEmpty { text += " in cases of \(words.caseNames(cases, "or"))" }
      return text
    }
    switch action {
    case .relation(let from, let to, let kind):
      return relation(name(from), name(to), kind, network.vocabulary)
    case .widerRelation(let key, let widening):
      guard let relation = network.relation(key: key),
        let from = network.organization(of: relation.from),
        let to = network.organization(of: relation.to)
      else { return key }
      let ends = "the referral from \(words.organization(from)) to \(words.organization(to))"
      let services = (widening.services ?? []).filter { code in
        !(relation.services ?? []).contains(code)
      }.map { words.service($0) }
      var parts: [String] = []
      if !widening.added.isEmpty { parts.append("open to \(added(widening))") }
      if !services.isEmpty { parts.append("for \(Wording.list(services))") }
      if widening.passesOn { parts.append("for those who are passed on from there") }
      if widening.resumes {
        return "Agree \(ends) again\(parts.isEmpty ? "" : ", \(Wording.list(parts))")."
      }
      return services.isEmpty && !widening.passesOn
        ? "Open \(ends) to \(added(widening)) too."
        : "Agree that \(ends) is \(Wording.list(parts)) too."
    case .widerService(let organization, let id, let widening):
      let type = network.services.first {
        network.organizations[$0.organization].id == organization && $0.id == id
      }?.type
      return "Open the \(type.map { words.service($0) } ?? id) of \(name(organization)) to "
        + "\(added(widening)) too."
    case .renewal(let id, let until):
      let agreement = network.agreements.first { $0.id == id }
      return "Renew “\(agreement?.name ?? id)”, here until \(until)."
    case .provider(let organization, let type, let groups, let areas, let from):
      let positions = report.pathways.needs.areas.indices.filter {
        areas.contains(network.areas[report.pathways.needs.areas[$0]].id)
      }
      let referral = from.map { ", and \(name($0)) could refer to it" } ?? ""
      return Wording.sentence(
        "\(words.service(type)) for \(words.groups(groups)) in \(words.areas(positions)) could be set up at "
          + "\(name(organization))\(referral).")
    case .ending(let keys, let content):
      let ties = network.relations.filter { keys.contains($0.key) }
      let carried = content.filter { code in
        ties.contains { $0.content?.contains { code.covers($0) } ?? false }
      }
      let what = Wording.list(carried.map { network.vocabulary.name(of: $0, in: .content) })
      func pairs(_ ties: [Relation]) -> String {
        Wording.list(
          ties.compactMap { tie in
            network.ends(of: tie).map { ends in
              "\(words.organization(ends.from)) to \(words.organization(ends.to))"
            }
          })
      }
      let (stating, sending) = (
        ties.filter { $0.content != nil }, ties.filter { $0.content == nil }
      )
      let parts =
        (stating.isEmpty ? [] : ["\(what) data pass from \(pairs(stating))"])
        + (sending.isEmpty ? [] : ["people are sent from \(pairs(sending))"])
      return "End that \(Wording.list(parts))."
    }
  }

  /// A new relation between two names.
  private static func relation(
    _ from: String, _ to: String, _ kind: Code, _ vocabulary: Vocabulary
  ) -> String {
    switch kind {
    case "refers_to": "Agree a referral from \(from) to \(to)."
    case "hands_over_to": "Agree how \(from) hands people over to \(to)."
    case "escalates_to": "Agree how \(from) escalates cases to \(to)."
    case "works_with": "Agree that \(from) and \(to) work together."
    default: "Agree that \(from) \(vocabulary.relation(kind)?.term.phrase ?? kind.text) \(to)."
    }
  }

  private static func method(_ recommendation: Recommendation) -> String {
    if recommendation.considered == 0 { return "Nothing was tried." }
    let count = Wording.sentence(Wording.count(recommendation.considered, "action"))
    let lead =
      "What closes most that is urgent stands first, then what closes most that is important, then most of the rest. "
      + "\(count) \(recommendation.considered == 1 ? "comes" : "come") from the gaps"
    if let tried = recommendation.tried {
      var text =
        "\(lead). As the network is large, the \(Wording.number(tried)) that promise most were tried each time "
        + "by judging it again"
      if case .pairsOfBest(let count) = recommendation.method {
        text += ", and every pair of the best \(Wording.number(count))"
      }
      return text + "; another may do more."
    }
    switch recommendation.method {
    case .each: return "\(lead); every one was tried by judging the network again."
    case .exact:
      return "\(lead); every one and every pair was tried by judging the network again."
    case .pairsOfBest(let count):
      return
        "\(lead). Every one was tried by judging the network again, with those before it, and so was every pair "
        + "of the best \(Wording.number(count))."
    case .ranked:
      return
        "\(lead). The network is too large to judge it again for any: they were ranked by the findings "
        + "that each is known to close beyond those before it, as in `gaps`, and nothing else that they do is told. "
        + "`what-if` with their patch says what they do together."
    }
  }
}
