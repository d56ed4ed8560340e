import Foundation
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Eigenvector, Katz, PageRank, hubs and authorities")
struct SpectralTests {
  @Test("the scores solve their equation on random graphs", arguments: 0..<20)
  func eigenvector(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 30, edgeCount: 90, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed)
    ).simplified()
    let found = try graph.eigenvectorCentrality(weighted: true)
    let scores = try #require(found.values, "\(found.undefinedBecause ?? "")")
    let value = try #require(found.eigenvalue)
    for node in graph.nodes {
      var sum = 0.0
      for arc in graph.arcs(of: node, .in) { sum += graph.weight(of: arc.edge) * scores[arc.node] }
      #expect(abs(sum - value * scores[node]) < 1e-9 * value)
    }
  }

  @Test("two components that tie have no single answer, and one that is stronger has")
  func components() throws {
    let triangles = try Graph(
      nodeCount: 6,
      edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(3, 4), Edge(4, 5), Edge(5, 3)],
      directed: false)
    #expect(try triangles.eigenvectorCentrality().values == nil)
    let uneven = try Graph(
      nodeCount: 5, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(3, 4)], directed: false)
    let scores = try #require(uneven.eigenvectorCentrality(scale: .maximum).values)
    #expect(scores[NodeID(3)] == 0)
    #expect(abs(scores[NodeID(0)] - 1) < 1e-12)
  }

  @Test("a network without cycles has no eigenvector, but Katz scores")
  func noCycle() throws {
    let path = try Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: true)
    let found = try path.eigenvectorCentrality()
    #expect(found.values == nil)
    #expect(found.undefinedBecause == "largest eigenvalue is 0")
    let katz = try path.katzCentrality()
    #expect(katz.alpha == 0.1)
    for (value, expected) in zip(katz.values.values, [1, 1.1, 1.11]) {
      #expect(abs(value - expected) < 1e-14)
    }
  }

  @Test("an attenuation beyond the bound is refused")
  func katzBound() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0)], directed: false)
    let error = try #require(throws: GraphError.self) { try graph.katzCentrality(alpha: 0.5) }
    #expect(error.code == .invalidParameter)
  }

  @Test("the walker who starts anew at one node stays around it")
  func personalized() throws {
    let graph = try Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)], directed: true)
    let ranks = try graph.pageRank(personalization: NodeMap([1, 0, 0, 0]))
    #expect(ranks[NodeID(2)] == 0)
    #expect(abs(ranks.values.reduce(0, +) - 1) < 1e-14)
    #expect(abs(ranks[NodeID(1)] - 0.85 * ranks[NodeID(0)]) < 1e-14)
    for wrong in [[0, 0, 0, 0], [1, -1, 0, 0], [1], [Double.nan, 1, 1, 1]] {
      #expect(throws: GraphError.self) {
        try graph.pageRank(personalization: NodeMap(wrong))
      }
    }
    #expect(throws: GraphError.self) { try graph.pageRank(damping: 1) }
  }

  @Test("negative weights are refused where they are strengths")
  func negative() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: false, weights: [-1])
    #expect(throws: GraphError.self) { try graph.eigenvectorCentrality(weighted: true) }
    #expect(throws: GraphError.self) { try graph.pageRank(weighted: true) }
    #expect(throws: GraphError.self) { try graph.hubsAndAuthorities(weighted: true) }
    #expect(throws: GraphError.self) { try graph.katzCentrality(weighted: true) }
    #expect(try graph.pageRank().values == [0.5, 0.5])
  }

  @Test("the scores of a long path, where the two largest eigenvalues nearly tie, are a sine")
  func slow() throws {
    let n = 300
    let path = try Graph.path(nodeCount: n)
    let found = try path.eigenvectorCentrality()
    let scores = try #require(found.values)
    let angle = Double.pi / Double(n + 1)
    #expect(abs(try #require(found.eigenvalue) - 2 * cos(angle)) < 1e-12)
    for v in 0..<n {
      let expected = (2 / Double(n + 1)).squareRoot() * sin(angle * Double(v + 1))
      #expect(abs(scores.values[v] - expected) < 1e-9)
    }
  }

  @Test("hubs and authorities give each other", arguments: 0..<20)
  func hubs(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 30, edgeCount: 90, directed: true, weighted: true, seed: UInt64(seed)
    ).simplified()
    let found = try graph.hubsAndAuthorities(weighted: true, scale: .unitLength)
    let hubs = try #require(found.hubs, "\(found.undefinedBecause ?? "")")
    let authorities = try #require(found.authorities)
    var back = [Double](repeating: 0, count: graph.nodeCount)
    for node in graph.nodes {
      for arc in graph.arcs(of: node) {
        back[node.index] += graph.weight(of: arc.edge) * authorities[arc.node]
      }
    }
    var value = 0.0
    for node in graph.nodes { value += back[node.index] * hubs[node] }
    for node in graph.nodes {
      #expect(hubs[node] >= 0)
      #expect(abs(back[node.index] - value * hubs[node]) < 1e-9 * value)
    }
  }

  @Test("ranks and Katz scores are fixed points", arguments: 0..<20)
  func fixedPoints(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 200, edgeCount: 500, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed)
    ).simplified()
    let n = Double(graph.nodeCount)
    let ranks = try graph.pageRank(weighted: true)
    let katz = try graph.katzCentrality(weighted: true)
    let leaving = graph.weightedDegree(.out)
    var stranded = 0.0
    for node in graph.nodes where leaving[node] == 0 { stranded += ranks[node] }
    for node in graph.nodes {
      var rank = 0.15 / n + 0.85 * stranded / n
      var score = 1.0
      for arc in graph.arcs(of: node, .in) {
        let weight = graph.weight(of: arc.edge)
        rank += 0.85 * ranks[arc.node] * weight / leaving[arc.node]
        score += katz.alpha * weight * katz.values[arc.node]
      }
      #expect(abs(rank - ranks[node]) < 1e-12)
      #expect(abs(score - katz.values[node]) < 1e-11 * score)
    }
  }
}
