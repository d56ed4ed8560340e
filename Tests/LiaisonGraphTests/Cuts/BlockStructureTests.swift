import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Articulation points, bridges and blocks")
struct BlockStructureTests {
  @Test("two triangles that share a node come apart there")
  func bowTie() throws {
    let graph = try Graph(
      nodeCount: 6,
      edges: [
        Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3), Edge(3, 4), Edge(4, 2), Edge(4, 5),
      ],
      directed: false)
    let structure = graph.blockStructure()
    #expect(structure.articulationPoints == [NodeID(2), NodeID(4)])
    #expect(structure.bridges == [Edge(4, 5)])
    #expect(
      structure.blocks.map { $0.map(\.index) } == [[0, 1, 2], [2, 3, 4], [4, 5]])
  }

  @Test("a mutual pair of arcs is one tie, and can be a bridge")
  func mutualPair() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1), Edge(1, 0)], directed: true)
    #expect(graph.bridges() == [Edge(0, 1)])
    #expect(graph.articulationPoints().isEmpty)
  }

  @Test("an articulation point is a node whose removal adds components", arguments: 0..<60)
  func againstDeletion(seed: Int) throws {
    let n = 3 + seed % 20
    let graph = try randomGraph(
      nodeCount: n, edgeCount: n / 2 + seed % 17, directed: seed % 2 == 0, seed: UInt64(seed))
    let before = graph.weakComponents().count
    let points = graph.articulationPoints()
    for removed in graph.nodes {
      let left = graph.edges.filter { $0.source != removed && $0.target != removed }
      let rest = try Graph(nodeCount: n, edges: left, directed: false)
      // The removed node is now an isolate of its own.
      let after = rest.weakComponents().count - 1
      #expect(points.contains(removed) == (after > before))
    }
    let ties = graph.undirectedProjection()
    for tie in ties.edges {
      let left = ties.edges.filter { $0 != tie }
      let rest = try Graph(nodeCount: n, edges: left, directed: false)
      let pair = Edge(min(tie.source, tie.target), max(tie.source, tie.target))
      #expect(graph.bridges().contains(pair) == (rest.weakComponents().count > before))
    }
  }

  @Test("a tie lies in one block, a node in as many as come apart without it", arguments: 0..<24)
  func blocks(seed: Int) throws {
    // A dense piece, many small blocks, and leaves.
    let n = 40 + 5 * seed
    let graph = try randomGraph(
      nodeCount: n, edgeCount: n / 2 + (seed % 6) * n / 6, directed: seed % 2 == 0,
      seed: UInt64(seed))
    let structure = graph.blockStructure()
    #expect(structure.articulationPoints == graph.articulationPoints())
    #expect(structure.bridges == graph.bridges())
    let blocks = structure.blocks.map { $0.map(\.index) }
    for block in blocks { #expect(zip(block, block.dropFirst()).allSatisfy { $0 < $1 }) }
    #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    var blocksOf = [Set<Int>](repeating: [], count: n)
    for (number, block) in blocks.enumerated() { for v in block { blocksOf[v].insert(number) } }
    let ties = graph.undirectedProjection()
    for tie in ties.edges {
      #expect(blocksOf[tie.source.index].intersection(blocksOf[tie.target.index]).count == 1)
    }
    let before = graph.weakComponents().count
    for removed in graph.nodes where !graph.neighbours(of: removed).isEmpty {
      let left = graph.edges.filter { $0.source != removed && $0.target != removed }
      let after = try Graph(nodeCount: n, edges: left, directed: false).weakComponents().count - 1
      #expect(blocksOf[removed.index].count == after - before + 1)
    }
  }
}
