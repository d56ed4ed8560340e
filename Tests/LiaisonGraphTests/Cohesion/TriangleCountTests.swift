import LiaisonTestSupport
import Testing

@testable import LiaisonGraph

@Suite("Counts of triangles")
struct TriangleCountTests {
  @Test("are those of all triples tried", arguments: 0..<6)
  func triples(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 90, edgeCount: 120 + 160 * seed, directed: seed % 2 == 0, seed: UInt64(seed))
    var expected = [Int](repeating: 0, count: 90)
    func tied(_ a: Int, _ b: Int) -> Bool {
      graph.hasEdge(from: NodeID(a), to: NodeID(b)) || graph.hasEdge(from: NodeID(b), to: NodeID(a))
    }
    for a in 0..<90 {
      for b in a + 1..<90 where tied(a, b) {
        for c in b + 1..<90 where tied(a, c) && tied(b, c) {
          for node in [a, b, c] { expected[node] += 1 }
        }
      }
    }
    #expect(graph.triangles().values == expected)
  }

  /// Ties to nodes of far more ties than most are told by bits, one for each of 128 at most.
  @Test("with hubs: one, a few, more than there are bits", arguments: [1, 5, 140])
  func hubs(count: Int) throws {
    let nodeCount = 60 + 10 * count
    var random = SeededGenerator(seed: UInt64(count))
    var neighbours = [Set<Int>](repeating: [], count: nodeCount)
    var edges: [Edge] = []
    func tie(_ a: Int, _ b: Int) {
      guard a != b, neighbours[a].insert(b).inserted else { return }
      neighbours[b].insert(a)
      edges.append(Edge(a, b))
    }
    for v in 0..<nodeCount { for step in [1, 2] { tie(v, (v + step) % nodeCount) } }
    for hub in 0..<count {
      for other in 0..<hub where Bool.random(using: &random) { tie(hub, other) }
      for _ in 0..<30 + hub % 40 { tie(hub, Int.random(in: 0..<nodeCount, using: &random)) }
    }
    let graph = try Graph(nodeCount: nodeCount, edges: edges, directed: false)
    let expected = neighbours.map { own in
      own.map { own.intersection(neighbours[$0]).count }.reduce(0, +) / 2
    }
    #expect(graph.triangles().values == expected)
    for threads in [1, 3] {
      #expect(graph.triangleCounts(threads: threads).map { Int($0) } == expected)
      #expect(3 * graph.triangleCount(threads: threads) == expected.reduce(0, +))
    }
  }

  @Test("in a complete graph large enough for several threads")
  func complete() throws {
    var edges: [Edge] = []
    for a in 0..<200 { for b in a + 1..<200 { edges.append(Edge(a, b)) } }
    let graph = try Graph(nodeCount: 200, edges: edges, directed: false)
    #expect(graph.triangles().values == [Int](repeating: 199 * 198 / 2, count: 200))
    #expect(graph.transitivity() == 1)
  }
}
