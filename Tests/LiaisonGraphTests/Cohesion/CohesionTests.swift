import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Cores, reciprocity, density, centralization")
struct CohesionTests {
  @Test(
    "every node of a k-core keeps k ties within it, and no larger core exists", arguments: 0..<20)
  func cores(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 20, edgeCount: 45, directed: false, seed: UInt64(seed))
    let core = graph.coreNumbers()
    for k in 1...5 {
      // Peel off nodes with fewer than k ties until none is left to peel.
      var kept = Set(graph.nodes)
      while let node = kept.sorted().first(where: { node in
        graph.neighbours(of: node).filter { kept.contains($0) }.count < k
      }) {
        kept.remove(node)
      }
      for node in graph.nodes { #expect((core[node] >= k) == kept.contains(node)) }
    }
  }

  @Test("weights enter clustering without direction: an arc and its reverse are one tie")
  func weightedClustering() throws {
    let arcs = [Edge(0, 1), Edge(1, 0), Edge(1, 2), Edge(2, 0), Edge(2, 3)]
    let directed = try Graph(nodeCount: 4, edges: arcs, directed: true, weights: [1, 2, 4, 1, 2])
    let ties = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3)], directed: false,
      weights: [3, 4, 1, 2])
    for kind in Graph.WeightedClustering.allCases {
      let expected = try ties.weightedClustering(kind)
      #expect(try directed.weightedClustering(kind) == expected)
      let given = try ClusteringMeasure().compute(directed, MeasureOptions()).nodeColumns
        .first { $0.key == "clustering.weighted.\(kind.rawValue)" }
      #expect(given?.values == expected)
    }
  }

  @Test("a star is wholly centralized, a ring not at all")
  func centralization() throws {
    let star = try Graph(nodeCount: 7, edges: (1..<7).map { Edge(0, $0) }, directed: false)
    #expect(star.degreeCentralization() == 1)
    #expect(try star.betweennessCentralization() == 1)
    #expect(abs(try #require(try star.closenessCentralization()) - 1) < 1e-12)
    let ring = try Graph(
      nodeCount: 7, edges: (0..<7).map { Edge($0, ($0 + 1) % 7) }, directed: false)
    #expect(ring.degreeCentralization() == 0)
    #expect(try ring.betweennessCentralization() == 0)
    let outward = try Graph(nodeCount: 7, edges: (1..<7).map { Edge(0, $0) }, directed: true)
    #expect(outward.degreeCentralization(.out) == 1)
    #expect(outward.degreeCentralization() == nil)
  }

  @Test("a pair that refers both ways is mutual, however often it is written down")
  func reciprocity() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 0), Edge(0, 1), Edge(1, 2), Edge(3, 3)],
      directed: true)
    let census = graph.dyadCensus()
    #expect([census.mutual, census.asymmetric, census.null] == [1, 1, 4])
    #expect(graph.arcReciprocity() == 2.0 / 3)
    #expect(graph.dyadReciprocity() == 0.5)
    #expect(graph.density() == 3.0 / 12)
    #expect(try Graph(nodeCount: 4, edges: [], directed: true).arcReciprocity() == nil)
    #expect(try Graph(nodeCount: 1, edges: [], directed: true).density() == nil)
  }
}
