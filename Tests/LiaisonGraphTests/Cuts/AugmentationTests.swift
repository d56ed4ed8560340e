import LiaisonCatalog
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Ties that leave no single point of failure")
struct AugmentationTests {
  private static func isBiconnected(_ graph: Graph, with added: [Edge]) throws -> Bool {
    let wider = try Graph(
      nodeCount: graph.nodeCount, edges: graph.edges + added, directed: false)
    return wider.articulationPoints().isEmpty && wider.weakComponents().count <= 1
  }

  /// The least number of ties by trying all sets of pairs, smaller ones first.
  private static func least(_ graph: Graph) throws -> Int {
    let n = graph.nodeCount
    var pairs: [Edge] = []
    for a in 0..<n {
      for b in a + 1..<n where !graph.hasEdge(from: NodeID(a), to: NodeID(b)) {
        pairs.append(Edge(a, b))
      }
    }
    let masks = (0..<(1 << pairs.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    for mask in masks {
      let chosen = pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] }
      if try isBiconnected(graph, with: chosen) { return mask.nonzeroBitCount }
    }
    return 0
  }

  @Test("as few ties as any set has that does it", arguments: 0..<40)
  func fewest(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 3 + seed % 3, edgeCount: seed % 7, directed: false, seed: UInt64(seed)
    ).simplified()
    let added = try graph.biconnectivityAugmentation()
    #expect(try AugmentationTests.isBiconnected(graph, with: added))
    #expect(try added.count == AugmentationTests.least(graph))
  }

  @Test("the page has the whole bound, of which blocks that are a component are a part")
  func page() throws {
    let page = AugmentationMeasure().page.conventions
    #expect(page.contains("the greater of d − 1 and q + ⌈p / 2⌉"))
    // Four isolates, so that q is 4: a cycle is needed.
    let isolates = try Graph(nodeCount: 4, edges: [], directed: false)
    #expect(try isolates.biconnectivityAugmentation().count == 4)
    #expect(
      try Graph(nodeCount: 2, edges: [], directed: false).biconnectivityAugmentation().count == 1)
  }

  @Test("the bound of Eswaran and Tarjan is met", arguments: 0..<60)
  func bound(seed: Int) throws {
    let n = 6 + seed % 25
    let graph = try randomGraph(
      nodeCount: n, edgeCount: n * (2 + seed % 4) / 4, directed: false, seed: UInt64(seed)
    ).simplified()
    let structure = graph.blockStructure()
    let parts = graph.weakComponents().count
    var blocksOf = [Int](repeating: 0, count: n)
    for block in structure.blocks { for node in block { blocksOf[node.index] += 1 } }
    let leaves = structure.blocks.filter { block in
      block.filter { blocksOf[$0.index] > 1 }.count == 1
    }.count
    let alone =
      graph.isolates().count
      + structure.blocks.filter { block in block.allSatisfy { blocksOf[$0.index] == 1 } }.count
    let widest = (blocksOf.max() ?? 0) + parts - 1
    let isWhole = parts == 1 && structure.articulationPoints.isEmpty
    let bound = isWhole ? 0 : max(widest - 1, (leaves + 1) / 2 + alone)
    let added = try graph.biconnectivityAugmentation()
    #expect(try AugmentationTests.isBiconnected(graph, with: added))
    #expect(added.count == bound)
  }

  @Test("a star of seven needs five ties, a path one, a ring none")
  func shapes() throws {
    #expect(try Graph.star(nodeCount: 7).biconnectivityAugmentation().count == 5)
    #expect(try Graph.path(nodeCount: 30).biconnectivityAugmentation() == [Edge(0, 29)])
    #expect(try Graph.cycle(nodeCount: 9).biconnectivityAugmentation().isEmpty)
    #expect(try Graph.path(nodeCount: 2).biconnectivityAugmentation().isEmpty)
    #expect(try Graph.path(nodeCount: 0).biconnectivityAugmentation().isEmpty)
    let apart = try Graph(nodeCount: 2, edges: [], directed: false)
    #expect(try apart.biconnectivityAugmentation() == [Edge(0, 1)])
  }

  @Test("a run that was cancelled before it began gives no result")
  func cancelled() throws {
    let progress = RunProgress()
    progress.cancel()
    let graph = try Graph.star(nodeCount: 9)
    #expect(throws: GraphError.self) { try graph.biconnectivityAugmentation(progress: progress) }
  }
}
