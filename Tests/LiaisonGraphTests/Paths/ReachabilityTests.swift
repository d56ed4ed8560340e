import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Reachability of many sources at once")
struct ReachabilityTests {
  @Test("bit-parallel answers are those of one search after the other", arguments: 0..<24)
  func oneByOne(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 40, edgeCount: 30 + seed * 3, directed: seed % 4 != 3, seed: UInt64(seed))
    var random = SeededRandom(seed: UInt64(seed))
    let sources = (0..<[1, 63, 64, 65, 600][seed % 5]).map { _ in NodeID(random.below(40)) }
    let admits = { (edge: EdgeID) in edge.index % 3 != 0 }
    for direction in Direction.allCases {
      for follows in [nil, admits] {
        let many = try graph.reachability(from: sources, direction, follows: follows)
        let counts = many.counts()
        var reachedBy = [Int](repeating: 0, count: graph.nodeCount)
        for (place, source) in sources.enumerated() {
          let tree = try graph.breadthFirst(from: [source], direction, follows: follows)
          #expect(many.nodes(from: place) == tree.order.sorted())
          #expect(counts[place] == tree.order.count)
          for node in tree.order { reachedBy[node.index] += 1 }
        }
        for node in graph.nodes { #expect(many.sourceCount(of: node) == reachedBy[node.index]) }
      }
    }
  }

  @Test("no sources, no nodes, and a node that is not there")
  func edges() throws {
    let graph = try Graph.path(nodeCount: 3, directed: true)
    #expect(try graph.reachability(from: []).counts().isEmpty)
    #expect(try graph.reachability(from: []).sourceCount(of: NodeID(1)) == 0)
    let empty = try Graph(nodeCount: 0, edges: [], directed: true)
    #expect(try empty.reachability(from: []).sources.isEmpty)
    #expect(throws: GraphError.self) { try graph.reachability(from: [NodeID(3)]) }
  }

  @Test("a path of 200,000 nodes is walked without recursion")
  func longPath() throws {
    let n = 200_000
    let graph = try Graph.path(nodeCount: n, directed: true)
    let reach = try graph.reachability(from: [NodeID(0), NodeID(n - 1)])
    #expect(reach.counts() == [n, 1])
  }
}
