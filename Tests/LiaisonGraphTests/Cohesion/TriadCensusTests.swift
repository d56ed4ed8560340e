import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Triads")
struct TriadCensusTests {
  @Test("a chain, a circle and a shortcut are told apart")
  func classes() throws {
    func census(_ edges: [Edge]) throws -> [String] {
      let counts = try Graph(nodeCount: 3, edges: edges, directed: true).triadCensus().counts
      return zip(TriadCensus.names, counts).filter { $0.1 > 0 }.map(\.0)
    }
    #expect(try census([Edge(0, 1), Edge(1, 2)]) == ["021C"])
    #expect(try census([Edge(0, 1), Edge(1, 2), Edge(2, 0)]) == ["030C"])
    #expect(try census([Edge(0, 1), Edge(1, 2), Edge(0, 2)]) == ["030T"])
    #expect(try census([Edge(0, 1), Edge(0, 2)]) == ["021D"])
    #expect(try census([Edge(1, 0), Edge(2, 0)]) == ["021U"])
  }

  @Test("all triads are counted once", arguments: 0..<10)
  func total(seed: Int) throws {
    let n = 5 + seed
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 3 * n, directed: true, seed: UInt64(seed))
    #expect(graph.triadCensus().counts.reduce(0, +) == n * (n - 1) * (n - 2) / 6)
    #expect(graph.triadCensus() == graph.simplified().triadCensus())
  }
}
