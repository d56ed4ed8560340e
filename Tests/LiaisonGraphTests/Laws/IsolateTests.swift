import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("A node without ties changes nothing between the others")
struct IsolateTests {
  @Test("distances, flows and disjoint paths", arguments: 0..<10)
  func paths(seed: Int) throws {
    let graph = try LawGraphs.random(seed)
    let wider = try LawGraphs.withIsolate(graph)
    let isolate = NodeID(graph.nodeCount)
    for weights in PathWeights.allCases {
      let (before, after) = try (
        LawGraphs.distances(graph, weights), LawGraphs.distances(wider, weights)
      )
      for a in graph.nodes {
        #expect(Array(after[a.index].dropLast()) == before[a.index])
        #expect(after[a.index][isolate.index] == nil && after[isolate.index][a.index] == nil)
      }
    }
    for a in graph.nodes {
      for b in graph.nodes where a != b {
        for kind in Disjointness.allCases {
          #expect(
            try graph.disjointPathCount(from: a, to: b, kind)
              == wider.disjointPathCount(from: a, to: b, kind))
        }
        let (before, after) = try (
          graph.maximumFlow(from: a, to: b), wider.maximumFlow(from: a, to: b)
        )
        #expect(before.value == after.value && before.cutEdges == after.cutEdges)
      }
      #expect(try wider.maximumFlow(from: a, to: isolate).value == 0)
      #expect(try wider.disjointPathCount(from: isolate, to: a) == 0)
    }
  }

  @Test("groups, pairs and comparisons", arguments: 0..<10)
  func groups(seed: Int) throws {
    let graph = try LawGraphs.random(seed)
    let wider = try LawGraphs.withIsolate(graph)
    let n = graph.nodeCount
    #expect(try graph.linkScores() == wider.linkScores())
    #expect(try !graph.linkScores().isEmpty)

    let groups = LawGraphs.groups(n)
    let more = NodeMap(groups.values + ["ngo"])
    let (old, new) = try (graph.mixing(groups: groups), wider.mixing(groups: more))
    #expect(old.ties == new.ties && old.names == new.names)
    #expect(old.externalInternalIndexes == new.externalInternalIndexes)
    let ngo = try #require(old.names.firstIndex(of: "ngo"))
    for a in old.names.indices {
      for b in old.names.indices where a != ngo && b != ngo {
        #expect(old.density[a][b] == new.density[a][b])
      }
      // One more NGO to which there is no tie.
      guard a != ngo, let before = old.density[a][ngo], let after = new.density[a][ngo] else {
        continue
      }
      let size = Double(old.sizes[ngo])
      #expect(LawGraphs.near(after * (size + 1), before * size))
    }
    #expect(
      try graph.externalInternalIndex(groups: groups) == wider.externalInternalIndex(groups: more))
    #expect(
      try graph.externalInternalIndexes(groups: groups).values + [nil]
        == wider.externalInternalIndexes(groups: more).values)
    #expect(
      try graph.brokerage(groups: groups).counts.map { $0.values + [0] }
        == wider.brokerage(groups: more).counts.map(\.values))

    // Nobody's distance from another's profile changes; that from the isolate's is the profile's length.
    let (apart, stillApart) = try (
      graph.structuralEquivalence(.euclidean), wider.structuralEquivalence(.euclidean)
    )
    let simple = graph.simplified()
    for a in graph.nodes {
      for b in graph.nodes { #expect(apart[a, b] == stillApart[a, b]) }
      let ties = simple.edges.filter { $0.source == a || $0.target == a }.count
      #expect(LawGraphs.near(stillApart[a, NodeID(n)], Double(ties).squareRoot()))
    }

    let other = try LawGraphs.random(seed + 200)
    let otherWider = try LawGraphs.withIsolate(other)
    #expect(try graph.edgeJaccard(with: other) == wider.edgeJaccard(with: otherWider))
    // The correlation of two lists of zeros and ones, to which the isolate adds zeros in both.
    let (x, y) = (Double(simple.edgeCount), Double(other.simplified().edgeCount))
    let jaccard = try #require(try graph.edgeJaccard(with: other))
    let both = jaccard * (x + y) / (1 + jaccard)
    let pairs = Double(n * (n + 1)) / (graph.isDirected ? 1 : 2)
    let expected =
      (pairs * both - x * y) / ((pairs - x) * x * (pairs - y) * y).squareRoot()
    let found = try wider.qapCorrelation(with: otherWider, permutations: 0).correlation
    #expect(LawGraphs.near(found, expected))
  }

  @Test("projections of two-mode networks", arguments: 0..<10)
  func projections(seed: Int) throws {
    let (graph, groups) = try LawGraphs.twoMode(seed)
    for mode in ["agency", "body"] {
      let wider = try LawGraphs.withIsolate(graph)
      let modes = try wider.twoModes(NodeMap(groups.values + [mode]))
      for keeping in 0...1 {
        let before = try graph.projection(graph.twoModes(groups), keeping: keeping)
        let after = try wider.projection(modes, keeping: keeping)
        #expect(before.graph.edges == after.graph.edges)
        #expect(before.graph.weights == after.graph.weights)
        #expect(after.nodes.count - before.nodes.count == (modes.names[keeping] == mode ? 1 : 0))
      }
    }
  }

  @Test("key players: whom to reach is the old set, or one fewer and the isolate", arguments: 0..<6)
  func keyPlayers(seed: Int) throws {
    let graph = try LawGraphs.random(seed)
    let wider = try LawGraphs.withIsolate(graph)
    let n = Double(graph.nodeCount)
    let isolate = NodeID(graph.nodeCount)
    for size in 1...3 {
      let rest = n - Double(size)
      for goal in KeyPlayerGoal.allCases {
        let old = try graph.keyPlayers(size: size, goal: goal)
        let new = try wider.keyPlayers(size: size, goal: goal)
        let own = new.sets.filter { !$0.contains(isolate) }
        switch goal {
        case .fragmentation, .distanceFragmentation:
          // As many pairs hold together among one more.
          #expect(
            LawGraphs.near(
              (1 - new.value) * (rest + 1) * rest, (1 - old.value) * rest * (rest - 1)))
          #expect(own == old.sets)
        case .reach, .distanceReach:
          let fewer = size > 1 ? try graph.keyPlayers(size: size - 1, goal: goal).value * n : 0
          #expect(LawGraphs.near(new.value * (n + 1), max(old.value * n, fewer + 1)))
          if old.value * n > fewer + 1 - 1e-9 { #expect(own == old.sets) }
        }
      }
    }
  }
}
