public import LiaisonCatalog

/// Augmentation: value `augmentation.ties`, sets `augmentation`.
public struct AugmentationMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes ties are sought.
  static let limit = SizeLimit(5_000)

  public var page: CatalogPage {
    CatalogPage(
      id: "augmentation",
      keys: ["augmentation"],
      terms: ["biconnectivity augmentation"],
      summary: "The fewest new ties after which no single loss cuts anybody off.",
      meaning:
        "Ties between organizations that together leave one connected network without any "
        + "articulation point. Their number is the least possible; of the ways to reach it one is "
        + "shown, so the pairs are examples and the number is the finding.",
      conventions: """
        Direction and weights are ignored. The number is that of Eswaran and Tarjan: the greater \
        of d − 1 and q + ⌈p / 2⌉, where d is the pieces that the loss of one articulation point \
        leaves at most, in the whole network, p the number of blocks with one articulation \
        point, and q that of components without any, one node alone being one. It is 0 where the \
        whole network is one such component, and 1 of two nodes without a tie. \
        \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "Not all pairs could work together, or direction matters: use `liaison recommend`, which "
        + "knows services and needs.",
      reference:
        "K. P. Eswaran and R. E. Tarjan, Augmentation problems, SIAM Journal on Computing 5 (1976) "
        + "653–665, doi:10.1137/0205044; T.-S. Hsu and V. Ramachandran, Finding a smallest "
        + "augmentation to biconnect a graph, SIAM Journal on Computing 22 (1993) 889–912, "
        + "doi:10.1137/0222056",
      examples: [
        CatalogPage.Example(
          "Three in a row, who need a third tie",
          text: "a – b, b – c",
          outcome: """
            augmentation.ties is 1
            augmentation holds a, c
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("augmentation", beyond: Self.limit)
      return result
    }
    let ties = try graph.biconnectivityAugmentation(progress: options.progress)
    result.add("augmentation.ties", ties.count)
    result.add("augmentation", sets: ties.map { [$0.source, $0.target] })
    return result
  }
}
