import LiaisonGraph
import Testing

@Suite("Graph")
struct GraphTests {
  @Test("an empty graph has no nodes and no edges")
  func empty() throws {
    let graph = try Graph(nodeCount: 0, edges: [], directed: true)
    #expect(graph.nodes.isEmpty)
    #expect(graph.isSimple)
    #expect(graph.simplified().edgeCount == 0)
  }

  @Test("parallel edges and self-loops are kept, and counted")
  func multigraph() throws {
    let edges = [Edge(0, 1), Edge(1, 0), Edge(0, 1), Edge(2, 2), Edge(1, 2)]
    let directed = try Graph(nodeCount: 3, edges: edges, directed: true)
    #expect(directed.loopCount == 1)
    #expect(directed.parallelCount == 1)
    #expect(directed.arcs(of: NodeID(0), .out).map(\.edge) == [EdgeID(0), EdgeID(2)])
    #expect(directed.arcs(of: NodeID(0), .in).map(\.edge) == [EdgeID(1)])
    #expect(directed.arcs(of: NodeID(0), .all).count == 3)
    let undirected = try Graph(nodeCount: 3, edges: edges, directed: false)
    #expect(undirected.parallelCount == 2)
    #expect(undirected.arcs(of: NodeID(2)).map(\.node) == [NodeID(1), NodeID(2), NodeID(2)])
    #expect(undirected.neighbours(of: NodeID(2)) == [NodeID(1)])
    #expect(directed.hasEdge(from: NodeID(1), to: NodeID(2)))
    #expect(!directed.hasEdge(from: NodeID(2), to: NodeID(1)))
  }

  @Test("simplifying sums the weights of parallel edges and drops self-loops")
  func simplified() throws {
    let graph = try Graph(
      nodeCount: 4,
      edges: [Edge(1, 0), Edge(0, 1), Edge(2, 2), Edge(3, 1), Edge(0, 1)],
      directed: false, weights: [1, 2, 5, 3, 4])
    let simple = graph.simplified()
    #expect(simple.edges == [Edge(0, 1), Edge(1, 3)])
    #expect(simple.weights == [7, 3])
    #expect(simple.isSimple)
  }

  @Test("weights that cancel leave a tie of weight zero")
  func cancelling() throws {
    let graph = try Graph(
      nodeCount: 2, edges: [Edge(0, 1), Edge(1, 0)], directed: false, weights: [2, -2])
    #expect(graph.simplified().weights == [0])
  }

  @Test("an undirected projection merges an arc with its reverse")
  func projection() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(1, 0), Edge(0, 1), Edge(2, 1)], directed: true,
      weights: [2, 3, 1])
    let ties = graph.undirectedProjection()
    #expect(ties.edges == [Edge(0, 1), Edge(1, 2)])
    #expect(ties.weights == [5, 1])
    #expect(!ties.isDirected)
  }

  @Test("reversing turns every arc round")
  func reversed() throws {
    let graph = try Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(2, 1)], directed: true)
    #expect(graph.reversed().edges == [Edge(1, 0), Edge(1, 2)])
    #expect(graph.reversed().reversed().edges == graph.edges)
  }

  @Test("an edge to a node that is not there is refused")
  func outOfRange() throws {
    for edge in [Edge(0, 3), Edge(-1, 0)] {
      let error = try #require(throws: GraphError.self) {
        try Graph(nodeCount: 3, edges: [edge], directed: true)
      }
      #expect(error.code == .nodeOutOfRange)
    }
    #expect(throws: GraphError.self) { try Graph(nodeCount: -1, edges: [], directed: true) }
  }

  @Test("weights that are no numbers, or too few, are refused")
  func badWeights() throws {
    for weight in [Double.nan, .infinity, -.infinity] {
      let error = try #require(throws: GraphError.self) {
        try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: true, weights: [weight])
      }
      #expect(error.code == .weightNotFinite)
    }
    let error = try #require(throws: GraphError.self) {
      try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: true, weights: [])
    }
    #expect(error.code == .weightCount)
  }
}
