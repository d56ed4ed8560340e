import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Distances by bits")
struct DistanceSweepTests {
  /// Checks summaries against single searches.
  private func check(_ graph: Graph, within: Int? = nil) throws {
    let plain = PlainSearch(graph)
    let summaries = try graph.distanceSummaries(within: within).values
    for (source, distances) in plain.distances.enumerated() {
      var expected = (reached: 0, total: 0.0, harmonic: 0.0, eccentricity: 0.0)
      for case let distance? in distances where distance > 0 && distance <= within ?? distance {
        expected.reached += 1
        expected.total += Double(distance)
        expected.harmonic += 1 / Double(distance)
        expected.eccentricity = max(expected.eccentricity, Double(distance))
      }
      let found = summaries[source]
      #expect(found.reached == expected.reached)
      #expect(found.total == expected.total)
      #expect(found.eccentricity == expected.eccentricity)
      #expect(abs(found.harmonic - expected.harmonic) < 1e-9 * max(1, expected.harmonic))
    }
  }

  @Test("equal single searches", arguments: 0..<12)
  func plain(seed: Int) throws {
    let nodes = [60, 64, 65, 300][seed % 4]
    let graph = try randomGraph(
      nodeCount: nodes, edgeCount: nodes * (1 + seed % 5), directed: seed % 2 == 0,
      seed: UInt64(seed)
    ).simplified()
    try check(graph)
    try check(graph, within: 2)
    try check(graph, within: 0)
  }

  @Test("equal single searches in a graph of great diameter")
  func ring() throws {
    let edges = (0..<600).map { Edge($0, ($0 + 1) % 600) }
    try check(Graph(nodeCount: 600, edges: edges, directed: true))
    try check(Graph(nodeCount: 600, edges: edges, directed: false))
  }

  @Test("incoming distances are the outgoing ones of the reverse")
  func incoming() throws {
    let graph = try randomGraph(nodeCount: 300, edgeCount: 700, directed: true, seed: 4)
    #expect(try graph.distanceSummaries(.in) == graph.reversed().distanceSummaries(.out))
  }

  @Test("the same bits on any number of threads")
  func threads() throws {
    let graph = try randomGraph(nodeCount: 2000, edgeCount: 3000, directed: false, seed: 9)
    let one = try graph.distanceSummaries(threads: 1)
    for threads in 2...4 { #expect(try graph.distanceSummaries(threads: threads) == one) }
  }
}
