import LiaisonTestSupport
import Testing

@testable import LiaisonGraph

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

  @Test("arcs shorter than the tolerance make neither of two alike lie before the other")
  func shortArcs() throws {
    for (short, weights) in [(1e-14, PathWeights.cost), (1e14, .inverse)] {
      // 1 and 2 stand between 0 and 3 alike, and are tied to each other.
      let square = try Graph(
        nodeCount: 4, edges: [Edge(0, 1), Edge(0, 2), Edge(1, 2), Edge(1, 3), Edge(2, 3)],
        directed: false, weights: [1, 1, short, 1, 1])
      let values = try square.betweenness(weights: weights).values
      #expect(values[1] == values[2] && values[0] == values[3])
      let ties = try square.edgeBetweenness(weights: weights).values
      #expect(ties[0] == ties[1] && ties[3] == ties[4] && ties[0] == ties[3])
      let arcs = square.outgoing
      let lengths = try #require(try square.edgeLengths(weights))
      let wide = WideDependencies(
        arcs, lengths: lengths, counts: [1, 1, 1, 1], edgeCount: nil)
      let sums = try wide.sums(threads: 1, progress: nil)
      for v in 0..<4 { #expect(abs(sums[v] / 2 - values[v]) < 1e-12) }
      // 3 is a little behind both: each lies on half of the paths to it.
      let fork = try Graph(
        nodeCount: 5, edges: [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 3), Edge(3, 4)],
        directed: true, weights: [1, 1, short, short, 1])
      #expect(try fork.betweenness(weights: weights).values == [0, 1, 1, 3, 0])
    }
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
