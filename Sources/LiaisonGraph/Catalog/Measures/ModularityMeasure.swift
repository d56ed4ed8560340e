public import LiaisonCatalog

/// Modularity of the groups: values `modularity.group.*`.
public struct ModularityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "modularity",
      keys: ["modularity.group"],
      terms: ["Newman modularity", "modularity Q"],
      summary: "How far groups are communities.",
      needs: "groups of the nodes",
      meaning: "The share of ties within groups, less what would be expected if organizations were "
        + "tied at random with as many ties each: 0 is chance, 0.3 and more a clear division.",
      conventions: """
        Σ over groups of L / m − γ (d / 2m)², in a directed network L / m − γ d_out d_in / m² \
        (Leicht and Newman); the resolution γ is 1 unless --resolution gives another. \
        \(Conventions.groups) \(Conventions.strengths) \
        \(Conventions.simple)
        """,
      doNotUseWhen: "Networks of different size are compared: modularity grows with size. Small "
        + "communities in large networks are below its resolution.",
      reference: "M. E. J. Newman and M. Girvan, Finding and evaluating community structure in "
        + "networks, Physical Review E 69 (2004) 026113, doi:10.1103/PhysRevE.69.026113; E. A. "
        + "Leicht and M. E. J. Newman, Community structure in directed networks, Physical Review "
        + "Letters 100 (2008) 118703, doi:10.1103/PhysRevLett.100.118703",
      examples: [
        CatalogPage.Example(
          "Two sectors that keep to themselves",
          text: """
            a – b, c – d
            ngo: a, b
            union: c, d
            """,
          outcome: "modularity.group.unweighted is 0.5")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard let part = try GroupedPart(of: graph, options, skipping: ["modularity.group"], &result)
    else { return result }
    let (graph, groups) = (part.graph, part.groups)
    guard graph.edgeCount > graph.loopCount else {
      result.skip("modularity.group", because: "no ties")
      return result
    }
    let group = NodeMap(try graph.numbered(groups).of)
    for kind in StrengthFigure.kinds(of: graph, skipping: "modularity.group", &result) {
      result.add(
        "modularity.group.\(kind)",
        try graph.modularity(
          groups: group, weighted: kind.isWeighted, resolution: options.resolution))
    }
    return result
  }
}
