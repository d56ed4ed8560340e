import LiaisonGraph
import Testing

@Suite("Generated graphs")
struct GeneratorTests {
  @Test("shapes have the ties of their name")
  func shapes() throws {
    #expect(try Graph.path(nodeCount: 5).edgeCount == 4)
    #expect(try Graph.cycle(nodeCount: 5).degree(.all).values == [2, 2, 2, 2, 2])
    #expect(try Graph.cycle(nodeCount: 2).edgeCount == 1)
    #expect(try Graph.star(nodeCount: 6).degree(.all).values == [5, 1, 1, 1, 1, 1])
    #expect(try Graph.complete(nodeCount: 6).edgeCount == 15)
    #expect(try Graph.complete(nodeCount: 6, directed: true).edgeCount == 30)
    let grid = try Graph.grid(rows: 3, columns: 4)
    #expect(grid.nodeCount == 12)
    #expect(grid.edgeCount == 3 * 3 + 2 * 4)
    #expect(grid.hasEdge(from: NodeID(4), to: NodeID(8)))
    #expect(!grid.hasEdge(from: NodeID(3), to: NodeID(4)))
    for empty in [
      try Graph.path(nodeCount: 0), try .star(nodeCount: 0), try .grid(rows: 0, columns: 7),
    ] {
      #expect(empty.nodeCount == 0)
    }
  }

  @Test("random graphs are simple, the same for the same seed, and others for another")
  func seeds() throws {
    func make(_ seed: UInt64) throws -> [Graph] {
      [
        try .erdosRenyi(nodeCount: 60, probability: 0.1, seed: seed),
        try .erdosRenyi(nodeCount: 60, probability: 0.1, directed: true, seed: seed),
        try .barabasiAlbert(nodeCount: 60, edgesPerNode: 3, seed: seed),
        try .plantedPartition(groupSizes: [20, 30, 10], within: 0.4, between: 0.02, seed: seed)
          .graph,
        try .wattsStrogatz(nodeCount: 60, neighbours: 4, rewiring: 0.2, seed: seed),
      ]
    }
    for (a, (b, other)) in zip(try make(1), zip(try make(1), try make(2))) {
      #expect(a.edges == b.edges)
      #expect(a.edges != other.edges)
      #expect(a.isSimple)
    }
  }

  @Test("ties are as many as the probabilities say, give or take five standard deviations")
  func density() throws {
    for (p, directed) in [(0.02, false), (0.5, false), (0.3, true)] {
      let n = 300
      let graph = try Graph.erdosRenyi(nodeCount: n, probability: p, directed: directed, seed: 9)
      let pairs = Double(n * (n - 1)) / (directed ? 1 : 2)
      let deviation = (pairs * p * (1 - p)).squareRoot()
      #expect(abs(Double(graph.edgeCount) - pairs * p) < 5 * deviation)
    }
    #expect(try Graph.erdosRenyi(nodeCount: 9, probability: 1, seed: 1).edgeCount == 36)
    #expect(try Graph.erdosRenyi(nodeCount: 9, probability: 0, seed: 1).edgeCount == 0)
    let (graph, groups) = try Graph.plantedPartition(
      groupSizes: [100, 100, 0, 50], within: 0.5, between: 0.05, seed: 4)
    let within = graph.edges.filter { groups[$0.source] == groups[$0.target] }.count
    #expect(abs(within - 5_562) < 300)
    #expect(abs(graph.edgeCount - within - 1_000) < 160)
    #expect(groups.values.filter { $0 == 3 }.count == 50)
  }

  @Test("a growing graph has as many ties as nodes brought, and hubs")
  func growth() throws {
    let graph = try Graph.barabasiAlbert(nodeCount: 2_000, edgesPerNode: 3, seed: 5)
    #expect(graph.edgeCount == 3 + 1_996 * 3)
    #expect(graph.weakComponents().count == 1)
    let degrees = graph.degree(.all).values
    #expect((degrees.max() ?? 0) > 60)
    #expect(degrees.min() == 1 || degrees.min() == 3)
  }

  @Test("rewiring keeps the number of ties; none keeps the ring, some shortens the ways")
  func smallWorld() throws {
    let ring = try Graph.wattsStrogatz(nodeCount: 200, neighbours: 6, rewiring: 0, seed: 1)
    #expect(ring.degree(.all).values.allSatisfy { $0 == 6 })
    let small = try Graph.wattsStrogatz(nodeCount: 200, neighbours: 6, rewiring: 0.2, seed: 1)
    #expect(small.edgeCount == 600)
    #expect(small.isSimple)
    let far = try #require(try ring.distances().mean)
    let near = try #require(try small.distances().mean)
    #expect(near < far / 2)
  }

  @Test("what has no meaning is refused")
  func refused() {
    #expect(throws: GraphError.self) { try Graph.path(nodeCount: -1) }
    #expect(throws: GraphError.self) { try Graph.complete(nodeCount: 100_000) }
    // Its arcs are twice the ties, and beyond what can be held before any is made.
    #expect(throws: GraphError.self) { try Graph.complete(nodeCount: 46_000, directed: true) }
    #expect(throws: GraphError.self) { try Graph.grid(rows: 1 << 40, columns: 1 << 40) }
    #expect(throws: GraphError.self) { try Graph.grid(rows: 1 << 20, columns: 1 << 20) }
    #expect(throws: GraphError.self) {
      try Graph.erdosRenyi(nodeCount: 3, probability: .nan, seed: 1)
    }
    #expect(throws: GraphError.self) {
      try Graph.barabasiAlbert(nodeCount: 3, edgesPerNode: 3, seed: 1)
    }
    #expect(throws: GraphError.self) {
      try Graph.wattsStrogatz(nodeCount: 9, neighbours: 3, rewiring: 0, seed: 1)
    }
  }
}
