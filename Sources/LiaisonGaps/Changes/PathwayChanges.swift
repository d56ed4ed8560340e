import LiaisonModel

/// What became of the pathways of one state of a network in another, row by row; entry points, areas and
/// service types are the same where their ids are.
struct PathwayChanges {
  let before: GapReport
  let after: GapReport
  /// For each entry point, service type and area of the later table its position in the earlier one; nil where
  /// that has none.
  private let entries: [Int?]
  private let services: [Int?]
  private let areas: [Int?]
  /// For each profile of the later table those of the earlier one with the same group and a case in common:
  /// several where the earlier state tells cases apart that the later does not.
  private let profiles: [[Int]]

  /// - Complexity: O(organizations + areas + service types + profiles + cases²).
  init(before: GapReport, after: GapReport) {
    self.before = before
    self.after = after
    let (old, new) = (before.pathways, after.pathways)
    func positions(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let oldEntries = positions(old.entries.map { old.network.organizations[$0].id })
    entries = new.entries.map { oldEntries[new.network.organizations[$0].id] }
    let oldServices = positions(old.needs.services.map(\.text))
    services = new.needs.services.map { oldServices[$0.text] }
    let oldAreas = positions(old.needs.areas.map { old.network.areas[$0].id })
    areas = new.needs.areas.map { oldAreas[new.network.areas[$0].id] }
    let classes = new.needs.caseClasses.map { cases in
      old.needs.caseClasses.indices.filter { position in
        let known = old.needs.caseClasses[position]
        return known == cases || known.contains(where: cases.contains)
      }
    }
    let groups = new.needs.groups.map { old.needs.groups.firstIndex(of: $0) }
    profiles = groups.flatMap { group in
      classes.map { own in
        group.map { group in own.map { old.needs.profile(group: group, caseClass: $0) } } ?? []
      }
    }
  }

  /// The statuses that a row of the later table had, several where the earlier state told its cases apart;
  /// `notApplicable` where the need did not arise at the entry point, or the area or the entry point was not
  /// there.
  func earlier(_ cell: PathwayTable.Cell) -> Set<PathwayStatus> {
    let isThere =
      entries[cell.entry] != nil && areas[cell.area] != nil && !profiles[cell.profile].isEmpty
    guard isThere else { return [.notApplicable] }
    if services[cell.service] == nil { return [.noProvider] }
    return Set(earlierRows(cell).map(before.pathways.status))
  }

  /// The rows of the earlier table that are a row of the later one.
  func earlierRows(_ cell: PathwayTable.Cell) -> [PathwayTable.Cell] {
    guard let entry = entries[cell.entry] else { return [] }
    return earlierNeeds(cell).map { $0.at(entry: entry) }
  }

  /// The needs of the earlier table that are one of the later one, as rows without an entry point.
  func earlierNeeds(_ cell: PathwayTable.Cell) -> [PathwayTable.Cell] {
    guard let service = services[cell.service], let area = areas[cell.area] else { return [] }
    return profiles[cell.profile].map {
      PathwayTable.Cell(entry: 0, service: service, area: area, profile: $0)
    }
  }

  /// Why the later table has a row no more, by a position in the earlier one; in the order in which they are told.
  enum Absence: Hashable, Comparable {
    /// The entry point meets these people no more.
    case entry(Int)
    /// The area is listed no more.
    case area(Int)
    /// The service type is listed no more.
    case service(Int)
    /// The group is listed no more.
    case group(Int)
    /// The class of cases is listed no more.
    case cases(Int)
  }

  /// How many rows there are, by why, that were asked for and reached and are not in the later table. What
  /// is only drawn finer or wider is not gone. Empty where the later state does not list all organizations.
  ///
  /// - Complexity: O(rows of the earlier table + areas × depth + service types² + groups² + cases²).
  func gone() -> [Absence: Int] {
    var gone: [Absence: Int] = [:]
    let (old, new) = (before.pathways, after.pathways)
    guard new.network.header.boundary?.isComplete("organizations") ?? false else { return gone }
    // The same map, the other way round.
    let later = PathwayChanges(before: after, after: before)
    let listed = Set(new.network.areas.map(\.id))
    let leaves = Set(new.needs.areas.map { new.network.areas[$0].id })
    let isAreaGone = old.needs.areas.map { leaf in
      let area = old.network.areas[leaf]
      return !listed.contains(area.id)
        && !area.chain.contains { leaves.contains(old.network.areas[$0].id) }
    }
    func isGone(_ codes: [Code], from listed: [Code]) -> Bool {
      !codes.contains { code in listed.contains { code.covers($0) || $0.covers(code) } }
    }
    let isServiceGone = old.needs.services.map { isGone([$0], from: new.needs.services) }
    let isGroupGone = old.needs.groups.map { isGone([$0], from: new.needs.groups) }
    let cases = new.needs.caseClasses.flatMap(\.self)
    let areCasesGone = old.needs.caseClasses.map { !$0.isEmpty && isGone($0, from: cases) }
    for row in old.cells where old.status(of: row) == .reached {
      guard before.asked.severity == nil || before.isAsked(row) else { continue }
      if later.entries[row.entry] == nil {
        gone[.entry(row.entry), default: 0] += 1
      } else if later.areas[row.area] == nil {
        if isAreaGone[row.area] { gone[.area(row.area), default: 0] += 1 }
      } else if later.services[row.service] == nil {
        if isServiceGone[row.service] { gone[.service(row.service), default: 0] += 1 }
      } else if later.profiles[row.profile].isEmpty {
        let classes = old.needs.caseClasses.count
        let (group, cases) = row.profile.quotientAndRemainder(dividingBy: classes)
        if isGroupGone[group] {
          gone[.group(group), default: 0] += 1
        } else if areCasesGone[cases] {
          gone[.cases(cases), default: 0] += 1
        }
      } else if later.earlier(row) == [.notApplicable] {
        gone[.entry(row.entry), default: 0] += 1
      }
    }
    return gone
  }

  /// Whether an entry point of the earlier table takes people from anywhere in the later state.
  func isStillMet(entry: Int) -> Bool {
    let id = before.pathways.network.organizations[before.pathways.entries[entry]].id
    let table = after.pathways
    return table.entries.indices.contains { position in
      table.network.organizations[table.entries[position]].id == id
        && !table.statuses.areas[position].isEmpty
    }
  }

  /// The best answer of any provider that a need of the later table had; nil where it is a need of that
  /// table alone.
  func earlierProvider(_ need: PathwayTable.Cell) -> Answer? {
    guard areas[need.area] != nil, !profiles[need.profile].isEmpty else { return nil }
    return earlierNeeds(need).flatMap { need in
      before.pathways.providers(service: need.service, area: need.area, profile: need.profile)
    }.map(\.answer).max() ?? .no
  }

  /// Whether areas of the later state, by id, stand for none that the earlier one has: neither they nor those
  /// above them, of which they may be drawn finer.
  func areNewAreas(_ ids: [String]) -> Bool {
    let (old, new) = (before.pathways.network, after.pathways.network)
    let leaves = Set(before.pathways.needs.areas.map { old.areas[$0].id })
    return !ids.isEmpty
      && ids.allSatisfy { id in
        guard old.area(id) == nil, let area = new.area(id) else { return false }
        return !new.areas[area].chain.contains { leaves.contains(new.areas[$0].id) }
      }
  }

  /// Whether the earlier state has a way, certain or possible, to a need of the later table from anywhere.
  func hadWay(_ need: PathwayTable.Cell) -> Bool {
    earlierNeeds(need).contains {
      before.pathways.hasWay(service: $0.service, area: $0.area, profile: $0.profile)
    }
  }

  /// The needs of the later table that a finding folds, as rows without an entry point.
  ///
  /// - Complexity: O(service types + areas + profiles + needs found).
  func needs(of folded: Finding.Needs) -> [PathwayTable.Cell] {
    let table = after.pathways
    let space = table.needs
    let services = space.services.indices.filter { position in
      folded.service.map { $0.covers(space.services[position]) } ?? true
    }
    let areas = table.areas(of: folded)
    let profiles = table.profiles(of: folded).filter { profile in
      folded.cases.isEmpty
        || space.caseClasses[space.caseClass(ofProfile: profile)].contains(
          where: folded.cases.contains)
    }
    return services.flatMap { service in
      areas.flatMap { area in
        profiles.map {
          PathwayTable.Cell(entry: 0, service: service, area: area, profile: $0)
        }
      }
    }
  }

  /// The rows of the later table that a finding about one entry point folds.
  func rows(of folded: Finding.Needs) -> [PathwayTable.Cell] {
    let table = after.pathways
    let entry = table.entries.firstIndex { table.network.organizations[$0].id == folded.entry }
    guard let entry else { return [] }
    return needs(of: folded).map { $0.at(entry: entry) }
  }
}

extension PathwayTable {
  /// Whether there is a way, certain or possible, to a need from any entry point.
  func hasWay(service: Int, area: Int, profile: Int) -> Bool {
    statuses.takers[area].contains { entry in
      status(of: Cell(entry: entry, service: service, area: area, profile: profile)).isWay
    }
  }
}
