import Foundation
import LiaisonGraph
import Testing

/// One case of the oracle: a graph and the figures expected of it.
struct OracleCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let directed: Bool
  let n: Int
  let edges: [[Int]]
  let weights: [Double]?
  let groups: [String]?
  let node: [String: [Double?]]
  let edge: [String: [PairFigure]]
  let value: [String: Double?]
  let sets: [String: NodeSets]
  let skipped: [String: String]

  /// `[from, to, value]`.
  struct PairFigure: Decodable, Sendable {
    let from: Int
    let to: Int
    let value: Double?

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      from = try row.decode(Int.self)
      to = try row.decode(Int.self)
      value = try row.decode(Double?.self)
    }
  }

  /// A list of nodes, or of lists of nodes.
  enum NodeSets: Decodable, Sendable {
    case nodes([Int])
    case groups([[Int]])

    init(from decoder: any Decoder) throws {
      let row = try decoder.singleValueContainer()
      if let nodes = try? row.decode([Int].self) {
        self = .nodes(nodes)
      } else {
        self = .groups(try row.decode([[Int]].self))
      }
    }

    /// As sorted lists; one list of nodes is one list.
    var sorted: [[Int]] {
      switch self {
      case .nodes(let nodes): [nodes.sorted()]
      case .groups(let groups):
        groups.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
      }
    }
  }

  /// All keys with their sections, in order.
  var keys: [String] {
    let keys =
      node.keys.map { "node " + $0 } + edge.keys.map { "edge " + $0 }
      + value.keys.map { "value " + $0 } + sets.keys.map { "sets " + $0 }
    return keys.sorted()
  }

  var testDescription: String { name }

  func graph() throws -> Graph {
    try Graph(
      nodeCount: n, edges: edges.map { Edge($0[0], $0[1]) }, directed: directed, weights: weights)
  }

  var options: MeasureOptions { MeasureOptions(groups: groups.map { NodeMap($0) }) }

  /// Every case, by name.
  static let all: [OracleCase] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracle/cases")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().compactMap { file in
      guard let data = FileManager.default.contents(atPath: folder.path + "/" + file) else {
        return nil
      }
      return try? JSONDecoder().decode(OracleCase.self, from: data)
    }
  }()
}
