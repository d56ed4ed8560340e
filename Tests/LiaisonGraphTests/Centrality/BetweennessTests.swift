import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Test("the middle of a path lies between all pairs across it")
  func path() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3)], directed: false)
    #expect(try graph.betweenness().values == [0, 2, 2, 0])
    #expect(try graph.betweenness(normalized: true).values == [0, 2.0 / 3, 2.0 / 3, 0])
    #expect(try graph.edgeBetweenness().values == [3, 4, 3])
    #expect(try graph.edgeBetweenness(normalized: true).values == [0.5, 4.0 / 6, 0.5])
    let oneWay = try Graph(nodeCount: 4, edges: graph.edges, directed: true)
    #expect(try oneWay.edgeBetweenness(normalized: true).values == [0.25, 4.0 / 12, 0.25])
    #expect(try Graph.path(nodeCount: 1).edgeBetweenness(normalized: true).values.isEmpty)
  }

  @Test("each edge of a graph has the value of its tie, repeated rows and self-loops among them")
  func edgesOfMultigraph() throws {
    let edges = [Edge(1, 1), Edge(1, 0), Edge(2, 1), Edge(0, 1), Edge(2, 3), Edge(2, 2)]
    let graph = try Graph(nodeCount: 4, edges: edges, directed: false)
    #expect(try graph.edgeBetweenness().values == [0, 3, 4, 3, 3, 0])
    let arcs = try Graph(nodeCount: 4, edges: edges, directed: true)
    #expect(try arcs.edgeBetweenness().values == [0, 2, 2, 1, 1, 0])
  }

  @Test("strong ties draw the paths, dear ones repel them")
  func weights() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2)], directed: false,
      weights: [4, 4, 1])
    #expect(try graph.betweenness(weights: .inverse).values == [0, 1, 0])
    #expect(try graph.betweenness(weights: .cost).values == [0, 0, 0])
    #expect(try graph.betweenness().values == [0, 0, 0])
  }

  @Test("0.1 + 0.2 is as long as 0.3")
  func tie() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2)], directed: true,
      weights: [0.1, 0.2, 0.3])
    #expect(try graph.betweenness(weights: .cost).values == [0, 0.5, 0])
  }

  @Test("a weight of zero is refused with the names of its ends")
  func zeroWeight() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: false, weights: [0])
    let error = try #require(throws: GraphError.self) { try graph.betweenness(weights: .inverse) }
    #expect(error.code == .weightNotPositive)
  }

  @Test("sources given one by one add up to all of them")
  func sources() throws {
    let graph = try randomGraph(nodeCount: 20, edgeCount: 50, directed: true, seed: 3)
    let whole = try graph.betweenness().values
    var sum = [Double](repeating: 0, count: 20)
    for node in graph.nodes {
      for (index, value) in try graph.betweenness(sources: [node]).values.enumerated() {
        sum[index] += value
      }
    }
    for (a, b) in zip(whole, sum) { #expect(abs(a - b) < 1e-9) }
  }

  @Test("it sums to the distances beyond one step", arguments: 0..<20)
  func sum(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 25, edgeCount: 60, directed: seed % 2 == 0, seed: UInt64(seed))
    var expected = 0.0
    for summary in try graph.distanceSummaries().values {
      expected += summary.total - Double(summary.reached)
    }
    let total = try graph.betweenness().values.reduce(0, +)
    #expect(abs(total - expected * (graph.isDirected ? 1 : 0.5)) < 1e-8)
  }

  @Test("with all weights one, Dijkstra and breadth-first agree", arguments: 0..<10)
  func unitWeights(seed: Int) throws {
    let shape = try randomGraph(
      nodeCount: 25, edgeCount: 60, directed: seed % 2 == 0, seed: UInt64(seed)
    ).simplified()
    let graph = try Graph(
      nodeCount: 25, edges: shape.edges, directed: shape.isDirected,
      weights: shape.edges.map { _ in 1 })
    let hops = try graph.betweenness().values
    let costs = try graph.betweenness(weights: .cost).values
    for (a, b) in zip(hops, costs) { #expect(abs(a - b) < 1e-9) }
  }
}
