public import LiaisonModel

/// What got better between two states of a network, what got worse, and whom it concerns: a few sentences in
/// names, to read before figures and findings.
///
/// Better and worse are ways that the standard asks for: what was missing and is reached, what was reached and
/// is missing, both where the network lists its referrals. Needs that had no way from anywhere come first, then
/// the entry points. Of other findings those are named that have closed or are lost.
public struct ChangeSummary {
  private let changes: PathwayChanges
  private let entries: [GapLedger.Entry]
  private let natures: [String: ChangeNature]
  private let words: NeedWords

  /// - Parameters:
  ///   - before: the earlier state.
  ///   - after: the later one.
  ///   - ledger: what became of the findings.
  ///   - natures: the nature of what has opened or worsened, by the findings' ids.
  public init(
    before: GapReport, after: GapReport, ledger: GapLedger, natures: [String: ChangeNature]
  ) {
    changes = PathwayChanges(before: before, after: after)
    entries = ledger.entries
    self.natures = natures
    words = NeedWords(network: after.pathways.network, needs: after.pathways.needs)
  }

  /// "Better since 2024-06-30: …", "Lost: …", "Of what else is new …".
  ///
  /// - Parameter since: the day of the earlier state; nil where both are of one day.
  /// - Complexity: O(rows of the later table × entry points).
  public func sentences(since: CalendarDate?) -> [String] {
    let when = since.map { " since \($0)" } ?? ""
    let better = clauses(of: .gained) + besides(closed, "has closed", "have closed")
    let worse = clauses(of: .lost) + besides(lost, "is new", "are new")
    var sentences = [
      better.isEmpty
        ? "Nothing got better\(when)." : "Better\(when): \(better.joined(separator: "; ")).",
      worse.isEmpty ? "Nothing got worse." : "Worse: \(worse.joined(separator: "; ")).",
    ]
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
    let report = changes.after
    // Where not all is listed, what is missing is a question and no loss.
    let judged = turn == .gained ? changes.before : report
    let boundary = judged.pathways.network.header.boundary
    guard ["organizations", "referral"].allSatisfy({ boundary?.isComplete($0) ?? false }) else {
      return []
    }
    return report.pathways.cells.filter { cell in
      guard report.asked.severity == nil || report.isAsked(cell) else { return false }
      let states = [changes.earlier(cell), report.pathways.status(of: cell)]
      let (away, there) = turn == .gained ? (states[0], states[1]) : (states[1], states[0])
      return there == .reached && (away == .missing || away == .noProvider)
    }
  }

  /// The needs that are newly met or lost altogether, then the entry points of the other ways.
  private func clauses(of turn: Turn) -> [String] {
    var whole: [PathwayTable.Cell] = []
    var byEntry: [Int: [PathwayTable.Cell]] = [:]
    var isWhole: [PathwayTable.Cell: Bool] = [:]
    for row in rows(turn) {
      var need = row
      need.entry = 0
      let has =
        isWhole[need]
        ?? (turn == .gained
          ? !changes.hadWay(service: row.service, area: row.area, profile: row.profile)
          : !changes.after.pathways.hasWay(
            service: row.service, area: row.area, profile: row.profile))
      if isWhole[need] == nil, has { whole.append(need) }
      isWhole[need] = has
      if !has { byEntry[row.entry, default: []].append(row) }
    }
    var clauses: [String] = []
    if !whole.isEmpty {
      let count = Set(whole.map { [$0.service, $0.area, words.needs.group(of: $0)] }).count
      let which = Wording.list(phrases(whole), atMost: 3)
      let verb = count == 1 ? "is" : "are"
      clauses.append(
        turn == .gained
          ? "\(Wording.count(count, "need")) \(verb) newly met, \(which)"
          : "\(Wording.count(count, "need")) \(verb) met from nowhere any more, \(which)")
    }
    return clauses + met(byEntry, turn)
  }

  /// "men met at the Port Immigration Checkpost now reach case management and legal counsel"; with the areas
  /// where these are not all of the entry point's.
  private func met(_ byEntry: [Int: [PathwayTable.Cell]], _ turn: Turn) -> [String] {
    let table = changes.after.pathways
    var clauses: [(whom: Whom, services: String, entries: [Int], rows: Int)] = []
    let order = byEntry.sorted { left, right in
      left.value.count != right.value.count
        ? left.value.count > right.value.count : left.key < right.key
    }
    for (entry, rows) in order {
      let all = table.statuses.areas[entry].count
      var alike: [(whom: Whom, services: [Int], rows: Int)] = []
      for service in Set(rows.map(\.service)).sorted() {
        let own = rows.filter { $0.service == service }
        let areas = Set(own.map(\.area)).sorted()
        let whom = Whom(
          people: words.groups(words.needs.groups(of: own)),
          place: areas.count == all ? "" : " in \(words.areas(areas))")
        if let known = alike.firstIndex(where: { $0.whom == whom }) {
          alike[known].services.append(service)
          alike[known].rows += own.count
        } else {
          alike.append((whom, [service], own.count))
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
    }
    let left = clauses.dropFirst(3).reduce(0) { $0 + $1.rows }
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

  /// What has closed beside missing ways and providers, of what is still there and no question.
  private var closed: [Finding] {
    entries.compactMap { entry in
      guard entry.state == .closed, let finding = entry.before, !isOfRows(finding, changes.before),
        !finding.isAsked(among: changes.after.questions)
      else { return nil }
      let elements = finding.subjects.filter { ![.relation, .element].contains($0.kind) }
      return elements.allSatisfy { name(of: $0) != nil } ? finding : nil
    }
  }

  /// What is lost beside ways and providers.
  private var lost: [Finding] {
    entries(.lost).compactMap(\.after).filter { !isOfRows($0, changes.after) }
  }

  /// Whether a finding is told by the rows that it folds.
  private func isOfRows(_ finding: Finding, _ report: GapReport) -> Bool {
    let kind = report.kind(of: finding)
    return finding.needs?.service != nil && (kind == "pathway" || kind == "coverage")
  }

  /// "two findings about Provincial Police and the Madadgar Helpline have closed".
  private func besides(_ findings: [Finding], _ one: String, _ many: String) -> [String] {
    if findings.isEmpty { return [] }
    var names: [String] = []
    for finding in findings {
      let name = finding.subjects.lazy.compactMap { self.name(of: $0) }.first
      if let name, !names.contains(name) { names.append(name) }
    }
    let about = names.isEmpty ? "" : " about \(Wording.list(names, atMost: 4))"
    return [
      "\(Wording.count(findings.count, "finding"))\(about) \(findings.count == 1 ? one : many)"
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
