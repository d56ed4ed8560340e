import LiaisonCatalog
import LiaisonGraph
import Testing

@Suite("What a measure's page says that it needs")
struct MeasureNeedsTests {
  /// Whether a measure gives any figure of a ring of two kinds, or of one with a triangle.
  private func gives(
    _ measure: any Measure, directed: Bool, groups: NodeMap<String?>?
  ) throws -> Bool {
    let ring = [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(3, 0), Edge(0, 3), Edge(2, 1)]
    for edges in [ring, ring + [Edge(0, 2)]] {
      let graph = try Graph(nodeCount: 4, edges: edges, directed: directed)
      let result = try measure.compute(graph, MeasureOptions(groups: groups))
      let isEmpty =
        result.values.isEmpty && result.nodeColumns.isEmpty && result.pairColumns.isEmpty
        && result.sets.isEmpty
      if !isEmpty { return true }
    }
    return false
  }

  @Test("Without it there is no figure, and with it, or where nothing is needed, there are some")
  func needs() throws {
    let kinds = NodeMap<String?>(["x", "y", "x", "y"])
    for measure in Measures.shipped {
      let needs = measure.page.needs
      let isOfGroups = ["groups of the nodes", "the kind of each node"].contains(needs)
      let isOfDirections = needs == "ties with a direction"
      #expect(needs.isEmpty || isOfGroups || isOfDirections, "\(measure.id): \(needs)")
      for directed in [false, true] {
        for groups in [nil, kinds] {
          let isEnough = (!isOfGroups || groups != nil) && (!isOfDirections || directed)
          let isGiven = try gives(measure, directed: directed, groups: groups)
          #expect(
            isGiven == isEnough, "\(measure.id), directed \(directed), groups \(groups != nil)")
        }
      }
    }
  }
}
