import LiaisonModel

/// The pathways of a network beside what they would be if nobody had to pass through some sectors
/// (SEMANTICS §4): the organizations of these pass nobody on.
struct UnconditionalAccess {
  /// The pathways without those sectors, of the service types asked about.
  let rest: PathwayTable
  /// The organizations of those sectors.
  let leftOut: Set<Int>
  private let table: PathwayTable
  private let asked: NeedSelection.Positions

  /// The pathways to one service type that do not start at one of those sectors.
  struct Rows {
    /// How many there are.
    var total = 0
    /// How many are reached without those sectors.
    var reached = 0
    /// How many may be.
    var possible = 0
    /// Those reached that would be missing.
    var lost: [PathwayTable.Cell] = []
    /// Those of which it is not sure.
    var doubtful: [PathwayTable.Cell] = []
  }

  /// - Complexity: that of the table of the service types asked about.
  init(_ table: PathwayTable, _ asked: NeedSelection.Positions, without sectors: [Code]) {
    self.table = table
    self.asked = asked
    let network = table.network
    leftOut = Set(
      network.organizations.indices.filter { index in
        network.organizations[index].sector.map { own in
          sectors.contains { $0.covers(own) }
        } ?? false
      })
    rest = PathwayTable(
      network, services: asked.services.map { table.needs.services[$0] }, on: table.date,
      notThrough: leftOut)
  }

  /// A row in the table without those sectors; nil where it does not ask for the service type.
  func inRest(_ cell: PathwayTable.Cell) -> PathwayTable.Cell? {
    position(ofService: cell.service).map { service in
      var same = cell
      same.service = service
      return same
    }
  }

  private func position(ofService service: Int) -> Int? {
    rest.needs.services.firstIndex(of: table.needs.services[service])
  }

  /// The rows of one service type, by its position in the whole table.
  ///
  /// - Complexity: O(rows).
  func rows(ofService service: Int) -> Rows {
    var rows = Rows()
    guard let position = position(ofService: service) else { return rows }
    for entry in table.entries.indices where !leftOut.contains(table.entries[entry]) {
      for area in asked.areas {
        for profile in asked.profiles {
          let cell = PathwayTable.Cell(entry: entry, service: service, area: area, profile: profile)
          let status = table.status(of: cell)
          guard status.isWay else { continue }
          let remaining = rest.status(
            of: PathwayTable.Cell(entry: entry, service: position, area: area, profile: profile))
          rows.total += 1
          if remaining == .reached { rows.reached += 1 }
          if remaining.isWay || remaining == .unclear { rows.possible += 1 }
          if status == .reached, remaining == .missing {
            rows.lost.append(cell)
          } else if remaining == .unclear || remaining == .missing
            || remaining == .assumed && status == .reached
          {
            rows.doubtful.append(cell)
          }
        }
      }
    }
    return rows
  }
}
