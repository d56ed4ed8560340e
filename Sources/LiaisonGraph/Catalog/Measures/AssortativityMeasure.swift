public import LiaisonCatalog

/// Assortativity: values `assortativity.degree*`, `assortativity.attribute`.
public struct AssortativityMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "assortativity",
      keys: ["assortativity"],
      terms: ["homophily", "degree correlation", "assortative mixing"],
      summary: "Whether like are tied to like.",
      meaning: "Of the degree: positive where well connected organizations are tied to each other, "
        + "negative where they are tied to those with few ties. Of the attribute: 1 where all "
        + "ties are within groups, 0 where they mix at random.",
      conventions: """
        degree takes each tie both ways, direction ignored (Newman, Pearson's correlation); \
        directed_out_in correlates the out-degree of the source with the in-degree of the \
        target. attribute is Newman's r of the groups, in a directed network along the ties. \
        Undefined where degrees, or groups, do not vary. Weights do not count. Of the \
        attribute: \(Conventions.groups)
        """,
      doNotUseWhen: "The network has a few dozen ties: the figure then swings with each of them.",
      reference:
        "M. E. J. Newman, Mixing patterns in networks, Physical Review E 67 (2003) 026126, "
        + "doi:10.1103/PhysRevE.67.026126",
      examples: [
        CatalogPage.Example(
          "Two sectors that keep to themselves",
          text: """
            a – b, c – d
            ngo: a, b
            union: c, d
            """,
          outcome: "assortativity.attribute is 1")
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.edgeCount > graph.loopCount else {
      result.skip("assortativity", because: "no ties")
      return result
    }
    result.add("assortativity.degree", graph.degreeAssortativity())
    if graph.isDirected {
      result.add("assortativity.degree.directed_out_in", graph.directedDegreeAssortativity())
    } else {
      result.skip("assortativity.degree.directed_out_in", because: "ties have no direction")
    }
    if let part = try GroupedPart(
      of: graph, options, skipping: ["assortativity.attribute"], &result)
    {
      result.add(
        "assortativity.attribute", try part.graph.attributeAssortativity(groups: part.groups))
    }
    return result
  }
}
