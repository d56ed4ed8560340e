import Foundation
import LiaisonCatalog
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

  @Test("sides are found by ties alone, and a cycle of odd length has none")
  func bipartition() throws {
    #expect(try Graph.path(nodeCount: 4).bipartition()?.values == [0, 1, 0, 1])
    #expect(try Graph.cycle(nodeCount: 6, directed: true).bipartition() != nil)
    #expect(try Graph.cycle(nodeCount: 5).bipartition() == nil)
    #expect(try Graph(nodeCount: 1, edges: [Edge(0, 0)], directed: false).bipartition() == nil)
    #expect(try Graph.path(nodeCount: 200_000).bipartition()?.values.last == 1)
  }

  /// One body and its members; a second body with two of them.
  private static func bodies(members: Int) throws -> (graph: Graph, groups: NodeMap<String?>) {
    let edges = (2..<(members + 2)).map { Edge(0, $0) } + [Edge(1, 2), Edge(1, 3)]
    return (
      try Graph(nodeCount: members + 2, edges: edges, directed: false),
      NodeMap((0..<(members + 2)).map { $0 < 2 ? "body" : "agency" })
    )
  }

  @Test("a projection that no memory holds is refused, before it is made")
  func tooLarge() throws {
    // 46,342 members are 1,073,767,311 pairs, more than 2³⁰.
    let (graph, groups) = try Self.bodies(members: 46_342)
    let modes = try graph.twoModes(NodeMap(groups.values.map { $0 ?? "" }))
    let agencies = try #require(modes.names.firstIndex(of: "agency"))
    #expect(try graph.sharingCount(modes, keeping: agencies) == 46_342 * 46_341 / 2 + 1)
    let error = try #require(throws: GraphError.self) {
      try graph.projection(modes, keeping: agencies)
    }
    #expect(error.code == .tooLarge && !error.hint.isEmpty)
    // The two bodies share two.
    #expect(try graph.sharingCount(modes, keeping: 1 - agencies) == 2)
    #expect(try graph.projection(modes, keeping: 1 - agencies).graph.weights == [2])
  }

  @Test("more pairs than are listed are left out unless any size will do, and the others are given")
  func limit() throws {
    let (graph, groups) = try Self.bodies(members: 3_164)
    let result = try TwoModeMeasure().compute(
      graph, MeasureOptions(groups: groups, keys: ["projection"]))
    #expect(result.pairColumns.map(\.key) == ["projection.body"])
    let reason = try #require(result.reason(forSkipping: "projection.agency"))
    #expect(reason == "more than 5,000,000 pairs that share others")
    let all = try TwoModeMeasure().compute(
      graph, MeasureOptions(groups: groups, keys: ["projection.agency"], isOfAnySize: true))
    #expect(all.pairColumns.map(\.values.count) == [3_164 * 3_163 / 2])
  }

  @Test("what nobody asks for is not computed, and what is reports and can be stopped")
  func asked() throws {
    let (graph, groups) = try Self.bodies(members: 40)
    func keys(_ wanted: [String], _ progress: RunProgress? = nil) throws -> [String] {
      let result = try TwoModeMeasure().compute(
        graph, MeasureOptions(groups: groups, keys: wanted, progress: progress))
      return result.nodeColumns.map(\.key) + result.pairColumns.map(\.key)
    }
    let all = [
      "bipartite.degree", "bipartite.closeness", "bipartite.betweenness", "projection.agency",
      "projection.body",
    ]
    #expect(try keys([]) == all)
    #expect(try keys(["bipartite.degree"]) == ["bipartite.degree"])
    #expect(try keys(["BIPARTITE"]) == Array(all[..<3]))
    #expect(try keys(["projection.Agency"]) == ["bipartite.degree", "projection.agency"])
    for wanted in [[], ["projection"], ["projection.body"], ["bipartite.closeness"]] {
      let progress = RunProgress()
      _ = try keys(wanted, progress)
      #expect(progress.totalParts > 0 && progress.fraction == 1, "\(wanted)")
      progress.cancel()
      let error = #expect(throws: GraphError.self) { try keys(wanted, progress) }
      #expect(error?.code == .cancelled, "\(wanted)")
    }
  }

  @Test("closeness may be above 1 where the network is in several pieces, as its page says")
  func closenessOfPieces() throws {
    // a – x and b – y: of 2 and 2 nodes the least sum is 4, a's own is 1, and it reaches 1 of 3.
    let graph = try Graph(nodeCount: 4, edges: [Edge(0, 2), Edge(1, 3)], directed: false)
    let modes = try graph.twoModes(NodeMap(["org", "org", "body", "body"]))
    for value in try graph.twoModeCloseness(modes).values {
      #expect(abs(value - 4.0 / 3) < 1e-12)
    }
    #expect(
      TwoModeMeasure().page.conventions.contains(
        "closeness may be above 1 where the network is in several pieces"))
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
