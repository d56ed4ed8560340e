import LiaisonModel

/// Who provides the same in a state, and works together there.
struct DuplicateStates {
  private let table: PathwayTable
  private let tied: Set<FamilyPair>

  /// - Complexity: O(relations × evidence of each).
  init(_ report: GapReport) {
    table = report.pathways
    tied = table.network.familyTies(.cooperation, on: report.asOf)
  }

  /// Two organizations, by the id of the one above their units.
  struct Pair: Hashable {
    var ids: Set<String>
  }

  /// The pairs that provide for a need, with the lesser answer of the two, and whether a tie joins or may join them.
  func pairs(_ need: PathwayTable.Cell) -> [Pair: (answer: Answer, isTied: Bool)] {
    let network = table.network
    var families: [Int: Answer] = [:]
    for provider in table.providers(
      service: need.service, area: need.area, profile: need.profile)
    {
      let family = network.family(of: provider.organization)
      families[family] = max(families[family] ?? .no, provider.answer)
    }
    var pairs: [Pair: (answer: Answer, isTied: Bool)] = [:]
    for (first, one) in families {
      for (second, other) in families where first < second {
        let pair = Pair(ids: [network.organizations[first].id, network.organizations[second].id])
        pairs[pair] = (min(one, other), tied.contains(FamilyPair(first, second)))
      }
    }
    return pairs
  }
}
