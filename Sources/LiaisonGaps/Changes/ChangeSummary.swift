public import LiaisonModel

/// What got better between two states of a network, what got worse, and whom it concerns: a few sentences in
/// names, to read before figures and findings.
///
/// Better and worse are ways that the standard asks for: what was missing and is reached, what was reached and
/// is missing, both where the network lists its referrals. What is urgent beside ways comes first, then needs that
/// had no way from anywhere, then the entry points. Worse is too what was reached where people are met no more, or
/// whose area, service type, group or case is listed no more, and what has no recorded funder any more. What was
/// certain and is not, and the other way round, is counted. Of other findings those are named that are mended
/// (``ChangeEnding``) or lost, those of an amount against what is asked with both amounts, and of ways those lost that were only possible. Where the later state does not list
/// all organizations and referrals, it is said that what got worse cannot be said.
public struct ChangeSummary {
  private let changes: PathwayChanges
  private let entries: [GapLedger.Entry]
  private let natures: [String: ChangeNature]
  private let endings: [String: ChangeEnding]
  private let funding: FundingChanges
  private let words: NeedWords
  private let gone: [PathwayChanges.Absence: Int]
  private let departures: Departures
  /// What got worse, a clause each.
  private var worse: [String] = []

  /// - Parameters:
  ///   - before: the earlier state.
  ///   - after: the later one.
  ///   - ledger: what became of the findings.
  ///   - natures: the nature of what has opened or worsened, by the later findings' ids.
  ///   - endings: how what has closed or eased has ended, by the earlier findings' ids.
  public init(
    before: GapReport, after: GapReport, ledger: GapLedger, natures: [String: ChangeNature],
    endings: [String: ChangeEnding]
  ) {
    changes = PathwayChanges(before: before, after: after)
    entries = ledger.entries
    self.natures = natures
    self.endings = endings
    funding = FundingChanges(before: before, after: after)
    words = NeedWords(network: after.pathways.network, needs: after.pathways.needs)
    gone = changes.gone()
    departures = Departures(changes)
    worse = findWorse()
  }

  /// How many pathways were reached whose people are met there no more, or whose area, service type, group or
  /// case is listed no more: no finding tells of them, and things are worse.
  public var goneCount: Int { gone.values.reduce(0, +) }

  /// Whether anything got worse: whether ``sentences(since:)`` say what.
  public var isWorse: Bool { !worse.isEmpty }

  /// "Better since 2024-06-30: ….", "Worse: ….", "18 findings are only newly known: …."
  ///
  /// - Parameter since: the day of the earlier state; nil where both are of one day.
  /// - Complexity: O(rows of both tables × entry points).
  public func sentences(since: CalendarDate?) -> [String] {
    let when = since.map { " since \($0)" } ?? ""
    let better = self.better
    var sentences = [
      better.isEmpty
        ? "Nothing got better\(when)." : "Better\(when): \(better.joined(separator: "; "))."
    ]
    if !worse.isEmpty { sentences.append("Worse: \(worse.joined(separator: "; ")).") }
    if let unsaid = unlisted {
      let what = worse.isEmpty ? "What got worse" : "What else got worse"
      let count = certainty(.lost).map { "; over what both list, \($0)" }.joined()
      sentences.append("\(what) cannot be said, as \(unsaid)\(count).")
    } else if worse.isEmpty {
      sentences.append("Nothing got worse.")
    }
    if !funding.isListed, let unfunded {
      sentences.append(
        Wording.sentence(unfunded)
          + ": whether somebody else funds \(unfunded.hasPrefix("one ") ? "it" : "them") cannot be said, "
          + "as the network does not list all who fund.")
    }
    let asked = entries(.asked, [.closed])
    if !asked.isEmpty {
      let question = asked.count == 1 ? "has become a question" : "have become questions"
      sentences.append(Wording.sentence("\(RecommendationWords.graded(asked)) \(question)."))
    }
    let known = entries(.newlyKnown).count
    let new = entries(.newcomer).count
    let rest = [
      known > 0
        ? "\(Wording.count(known, "finding")) \(known == 1 ? "is" : "are") only newly known: "
          + "\(known == 1 ? "it was a question" : "they were questions") before" : nil,
      new > 0
        ? "\(Wording.count(new, "finding")) \(new == 1 ? "is" : "are") about what is new" : nil,
    ].compactMap(\.self)
    if !rest.isEmpty { sentences.append(Wording.sentence("\(rest.joined(separator: "; ")).")) }
    return sentences
  }

  /// What got better, a clause each.
  private var better: [String] {
    let gained = clauses(of: .gained)
    let eased = eased(besidesRows: !gained.isEmpty)
    let closed = self.closed
    return besides(closed.filter(Self.isUrgent), "has closed", "have closed", urgent: true) + gained
      + certainty(.gained)
      + besides(closed.filter { !Self.isUrgent($0) }, "has closed", "have closed")
      + amounts(.eased, eased) + besides(withoutAmounts(eased), "has eased", "have eased")
  }

  private func findWorse() -> [String] {
    let new = lost(.opened)
    let grown = lost(.worsened)
    return besides(new.filter(Self.isUrgent), "is new", "are new", urgent: true)
      + clauses(of: .lost)
      + unmet + (funding.isListed ? [unfunded].compactMap(\.self) : [])
      + (unlisted == nil ? certainty(.lost) : [])
      + besides(new.filter { !Self.isUrgent($0) }, "is new", "are new")
      + amounts(.worsened, grown) + besides(withoutAmounts(grown), "has grown", "have grown")
  }

  /// "four services have no recorded funder any more, legal counsel of the Insaf Legal Aid Centre and …".
  private var unfunded: String? {
    let (organizations, services) = funding.unfunded()
    let network = changes.after.pathways.network
    let names =
      organizations.map { words.organization($0) }
      + services.map { service in
        "\(words.service(network.services[service].type)) of "
          + words.organization(network.services[service].organization)
      }
    if names.isEmpty { return nil }
    let counts = [(organizations.count, "organization"), (services.count, "service")]
    let what = Wording.list(counts.filter { $0.0 > 0 }.map { Wording.count($0.0, $0.1) })
    return "\(what) \(names.count == 1 ? "has" : "have") no recorded funder any more, "
      + Wording.list(names, atMost: 4)
  }

  private static func isUrgent(_ finding: Finding) -> Bool { finding.severity == .error }

  /// The earlier findings that have ended in a way, of some states.
  private func entries(_ ending: ChangeEnding, _ states: Set<GapLedger.State>) -> [Finding] {
    entries.filter { states.contains($0.state) }.compactMap(\.before).filter {
      endings[$0.id] == ending
    }
  }

  private func entries(_ nature: ChangeNature) -> [GapLedger.Entry] {
    entries.filter { entry in entry.after.flatMap { natures[$0.id] } == nature }
  }

  // MARK: Ways

  private enum Turn { case gained, lost }

  /// Of whom a clause speaks: the people, and the areas where these are not all.
  private struct Whom: Equatable {
    var people: String
    var place: String
  }

  /// The rows asked for that were missing and are reached, or the other way round.
  private func rows(_ turn: Turn) -> [PathwayTable.Cell] {
    // Where not all is listed, what is missing is a question and no loss.
    listsWays(turn) ? rows(turn, away: [.missing, .noProvider]) : []
  }

  /// The rows asked for that were of some statuses and are reached, or the other way round.
  private func rows(_ turn: Turn, away: Set<PathwayStatus>) -> [PathwayTable.Cell] {
    let report = changes.after
    return report.pathways.cells.filter { cell in
      guard report.asked.severity == nil || report.isAsked(cell) else { return false }
      let (before, after) = (changes.earlier(cell), report.pathways.status(of: cell))
      return turn == .gained
        ? after == .reached && !away.isDisjoint(with: before)
        : before.contains(.reached) && away.contains(after)
    }
  }

  /// Whether the state in which ways were missing, or are, lists them all.
  private func listsWays(_ turn: Turn) -> Bool {
    Self.listsWays(turn == .gained ? changes.before : changes.after)
  }

  private static func listsWays(_ report: GapReport) -> Bool {
    let boundary = report.pathways.network.header.boundary
    return ["organizations", "referral"].allSatisfy { boundary?.isComplete($0) ?? false }
  }

  /// Why it cannot be said which ways of the later state are lost; nil where it can.
  private var unlisted: String? {
    if listsWays(.lost) { return nil }
    return changes.after.pathways.network.header.boundary == nil
      ? "the network states no boundary"
      : "the network does not list all organizations and referrals"
  }

  /// "six pathways are no longer certain", of rows asked for that both have. Where not all ways are listed,
  /// those that are not recorded any more are no longer certain either.
  private func certainty(_ turn: Turn) -> [String] {
    var doubtful: Set<PathwayStatus> = [.assumed, .unclear]
    if !listsWays(turn) { doubtful.formUnion([.missing, .noProvider]) }
    let count = rows(turn, away: doubtful).count
    if count == 0 { return [] }
    let verb = count == 1 ? "is" : "are"
    return [
      "\(Wording.count(count, "pathway")) \(verb) "
        + (turn == .gained ? "certain now" : "no longer certain")
    ]
  }

  /// "people are no longer met at the Roshni Helpline: 333 pathways", most pathways first.
  private var unmet: [String] {
    let old = changes.before.pathways
    let earlier = NeedWords(network: old.network, needs: old.needs)
    let clauses = gone.sorted { $0.key < $1.key }.map { absence, rows in
      let text =
        switch absence {
        case .entry(let entry):
          (changes.isStillMet(entry: entry) ? "fewer people are" : "people are no longer")
            + " met at \(earlier.organization(old.entries[entry]))"
        case .area(let area): "\(earlier.area(area).name) is no longer listed"
        case .service(let service):
          "\(earlier.service(old.needs.services[service])) is no longer listed as a service"
        case .group(let group):
          "\(earlier.groups([old.needs.groups[group]])) are no longer listed as a group"
        case .cases(let cases):
          "cases of \(earlier.caseNames(old.needs.caseClasses[cases])) are no longer listed"
        }
      return (text: text, rows: rows)
    }
    let heaviest = clauses.enumerated().sorted { left, right in
      left.element.rows != right.element.rows
        ? left.element.rows > right.element.rows : left.offset < right.offset
    }.map(\.element)
    let shown = heaviest.prefix(3).map { "\($0.text): \(Wording.counted($0.rows, "pathway"))" }
    let left = heaviest.dropFirst(3).reduce(0) { $0 + $1.rows }
    if left == 0 { return shown }
    return shown + ["\(Wording.count(left, "more pathway")) \(left == 1 ? "is" : "are") gone alike"]
  }

  /// The needs that are newly met or lost altogether, then the entry points of the other ways.
  private func clauses(of turn: Turn) -> [String] {
    var whole: [PathwayTable.Cell] = []
    var byEntry: [Int: [PathwayTable.Cell]] = [:]
    var isWhole: [PathwayTable.Cell: Bool] = [:]
    for row in rows(turn) {
      let need = row.withoutEntry
      let has =
        isWhole[need]
        ?? (turn == .gained
          ? !changes.hadWay(row)
          : !changes.after.pathways.hasWay(
            service: row.service, area: row.area, profile: row.profile))
      if isWhole[need] == nil, has { whole.append(need) }
      isWhole[need] = has
      if !has { byEntry[row.entry, default: []].append(row) }
    }
    var clauses: [String] = []
    if !whole.isEmpty {
      let count = whole.count
      let which = Wording.list(phrases(whole), atMost: 3)
      let verb = count == 1 ? "is" : "are"
      clauses.append(
        turn == .gained
          ? "\(Wording.count(count, "need")) \(verb) newly met, \(which)"
          : "\(Wording.count(count, "need")) \(verb) met from nowhere any more, \(which)"
            + departures.since(needs: whole))
    }
    return clauses + met(byEntry, turn)
  }

  /// "men met at the Port Immigration Checkpost now reach case management and legal counsel"; with the areas
  /// where these are not all of the entry point's.
  private func met(_ byEntry: [Int: [PathwayTable.Cell]], _ turn: Turn) -> [String] {
    let table = changes.after.pathways
    var clauses: [(whom: Whom, services: String, entries: [Int], rows: [PathwayTable.Cell])] = []
    let order = byEntry.sorted { left, right in
      left.value.count != right.value.count
        ? left.value.count > right.value.count : left.key < right.key
    }
    for (entry, rows) in order {
      let all = table.statuses.areas[entry].count
      var alike: [(whom: Whom, services: [Int], rows: [PathwayTable.Cell])] = []
      for service in Set(rows.map(\.service)).sorted() {
        let own = rows.filter { $0.service == service }
        let areas = Set(own.map(\.area)).sorted()
        let whom = Whom(
          people: words.groups(words.needs.groups(of: own)),
          place: areas.count == all ? "" : " in \(words.areas(areas))")
        if let known = alike.firstIndex(where: { $0.whom == whom }) {
          alike[known].services.append(service)
          alike[known].rows += own
        } else {
          alike.append((whom, [service], own))
        }
      }
      for part in alike {
        let services = Wording.list(
          part.services.map { words.service(words.needs.services[$0]) }, atMost: 4)
        let known = clauses.firstIndex { $0.whom == part.whom && $0.services == services }
        if let known {
          clauses[known].entries.append(entry)
          clauses[known].rows += part.rows
        } else {
          clauses.append((part.whom, services, [entry], part.rows))
        }
      }
    }
    let shown = clauses.prefix(3).map { clause in
      let places = Wording.list(
        clause.entries.map { words.organization(table.entries[$0]) }, atMost: 3)
      let verb = turn == .gained ? "now reach" : "no longer reach"
      return "\(clause.whom.people) met at \(places)\(clause.whom.place) \(verb) \(clause.services)"
        + (turn == .gained ? "" : departures.since(rows: clause.rows))
    }
    let left = clauses.dropFirst(3).reduce(0) { $0 + $1.rows.count }
    if left == 0 { return shown }
    return shown + [
      "\(Wording.count(left, "other pathway")) \(left == 1 ? "is" : "are") "
        + (turn == .gained ? "there" : "there no more")
    ]
  }

  /// "emergency shelter for boys in Samundar", a phrase for each service and set of groups.
  private func phrases(_ needs: [PathwayTable.Cell]) -> [String] {
    var byService: [Int: [Int: Set<Int>]] = [:]
    for need in needs {
      byService[need.service, default: [:]][need.area, default: []].insert(
        words.needs.group(of: need))
    }
    return byService.keys.sorted().flatMap { service -> [String] in
      let areas = byService[service] ?? [:]
      let byGroups = Dictionary(grouping: areas.keys.sorted()) { (areas[$0] ?? []).sorted() }
      return byGroups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { groups in
        "\(words.service(words.needs.services[service])) for "
          + "\(words.groups(groups.map { words.needs.groups[$0] })) in "
          + words.areas(byGroups[groups] ?? [])
      }
    }
  }

  // MARK: Other findings

  /// What is mended and has closed beside missing ways and providers.
  private var closed: [Finding] {
    entries(.mended, [.closed]).filter { !changes.before.isOfRows($0) }
  }

  /// What has eased; beside ways and providers where the rows tell of those.
  private func eased(besidesRows: Bool) -> [Finding] {
    // Where people are met no more, findings shrink because fewer pathways are left.
    guard gone.isEmpty else { return [] }
    return entries(.mended, [.eased]).filter { !(besidesRows && changes.before.isOfRows($0)) }
  }

  /// What is lost, of a state, beside the ways that were reached: of those that were only possible no row tells.
  private func lost(_ state: GapLedger.State) -> [Finding] {
    let rows = Set(rows(.lost))
    let needs = Set(rows.map(\.withoutEntry))
    return entries(.lost).filter { $0.state == state }.compactMap(\.after).filter { finding in
      guard changes.after.isOfRows(finding), let folded = finding.needs else { return true }
      return folded.entry == nil
        ? needs.isDisjoint(with: changes.needs(of: folded))
        : rows.isDisjoint(with: changes.rows(of: folded))
    }
  }

  /// "referrals with feedback: 57 of 84, 51 now": of findings of a state that give an amount, as they were where they
  /// have eased and as they are where they have worsened.
  private func amounts(_ state: GapLedger.State, _ findings: [Finding]) -> [String] {
    let told = Set(findings.map(\.id))
    return entries.compactMap { entry in
      guard entry.state == state, let before = entry.before, let after = entry.after,
        told.contains(state == .eased ? before.id : after.id),
        let old = changes.before.amount(of: before), let new = changes.after.amount(of: after)
      else { return nil }
      let total = old.total == new.total ? "" : " of \(new.total)"
      return "\(new.label): \(old.count) of \(old.total), \(new.count)\(total) now"
    }
  }

  /// The findings that give none.
  private func withoutAmounts(_ findings: [Finding]) -> [Finding] {
    findings.filter { changes.after.amount(of: $0) == nil }
  }

  /// "two findings about Provincial Police and the Madadgar Helpline have closed"; urgent ones with all of whom
  /// they speak.
  private func besides(
    _ findings: [Finding], _ one: String, _ many: String, urgent: Bool = false
  ) -> [String] {
    if findings.isEmpty { return [] }
    var names: [String] = []
    for finding in findings {
      let all = finding.subjects.compactMap { name(of: $0) }
      for name in urgent ? all : Array(all.prefix(1)) where !names.contains(name) {
        names.append(name)
      }
    }
    let about = names.isEmpty ? "" : " about \(Wording.list(names, atMost: 4))"
    return [
      "\(Wording.count(findings.count, urgent ? "urgent finding" : "finding"))\(about) "
        + (findings.count == 1 ? one : many)
    ]
  }

  /// What a sentence calls an element that the later state has; nil where it has it no more.
  private func name(of subject: Finding.Subject) -> String? {
    let network = changes.after.pathways.network
    switch subject.kind {
    case .organization, .service:
      return subject.organization.flatMap { network.organization($0) }.map {
        words.organization($0)
      }
    case .agreement:
      return network.agreements.first { $0.id == subject.id }.map { "“\($0.name ?? $0.id)”" }
    case .activity:
      return network.activities.first { $0.id == subject.id }.map { "“\($0.title)”" }
    case .body:
      return network.bodies.first { $0.id == subject.id }.map { Wording.definite($0.name) }
    case .relation, .element: return nil
    }
  }
}

extension NeedSpace {
  /// The position of the group of a row.
  fileprivate func group(of cell: PathwayTable.Cell) -> Int { cell.profile / caseClasses.count }

  /// The groups of some rows, in order.
  fileprivate func groups(of rows: [PathwayTable.Cell]) -> [Code] {
    Set(rows.map(group(of:))).sorted().map { groups[$0] }
  }
}
