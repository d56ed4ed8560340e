import LiaisonModel

/// What became of the pathways of one state of a network in another, row by row; entry points, areas and
/// service types are the same where their ids are.
struct PathwayChanges {
  let before: GapReport
  let after: GapReport
  /// For each entry point, service type, area and profile of the later table its position in the earlier
  /// one; nil where that has none.
  private let entries: [Int?]
  private let services: [Int?]
  private let areas: [Int?]
  private let profiles: [Int?]

  /// - Complexity: O(organizations + areas + service types × profiles).
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
    profiles = (0..<new.needs.profileCount).map { profile in
      guard !new.needs.services.isEmpty, !new.needs.areas.isEmpty,
        let service = old.needs.services.first, let area = old.needs.areas.first
      else { return nil }
      var need = new.needs.need(service: 0, area: 0, profile: profile)
      need.service = service
      need.area = area
      return old.needs.place(of: need)?.profile
    }
  }

  /// The status that a row of the later table had; `notApplicable` where the need did not arise at the entry
  /// point, or the area or the entry point was not there.
  func earlier(_ cell: PathwayTable.Cell) -> PathwayStatus {
    guard let entry = entries[cell.entry], let area = areas[cell.area],
      let profile = profiles[cell.profile]
    else { return .notApplicable }
    guard let service = services[cell.service] else { return .noProvider }
    return before.pathways.status(
      of: PathwayTable.Cell(entry: entry, service: service, area: area, profile: profile))
  }

  /// The rows of the earlier table that the later one has no more, by why.
  struct Gone {
    /// By the position of the entry point in the earlier table: it meets these people no more.
    var byEntry: [Int: [PathwayTable.Cell]] = [:]
    /// By the position of an area that is listed no more.
    var byArea: [Int: [PathwayTable.Cell]] = [:]
    /// By the position of a service type that is listed no more.
    var byService: [Int: [PathwayTable.Cell]] = [:]

    /// How many rows.
    var count: Int { [byEntry, byArea, byService].joined().reduce(0) { $0 + $1.value.count } }
  }

  /// The rows asked for that were reached and are not in the later table: the entry point takes these people
  /// no more, or the area or the service type is gone. An area or type that is only drawn finer or wider is
  /// not gone. Empty where the later state does not list all organizations.
  ///
  /// - Complexity: O(rows of the earlier table + areas × depth + service types²).
  func gone() -> Gone {
    var gone = Gone()
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
    let isServiceGone = old.needs.services.map { type in
      !new.needs.services.contains { type.covers($0) || $0.covers(type) }
    }
    for row in old.cells where old.status(of: row) == .reached {
      guard before.asked.severity == nil || before.isAsked(row) else { continue }
      if later.entries[row.entry] == nil {
        gone.byEntry[row.entry, default: []].append(row)
      } else if later.areas[row.area] == nil {
        if isAreaGone[row.area] { gone.byArea[row.area, default: []].append(row) }
      } else if later.services[row.service] == nil {
        if isServiceGone[row.service] { gone.byService[row.service, default: []].append(row) }
      } else if later.profiles[row.profile] != nil, later.earlier(row) == .notApplicable {
        gone.byEntry[row.entry, default: []].append(row)
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
  func earlierProvider(service: Int, area: Int, profile: Int) -> Answer? {
    guard let area = areas[area], let profile = profiles[profile] else { return nil }
    guard let service = services[service] else { return .no }
    return before.pathways.providers(service: service, area: area, profile: profile)
      .map(\.answer).max() ?? .no
  }

  /// Whether the earlier state has a way, certain or possible, to a need of the later table from anywhere.
  func hadWay(service: Int, area: Int, profile: Int) -> Bool {
    guard let service = services[service], let area = areas[area], let profile = profiles[profile]
    else { return false }
    return before.pathways.hasWay(service: service, area: area, profile: profile)
  }

  /// The needs of the later table that a finding folds, as rows without an entry point.
  ///
  /// - Complexity: O(service types + areas + profiles + needs found).
  func needs(of folded: Finding.Needs) -> [PathwayTable.Cell] {
    let space = after.pathways.needs
    let areaIDs = space.areas.map { after.pathways.network.areas[$0].id }
    let services = space.services.indices.filter { position in
      folded.service.map { $0.covers(space.services[position]) } ?? true
    }
    let areas = areaIDs.indices.filter {
      folded.areas.isEmpty || folded.areas.contains(areaIDs[$0])
    }
    let profiles = (0..<space.profileCount).filter { profile in
      (folded.groups.isEmpty || folded.groups.contains(space.group(ofProfile: profile)))
        && (folded.cases.isEmpty
          || space.caseClasses[space.caseClass(ofProfile: profile)].contains(
            where: folded.cases.contains))
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
    return needs(of: folded).map { need in
      var row = need
      row.entry = entry
      return row
    }
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
