import LiaisonGraph
import Testing

@Suite("Weights that no number holds when they are merged, summed or turned into lengths")
struct WeightSumTests {
  @Test("two parallel ties of 1e308 are refused by measures of paths and of strength")
  func merged() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(0, 1), Edge(1, 2)], directed: false,
      weights: [1e308, 1e308, 1])
    let attempts: [() throws -> Void] = [
      { _ = try graph.betweenness(weights: .cost) },
      { _ = try graph.distanceSummaries(weights: .cost) },
      { _ = try graph.eigenvectorCentrality(weighted: true) },
      { _ = try graph.hubsAndAuthorities(weighted: true) },
      { _ = try graph.katzCentrality(weighted: true) }, { _ = try graph.pageRank(weighted: true) },
      { _ = try graph.louvain(weighted: true) },
      { _ = try graph.modularity(groups: NodeMap([0, 0, 1]), weighted: true) },
      { _ = try graph.structuralHoles(weighted: true) },
      { _ = try graph.weightedClustering(.barrat) },
    ]
    for (index, attempt) in attempts.enumerated() {
      let error = #expect(throws: GraphError.self, "attempt \(index)") { try attempt() }
      #expect(error?.code == .weightNotFinite, "attempt \(index)")
    }
    #expect(try graph.betweenness().values == [0, 1, 0])
  }

  @Test("a tie whose weight has no inverse is not a tie to nowhere")
  func inverse() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: false,
      weights: [1e-300 * 1e-10, 1])
    for weights in [PathWeights.cost, .inverse] {
      let error = #expect(throws: GraphError.self) {
        try graph.shortestPaths(from: [NodeID(0)], weights: weights)
      }
      #expect(error?.code == .weightNotFinite)
    }
    let error = #expect(throws: GraphError.self) { try graph.pageRank(weighted: true) }
    #expect(error?.code == .weightNotFinite)
    let result = try ClosenessMeasure().compute(graph, MeasureOptions())
    for key in ["closeness.cost", "closeness.inverse"] {
      let skipped = result.skipped.first { $0.key == key }
      #expect(skipped?.reason == "weights too great or too small to be summed", "\(key)")
    }
  }
}
