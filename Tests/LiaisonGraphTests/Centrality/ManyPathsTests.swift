import LiaisonGraph
import Testing

@Suite("Betweenness where there are more shortest paths than a number can hold")
struct ManyPathsTests {
  /// Diamonds in a row: 2^k shortest paths from the first node to the last.
  private static func diamonds(_ k: Int) throws -> Graph {
    var edges: [Edge] = []
    for i in 0..<k {
      let a = 3 * i
      edges += [Edge(a, a + 1), Edge(a, a + 2), Edge(a + 1, a + 3), Edge(a + 2, a + 3)]
    }
    return try Graph(nodeCount: 3 * k + 1, edges: edges, directed: true)
  }

  /// Layers of three, each tied to the whole next one.
  private static func layers(_ count: Int, weights: Bool) throws -> Graph {
    var edges: [Edge] = []
    for i in 0..<count - 1 {
      for a in 0..<3 {
        for b in 0..<3 { edges.append(Edge(3 * i + a, 3 * i + 3 + b)) }
      }
    }
    return try Graph(
      nodeCount: 3 * count, edges: edges, directed: true,
      weights: weights ? [Double](repeating: 0.5, count: edges.count) : nil)
  }

  @Test("1030 diamonds in a row: each side is on half of the paths past it")
  func diamonds() throws {
    let k = 1030
    let found = try ManyPathsTests.diamonds(k).betweenness(sources: [NodeID(0)])
    for i in 0..<k {
      // Who lies beyond the diamond, its own end included.
      let beyond = Double(3 * (k - i - 1) + 1)
      #expect(abs(found.values[3 * i + 1] - beyond / 2) < 1e-9 * beyond)
      #expect(abs(found.values[3 * i + 2] - beyond / 2) < 1e-9 * beyond)
      #expect(abs(found.values[3 * i + 3] - (beyond - 1)) < 1e-9 * beyond)
    }
  }

  @Test("650 layers of three: nodes and ties, by hops and by weights", arguments: [false, true])
  func layers(weighted: Bool) throws {
    let count = 650
    let graph = try ManyPathsTests.layers(count, weights: weighted)
    let sources = [NodeID(0), NodeID(1), NodeID(2)]
    let nodes = try graph.betweenness(weights: weighted ? .cost : .unweighted, sources: sources)
    for v in 3..<graph.nodeCount {
      let beyond = Double(3 * (count - v / 3 - 1))
      #expect(abs(nodes.values[v] - beyond) < 1e-9 * max(1, beyond))
    }
    let ties = try graph.edgeBetweenness(weights: weighted ? .inverse : .unweighted)
    for (index, edge) in graph.edges.enumerated() {
      let layer = edge.source.index / 3
      let expected = Double((layer + 1) * (count - layer - 1))
      #expect(abs(ties.values[index] - expected) < 1e-9 * expected)
    }
  }
}
