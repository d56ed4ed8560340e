public import LiaisonCatalog

/// Key players: values and sets `keyplayer.GOAL.kN` for one to three of them, or, where there are too many sets
/// to try them all, `keyplayer.greedy.GOAL.kN`, one set built step by step.
public struct KeyPlayersMeasure: Measure {
  /// Creates the measure.
  public init() {}

  /// Up to how many nodes key players are sought.
  static let limit = SizeLimit(1_000)
  /// How many sets that are as good are listed.
  static let setLimit = 50
  /// How many sets are tried where any size is asked for.
  static let patientLimit = 1_000_000

  /// Up to how many nodes all sets of a size are tried.
  static func exactLimit(size: Int) -> Int {
    let limit = KeyPlayers.exhaustiveLimit
    var count = size
    while Graph.combinations(count + 1, size, atMost: limit) != nil { count += 1 }
    return count
  }

  public var page: CatalogPage {
    let limits = (1...3).map { SizeLimit.grouped(min(Self.exactLimit(size: $0), Self.limit.count)) }
    return CatalogPage(
      id: "keyplayer",
      keys: ["keyplayer"],
      terms: ["key player", "KPP-NEG", "KPP-POS", "key player problem"],
      summary: "Which few nodes the network depends on, or is reached through best.",
      meaning: "neg: the organizations without which the rest falls apart most. pos: those who "
        + "together reach most others, to spread a procedure or a training. The best set of "
        + "three need not hold the best one.",
      conventions: """
        Direction and weights are ignored. neg.F is the share of pairs of the rest that do not \
        reach each other, neg.DF 1 − the mean of 1 / distance; pos.reach1 is the share of nodes \
        that are in the set or tied to it, pos.DR (k + Σ 1 / distance from the set over the \
        others) / n. k is the size of the set. All sets are tried where they are \
        \(SizeLimit.grouped(KeyPlayers.exhaustiveLimit)) or fewer: of one node up to \
        \(limits[0]) nodes, of two up to \(limits[1]), of three up to \(limits[2]); with \
        --any-size, \(SizeLimit.grouped(Self.patientLimit)) sets. All that are as good are listed, \
        where they are \(Self.setLimit) or fewer. Where there are more sets, keys with greedy give \
        one, built node by node and improved by swaps. \(Self.limit.sentence)
        """,
      doNotUseWhen:
        "You must be sure of the best set and only a key with greedy is given: its set may not be "
        + "the best.",
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
    guard Self.limit.allows(graph.nodeCount, options) else {
      result.skip("keyplayer", beyond: Self.limit)
      return result
    }
    let wanted = (1...3).flatMap { size in
      KeyPlayerGoal.allCases.filter { goal in
        [false, true].contains { options.wants(Self.key(goal, size, isGreedy: $0)) }
      }.map { (size: size, goal: $0) }
    }
    options.progress?.expect(stages: wanted.count)
    for (size, goal) in wanted { try add(graph, size, goal, options, to: &result) }
    return result
  }

  private static func key(_ goal: KeyPlayerGoal, _ size: Int, isGreedy: Bool) -> String {
    "keyplayer.\(isGreedy ? "greedy." : "")\(goal.rawValue).k\(size)"
  }

  /// Adds the best sets of a size for a goal; where not all are tried, the best found, and why.
  private func add(
    _ graph: Graph, _ size: Int, _ goal: KeyPlayerGoal, _ options: MeasureOptions,
    to result: inout MeasureResult
  ) throws(GraphError) {
    let exactKey = Self.key(goal, size, isGreedy: false)
    guard graph.nodeCount >= size + goal.leastRest else {
      result.skip(exactKey, because: "fewer than \(size + goal.leastRest) nodes")
      return
    }
    let found = try graph.keyPlayers(
      size: size, goal: goal,
      exhaustiveLimit: options.isOfAnySize ? Self.patientLimit : KeyPlayers.exhaustiveLimit,
      threads: options.threads, progress: options.progress)
    let isExact = found.method == .exhaustive
    let key = Self.key(goal, size, isGreedy: !isExact)
    if !isExact {
      let isLiftable =
        Graph.combinations(graph.nodeCount, size, atMost: Self.patientLimit) != nil
      let limit = SizeLimit(
        options.isOfAnySize ? Self.patientLimit : KeyPlayers.exhaustiveLimit,
        "sets to try; \(key) is the best found", isLiftable: isLiftable)
      result.skip(exactKey, beyond: limit)
    }
    result.add(key, found.value)
    if found.sets.count <= Self.setLimit {
      result.add(key, sets: found.sets)
    } else {
      result.skip(
        key,
        because: "\(SizeLimit.grouped(found.sets.count)) sets have this value, more than the "
          + "\(Self.setLimit) that are listed")
    }
  }
}
