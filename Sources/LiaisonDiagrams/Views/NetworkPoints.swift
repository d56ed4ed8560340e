import LiaisonModel

extension Scene {
  /// At most so many of this many points are named: 14, and up to 30 of fewer than 130, which leave
  /// room between them.
  static func mostNamed(of count: Int) -> Int { min(max(14, 1_800 / max(count, 1)), 30) }

  /// Makes the nodes of a network points: by the mark of their sectors where any is stated, named
  /// where they rank highest; the legend and the source line say so.
  ///
  /// - Parameters:
  ///   - sectors: those of the nodes.
  ///   - values: what is measured of the nodes; nil where nothing is.
  ///   - measure: how it is called.
  mutating func makePoints(of sectors: [Code?], _ values: [Double]?, _ measure: String) {
    let groups = sectors.map { SectorGroup($0) }
    let isPlain = Set(groups) == [.other]
    let named = values.map { Self.highest($0) } ?? []
    let most = Self.mostNamed(of: nodes.count)
    let chosen = named.isEmpty ? Array(nodes.indices.prefix(most)) : named
    for index in nodes.indices {
      nodes[index].isNamed = false
      guard groups[index] == .other else { continue }
      nodes[index].style.mark = isPlain ? .circle : .cross
      if isPlain { nodes[index].style.markColor = Self.plainPoint }
    }
    for index in chosen { nodes[index].isNamed = true }
    if let first = nodes.first, isPlain {
      legend.append(.point(first.style, "an organization"))
    } else {
      for group in SectorGroup.allCases {
        guard let index = groups.firstIndex(of: group) else { continue }
        var style = group.style
        style.mark = nodes[index].style.mark
        legend.append(.point(style, group.title))
      }
    }
    let isAlone = chosen.count == 1
    let which =
      named.isEmpty
      ? "the first \(chosen.count) of \(nodes.count.grouped) as they are listed, which is no ranking"
      : "\(isAlone ? "the one" : "the \(chosen.count)") with the highest \(measure) of \(nodes.count.grouped)"
    if values != nil {
      legend.append(.size(ofPoints: true, "the larger, the higher its \(measure)"))
    }
    legend.append(
      .words(
        "named: \(isAlone ? "the" : "the \(chosen.count)") \(named.isEmpty ? "first" : "highest")"))
    // First, as it may not be cut where the rest is long.
    sources.insert("\(isAlone ? "Label" : "Labels"): \(which)", at: 0)
  }

  /// The colour of points of no stated sector.
  private static let plainPoint = Tint(0x005A8C)

  /// The nodes of the highest values, above 0 and above those of all others: of some that are alike
  /// all are there, or none.
  private static func highest(_ values: [Double]) -> [Int] {
    let ranked = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    let most = mostNamed(of: values.count)
    let bound = ranked.count > most ? max(values[ranked[most]], 0) : 0
    // Alike but for rounding is alike.
    return ranked.prefix(most).filter { values[$0] > bound * (1 + 1e-9) }
  }
}
