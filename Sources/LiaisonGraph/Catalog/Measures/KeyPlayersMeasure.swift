public import LiaisonCatalog

/// Key players: values and sets `keyplayer.GOAL.kN` for one to three of them, and beyond 40 nodes
/// `keyplayer.greedy.GOAL.kN`, one set built step by step.
public struct KeyPlayersMeasure: Measure {
  /// Creates the measure.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "keyplayer",
      summary: "Which few nodes the network depends on, or is reached through best.",
      meaning: "neg: the organizations without which the rest falls apart most. pos: those who "
        + "together reach most others, to spread a procedure or a training. The best set of "
        + "three need not hold the best one.",
      doNotUseWhen:
        "You must be sure of the best set in a network of more than 40 nodes: not all sets can be "
        + "tried there. Keys with greedy give one set, built node by node and improved by swaps, "
        + "which may not be the best.",
      reference:
        "S. P. Borgatti, Identifying sets of key players in a social network, Computational "
        + "and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount >= 2 else { return result }
    guard graph.nodeCount <= 1_000 else {
      result.skip("keyplayer", because: "more than 1000 nodes")
      return result
    }
    let isSmall = graph.nodeCount <= 40
    let prefix = isSmall ? "keyplayer" : "keyplayer.greedy"
    for size in 1...min(3, graph.nodeCount - 1) {
      for goal in KeyPlayerGoal.allCases {
        let found =
          isSmall
          ? try graph.keyPlayers(size: size, goal: goal)
          : try graph.keyPlayers(
            size: size, goal: goal, exhaustiveLimit: 0, threads: options.threads)
        guard found.value.isFinite else { continue }
        result.add("\(prefix).\(goal.rawValue).k\(size)", found.value)
        guard found.sets.count <= 50 else { continue }
        result.add("\(prefix).\(goal.rawValue).k\(size)", sets: found.sets)
      }
    }
    return result
  }
}
