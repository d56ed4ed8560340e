import LiaisonGraph
import Testing

/// Compares what measures give with what the oracle expects, and counts.
struct OracleComparison {
  let oracle: OracleCase
  private(set) var compared = 0
  private var given: Set<String> = []

  init(_ oracle: OracleCase) { self.oracle = oracle }

  static func agree(_ actual: Double?, _ expected: Double?) -> Bool {
    switch (actual, expected) {
    case (nil, nil): true
    case (let actual?, let expected?): abs(actual - expected) <= 1e-9 * max(1, abs(expected))
    default: false
    }
  }

  mutating func check(_ result: MeasureResult) {
    for column in result.nodeColumns {
      let isNew = given.insert("node " + column.key).inserted
      #expect(isNew, "\(column.key) is given twice")
      if OracleCoverage.isExempt(column.key, in: oracle) { continue }
      guard let expected = oracle.node[column.key] else {
        checkUnknown("node " + column.key)
        continue
      }
      for node in 0..<oracle.n {
        let actual = column.values.values[node]
        compared += 1
        #expect(
          Self.agree(actual, expected[node]),
          "\(column.key) of node \(node): \(String(describing: actual))")
      }
    }
    for value in result.values {
      given.insert("value " + value.key)
      if OracleCoverage.isExempt(value.key, in: oracle) { continue }
      guard let expected = oracle.value[value.key] else {
        checkUnknown("value " + value.key)
        continue
      }
      compared += 1
      #expect(
        Self.agree(value.value, expected),
        "\(value.key): \(String(describing: value.value)), not \(String(describing: expected))")
    }
    for sets in result.sets {
      given.insert("sets " + sets.key)
      if OracleCoverage.isExempt(sets.key, in: oracle) { continue }
      guard let expected = oracle.sets[sets.key] else {
        checkUnknown("sets " + sets.key)
        continue
      }
      let actual: [[Int]] =
        switch sets.content {
        case .nodes(let nodes): [nodes.map(\.index)]
        case .groups(let groups): groups.map { $0.map(\.index) }
        }
      compared += 1
      let sorted = actual.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
      // An empty list reads as a list of nodes and as a list of lists alike.
      #expect(
        sorted.filter { !$0.isEmpty } == expected.sorted.filter { !$0.isEmpty }, "\(sets.key)")
    }
    for column in result.pairColumns { check(column) }
  }

  private mutating func check(_ column: MeasureResult.PairColumn) {
    given.insert("edge " + column.key)
    guard let expected = oracle.edge[column.key] else {
      if !OracleCoverage.isExempt(column.key, in: oracle) { checkUnknown("edge " + column.key) }
      return
    }
    let isOrdered =
      column.key.hasPrefix("dominators") || (oracle.directed && !column.key.hasPrefix("link."))
    func key(_ a: Int, _ b: Int) -> [Int] { isOrdered || a < b ? [a, b] : [b, a] }
    var actual: [[Int]: Double?] = [:]
    for figure in column.values {
      actual[key(figure.pair.source.index, figure.pair.target.index)] = figure.value
    }
    #expect(actual.count == expected.count, "\(column.key)")
    for figure in expected {
      compared += 1
      let found = actual[key(figure.from, figure.to)]
      #expect(
        found != nil && Self.agree(found ?? nil, figure.value),
        "\(column.key) of \(figure.from), \(figure.to): \(String(describing: found))")
    }
  }

  /// A figure that the oracle gives elsewhere has no meaning where it does not.
  private func checkUnknown(_ key: String) {
    #expect(!OracleCoverage.isOracles(key), "\(key) should not be given here")
  }

  /// Each of the oracle's keys is given, or is known not to be yet.
  func checkCoverage() {
    for key in oracle.keys where !given.contains(key) {
      #expect(OracleCoverage.isMissing(key), "\(key) is not given")
    }
  }
}
