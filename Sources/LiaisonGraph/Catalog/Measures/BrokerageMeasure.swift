public import LiaisonCatalog

/// Brokerage roles by group: keys `brokerage.total`, `brokerage.ROLE`, `brokerage.expected.ROLE`,
/// `brokerage.z.ROLE`, values `brokerage.total.ROLE`.
public struct BrokerageMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "brokerage",
      keys: ["brokerage"],
      terms: [
        "broker", "gatekeeper", "coordinator", "representative", "itinerant broker", "consultant",
        "liaison", "Gould–Fernandez brokerage",
      ],
      summary: "How often a node stands between two others, and for which group it does so.",
      needs: "groups of the nodes",
      meaning:
        "Of three organizations where the first is tied to the third only through the second: "
        + "a coordinator is within one group, a gatekeeper lets outsiders in to its own, a "
        + "representative speaks for its own, an itinerant broker joins two of one other group, "
        + "a liaison three groups. Groups are sectors unless said otherwise. total is the sum of "
        + "the five, expected what chance would give, z how many standard deviations above it the "
        + "count is.",
      conventions: """
        Ordered pairs (a, c) with ties a → b → c and none a → c. In an undirected network ties \
        lead both ways, so that each pair counts twice (UCINET, sna). Manual pages of sna before \
        2.3-2 exchange the names of two roles: here a gatekeeper's source is outside and the \
        other two within, a representative's target is outside. brokerage.total is a node's sum \
        over the roles; brokerage.total.ROLE is the network's, over its nodes. expected and z are \
        of a random graph of the same density, in which each tie is there or not by itself, with \
        the groups as they are. z is undefined where a count cannot vary. \(Conventions.groups)
        """,
      doNotUseWhen: "Groups differ much in size: large ones have more coordinators by chance; "
        + "look at z there.",
      reference:
        "R. V. Gould and R. M. Fernandez, Structures of mediation: a formal approach to brokerage "
        + "in transaction networks, Sociological Methodology 19 (1989) 89–126, doi:10.2307/270949",
      examples: [
        CatalogPage.Example(
          "A chain through three sectors",
          text: """
            a → b, b → c
            ngo: a
            union: b
            media: c
            """,
          outcome: """
            brokerage.liaison of b is 1
            brokerage.total.liaison is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard let part = try GroupedPart(of: graph, options, skipping: ["brokerage"], &result) else {
      return result
    }
    let brokerage = try part.graph.brokerage(
      groups: part.groups, progress: options.progress)
    let chance = try part.graph.brokerageExpectation(groups: part.groups, brokerage)
    result.add("brokerage.total", nodes: part.spread(brokerage.total.mapValues { Double($0) }))
    for role in BrokerageRole.allCases {
      let counts = brokerage[role]
      result.add("brokerage.\(role)", nodes: part.spread(counts.mapValues { Double($0) }))
      result.add("brokerage.total.\(role)", counts.values.reduce(0, +))
    }
    for (index, role) in BrokerageRole.allCases.enumerated() {
      result.add("brokerage.expected.\(role)", nodes: part.spread(chance.expected[index]))
    }
    for (index, role) in BrokerageRole.allCases.enumerated() {
      result.add("brokerage.z.\(role)", nodes: part.spread(chance.z[index]))
    }
    return result
  }
}
