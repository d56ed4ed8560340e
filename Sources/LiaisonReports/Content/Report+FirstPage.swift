import LiaisonGaps
import LiaisonModel

/// The one page that is read if nothing else is: what was found, one figure, how sure that is, and
/// what could be decided.
extension Report {
  var firstPage: [ReportBlock] {
    var page: [ReportBlock] = [
      .heading(level: 1, title), .paragraph(scopeLine), .lede(headline),
      .list(fiveSentences.map { ReportItem($0) }, numbered: true),
    ]
    if let figure = figure(firstFigure) { page.append(.figure(figure)) }
    page.append(
      .section(
        .columns,
        [
          .box(
            title: "How sure this is", [.list(confidence.map { ReportItem($0) }, numbered: false)]),
          decisionsBox,
        ]))
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
      Wording.count(counts.organizations, "organization") + ", "
        + Wording.count(counts.referrals, "referral relation") + ", "
        + Wording.count(counts.areas, areaWord(1), areaWord(counts.areas)),
      "compared with: \(Wording.listed(standards))",
    ].joined(separator: " · ")
  }

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

  /// The five findings that matter most; where there are fewer, the questions that decide most.
  ///
  /// Findings that one change would close together count as one; its gravest speaks for it.
  private var fiveSentences: [String] {
    var sentences = requests(of: findings).prefix(5).map { $0.findings[0].sentence }
    // Then one of each kind, then whatever comes next.
    var kinds: Set<[String]> = []
    let rest = findings + questions
    let distinct = rest.filter { kinds.insert([$0.rule, $0.needs?.service?.text ?? ""]).inserted }
    for finding in distinct + rest where sentences.count < 5 {
      if !sentences.contains(finding.sentence) { sentences.append(finding.sentence) }
    }
    return sentences.isEmpty ? [nothingAtAll] : sentences
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

  /// What a decision closes: the point above that it answers, and how much hangs on it.
  func closes(_ request: ReportRequest) -> String {
    let count = request.count
    let cells = request.closes.reduce(0) { $0 + $1.cells }
    // Where some of them are accepted their pathways are not known here.
    let isPathway =
      request.closes.count == count && request.closes.allSatisfy { $0.needs?.service != nil }
    var parts: [String] = []
    if count > 1 { parts.append("\(Wording.inWords(count)) findings") }
    if isPathway, cells > count { parts.append(Wording.count(cells, "pathway")) }
    let point = fiveSentences.firstIndex(of: request.findings[0].sentence).map { "point \($0 + 1)" }
    let head = "Closes " + (point ?? "one finding")
    return parts.isEmpty ? "\(head)." : "\(head): \(parts.joined(separator: ", "))."
  }

  /// How many decisions are asked at most.
  private static let decisionCount = 3

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

  /// The first actions of `recommend`, in its order; where there are fewer than three, then what else the
  /// findings ask for that those do not close.
  private var decisions: [ReportItem] {
    var items = actions.prefix(Self.decisionCount).map { action in
      ReportItem(
        action.action,
        details: [closes(action), action.plan, asked(action)].compactMap(\.self))
    }
    let closed = Set(actions.flatMap(\.step.closed).map(\.id))
    let others = requests(of: findings).filter { request in
      request.isDecision && request.findings.contains { !closed.contains($0.id) }
    }
    items += others.prefix(max(0, Self.decisionCount - items.count)).map { request in
      ReportItem(
        request.text, details: [closes(request), "Asked of: \(deciders(of: request))."])
    }
    return items
  }

  /// What an action does, the point above that it answers, and the first figure that it moves.
  private func closes(_ action: RecommendationWords.Item) -> String {
    let ids = Set(action.step.closed.map(\.id))
    let own = findings.filter { ids.contains($0.id) }.map(\.sentence)
    var text = action.effect
    if let point = fiveSentences.firstIndex(where: own.contains) {
      text += " That is point \(point + 1)."
    }
    if let first = action.moves.first { text += " \(Wording.capitalized(first))." }
    return text
  }

  private func asked(_ action: RecommendationWords.Item) -> String {
    let names = action.parties.compactMap { id in
      network.organization(id).map { network.organizations[$0].nameInSentence }
    }
    return "Asked of: \(Wording.listed(names, limit: 4))."
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
