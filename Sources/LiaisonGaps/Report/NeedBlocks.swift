import LiaisonModel

/// A block of needs that one clause can name: each of its services with each of its areas, groups
/// and case classes.
struct NeedBlock: Hashable {
  var services: [Int]
  var areas: [Int]
  var groups: [Int]
  var caseClasses: [Int]

  /// How many needs it names.
  var count: Int { services.count * areas.count * groups.count * caseClasses.count }

  /// The blocks that together name a set of needs exactly, the largest first.
  ///
  /// Needs alike in all but the case are joined first, then those alike in all but the area, the
  /// group, the service.
  ///
  /// - Complexity: O(cells log cells).
  static func covering(_ cells: [PathwayTable.Cell], _ needs: NeedSpace) -> [NeedBlock] {
    let classes = needs.caseClasses.count
    var rows = cells.map { cell in
      SIMD4(cell.service, cell.profile / classes, cell.area, cell.profile % classes)
    }
    let casesOfRow = Lists.joining(&rows)
    rows = rows.map { SIMD4($0[0], $0[1], $0[3], $0[2]) }
    let areasOfRow = Lists.joining(&rows)
    rows = rows.map { SIMD4($0[0], $0[2], $0[3], $0[1]) }
    let groupsOfRow = Lists.joining(&rows)
    rows = rows.map { SIMD4($0[3], $0[1], $0[2], $0[0]) }
    let servicesOfRow = Lists.joining(&rows)
    return rows.map { row in
      NeedBlock(
        services: servicesOfRow[row[3]], areas: areasOfRow[row[2]], groups: groupsOfRow[row[0]],
        caseClasses: casesOfRow[row[1]])
    }.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      return left.order.lexicographicallyPrecedes(right.order)
    }
  }

  /// A total order of blocks of one size.
  var order: [Int] { services + [-1] + groups + [-1] + areas + [-1] + caseClasses }

  /// The profiles it names.
  func profiles(_ needs: NeedSpace) -> [Int] {
    groups.flatMap { group in
      caseClasses.map { needs.profile(group: group, caseClass: $0) }
    }
  }
}

/// Distinct lists of numbers, each once.
private struct Lists {
  private var lists: [[Int]] = []
  private var places: [[Int]: Int] = [:]

  subscript(place: Int) -> [Int] { lists[place] }

  /// Joins rows alike in all but the last number: in its stead stands the place of the list of those
  /// that they had, ascending, each once.
  static func joining(_ rows: inout [SIMD4<Int>]) -> Lists {
    var known = Lists()
    rows.sort { left, right in
      (left[0], left[1], left[2], left[3]) < (right[0], right[1], right[2], right[3])
    }
    var joined: [SIMD4<Int>] = []
    var own: [Int] = []
    for (position, row) in rows.enumerated() {
      if own.last != row[3] { own.append(row[3]) }
      let next = position + 1 < rows.count ? rows[position + 1] : nil
      if let next, (next[0], next[1], next[2]) == (row[0], row[1], row[2]) { continue }
      joined.append(SIMD4(row[0], row[1], row[2], known.place(of: own)))
      own.removeAll(keepingCapacity: true)
    }
    rows = joined
    return known
  }

  private mutating func place(of list: [Int]) -> Int {
    if let known = places[list] { return known }
    lists.append(list)
    places[list] = lists.count - 1
    return lists.count - 1
  }
}
