public import LiaisonCatalog

/// Key players: values and sets `keyplayer.GOAL.kN` for one to three of them, and beyond 40 nodes
/// `keyplayer.greedy.GOAL.kN`, one set built step by step.
public struct KeyPlayersMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// How many sets that are as good are listed.
  static let setLimit = 50

  public var page: CatalogPage {
    CatalogPage(
      id: "keyplayer",
      keys: ["keyplayer"],
      summary: "Which few nodes the network depends on, or is reached through best.",
      meaning: "neg: the organizations without which the rest falls apart most. pos: those who "
        + "together reach most others, to spread a procedure or a training. The best set of "
        + "three need not hold the best one.",
      conventions: """
        Direction and weights are ignored. neg.F is the share of pairs of the rest that do not \
        reach each other, neg.DF 1 − the mean of 1 / distance; pos.reach1 is the share of nodes \
        that are in the set or tied to it, pos.DR (k + Σ 1 / distance from the set over the \
        others) / n. k is the size of the set. All sets that are as good are listed, where they \
        are 50 or fewer.
        """,
      doNotUseWhen:
        "You must be sure of the best set in a network of more than 40 nodes: not all sets can be "
        + "tried there. Keys with greedy give one set, built node by node and improved by swaps, "
        + "which may not be the best.",
      reference:
        "S. P. Borgatti, Identifying sets of key players in a social network, Computational "
        + "and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x",
      examples: [
        CatalogPage.Example(
          "A star",
          text: "a – b, a – c, a – d",
          outcome: """
            keyplayer.neg.F.k1 is 1
            keyplayer.neg.F.k1 holds a
            keyplayer.pos.reach1.k1 is 1
            """)
      ])
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount <= 1_000 else {
      result.skip("keyplayer", because: "more than 1000 nodes")
      return result
    }
    let isSmall = graph.nodeCount <= 40
    let prefix = isSmall ? "keyplayer" : "keyplayer.greedy"
    options.progress?.expect(stages: 3 * KeyPlayerGoal.allCases.count)
    for size in 1...3 {
      for goal in KeyPlayerGoal.allCases {
        let key = "\(prefix).\(goal.rawValue).k\(size)"
        guard graph.nodeCount >= size + goal.leastRest else {
          result.skip(key, because: "fewer than \(size + goal.leastRest) nodes")
          continue
        }
        let found =
          isSmall
          ? try graph.keyPlayers(size: size, goal: goal, progress: options.progress)
          : try graph.keyPlayers(
            size: size, goal: goal, exhaustiveLimit: 0, threads: options.threads,
            progress: options.progress)
        result.add(key, found.value)
        if found.sets.count <= KeyPlayersMeasure.setLimit {
          result.add(key, sets: found.sets)
        } else {
          result.skip(
            key,
            because: "\(found.sets.count) sets have this value, more than the "
              + "\(KeyPlayersMeasure.setLimit) that are listed")
        }
      }
    }
    return result
  }
}
