import LiaisonGraph
import Testing

@Suite("Brokerage by chance")
struct BrokerageExpectationTests {
  @Test("means and deviations are those of random graphs", arguments: [false, true])
  func simulation(directed: Bool) throws {
    let groups = NodeMap(["a", "a", "a", "b", "b", "c", "c", "c"])
    let (n, runs, p) = (8, 1_500, 0.4)
    // z has the mean 0 and the deviation 1 where the model is right, but for the density drawn.
    var sums = [Double](repeating: 0, count: 5)
    var squares = sums
    var means = sums
    for seed in 0..<runs {
      let graph = try Graph.erdosRenyi(
        nodeCount: n, probability: p, directed: directed, seed: UInt64(seed))
      let counts = try graph.brokerage(groups: groups)
      for (index, role) in BrokerageRole.allCases.enumerated() {
        let count = Double(counts[role].values[0])
        sums[index] += count
        squares[index] += count * count
      }
    }
    // A graph of just that density says what is expected; 0.4 of 28 or 56 pairs is no whole number.
    let pairs = directed ? 56 : 28
    for edges in [Int(Double(pairs) * p), Int(Double(pairs) * p) + 1] {
      let complete = try Graph.complete(nodeCount: n, directed: directed).edges
      let graph = try Graph(
        nodeCount: n, edges: Array(complete.prefix(edges)), directed: directed)
      let chance = try graph.brokerageExpectation(groups: groups)
      let share = Double(edges) / Double(pairs)
      let weight =
        edges == Int(Double(pairs) * p)
        ? 1 - (p * Double(pairs) - Double(edges)) : p * Double(pairs) - Double(edges) + 1
      #expect(abs(share - p) < 0.04)
      let counts = try graph.brokerage(groups: groups)
      for (index, role) in BrokerageRole.allCases.enumerated() {
        means[index] += weight * chance.expected[index].values[0]
        let mean = chance.expected[index].values[0]
        let z = try #require(chance.z[index].values[0])
        guard z != 0 else { continue }
        let deviation = (Double(counts[role].values[0]) - mean) / z
        let observed = sums[index] / Double(runs)
        let spread = (squares[index] / Double(runs) - observed * observed).squareRoot()
        #expect(abs(deviation / spread - 1) < 0.15, "\(role): \(deviation), simulated \(spread)")
      }
    }
    for (index, role) in BrokerageRole.allCases.enumerated() {
      let observed = sums[index] / Double(runs)
      #expect(abs(means[index] / observed - 1) < 0.1, "\(role): \(means[index]), not \(observed)")
    }
  }

  @Test("a role that nobody can play has no z")
  func impossible() throws {
    let graph = try Graph.cycle(nodeCount: 5, directed: true)
    let chance = try graph.brokerageExpectation(
      groups: NodeMap(repeating: "one", count: 5))
    #expect(chance.z[4].values.allSatisfy { $0 == nil })
    #expect(chance.expected[0].values.allSatisfy { abs($0 - 12.0 / 16 * 0.75) < 1e-12 })
  }
}
