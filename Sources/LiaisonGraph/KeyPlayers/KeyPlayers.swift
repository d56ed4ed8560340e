/// What a set of key players is good for.
public enum KeyPlayerGoal: String, Sendable, CaseIterable {
  /// Without them the rest falls apart: fragmentation of the rest (KPP-NEG).
  case fragmentation = "neg.F"
  /// The same, distances counting (KPP-NEG).
  case distanceFragmentation = "neg.DF"
  /// They and their neighbours are as many as can be (KPP-POS).
  case reach = "pos.reach1"
  /// They are near to as many as can be: (k + Σ 1 / distance from the set) / n (KPP-POS).
  case distanceReach = "pos.DR"

  /// How many nodes must be left beside the key players for the goal to have a meaning.
  var leastRest: Int {
    switch self {
    case .fragmentation, .distanceFragmentation: 2
    case .reach, .distanceReach: 1
    }
  }
}

/// The best sets of key players found.
public struct KeyPlayers: Sendable, Equatable {
  /// How a set was found.
  public enum Method: String, Sendable {
    /// All sets were tried: the answer is exact, and all sets as good are given.
    case exhaustive
    /// One set was built up and then improved by swaps: it may not be the best.
    case greedy
  }

  /// The value of the sets.
  public var value: Double
  /// The sets, each in order, ordered by their nodes.
  public var sets: [[NodeID]]
  /// How they were found.
  public var method: Method

  /// How many sets are tried unless more are asked for.
  public static let exhaustiveLimit = 10_000

  /// Takes a set that is better than those before, or as good: what differs by less than 1e-12 is equal.
  mutating func take(_ set: [Int], _ value: Double) {
    if value > self.value + 1e-12 {
      self.value = value
      sets = [set.map { NodeID($0) }]
    } else if abs(value - self.value) <= 1e-12 {
      sets.append(set.map { NodeID($0) })
    }
  }
}

extension Graph {
  /// The sets of `size` nodes that serve a goal best, direction ignored.
  ///
  /// All sets are tried where there are at most `exhaustiveLimit`; else one set is built up node by node
  /// and improved by swaps until none helps. Values that differ by less than 1e-12 are equal.
  ///
  /// - Parameters:
  ///   - size: the number of key players, at least 1 and below n; for fragmentation below n − 1, as two
  ///     nodes or more must remain to be kept apart.
  ///   - goal: what they are wanted for.
  ///   - exhaustiveLimit: how many sets may be tried.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `invalidParameter` or `cancelled`.
  /// - Complexity: O(n (n + m)) time for each set that is tried of up to 64 nodes; of more, as much, times
  ///   the greatest distance at worst, for each set of one node less. As much again for each node that is
  ///   added to a set or swapped where not all sets are tried.
  /// - Reference: S. P. Borgatti, Identifying sets of key players in a social network, Computational
  ///   and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func keyPlayers(
    size: Int, goal: KeyPlayerGoal, exhaustiveLimit: Int = KeyPlayers.exhaustiveLimit,
    threads: Int? = nil,
    progress: RunProgress? = nil
  ) throws(GraphError) -> KeyPlayers {
    guard size >= 1, size < nodeCount else {
      throw GraphError(
        .invalidParameter,
        "A set of \(size) key players cannot be chosen from \(nodeCount) nodes.")
    }
    guard size <= nodeCount - goal.leastRest else {
      throw GraphError(
        .invalidParameter,
        "Without \(size) of \(nodeCount) nodes no two are left whose ways could be cut.")
    }
    let rows = undirectedProjection().outgoing
    guard let sets = Graph.combinations(nodeCount, size, atMost: exhaustiveLimit) else {
      return try rows.greedyKeyPlayers(size: size, goal, threads, progress)
    }
    guard nodeCount <= 64 else {
      return try rows.bestKeyPlayers(size: size, goal, threads, progress)
    }
    progress?.expect(sets)
    return try SmallNeighbourhoods(rows).bestSets(size: size, goal, progress)
  }

  /// The number of sets of k out of n; `nil` where there are more than `limit`.
  static func combinations(_ n: Int, _ k: Int, atMost limit: Int) -> Int? {
    var count = 1
    for i in 0..<min(k, n - k) {
      let (product, overflow) = count.multipliedReportingOverflow(by: n - i)
      guard !overflow else { return nil }
      count = product / (i + 1)
      guard count <= limit else { return nil }
    }
    return count
  }
}
