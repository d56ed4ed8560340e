public import LiaisonCatalog

/// Reach within k steps: keys `reach.1step.DIRECTION` to `reach.3step`, `reach.Kstep` of a given number of
/// steps, and `reach.any`.
public struct ReachMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "reach",
      keys: ["reach"],
      terms: ["reach centrality", "k-step reach", "reachability"],
      summary: "Number of nodes within one, two, three or any number of steps.",
      meaning:
        "How many others an organization gets to directly, through one intermediary, through "
        + "two, or at all.",
      conventions: """
        Numbers of others within one, two and three steps, and any, and within as many as \
        --steps says, of four reach.4step: the node itself does not \
        count, and weights do not either. \(Conventions.directions)
        """,
      doNotUseWhen:
        "A pathway must admit the person who walks it, which steps do not know: use the "
        + "pathway table of `liaison gaps`.",
      reference:
        "S. P. Borgatti, Identifying sets of key players in a social network, Computational "
        + "and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x",
      examples: [
        CatalogPage.Example(
          "A chain of referral",
          text: "a → b, b → c",
          outcome: """
            reach.1step.out of a is 1
            reach.2step.out of a is 2
            reach.any.in of a is 0
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    let directions = PathFigure.directions(of: graph)
    guard options.steps ?? 1 > 0 else {
      throw GraphError(
        .invalidParameter, "Reach within \(options.steps ?? 0) steps has no meaning.",
        hint: "The number of steps is at least 1.")
    }
    let own = options.steps.flatMap { $0 > 3 ? [$0] : nil } ?? []
    let counts = [1, 2, 3] + own
    options.progress?.expect(stages: (counts.count + 1) * directions.count)
    for direction in directions {
      for steps in counts {
        let counts = try graph.reach(
          within: steps, direction, threads: options.threads, progress: options.progress)
        result.add("reach.\(steps)step.\(direction)", nodes: counts)
      }
      let counts = try graph.reach(direction, threads: options.threads, progress: options.progress)
      result.add("reach.any.\(direction)", nodes: counts)
    }
    return result
  }
}
