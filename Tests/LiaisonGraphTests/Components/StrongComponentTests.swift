import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Strong components")
struct StrongComponentTests {
  @Test("are the nodes that reach each other, numbered by the lowest", arguments: 0..<24)
  func mutualReach(seed: Int) throws {
    let n = 50
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 25 + 8 * seed, directed: seed % 6 != 0, seed: UInt64(seed))
    let reached = graph.nodes.map { start in
      var isReached = [Bool](repeating: false, count: n)
      isReached[start.index] = true
      var open = [start]
      while let node = open.popLast() {
        for arc in graph.arcs(of: node) where !isReached[arc.node.index] {
          isReached[arc.node.index] = true
          open.append(arc.node)
        }
      }
      return isReached
    }
    var label = [Int](repeating: -1, count: n)
    var count = 0
    for v in 0..<n where label[v] < 0 {
      for w in v..<n where reached[v][w] && reached[w][v] { label[w] = count }
      count += 1
    }
    let components = graph.strongComponents()
    #expect(components.component.values == label)
    #expect(components.count == count)
  }

  @Test("a ring is one, and so is each node of a way that leads nowhere")
  func ringWithTail() throws {
    let graph = try Graph(
      nodeCount: 5, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3), Edge(3, 4)],
      directed: true)
    #expect(graph.strongComponents().component.values == [0, 0, 0, 1, 2])
    #expect(try Graph(nodeCount: 0, edges: [], directed: true).strongComponents().count == 0)
  }
}
