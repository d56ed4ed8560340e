import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Dominators")
struct DominatorTests {
  @Test("a diamond's far end is dominated by its root alone")
  func diamond() throws {
    let graph = try Graph(
      nodeCount: 6,
      edges: [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 3), Edge(3, 4), Edge(4, 3)],
      directed: true)
    let tree = try graph.dominators(from: NodeID(0))
    #expect(tree.immediate[NodeID(3)] == NodeID(0))
    #expect(tree.immediate[NodeID(4)] == NodeID(3))
    #expect(tree.immediate[NodeID(5)] == nil)
    #expect(!tree.reaches(NodeID(5)))
    #expect(tree.strictDominators(of: NodeID(4)) == [NodeID(3)])
    #expect(tree.dominates(NodeID(3), NodeID(4)))
    #expect(!tree.dominates(NodeID(1), NodeID(4)))
  }

  @Test("a node dominates another just when its removal cuts the other off", arguments: 0..<60)
  func againstDeletion(seed: Int) throws {
    let n = 4 + seed % 17
    let graph = try randomGraph(
      nodeCount: n, edgeCount: n + seed % 23, directed: true, seed: UInt64(seed))
    let root = NodeID(seed % n)
    let tree = try graph.dominators(from: root)
    let reached = try graph.breadthFirst(from: [root])
    for node in graph.nodes {
      #expect(tree.reaches(node) == reached.reaches(node))
    }
    for removed in graph.nodes where removed != root && reached.reaches(removed) {
      let without = try graph.breadthFirst(from: [root]) { edge in
        graph[edge].source != removed && graph[edge].target != removed
      }
      for node in graph.nodes where node != removed && reached.reaches(node) {
        #expect(tree.strictDominators(of: node).contains(removed) == !without.reaches(node))
      }
    }
  }

  @Test("an edge filter is a graph without those edges")
  func filtered() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 3)], directed: true)
    let tree = try graph.dominators(from: NodeID(0)) { $0 != EdgeID(1) }
    #expect(tree.strictDominators(of: NodeID(3)) == [NodeID(1)])
  }

  @Test("a root that is not there is refused")
  func noRoot() throws {
    let graph = try Graph(nodeCount: 0, edges: [], directed: true)
    #expect(throws: GraphError.self) { try graph.dominators(from: NodeID(0)) }
  }
}
