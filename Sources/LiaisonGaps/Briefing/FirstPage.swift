import LiaisonModel

/// What is read first of a whole report: a few figures, how sure they are, what to do next, and what is not yet
/// known.
public struct FirstPage: Sendable, Equatable {
  /// The figures that say most: all pathways, the service type of which most are not reached, then others.
  public var figures: [GapBriefing.Figure]
  /// How sure all of it is, in a sentence or two.
  public var confidence: String
  /// What to do next, at most three steps.
  public var steps: [NextStep]
  /// How the steps were found, and where more are.
  public var stepsNote: String
  /// The questions that decide most, each with whom to ask.
  public var questions: [String]
  /// The heading of the questions, with how many are open.
  public var heading: String
  /// Who has not been asked or has not answered, by name; nil where all have answered.
  public var silent: String?
  /// The ids of the figures that stand on it.
  var shown: Set<String>
  /// The strictest label of the steps.
  var label: TrafficLight

  /// How many figures stand on it.
  static let figureCount = 4
  /// How many steps.
  static let stepCount = 3
  /// How many questions, unless all are asked for: more where nothing but asking is to be done.
  static let questionCount = 3
  static let questionCountAlone = 8
  /// How many names of those who have not answered.
  static let nameCount = 12

  /// The first page of a report.
  ///
  /// - Complexity: as `NextSteps`.
  init(_ report: GapReport) {
    let lines = Self.figures(of: report)
    figures = lines.map { GapBriefing.Figure($0, of: report) }
    shown = Set(lines.map(\.id))
    confidence = Self.confidence(report)
    steps = report.nextSteps(Self.stepCount)
    label = steps.map(\.label).reduce(.amber, max)
    if !steps.isEmpty {
      stepsNote =
        "Ranked by what each closes beyond those above; `liaison recommend` has more."
    } else if report.findings.isEmpty, !report.questions.isEmpty {
      stepsNote = "Nothing is found missing so far: ask first what is not yet known."
    } else {
      stepsNote = "Nothing that is found asks for a step."
    }
    let addressees = Addressees(report)
    let folds = report.folded(report.questions)
    let few = steps.isEmpty ? Self.questionCountAlone : Self.questionCount
    // One or two more take no more lines than saying that there are.
    let asked = folds.prefix(folds.count <= few + 2 ? folds.count : few)
    questions = asked.map { fold in
      [GapBriefing.counted(fold), addressees.sentence(fold, withField: false)].filter {
        !$0.isEmpty
      }.joined(
        separator: " ")
    }
    let count = report.questions.count
    let told = asked.reduce(0) { $0 + $1.parts.count }
    heading =
      told == count
      ? GapBriefing.openTitle
      : "\(GapBriefing.openTitle): the first \(Wording.number(told)) of "
        + "\(Wording.counted(count, "question")) (--all)"
    silent = Self.silent(report)
  }

  // MARK: Figures

  /// All pathways, the service type of which most are not reached, providers, single points of failure,
  /// presence, then the others in their order: of these those of which not all is there.
  private static func figures(of report: GapReport) -> [ScorecardLine] {
    let all = report.headlines
    let ways = all.filter { $0.id.hasPrefix("pathways/") }
    let worst = ways.enumerated().max { left, right in
      let (a, b) = (
        left.element.total - left.element.count, right.element.total - right.element.count
      )
      return a == b ? left.offset > right.offset : a < b
    }?.element
    let first = ["coverage", "resilience", "presence"]
    let others = all.filter {
      !$0.id.hasPrefix("pathways") && ($0.count < $0.total || first.contains($0.id))
    }
    let ordered =
      first.compactMap { id in others.first { $0.id == id } }
      + others.filter { !first.contains($0.id) }
    return Array(
      (all.filter { $0.id == "pathways" } + [worst].compactMap(\.self) + ordered)
        .prefix(figureCount))
  }

  // MARK: How sure

  private static func confidence(_ report: GapReport) -> String {
    let sureness = report.sureness
    var parts: [String] = []
    if sureness.response.asked > 0 {
      parts.append(
        "\(Wording.grouped(sureness.response.answered)) of "
          + "\(Wording.counted(sureness.response.asked, "organization")) asked "
          + "\(sureness.response.answered == 1 ? "has" : "have") answered")
    }
    if sureness.reported > 0 {
      parts.append(
        "both sides report \(Wording.grouped(sureness.confirmed)) of "
          + Wording.counted(sureness.reported, "tie"))
    }
    if parts.isEmpty {
      parts.append("the file does not say who was asked, nor which side reports a tie")
    }
    if let survival = report.survival, !survival.weak.relations.isEmpty {
      let all = report.findings.count + report.accepted.count
      if all > 0 {
        parts.append(
          "\(Wording.grouped(all - survival.fallen.count)) of \(Wording.counted(all, "finding")) "
            + "\(all - survival.fallen.count == 1 ? "holds" : "hold") without weak evidence")
      }
    }
    return "How sure: \(Wording.list(parts))."
  }

  // MARK: Who has not answered

  /// Those of whom it is recorded that they did not answer; where it is recorded of some that they were asked,
  /// apart from them those of whom nothing is recorded.
  private static func silent(_ report: GapReport) -> String? {
    let network = report.pathways.network
    guard report.sureness.response.asked > 0 else { return nil }
    var open: (silent: Set<Int>, unasked: Set<Int>) = ([], [])
    for (index, place) in network.organizations.enumerated()
    where place.validity.answer(on: report.asOf) != .no {
      switch place.response {
      case .silent: open.silent.insert(index)
      case .unstated: if place.parent == nil { open.unasked.insert(index) }
      case .answered: break
      }
    }
    func line(_ lead: String, _ organizations: Set<Int>) -> String? {
      if organizations.isEmpty { return nil }
      let names = network.byID(organizations).map {
        Wording.definite(network.organizations[$0].name)
      }
      return "\(lead): \(Wording.list(names, atMost: nameCount))."
    }
    let lines = [
      line("No answer yet", open.silent), line("Not recorded as asked", open.unasked),
    ].compactMap(\.self)
    return lines.isEmpty ? nil : lines.joined(separator: " ")
  }
}
