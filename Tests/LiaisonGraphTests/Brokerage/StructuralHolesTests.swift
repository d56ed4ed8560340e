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
}
