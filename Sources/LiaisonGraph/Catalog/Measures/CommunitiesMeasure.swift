public import LiaisonCatalog

/// Communities: keys `community.leiden.*`, values `modularity.leiden.*`, `communities.leiden.*`, and the
/// same of Louvain and label propagation.
public struct CommunitiesMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "communities",
      keys: [
        "community", "communities", "modularity.leiden", "modularity.louvain", "modularity.labels",
      ],
      summary: "Which organizations form circles with many ties within and few without.",
      meaning:
        "The number of each organization's community, as three methods see it, without regard to "
        + "sectors: Leiden's are the ones to use; that Louvain and label propagation give others "
        + "shows how far the division can be trusted. Modularity says how clear it is: 0 is chance, "
        + "0.3 and more a clear division.",
      conventions: """
        Direction is ignored, an arc and its reverse being one tie. The resolution is 1 and the \
        seed fixed, so that the same file gives the same communities; Leiden takes the best of \
        ten starts up to 1,000 nodes. \(Conventions.strengths)
        """,
      doNotUseWhen:
        "You need the one true division: there may be many that are almost as good. Communities "
        + "are numbered by their first member; the numbers mean nothing.",
      reference:
        "V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden, Scientific Reports 9 "
        + "(2019) 5233, doi:10.1038/s41598-019-41695-z; S. Fortunato, Community detection in "
        + "graphs, Physics Reports 486 (2010) 75–174, doi:10.1016/j.physrep.2009.11.002",
      examples: [
        CatalogPage.Example(
          "Two pairs",
          text: "a – b, c – d",
          outcome: """
            communities.leiden.unweighted is 2
            modularity.leiden.unweighted is 0.5
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let keys = ["leiden", "louvain", "labels"].flatMap {
      ["community.\($0)", "communities.\($0)", "modularity.\($0)"]
    }
    let kinds = StrengthFigure.kinds(of: graph, skipping: keys, &result)
    options.progress?.expect(stages: 3 * kinds.count)
    for kind in kinds {
      let weighted = kind.isWeighted
      let progress = options.progress
      let found = [
        ("leiden", try graph.leiden(weighted: weighted, progress: progress)),
        ("louvain", try graph.louvain(weighted: weighted, progress: progress)),
        ("labels", try graph.labelPropagation(weighted: weighted, progress: progress)),
      ]
      for (method, communities) in found {
        result.add("community.\(method).\(kind)", nodes: communities.community)
        result.add("communities.\(method).\(kind)", communities.count)
        result.add("modularity.\(method).\(kind)", communities.modularity)
      }
    }
    return result
  }
}
