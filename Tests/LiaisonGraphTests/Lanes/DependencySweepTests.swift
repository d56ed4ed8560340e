import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Betweenness by lanes")
struct DependencySweepTests {
  @Test("equals one source after the other, sparse or dense", arguments: 0..<12)
  func plain(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 150, edgeCount: [90, 160, 400, 3000][seed % 4], directed: seed % 3 == 0,
      seed: UInt64(seed)
    ).simplified()
    let plain = PlainSearch(graph)
    #expect(agree(try graph.betweenness().values, plain.betweenness))
    #expect(agree(try graph.edgeBetweenness().values, plain.edgeBetweenness))
  }

  @Test("equals one source after the other with fewer lanes in larger graphs", arguments: [1, 10])
  func fewerLanes(size: Int) throws {
    let nodes = 10_400 * size
    let graph = try randomGraph(
      nodeCount: nodes, edgeCount: nodes + nodes / 3, directed: size > 1, seed: 5
    ).simplified()
    let sources = stride(from: 0, to: nodes, by: 2600 * size).map { NodeID($0) }
    let plain = PlainSearch(graph, sources: sources)
    #expect(agree(try graph.betweenness(sources: sources).values, plain.betweenness))
  }

  @Test("a source given twice counts twice")
  func twice() throws {
    let graph = try randomGraph(nodeCount: 40, edgeCount: 80, directed: false, seed: 2)
    let once = try graph.betweenness(sources: [NodeID(3)]).values
    let twice = try graph.betweenness(sources: [NodeID(3), NodeID(3)]).values
    #expect(agree(twice, once.map { 2 * $0 }))
  }

  @Test("the same bits on any number of threads", arguments: [true, false])
  func threads(directed: Bool) throws {
    let graph = try randomGraph(nodeCount: 330, edgeCount: 900, directed: directed, seed: 8)
    let one = try graph.betweenness(threads: 1)
    let edges = try graph.edgeBetweenness(threads: 1)
    for threads in [2, 3, 5] {
      #expect(try graph.betweenness(threads: threads) == one)
      #expect(try graph.edgeBetweenness(threads: threads) == edges)
    }
  }

  @Test("a directed hub lies between those that lead to it and those it leads to")
  func directedHub() throws {
    // 0 and 1 lead to 2, 2 leads to 3 and 4, and 1 and 2 to each other.
    let graph = try Graph(
      nodeCount: 5, edges: [Edge(0, 2), Edge(1, 2), Edge(2, 1), Edge(2, 3), Edge(2, 4)],
      directed: true)
    #expect(try graph.betweenness().values == [0, 0, 5, 0, 0])
    #expect(try graph.betweenness(sources: [NodeID(1)]).values == [0, 0, 2, 0, 0])
    #expect(try graph.betweenness(sources: [NodeID(3)]).values == [0, 0, 0, 0, 0])
  }

  @Test("what folds away counts as before, for all sources and for a few", arguments: 0..<24)
  func leaves(seed: Int) throws {
    let nodes = 30 + seed
    let shape = try randomGraph(
      nodeCount: nodes, edgeCount: nodes + nodes / 4, directed: seed % 3 > 0, weighted: false,
      seed: UInt64(seed)
    ).simplified()
    let graph = try Graph(
      nodeCount: nodes, edges: shape.edges, directed: shape.isDirected,
      weights: shape.edges.map { _ in 2 })
    let few = stride(from: seed % 4, to: nodes, by: 3).map { NodeID($0) }
    let (all, some) = (PlainSearch(graph), PlainSearch(graph, sources: few))
    #expect(agree(try graph.betweenness().values, all.betweenness))
    #expect(agree(try graph.betweenness(sources: few).values, some.betweenness))
    #expect(agree(try graph.betweenness(weights: .cost).values, all.betweenness))
    #expect(agree(try graph.betweenness(weights: .cost, sources: few).values, some.betweenness))
    #expect(agree(try graph.edgeBetweenness(weights: .cost).values, all.edgeBetweenness))
  }

  @Test("trees fold away whole")
  func trees() throws {
    for arms in [0, 1, 2, 40] {
      var edges: [Edge] = []
      for arm in 0..<arms {
        edges.append(Edge(0, 1 + 2 * arm))
        edges.append(Edge(1 + 2 * arm, 2 + 2 * arm))
      }
      let graph = try Graph(nodeCount: 2 * arms + 2, edges: edges, directed: false)
      #expect(agree(try graph.betweenness().values, PlainSearch(graph).betweenness))
    }
  }
}
