import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Structural holes")
struct StructuralHolesTests {
  @Test("a triangle with a tail, by hand")
  func byHand() throws {
    let graph = try Graph(
      nodeCount: 5, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3)], directed: false)
    let holes = try graph.structuralHoles()
    // Node 2 invests a third in each contact; 0 and 1 each invest half in it and in each other.
    let tied = (1.0 / 3 + 1.0 / 3 * 0.5) * (1.0 / 3 + 1.0 / 3 * 0.5)
    #expect(abs((holes.constraint[NodeID(2)] ?? 0) - (2 * tied + 1.0 / 9)) < 1e-15)
    #expect(abs((holes.effectiveSize[NodeID(2)] ?? 0) - (3 - 2.0 / 3)) < 1e-15)
    #expect(holes.hierarchy[NodeID(3)] == 1)
    #expect(holes.constraint[NodeID(4)] == nil)
  }

  @Test("efficiency is the effective size by contact, of the ego network too", arguments: 0..<6)
  func efficiency(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 20, edgeCount: 50, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    let result = try StructuralHolesMeasure().compute(graph, MeasureOptions())
    let contacts = graph.neighbourCounts()
    for kind in ["unweighted", "weighted", "ucinet_ego"] {
      func column(_ name: String) throws -> NodeMap<Double?> {
        try #require(result.nodeColumns.first { $0.key == "\(name).\(kind)" }).values
      }
      let (efficiency, size) = try (column("efficiency"), column("effective_size"))
      for node in graph.nodes {
        let expected = size[node].map { $0 / Double(contacts[node]) }
        #expect(LawGraphs.near(efficiency[node], expected), "\(kind) of node \(node)")
      }
    }
  }

  @Test("constraint alone is the constraint among all four", arguments: 0..<12)
  func alone(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 25, edgeCount: 80, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    for weighted in [false, true] {
      #expect(
        try graph.constraint(weighted: weighted)
          == graph.structuralHoles(weighted: weighted).constraint)
    }
  }

  @Test(
    "Shares do not depend on the unit of weights, however great or small",
    arguments: [1.0, 1e200, 1e-200])
  func unit(scale: Double) throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0)], directed: false,
      weights: [scale, scale, scale])
    for model in StructuralHolesModel.allCases {
      let holes = try graph.structuralHoles(weighted: true, model: model)
      for node in graph.nodes {
        #expect(abs(try #require(holes.constraint[node]) - 1.125) < 1e-12)
        #expect(abs(try #require(holes.effectiveSize[node]) - 1) < 1e-12)
        #expect(abs(try #require(holes.hierarchy[node])) < 1e-12)
      }
    }
    #expect(
      abs(
        try #require(graph.constraint(weighted: true)[graph.nodes[graph.nodes.startIndex]]) - 1.125)
        < 1e-12)
  }

  @Test("Ties of very different strength give figures that are numbers")
  func farApart() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0)], directed: false,
      weights: [1e100, 1, 1e-100])
    for model in StructuralHolesModel.allCases {
      let holes = try graph.structuralHoles(weighted: true, model: model)
      for node in graph.nodes {
        let constraint = try #require(holes.constraint[node])
        #expect(constraint >= 1 - 1e-9 && constraint <= 2)
        #expect(try #require(holes.effectiveSize[node]).isFinite)
      }
    }
  }
}
