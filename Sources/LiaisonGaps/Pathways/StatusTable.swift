import LiaisonModel

/// The statuses of all rows as bits: for each entry point only the areas that it may take people
/// from, then service types, areas, and one bit a profile.
struct StatusTable {
  /// For each entry point, the positions of the areas that it may take people from.
  private(set) var areas: [[Int]] = []
  /// For each area, the entry points that may take people from it, by position, ascending.
  private(set) var takers: [[Int]]
  private let wordCount: Int
  private var start: [Int] = []
  /// The place of an entry point's first area among the areas of all entry points.
  private var firstLine: [Int] = [0]
  private var applicable: [UInt64] = []
  private var noProvider: [UInt64]
  private var reached: [UInt64]
  private var assumed: [UInt64]
  private var unclear: [UInt64]

  init(_ arcs: ReferralArcs) {
    wordCount = arcs.needs.wordCount
    takers = Array(repeating: [], count: arcs.needs.areas.count)
    var size = 0
    for (position, entry) in arcs.entries.enumerated() {
      let isIn = entry.mask.cap != .no
      areas.append(isIn ? arcs.masks.areas(entry.mask.area).map { Int($0) } : [])
      start.append(size)
      for area in areas.last ?? [] { takers[area].append(position) }
      let count = areas.last?.count ?? 0
      size += count * arcs.needs.services.count * wordCount
      firstLine.append((firstLine.last ?? 0) + count)
    }
    applicable = [UInt64](repeating: 0, count: size)
    noProvider = applicable
    reached = applicable
    assumed = applicable
    unclear = applicable
  }

  /// Fills in one service type.
  mutating func fill(
    service: Int, _ reach: BackwardReach, _ silent: BackwardReach,
    _ providers: [PathwayTable.Provider], _ arcs: ReferralArcs
  ) {
    let masks = arcs.masks
    var offered = [UInt64](repeating: 0, count: arcs.needs.areas.count * wordCount)
    for provider in providers where provider.mask.cap != .no {
      for slot in masks.areas(provider.mask.area) {
        for word in 0..<wordCount {
          offered[Int(slot) * wordCount + word] |= masks.possible(provider.mask.profile, word)
        }
      }
    }
    let byOwner = Dictionary(grouping: providers) {
      arcs.network.services[$0.service].organization
    }
    for (entry, place) in arcs.entries.enumerated() {
      let own = byOwner[place.organization] ?? []
      for (position, area) in areas[entry].enumerated() {
        let isCertain =
          place.mask.cap == .yes && masks.answer(place.mask.area, area: area) == .yes
        for word in 0..<wordCount {
          let from = reach.offset(place.organization, area) + word
          var certain = reach.certain[from]
          var possible = reach.possible[from]
          for provider in own where provider.mask.cap != .no {
            let answer = masks.answer(provider.mask.area, area: area) & provider.mask.cap
            if answer == .no { continue }
            possible |= masks.possible(provider.mask.profile, word)
            if answer == .yes { certain |= masks.certain(provider.mask.profile, word) }
          }
          let admits = masks.possible(place.mask.profile, word)
          let surely = isCertain ? masks.certain(place.mask.profile, word) : 0
          let withProvider = admits & offered[area * wordCount + word]
          let to = offset(entry, service, position) + word
          applicable[to] = admits
          noProvider[to] = admits & ~withProvider
          reached[to] = withProvider & surely & certain
          assumed[to] = withProvider & possible & ~reached[to]
          unclear[to] = withProvider & ~possible & (~surely | silent.possible[from])
        }
      }
    }
  }

  private func offset(_ entry: Int, _ service: Int, _ position: Int) -> Int {
    start[entry] + (service * areas[entry].count + position) * wordCount
  }

  /// How many pairs there are of an entry point with an area that it may take people from.
  var lineCount: Int { firstLine.last ?? 0 }

  /// The number of the pair of an entry point and an area; nil where it takes nobody from there.
  func line(entry: Int, area: Int) -> Int? {
    position(entry, area).map { firstLine[entry] + $0 }
  }

  /// The place of an area among those of an entry point.
  ///
  /// - Complexity: O(log areas of the entry point).
  private func position(_ entry: Int, _ area: Int) -> Int? {
    // The areas of an entry point ascend.
    let own = areas[entry]
    var position = 0
    var high = own.count
    while position < high {
      let middle = (position + high) / 2
      if own[middle] < area { position = middle + 1 } else { high = middle }
    }
    return position < own.count && own[position] == area ? position : nil
  }

  /// The status of a row.
  func status(of cell: PathwayTable.Cell) -> PathwayStatus {
    guard let position = position(cell.entry, cell.area) else { return .notApplicable }
    let index = offset(cell.entry, cell.service, position) + cell.profile / 64
    let bit = UInt64(1) << UInt64(cell.profile % 64)
    if applicable[index] & bit == 0 { return .notApplicable }
    if noProvider[index] & bit != 0 { return .noProvider }
    if reached[index] & bit != 0 { return .reached }
    if assumed[index] & bit != 0 { return .assumed }
    return unclear[index] & bit != 0 ? .unclear : .missing
  }
}
