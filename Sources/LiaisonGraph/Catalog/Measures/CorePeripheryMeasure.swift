public import LiaisonCatalog

/// Core and periphery: keys `core_periphery.PATTERN` (1 in the core), values
/// `core_periphery.fit.PATTERN`.
public struct CorePeripheryMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes a core is sought.
  static let limit = SizeLimit(2_000)

  public var page: CatalogPage {
    CatalogPage(
      id: "core_periphery",
      keys: ["core_periphery"],
      terms: ["core–periphery", "core/periphery"],
      summary: "Whether a core holds the network, with the others around it.",
      meaning:
        "1 for each organization of the core, 0 for the periphery, in the division that fits best; "
        + "the fit is 1 where the network is that pattern exactly, near 0 where it has no core. "
        + "attached: the core is tied to all, the periphery only to the core; apart: ties between "
        + "core and periphery do not count.",
      conventions: """
        Pearson's correlation of ties (ordered pairs in a directed network, without weights) \
        with the ideal. Up to \(CorePeriphery.exhaustiveLimit) nodes all divisions are tried. \
        Beyond, steps of one node lead from \(CorePeriphery.startCount) starts, the same each \
        time, and the best is bettered by exchanges of two: there may be a better one. \
        \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "The fit is low: a core is always found, it then means nothing. The network has several "
        + "centres: see communities.",
      reference:
        "S. P. Borgatti and M. G. Everett, Models of core/periphery structures, Social Networks 21 "
        + "(2000) 375–395, doi:10.1016/S0378-8733(99)00019-2",
      examples: [
        CatalogPage.Example(
          "A star",
          text: "a – b, a – c, a – d",
          outcome: """
            core_periphery.attached of a is 1
            core_periphery.attached of b is 0
            core_periphery.fit.attached is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("core_periphery", beyond: Self.limit)
      return result
    }
    for pattern in CorePeripheryPattern.allCases {
      let found = try graph.corePeriphery(pattern, progress: options.progress)
      guard let fit = found.fit else {
        result.skip(
          "core_periphery.\(pattern)", "core_periphery.fit.\(pattern)",
          because: "no division has a fit, as the ties do not vary")
        continue
      }
      var isCore = NodeMap(repeating: 0, count: graph.nodeCount)
      for node in found.core { isCore[node] = 1 }
      result.add("core_periphery.\(pattern)", nodes: isCore)
      result.add("core_periphery.fit.\(pattern)", fit)
    }
    return result
  }
}
