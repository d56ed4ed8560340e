public import LiaisonCatalog

/// Two-mode networks: keys `bipartite.degree`, `bipartite.closeness`, `bipartite.betweenness`, value
/// `bipartite.density`, pairs `projection.MODE`.
public struct TwoModeMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many pairs that share others are listed of a kind: of one body with 3,000 members all are.
  static let limit = SizeLimit(5_000_000, "pairs that share others")

  public var page: CatalogPage {
    CatalogPage(
      id: "two_mode",
      keys: ["bipartite", "projection"],
      terms: [
        "bipartite network", "affiliation network", "two-mode network", "one-mode projection",
      ],
      summary: "Centrality where ties lead from one kind to another: who sits on which body.",
      needs: "the kind of each node",
      meaning:
        "Degree is the share of all bodies that an organization sits on, or of all organizations "
        + "that a body brings together; closeness compares with the nearest, and betweenness with "
        + "the most, that one of its kind can be in a network in one piece. A projection ties two "
        + "of one kind that share others, by how many they share. The two groups are the kinds: of "
        + "`--layer membership` organizations and bodies; of an edge list what a column of its table "
        + "of nodes says, as in `liaison measure seats.csv --nodes nodes.csv --group kind --measures "
        + "two_mode`.",
      conventions: """
        Direction and weights are ignored and repeated rows count once. closeness is the least \
        sum of distances that a node of its kind can have, divided by its own, times the share \
        of others that it reaches. Its own sum is over those that it reaches, the least over the \
        whole network, so that closeness may be above 1 where the network is in several pieces \
        (networkx too): compare it within one piece alone. betweenness counts each pair once \
        (networkx's bipartite functions). density is ties / (n of one kind · n of the other). Not \
        given where the kind of some node is not known. A projection is given \(Self.limit.words), a \
        pair counted once for each that it shares: nobody reads a list of more.
        """,
      doNotUseWhen:
        "Ties lead within a kind too: it is then not given. Projections are read as relations: "
        + "two that sit on one committee need not talk.",
      reference:
        "S. P. Borgatti and D. S. Halgin, Analyzing affiliation networks, in The Sage Handbook of "
        + "Social Network Analysis, 2011, doi:10.4135/9781446294413.n28; R. L. Breiger, The "
        + "duality of persons and groups, Social Forces 53 (1974) 181–190, doi:10.2307/2576011",
      examples: [
        CatalogPage.Example(
          "Two agencies on one body",
          text: """
            a – x, b – x
            agency: a, b
            body: x
            """,
          outcome: """
            bipartite.degree of a is 1
            bipartite.density is 1
            projection.agency of a – b is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard
      let part = try GroupedPart(
        of: graph, options, skipping: ["bipartite", "projection"], &result)
    else { return result }
    guard part.leftOut == 0 else {
      // Ways over a node of an unknown kind would be missing: here nobody can be left out.
      var none = MeasureResult()
      none.skip(
        "bipartite", "projection", because: "\(part.leftOut) of the nodes are of neither kind")
      return none
    }
    let modes: TwoModes
    do {
      modes = try graph.twoModes(part.groups)
    } catch {
      result.skip("bipartite", "projection", because: "groups do not split the graph in two")
      return result
    }
    let kept = modes.names.indices.filter { options.wants("projection.\(modes.names[$0])") }
    let (wantsCloseness, wantsBetweenness) = (
      options.wants("bipartite.closeness"), options.wants("bipartite.betweenness")
    )
    options.progress?.expect(
      stages: (wantsCloseness ? 1 : 0) + (wantsBetweenness ? 1 : 0) + kept.count)
    result.add("bipartite.degree", nodes: try graph.twoModeDegree(modes))
    if wantsCloseness {
      result.add(
        "bipartite.closeness",
        nodes: try graph.twoModeCloseness(
          modes, threads: options.threads, progress: options.progress))
    }
    if wantsBetweenness {
      result.add(
        "bipartite.betweenness",
        nodes: try graph.twoModeBetweenness(
          modes, threads: options.threads, progress: options.progress))
    }
    result.add("bipartite.density", try graph.twoModeDensity(modes))
    for mode in kept {
      let key = "projection.\(modes.names[mode])"
      let pairs = try graph.sharingCount(modes, keeping: mode)
      guard Self.limit.allows(pairs, options) else {
        options.progress?.expect(0)
        result.skip(key, beyond: Self.limit)
        continue
      }
      let projection: Projection
      do {
        projection = try graph.projection(modes, keeping: mode, progress: options.progress)
      } catch  where error.code == .tooLarge {
        options.progress?.expect(0)
        result.skip(key, because: error.message)
        continue
      }
      var values: [MeasureResult.PairValue] = []
      values.reserveCapacity(projection.graph.edgeCount)
      for (index, edge) in projection.graph.edges.enumerated() {
        values.append(
          MeasureResult.PairValue(
            pair: Edge(projection.nodes[edge.source.index], projection.nodes[edge.target.index]),
            value: projection.graph.weight(of: EdgeID(index))))
      }
      result.pairColumns.append(MeasureResult.PairColumn(key: key, values: values))
    }
    return result
  }
}
