public import LiaisonModel

/// Recommendations in words.
public struct RecommendationWords {
  /// One action in words.
  public struct Item: Sendable {
    /// "Agree a referral from Provincial Police to the Men's Refuge."
    public var action: String
    /// "It closes four findings and eases one."
    public var effect: String
    /// The sentences of what it closes, the heaviest first.
    public var closes: [String]
    /// "To sign: Provincial Police and the Men's Refuge, a referral protocol."
    public var signing: String
    /// The ids of those who sign.
    public var parties: [String]
    /// What is put in words.
    public var step: Recommendation.Step
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
    let names = Wording.list(signing.parties.map { words.organization($0) })
    let paper: String
    if let what = signing.paper {
      paper = "To sign: \(names); \(what)."
    } else {
      paper = "\(Wording.sentence(names)) can decide it alone."
    }
    var effects: [String] = []
    func add(_ verb: String, _ findings: [Finding], _ notes: [String] = []) {
      guard !findings.isEmpty else { return }
      let count = Wording.count(findings.count, "finding", plural: "findings")
      effects.append(
        "\(verb) \(count)\(notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")")
    }
    // The cells tell why it stands where it does; the pathways are what the sentence of each counts.
    var notes = amounts(step.closed, report)
    let pathways = step.closed.count { report.isMissingPathway($0) }
    if pathways > 0, pathways < step.closed.count {
      notes.append(
        "\(Wording.number(pathways)) of the findings "
          + (pathways == 1 ? "is a missing pathway" : "are missing pathways"))
    }
    // What only the actions before would open is nothing that is recorded: it is counted, not told.
    let known = Dictionary(
      (report.findings + report.accepted).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let closed = step.closed.compactMap { known[$0.id] }
    let foreign = step.closed.count - closed.count
    if foreign > 0 {
      notes.append("\(Wording.number(foreign)) of them would come of the actions before it")
    }
    add("closes", step.closed, notes)
    let units = Set(step.eased.map { report.unit(of: $0) })
    add(
      "eases", step.eased,
      units.count == 1
        ? units.first.flatMap { $0 }.map { ["\(Wording.counted(step.easedCells, $0)) fewer"] } ?? []
        : [])
    add("opens", step.opened)
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
    return Item(
      action: sentence(step.action, report, words), effect: effect,
      closes: report.folded(closed).map(\.finding.sentence), signing: paper,
      parties: signing.parties.map { network.organizations[$0].id }, step: step)
  }

  /// "14 pathways", "two needs": what findings hold, each unit by itself.
  private static func amounts(_ findings: [Finding], _ report: GapReport) -> [String] {
    let amounts = ["pathway", "need"].compactMap { unit -> String? in
      let sum = findings.filter { report.unit(of: $0) == unit }.reduce(0) { $0 + $1.cells }
      return sum == 0 ? nil : Wording.counted(sum, unit)
    }
    return amounts.isEmpty ? [] : [Wording.list(amounts)]
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
        + "\(Wording.count(unclosed.finding.cells, "need"))."
    case .prohibited:
      return "What is passed on has to end; nothing that is added does that."
    case .untouched:
      return "No relation, scope, agreement or service that could be proposed bears on it."
    }
  }

  private static func sentence(
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
      guard let relation = network.relations.first(where: { $0.key == key }),
        let from = network.organization(of: relation.from),
        let to = network.organization(of: relation.to)
      else { return key }
      return "Open the referral from \(words.organization(from)) to \(words.organization(to)) to "
        + "\(added(widening)) too."
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
      let referral = from.map { ", and agree a referral to it from \(name($0))" } ?? ""
      return
        "Set up \(words.service(type)) for \(words.groups(groups)) in \(words.areas(positions)) at "
        + "\(name(organization))\(referral)."
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
    let lead = "\(count) \(recommendation.considered == 1 ? "comes" : "come") from the gaps"
    switch recommendation.method {
    case .each: return "\(lead); every one was tried by judging the network again."
    case .exact:
      return "\(lead); every one and every pair was tried by judging the network again."
    case .pairsOfBest(let count):
      return
        "\(lead). Every one was tried by judging the network again, and every pair of the best "
        + "\(Wording.number(count)); the rest were added one at a time."
    case .ranked:
      return
        "\(lead). The network is too large to judge it again for each: relations were ranked by "
        + "the missing pathways that each is known to close, and nothing else that they do is told. "
        + "`what-if` with their patch says what they do together."
    }
  }
}
