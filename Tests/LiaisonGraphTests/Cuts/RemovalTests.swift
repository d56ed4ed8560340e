import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("What is lost with each node")
struct RemovalTests {
  /// Fragmentation, plain and by distance, of the ordered pairs of the nodes that stay, by a search
  /// from each.
  private static func fragmentation(
    _ graph: Graph, without removed: NodeID?, direction: Direction
  ) throws -> (plain: Double, byDistance: Double) {
    let walked =
      switch direction {
      case .out: graph
      case .in: graph.reversed()
      case .all: graph.undirectedProjection()
      }
    let left = walked.nodes.filter { $0 != removed }
    var reached = 0
    var closeness = 0.0
    for source in left {
      let tree = try walked.breadthFirst(from: [source]) { edge in
        walked[edge].source != removed && walked[edge].target != removed
      }
      for node in left where node != source && tree.reaches(node) {
        reached += 1
        closeness += 1 / (tree.distance[node] ?? .nan)
      }
    }
    let pairs = Double(left.count * (left.count - 1))
    return (1 - Double(reached) / pairs, 1 - closeness / pairs)
  }

  @Test("without the middle of three, nobody reaches anybody")
  func path() throws {
    let path = try Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: false)
    let impact = try #require(try path.removalImpact())
    #expect(impact.fragmentation.values == [0, 1, 0])
    // With all: 4 pairs at distance 1 and 2 at distance 2, of 6; without an end: 1 everywhere.
    for (found, sixths) in zip(impact.distanceFragmentation.values, [-1.0, 5, -1]) {
      #expect(abs(found - sixths / 6) < 1e-15)
    }
    #expect(try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: false).removalImpact() == nil)
  }

  @Test("a way round that is longer costs distance and no pair")
  func ring() throws {
    let ring = try Graph(
      nodeCount: 5, edges: (0..<5).map { Edge($0, ($0 + 1) % 5) }, directed: false)
    let impact = try #require(try ring.removalImpact())
    // With all, 10 pairs at distance 1 and 10 at distance 2: 1 − 15 / 20. Without one, a path of four:
    // 6 at distance 1, 4 at 2 and 2 at 3, so 1 − (8 + 2/3) / 12, which is 1/36 more.
    for node in ring.nodes {
      #expect(impact.fragmentation[node] == 0)
      #expect(abs(impact.distanceFragmentation[node] - 1.0 / 36) < 1e-15)
    }
  }

  @Test("as by searching again from every node without each", arguments: 0..<60)
  func againstSearches(seed: Int) throws {
    let n = 3 + seed % 23
    // From trees in pieces to dense; every third is a ring with few chords, where ways round are long.
    let edgeCount = seed % 3 == 2 ? seed % 4 : n / 2 + (seed * 7) % (2 * n)
    let chords = try randomGraph(
      nodeCount: n, edgeCount: edgeCount, directed: seed % 2 == 0, seed: UInt64(seed))
    let ring = seed % 3 == 2 ? (0..<n).map { Edge($0, ($0 + 1) % n) } : []
    let graph = try Graph(
      nodeCount: n, edges: ring + chords.edges, directed: chords.isDirected)
    for direction in [Direction.out, .in, .all] {
      let impact = try #require(try graph.removalImpact(direction, threads: 2))
      let before = try RemovalTests.fragmentation(graph, without: nil, direction: direction)
      for node in graph.nodes {
        let after = try RemovalTests.fragmentation(graph, without: node, direction: direction)
        #expect(abs(impact.fragmentation[node] - (after.plain - before.plain)) < 1e-12)
        #expect(
          abs(impact.distanceFragmentation[node] - (after.byDistance - before.byDistance)) < 1e-12)
      }
      #expect(try graph.removalImpact(direction, threads: 1) == impact)
    }
  }
}
