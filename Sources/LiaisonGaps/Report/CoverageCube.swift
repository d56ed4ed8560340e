public import LiaisonModel

/// Who is provided for: for each service type, area and group that the standard asks coverage of, how many
/// organizations provide it (DOMAIN G2).
public struct CoverageCube: Sendable, Equatable {
  /// What a cell is (SEMANTICS §7).
  public enum State: String, Sendable, CaseIterable {
    /// At least one provides it for certain, and another does or may.
    case present
    /// Exactly one provides it, and nobody else may.
    case thin
    /// Nobody does, and nobody may.
    case hole
    /// Somebody may, and nobody does for certain.
    case unknown
  }

  /// How many provide a cell; over kinds of case that scopes tell apart, the fewest.
  public struct Count: Sendable, Hashable {
    /// How many do for certain.
    public var certain: Int
    /// How many do, or may.
    public var possible: Int

    /// What that makes of the cell.
    public var state: State {
      if possible == 0 { return .hole }
      if certain == 0 { return .unknown }
      return possible == 1 ? .thin : .present
    }
  }

  /// One cell.
  public struct Cell: Sendable, Equatable {
    /// The service type.
    public var service: Code
    /// The leaf area, as an index of the network's areas.
    public var area: Int
    /// The leaf group.
    public var group: Code
    /// How many provide it.
    public var count: Count
  }

  /// The groups of one service that are provided for alike in every area.
  public struct Row: Sendable, Equatable {
    /// The service type.
    public var service: Code
    /// The leaf groups.
    public var groups: [Code]
    /// A count an area, in the order of `areas`; nil where nothing is asked or no such need arises.
    public var counts: [Count?]
  }

  /// The leaf areas, as indices of the network's areas, by id.
  public let areas: [Int]
  /// By service type in the order asked, then by group; groups alike in one row.
  public let rows: [Row]
  /// Whether all organizations and services are listed, so that where nobody provides there is a hole; else
  /// it is a question.
  public let isListed: Bool

  /// The cells, by service type, group and area.
  public var cells: [Cell] {
    rows.flatMap { row in
      row.groups.flatMap { group in
        zip(areas, row.counts).compactMap { area, count in
          count.map { Cell(service: row.service, area: area, group: group, count: $0) }
        }
      }
    }
  }

  /// The cube of what some expectations ask.
  ///
  /// - Complexity: O(needs asked × providers of the service type in the area).
  init(_ table: PathwayTable, _ asked: [NeedSelection.Positions]) {
    struct Key: Hashable {
      var service: Int
      var group: Int
    }
    var counts: [Key: [Int: Count]] = [:]
    var services: [Int] = []
    var slots: Set<Int> = []
    for positions in asked {
      for service in positions.services {
        if !services.contains(service) { services.append(service) }
        for area in positions.areas {
          for profile in positions.profiles where table.isApplicable(area: area, profile: profile) {
            let providers = table.providers(service: service, area: area, profile: profile)
            let certain = providers.count { $0.answer == .yes }
            let key = Key(service: service, group: profile / table.needs.caseClasses.count)
            let known = counts[key]?[area]
            counts[key, default: [:]][area] = Count(
              certain: min(known?.certain ?? certain, certain),
              possible: min(known?.possible ?? providers.count, providers.count))
            slots.insert(area)
          }
        }
      }
    }
    let columns = slots.sorted()
    areas = columns.map { table.needs.areas[$0] }
    var rows: [Row] = []
    for service in services {
      let first = rows.count
      for group in table.needs.groups.indices {
        guard let own = counts[Key(service: service, group: group)] else { continue }
        let line = columns.map { own[$0] }
        let code = table.needs.groups[group]
        if let known = rows[first...].firstIndex(where: { $0.counts == line }) {
          rows[known].groups.append(code)
        } else {
          rows.append(Row(service: table.needs.services[service], groups: [code], counts: line))
        }
      }
    }
    self.rows = rows
    let boundary = table.network.header.boundary
    isListed = ["organizations", "services"].allSatisfy { boundary?.isComplete($0) ?? false }
  }

  /// A count in words: "3"; "1–3", where up to three may; "1 thin", "0 hole", "0–2 unknown"; "0 recorded"
  /// where not all services are listed.
  public func words(_ count: Count) -> String {
    let number =
      count.certain == count.possible ? "\(count.certain)" : "\(count.certain)–\(count.possible)"
    switch count.state {
    case .present: return number
    case .hole where !isListed: return "\(number) recorded"
    case .thin, .hole, .unknown: return "\(number) \(count.state.rawValue)"
    }
  }
}

extension GapReport {
  /// Who is provided for, of what the expectations of coverage ask; nil where none is judged.
  ///
  /// - Complexity: O(needs asked × providers of the service type in the area).
  public var coverage: CoverageCube? {
    if coverageAsked.isEmpty { return nil }
    let cube = CoverageCube(pathways, coverageAsked.map(\.needs))
    return cube.rows.isEmpty ? nil : cube
  }
}
