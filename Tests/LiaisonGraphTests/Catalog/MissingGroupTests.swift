import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("A group that is not recorded is no group")
struct MissingGroupTests {
  private static let measures: [any Measure] = [
    GroupsMeasure(), BrokerageMeasure(), ModularityMeasure(), AssortativityMeasure(),
  ]

  @Test(
    "figures of groups are those of the nodes that have one, and the others are counted",
    arguments: [false, true])
  func leftOut(directed: Bool) throws {
    let graph = try randomGraph(
      nodeCount: 20, edgeCount: 60, directed: directed, weighted: true, seed: 11)
    let groups = (0..<20).map { $0 % 4 == 3 ? nil : ["agency", "ngo", "union"][$0 % 3] }
    let known = (0..<20).filter { groups[$0] != nil }
    var edges: [Edge] = []
    var weights: [Double] = []
    for (edge, weight) in zip(graph.edges, graph.weights ?? []) {
      guard let source = known.firstIndex(of: edge.source.index),
        let target = known.firstIndex(of: edge.target.index)
      else { continue }
      edges.append(Edge(source, target))
      weights.append(weight)
    }
    let part = try Graph(
      nodeCount: known.count, edges: edges, directed: directed, weights: weights)
    for measure in Self.measures {
      let whole = try measure.compute(graph, MeasureOptions(groups: NodeMap(groups)))
      let among = try measure.compute(
        part, MeasureOptions(groups: NodeMap(known.map { groups[$0] })))
      let ofGroups = { (key: String) in !key.hasPrefix("assortativity.degree") }
      #expect(
        whole.values.filter { ofGroups($0.key) } == among.values.filter { ofGroups($0.key) })
      #expect(whole.nodeColumns.map(\.key) == among.nodeColumns.map(\.key))
      for (column, own) in zip(whole.nodeColumns, among.nodeColumns) {
        #expect(known.map { column.values.values[$0] } == own.values.values, "\(column.key)")
        let others = (0..<20).filter { groups[$0] == nil }.map { column.values.values[$0] }
        #expect(others.allSatisfy { $0 == nil }, "\(column.key)")
      }
      let reasons = whole.skipped.filter { $0.reason.hasPrefix("5 nodes have no group") }
      #expect(!reasons.isEmpty, "\(measure.id)")
      #expect(!among.skipped.contains { $0.reason.contains("no group") })
    }
  }

  @Test("where nobody has a group no figure of groups is given")
  func nobody() throws {
    let graph = try Graph.path(nodeCount: 3)
    for measure in Self.measures + [TwoModeMeasure()] {
      let result = try measure.compute(
        graph, MeasureOptions(groups: NodeMap(repeating: nil, count: 3)))
      #expect(result == (try measure.compute(graph, MeasureOptions())))
      #expect(result.skipped.contains { $0.reason == "no groups" })
    }
  }

  @Test("two kinds of which one is not known for all are not measured as two kinds")
  func kinds() throws {
    let graph = try Graph.path(nodeCount: 3)
    let result = try TwoModeMeasure().compute(
      graph, MeasureOptions(groups: NodeMap(["agency", nil, "agency"])))
    #expect(result.nodeColumns.isEmpty)
    #expect(result.reason(forSkipping: "bipartite.degree") == "1 of the nodes are of neither kind")
  }
}
