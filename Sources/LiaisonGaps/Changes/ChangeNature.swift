public import LiaisonModel

/// Why a finding is there, or has more cells, that was not: whether things are worse, or only more is
/// known, or more is there.
public enum ChangeNature: String, Sendable, CaseIterable {
  /// What held before, or may have held, is there no more: things are worse.
  case lost
  /// It was a question before, and this is the answer.
  case newlyKnown = "newly_known"
  /// It speaks of what was not there before: an organization, a service, an agreement, a body, an activity,
  /// people for whom no way was asked or who had none.
  case newcomer
}

/// The nature of what has opened or worsened between two states.
///
/// What was only possible before, and is not there any more, is lost too, unless an answer says that it never
/// was: the earlier state is judged again with what the later one answers of what it left open
/// (``StakeholderNetwork/answered(by:)``). In this order:
/// 1. A missing pathway is *lost* where a row of it was reached, or still may be with the answers; a missing
///    provider, where a need of it was provided, or still may be. Else it is *newly known* where one was open,
///    and otherwise about a *newcomer*: the need did not arise there, or nobody had a way to it or provided it.
/// 2. What is said of ways that there are (a single point of failure, ways through the police alone, too few
///    disjoint ways) is lost where a need of it had a way past those through whom all ways lead now; newly
///    known where the answers say that it was none; else about newcomers: ways, entry points or providers.
///    That people go to and fro is lost where they had a way, or went to and fro nowhere although somebody
///    provided what they need; newly known where the answers say that it was so; else more people get that far.
/// 3. That nobody meets some people first is lost where somebody did; that there is too little room, where there is
///    less for those who came before (people who come to a provider now, and came to none, are newcomers, and
///    with them the finding has grown); a smaller share of referrals with feedback, where it is smaller among those
///    that stated it; that two provide the same and do not work together, where they did. Else it is newly known, or
///    about newcomers.
/// 4. What the earlier state asked as a question of the same expectation and subjects, or of the same needs, is
///    newly known; where it is a tie that is asked for, and the answers leave the question open, lost.
/// 5. What speaks of areas that were not listed, or is found no more where the newcomers are left out of the later
///    state, is about them.
/// 6. All else is lost.
public struct ChangeNatures {
  /// From the earlier state to the later.
  let changes: PathwayChanges
  /// From the earlier state, with what the later one answers, to the later one.
  private let answered: PathwayChanges
  private let newPathways: NewPathways
  /// What is asked of ties with what the later state answers.
  private let askedStill: [Finding]
  /// The pathways without the sectors that an expectation leaves out, by rule; made when first asked for.
  private var unconditional: [String: UnconditionalStates] = [:]
  /// The circles of the later, the earlier and the answered state.
  private var loops: (now: LoopStates, before: LoopStates, known: LoopStates)
  /// Who provides the same in the three states; made when first asked for.
  private var duplicates: (now: DuplicateStates, before: DuplicateStates, known: DuplicateStates)?
  /// What the later findings have become of those without the newcomers, by id.
  private let withoutNewcomers: [String: GapLedger.Entry]?

  /// - Parameters:
  ///   - before: the earlier state.
  ///   - after: the later one.
  ///   - withoutNewcomers: the later one judged without what the earlier does not list, or lists as not in
  ///     force; nil where there is no such thing.
  /// - Complexity: that of the pathways, and of judging ties, where the later state answers something; O(rows of
  ///   the later table) where not.
  public init(before: GapReport, after: GapReport, withoutNewcomers: GapReport? = nil) {
    changes = PathwayChanges(before: before, after: after)
    newPathways = NewPathways(before: before, after: after)
    let known = before.answered(by: after)
    answered = known.map { PathwayChanges(before: $0, after: after) } ?? changes
    askedStill = (known ?? before).questions
    loops = (LoopStates(after), LoopStates(before), LoopStates(known ?? before))
    self.withoutNewcomers = withoutNewcomers.map { report in
      let ledger = GapLedger(before: report.findings + report.accepted, after: after.findings)
      return Dictionary(
        ledger.entries.compactMap { entry in entry.after.map { ($0.id, entry) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Whether an entry has worsened by its count, and only as more people get that far.
  public mutating func isGrown(_ entry: GapLedger.Entry) -> Bool {
    guard entry.state == .worsened, let finding = entry.after else { return false }
    return natureOfWays(finding).map { $0 == .newcomer } ?? newPathways.explain(entry)
  }

  /// The nature of an entry that has opened or worsened; nil for any other.
  ///
  /// - Complexity: O(rows that it folds × what their needs reach + questions).
  public mutating func nature(of entry: GapLedger.Entry) -> ChangeNature? {
    guard entry.state == .opened || entry.state == .worsened, let finding = entry.after else {
      return nil
    }
    if let nature = natureOfRows(finding) ?? natureOfWays(finding)
      ?? natureOfCounts(finding, since: entry.before)
    {
      return nature
    }
    if wasAsked(finding) {
      let isTie = changes.after.kind(of: finding).map(GapReport.kindsOfTies.contains) ?? false
      return isTie && finding.isAsked(among: askedStill) ? .lost : .newlyKnown
    }
    if changes.areNewAreas(finding.needs?.areas ?? []) { return .newcomer }
    if let withoutNewcomers {
      guard let other = withoutNewcomers[finding.id], let there = other.before else {
        return .newcomer
      }
      if let earlier = entry.before, there.cells <= earlier.cells { return .newcomer }
    }
    return .lost
  }

  /// What was so of a row that is missing now, or of a way past somebody that is there no more.
  private enum Earlier {
    /// It was there, or still may be with the answers.
    case there
    /// It may have been there, and the answers say no.
    case refuted
  }

  /// The nature of what folds some rows.
  private func nature(_ earlier: Set<Earlier>, _ finding: Finding) -> ChangeNature {
    if earlier.contains(.there) { return .lost }
    return earlier.contains(.refuted) || wasAsked(finding) ? .newlyKnown : .newcomer
  }

  /// The nature of a missing pathway or provider; nil of all else.
  private func natureOfRows(_ finding: Finding) -> ChangeNature? {
    guard let needs = finding.needs, needs.service != nil else { return nil }
    let table = changes.after.pathways
    switch changes.after.kind(of: finding) {
    case "pathway" where needs.entry != nil:
      let rows = changes.rows(of: needs).filter { table.status(of: $0) == .missing }
      return nature(Set(rows.compactMap(earlierWay)), finding)
    case "coverage":
      let rows = changes.needs(of: needs).filter { need in
        table.isApplicable(area: need.area, profile: need.profile)
      }
      // What is asked of languages, or of more than one provider, is no hole.
      let isHole = rows.allSatisfy { need in
        table.providers(service: need.service, area: need.area, profile: need.profile).isEmpty
      }
      return isHole ? nature(Set(rows.compactMap(earlierProvider)), finding) : nil
    default: return nil
    }
  }

  private func earlierWay(_ row: PathwayTable.Cell) -> Earlier? {
    let states = changes.earlier(row)
    if states.contains(.reached) { return .there }
    let possible: Set<PathwayStatus> = [.reached, .assumed, .unclear]
    if states.isDisjoint(with: possible) { return nil }
    return answered.earlier(row).isDisjoint(with: possible) ? .refuted : .there
  }

  private func earlierProvider(_ need: PathwayTable.Cell) -> Earlier? {
    switch changes.earlierProvider(need) {
    case .yes: return .there
    case .unknown: return answered.earlierProvider(need) == .no ? .refuted : .there
    case .no, nil: return nil
    }
  }

  /// The nature of what is said of the ways that there are to some needs; nil of all else.
  private mutating func natureOfWays(_ finding: Finding) -> ChangeNature? {
    switch changes.after.kind(of: finding) {
    case "redundancy", "disjoint": return nature(earlierWaysPast(finding), finding)
    case "unconditional": return nature(earlierWaysWithout(finding), finding)
    case "loop": return nature(earlierOutside(finding), finding)
    case "capacity": return natureOfRoom(finding)
    default: return nil
    }
  }

  /// The nature of too little room; nil where none of the states tells of it.
  private func natureOfRoom(_ finding: Finding) -> ChangeNature? {
    guard let room = RoomChanges(of: finding, before: changes.before, after: changes.after) else {
      return nil
    }
    if room.lost <= 1e-4 { return .newcomer }
    let known = RoomChanges(of: finding, before: answered.before, after: changes.after)
    return known.map { $0.lost <= 1e-4 } ?? false ? .newlyKnown : .lost
  }

  /// The nature of who meets people first, of feedback and of who provides the same; nil of all else.
  private mutating func natureOfCounts(
    _ finding: Finding, since earlier: Finding?
  ) -> ChangeNature? {
    switch changes.after.kind(of: finding) {
    case nil where finding.rule == "\(changes.after.standard)/entry":
      return earlierMeeting(finding).map { nature($0, finding) }
    case "feedback":
      return wasAsked(finding)
        ? nil
        : FeedbackChanges(finding, since: earlier, before: changes.before, after: changes.after)
          .nature
    case "duplication": return nature(earlierTies(finding), finding)
    default: return nil
    }
  }

  /// What was so of those who meet the people first of whom a finding says that nobody does; nil where it names none.
  private func earlierMeeting(_ finding: Finding) -> Set<Earlier>? {
    guard let needs = finding.needs.map(changes.needs(of:)), !needs.isEmpty else { return nil }
    func best(_ changes: PathwayChanges, _ need: PathwayTable.Cell) -> Answer {
      let arcs = changes.before.pathways.arcs
      return changes.earlierNeeds(need).flatMap { need in
        arcs.entries.indices.map { arcs.arrival(entry: $0, area: need.area, profile: need.profile) }
      }.max() ?? .no
    }
    return Set(
      needs.compactMap { need -> Earlier? in
        switch best(changes, need) {
        case .yes: .there
        case .unknown: best(answered, need) == .no ? .refuted : .there
        case .no: nil
        }
      })
  }

  /// What was so of the pairs that provide the same now for certain, and do not work together: that they did, or
  /// that it was not known whether both provide it.
  private mutating func earlierTies(_ finding: Finding) -> Set<Earlier> {
    guard let needs = finding.needs else { return [] }
    let states =
      duplicates
      ?? (
        DuplicateStates(changes.after), DuplicateStates(changes.before),
        DuplicateStates(answered.before)
      )
    duplicates = states
    var earlier: Set<Earlier> = []
    for need in changes.needs(of: needs) {
      for (pair, now) in states.now.pairs(need) where now.answer == .yes && !now.isTied {
        let before = changes.earlierNeeds(need).compactMap { states.before.pairs($0)[pair] }
        guard before.contains(where: { $0.answer != .no }) else { continue }
        if before.contains(where: \.isTied) {
          let isStill = answered.earlierNeeds(need).contains {
            states.known.pairs($0)[pair]?.isTied ?? false
          }
          earlier.insert(isStill ? .there : .refuted)
        } else if !before.contains(where: { $0.answer == .yes }) {
          earlier.insert(.refuted)
        }
      }
    }
    return earlier
  }

  /// What was so of ways past the organizations of a finding, for the needs of it that have none now.
  private func earlierWaysPast(_ finding: Finding) -> Set<Earlier> {
    guard let needs = finding.needs else { return [] }
    func past(_ table: PathwayTable) -> WaysPast {
      WaysPast(table, organizations: finding.subjects.compactMap(\.organization))
    }
    var now = past(changes.after.pathways)
    var before = past(changes.before.pathways)
    var known = past(answered.before.pathways)
    var earlier: Set<Earlier> = []
    for need in changes.needs(of: needs) {
      guard changes.hadWay(need), now.isClosed(need),
        changes.earlierNeeds(need).contains(where: { before.isPossible($0) })
      else { continue }
      let isStill = answered.earlierNeeds(need).contains { known.isPossible($0) }
      earlier.insert(isStill ? .there : .refuted)
    }
    return earlier
  }

  /// What was so of ways without the sectors that a finding names, for the rows of it that have none now.
  private mutating func earlierWaysWithout(_ finding: Finding) -> Set<Earlier> {
    guard let needs = finding.needs,
      let states = unconditional[finding.rule]
        ?? UnconditionalStates(changes, answered, of: finding)
    else { return [] }
    unconditional[finding.rule] = states
    let table = changes.after.pathways
    var earlier: Set<Earlier> = []
    for (entry, place) in table.entries.enumerated() where !states.now.leftOut.contains(place) {
      for need in changes.needs(of: needs) {
        let row = need.at(entry: entry)
        guard table.status(of: row) == .reached, states.now.status(of: row) == .missing,
          isPossible(row, changes, states.before)
        else { continue }
        earlier.insert(isPossible(row, answered, states.known) ? .there : .refuted)
      }
    }
    return earlier
  }

  /// What was so of the rows that come to a circle now: of ways that they had, and of needs that led into none
  /// although somebody provided what is needed.
  private mutating func earlierOutside(_ finding: Finding) -> Set<Earlier> {
    let network = changes.before.pathways.network
    let members = finding.subjects.compactMap(\.organization)
    guard let loop = loops.now.loop(of: finding) else { return [] }
    let isOfNewcomers = members.contains { network.organization($0) == nil }
    let before = loops.before.needs(near: finding)
    let known = loops.known.needs(near: finding)
    var earlier: Set<Earlier> = []
    for row in LoopExpectation.arrivals(loop, changes.after.pathways) {
      if changes.earlier(row).contains(where: \.isWay) {
        let isStill = answered.earlier(row).contains(where: \.isWay)
        earlier.insert(isStill ? .there : .refuted)
      } else if !isOfNewcomers, changes.earlierNeeds(row.need).allSatisfy({ !before.contains($0) }),
        let provider = changes.earlierProvider(row.need), provider != .no
      {
        let isKnown = answered.earlierNeeds(row.need).contains(where: known.contains)
        earlier.insert(isKnown ? .refuted : .there)
      }
    }
    return earlier
  }

  /// Whether a row of the later table, which had a way, had one without some sectors, or somebody who stayed
  /// silent may have known of one.
  private func isPossible(
    _ row: PathwayTable.Cell, _ changes: PathwayChanges, _ access: UnconditionalAccess
  ) -> Bool {
    changes.earlierRows(row).contains { there in
      let status = access.status(of: there)
      return changes.before.pathways.status(of: there).isWay && (status.isWay || status == .unclear)
    }
  }

  /// Whether the earlier state asked as a question what is a finding now.
  private func wasAsked(_ finding: Finding) -> Bool {
    finding.isAsked(among: changes.before.questions)
  }
}

/// The pathways of the later state, the earlier and the answered one without the sectors that an expectation leaves
/// out: three tables, so that they are made once for all its findings.
private struct UnconditionalStates {
  let now, before, known: UnconditionalAccess

  init?(_ changes: PathwayChanges, _ answered: PathwayChanges, of finding: Finding) {
    guard let now = UnconditionalAccess(changes.after, of: finding),
      let before = UnconditionalAccess(changes.before, of: finding),
      let known = UnconditionalAccess(answered.before, of: finding)
    else { return nil }
    (self.now, self.before, self.known) = (now, before, known)
  }
}

/// The ways of a state that lead past some organizations and their units.
private struct WaysPast {
  private let table: PathwayTable
  private let families: [Int]
  private var dominance: Dominance

  init(_ table: PathwayTable, organizations: [String]) {
    self.table = table
    let network = table.network
    families = organizations.compactMap { network.organization($0) }.map { network.family(of: $0) }
    dominance = Dominance(table)
  }

  private func hasWay(_ need: PathwayTable.Cell) -> Bool {
    table.hasWay(service: need.service, area: need.area, profile: need.profile)
  }

  /// Whether every way to a need leads through them, and nobody who stayed silent may know of another.
  mutating func isClosed(_ need: PathwayTable.Cell) -> Bool {
    hasWay(need) && !isPossible(need)
  }

  /// Whether some way to a need leads past them, or somebody who stayed silent may know of one besides the ways
  /// that there are.
  mutating func isPossible(_ need: PathwayTable.Cell) -> Bool {
    hasWay(need)
      && (dominance.hasWay(to: need, without: families)
        || !dominance.silent(of: need, without: families).isEmpty)
  }
}

extension GapReport {
  /// The kinds of expectation that ask for ties, of which what is only possible is a question.
  fileprivate static let kindsOfTies: Set<String> = [
    "cooperation", "membership", "plan", "handover", "connection",
  ]

  /// The report as it would be with what a later state answers, as far as it tells natures apart: its pathways
  /// and its questions about ties. Nil where nothing is answered.
  fileprivate func answered(by later: GapReport) -> GapReport? {
    guard let network = pathways.network.answered(by: later.pathways.network) else { return nil }
    var report = self
    report.pathways = PathwayTable(network, services: pathways.needs.services, on: asOf)
    let ties = expectations.filter { Self.kindsOfTies.contains($0.kind) }.map(\.id)
    var standard = expected
    standard.expectations.removeAll { !ties.contains($0.id) }
    report.questions =
      (try? GapAnalysis.run(network, against: standard, asOf: asOf))?.questions ?? []
    return report
  }
}

extension UnconditionalAccess {
  /// The pathways of a report without the sectors that a finding against the same standard names.
  fileprivate init?(_ report: GapReport, of finding: Finding) {
    let standard = report.expected
    guard
      let asked = standard.expectations.first(where: { "\(standard.id)/\($0.id)" == finding.rule }),
      let read = try? UnconditionalKind().read(asked, of: standard) as? UnconditionalExpectation
    else { return nil }
    self.init(
      report.pathways, read.selection.positions(report.pathways), without: read.without)
  }

  /// What a row of the whole table is without those sectors.
  fileprivate func status(of row: PathwayTable.Cell) -> PathwayStatus {
    inRest(row).map(rest.status) ?? .notApplicable
  }
}

extension Finding {
  /// Whether some questions ask what a finding tells: those of the same expectation and subjects, or of needs
  /// that both fold.
  func isAsked(among questions: [Finding]) -> Bool {
    let marks: Set<String> = ["question", "doubt", "silent"]
    let alike = questions.filter { $0.rule == rule }
    if alike.contains(where: { question in
      question.key.starts(with: key)
        && question.key.dropFirst(key.count).allSatisfy(marks.contains)
    }) {
      return true
    }
    return GapLedger(before: alike, after: [self]).entries.contains {
      $0.after != nil && $0.before != nil
    }
  }
}
