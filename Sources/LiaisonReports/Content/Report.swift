public import LiaisonGaps
public import LiaisonModel

/// The report that a planner hands on: what a network has, what it lacks against a standard, how sure
/// that is, and what could be decided.
///
/// It says what is missing and never who is to blame; it praises no density; and what is not known
/// it lists as a question, not as a gap.
public struct Report: Sendable {
  /// A network judged against one standard.
  public struct Judged: Sendable {
    /// The standard.
    public var standard: Standard
    /// What came of it.
    public var gaps: GapReport

    /// Creates a pair.
    public init(standard: Standard, gaps: GapReport) {
      self.standard = standard
      self.gaps = gaps
    }
  }

  /// The network.
  public let network: StakeholderNetwork
  /// The standards with what came of them; the first is the main one.
  public let judged: [Judged]
  /// What could be done first against the main standard, in the order of `recommend`; empty where it was not
  /// worked out.
  public let actions: [RecommendationWords.Item]
  /// What to do next against the main standard: the very steps that `gaps` prints; what the others ask for
  /// follows where that is fewer than three.
  let steps: [NextStep]
  /// The findings that the first page tells, numbered from 1; questions where there are fewer.
  private(set) var points: [FindingFold] = []
  /// The figures by the id of their view; those that are not there are left out.
  public let figures: [ReportFigure]
  /// An earlier state to compare the scorecard with; nil where there is none.
  public let earlier: Earlier?
  /// The strictest label of a figure.
  public let figureLabel: TrafficLight
  /// The tool and its version: `liaison 0.1.0`.
  public let tool: String
  /// The date at which the network is judged.
  public let date: CalendarDate

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - network: the network, unredacted.
  ///   - main: the main standard with what came of it.
  ///   - others: further standards.
  ///   - actions: what could be done first, in the order of `recommend`.
  ///   - earlier: an earlier state to compare the scorecard with.
  ///   - figures: the figures, drawn or in words.
  ///   - figureLabel: the strictest label of a figure.
  ///   - tool: the tool and its version.
  public init(
    _ network: StakeholderNetwork, _ main: Judged, others: [Judged] = [],
    actions: [RecommendationWords.Item] = [], since earlier: Earlier? = nil,
    figures: [ReportFigure] = [], figureLabel: TrafficLight = .clear, tool: String
  ) {
    self.network = network.known(on: main.gaps.asOf)
    self.earlier = earlier
    self.actions = actions
    judged = [main] + others
    self.figures = figures
    self.figureLabel = figureLabel
    self.tool = tool
    date = main.gaps.asOf
    steps = Self.steps(of: judged)
    points = firstPoints
  }

  /// The report's blocks, in the order in which planners read them.
  ///
  /// - Complexity: O(network × entry points × service types × areas × groups) for the matrix.
  public func blocks() -> [ReportBlock] {
    [.section(.first, firstPage)] + scopeChapter + scorecardChapter + missingChapter
      + reachChapter + fragileChapter + cooperationChapter + agreementChapter + questionChapter
      + acceptedChapter + methodChapter + wordsChapter
  }

  /// The report's title.
  public var title: String {
    network.header.title.isEmpty ? "Stakeholder network" : network.header.title
  }

  /// With whom the report may be shared: the strictest label of what it shows. Findings are AMBER
  /// unless they say otherwise (DESIGN §7).
  public var label: TrafficLight {
    var strictest = max(network.header.tlp, figureLabel, earlier?.label ?? .clear, .amber)
    for step in steps { strictest = max(strictest, step.label) }
    for finding in findings + questions { strictest = max(strictest, finding.tlp) }
    for place in network.organizations { strictest = max(strictest, place.tlp) }
    for agreement in network.agreements { strictest = max(strictest, agreement.tlp) }
    for relation in network.relations
    where Layer.Name.cooperation.contains(relation) {
      strictest = max(strictest, relation.tlp)
    }
    return strictest
  }

  // MARK: What the chapters share

  /// What was counted over all standards for figures of a kind: `pathways`, `presence`, …
  func counted(_ kind: String) -> (certain: Int, possible: Int, of: Int) {
    var sum = (certain: 0, possible: 0, of: 0)
    for line in judged.flatMap(\.gaps.scorecard) where line.id == kind || line.isPart(of: kind) {
      // The parts of the pathways are counted in their sum.
      if kind == "pathways", line.id != kind { continue }
      sum = (sum.certain + line.count, sum.possible + line.upper, sum.of + line.total)
    }
    return sum
  }

  /// The paragraph where a question has no finding: what was counted, never more.
  func nothingFound(
    in kind: String, all: String, none: String
  ) -> ReportBlock {
    let (certain, possible, whole) = counted(kind)
    if whole == 0 { return .paragraph(none) }
    if certain == whole { return .paragraph(all) }
    if possible < whole {
      return .paragraph(
        "What is not recorded here is a question, and stands under Questions to ask.")
    }
    if certain == 0 {
      return .paragraph(
        "Nothing can be judged here yet: all \(Wording.number(whole)) that the standard asks about hang "
          + "on the questions to ask.")
    }
    return .paragraph(
      "Nothing is found missing; \(Wording.number(possible - certain)) of \(Wording.number(whole)) hang "
        + "on the questions to ask.")
  }

  /// The main standard's report.
  var main: GapReport { judged[0].gaps }

  /// The findings of a question as `gaps` reads them, over all standards; what two standards say in the same
  /// words is said once.
  func folds(_ question: GapReport.Question) -> [FindingFold] {
    distinct(
      judged.flatMap { one in
        one.gaps.sections.filter { $0.question == question }.flatMap {
          one.gaps.folded($0.findings)
        }
      })
  }

  /// All findings as they are read, in the order of their questions.
  var folds: [FindingFold] { distinct(GapReport.Question.allCases.flatMap(folds)) }

  /// The findings of a question, in the words that speak for all that are read as one.
  func findings(_ question: GapReport.Question) -> [Finding] { folds(question).map(\.finding) }

  /// All findings, in the order of their questions.
  var findings: [Finding] { folds.map(\.finding) }

  /// Whether what is read as one is not found without weak evidence, as `gaps` marks it.
  func isWeak(_ fold: FindingFold) -> Bool {
    let ids = Set(fold.parts.map(\.id))
    return judged.contains { !($0.gaps.survival?.fallen ?? []).isDisjoint(with: ids) }
  }

  /// The questions to ask as they are read, over all standards; what a further standard asks in the same
  /// words is asked once.
  var questionFolds: [FindingFold] { Self.questionFolds(judged) }

  private static func questionFolds(_ judged: [Judged]) -> [FindingFold] {
    var said: Set<String> = []
    return judged.flatMap { one -> [FindingFold] in
      let own = one.gaps.folded(one.gaps.questions).filter { !said.contains($0.finding.sentence) }
      said.formUnion(own.map(\.finding.sentence))
      return own
    }
  }

  /// The questions to ask, in the words that speak for all that are read as one.
  var questions: [Finding] { questionFolds.map(\.finding) }

  /// How many questions those are, each counted by itself as `gaps` does.
  var openQuestions: Int { Self.openQuestions(judged) }

  static func openQuestions(_ judged: [Judged]) -> Int {
    questionFolds(judged).reduce(0) { $0 + $1.parts.count }
  }

  private func distinct(_ folds: [FindingFold]) -> [FindingFold] {
    var seen: Set<String> = []
    return folds.filter { seen.insert($0.finding.sentence).inserted }
  }

  /// A figure by its view.
  func figure(_ id: String) -> ReportFigure? { figures.first { $0.id == id } }

  /// The name of an organization, a body or an area by its id; the id where there is none.
  func name(_ id: String) -> String {
    if let index = network.organization(id) { return network.organizations[index].name }
    if let index = network.area(id) { return network.areas[index].name }
    return network.bodies.first { $0.id == id }?.name ?? id
  }

  /// The relations of the referral layer in force at the date.
  var referrals: [Relation] {
    network.relations.filter {
      Layer.Name.referral.contains($0) && $0.validity.answer(on: date) != .no
    }
  }

  /// How many lines of evidence stand below a finding; all are in `findings.json`.
  private static let evidenceLimit = 6

  /// Findings as points of a list: the sentence, then what it rests on and what would close it. A change that
  /// closes several is said once, at the first; what the first page tells is named by its number there.
  func items(_ folds: [FindingFold]) -> [ReportItem] {
    var said: Set<String> = []
    var shown: Set<String> = []
    return folds.map { fold in
      let finding = fold.finding
      let number = number(of: fold)
      var details: [String] = []
      if isWeak(fold) { details.append("It rests on weak evidence: without that it is not found.") }
      // What the sentence says is no further evidence, and what several rest on is said once.
      let evidence = finding.evidence.filter { line in
        let words = (line.hasSuffix(".") ? line.dropLast() : line[...]).dropFirst()
        return words.isEmpty || !finding.sentence.contains(words) && !shown.contains(line)
      }
      shown.formUnion(evidence.prefix(Self.evidenceLimit))
      details += evidence.prefix(Self.evidenceLimit).map(Wording.sentence)
      if evidence.count > Self.evidenceLimit {
        details.append(
          "And \(Wording.number(evidence.count - Self.evidenceLimit)) more, in "
            + "findings.json.")
      }
      // What would close a point of the first page that a decision there closes is said there.
      let isDecided = number != nil && fold.parts.allSatisfy { decision(of: $0.id) != nil }
      if !isDecided, let request = request(of: finding), said.insert(request).inserted {
        details.append(
          finding.kind == .question ? "To do: \(request)" : "What would close it: \(request)")
      }
      if let confidence = finding.confidence {
        details.append("Confidence: \(percent(confidence)).")
      }
      let mark: ReportItem.Mark =
        switch (finding.kind, finding.severity) {
        case (.question, _): .question
        case (_, .error): .error
        case (_, .warning): .warning
        case (_, .info): .info
        }
      let text = number.map {
        Wording.sentence("Point \($0) of the first page: \(matter(finding))")
      }
      return ReportItem(text ?? finding.sentence, details: details, mark: mark)
    }
  }

  /// The number under which the first page tells what is read as one; nil where it does not.
  func number(of fold: FindingFold) -> Int? {
    points.firstIndex { $0.finding.sentence == fold.finding.sentence }.map { $0 + 1 }
  }

  /// What a finding is about, in few words: the organizations that it names; of a way that is missing, or of
  /// what nobody provides, "emergency shelter for men".
  func matter(_ finding: Finding) -> String {
    let places = finding.subjects.filter { $0.kind == .organization }.compactMap {
      network.organization($0.id)
    }
    if let needs = finding.needs, let service = needs.service, needs.entry != nil || places.isEmpty
    {
      let whom =
        needs.groups.isEmpty ? "" : " for \(network.vocabulary.words(forGroups: needs.groups))"
      return network.vocabulary.name(ofService: service) + whom
    }
    var names: [String] = []
    for place in places where !names.contains(network.organizations[place].nameInSentence) {
      names.append(network.organizations[place].nameInSentence)
    }
    return names.isEmpty ? finding.sentence : Wording.listed(names, limit: 3)
  }

  private func percent(_ share: Double) -> String {
    Int(exactly: (min(max(share, 0), 1) * 100).rounded()).map { "\($0) %" } ?? "not stated"
  }
}

extension ScorecardLine {
  /// Whether it is one of the figures of a kind: `presence/presence-unions` of `presence`.
  func isPart(of kind: String) -> Bool { id.hasPrefix("\(kind)/") }
}
