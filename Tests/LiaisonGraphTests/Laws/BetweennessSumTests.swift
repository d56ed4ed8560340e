import LiaisonGraph
import LiaisonTestSupport
import Testing

/// Betweenness counts, for each pair that is joined, the nodes inside its shortest paths: their mean where
/// there are several paths. Over hops that is the distance less one; with weights it is not.
@Suite("What betweenness adds up to")
struct BetweennessSumTests {
  /// Weights whose sums and inverses are exact, so that the test needs no tolerance to see equal paths.
  private static func network(_ seed: Int, inverse: Bool) throws -> Graph {
    var random = SeededRandom(seed: UInt64(seed))
    let shape = try randomGraph(
      nodeCount: 14, edgeCount: 36, directed: seed % 2 == 0, seed: UInt64(seed) + 3
    ).simplified()
    let weights = shape.edges.map { _ in
      inverse ? [1.0, 2, 4][random.below(3)] : Double(1 + random.below(4))
    }
    return try Graph(
      nodeCount: 14, edges: shape.edges, directed: shape.isDirected, weights: weights)
  }

  /// For each pair that is joined, the mean number of edges on its shortest paths, by Bellman and Ford.
  private static func meanEdges(_ graph: Graph, _ weights: PathWeights) -> [Double] {
    let n = graph.nodeCount
    var arcs: [(from: Int, to: Int, length: Double)] = []
    for (index, edge) in graph.edges.enumerated() {
      let weight = graph.weight(of: EdgeID(index))
      let length = weights == .unweighted ? 1 : weights == .cost ? weight : 1 / weight
      arcs.append((edge.source.index, edge.target.index, length))
      if !graph.isDirected { arcs.append((edge.target.index, edge.source.index, length)) }
    }
    var means: [Double] = []
    for source in 0..<n {
      var distance = [Double](repeating: .infinity, count: n)
      distance[source] = 0
      for _ in 0..<n {
        for arc in arcs {
          distance[arc.to] = min(distance[arc.to], distance[arc.from] + arc.length)
        }
      }
      var (paths, edges) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
      paths[source] = 1
      for node in (0..<n).sorted(by: { distance[$0] < distance[$1] })
      where node != source && distance[node].isFinite {
        for arc in arcs
        where arc.to == node && distance[arc.from] + arc.length == distance[node] {
          paths[node] += paths[arc.from]
          edges[node] += edges[arc.from] + paths[arc.from]
        }
        means.append(edges[node] / paths[node])
      }
    }
    return means
  }

  @Test(
    "the normalized edge betweenness adds up to the mean number of edges between all pairs, and is a share of them",
    arguments: 0..<16, PathWeights.allCases)
  func normalizedEdges(seed: Int, weights: PathWeights) throws {
    let graph = try Self.network(seed, inverse: weights == .inverse)
    let result = try EdgeBetweennessMeasure().compute(graph, MeasureOptions())
    let column = try #require(
      result.pairColumns.first { $0.key == "edge_betweenness.\(weights).norm" })
    var sum = 0.0
    for figure in column.values {
      let value = try #require(figure.value)
      #expect(value > 0 || graph.isDirected || weights != .unweighted)
      #expect(value <= 1)
      sum += value
    }
    // Out of reach counts nothing.
    let n = Double(graph.nodeCount)
    let edges = Self.meanEdges(graph, weights).reduce(0, +)
    #expect(abs(sum - edges / (n * (n - 1))) < 1e-12 * max(1, sum))
    let library = try graph.edgeBetweenness(weights: weights, normalized: true).values
    #expect(column.values.count == library.count)
    for (figure, own) in zip(column.values, library) {
      #expect(LawGraphs.near(figure.value, own))
    }
  }

  @Test("the nodes, and the edges, on the shortest paths", arguments: 0..<16, PathWeights.allCases)
  func sums(seed: Int, weights: PathWeights) throws {
    let graph = try Self.network(seed, inverse: weights == .inverse)
    let means = Self.meanEdges(graph, weights)
    let share = graph.isDirected ? 1 : 0.5
    let nodes = try graph.betweenness(weights: weights).values.reduce(0, +)
    let edges = try graph.edgeBetweenness(weights: weights).values.reduce(0, +)
    #expect(means.count > 20)
    #expect(LawGraphs.near(nodes, means.reduce(0) { $0 + $1 - 1 } * share))
    #expect(LawGraphs.near(edges, means.reduce(0, +) * share))
  }

  @Test("with weights it is not the sum of the distances less the pairs")
  func notDistances() throws {
    // From 0 to 2 by 1: one node inside, at a distance of 6.
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: true, weights: [2, 4])
    #expect(try graph.betweenness(weights: .cost).values.reduce(0, +) == 1)
    let summaries = try graph.distanceSummaries(weights: .cost).values
    #expect(summaries.reduce(0) { $0 + $1.total - Double($1.reached) } == 9)
  }
}
