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
  static func covering(_ cells: [PathwayTable.Cell], _ needs: NeedSpace) -> [NeedBlock] {
    var blocks = Set(
      cells.map { cell in
        NeedBlock(
          services: [cell.service], areas: [cell.area],
          groups: [cell.profile / needs.caseClasses.count],
          caseClasses: [needs.caseClass(ofProfile: cell.profile)])
      })
    for key in [
      \NeedBlock.caseClasses, \NeedBlock.areas, \NeedBlock.groups, \NeedBlock.services,
    ] {
      var joined: [NeedBlock: [Int]] = [:]
      for block in blocks {
        var rest = block
        rest[keyPath: key] = []
        joined[rest, default: []] += block[keyPath: key]
      }
      blocks = Set(
        joined.map { rest, values in
          var block = rest
          block[keyPath: key] = values.sorted()
          return block
        })
    }
    return blocks.sorted { left, right in
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
