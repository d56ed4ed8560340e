import LiaisonModel

/// One row of the table, as it is told: an entry point with a need, what is recorded about it, and by
/// which way or where it stops.
public struct PathwayRow: Sendable {
  /// The entry point and the need.
  public var cell: PathwayTable.Cell
  /// What is recorded.
  public var status: PathwayStatus
  /// The best way, where there is one.
  public var path: Pathway?
  /// Where the way stops; nil where there is one, and where nobody provides what is needed.
  public var stop: PathwayStop?
}

extension PathwayTable {
  /// Every row that applies, by need and entry point, with its best way or where it stops.
  ///
  /// - Complexity: O(needs × (organizations + arcs)), and that of `StopSearch.stops` for the rows
  ///   without a way.
  public func rows() -> [PathwayRow] {
    var rows: [PathwayRow] = []
    var open: [Int] = []
    var search = NeedSearch(self, service: 0, area: 0, profile: 0)
    for service in needs.services.indices {
      for area in needs.areas.indices {
        for profile in 0..<needs.profileCount {
          search.move(service: service, area: area, profile: profile)
          for entry in entries.indices {
            let cell = Cell(entry: entry, service: service, area: area, profile: profile)
            let status = status(of: cell)
            switch status {
            case .notApplicable: continue
            case .reached, .assumed:
              let path = search.path(fromEntry: entry)
              rows.append(PathwayRow(cell: cell, status: status, path: path))
            case .unclear, .missing:
              open.append(rows.count)
              rows.append(PathwayRow(cell: cell, status: status))
            case .noProvider: rows.append(PathwayRow(cell: cell, status: status))
            }
          }
        }
      }
    }
    guard !open.isEmpty else { return rows }
    var stops = StopSearch(self)
    for (row, stop) in zip(open, stops.stops(open.map { rows[$0].cell })) { rows[row].stop = stop }
    return rows
  }
}

/// What rows without a way say, in words.
public struct PathwayRowWords {
  private var words: TraceWording

  /// Words for the rows of a table.
  public init(_ table: PathwayTable) { words = TraceWording(table, entry: 0) }

  /// "No arrangement is recorded by which …: the path stops at …", or that nobody is recorded to provide
  /// it; nil of a row that has a way.
  public mutating func sentence(_ row: PathwayRow) -> String? {
    guard row.path == nil,
      let block = NeedBlock.covering([row.cell], words.table.needs).first
    else { return nil }
    words.entry = row.cell.entry
    return words.sentence(row.cell.service, block, row.status, nil, row.stop)
  }
}
