import Foundation
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Oracle/README.md lists what is compared with nothing, and nothing else")
struct OracleReadmeTests {
  /// A row of a table: the keys it is of, where, and why.
  struct Row {
    let keys: [String]
    let cases: [String]
    let reason: String

    /// `key.*` is every key under it.
    static func isUnder(_ pattern: String, _ key: String) -> Bool {
      pattern.hasSuffix("*") ? key.hasPrefix(pattern.dropLast()) : key == pattern
    }

    func matches(_ key: String) -> Bool { keys.contains { Self.isUnder($0, key) } }
  }

  static func rows(under heading: String) throws -> [Row] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().path + "/Oracle/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.range(of: "## \(heading)\n"))
    let rest = text[start.upperBound...]
    let section = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
    func words(_ cell: String) -> [String] {
      cell.filter { $0 != " " && $0 != "`" }.split(separator: ",").map(String.init)
    }
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return Row(keys: words(cells[0]), cases: words(cells[1]), reason: cells[2])
    }
  }

  /// A key with its section, of directed or of undirected networks.
  struct Figure: Hashable {
    let key: String
    let isDirected: Bool
  }

  private static func keys(_ result: MeasureResult) -> Set<String> {
    Set(
      result.nodeColumns.map { "node " + $0.key } + result.pairColumns.map { "edge " + $0.key }
        + result.values.map { "value " + $0.key } + result.sets.map { "sets " + $0.key })
  }

  /// Every figure that some measure gives on some network.
  static func ours() throws -> Set<Figure> {
    var networks: [(Graph, MeasureOptions)] = []
    for oracle in OracleCase.all where oracle.n <= 12 {
      networks.append((try oracle.graph(), oracle.options))
    }
    for directed in [false, true] {
      for weighted in [false, true] {
        let graph = try MeasureKeyTests.reference(directed: directed, weighted: weighted)
        networks.append((graph, MeasureKeyTests.options(graph)))
      }
      networks.append(try MeasureKeyTests.twoMode(directed: directed))
      // Too large for all sets of key players.
      let large = try randomGraph(nodeCount: 45, edgeCount: 70, directed: directed, seed: 3)
      networks.append((large, MeasureKeyTests.options(large)))
    }
    var figures: Set<Figure> = []
    for (graph, options) in networks {
      for measure in Measures.shipped {
        for key in keys(try measure.compute(graph, options)) {
          figures.insert(Figure(key: family(key), isDirected: graph.isDirected))
        }
      }
    }
    return figures
  }

  /// Keys of pairs of groups count as one, whatever the groups are called.
  private static func family(_ key: String) -> String {
    let named = ["value mixing.", "value group_density."]
    return named.first { key.hasPrefix($0) } ?? key
  }

  static let oracles: Set<Figure> = {
    var figures: Set<Figure> = []
    for oracle in OracleCase.all {
      for key in oracle.keys {
        figures.insert(Figure(key: family(key), isDirected: oracle.directed))
      }
    }
    return figures
  }()

  private static func bare(_ key: String) -> String { String(key.drop { $0 != " " }.dropFirst()) }

  @Test("each of our figures that the oracle does not give has a row, and each row such a figure")
  func without() throws {
    let rows = try Self.rows(under: "Figures that the oracle does not give")
    let ours = try Self.ours().subtracting(Self.oracles)
    var met: Set<String> = []
    for figure in ours.sorted(by: { $0.key < $1.key }) {
      let networks = figure.isDirected ? "directed" : "undirected"
      let key = Self.bare(figure.key)
      let own = rows.filter { row in
        row.matches(key) && (row.cases == ["all"] || row.cases == [networks])
      }
      #expect(own.count == 1, "\(figure.key) of \(networks) networks stands in \(own.count) rows")
      for row in own {
        for pattern in row.keys where Row.isUnder(pattern, key) { met.insert(pattern) }
      }
    }
    for row in rows {
      #expect(row.reason.count > 20)
      for pattern in row.keys {
        #expect(met.contains(pattern), "\(pattern) is given, or by nobody")
      }
    }
  }

  @Test("each of the oracle's figures that is left out has a row, and each row such a figure")
  func leftOut() throws {
    let rows = try Self.rows(under: "Figures of the oracle that are left out")
    var expected: Set<String> = []
    for item in OracleCoverage.exempt { expected.insert("\(item.key) \(item.oracle)") }
    for key in OracleCoverage.missing { expected.insert("\(Self.bare(key)) all") }
    var told: Set<String> = []
    for row in rows {
      #expect(row.reason.count > 20)
      for pattern in row.keys {
        let key = pattern.hasSuffix("*") ? String(pattern.dropLast()) : pattern
        for name in row.cases { told.insert("\(key) \(name)") }
      }
    }
    #expect(told == expected, "\(told.symmetricDifference(expected))")
  }

  @Test(
    "of each row left out some figure differs by more than the tolerance, or is not given by one of both"
  )
  func needed() throws {
    for item in OracleCoverage.exempt {
      guard let oracle = OracleCase.all.first(where: { $0.name == item.oracle }) else {
        // Published networks that the oracle has figures of beside its cases; see PublishedNetworkTests.
        #expect(item.oracle.hasPrefix("networkdata_"), "\(item.oracle)")
        continue
      }
      let graph = try oracle.graph()
      var differs = false
      for measure in Measures.shipped {
        let result = try measure.compute(graph, oracle.options)
        for value in result.values where value.key.hasPrefix(item.key) {
          if let known = oracle.value[value.key], OracleComparison.agree(value.value, known) {
            continue
          }
          differs = true
        }
        for column in result.nodeColumns where column.key.hasPrefix(item.key) {
          if let known = oracle.node[column.key],
            zip(column.values.values, known).allSatisfy({ OracleComparison.agree($0, $1) })
          {
            continue
          }
          differs = true
        }
        for column in result.pairColumns where column.key.hasPrefix(item.key) {
          if oracle.edge[column.key] == nil { differs = true }
        }
      }
      #expect(differs, "\(item.key) of \(item.oracle)")
    }
  }
}
