import LiaisonCatalog
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Key players")
struct KeyPlayerTests {
  @Test("the set built step by step is never better than the best, and often as good")
  func greedy() throws {
    var asGood = 0
    for seed in 0..<10 {
      let graph = try randomGraph(
        nodeCount: 12, edgeCount: 20, directed: false, seed: UInt64(seed))
      for goal in KeyPlayerGoal.allCases {
        let best = try graph.keyPlayers(size: 2, goal: goal)
        let built = try graph.keyPlayers(size: 2, goal: goal, exhaustiveLimit: 0)
        #expect(best.method == .exhaustive && built.method == .greedy)
        #expect(built.value <= best.value + 1e-12)
        if built.value >= best.value - 1e-12 {
          asGood += 1
          #expect(best.sets.contains(built.sets[0]))
        }
      }
    }
    #expect(asGood >= 30)
  }

  @Test("the middle of a star is its key player")
  func star() throws {
    let star = try Graph(nodeCount: 6, edges: (1..<6).map { Edge(0, $0) }, directed: false)
    for goal in KeyPlayerGoal.allCases {
      let found = try star.keyPlayers(size: 1, goal: goal)
      #expect(found.value == 1)
      #expect(found.sets == [[NodeID(0)]])
    }
    #expect(throws: GraphError.self) { try star.keyPlayers(size: 6, goal: .reach) }
    #expect(throws: GraphError.self) { try star.keyPlayers(size: 0, goal: .reach) }
  }

  @Test("where fewer than two are left there is nothing to fall apart, whichever way it is sought")
  func nothingLeft() throws {
    let pair = try Graph.path(nodeCount: 2)
    for limit in [12_000, 0] {
      for goal in [KeyPlayerGoal.fragmentation, .distanceFragmentation] {
        let error = try #require(throws: GraphError.self) {
          try pair.keyPlayers(size: 1, goal: goal, exhaustiveLimit: limit)
        }
        #expect(error.code == .invalidParameter)
      }
      let reach = try pair.keyPlayers(size: 1, goal: .reach, exhaustiveLimit: limit)
      #expect(reach.value == 1)
    }
    let result = try KeyPlayersMeasure().compute(pair, MeasureOptions())
    #expect(result.reason(forSkipping: "keyplayer.neg.F.k1") == "fewer than 3 nodes")
  }

  /// Two stars whose middles, 0 and 1, are joined.
  private static func stars(_ n: Int) throws -> Graph {
    try Graph(
      nodeCount: n, edges: [Edge(0, 1)] + (2..<n).map { Edge($0 % 2, $0) }, directed: false)
  }

  @Test(
    "sets are all tried where they are 10,000 at most; of others one is built, and it is said why",
    arguments: [40, 50, 70, 141, 142])
  func sizes(n: Int) throws {
    let result = try KeyPlayersMeasure().compute(try Self.stars(n), MeasureOptions())
    func key(_ goal: KeyPlayerGoal, _ size: Int, exact: Bool) -> String {
      "keyplayer.\(exact ? "" : "greedy.")\(goal.rawValue).k\(size)"
    }
    for goal in KeyPlayerGoal.allCases {
      for (size, isExact) in [(1, true), (2, n <= 141), (3, n <= 40)] {
        let given = result.values.filter {
          [true, false].map { key(goal, size, exact: $0) }.contains($0.key)
        }
        #expect(given.map(\.key) == [key(goal, size, exact: isExact)])
        let reason = result.reason(forSkipping: key(goal, size, exact: true))
        let told =
          "more than 10,000 sets to try; \(key(goal, size, exact: false)) is the best found"
        #expect(isExact ? reason != told : reason == told)
      }
      let pair = try #require(
        result.sets.first { $0.key == key(goal, 2, exact: n <= 141) })
      #expect(pair.content == .groups([[NodeID(0), NodeID(1)]]), "\(goal)")
    }
    let page = KeyPlayersMeasure().page.conventions
    #expect(page.contains("of one node up to 1,000 nodes, of two up to 141, of three up to 40;"))
  }

  @Test("of any size, up to a million sets are tried")
  func anySize() throws {
    let result = try KeyPlayersMeasure().compute(
      try Graph.star(nodeCount: 43), MeasureOptions(isOfAnySize: true))
    #expect(result.values.contains { $0.key == "keyplayer.neg.F.k3" && $0.value == 1 })
    #expect(!result.values.contains { $0.key.hasPrefix("keyplayer.greedy") })
  }
}
