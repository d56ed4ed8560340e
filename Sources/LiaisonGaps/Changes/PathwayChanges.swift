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
    entries.indices.contains { entry in
      status(of: Cell(entry: entry, service: service, area: area, profile: profile)).isWay
    }
  }
}
