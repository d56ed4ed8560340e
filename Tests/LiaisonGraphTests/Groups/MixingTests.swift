import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Ties within and between groups")
struct MixingTests {
  @Test("the E-I index of a group counts each tie that touches it once")
  func groupIndexes() throws {
    // Agencies 0, 1, 2 with two ties among them and one to the union 3; NGO 4 alone.
    let ties = [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(3, 2)]
    let groups = NodeMap(["agency", "agency", "agency", "union", "ngo"])
    let undirected = try Graph(nodeCount: 5, edges: ties, directed: false).mixing(groups: groups)
    #expect(undirected.names == ["agency", "ngo", "union"])
    #expect(undirected.externalInternalIndexes == [(1.0 - 2) / 3, nil, 1])
    // Two arcs join agency and union, one each way.
    let directed = try Graph(nodeCount: 5, edges: ties, directed: true).mixing(groups: groups)
    #expect(directed.externalInternalIndexes == [0, nil, 1])
  }

  @Test("the E-I index of a group is that of its ties, one by one", arguments: 0..<10)
  func againstTies(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 12, edgeCount: 25, directed: seed % 2 == 0, seed: UInt64(seed))
    let groups = NodeMap((0..<12).map { ["a", "b", "c"][$0 % 3] })
    let mixing = try graph.mixing(groups: groups)
    for (index, name) in mixing.names.enumerated() {
      var (within, between) = (0, 0)
      for edge in graph.simplified().edges {
        let ends = [groups[edge.source], groups[edge.target]]
        if ends == [name, name] { within += 1 } else if ends.contains(name) { between += 1 }
      }
      let expected =
        within + between > 0 ? Double(between - within) / Double(within + between) : nil
      #expect(mixing.externalInternalIndexes[index] == expected)
    }
  }
}
