public import LiaisonCatalog

/// Structural holes: keys `constraint.*`, `effective_size.*`, `efficiency.*`, `hierarchy.*`.
public struct StructuralHolesMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "structural_holes",
      summary: "Whether a node's contacts are tied to each other, so that it bridges nothing.",
      meaning: "An organization with low constraint has partners who do not know each other, and "
        + "stands between them; one with high constraint is held in a closed circle. Effective "
        + "size is its number of partners less what is redundant among them.",
      doNotUseWhen:
        "Organizations with one partner or none are compared with others: their values say "
        + "little.",
      reference: "R. S. Burt, Structural Holes, Harvard University Press 1992, "
        + "doi:10.4159/9780674029095")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    var kinds = [StrengthFigure.unweighted]
    if graph.isWeighted {
      if graph.simplified().hasPositiveWeights {
        kinds.append(.weighted)
      } else {
        result.skip("constraint.weighted", because: "weights <= 0 present")
      }
    }
    for kind in kinds {
      let found = try graph.structuralHoles(weighted: kind.isWeighted)
      result.add("constraint.\(kind)", nodes: found.constraint)
      result.add("effective_size.\(kind)", nodes: found.effectiveSize)
      result.add("efficiency.\(kind)", nodes: found.efficiency)
      result.add("hierarchy.\(kind)", nodes: found.hierarchy)
    }
    guard !graph.isWeighted || kinds.contains(.weighted) else { return result }
    let ego = try graph.structuralHoles(model: .egoNetwork)
    result.add("constraint.ucinet_ego", nodes: ego.constraint)
    result.add("hierarchy.ucinet_ego", nodes: ego.hierarchy)
    result.add("effective_size.ucinet_ego", nodes: ego.effectiveSize)
    return result
  }
}
