import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Diameter")
struct DiameterTests {
  @Test("nobody, somebody alone, two pieces, a path")
  func byHand() throws {
    #expect(try Graph(nodeCount: 0, edges: [], directed: false).diameter() == nil)
    #expect(try Graph(nodeCount: 3, edges: [], directed: false).diameter() == 0)
    let pieces = try Graph(
      nodeCount: 7, edges: [Edge(0, 1), Edge(2, 3), Edge(3, 4), Edge(4, 5)], directed: false)
    #expect(try pieces.diameter() == 3)
    let oneWay = try Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: true)
    #expect(try oneWay.diameter() == 2)
  }

  @Test("the radius is how far the nearest to all has to go; who reaches nobody makes it 0")
  func radius() throws {
    #expect(try Graph.path(nodeCount: 0).distances().radius == nil)
    #expect(try Graph.path(nodeCount: 5).distances().radius == 2)
    #expect(try Graph.cycle(nodeCount: 6, directed: true).distances().radius == 5)
    #expect(try Graph.path(nodeCount: 3, directed: true).distances().radius == 0)
    #expect(try Graph(nodeCount: 3, edges: [Edge(0, 1)], directed: false).distances().radius == 0)
  }

  @Test("it is the greatest of all distances, however it is found", arguments: 0..<30)
  func agrees(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 20 + 10 * seed, edgeCount: (20 + 10 * seed) * (1 + seed % 4),
      directed: seed % 5 == 4, weighted: false, seed: UInt64(seed))
    let greatest = try graph.distances().diameter
    #expect(try graph.diameter().map { Double($0) } == greatest)
  }

  @Test("dense graphs, and many small pieces", arguments: 0..<12)
  func denseAndBroken(seed: Int) throws {
    let (nodes, edges) = seed % 2 == 0 ? (150, 2500) : (900, 500)
    let graph = try randomGraph(
      nodeCount: nodes, edgeCount: edges, directed: false, weighted: false, seed: UInt64(seed))
    let greatest = try graph.distances().diameter
    #expect(try graph.diameter().map { Double($0) } == greatest)
  }
}
