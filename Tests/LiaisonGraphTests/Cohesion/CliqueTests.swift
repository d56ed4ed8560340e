import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Cliques")
struct CliqueTests {
  @Test("the cliques found are those that trying every set finds", arguments: 0..<20)
  func bruteForce(seed: Int) throws {
    let n = 9
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 22, directed: false, seed: UInt64(seed)
    ).simplified()
    func isClique(_ mask: Int) -> Bool {
      for a in 0..<n where mask >> a & 1 == 1 {
        for b in (a + 1)..<max(a + 1, n) where mask >> b & 1 == 1 {
          if !graph.hasEdge(from: NodeID(a), to: NodeID(b)) { return false }
        }
      }
      return true
    }
    var expected: [[NodeID]] = []
    for mask in 0..<(1 << n) where mask.nonzeroBitCount >= 2 && isClique(mask) {
      let isMaximal = (0..<n).allSatisfy { mask >> $0 & 1 == 1 || !isClique(mask | 1 << $0) }
      if isMaximal { expected.append((0..<n).filter { mask >> $0 & 1 == 1 }.map { NodeID($0) }) }
    }
    let found = try #require(try graph.maximalCliques())
    #expect(found == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("looking stops where there are too many")
  func limit() throws {
    let graph = try Graph(
      nodeCount: 6, edges: [Edge(0, 1), Edge(2, 3), Edge(4, 5)], directed: false)
    #expect(try graph.maximalCliques(limit: 2) == nil)
    #expect(try graph.maximalCliques(limit: 3)?.count == 3)
  }
}
