import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Counts of triangles")
struct TriangleCountTests {
  @Test("are those of all triples tried", arguments: 0..<6)
  func triples(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 90, edgeCount: 120 + 160 * seed, directed: seed % 2 == 0, seed: UInt64(seed))
    var expected = [Int](repeating: 0, count: 90)
    func tied(_ a: Int, _ b: Int) -> Bool {
      graph.hasEdge(from: NodeID(a), to: NodeID(b)) || graph.hasEdge(from: NodeID(b), to: NodeID(a))
    }
    for a in 0..<90 {
      for b in a + 1..<90 where tied(a, b) {
        for c in b + 1..<90 where tied(a, c) && tied(b, c) {
          for node in [a, b, c] { expected[node] += 1 }
        }
      }
    }
    #expect(graph.triangles().values == expected)
  }

  @Test("in a complete graph large enough for several threads")
  func complete() throws {
    var edges: [Edge] = []
    for a in 0..<200 { for b in a + 1..<200 { edges.append(Edge(a, b)) } }
    let graph = try Graph(nodeCount: 200, edges: edges, directed: false)
    #expect(graph.triangles().values == [Int](repeating: 199 * 198 / 2, count: 200))
    #expect(graph.transitivity() == 1)
  }
}
