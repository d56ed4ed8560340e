public import LiaisonModel

/// What judging knows and gathers: expectations read the network and the table of pathways from it,
/// and add findings, questions and figures.
public struct Judgement: Sendable {
  /// The network.
  public let network: StakeholderNetwork
  /// The standard.
  public let standard: Standard
  /// The date.
  public let date: CalendarDate
  /// The pathways, for all service types that the standard or the network names.
  public let table: PathwayTable

  var findings: [GapReport.Question: [Finding]] = [:]
  var questions: [Finding] = []
  var scorecard: [ScorecardLine] = []
  var judged: [String] = []
  var questionsAsked: Set<GapReport.Question> = []
  var pathways = PathwayLedger()
  var doubts = DoubtLedger()
  /// What each question would settle, by the question's id.
  var settled: [String: Doubt] = [:]
  private var explained: Set<PathwayTable.Cell> = []
  var notJudged: [ScopeBox.Unjudged] = []
  var expectations: [GapReport.Asked] = []
  var accounts: [GapAccount] = []
  /// What the expectations of coverage ask, by their ids.
  var coverageAsked: [(id: String, needs: NeedSelection.Positions)] = []
  /// The relations that carry, or may carry, what the standard prohibits.
  var prohibited: Set<Int> = []
  /// What each relation that is the best for a missing pathway would close, by the findings' ids.
  var closedByRelation: [Finding.MissingRelation: [String]] = [:]
  /// The position of the fold of each missing pathway, by its id.
  var placeOfFold: [String: Int] = [:]
  /// How many pathways rest on an agreement, of those asked about so far.
  var carried: [Int: Int] = [:]
  /// The share of silent organizations above which nobody is ranked.
  var nonResponseLimit = NonResponse.limit
  /// Whether accounts are wanted: they cost more than what is found.
  let givesAccounts: Bool
  /// Whether what is found only when all has been judged is told in words.
  let isInWords: Bool

  init(
    _ network: StakeholderNetwork, _ standard: Standard, _ date: CalendarDate, services: [Code],
    givesAccounts: Bool = false, isInWords: Bool = true
  ) {
    self.isInWords = isInWords
    self.givesAccounts = givesAccounts
    self.network = network
    self.standard = standard
    self.date = date
    table = PathwayTable(network, services: services, on: date)
  }

  /// Adds a finding or a question to its place.
  public mutating func add(_ finding: Finding, to question: GapReport.Question) {
    if finding.kind == .question {
      questions.append(finding)
    } else {
      findings[question, default: []].append(finding)
    }
  }

  /// Notes that a finding explains why these cells are not reached; gives those that none explained
  /// before.
  @discardableResult
  mutating func explain(_ cells: [PathwayTable.Cell]) -> [PathwayTable.Cell] {
    cells.filter { explained.insert($0).inserted }
  }

  /// Adds an account, where accounts are wanted; one of a title of its own, unless another has told
  /// it already.
  mutating func tell(_ title: String, _ account: (inout Judgement) -> GapAccount) {
    guard givesAccounts, !accounts.contains(where: { $0.title == title }) else { return }
    let told = account(&self)
    accounts.append(told)
  }

  /// Some sectors in words: "trade unions and media".
  func words(forSectors sectors: [Code]) -> String {
    Wording.list(
      sectors.map { network.vocabulary.plural(of: $0, in: .sectors) }, atMost: 3,
      others: "other sector")
  }

  /// Some service types in words: "hotline advice and emergency shelter".
  func words(forServices services: [Code]) -> String {
    Wording.list(
      services.map { network.vocabulary.name(ofService: $0) }, atMost: 3, others: "other service")
  }

  /// Adds a headline figure.
  public mutating func add(_ line: ScorecardLine) { scorecard.append(line) }

  /// Notes an expectation that was not judged, and why: "no area of level `district` is declared".
  public mutating func note(notJudged expectation: String, because reason: String) {
    if let known = notJudged.firstIndex(where: { $0.reason == reason }) {
      notJudged[known].ids.append(expectation)
    } else {
      notJudged.append(ScopeBox.Unjudged(reason: reason, ids: [expectation]))
    }
  }

  /// The needs that an expectation asks about, which is judged then; nil where the network has none,
  /// which is noted.
  mutating func asked(
    _ selection: NeedSelection, by expectation: Expectation
  ) -> NeedSelection.Positions? {
    let asked = selection.positions(table)
    guard !asked.isEmpty else {
      note(notJudged: expectation.id, because: "the network has no need that it asks about")
      return nil
    }
    judged.append(expectation.id)
    return asked
  }

  /// Whether all rows of the kinds named are listed, so that an absence is a finding and not a
  /// question (SEMANTICS §4).
  public func isComplete(_ kinds: Code...) -> Bool {
    guard let boundary = network.header.boundary else { return false }
    return kinds.allSatisfy { boundary.isComplete($0) }
  }
}
