import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Searches")
struct SearchTests {
  @Test("a breadth-first search gives the fewest hops and one path")
  func hops() throws {
    let graph = try Graph(
      nodeCount: 5, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 3), Edge(3, 2)], directed: true)
    let tree = try graph.breadthFirst(from: [NodeID(0)])
    #expect(tree.distance[NodeID(2)] == 2)
    #expect(tree.path(to: NodeID(2)) == [NodeID(0), NodeID(1), NodeID(2)])
    #expect(tree.edges(to: NodeID(2)) == [EdgeID(0), EdgeID(1)])
    #expect(tree.path(to: NodeID(4)) == nil)
    #expect(try graph.breadthFirst(from: [NodeID(2)], .in).distance[NodeID(0)] == 2)
    #expect(try graph.breadthFirst(from: [NodeID(1)], .all).distance[NodeID(3)] == 2)
  }

  @Test("a strong tie is a short way, a dear one a long way")
  func weighted() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2)], directed: true,
      weights: [4, 4, 1])
    let strength = try graph.shortestPaths(from: [NodeID(0)], weights: .inverse)
    #expect(strength.distance[NodeID(2)] == 0.5)
    #expect(strength.path(to: NodeID(2))?.count == 3)
    let cost = try graph.shortestPaths(from: [NodeID(0)], weights: .cost)
    #expect(cost.distance[NodeID(2)] == 1)
  }

  @Test("weights of zero are refused where a path is measured by them")
  func zeroWeight() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: true, weights: [0])
    let error = try #require(throws: GraphError.self) {
      try graph.shortestPaths(from: [NodeID(0)], weights: .inverse)
    }
    #expect(error.code == .weightNotPositive)
    #expect(try graph.shortestPaths(from: [NodeID(0)]).distance[NodeID(1)] == 1)
  }

  @Test("with all weights one, Dijkstra and breadth-first agree", arguments: 0..<30)
  func agree(seed: Int) throws {
    let shape = try randomGraph(
      nodeCount: 30, edgeCount: 50, directed: seed % 2 == 0, seed: UInt64(seed))
    let graph = try Graph(
      nodeCount: 30, edges: shape.edges, directed: shape.isDirected,
      weights: shape.edges.map { _ in 1 })
    for direction in Direction.allCases {
      let hops = try graph.breadthFirst(from: [NodeID(0)], direction)
      let cost = try graph.shortestPaths(from: [NodeID(0)], weights: .cost, direction)
      #expect(hops.distance == cost.distance)
    }
  }
}
