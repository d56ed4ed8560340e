import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Communities")
struct CommunityTests {
  @Test("Leiden reaches the optimum of Zachary's karate club from any seed, 0.41979")
  func karate() throws {
    let karate = try #require(OracleCase.all.first { $0.name.hasPrefix("s14-karate") })
    let graph = try karate.graph()
    for seed in 1...10 as ClosedRange<UInt64> {
      let found = try graph.leiden(seed: seed)
      let modularity = try #require(found.modularity)
      #expect(abs(modularity - 0.41979) < 1e-5, "seed \(seed): \(modularity)")
      #expect(found.count == 4)
    }
  }

  @Test("no division is above the optimum, and Leiden's is all but reaches it")
  func optimum() throws {
    var compared = 0
    for oracle in OracleCase.all {
      let known = oracle.value.filter { $0.key.hasPrefix("modularity.optimum") }
      for (_, optimum) in known {
        guard let optimum else { continue }
        let graph = try oracle.graph()
        let leiden = try graph.leiden().modularity ?? 0
        #expect(leiden <= optimum + 1e-9, "\(oracle.name)")
        #expect(leiden >= 0.99 * optimum - 1e-9, "\(oracle.name): \(leiden) of \(optimum)")
        for other in [try graph.louvain(), try graph.labelPropagation()] {
          #expect(other.modularity ?? 0 <= optimum + 1e-9, "\(oracle.name)")
        }
        compared += 1
      }
    }
    #expect(compared > 5)
  }

  @Test("planted groups are found, the same for the same seed")
  func planted() throws {
    let (graph, groups) = try Graph.plantedPartition(
      groupSizes: [40, 30, 50, 20], within: 0.5, between: 0.01, seed: 3)
    let expected = Set(
      (0..<4).map { g in Set(graph.nodes.filter { groups[$0] == g }) })
    for found in [
      try graph.leiden(), try graph.louvain(), try graph.labelPropagation(),
    ] {
      #expect(Set(found.members.map { Set($0) }) == expected)
    }
    #expect(try graph.leiden(seed: 5) == graph.leiden(seed: 5))
    // So coarse a view sees one community, so fine a one none.
    #expect(try graph.leiden(resolution: 0.001).count == 1)
    #expect(try graph.leiden(resolution: 1_000).count == graph.nodeCount)
  }

  @Test("Leiden's communities hang together; its modularity is the library's", arguments: 0..<16)
  func connected(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 60, edgeCount: 90, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    for weighted in [false, true] {
      let found = try graph.leiden(weighted: weighted, seed: UInt64(seed))
      let ties = graph.undirectedProjection()
      for members in found.members {
        let inside = Set(members)
        let tree = try ties.breadthFirst(from: [members[0]]) {
          inside.contains(ties[$0].source) && inside.contains(ties[$0].target)
        }
        #expect(tree.order.count == members.count)
      }
      let modularity = try #require(
        try ties.modularity(groups: found.community, weighted: weighted))
      #expect(abs(modularity - (found.modularity ?? 0)) < 1e-12)
      let louvain = try graph.louvain(weighted: weighted, seed: UInt64(seed))
      #expect((found.modularity ?? 0) > (louvain.modularity ?? 1) - 0.03)
    }
  }

  @Test("the measure takes a seed and a resolution; without them it gives what it always gave")
  func options() throws {
    let graph = try randomGraph(nodeCount: 60, edgeCount: 150, directed: false, seed: 4)
    let measure = CommunitiesMeasure()
    func column(_ result: MeasureResult, _ method: String) -> [Double?] {
      result.nodeColumns.first { $0.key == "community.\(method).unweighted" }?.values.values ?? []
    }
    let usual = try measure.compute(graph, MeasureOptions())
    let other = try measure.compute(graph, MeasureOptions(seed: 2, resolution: 3))
    let found = [
      "leiden": (try graph.leiden(), try graph.leiden(resolution: 3, seed: 2)),
      "louvain": (try graph.louvain(), try graph.louvain(resolution: 3, seed: 2)),
      "labels": (try graph.labelPropagation(), try graph.labelPropagation(seed: 2)),
    ]
    for (method, (first, second)) in found {
      #expect(column(usual, method) == first.community.values.map { Double($0) })
      #expect(column(other, method) == second.community.values.map { Double($0) })
    }
    #expect(column(usual, "leiden") != column(other, "leiden"))
    let groups = NodeMap<String?>((0..<60).map { "\($0 % 3)" })
    let whole = try ModularityMeasure().compute(graph, MeasureOptions(groups: groups))
    let halved = try ModularityMeasure().compute(
      graph, MeasureOptions(groups: groups, resolution: 0.5))
    #expect((halved.values[0].value ?? 0) > (whole.values[0].value ?? 1))
  }

  @Test("in a large network too Leiden's communities hang together and are as good as planted ones")
  func large() throws {
    let (graph, groups) = try Graph.plantedPartition(
      groupSizes: [Int](repeating: 60, count: 20), within: 0.15, between: 0.002, seed: 7)
    let found = try graph.leiden(seed: 4)
    #expect(try found == graph.leiden(seed: 4))
    let reached = try #require(found.modularity)
    #expect(try reached >= graph.modularity(groups: groups) ?? 1)
    #expect(try reached >= graph.louvain(seed: 4).modularity ?? 1)
    for members in found.members {
      let inside = Set(members)
      let tree = try graph.breadthFirst(from: [members[0]]) {
        inside.contains(graph[$0].source) && inside.contains(graph[$0].target)
      }
      #expect(tree.order.count == members.count)
    }
    // More starts are no worse.
    #expect(try graph.leiden(seed: 4, starts: 3).modularity ?? 0 >= reached)
  }

  @Test("without ties each node is a community of its own; negative weights are refused")
  func corners() throws {
    for n in [0, 1, 5] {
      let graph = try Graph(nodeCount: n, edges: [], directed: true)
      for found in [try graph.leiden(), try graph.louvain(), try graph.labelPropagation()] {
        #expect(found.count == n)
        #expect(found.modularity == nil)
      }
    }
    let loops = try Graph(nodeCount: 2, edges: [Edge(0, 0)], directed: false)
    #expect(try loops.leiden().count == 2)
    let negative = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: false, weights: [1, -1])
    #expect(try negative.leiden().count == 1)
    #expect(throws: GraphError.self) { try negative.leiden(weighted: true) }
    #expect(throws: GraphError.self) { try negative.louvain(resolution: 0) }
    let zero = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: false, weights: [0])
    #expect(try zero.leiden(weighted: true).count == 2)
    let progress = RunProgress()
    progress.cancel()
    #expect(throws: GraphError.self) { try negative.leiden(progress: progress) }
  }

  @Test(
    "a resolution is above 0 and at most 1,000,000, of a given division also 0",
    arguments: [Double.nan, .infinity, -.infinity, -1, 0, 1e6.nextUp, 1e300])
  func resolution(resolution: Double) throws {
    let graph = try Graph.path(nodeCount: 4)
    let groups = NodeMap([0, 0, 1, 1])
    var runs: [() throws -> Void] = [
      { _ = try graph.leiden(resolution: resolution) },
      { _ = try graph.louvain(resolution: resolution) },
    ]
    if resolution == 0 {
      // Nothing is expected: the share of ties within groups.
      #expect(try graph.modularity(groups: groups, resolution: 0) == 2.0 / 3)
    } else {
      runs.append { _ = try graph.modularity(groups: groups, resolution: resolution) }
    }
    for run in runs {
      let error = try #require(throws: GraphError.self) { try run() }
      #expect(error.code == .invalidParameter)
      #expect(error.message.contains("not \(resolution)"))
    }
  }

  @Test("the quotient counts ties between groups and within them")
  func quotient() throws {
    let graph = try Graph(
      nodeCount: 5, edges: [Edge(0, 1), Edge(0, 1), Edge(1, 2), Edge(3, 0), Edge(2, 3)],
      directed: false, weights: [1, 2, 5, 4, 1])
    let groups = NodeMap(["ngo", "ngo", "police", "police", "union"])
    let count = try graph.quotient(groups: groups)
    #expect(count.names == ["ngo", "police", "union"])
    #expect(count.sizes == [2, 2, 1])
    #expect(count.graph.edges == [Edge(0, 0), Edge(0, 1), Edge(1, 1)])
    #expect(count.graph.weights == [1, 2, 1])
    #expect(try graph.quotient(groups: groups, weighted: true).graph.weights == [3, 9, 1])
  }

  @Test("twenty thousand groups are drawn together as well; a table of each with each is refused")
  func manyGroups() throws {
    let path = try Graph.path(nodeCount: 20_000)
    let groups = NodeMap((0..<20_000).map { String(100_000 + $0) })
    let quotient = try path.quotient(groups: groups)
    #expect(quotient.graph.edges == path.edges)
    let error = try #require(throws: GraphError.self) { try path.mixing(groups: groups) }
    #expect(error.code == .tooLarge)
  }
}
