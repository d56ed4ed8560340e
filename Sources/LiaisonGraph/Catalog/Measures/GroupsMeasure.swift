public import LiaisonCatalog

/// Ties within and between groups: values `ei_index`, `ei_index.group.*`, `mixing.*`,
/// `group_density.*`, key `ei_index.node`.
public struct GroupsMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many groups each pair of them has figures.
  static let limit = SizeLimit(200, "groups")

  public var page: CatalogPage {
    CatalogPage(
      id: "groups",
      keys: ["ei_index", "mixing", "group_density"],
      terms: ["E-I", "E-I index", "homophily", "mixing matrix", "image matrix"],
      summary: "How ties run within and between groups.",
      needs: "groups of the nodes",
      meaning: "The E-I index (of the whole, of each sector, of each organization) is -1 where all "
        + "ties stay within sectors and 1 where all lead out; mixing counts the ties from one "
        + "sector to another, and group_density is their share of those possible.",
      conventions: """
        The E-I index is (ties out − ties within) / both; a node's is over its partners, whatever \
        the direction. mixing A->B counts arcs from A to B, each once, in an undirected network \
        ties between them, under both orders. group_density divides that by n(A) n(B), within a \
        group by n (n − 1), half of that undirected; undefined where no tie could be. \
        An arrow in a group's own name is written \\->, and a backslash twice, so that no two keys \
        are the same. Weights do not count. Self-loops are left out and repeated rows count once. \
        \(Conventions.groups) Single groups, and pairs of them, have figures \(Self.limit.words).
        """,
      doNotUseWhen: "Groups differ much in size: a small sector has more ties to others by chance.",
      reference:
        "D. Krackhardt and R. N. Stern, Informal networks and organizational crises, Social "
        + "Psychology Quarterly 51 (1988) 123–140, doi:10.2307/2786835",
      examples: [
        CatalogPage.Example(
          "One tie within a sector, and one out of it",
          text: """
            a – b, b – c
            ngo: a, b
            union: c
            """,
          outcome: """
            ei_index is 0
            mixing.ngo->union is 1
            group_density.ngo->union is 0.5
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard
      let part = try GroupedPart(
        of: graph, options, skipping: ["ei_index", "mixing", "group_density"], &result)
    else { return result }
    let (graph, groups) = (part.graph, part.groups)
    let progress = options.progress
    progress?.expect(3)
    result.add("ei_index", try graph.externalInternalIndex(groups: groups))
    try progress?.step()
    result.add(
      "ei_index.node", nodes: part.spread(try graph.externalInternalIndexes(groups: groups)))
    try progress?.step()
    let count = try graph.numbered(groups).names.count
    guard count > 0 else {
      progress?.advance()
      result.skip(
        "ei_index.group", "mixing", "group_density", because: "there are no nodes")
      return result
    }
    guard Self.limit.allows(count, options) else {
      progress?.advance()
      result.skip("ei_index.group", "mixing", "group_density", beyond: Self.limit)
      return result
    }
    let mixing = try graph.mixing(groups: groups)
    try progress?.step()
    for (a, source) in mixing.names.enumerated() {
      result.add("ei_index.group.\(source)", mixing.externalInternalIndexes[a])
    }
    let names = mixing.names.map(GroupsMeasure.end)
    for (a, source) in names.enumerated() {
      for (b, target) in names.enumerated() {
        result.add("mixing.\(source)->\(target)", mixing.ties[a][b])
      }
    }
    for (a, source) in names.enumerated() {
      for (b, target) in names.enumerated() {
        result.add("group_density.\(source)->\(target)", mixing.density[a][b])
      }
    }
    return result
  }

  /// A name as it stands at an end of an arrow in a key: without an arrow of its own, which would make
  /// `x->y` to `z` one key with `x` to `y->z`.
  private static func end(_ name: String) -> String {
    // By scalars: a mark that combines with the arrow's head makes another character of it.
    String(
      name.unicodeScalars.replacing("\\".unicodeScalars, with: "\\\\".unicodeScalars)
        .replacing("->".unicodeScalars, with: "\\->".unicodeScalars))
  }
}
