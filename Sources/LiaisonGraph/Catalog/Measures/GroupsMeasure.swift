public import LiaisonCatalog

/// Ties within and between groups: values `ei_index`, `ei_index.group.*`, `mixing.*`,
/// `group_density.*`, key `ei_index.node`.
public struct GroupsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "groups",
      summary: "How ties run within and between groups.",
      meaning: "mixing counts the ties from one sector to another, group_density is their share of "
        + "those possible; the E-I index (of the whole, of each sector, of each organization) is -1 "
        + "where all ties stay within sectors and 1 where all lead out.",
      doNotUseWhen: "Groups differ much in size: a small sector has more ties to others by chance.",
      reference:
        "D. Krackhardt and R. N. Stern, Informal networks and organizational crises, Social "
        + "Psychology Quarterly 51 (1988) 123–140, doi:10.2307/2786835")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard let groups = options.groups else {
      result.skip("ei_index, mixing, group_density", because: "no groups")
      return result
    }
    result.add("ei_index", try graph.externalInternalIndex(groups: groups))
    result.add("ei_index.node", nodes: try graph.externalInternalIndexes(groups: groups))
    let mixing = try graph.mixing(groups: groups)
    for (a, source) in mixing.names.enumerated() {
      result.add("ei_index.group.\(source)", mixing.externalInternalIndexes[a])
      for (b, target) in mixing.names.enumerated() {
        result.add("mixing.\(source)->\(target)", mixing.ties[a][b])
        result.add("group_density.\(source)->\(target)", mixing.density[a][b])
      }
    }
    return result
  }
}
