import LiaisonCatalog
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Order without cycles")
struct OrderTests {
  @Test("shortcuts carry no order")
  func reduction() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2), Edge(2, 3), Edge(0, 3)],
      directed: true)
    let reduced = try #require(try graph.transitiveReduction())
    #expect(reduced.arcs == [Edge(0, 1), Edge(1, 2), Edge(2, 3)])
    #expect(reduced.reachablePairs == 6)
    #expect(graph.longestPathLength() == 3)
    #expect(graph.topologicalOrder() == (0..<4).map { NodeID($0) })
  }

  @Test("a cycle has no order, nor has a self-loop")
  func cycle() throws {
    let cycle = try Graph(nodeCount: 2, edges: [Edge(0, 1), Edge(1, 0)], directed: true)
    #expect(cycle.topologicalOrder() == nil)
    #expect(cycle.longestPathLength() == nil)
    #expect(try cycle.transitiveReduction() == nil)
    let loop = try Graph(nodeCount: 1, edges: [Edge(0, 0)], directed: true)
    #expect(loop.topologicalOrder() == nil)
    #expect(loop.longestPathLength() == 0)
  }

  @Test("a self-loop makes is_dag 0 and is left out of the other figures, as the page says")
  func selfLoop() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(1, 1)], directed: true)
    let result = try OrderMeasure().compute(graph, MeasureOptions())
    let values = Dictionary(uniqueKeysWithValues: result.values.map { ($0.key, $0.value) })
    #expect(
      values == ["is_dag": 0, "dag.longest_path": 2, "transitive_closure.edges": 3])
    #expect(OrderMeasure().page.conventions.contains("self-loops out"))
  }

  @Test(
    "the reduction reaches what the graph reaches, and no arc of it is spare", arguments: 0..<20)
  func reach(seed: Int) throws {
    let shape = try randomGraph(nodeCount: 14, edgeCount: 40, directed: true, seed: UInt64(seed))
    let forward = shape.edges.filter { !$0.isLoop }.map {
      Edge(min($0.source, $0.target), max($0.source, $0.target))
    }
    let graph = try Graph(nodeCount: 14, edges: forward, directed: true)
    let reduced = try #require(try graph.transitiveReduction())
    let small = try Graph(nodeCount: 14, edges: reduced.arcs, directed: true)
    #expect(try small.reach() == graph.reach())
    #expect(try graph.reach().values.reduce(0, +) == reduced.reachablePairs)
    for spare in reduced.arcs {
      let fewer = try Graph(
        nodeCount: 14, edges: reduced.arcs.filter { $0 != spare }, directed: true)
      #expect(try fewer.reach() != graph.reach())
    }
  }
}
