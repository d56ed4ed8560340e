import LiaisonCatalog
import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Laws that every measure keeps")
struct MeasureLawTests {
  private static func options(_ graph: Graph, threads: Int? = nil) -> MeasureOptions {
    let groups = (0..<graph.nodeCount).map { ["agency", "ngo", "union"][$0 % 3] }
    return MeasureOptions(groups: NodeMap(groups), threads: threads)
  }

  private static func near(_ a: Double?, _ b: Double?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): abs(a - b) <= 1e-9 * max(1, abs(b))
    default: false
    }
  }

  /// Small graphs of every shape that has surprised somebody.
  private static func shapes() throws -> [(name: String, graph: Graph)] {
    func make(_ name: String, _ n: Int, _ pairs: [(Int, Int)], _ weights: [Double]? = nil) throws
      -> [(name: String, graph: Graph)]
    {
      let edges = pairs.map { Edge($0.0, $0.1) }
      return try [false, true].map { directed in
        (
          "\(name), \(directed ? "directed" : "undirected")",
          try Graph(nodeCount: n, edges: edges, directed: directed, weights: weights)
        )
      }
    }
    let complete = (0..<6).flatMap { a in (0..<6).filter { $0 != a }.map { (a, $0) } }
    return try make("empty", 0, []) + make("one node", 1, [])
      + make("one node and a loop", 1, [(0, 0)])
      + make("two isolates", 2, []) + make("K2", 2, [(0, 1)])
      + make("parallel edges", 2, [(0, 1), (0, 1), (1, 0)])
      + make("self-loops only", 3, [(0, 0), (1, 1), (1, 1), (2, 2)])
      + make("path", 5, (1..<5).map { ($0 - 1, $0) })
      + make("star", 6, (1..<6).map { (0, $0) })
      + make("complete", 6, complete)
      + make("two triangles", 6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)])
      + make("zero weight", 3, [(0, 1), (1, 2)], [0, 2])
      + make("negative weight", 3, [(0, 1), (1, 2)], [-1, 2])
      + make("weights that cancel", 2, [(0, 1), (0, 1)], [1, -1])
      + make("weights far apart", 4, [(0, 1), (1, 2), (2, 0), (2, 3)], [1e-300, 1e300, 1, 3])
  }

  @Test("a measure answers on every shape with finite numbers or none, the same each time")
  func everyShape() throws {
    for (name, graph) in try MeasureLawTests.shapes() {
      for measure in Measures.shipped {
        let result = try measure.compute(graph, MeasureLawTests.options(graph))
        for column in result.nodeColumns {
          #expect(column.values.count == graph.nodeCount, "\(column.key) on \(name)")
          for value in column.values.values {
            #expect(value?.isFinite ?? true, "\(column.key) on \(name)")
          }
        }
        for value in result.values {
          #expect(value.value?.isFinite ?? true, "\(value.key) on \(name)")
        }
        #expect(try measure.compute(graph, MeasureLawTests.options(graph)) == result)
        // Without groups and with one thread nothing breaks either.
        _ = try measure.compute(graph, MeasureOptions(threads: 1))
      }
    }
  }

  @Test("renaming the nodes renames the figures", arguments: 0..<12)
  func relabelling(seed: Int) throws {
    let n = 14
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 30, directed: seed % 2 == 0, weighted: seed % 3 == 0,
      seed: UInt64(seed))
    var random = SeededRandom(seed: UInt64(seed) + 100)
    let place = Array(0..<n).shuffled(using: &random)
    let renamed = try Graph(
      nodeCount: n,
      edges: graph.edges.map { Edge(place[$0.source.index], place[$0.target.index]) },
      directed: graph.isDirected, weights: graph.weights)
    let options = MeasureLawTests.options(graph)
    var moved = options
    for node in graph.nodes {
      if let group = options.groups?[node] { moved.groups?[NodeID(place[node.index])] = group }
    }
    var compared = 0
    // Dominators start from the first node, whichever that is; the others choose by number, or in a
    // seeded order, among divisions that are equally good.
    let byNumber = ["dominators", "communities", "positions", "core_periphery"]
    for measure in Measures.shipped where !byNumber.contains(measure.id) {
      let before = try measure.compute(graph, options)
      let after = try measure.compute(renamed, moved)
      #expect(before.nodeColumns.map(\.key) == after.nodeColumns.map(\.key))
      for (old, new) in zip(before.nodeColumns, after.nodeColumns) {
        for node in graph.nodes {
          compared += 1
          #expect(
            MeasureLawTests.near(new.values[NodeID(place[node.index])], old.values[node]),
            "\(old.key)")
        }
      }
      for (old, new) in zip(before.values, after.values) {
        compared += 1
        #expect(MeasureLawTests.near(new.value, old.value), "\(old.key)")
      }
    }
    #expect(compared > 300)
  }

  @Test("an isolate changes no figure that counts paths, ties or cores of others", arguments: 0..<6)
  func isolate(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 12, edgeCount: 25, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    let wider = try Graph(
      nodeCount: 13, edges: graph.edges, directed: graph.isDirected, weights: graph.weights)
    let untouched = ["degree.all", "strength.all", "neighbours", "core.undirected"]
    var compared = 0
    for measure in Measures.shipped {
      let before = try measure.compute(graph, MeasureLawTests.options(graph))
      let after = try measure.compute(wider, MeasureLawTests.options(wider))
      for (old, new) in zip(before.nodeColumns, after.nodeColumns) {
        let isCount =
          untouched.contains(old.key) || old.key.hasPrefix("harmonic") && old.key.contains(".raw.")
          || old.key.hasPrefix("betweenness") && old.key.hasSuffix(".raw")
          || old.key.hasPrefix("closeness") && old.key.contains(".reach.")
        guard isCount else { continue }
        compared += 1
        for node in graph.nodes {
          #expect(MeasureLawTests.near(new.values[node], old.values[node]), "\(old.key)")
        }
      }
    }
    #expect(compared >= 10)
  }

  @Test("any number of threads gives the same bits")
  func threads() throws {
    for directed in [false, true] {
      let graph = try randomGraph(
        nodeCount: 70, edgeCount: 180, directed: directed, weighted: true, seed: 7)
      for measure in Measures.shipped {
        let one = try measure.compute(graph, MeasureLawTests.options(graph, threads: 1))
        for threads in [2, 7] {
          let many = try measure.compute(graph, MeasureLawTests.options(graph, threads: threads))
          #expect(one == many, "\(measure.id) with \(threads) threads")
        }
        #expect(try measure.compute(graph, MeasureLawTests.options(graph)) == one)
      }
    }
  }

  @Test("every measure has a page of its own, with a meaning and a reference")
  func pages() {
    var ids: Set<String> = []
    for measure in Measures.shipped {
      #expect(ids.insert(measure.id).inserted, "\(measure.id) stands twice")
      #expect(!measure.page.summary.isEmpty && measure.page.summary.count <= 90)
      #expect(measure.page.meaning.count > 20)
      #expect(!measure.page.reference.isEmpty)
    }
  }
}
