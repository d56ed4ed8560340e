import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Weak components")
struct WeakComponentTests {
  @Test("are what searches from each node reach", arguments: 0..<12)
  func searches(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 80, edgeCount: 30 + 10 * seed, directed: seed % 2 == 0, seed: UInt64(seed))
    let components = graph.weakComponents()
    var label = [Int](repeating: -1, count: 80)
    var count = 0
    for start in graph.nodes where label[start.index] < 0 {
      var open = [start]
      label[start.index] = count
      while let node = open.popLast() {
        for arc in graph.arcs(of: node, .all) where label[arc.node.index] < 0 {
          label[arc.node.index] = count
          open.append(arc.node)
        }
      }
      count += 1
    }
    #expect(components.component.values == label)
    #expect(components.count == count)
  }

  @Test("none in an empty graph")
  func empty() throws {
    #expect(try Graph(nodeCount: 0, edges: [], directed: true).weakComponents().count == 0)
  }
}
