import LiaisonModel

/// Whom people reach from entry points, over steps that say yes or unknown, or over those alone that say yes.
///
/// That does not depend on the service that they need, as no service type turns a step into a no; so
/// it is found once for an entry point, area and profile, and the same organizations at the same hops
/// are kept once, whoever reaches them.
struct ReachedSets {
  /// The organizations that people reach, by index, each with the fewest hops to it.
  struct Members: Hashable {
    var organizations: [Int]
    var hops: [Int]
  }

  private let table: PathwayTable
  private var search: NeedSearch
  private var sets: [Members] = []
  private var placeOfSet: [Members: Int] = [:]
  /// For each entry point with an area that it may take people from, and profile: its set.
  private var placeOfRow: [Int32?]

  /// The least that a step has to say.
  private let least: Answer

  init(_ table: PathwayTable, atLeast least: Answer = .unknown) {
    self.table = table
    self.least = least
    search = NeedSearch(table, service: 0, area: 0, profile: 0)
    placeOfRow = Array(
      repeating: nil, count: table.statuses.lineCount * table.needs.profileCount)
  }

  /// How many distinct ones were found.
  var count: Int { sets.count }

  /// The members of one.
  subscript(place: Int) -> Members { sets[place] }

  /// Those whom people of a row reach.
  ///
  /// - Complexity: that of ``place(of:)``.
  mutating func members(of cell: PathwayTable.Cell) -> Members {
    let place = place(of: cell)
    return self[place]
  }

  /// The place of those whom people of a row reach.
  ///
  /// - Complexity: O(arcs out of those reached), once for an entry point, area and profile.
  mutating func place(of cell: PathwayTable.Cell) -> Int {
    let row = table.statuses.line(entry: cell.entry, area: cell.area).map {
      $0 * table.needs.profileCount + cell.profile
    }
    if let row, let known = placeOfRow[row] { return Int(known) }
    search.move(service: 0, area: cell.area, profile: cell.profile)
    let found = search.reached(from: table.entries[cell.entry], atLeast: least)
    let set = Members(organizations: found.map(\.organization), hops: found.map(\.hops))
    let place = placeOfSet[set] ?? sets.count
    if place == sets.count {
      sets.append(set)
      placeOfSet[set] = place
    }
    if let row { placeOfRow[row] = Int32(place) }
    return place
  }
}
