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

  /// The findings of a question as they are read, over all standards; what two standards say in the
  /// same words is said once.
  func findings(_ question: GapReport.Question) -> [Finding] {
    distinct(
      judged.flatMap { one in
        one.gaps.sections.filter { $0.question == question }.flatMap {
          one.gaps.folded($0.findings, acrossItems: false).map { fold in
            var finding = fold.finding
            let weak = one.gaps.survival?.fallen ?? []
            if fold.parts.contains(where: { weak.contains($0.id) }) {
              finding.evidence.insert(
                "It rests on weak evidence: without that it is not found.", at: 0)
            }
            return finding
          }
        }
      })
  }

  /// All findings, in the order of their questions.
  var findings: [Finding] { distinct(GapReport.Question.allCases.flatMap(findings)) }

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

  private func distinct(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.sentence).inserted }
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

  /// Findings as points of a list: the sentence, then what it rests on and what would close it. A
  /// change that closes several is said once, at the first.
  func items(_ findings: [Finding]) -> [ReportItem] {
    var said: Set<String> = []
    return findings.map { finding in
      var details = finding.evidence.prefix(Self.evidenceLimit).map(Wording.sentence)
      if finding.evidence.count > Self.evidenceLimit {
        details.append(
          "And \(Wording.number(finding.evidence.count - Self.evidenceLimit)) more, in "
            + "findings.json.")
      }
      if let request = request(of: finding), said.insert(request).inserted {
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
      return ReportItem(finding.sentence, details: details, mark: mark)
    }
  }

  private func percent(_ share: Double) -> String {
    Int(exactly: (min(max(share, 0), 1) * 100).rounded()).map { "\($0) %" } ?? "not stated"
  }
}

extension ScorecardLine {
  /// Whether it is one of the figures of a kind: `presence/presence-unions` of `presence`.
  func isPart(of kind: String) -> Bool { id.hasPrefix("\(kind)/") }
}
