import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Closeness")
struct ClosenessTests {
  /// 0 → 1 → 2, and 3 apart.
  private func graph() throws -> Graph {
    try Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2)], directed: true)
  }

  @Test("the variants differ in what they make of those out of reach")
  func variants() throws {
    let graph = try graph()
    #expect(try graph.closeness(.normalized).values == [2.0 / 3, 1, nil, nil])
    #expect(try graph.closeness(.raw).values == [1.0 / 3, 1, nil, nil])
    #expect(try graph.closeness(.wassermanFaust).values == [4.0 / 9, 1.0 / 3, 0, 0])
    #expect(try graph.closeness(.classic).values == [nil, nil, nil, nil])
    // Out of reach counts 3, one more than the greatest distance.
    #expect(try graph.closeness(.ucinet).values == [3.0 / 6, 3.0 / 7, 3.0 / 9, 3.0 / 9])
    #expect(try graph.closeness(.valenteForeman).values == [0.5, 1.0 / 3, 0, 0])
  }

  @Test("direction turns the paths round")
  func direction() throws {
    let graph = try graph()
    #expect(try graph.harmonicCloseness().values == [1.5, 1, 0, 0])
    #expect(try graph.harmonicCloseness(.in).values == [0, 1, 1.5, 0])
    #expect(try graph.harmonicCloseness(.all).values == [1.5, 2, 1.5, 0])
    #expect(try graph.harmonicCloseness(.all, normalized: true).values == [0.5, 2.0 / 3, 0.5, 0])
    #expect(try graph.eccentricity().values == [2, 1, 0, 0])
    #expect(try graph.reach(within: 1).values == [1, 1, 0, 0])
    #expect(try graph.reach().values == [2, 1, 0, 0])
  }

  @Test("variants for hops are refused with weights")
  func hopsOnly() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: false, weights: [2])
    for variant in [ClosenessVariant.ucinet, .valenteForeman] {
      let error = try #require(throws: GraphError.self) {
        try graph.closeness(variant, weights: .inverse)
      }
      #expect(error.code == .invalidParameter)
    }
    #expect(try graph.closeness(.raw, weights: .inverse).values == [2, 2])
  }

  @Test("turning the graph round turns in into out", arguments: 0..<10)
  func reversal(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 20, edgeCount: 40, directed: true, weighted: true, seed: UInt64(seed))
    for weights in PathWeights.allCases {
      #expect(
        try graph.distanceSummaries(weights: weights, .in)
          == graph.reversed().distanceSummaries(weights: weights, .out))
    }
  }
}
