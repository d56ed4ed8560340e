import LiaisonModel

/// Closes organizations and stops services, and counts the pathways lost: for one area and one
/// service type at a time, all groups and cases at once as bits (SEMANTICS §4, over `yes|unknown`).
///
/// A trial walks only what people of an area may reach, and only where a closure stands among that;
/// the table of pathways is not made again. It equals making the table of the network without them.
struct ClosureTrial {
  let table: PathwayTable
  /// For each service type, area and word: the profiles asked about.
  private let asked: [UInt64]
  private let wordCount: Int

  /// A trial of the needs that a predicate asks for.
  init(_ table: PathwayTable, asks: (_ service: Int, _ area: Int, _ profile: Int) -> Bool) {
    self.table = table
    let needs = table.needs
    wordCount = needs.wordCount
    var asked = [UInt64](
      repeating: 0, count: needs.services.count * needs.areas.count * needs.wordCount)
    for service in needs.services.indices {
      for area in needs.areas.indices {
        for profile in 0..<needs.profileCount where asks(service, area, profile) {
          let row = (service * needs.areas.count + area) * needs.wordCount
          asked[row + profile / 64] |= UInt64(1) << UInt64(profile % 64)
        }
      }
    }
    self.asked = asked
  }

  /// What closures cost, and all pathways that there are.
  struct Result {
    /// All pathways asked for, certain or possible.
    var pathways = 0
    /// All needs that some entry point has a way to.
    var needs = 0
    /// What each closure costs.
    var losses: [ClosureLoss]
    /// The needs lost by each closure, as rows without an entry point, where they are asked for.
    var lost: [[PathwayTable.Cell]]
  }

  /// The cost of closures.
  ///
  /// - Parameter naming: whether the needs lost are named too.
  /// - Complexity: O(closures × arcs within their areas × service types × profiles ÷ 64 × longest
  ///   way) time; a closure costs nothing where nobody reaches it.
  func result(_ closures: [Closure], naming: Bool = false) -> Result {
    var result = Result(
      losses: Array(repeating: ClosureLoss(), count: closures.count),
      lost: Array(repeating: [], count: closures.count))
    let byOrganization = Self.positions(closures, by: \.organizations)
    let byService = Self.positions(closures, by: \.services)
    for area in table.needs.areas.indices {
      let local = LocalReferrals(table, area: area)
      for service in table.needs.services.indices {
        let words = self.words(service, area)
        guard words.contains(where: { $0 != 0 }) else { continue }
        let ends = local.ends(ofService: service, table)
        let before = local.ways(ends, words, table)
        guard before.contains(where: { $0 != 0 }) else { continue }
        result.pathways += before.reduce(0) { $0 + $1.nonzeroBitCount }
        let needs = union(before)
        result.needs += needs.reduce(0) { $0 + $1.nonzeroBitCount }
        var touched: Set<Int> = []
        for organization in local.organizations {
          touched.formUnion(byOrganization[organization] ?? [])
        }
        for service in local.servicesOnTheWay { touched.formUnion(byService[service] ?? []) }
        for end in ends {
          touched.formUnion(byService[end.service] ?? [])
          let owner = table.network.services[end.service].organization
          touched.formUnion(byOrganization[owner] ?? [])
        }
        for index in touched {
          let after = local.ways(ends, words, table, without: closures[index])
          let closed = Set(closures[index].organizations)
          var pathways = 0
          var own = 0
          for (position, entry) in local.entries.enumerated() {
            let isClosed = closed.contains(local.organizations[entry.place])
            for word in 0..<wordCount {
              let at = position * wordCount + word
              let count = (before[at] & ~after[at]).nonzeroBitCount
              if isClosed { own += count } else { pathways += count }
            }
          }
          let left = union(after)
          result.losses[index].pathways += pathways
          result.losses[index].own += own
          for word in 0..<wordCount {
            let gone = needs[word] & ~left[word]
            result.losses[index].needs += gone.nonzeroBitCount
            guard naming, gone != 0 else { continue }
            for bit in 0..<64 where gone & (UInt64(1) << UInt64(bit)) != 0 {
              result.lost[index].append(
                PathwayTable.Cell(
                  entry: 0, service: service, area: area, profile: word * 64 + bit))
            }
          }
        }
      }
    }
    return result
  }

  /// For each of what closures take away, which of them do.
  private static func positions(
    _ closures: [Closure], by part: KeyPath<Closure, [Int]>
  ) -> [Int: [Int]] {
    var positions: [Int: [Int]] = [:]
    for (index, closure) in closures.enumerated() {
      for element in closure[keyPath: part] { positions[element, default: []].append(index) }
    }
    return positions
  }

  /// What two closures together cost beyond what each costs alone: pathways of people met elsewhere,
  /// and needs, that either closure by itself leaves; only pairs that cost something, by position.
  ///
  /// - Complexity: as ``result(_:naming:)``, for each pair that people of one area may reach.
  func jointLosses(_ closures: [Closure]) -> [(first: Int, second: Int, loss: ClosureLoss)] {
    let byOrganization = Self.positions(closures, by: \.organizations)
    var losses: [Int: ClosureLoss] = [:]
    for area in table.needs.areas.indices {
      let local = LocalReferrals(table, area: area)
      for service in table.needs.services.indices {
        let words = self.words(service, area)
        guard words.contains(where: { $0 != 0 }) else { continue }
        let ends = local.ends(ofService: service, table)
        let before = local.ways(ends, words, table)
        guard before.contains(where: { $0 != 0 }) else { continue }
        let owners = ends.map { table.network.services[$0.service].organization }
        let touched = Set((local.organizations + owners).flatMap { byOrganization[$0] ?? [] })
          .sorted()
        let alone = touched.map { local.ways(ends, words, table, without: closures[$0]) }
        for (i, first) in touched.enumerated() {
          for j in touched.indices.dropFirst(i + 1) {
            let both = Closure(
              organizations: closures[first].organizations + closures[touched[j]].organizations)
            let after = local.ways(ends, words, table, without: both)
            var loss = ClosureLoss()
            for (position, entry) in local.entries.enumerated()
            where !both.organizations.contains(local.organizations[entry.place]) {
              for at in (position * wordCount)..<((position + 1) * wordCount) {
                loss.pathways += (alone[i][at] & alone[j][at] & ~after[at]).nonzeroBitCount
              }
            }
            let left = union(after)
            let (one, other) = (union(alone[i]), union(alone[j]))
            for word in 0..<wordCount {
              loss.needs += (one[word] & other[word] & ~left[word]).nonzeroBitCount
            }
            if loss == ClosureLoss() { continue }
            var sum = losses[first * closures.count + touched[j]] ?? ClosureLoss()
            sum.pathways += loss.pathways
            sum.needs += loss.needs
            losses[first * closures.count + touched[j]] = sum
          }
        }
      }
    }
    return losses.keys.sorted().map { key in
      (key / closures.count, key % closures.count, losses[key] ?? ClosureLoss())
    }
  }

  /// How many steps all single closures of organizations take at most.
  func cost(ofClosing organizations: Int) -> Int {
    var cost = 0
    for area in table.needs.areas.indices {
      let local = LocalReferrals(table, area: area)
      let services = table.needs.services.indices.filter { service in
        words(service, area).contains { $0 != 0 }
      }
      cost += min(organizations, local.organizations.count) * services.count * local.size
    }
    return cost
  }

  private func words(_ service: Int, _ area: Int) -> [UInt64] {
    let row = (service * table.needs.areas.count + area) * wordCount
    return Array(asked[row..<(row + wordCount)])
  }

  private func union(_ ways: [UInt64]) -> [UInt64] {
    var all = [UInt64](repeating: 0, count: wordCount)
    for (index, word) in ways.enumerated() { all[index % wordCount] |= word }
    return all
  }
}
