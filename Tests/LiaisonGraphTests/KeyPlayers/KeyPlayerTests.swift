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

  @Test("beyond 40 nodes the measure gives a set built step by step, and says so")
  func beyondForty() throws {
    // Two stars of 25 whose middles, 0 and 1, are joined.
    let edges = [Edge(0, 1)] + (2..<50).map { Edge($0 % 2, $0) }
    let stars = try Graph(nodeCount: 50, edges: edges, directed: false)
    let result = try KeyPlayersMeasure().compute(stars, MeasureOptions())
    #expect(result.values.allSatisfy { $0.key.hasPrefix("keyplayer.greedy.") })
    let apart = try #require(result.values.first { $0.key == "keyplayer.greedy.neg.F.k2" })
    #expect(apart.value == 1)
    let sets = try #require(result.sets.first { $0.key == "keyplayer.greedy.neg.F.k2" })
    #expect(sets.content == .groups([[NodeID(0), NodeID(1)]]))
  }
}
