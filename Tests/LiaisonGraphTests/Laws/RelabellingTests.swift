import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Renaming the nodes renames what is found of pairs, paths and sets")
struct RelabellingTests {
  /// Ends and value of a figure of two nodes; the lower end first where the order means nothing.
  private static func key(_ pair: Edge, isOrdered: Bool) -> Edge {
    isOrdered || pair.source < pair.target ? pair : Edge(pair.target, pair.source)
  }

  @Test("measures of ties, pairs and sets", arguments: 0..<10)
  func measures(seed: Int) throws {
    let graph = try LawGraphs.random(seed)
    let move = Relabelling(nodeCount: graph.nodeCount, seed: UInt64(seed))
    let groups = LawGraphs.groups(graph.nodeCount).mapValues(Optional.some)
    // They choose by number, or in a seeded order, among answers that are equally good.
    let byNumber = ["dominators", "communities", "positions", "core_periphery", "augmentation"]
    var (pairs, sets) = (0, 0)
    for measure in Measures.shipped where !byNumber.contains(measure.id) {
      let before = try measure.compute(graph, MeasureOptions(groups: groups))
      let after = try measure.compute(try move(graph), MeasureOptions(groups: move(groups)))
      #expect(before.pairColumns.map(\.key) == after.pairColumns.map(\.key))
      for (old, new) in zip(before.pairColumns, after.pairColumns) {
        let isOrdered = graph.isDirected && !old.key.hasPrefix("link.")
        var found: [Edge: Double?] = [:]
        for figure in new.values {
          found[Self.key(figure.pair, isOrdered: isOrdered)] = figure.value
        }
        #expect(old.values.count == new.values.count, "\(old.key)")
        for figure in old.values {
          pairs += 1
          let value = found[Self.key(move(figure.pair), isOrdered: isOrdered)]
          #expect(value.map { LawGraphs.near($0, figure.value) } == true, "\(old.key)")
        }
      }
      #expect(before.sets.map(\.key) == after.sets.map(\.key))
      for (old, new) in zip(before.sets, after.sets) {
        sets += 1
        switch (old.content, new.content) {
        case (.nodes(let old), .nodes(let new)): #expect(Set(old.map { move($0) }) == Set(new))
        case (.groups(let old), .groups(let new)):
          #expect(Set(old.map { Set($0.map { move($0) }) }) == Set(new.map { Set($0) }))
        default: Issue.record("\(old.key) is a set here and sets there")
        }
      }
    }
    #expect(pairs > 100 && sets > 10)
  }

  @Test("distances, paths and flows", arguments: 0..<10)
  func paths(seed: Int) throws {
    let graph = try LawGraphs.random(seed)
    let move = Relabelling(nodeCount: graph.nodeCount, seed: UInt64(seed))
    let moved = try move(graph)
    for weights in PathWeights.allCases {
      let (before, after) = try (
        LawGraphs.distances(graph, weights), LawGraphs.distances(moved, weights)
      )
      for a in graph.nodes {
        for b in graph.nodes {
          let value = after[move(a).index][move(b).index]
          #expect(LawGraphs.near(value, before[a.index][b.index]))
        }
      }
    }
    for a in graph.nodes {
      for b in graph.nodes where a != b {
        for kind in Disjointness.allCases {
          #expect(
            try graph.disjointPathCount(from: a, to: b, kind)
              == moved.disjointPathCount(from: move(a), to: move(b), kind))
        }
        #expect(
          try graph.maximumFlow(from: a, to: b).value
            == moved.maximumFlow(from: move(a), to: move(b)).value)
        let (old, new) = try (
          graph.shortestSimplePaths(from: a, to: b, count: 4, weights: .cost),
          moved.shortestSimplePaths(from: move(a), to: move(b), count: 4, weights: .cost)
        )
        #expect(old.map(\.length) == new.map(\.length))
      }
    }
  }

  @Test("groups, positions, projections and comparisons", arguments: 0..<10)
  func groups(seed: Int) throws {
    let graph = try LawGraphs.random(seed)
    let other = try LawGraphs.random(seed + 200)
    let move = Relabelling(nodeCount: graph.nodeCount, seed: UInt64(seed))
    let moved = try move(graph)
    let groups = LawGraphs.groups(graph.nodeCount)
    #expect(try graph.mixing(groups: groups) == moved.mixing(groups: move(groups)))
    #expect(
      try graph.externalInternalIndex(groups: groups)
        == moved.externalInternalIndex(groups: move(groups)))
    #expect(
      try move(graph.externalInternalIndexes(groups: groups))
        == moved.externalInternalIndexes(groups: move(groups)))
    let (old, new) = try (
      graph.brokerage(groups: groups), moved.brokerage(groups: move(groups))
    )
    #expect(old.counts.map { move($0) } == new.counts)
    #expect(old.total.values.contains { $0 > 0 })
    for kind in [EquivalenceMeasure.correlation, .euclidean] {
      let (old, new) = try (
        graph.structuralEquivalence(kind, weighted: true),
        moved.structuralEquivalence(kind, weighted: true)
      )
      for a in graph.nodes {
        for b in graph.nodes { #expect(LawGraphs.near(old[a, b], new[move(a), move(b)])) }
      }
    }
    #expect(try graph.edgeJaccard(with: other) == moved.edgeJaccard(with: move(other)))
    let (before, after) = try (
      graph.qapCorrelation(with: other, weighted: true, permutations: 0),
      moved.qapCorrelation(with: move(other), weighted: true, permutations: 0)
    )
    #expect(before.correlation != nil)
    #expect(LawGraphs.near(before.correlation, after.correlation))

    let (bodies, modes) = try LawGraphs.twoMode(seed)
    let shift = Relabelling(nodeCount: bodies.nodeCount, seed: UInt64(seed))
    let shifted = try shift(bodies)
    for mode in 0...1 {
      func ties(_ graph: Graph, _ groups: NodeMap<String>) throws -> [Set<NodeID>: Double] {
        let found = try graph.projection(graph.twoModes(groups), keeping: mode)
        var ties: [Set<NodeID>: Double] = [:]
        for (index, edge) in found.graph.edges.enumerated() {
          ties[[found.nodes[edge.source.index], found.nodes[edge.target.index]]] =
            found.graph.weights?[index]
        }
        return ties
      }
      var expected: [Set<NodeID>: Double] = [:]
      for (pair, count) in try ties(bodies, modes) {
        expected[Set(pair.map { shift($0) })] = count
      }
      #expect(!expected.isEmpty)
      #expect(try ties(shifted, shift(modes)) == expected)
    }
  }
}
