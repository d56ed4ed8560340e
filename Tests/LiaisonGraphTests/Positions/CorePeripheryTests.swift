import LiaisonCatalog
import LiaisonTestSupport
import Testing

@testable import LiaisonGraph

@Suite("Core and periphery")
struct CorePeripheryTests {
  @Test("an ideal core is found, its fit is 1, and every division is tried where few are")
  func idealCore() throws {
    for n in [8, 20] {
      var edges: [Edge] = []
      for a in 0..<4 { for b in (a + 1)..<n { edges.append(Edge(a, b)) } }
      let graph = try Graph(nodeCount: n, edges: edges, directed: false)
      let found = try graph.corePeriphery()
      #expect(found.core == (0..<4).map { NodeID($0) })
      #expect(abs((found.fit ?? 0) - 1) < 1e-12)
      #expect(found.isExact == (n == 8))
      let apart = try Graph(
        nodeCount: n, edges: edges.filter { $0.target.index < 4 }, directed: false
      ).corePeriphery(.missingBetween)
      // Where ties between the two do not count, three of the four do as well.
      #expect(abs((apart.fit ?? 0) - 1) < 1e-12)
    }
    #expect(try Graph.complete(nodeCount: 5).corePeriphery().fit == nil)
    #expect(try Graph.path(nodeCount: 0).corePeriphery().core.isEmpty)
    #expect(try Graph.star(nodeCount: 30, directed: true).corePeriphery().core == [NodeID(0)])
    #expect(try Graph.complete(nodeCount: 20).corePeriphery().fit == nil)
  }

  /// Pearson's correlation of the cells of the matrix with the ideal's, those that are missing in the ideal
  /// left out; nil where one does not vary.
  private static func fit(
    _ graph: Graph, _ isCore: [Bool], _ pattern: CorePeripheryPattern
  ) -> Double? {
    var (x, y): ([Double], [Double]) = ([], [])
    for a in graph.nodes {
      for b in graph.nodes where a != b {
        let (first, second) = (isCore[a.index], isCore[b.index])
        if pattern == .missingBetween, first != second { continue }
        x.append(graph.hasEdge(from: a, to: b) ? 1 : 0)
        y.append(first || second ? 1 : 0)
      }
    }
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (u, v) in zip(x, y) {
      xy += (u - mx) * (v - my)
      xx += (u - mx) * (u - mx)
      yy += (v - my) * (v - my)
    }
    return xx * yy > 1e-9 ? xy / (xx * yy).squareRoot() : nil
  }

  @Test("the fit is the best of all divisions, and that of the core", arguments: 0..<24)
  func everyDivision(seed: Int) throws {
    let n = 5 + seed % 6
    let graph = try randomGraph(
      nodeCount: n, edgeCount: n + seed, directed: seed % 3 == 0, weighted: seed % 2 == 0,
      seed: UInt64(seed))
    for pattern in CorePeripheryPattern.allCases {
      var best: Double?
      for mask in 1..<(1 << n) - 1 {
        let isCore: [Bool] = graph.nodes.map { mask >> $0.index & 1 == 1 }
        if let fit = Self.fit(graph, isCore, pattern) { best = max(best ?? fit, fit) }
      }
      let found = try graph.corePeriphery(pattern)
      #expect(found.isExact && (found.fit == nil) == (best == nil))
      if let fit = found.fit, let best {
        #expect(abs(fit - best) < 1e-9, "\(pattern)")
        let isCore: [Bool] = graph.nodes.map { found.core.contains($0) }
        #expect(abs((Self.fit(graph, isCore, pattern) ?? -2) - fit) < 1e-9)
      }
    }
  }

  @Test("steps from several starts find the best of small networks, all but now and then")
  func steps() throws {
    var (count, asGood) = (0, 0)
    for seed in 0..<40 {
      let n = 9 + seed % 4
      let graph = try randomGraph(
        nodeCount: n, edgeCount: n + seed % 17, directed: seed % 4 == 0, seed: UInt64(seed))
      for pattern in CorePeripheryPattern.allCases {
        let exact = try graph.corePeriphery(pattern)
        let stepped = try graph.steppedCorePeriphery(pattern)
        #expect(exact.isExact && !stepped.isExact)
        let (best, reached) = (exact.fit ?? -1, stepped.fit ?? -1)
        #expect(reached <= best + 1e-12)
        count += 1
        if reached > best - 1e-9 { asGood += 1 }
      }
    }
    #expect(count == 80 && asGood >= 78, "\(asGood)")
  }

  @Test("the page says up to where all divisions are tried, and from how many starts steps lead")
  func page() throws {
    let text = CorePeripheryMeasure().page.conventions
    #expect(text.contains("Up to 16 nodes all divisions are tried"))
    #expect(text.contains("from 17 starts"))
    let graph = try randomGraph(nodeCount: 16, edgeCount: 40, directed: false, seed: 3)
    #expect(try graph.corePeriphery().isExact)
    let wider = try Graph(nodeCount: 17, edges: graph.edges, directed: false)
    let found = try wider.corePeriphery()
    #expect(try !found.isExact && wider.corePeriphery() == found)
  }
}
