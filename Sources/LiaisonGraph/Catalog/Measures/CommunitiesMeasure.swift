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
      terms: [
        "community detection", "community structure", "cohesive subgroup", "Leiden", "Louvain",
        "label propagation",
      ],
      summary: "Communities: parts with many ties within and few between them.",
      meaning:
        "The number of each organization's community, as three methods see it, without regard to "
        + "sectors: Leiden's are the ones to use; that Louvain and label propagation give others "
        + "shows how far the division can be trusted. Modularity says how clear it is: 0 is chance, "
        + "0.3 and more a clear division.",
      conventions: """
        Direction is ignored, an arc and its reverse being one tie. Modularity and its search \
        have the resolution 1 unless --resolution gives another, above 1 for smaller communities; \
        label propagation has none, and its modularity is at 1. Nodes are looked at in an order \
        that is drawn, from --seed, 1 where it is left out, and from the order of the nodes: the \
        same file gives the same communities, while another seed, or the same rows in another \
        order, may give another division that is about as good. Leiden takes the best of ten \
        starts up to 1,000 nodes. \(Conventions.strengths)
        """,
      doNotUseWhen:
        "You need the one true division: there may be many that are almost as good. Communities "
        + "are numbered by their first member; the numbers mean nothing.",
      reference:
        "V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden: guaranteeing "
        + "well-connected communities, Scientific Reports 9 (2019) 5233, "
        + "doi:10.1038/s41598-019-41695-z; V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. "
        + "Lefebvre, Fast unfolding of communities in large networks, Journal of Statistical "
        + "Mechanics (2008) P10008, doi:10.1088/1742-5468/2008/10/P10008; U. N. Raghavan, R. Albert "
        + "and S. Kumara, Near linear time algorithm to detect community structures in large-scale "
        + "networks, Physical Review E 76 (2007) 036106, doi:10.1103/PhysRevE.76.036106; S. "
        + "Fortunato, Community detection in graphs, Physics Reports 486 (2010) 75–174, "
        + "doi:10.1016/j.physrep.2009.11.002",
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
      let (resolution, seed, progress) = (options.resolution, options.seed, options.progress)
      let found = [
        (
          "leiden",
          try graph.leiden(
            weighted: weighted, resolution: resolution, seed: seed, progress: progress)
        ),
        (
          "louvain",
          try graph.louvain(
            weighted: weighted, resolution: resolution, seed: seed, progress: progress)
        ),
        ("labels", try graph.labelPropagation(weighted: weighted, seed: seed, progress: progress)),
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
