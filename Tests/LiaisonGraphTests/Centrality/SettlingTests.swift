import Foundation
import Testing

@testable import LiaisonGraph

@Suite("Searches for eigenvectors and fixed points that settle slowly, or not at all")
struct SettlingTests {
  /// Two directed cycles that share node 0. The largest eigenvalue of the weights' multiple solves
  /// λ^−a + λ^−b = 1.
  private static func twoCycles(_ a: Int, _ b: Int, weight: Double? = nil) throws -> Graph {
    var edges: [Edge] = []
    for v in 0..<a { edges.append(Edge(v, (v + 1) % a)) }
    for v in 0..<b { edges.append(Edge(v == 0 ? 0 : a + v - 1, v + 1 == b ? 0 : a + v)) }
    return try Graph(
      nodeCount: a + b - 1, edges: edges, directed: true,
      weights: weight.map { [Double](repeating: $0, count: edges.count) })
  }

  @Test("cycles of 40 and 41 with one node in common, whose eigenvalues lie close, are solved")
  func longCycles() throws {
    let graph = try SettlingTests.twoCycles(40, 41)
    let found = try graph.eigenvectorCentrality()
    let scores = try #require(found.values)
    let value = try #require(found.eigenvalue)
    #expect(abs(pow(value, -40) + pow(value, -41) - 1) < 1e-9)
    for node in graph.nodes {
      var sum = 0.0
      for arc in graph.arcs(of: node, .in) { sum += scores[arc.node] }
      #expect(abs(sum - value * scores[node]) < 1e-10)
    }
  }

  @Test("Katz takes no attenuation beyond the bound where the eigenvalue is hard to find")
  func katzOfLongCycles() throws {
    let graph = try SettlingTests.twoCycles(50, 51, weight: 20)
    #expect(throws: GraphError.self) { try graph.katzCentrality(alpha: 0.1, weighted: true) }
    let katz = try graph.katzCentrality(weighted: true)
    #expect(katz.alpha < 1 / 20.07)
    for node in graph.nodes {
      var score = 1.0
      for arc in graph.arcs(of: node, .in) { score += katz.alpha * 20 * katz.values[arc.node] }
      #expect(abs(score - katz.values[node]) < 1e-11 * score)
    }
  }

  @Test("without the eigenvalue, Katz keeps to the greatest sum of a row or column")
  func katzWithoutEigenvalue() throws {
    let cycles = try SettlingTests.twoCycles(50, 51, weight: 20)
    let unsettled = DominantEigenvector(cycles, stepLimit: 3)
    #expect(unsettled.eigenvalue == nil)
    #expect(unsettled.vector == nil)
    #expect(unsettled.reason == "the iteration did not settle")
    #expect(cycles.eigenvalueBound == 40)
    let katz = try cycles.katzScores(nil, eigenvalue: unsettled.eigenvalue, bound: 40)
    #expect(katz.alpha == 0.5 / 40)
    let error = try #require(throws: GraphError.self) {
      try cycles.katzScores(0.1, eigenvalue: unsettled.eigenvalue, bound: 40)
    }
    #expect(error.code == .invalidParameter)
    #expect(error.message.contains("0.025"))
  }

  @Test("Katz scores that cannot be held, or are too far away, are refused")
  func katzUnsettled() throws {
    let path = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3)], directed: true,
      weights: [1e200, 1e200, 1e200])
    let error = try #require(throws: GraphError.self) { try path.katzCentrality(weighted: true) }
    #expect(error.code == .notSettled)
    let result = try KatzMeasure().compute(path, MeasureOptions())
    #expect(result.skipped.map(\.key) == ["katz.weighted"])
  }

  @Test("scores do not depend on the unit of the weights")
  func unit() throws {
    let edges = [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3)]
    for directed in [false, true] {
      let whole = try Graph(nodeCount: 4, edges: edges, directed: directed, weights: [1, 1, 1, 1])
      let tiny = try Graph(
        nodeCount: 4, edges: edges, directed: directed, weights: [1e-8, 1e-8, 1e-8, 1e-8])
      let expected = try #require(whole.eigenvectorCentrality(weighted: true).values)
      let found = try tiny.eigenvectorCentrality(weighted: true)
      let scores = try #require(found.values, "\(found.undefinedBecause ?? "")")
      for node in whole.nodes { #expect(abs(scores[node] - expected[node]) < 1e-9) }
    }
    let tiny = try Graph(
      nodeCount: 4, edges: edges, directed: false, weights: [1e-8, 1e-8, 1e-8, 1e-8])
    let whole = try Graph(nodeCount: 4, edges: edges, directed: false, weights: [1, 1, 1, 1])
    let expected = try #require(whole.hubsAndAuthorities(weighted: true).hubs)
    let found = try tiny.hubsAndAuthorities(weighted: true)
    let hubs = try #require(found.hubs, "\(found.undefinedBecause ?? "")")
    for node in whole.nodes { #expect(abs(hubs[node] - expected[node]) < 1e-9) }
  }

  /// A graph of weighted edges between numbered nodes.
  private static func graph(
    _ nodeCount: Int, _ ties: [(Int, Int, Double)], directed: Bool
  ) throws -> Graph {
    try Graph(
      nodeCount: nodeCount, edges: ties.map { Edge($0.0, $0.1) }, directed: directed,
      weights: ties.map(\.2))
  }

  @Test("two greatest singular values that differ by 1 in 10^13 are not told apart")
  func nearSingular() throws {
    let ties = [
      (0, 1, 10_000), (2, 4, 0.0001), (3, 5, 10_001), (1, 4, 10_000), (1, 5, 10_001),
      (3, 4, 10_001), (1, 2, 0.0001), (0, 2, 1),
    ]
    let found = try SettlingTests.graph(6, ties, directed: false).hubsAndAuthorities(weighted: true)
    #expect(found.hubs == nil)
    #expect(found.undefinedBecause == "largest singular value not simple")
  }

  @Test("a second eigenvector that an even start has nothing of is seen all the same")
  func hiddenSecond() throws {
    // The squares of the two largest singular values are 1 part in 10,000 apart.
    let ties = [
      (5, 3, 1), (1, 8, 1), (4, 1, 1), (8, 3, 1), (3, 8, 10_000.0001), (1, 2, 1), (5, 4, 10_000),
      (5, 2, 10_000), (3, 5, 2), (7, 0, 10_001), (4, 6, 0.0001), (6, 2, 0.0001), (6, 7, 10_000),
      (6, 4, 1), (6, 1, 10_000),
    ]
    let graph = try SettlingTests.graph(9, ties, directed: true)
    let hubs = try #require(graph.hubsAndAuthorities(weighted: true, scale: .maximum).hubs)
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: 9), count: 9)
    for (source, target, weight) in ties { matrix[source][target] += weight }
    let expected = SettlingTests.leadingHubs(of: matrix)
    for v in 0..<9 { #expect(abs(hubs.values[v] - expected[v]) < 1e-9, "\(v)") }
  }

  /// The greatest eigenvector of M Mᵀ, its greatest entry 1, by rotations (Jacobi).
  private static func leadingHubs(of matrix: [[Double]]) -> [Double] {
    let n = matrix.count
    var a = matrix.map { row in matrix.map { other in zip(row, other).map(*).reduce(0, +) } }
    var vectors = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0 } }
    for _ in 0..<60 {
      for p in 0..<n {
        for q in (p + 1)..<n where a[p][q] != 0 {
          let angle = 0.5 * atan2(2 * a[p][q], a[q][q] - a[p][p])
          let (c, s) = (cos(angle), sin(angle))
          for k in 0..<n {
            (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
          }
          for k in 0..<n {
            (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
            (vectors[k][p], vectors[k][q]) = (
              c * vectors[k][p] - s * vectors[k][q], s * vectors[k][p] + c * vectors[k][q]
            )
          }
        }
      }
    }
    let best = (0..<n).max { a[$0][$0] < a[$1][$1] } ?? 0
    let entries = (0..<n).map { abs(vectors[$0][best]) }
    let greatest = entries.max() ?? 1
    return entries.map { $0 / greatest }
  }

  @Test(
    "two triangles that hardly touch share the largest eigenvalue, and that touch do not",
    arguments: [false, true])
  func hardlyTouching(directed: Bool) throws {
    for (tie, isSimple) in [(1e-14, false), (1e-9, false), (1e-3, true)] {
      // Back from the one to the other it is four times as strong.
      let ties = [
        (0, 1, 1.0), (1, 2, 1), (2, 0, 1), (3, 4, 1), (4, 5, 1), (5, 3, 1), (0, 3, tie),
        (3, 0, directed ? 4 * tie : 0),
      ]
      let graph = try SettlingTests.graph(6, ties, directed: directed)
      let found = try graph.eigenvectorCentrality(weighted: true)
      #expect((found.values != nil) == isSimple, "\(tie)")
      #expect(abs(try #require(found.eigenvalue) - (directed ? 1 : 2)) < 2 * tie + 1e-12)
      guard let scores = found.values else { continue }
      // Who gets four times as much has twice the score: the eigenvector of (0 4, 1 0) is (2, 1).
      #expect(abs(scores.values[0] / scores.values[3] - (directed ? 2 : 1)) < 1e-9)
    }
  }

  @Test(
    "an eigenvalue that arcs of all strengths make is exact, and so is its eigenvector",
    arguments: [
      // λ⁷ = 10⁸ λ⁵ / 10⁴ …: the strong arcs of a round of two, fed and drained by weak ones.
      (
        7, 100.0000000000010002,
        [
          (0, 1, 1e4), (1, 2, 1e-4), (2, 3, 1), (3, 4, 1), (4, 5, 1e-4), (5, 6, 1e4), (6, 0, 1),
          (0, 3, 1e-4), (3, 0, 1e4), (6, 5, 1),
        ]
      ),
      (
        6, 1.0000499987498126513,
        [
          (0, 1, 1e-4), (1, 2, 1e-4), (2, 3, 1e4), (3, 4, 1e-4), (4, 5, 1e-4), (5, 0, 1e-4),
          (0, 5, 1e4), (0, 2, 1), (5, 2, 1),
        ]
      ),
      (
        5, 259.40336654106642832,
        [
          (0, 1, 1e-4), (1, 2, 1e-4), (2, 3, 1), (3, 4, 1e-4), (4, 0, 1e4), (2, 4, 1e4),
          (1, 0, 1e4),
          (1, 3, 1e4), (3, 2, 1e4),
        ]
      ),
    ] as [(Int, Double, [(Int, Int, Double)])])
  func spreadWeights(nodeCount: Int, expected: Double, ties: [(Int, Int, Double)]) throws {
    let graph = try SettlingTests.graph(nodeCount, ties, directed: true)
    let found = try graph.eigenvectorCentrality(weighted: true)
    let value = try #require(found.eigenvalue)
    #expect(abs(value / expected - 1) < 1e-11, "\(value)")
    let scores = try #require(found.values)
    for node in graph.nodes {
      var sum = 0.0
      for arc in graph.arcs(of: node, .in) { sum += graph.weight(of: arc.edge) * scores[arc.node] }
      #expect(abs(sum / value / scores[node] - 1) < 1e-9, "\(node)")
    }
  }

  @Test("why there are no hubs speaks of singular values")
  func singular() throws {
    let square = try Graph.cycle(nodeCount: 4)
    #expect(
      try square.hubsAndAuthorities().undefinedBecause == "largest singular value not simple")
    let isolates = try Graph(nodeCount: 2, edges: [], directed: true)
    #expect(try isolates.hubsAndAuthorities().undefinedBecause == "largest singular value is 0")
  }

  @Test("ranks solve their equation for a damping near 1, or are refused", arguments: 1..<13)
  func damping(digits: Int) throws {
    let damping = 1 - pow(10, -Double(digits))
    for graph in try [SettlingTests.twoCycles(40, 41), Graph.path(nodeCount: 50)] {
      let n = Double(graph.nodeCount)
      guard let ranks = try? graph.pageRank(damping: damping) else {
        #expect(digits > 6)
        continue
      }
      var residual = 0.0
      for node in graph.nodes {
        var rank = (1 - damping) / n
        for arc in graph.arcs(of: node, .in) {
          rank += damping * ranks[arc.node] / Double(graph.degree(.out)[arc.node])
        }
        residual += abs(rank - ranks[node])
      }
      #expect(residual < 1e-12 * (1 - damping) + 1e-14)
    }
  }

  @Test("many pairs that a triangle feeds each get their share")
  func fedPairs() throws {
    let pairs = 2_000
    var edges = [Edge(0, 1), Edge(1, 0), Edge(1, 2), Edge(2, 1), Edge(2, 0), Edge(0, 2)]
    for pair in 0..<pairs {
      let (a, b) = (3 + 2 * pair, 4 + 2 * pair)
      edges += [Edge(0, a), Edge(a, b), Edge(b, a)]
    }
    let graph = try Graph(nodeCount: 3 + 2 * pairs, edges: edges, directed: true)
    let found = try graph.eigenvectorCentrality(scale: .maximum)
    let scores = try #require(found.values)
    // x(a) = (x(0) + x(b)) / 2 and x(b) = x(a) / 2.
    for pair in 0..<pairs {
      #expect(abs(scores.values[3 + 2 * pair] - 2.0 / 3) < 1e-10)
      #expect(abs(scores.values[4 + 2 * pair] - 1.0 / 3) < 1e-10)
    }
  }

  @Test("a matching of 3,000 arcs has no single hub")
  func matching() throws {
    let count = 3_000
    let graph = try Graph(
      nodeCount: 2 * count, edges: (0..<count).map { Edge(2 * $0, 2 * $0 + 1) }, directed: true)
    #expect(
      try graph.hubsAndAuthorities().undefinedBecause == "largest singular value not simple")
  }
}
