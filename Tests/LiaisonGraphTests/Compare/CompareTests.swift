import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Two networks compared")
struct CompareTests {
  @Test("the share of ties in both")
  func jaccard() throws {
    let a = try Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(1, 0)], directed: false)
    let b = try Graph(nodeCount: 4, edges: [Edge(2, 1), Edge(2, 3)], directed: false)
    #expect(try a.edgeJaccard(with: b) == 1.0 / 3)
    #expect(try a.edgeJaccard(with: a) == 1)
    let none = try Graph(nodeCount: 4, edges: [], directed: false)
    #expect(try none.edgeJaccard(with: none) == nil)
    #expect(try none.edgeJaccard(with: a) == 0)
    #expect(throws: GraphError.self) {
      try a.edgeJaccard(with: .path(nodeCount: 4, directed: true))
    }
    #expect(throws: GraphError.self) { try a.edgeJaccard(with: .path(nodeCount: 5)) }
  }

  @Test("the correlation is Pearson's over all pairs", arguments: 0..<10)
  func correlation(seed: Int) throws {
    let n = 9
    let directed = seed % 2 == 0
    let (a, b) = (
      try randomGraph(
        nodeCount: n, edgeCount: 20, directed: directed, weighted: true, seed: UInt64(seed)),
      try randomGraph(
        nodeCount: n, edgeCount: 25, directed: directed, weighted: true, seed: UInt64(seed) + 50)
    )
    for weighted in [false, true] {
      func cells(_ graph: Graph) -> [Double] {
        let simple = graph.simplified()
        var matrix = [Double](repeating: 0, count: n * n)
        for (index, edge) in simple.edges.enumerated() {
          let value = weighted ? simple.weight(of: EdgeID(index)) : 1
          matrix[edge.source.index * n + edge.target.index] = value
          if !directed { matrix[edge.target.index * n + edge.source.index] = value }
        }
        return (0..<n * n).filter { $0 / n != $0 % n }.map { matrix[$0] }
      }
      let (x, y) = (cells(a), cells(b))
      let count = Double(x.count)
      let (mx, my) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
      var (xy, xx, yy) = (0.0, 0.0, 0.0)
      for (u, v) in zip(x, y) {
        xy += (u - mx) * (v - my)
        xx += (u - mx) * (u - mx)
        yy += (v - my) * (v - my)
      }
      let expected = xy / (xx * yy).squareRoot()
      let found = try a.qapCorrelation(with: b, weighted: weighted, permutations: 20)
      #expect(abs((found.correlation ?? 9) - expected) < 1e-12)
    }
  }

  @Test("weights too great to be squared correlate as small ones do")
  func greatWeights() throws {
    let (a, b) = (
      try randomGraph(nodeCount: 8, edgeCount: 15, directed: false, weighted: true, seed: 1),
      try randomGraph(nodeCount: 8, edgeCount: 15, directed: false, weighted: true, seed: 2)
    )
    func scaled(_ graph: Graph, _ unit: Double) throws -> Graph {
      try Graph(
        nodeCount: 8, edges: graph.edges, directed: false,
        weights: graph.weights?.map { $0 * unit })
    }
    let expected = try a.qapCorrelation(with: b, weighted: true, permutations: 50)
    #expect(expected.correlation != nil)
    for unit in [0x1p900, 0x1p-900] {
      let found = try scaled(a, unit).qapCorrelation(
        with: scaled(b, unit), weighted: true, permutations: 50)
      #expect(found == expected)
    }
  }

  @Test("ties that all weigh the same do not vary, whatever rounding makes of it")
  func constant() throws {
    let edges = try Graph.complete(nodeCount: 4).edges
    func weighted(_ weights: [Double]) throws -> Graph {
      try Graph(nodeCount: 4, edges: edges, directed: false, weights: weights)
    }
    let (same, different) = try (
      weighted(Array(repeating: 0.1, count: 6)), weighted([1, 2, 3, 4, 5, 6])
    )
    for (a, b) in [(same, different), (different, same)] {
      let found = try a.qapCorrelation(with: b, weighted: true, permutations: 20)
      #expect(found.correlation == nil && found.pAsHigh == 1 && found.pAsLow == 1)
    }
    let tiny = try weighted([1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9])
    let found = try tiny.qapCorrelation(with: different, weighted: true, permutations: 0)
    #expect(abs((found.correlation ?? 0) - 1) < 1e-12)
  }

  @Test("a network is like itself beyond chance, and like no other; threads change nothing")
  func chance() throws {
    let a = try Graph.erdosRenyi(nodeCount: 25, probability: 0.2, seed: 1)
    let b = try Graph.erdosRenyi(nodeCount: 25, probability: 0.2, seed: 2)
    let same = try a.qapCorrelation(with: a, permutations: 200)
    #expect(abs((same.correlation ?? 0) - 1) < 1e-12)
    #expect(same.pAsHigh == 1.0 / 201)
    #expect(same.pAsLow == 1)
    let other = try a.qapCorrelation(with: b, permutations: 200, threads: 1)
    #expect(other.pAsHigh > 0.01 && other.pAsLow > 0.01)
    #expect(abs(other.permutedMean) < 0.03)
    #expect(other.permutedDeviation > 0.02)
    #expect(try a.qapCorrelation(with: b, permutations: 200, threads: 5) == other)
    let empty = try Graph(nodeCount: 25, edges: [], directed: false)
    #expect(try a.qapCorrelation(with: empty).correlation == nil)
    let progress = RunProgress()
    progress.cancel()
    #expect(throws: GraphError.self) { try a.qapCorrelation(with: b, progress: progress) }
  }
}
