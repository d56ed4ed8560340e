import LiaisonGraph
import Testing

@Suite("Every figure equals the oracle's to 1e-9")
struct OracleTests {
  @Test("all 73 cases are there")
  func count() {
    #expect(OracleCase.all.count == 73)
  }

  @Test("figures of nodes, ties, the whole and sets", arguments: OracleCase.all)
  func agrees(_ oracle: OracleCase) throws {
    var comparison = OracleComparison(oracle)
    let graph = try oracle.graph()
    for measure in Measures.shipped {
      try comparison.check(measure.compute(graph, oracle.options))
    }
    comparison.checkCoverage()
    #expect(comparison.compared >= oracle.n + 20)
  }

  @Test("the radius, which the oracle does not give, is the least eccentricity, which it does")
  func radius() throws {
    var compared = 0
    for oracle in OracleCase.all {
      let key = "eccentricity.unweighted.\(oracle.directed ? "out" : "all")"
      guard let eccentricities = oracle.node[key] else { continue }
      let graph = try oracle.graph()
      #expect(try graph.distances().radius == eccentricities.compactMap { $0 }.min(), "\(oracle)")
      compared += 1
    }
    #expect(compared > 60)
  }

  @Test("every measure has a figure that the oracle knows, on some case")
  func eachMeasureIsCompared() throws {
    var compared: [String: Int] = [:]
    for oracle in OracleCase.all where oracle.n <= 12 {
      let graph = try oracle.graph()
      for measure in Measures.shipped {
        let result = try measure.compute(graph, oracle.options)
        let known =
          result.nodeColumns.filter { oracle.node[$0.key] != nil }.count
          + result.pairColumns.filter { oracle.edge[$0.key] != nil }.count
          + result.values.filter { oracle.value[$0.key] != nil }.count
          + result.sets.filter { oracle.sets[$0.key] != nil }.count
        compared[measure.id, default: 0] += known
      }
    }
    for measure in Measures.shipped where !OracleCoverage.withoutOracle.contains(measure.id) {
      #expect(compared[measure.id, default: 0] > 0, "\(measure.id)")
    }
  }
}
