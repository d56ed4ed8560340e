public import LiaisonCatalog

/// Eigenvector centrality: keys `eigenvector.KIND.l2|max` and the value `eigenvalue.KIND`.
public struct EigenvectorMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "eigenvector",
      keys: ["eigenvector", "eigenvalue"],
      terms: ["eigenvector centrality", "Bonacich centrality"],
      summary: "How central those are to whom a node is tied.",
      meaning: "An organization scores high when those tied to it score high: being tied to the "
        + "well tied rather than having many ties. In a directed network the ties that lead to it "
        + "count.",
      conventions: """
        The eigenvector of the largest eigenvalue of the matrix of ties, in a directed network \
        of those that lead to a node (networkx, igraph). l2 has the length 1 (networkx, UCINET), \
        max the greatest score 1 (igraph). It is not given where that eigenvalue is 0, or where \
        several pieces share it to 1e-7 of it, or parts of one that hardly touch; UCINET answers otherwise there. \(Conventions.strengths) \
        \(Conventions.simple)
        """,
      doNotUseWhen:
        "The network is in several pieces, or has no cycle: all scores outside the strongest "
        + "piece are zero, or there is no answer.",
      reference: "P. Bonacich, Factoring and weighting approaches to status scores and clique "
        + "identification, Journal of Mathematical Sociology 2 (1972) 113–120, "
        + "doi:10.1080/0022250X.1972.9989806",
      examples: [
        CatalogPage.Example(
          "Three who are all tied",
          text: "a – b, b – c, a – c",
          outcome: """
            eigenvalue.unweighted is 2
            eigenvector.unweighted.max of a is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    for kind in StrengthFigure.kinds(of: graph, skipping: ["eigenvector", "eigenvalue"], &result) {
      let found = try graph.eigenvectorCentrality(
        weighted: kind.isWeighted, threads: options.threads, progress: options.progress)
      let reason = found.undefinedBecause ?? "undefined"
      if let value = found.eigenvalue, value > 0 {
        result.add("eigenvalue.\(kind)", value)
      } else {
        result.skip("eigenvalue.\(kind)", because: reason)
      }
      guard let values = found.values else {
        result.skip("eigenvector.\(kind)", because: reason)
        continue
      }
      for scale in [VectorScale.unitLength, .maximum] {
        result.add(
          "eigenvector.\(kind).\(scale.rawValue)", nodes: NodeMap(scale.applied(to: values.values)))
      }
    }
    return result
  }
}
