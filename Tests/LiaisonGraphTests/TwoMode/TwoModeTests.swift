import Foundation
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Two-mode networks")
struct TwoModeTests {
  private struct Expected: Decodable {
    struct Header: Decodable { let nodes: [String] }
    enum Cell: Decodable {
      case name(String)
      case number(Double)
      init(from decoder: any Decoder) throws {
        let cell = try decoder.singleValueContainer()
        if let number = try? cell.decode(Double.self) {
          self = .number(number)
        } else {
          self = .name(try cell.decode(String.self))
        }
      }
    }
    let graph: Header
    let node: [String: [String: Double?]]
    let edge: [String: [[Cell]]]
    let value: [String: Double?]
  }

  private static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").map { $0.filter { $0 != "\"" } } }
  }

  @Test(
    "the southern women and their events are as published",
    .enabled(if: Checkout.shared("fixtures/networks") != nil))
  func southernWomen() throws {
    let base = try #require(Checkout.shared("fixtures/networks")) + "/networkdata_southern_women"
    let nodes = try TwoModeTests.rows(base + ".nodes.csv")
    let names = nodes.map { $0[0] }
    let edges = try TwoModeTests.rows(base + ".edges.csv").map { row in
      Edge(try #require(names.firstIndex(of: row[0])), try #require(names.firstIndex(of: row[1])))
    }
    let graph = try Graph(nodeCount: names.count, edges: edges, directed: false)
    let data = try Data(contentsOf: URL(filePath: base + ".expected.json"))
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    #expect(expected.graph.nodes == names)
    let result = try TwoModeMeasure().compute(
      graph, MeasureOptions(groups: NodeMap(nodes.map { $0[1] })))
    #expect(result.nodeColumns.count == 3)
    for column in result.nodeColumns {
      let figures = try #require(expected.node[column.key])
      for (index, name) in names.enumerated() {
        let figure = try #require(figures[name] ?? nil)
        #expect(abs((column.values.values[index] ?? -1) - figure) < 1e-9, "\(column.key) \(name)")
      }
    }
    #expect(result.values.map(\.key) == ["bipartite.density"])
    let density = try #require(expected.value["bipartite.density"] ?? nil)
    #expect(abs((result.values[0].value ?? 0) - density) < 1e-12)
    for column in result.pairColumns {
      var counts: [Set<String>: Double] = [:]
      for row in try #require(expected.edge[column.key]) {
        guard case .name(let a) = row[0], case .name(let b) = row[1], case .number(let c) = row[2]
        else { continue }
        counts[[a, b]] = c
      }
      #expect(column.values.count == counts.count && !counts.isEmpty)
      for figure in column.values {
        let pair: Set = [names[figure.pair.source.index], names[figure.pair.target.index]]
        #expect(counts[pair] == figure.value)
      }
    }
  }

  @Test("sides are found by ties alone, and a circle of odd length has none")
  func bipartition() throws {
    #expect(try Graph.path(nodeCount: 4).bipartition()?.values == [0, 1, 0, 1])
    #expect(try Graph.cycle(nodeCount: 6, directed: true).bipartition() != nil)
    #expect(try Graph.cycle(nodeCount: 5).bipartition() == nil)
    #expect(try Graph(nodeCount: 1, edges: [Edge(0, 0)], directed: false).bipartition() == nil)
    #expect(try Graph.path(nodeCount: 200_000).bipartition()?.values.last == 1)
  }

  @Test("a projection counts what two share; wrong modes are refused")
  func projection() throws {
    let graph = try Graph(
      nodeCount: 5, edges: [Edge(0, 3), Edge(1, 3), Edge(0, 4), Edge(1, 4), Edge(2, 4)],
      directed: true)
    let groups = NodeMap(["org", "org", "org", "body", "body"])
    let modes = try graph.twoModes(groups)
    #expect(modes.names == ["body", "org"])
    let orgs = try graph.projection(modes, keeping: 1)
    #expect(orgs.nodes == [0, 1, 2].map { NodeID($0) })
    #expect(orgs.graph.edges == [Edge(0, 1), Edge(0, 2), Edge(1, 2)])
    #expect(orgs.graph.weights == [2, 1, 1])
    #expect(try graph.projection(modes, keeping: 0).graph.weights == [2])
    #expect(throws: GraphError.self) { try graph.projection(modes, keeping: 2) }
    #expect(throws: GraphError.self) {
      try graph.twoModes(NodeMap(["org", "org", "org", "org", "body"]))
    }
    #expect(throws: GraphError.self) { try graph.twoModes(NodeMap(repeating: "org", count: 5)) }
    #expect(throws: GraphError.self) {
      try Graph.path(nodeCount: 2).twoModeDegree(modes)
    }
  }
}
