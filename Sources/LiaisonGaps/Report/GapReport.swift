public import LiaisonModel

/// What gap analysis says about a network: figures, findings by question, questions to ask, and on
/// what all of it rests.
public struct GapReport: Sendable {
  /// The questions that findings answer, in the order in which they are printed.
  public enum Question: String, Sendable, CaseIterable {
    /// Who is missing.
    case missing
    /// What cannot be reached.
    case unreachable
    /// What breaks.
    case fragile
    /// Who works with whom: required and prohibited cooperation, hand-overs, brokers.
    case together
    /// What is agreed and planned: agreements, activities.
    case agreed

    /// The heading: "Who is missing".
    public var title: String {
      switch self {
      case .missing: "Who is missing"
      case .unreachable: "What cannot be reached"
      case .fragile: "What breaks"
      case .together: "Who works with whom"
      case .agreed: "What is agreed and planned"
      }
    }
  }

  /// The findings of one question, the most severe first.
  public struct Section: Sendable {
    /// The question.
    public var question: Question
    /// Whether an expectation of the standard asked it.
    public var isAsked: Bool
    /// Whether one of those could be judged: without, that nothing was found says nothing.
    public var isJudged: Bool
    /// Its findings: the most severe first, then those of most cells, then by rule and key.
    public var findings: [Finding]
  }

  /// The network's title.
  public var title: String
  /// The standard's id.
  public var standard: String
  /// The standard's title.
  public var standardTitle: String
  /// The standard's source.
  public var standardSource: String
  /// The standards that it builds on, the nearest first.
  public var standardBases: [Standard.Base]
  /// The date at which the network was judged.
  public var asOf: CalendarDate
  /// The headline figures.
  public var scorecard: [ScorecardLine]
  /// The findings, by question; each question is there, also without findings.
  public var sections: [Section]
  /// What to ask, ranked by the cells that each answer would decide.
  public var questions: [Finding]
  /// Findings that the network's file accepts: kept, quiet.
  public var accepted: [Finding]
  /// What the network's file accepts, on the day, and is found no more.
  public internal(set) var staleAcceptances: [AcceptedGap]
  /// The expired agreements that pathways rest on.
  public var expired: [ExpiredAgreement]
  /// On what all of this rests.
  public var scope: ScopeBox
  /// How sure it is.
  public var sureness: Sureness
  /// What was observed after the date, and left out.
  public internal(set) var later = LaterKnowledge()
  /// The share of silent organizations above which nobody is ranked.
  public internal(set) var nonResponseLimit = NonResponse.limit
  /// Which findings hold without weak evidence; nil where that was not asked for.
  public var survival: Survival?
  /// The pathways behind it.
  public var pathways: PathwayTable
  /// The expectations that were asked, in the order of the standard.
  var expectations: [Asked]
  /// What is so of everything asked about, fulfilled or not; empty unless asked for.
  public var accounts: [GapAccount]
  /// Whether this is a part of a report, about some topics.
  public internal(set) var isNarrowed = false
  /// The expectations, by id, that a part of a report is about.
  var topics: Set<String> = []

  /// The standard, as it was asked.
  let expected: Standard
  /// What the pathway expectations asked for.
  var asked: PathwayLedger
  /// What the expectations of coverage asked, by their ids.
  var coverageAsked: [(id: String, needs: NeedSelection.Positions)]
  /// What each question about pathways would settle, by the question's id.
  var doubts: [String: Doubt]
  /// The missing pathways that each relation would close which is the best for one of them, by their ids.
  var closedByRelation: [Finding.MissingRelation: [String]]
  /// The position among `asked.folds` of each missing pathway, by its id.
  var placeOfFold: [String: Int]

  /// Why no organization is ranked, in a sentence; nil where they may be.
  public var rankingRefusal: String? { sureness.response.refusal(above: nonResponseLimit) }

  /// The standard by title and id, and those that it builds on.
  public var standardName: String {
    let own = "“\(standardTitle)” (\(standard))"
    let bases = standardBases.map { "“\($0.title)” (\($0.id))" }
    return bases.isEmpty ? own : "\(own), which extends \(Wording.list(bases))"
  }

  /// "Judged on 2025-06-30 against ….", and what of later days is left out.
  public var judged: String {
    ["Judged on \(asOf) against \(standardName).", later.sentence].compactMap(\.self).joined(
      separator: " ")
  }

  /// The findings, accepted ones too, by their ids; of several with one id the first.
  var findingsByID: [String: Finding] {
    Dictionary((findings + accepted).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All findings, in the order of their sections.
  public var findings: [Finding] { sections.flatMap(\.findings) }

  /// Whether a finding is one of people met somewhere who do not reach what they need: what the sentence of
  /// such a finding counts, where it says how many others one relation would close.
  public func isMissingPathway(_ finding: Finding) -> Bool {
    finding.needs?.entry != nil
      && expectations.contains { $0.kind == "pathway" && "\(standard)/\($0.id)" == finding.rule }
  }

  /// Whether a finding tells of rows of the table: of missing pathways, or of services that nobody provides.
  func isOfRows(_ finding: Finding) -> Bool {
    let kind = kind(of: finding)
    return finding.needs?.service != nil && (kind == "pathway" || kind == "coverage")
  }

  /// The kind of the expectation that a finding comes from.
  func kind(of finding: Finding) -> String? {
    expectations.first { "\(standard)/\($0.id)" == finding.rule }?.kind
  }

  /// What the cells of a finding are, in a word or a few: pathways, each an entry point with a need, needs, or
  /// people a month; nil where they are none of these.
  public func unit(of finding: Finding) -> String? {
    switch kind(of: finding) {
    case "pathway", "redundancy", "unconditional", "dependence", "loop": return "pathway"
    // What nobody provides is missed at every entry point where it is asked for.
    case "coverage": return pathways.entries.isEmpty ? "need" : "pathway"
    case "disjoint": return "need"
    case "capacity": return "person a month"
    default: return nil
    }
  }

  /// What one relation would close of the missing pathways: their ids. As many as the sentence of a
  /// finding says whose ``Finding/missing`` it is ("this and three other findings" are four), those
  /// accepted and those asked as questions too; empty for any other relation.
  public func closed(by relation: Finding.MissingRelation) -> [String] {
    closedByRelation[relation] ?? []
  }

  /// The rows that a missing pathway folds, accepted or asked as a question too; none of any other finding.
  func cells(of finding: Finding) -> [PathwayTable.Cell] {
    placeOfFold[finding.id].map { asked.folds[$0].cells } ?? []
  }

  /// Whether a pathway expectation of the standard asks for a row of `pathways`.
  public func isAsked(_ cell: PathwayTable.Cell) -> Bool {
    asked.asks(
      service: cell.service, area: cell.area, profile: cell.profile, pathways.needs)
  }
}

extension GapReport {
  /// The report without the findings and questions whose label is above an audience's.
  public func visible(to audience: TrafficLight) -> GapReport {
    var report = self
    report.keep { $0.tlp <= audience }
    for index in report.accounts.indices {
      report.accounts[index].rows.removeAll { $0.tlp > audience }
    }
    return report
  }

  /// Whether anything that the standard asks for could be judged: something is certain, or missing
  /// whatever the answers to the open questions are.
  public var isAnythingJudged: Bool {
    if scope.judged.isEmpty { return false }
    if questions.isEmpty || scorecard.isEmpty || !findings.isEmpty || !accepted.isEmpty {
      return true
    }
    return scorecard.contains { $0.count > 0 || $0.upper < $0.total }
  }

  /// Takes note of findings made elsewhere, by lint or against another standard: what accepts one of
  /// them is not stale.
  ///
  /// - Parameter ids: their ids.
  public mutating func note(foundElsewhere ids: Set<String>) {
    staleAcceptances.removeAll { ids.contains($0.finding) }
  }

  /// Leaves out the findings and questions that do not fit, accepted and weak ones too.
  mutating func keep(_ fits: (Finding) -> Bool) {
    for index in sections.indices { sections[index].findings.removeAll { !fits($0) } }
    questions.removeAll { !fits($0) }
    accepted.removeAll { !fits($0) }
    survival?.opened.removeAll { !fits($0) }
  }

  /// Makes it a part of a report: what fits, and of what falls without weak evidence that alone.
  mutating func narrow(to fits: (Finding) -> Bool) {
    isNarrowed = true
    staleAcceptances = []
    keep(fits)
    let left = Set((findings + accepted).map(\.id))
    survival?.fallen.formIntersection(left)
  }
}

/// One headline figure: how many of how many, and between which bounds the true count lies.
public struct ScorecardLine: Sendable, Equatable {
  /// The id: `pathways`, `presence`, `coverage`, `resilience`, `feedback`, or a finer one.
  public var id: String
  /// What is counted, in plain words: "pathways reached".
  public var label: String
  /// Of what in particular, where several figures count the same thing: "trade unions and media"; nil where one
  /// alone does.
  public var about: String?
  /// How many are certain.
  public var count: Int
  /// Of how many.
  public var total: Int
  /// How many there may be if everything that is not known turns out well.
  public var upper: Int
  /// A remark: what is not stated, and how often.
  public var note: String?
  /// The needs weighted by the people of their areas; nothing where some area states none.
  public var population = Population()
  /// The service types whose room is counted; empty where it counts something else.
  var services: [Code] = []

  /// Needs, each counted as often as there are people in its area.
  public struct Population: Sendable, Equatable {
    /// Those counted in `count`.
    public var covered = 0
    /// All of them; 0 where some area states no population.
    public var total = 0

    /// None.
    public init() {}
  }

  /// Creates a figure.
  public init(
    id: String, label: String, count: Int, total: Int, upper: Int, note: String? = nil
  ) {
    self.id = id
    self.label = label
    self.count = count
    self.total = total
    self.upper = upper
    self.note = note
  }

  /// What is counted and of what: "sectors present where asked for: trade unions and media". No two figures of
  /// a report have the same.
  public var title: String { about.map { "\(label): \($0)" } ?? label }

  /// Figures of which each says what it is about, where several count the same thing; an expectation that has no
  /// words for it is named by its id.
  static func toldApart(_ lines: [ScorecardLine]) -> [ScorecardLine] {
    var told = lines
    for (index, line) in lines.enumerated() {
      let alike = lines.filter { $0.label == line.label }
      let id = String(line.id.drop { $0 != "/" }.dropFirst())
      if alike.count == 1 {
        told[index].about = nil
      } else if let about = line.about {
        if alike.count(where: { $0.about == about }) > 1 { told[index].about = "\(about) (\(id))" }
      } else {
        told[index].about = id
      }
    }
    return told
  }

  /// The share, rounded to whole percent; nil where fewer than 20 are counted (SEMANTICS §5).
  public var percent: Int? {
    guard total >= 20 else { return nil }
    return (count * 200 + total) / (total * 2)
  }

  /// The share weighted by population, rounded to whole percent; nil where fewer than 20 are counted
  /// or some area states no population.
  public var populationPercent: Int? {
    guard total >= 20, population.total > 0 else { return nil }
    return Int((Double(population.covered) / Double(population.total) * 100).rounded())
  }
}

/// On what a report rests: printed with every result.
public struct ScopeBox: Sendable, Equatable {
  /// The boundary's rule in words; nil where it states none.
  public var boundaryRule: String?
  /// Whether there is a boundary; without one every absence is a question.
  public var hasBoundary: Bool
  /// What is listed completely; nil is everything.
  public var complete: [Code]?
  /// What an unstated scope is taken for, as it is written: `cases: any`.
  public var assume: [String]
  /// How many organizations, services and relations of the referral layer there are.
  public var counts: Counts
  /// How many organizations were asked, and how many of them answered.
  public var asked: Int
  /// How many of those asked answered.
  public var answered: Int
  /// The expectations judged, by id.
  public var judged: [String]
  /// What was not judged, and why, one sentence each.
  public var notJudged: [String] { unjudged.map { "\(Wording.list($0.ids)): \($0.reason)." } }
  /// The expectations not judged, by id, for each reason.
  var unjudged: [Unjudged]

  /// Expectations that one reason keeps from being judged.
  struct Unjudged: Sendable, Equatable {
    var reason: String
    var ids: [String]
  }

  /// Sizes.
  public struct Counts: Sendable, Equatable {
    public var organizations: Int
    public var services: Int
    public var referrals: Int
    public var entryPoints: Int
    public var areas: Int
  }
}
