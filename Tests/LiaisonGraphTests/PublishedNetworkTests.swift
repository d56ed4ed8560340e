import Foundation
import LiaisonGraph
import LiaisonTestSupport
import Testing

/// Networks that others have published, of rescuers, managers and friends, with what the oracle makes of
/// them. The files stand beside the checkout; where they are absent the test is skipped.
@Suite(
  "Every figure of published networks equals the oracle's to 1e-9",
  .enabled(
    if: Checkout.shared("fixtures/networks") != nil, "../shared/fixtures/networks is absent"))
struct PublishedNetworkTests {
  @Test(
    "responders on Mount St. Helens and in Cheyenne, advice among managers, karate, southern women",
    arguments: [
      "network_emon__MtSi", "network_emon__Cheyenne", "networkdata_ht_advice", "networkdata_karate",
      "networkdata_southern_women",
    ])
  func agrees(name: String) throws {
    let folder = try #require(Checkout.shared("fixtures/networks"))
    let oracle = try PublishedNetworkTests.published("\(folder)/\(name)", name: name)
    var comparison = OracleComparison(oracle)
    let graph = try oracle.graph()
    for measure in Measures.shipped {
      try comparison.check(measure.compute(graph, oracle.options))
    }
    comparison.checkCoverage()
    #expect(comparison.compared > 1_000)
  }

  @Test("the expected node connectivity of ht_advice is wrong: one manager's loss cuts off another")
  func adviceIsFragile() throws {
    let folder = try #require(Checkout.shared("fixtures/networks"))
    let path = "\(folder)/networkdata_ht_advice"
    let graph = try PublishedNetworkTests.published(path, name: "advice").graph()
    // Manager 6 asks manager 21 alone.
    #expect(graph.neighbours(of: NodeID(5), .out) == [NodeID(20)])
    #expect(try graph.nodeConnectivity() == 1)
    #expect(try graph.edgeConnectivity() == 1)
  }

  /// A published network and its figures in the form of the oracle's cases: by number, not by name.
  private static func published(_ path: String, name: String) throws -> OracleCase {
    let data = try Data(contentsOf: URL(filePath: path + ".expected.json"))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let header = try #require(json["graph"] as? [String: Any])
    let names = try #require(header["nodes"] as? [String])
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    func numbered(_ cell: Any) -> Any {
      switch cell {
      case let cells as [Any]: cells.map(numbered)
      case let name as String: number[name] ?? -1
      default: cell
      }
    }
    // Figures of two modes are compared in TwoModeTests, which says which is which.
    func isOfOneMode(_ key: String) -> Bool {
      !key.hasPrefix("bipartite.") && !key.hasPrefix("projection.")
    }
    func section(_ name: String) throws -> [String: Any] {
      try #require(json[name] as? [String: Any]).filter { isOfOneMode($0.key) }
    }
    var groups: [String]?
    if let column = header["group"] as? String {
      let rows = try rows(path + ".nodes.csv")
      let place = try #require(rows[0].firstIndex(of: column))
      let group = Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[0], $0[place]) })
      groups = names.map { group[$0] ?? "" }
    }
    let edges = try rows(path + ".edges.csv").dropFirst().map { row in
      try row.prefix(2).map { try #require(number[$0]) }
    }
    let form: [String: Any] = [
      "name": name, "directed": header["directed"] as Any, "n": names.count, "edges": edges,
      "groups": groups as Any? ?? NSNull(), "skipped": json["skipped"] as Any,
      "value": try section("value"),
      "node": try section("node").mapValues { column in
        let figures = try #require(column as? [String: Any])
        return names.map { figures[$0] ?? NSNull() }
      },
      "edge": try section("edge").mapValues(numbered),
      "sets": try section("sets").mapValues(numbered),
    ]
    return try JSONDecoder().decode(
      OracleCase.self, from: JSONSerialization.data(withJSONObject: form))
  }

  private static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } }
    }
  }
}
