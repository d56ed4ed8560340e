import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Weighted paths by buckets")
struct RadixQueueTests {
  @Test("distances equal those of a search that relaxes until nothing changes", arguments: 0..<8)
  func distances(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let plain = try randomGraph(
      nodeCount: 40, edgeCount: 120, directed: true, seed: UInt64(seed)
    ).simplified()
    // From a thousandth to a million: buckets far apart.
    let weights = plain.edges.map { _ in
      Double(1 + random.below(1000)) * [0.001, 1, 1000][random.below(3)]
    }
    let graph = try Graph(
      nodeCount: 40, edges: plain.edges, directed: true, weights: weights)
    let summaries = try graph.distanceSummaries(weights: .cost).values
    for source in 0..<40 {
      var distance = [Double](repeating: .infinity, count: 40)
      distance[source] = 0
      for _ in 0..<40 {
        for (edge, weight) in zip(graph.edges, weights) {
          distance[edge.target.index] = min(
            distance[edge.target.index], distance[edge.source.index] + weight)
        }
      }
      let reached = distance.filter { $0.isFinite }
      #expect(summaries[source].reached == reached.count - 1)
      #expect(abs(summaries[source].total - reached.reduce(0, +)) < 1e-6)
      #expect(summaries[source].eccentricity == reached.max())
    }
  }

  @Test("weights of one are hops")
  func hops() throws {
    let plain = try randomGraph(nodeCount: 60, edgeCount: 150, directed: false, seed: 7)
      .simplified()
    let graph = try Graph(
      nodeCount: 60, edges: plain.edges, directed: false,
      weights: [Double](repeating: 1, count: plain.edgeCount))
    #expect(agree(try graph.betweenness(weights: .cost).values, try plain.betweenness().values))
  }
}
