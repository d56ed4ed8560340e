public import LiaisonCatalog

/// Katz centrality: keys `katz.KIND.raw|l2` and the value `katz.KIND.alpha`.
public struct KatzMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "katz",
      keys: ["katz"],
      terms: ["Katz centrality", "Katz index", "Katz status"],
      summary: "All walks that lead to a node, long ones counting less.",
      meaning:
        "Like eigenvector centrality, but every organization has some standing of its own, so "
        + "that networks without cycles have an answer too. The attenuation alpha used is given "
        + "beside it.",
      conventions: """
        x = alpha · (sum of x over ties that lead to the node) + 1. alpha is 0.1, or half of 1 / λ \
        where 0.1 λ is 0.95 or more, λ being the largest eigenvalue of the matrix of ties: alpha \
        must be below 1 / λ. raw is x, l2 is scaled to the length 1 (networkx). \
        \(Conventions.strengths) \(Conventions.simple)
        """,
      doNotUseWhen: "Values are compared between networks: alpha depends on the network.",
      reference: "L. Katz, A new status index derived from sociometric analysis, Psychometrika 18 "
        + "(1953) 39–43, doi:10.1007/BF02289026",
      examples: [
        CatalogPage.Example(
          "One that points to two",
          text: "a → b, a → c",
          outcome: """
            katz.unweighted.alpha is 0.1
            katz.unweighted.raw of a is 1
            katz.unweighted.raw of b is 1.1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for kind in StrengthFigure.kinds(of: graph, skipping: "katz", &result) {
      let katz: KatzCentrality
      do throws(GraphError) {
        katz = try graph.katzCentrality(
          weighted: kind.isWeighted, threads: options.threads, progress: options.progress)
      } catch {
        guard error.code == .notSettled else { throw error }
        result.skip("katz.\(kind)", because: "the iteration did not settle")
        continue
      }
      result.add("katz.\(kind).alpha", katz.alpha)
      result.add("katz.\(kind).raw", nodes: katz.values)
      let unit = VectorScale.unitLength.applied(to: katz.values.values)
      result.add("katz.\(kind).l2", nodes: NodeMap(unit))
    }
    return result
  }
}
