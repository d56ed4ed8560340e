public import LiaisonCatalog

/// Structural holes: keys `constraint.*`, `effective_size.*`, `efficiency.*`, `hierarchy.*`.
public struct StructuralHolesMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "structural_holes",
      keys: ["constraint", "effective_size", "efficiency", "hierarchy"],
      terms: ["structural hole", "Burt's constraint", "effective network size"],
      summary: "Whether a node's contacts are tied to each other, so that it bridges nothing.",
      meaning: "An organization with low constraint has partners who do not know each other, and "
        + "stands between them; one with high constraint is held in a closed group. Effective "
        + "size is its number of partners less what is redundant among them.",
      conventions: """
        p(i, j) is the share of j in all of i's ties, both directions summed. Constraint is the \
        sum over partners j of (p(i, j) + Σ p(i, q) p(q, j))²; effective size is Σ (1 − Σ p(i, \
        q) m(j, q)), m(j, q) being the tie of j to q divided by the greatest of j; efficiency \
        divides it by the number of partners; hierarchy is 0 where constraint comes from all \
        alike, and 1 from one. Isolates have none (UCINET: 0). Shares are of the whole network \
        (networkx, igraph); ucinet_ego takes those of a partner within the neighbourhood alone, \
        without weights. unweighted counts each tie once; weighted counts it by its weight, and \
        needs weights above zero.
        """,
      doNotUseWhen:
        "Organizations with one partner or none are compared with others: their values say "
        + "little.",
      reference: "R. S. Burt, Structural Holes, Harvard University Press 1992, "
        + "doi:10.4159/9780674029095",
      examples: [
        CatalogPage.Example(
          "One between two who do not know each other",
          text: "a – b, a – c",
          outcome: """
            constraint.unweighted of a is 0.5
            constraint.unweighted of b is 1
            effective_size.unweighted of a is 2
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    var kinds = [StrengthFigure.unweighted]
    if graph.isWeighted {
      if let problem = WeightProblem.ofPaths(graph, merged: graph.simplified()) {
        result.skip(
          [
            "constraint.weighted", "effective_size.weighted", "efficiency.weighted",
            "hierarchy.weighted",
          ], because: problem)
      } else {
        kinds.append(.weighted)
      }
    }
    options.progress?.expect(stages: kinds.count + 1)
    for kind in kinds {
      let found = try graph.structuralHoles(
        weighted: kind.isWeighted, threads: options.threads, progress: options.progress)
      result.add("constraint.\(kind)", nodes: found.constraint)
      result.add("effective_size.\(kind)", nodes: found.effectiveSize)
      result.add("efficiency.\(kind)", nodes: found.efficiency)
      result.add("hierarchy.\(kind)", nodes: found.hierarchy)
    }
    let ego = try graph.structuralHoles(
      model: .egoNetwork, threads: options.threads, progress: options.progress)
    result.add("constraint.ucinet_ego", nodes: ego.constraint)
    result.add("hierarchy.ucinet_ego", nodes: ego.hierarchy)
    result.add("effective_size.ucinet_ego", nodes: ego.effectiveSize)
    result.add("efficiency.ucinet_ego", nodes: ego.efficiency)
    return result
  }
}
