import LiaisonGraph
import Testing

@Suite("An arc below zero is refused though its reverse outweighs it")
struct NegativeArcTests {
  /// Of 0 and 1 an arc weighs −1 and its reverse 3: 2 together.
  private static func network() throws -> Graph {
    try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 0), Edge(1, 2), Edge(2, 0)], directed: true,
      weights: [-1, 3, 1, 1])
  }

  @Test("by clustering, communities and distances without direction")
  func library() throws {
    let graph = try Self.network()
    let runs: [(String, () throws -> Void)] = [
      ("onnela", { _ = try graph.weightedClustering(.onnela) }),
      ("barrat", { _ = try graph.weightedClustering(.barrat) }),
      ("leiden", { _ = try graph.leiden(weighted: true) }),
      ("louvain", { _ = try graph.louvain(weighted: true) }),
      ("labels", { _ = try graph.labelPropagation(weighted: true) }),
      ("cost", { _ = try graph.distanceSummaries(weights: .cost, .all) }),
      ("inverse", { _ = try graph.closeness(weights: .inverse, .all) }),
      ("blocks", { try graph.forEachDistanceBlock(weights: .cost, .all) { _ in } }),
    ]
    for (name, run) in runs {
      let error = #expect(throws: GraphError.self, "\(name)") { try run() }
      #expect(error?.code == .weightNotPositive, "\(name)")
    }
    // Where weights do not count nothing is wrong.
    #expect(try graph.distanceSummaries(.all)[NodeID(0)].total == 2)
    #expect(try graph.leiden().count == 1)
  }

  @Test("by the measures, which name it")
  func measures() throws {
    let graph = try Self.network()
    for (measure, key) in [
      (ClusteringMeasure() as any Measure, "clustering.weighted"),
      (CommunitiesMeasure(), "community.leiden.weighted"),
    ] {
      let result = try measure.compute(graph, MeasureOptions())
      let note = try #require(result.skipped.first { $0.key == key })
      #expect(note.tie?.ends == Edge(0, 1) && note.tie?.weight == -1, "\(key)")
      #expect(!result.nodeColumns.contains { $0.key.hasPrefix(key) })
    }
  }
}
