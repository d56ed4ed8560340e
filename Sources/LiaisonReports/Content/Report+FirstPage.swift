import LiaisonGaps
import LiaisonModel

/// The one page that is read if nothing else is: what was found, one figure, how sure that is, and
/// what could be decided.
extension Report {
  var firstPage: [ReportBlock] {
    var page: [ReportBlock] = [
      .heading(level: 1, title), .paragraph(scopeLine), .lede(headline),
      .list(pointItems, numbered: true),
    ]
    if let figure = figure(firstFigure) { page.append(.figure(figure)) }
    page.append(
      .box(
        title: "How sure this is", [.list(confidence.map { ReportItem($0) }, numbered: false)]))
    page.append(decisionsBox)
    return page
  }

  /// The figure of the first page: the gaps, or who is there where no gap is found.
  var firstFigure: String { findings.isEmpty ? "sectors" : "gaps" }

  /// What is judged, against what, when, and with whom it may be shared.
  private var scopeLine: String {
    let counts = main.scope.counts
    let standards = judged.map(\.standard.title)
    return [
      "As of \(date)",
      Wording.count(counts.organizations, "organization") + "\(unitWords), "
        + Wording.count(counts.referrals, "referral relation") + ", "
        + Wording.count(counts.areas, areaWord(1), areaWord(counts.areas)),
      "compared with: \(Wording.listed(standards))",
    ].joined(separator: " · ")
  }

  /// " (7 of them units of another)".
  private var unitWords: String {
    let units = unitCount
    return units == 0
      ? "" : " (\(Wording.number(units)) of them \(units == 1 ? "a unit" : "units") of another)"
  }

  /// How many of the organizations are units of another.
  var unitCount: Int { network.organizations.count { $0.parent != nil } }

  /// What the leaf areas are called: `district`.
  func areaWord(_ count: Int) -> String {
    let levels = Set(network.areas.filter(\.isLeaf).map(\.level))
    guard levels.count == 1, let level = levels.first ?? nil else {
      return count == 1 ? "area" : "areas"
    }
    let name = network.vocabulary.name(of: level, in: .levels)
    if count == 1 { return name }
    return name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s"
  }

  /// The whole in a sentence.
  private var headline: String {
    if !main.scope.hasBoundary {
      return
        "The data has no boundary, so what is not in it may exist all the same: everything below is "
        + "a question to ask, not a gap."
    }
    guard let ways = main.scorecard.first(where: { $0.id == "pathways" }), ways.total > 0 else {
      if !isJudged { return "Nothing that the standard asks could be judged in this network." }
      return findings.isEmpty
        ? "Of what could be judged, nothing that the standard asks for is found missing."
        : "\(Wording.count(findings.count, "finding")) against the standard."
    }
    let open = ways.upper - ways.count
    let missing = ways.total - ways.upper
    var text =
      "Of \(Wording.number(ways.total)) pathways from a first contact to a service that the standard "
      + "asks for, \(Wording.number(ways.count)) are recorded from end to end"
    if open > 0 { text += ", \(Wording.number(open)) hang on questions not yet answered" }
    text += missing > 0 ? " and \(Wording.number(missing)) are missing." : "."
    return text
  }

  /// The points, in the words of `gaps`; what is said where there is none.
  private var pointItems: [ReportItem] {
    points.isEmpty
      ? [ReportItem(nothingAtAll)]
      : points.map { fold in
        ReportItem(fold.finding.sentence + (isWeak(fold) ? " \(NextStep.weak)" : ""))
      }
  }

  /// Whether anything that a standard asks could be judged.
  private var isJudged: Bool { judged.contains(where: \.gaps.isAnythingJudged) }

  /// What is said where neither a finding nor a question is there: no more than was judged.
  private var nothingAtAll: String {
    if !isJudged {
      return "Nothing could be judged: nothing that the standard asks about is recorded."
    }
    if !main.scope.hasBoundary {
      return
        "No question is open. Whether anything is missing cannot be judged, as the data states "
        + "no boundary."
    }
    if judged.contains(where: { !$0.gaps.scope.notJudged.isEmpty }) {
      return "No gap was found in what could be judged, and no question is open. What could not be "
        + "judged, and why, stands in chapter 1."
    }
    return "No gap was found, and no question is open."
  }

  /// How sure the report is, a sentence a fact.
  var confidence: [String] {
    var lines: [String] = []
    let scope = main.scope
    if scope.asked > 0 {
      lines.append(
        "\(Wording.number(scope.answered)) of \(Wording.count(scope.asked, "organization")) asked \(scope.answered == 1 ? "has" : "have") answered."
      )
    } else {
      lines.append("Whether the organizations were asked is not stated.")
    }
    let relations = referrals
    if !relations.isEmpty {
      let confirmed = relations.count(where: \.isConfirmed)
      let bare = relations.count { $0.evidence.isEmpty && !$0.isKnownOnlyLater }
      var line =
        "Both sides confirm \(Wording.number(confirmed)) of \(Wording.count(relations.count, "referral relation"))"
      line +=
        bare > 0
        ? "; \(Wording.number(bare)) \(bare == 1 ? "rests" : "rest") on no stated evidence." : "."
      lines.append(line)
      let disputed = relations.count(where: \.isDisputed)
      if disputed > 0 {
        lines.append(
          "On \(Wording.count(disputed, "relation")) the sides disagree, so \(disputed == 1 ? "it counts" : "they count") as not known."
        )
      }
    }
    if let later = main.later.sentence { lines.append(later) }
    lines.append(GapReport.openQuestions(openQuestions))
    if let ways = main.scorecard.first(where: { $0.id == "pathways" }), ways.upper > ways.count {
      lines.append(
        "Once they are answered, between \(Wording.number(ways.count)) and \(Wording.number(ways.upper)) of \(Wording.number(ways.total)) pathways are complete."
      )
    }
    if !scope.hasBoundary {
      lines.append(
        "No boundary is stated: `boundary` in the network's header would turn absences into findings."
      )
    }
    return lines
  }

  /// How many decisions are asked at most.
  static let decisionCount = 3

  private var decisionsBox: ReportBlock {
    let decisions = decisions
    switch decisions.count {
    case 0: return .box(title: "What to do first", [firstQuestion])
    case 1: return .box(title: "One decision asked", [.list(decisions, numbered: false)])
    default:
      let count = Wording.capitalized(Wording.inWords(decisions.count))
      return .box(title: "\(count) decisions asked", [.list(decisions, numbered: false)])
    }
  }

  /// The steps of `gaps`, in its order; where `recommend` was asked for, its first actions, then those steps that
  /// close something else.
  private var decisions: [ReportItem] {
    var items = actions.prefix(Self.decisionCount).map { action in
      ReportItem(
        action.action,
        details: [closes(action), action.plan, action.signers].compactMap(\.self))
    }
    for step in openSteps.prefix(max(0, Self.decisionCount - items.count)) {
      let isToldAbove =
        step.signing.isEmpty && points.contains { $0.finding.sentence == step.effect }
      let details = [
        (isToldAbove ? "" : step.effect) + point(of: step.findings),
        step.isWeak ? NextStep.weak : "", step.note, step.signing,
      ]
      items.append(
        ReportItem(
          Wording.sentence(step.action),
          details: details.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }))
    }
    return items
  }

  /// The steps that close something which the actions of `recommend` do not.
  private var openSteps: [NextStep] {
    let closed = Set(actions.flatMap(\.step.closed).map(\.id))
    return actions.isEmpty
      ? steps : steps.filter { step in step.findings.contains { !closed.contains($0) } }
  }

  /// The point above that closing some findings answers: " That is point 2."; of a part of what it tells, that.
  private func point(of findings: [String]) -> String {
    let ids = Set(findings)
    guard let index = points.firstIndex(where: { $0.parts.contains { ids.contains($0.id) } }) else {
      return ""
    }
    let isWhole = points[index].parts.allSatisfy { ids.contains($0.id) }
    return " That is \(isWhole ? "" : "a part of ")point \(index + 1)."
  }

  /// The decision that closes a finding, by its place on the first page; nil where none does.
  func decision(of finding: String) -> Int? {
    let closed = actions.prefix(Self.decisionCount).map { $0.step.closed.map(\.id) }
    let others = openSteps.prefix(max(0, Self.decisionCount - closed.count)).map(\.findings)
    return (closed + others).firstIndex { $0.contains(finding) }
  }

  /// What an action does, the point above that it answers, and the first figure that it moves.
  private func closes(_ action: RecommendationWords.Item) -> String {
    var text = action.effect + point(of: action.step.closed.map(\.id))
    if let first = action.moves.first { text += " \(Wording.capitalized(first))." }
    return text
  }

  /// What to ask first where no decision is asked.
  private var firstQuestion: ReportBlock {
    if let first = questions.first {
      return .list(
        [ReportItem("Ask first: \(first.sentence)")], numbered: false)
    }
    return .paragraph("Nothing waits for a decision.")
  }
}
