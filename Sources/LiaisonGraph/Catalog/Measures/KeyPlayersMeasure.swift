public import LiaisonCatalog

/// Key players: values and sets `keyplayer.GOAL.kN` for one to three of them.
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
        "The network has more than 40 nodes: not all sets can be tried; the library then "
        + "offers a set that may not be the best.",
      reference:
        "S. P. Borgatti, Identifying sets of key players in a social network, Computational "
        + "and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x")
  }

  public func compute(
    _ graph: Graph, _ options: MeasureOptions
  ) throws(GraphError) -> MeasureResult {
    var result = MeasureResult()
    guard graph.nodeCount >= 2 else { return result }
    guard graph.nodeCount <= 40 else {
      result.skip("keyplayer", because: "more than 40 nodes")
      return result
    }
    for size in 1...min(3, graph.nodeCount - 1) {
      for goal in KeyPlayerGoal.allCases {
        let found = try graph.keyPlayers(size: size, goal: goal)
        guard found.method == .exhaustive, found.value.isFinite else { continue }
        result.add("keyplayer.\(goal.rawValue).k\(size)", found.value)
        guard found.sets.count <= 50 else { continue }
        result.add("keyplayer.\(goal.rawValue).k\(size)", sets: found.sets)
      }
    }
    return result
  }
}
