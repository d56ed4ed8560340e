import LiaisonTestSupport
import Testing

@testable import LiaisonGraph

/// Key players by their definitions alone: every set is tried, every distance walked anew.
@Suite("Key players against all sets")
struct KeyPlayerBruteForceTests {
  /// Direction ignored.
  private struct PlainNetwork {
    var tied: [Set<Int>]

    init(_ graph: Graph) {
      tied = Array(repeating: [], count: graph.nodeCount)
      for edge in graph.edges where edge.source != edge.target {
        tied[edge.source.index].insert(edge.target.index)
        tied[edge.target.index].insert(edge.source.index)
      }
    }

    /// Steps from any of some nodes to each, past those that are removed.
    func steps(from starts: Set<Int>, without removed: Set<Int>) -> [Int: Int] {
      var found: [Int: Int] = [:]
      var front = starts
      var step = 0
      while !front.isEmpty {
        for node in front { found[node] = step }
        step += 1
        front = Set(front.flatMap { tied[$0] }).subtracting(removed).subtracting(found.keys)
      }
      return found
    }

    func value(_ set: Set<Int>, _ goal: KeyPlayerGoal) -> Double {
      let n = tied.count
      switch goal {
      case .reach:
        return Double(set.union(set.flatMap { tied[$0] }).count) / Double(n)
      case .distanceReach:
        let far = steps(from: set, without: []).values.filter { $0 > 0 }
        return (Double(set.count) + far.reduce(0) { $0 + 1 / Double($1) }) / Double(n)
      case .fragmentation, .distanceFragmentation:
        let rest = (0..<n).filter { !set.contains($0) }
        var held = 0.0
        for node in rest {
          for step in steps(from: [node], without: set).values where step > 0 {
            held += goal == .fragmentation ? 1 : 1 / Double(step)
          }
        }
        return 1 - held / Double(rest.count * (rest.count - 1))
      }
    }
  }

  @Test("the best value, and all sets that have it", arguments: 0..<10)
  func everySet(seed: Int) throws {
    let n = 6 + seed % 4
    let graph = try randomGraph(
      nodeCount: n, edgeCount: n + seed, directed: seed % 3 == 0, weighted: seed % 2 == 0,
      seed: UInt64(seed) + 90)
    let plain = PlainNetwork(graph)
    for size in 1...3 {
      let sets = (0..<1 << n).filter { $0.nonzeroBitCount == size }
        .map { bits in Set((0..<n).filter { bits >> $0 & 1 == 1 }) }
      for goal in KeyPlayerGoal.allCases {
        let values = sets.map { plain.value($0, goal) }
        let best = try #require(values.max())
        let found = try graph.keyPlayers(size: size, goal: goal)
        #expect(found.method == .exhaustive)
        #expect(abs(found.value - best) < 1e-12, "\(goal) of \(size)")
        let expected = Set(zip(sets, values).filter { $0.1 > best - 1e-11 }.map(\.0))
        #expect(Set(found.sets.map { Set($0.map(\.index)) }) == expected, "\(goal) of \(size)")
        #expect(found.sets.count == expected.count)
        // As networks of more than 64 nodes are searched.
        let wide = try graph.undirectedProjection().outgoing.bestKeyPlayers(
          size: size, goal, 2, RunProgress())
        #expect(abs(wide.value - best) < 1e-12 && wide.sets == found.sets, "\(goal) of \(size)")
        // A set that is built up has the value that it says, which is no better than the best.
        let built = try graph.keyPlayers(size: size, goal: goal, exhaustiveLimit: 0)
        #expect(
          abs(plain.value(Set(built.sets[0].map(\.index)), goal) - built.value) < 1e-12)
        #expect(built.method != .exhaustive && built.value <= best + 1e-12)
      }
    }
  }
}
