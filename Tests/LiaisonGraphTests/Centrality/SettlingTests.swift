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
