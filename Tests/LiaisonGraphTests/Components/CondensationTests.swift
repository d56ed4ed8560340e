import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Condensation")
struct CondensationTests {
  @Test("its arcs are those between components, each once, and lead onwards", arguments: 0..<20)
  func arcs(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 20, edgeCount: 30, directed: seed % 5 != 0, seed: UInt64(seed))
    let condensed = graph.condensation()
    #expect(condensed.components == graph.strongComponents())
    var counts: [Edge: Int] = [:]
    for edge in graph.edges {
      let ends = [edge.source, edge.target].map { condensed.components.component[$0] }
      if ends[0] != ends[1] { counts[Edge(ends[0], ends[1]), default: 0] += 1 }
    }
    #expect(condensed.arcs.count == counts.count)
    for (arc, count) in zip(condensed.arcs, condensed.arcCounts) { #expect(counts[arc] == count) }
    var place = [Int](repeating: -1, count: condensed.components.count)
    for (index, node) in condensed.order.enumerated() { place[node.index] = index }
    #expect(!place.contains(-1))
    for arc in condensed.arcs { #expect(place[arc.source.index] < place[arc.target.index]) }
    #expect(condensed.graph().strongComponents().count == condensed.components.count)
  }
}
