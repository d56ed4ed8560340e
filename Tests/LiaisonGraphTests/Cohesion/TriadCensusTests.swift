import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Triads")
struct TriadCensusTests {
  @Test("a chain, a cycle and a shortcut are told apart")
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
    #expect(try graph.triadCensus().counts.reduce(0, +) == n * (n - 1) * (n - 2) / 6)
    #expect(try graph.triadCensus() == graph.simplified().triadCensus())
  }

  @Test("two million nodes have their triads counted; four million are refused with a word")
  func many() throws {
    let sparse = try Graph(nodeCount: 2_200_000, edges: [Edge(0, 1)], directed: true)
    let counts = try sparse.triadCensus().counts
    // 2,200,000 · 2,199,999 · 2,199,998 / 6, by hand, less the triads of the one tie.
    #expect(counts[0] == 1_774_664_246_667_400_000 - 2_199_998)
    #expect(counts[1] == 2_199_998)
    let wide = try Graph(nodeCount: 4_000_000, edges: [], directed: true)
    let error = try #require(throws: GraphError.self) { try wide.triadCensus() }
    #expect(error.code == .tooLarge)
    let result = try TriadsMeasure().compute(wide, MeasureOptions())
    #expect(result.values.isEmpty && result.reason(forSkipping: "triads.003") != nil)
  }
}
