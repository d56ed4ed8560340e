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

  @Test("a measure answers on every shape with finite numbers or none, the same each time")
  func everyShape() throws {
    for (name, graph) in try MeasureShapes.all() {
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
        for column in result.pairColumns {
          for figure in column.values {
            #expect(figure.value?.isFinite ?? true, "\(column.key) on \(name)")
          }
        }
        // The sums of weights alone may be too great for a finite weight each.
        let tooGreat = result.skipped.filter { $0.reason.contains("too great a number") }
        #expect(
          tooGreat.allSatisfy { measure.id == "strength" && $0.key.hasPrefix("strength") },
          "\(measure.id) on \(name)")
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

  @Test("a figure that is no finite number is left undefined, with a reason")
  func tooGreat() {
    var result = MeasureResult()
    result.add("sum", .infinity)
    result.add("node", nodes: NodeMap([1, .nan, nil]))
    result.add("tie", edges: [Edge(0, 1), Edge(1, 2)], EdgeMap([2, -.infinity]))
    result.add("held", 3)
    #expect(result.values.map(\.value) == [nil, 3])
    #expect(result.nodeColumns.map(\.values.values) == [[1, nil, nil]])
    #expect(result.pairColumns[0].values.map(\.value) == [2, nil])
    #expect(result.skipped.map(\.key) == ["sum", "node", "tie"])
  }

  @Test("every measure has a page of its own: what it means, how it is counted, when not to use it")
  func pages() {
    var ids: Set<String> = []
    for measure in Measures.shipped {
      #expect(ids.insert(measure.id).inserted, "\(measure.id) stands twice")
      #expect(!measure.page.summary.isEmpty && measure.page.summary.count <= 90)
      #expect(measure.page.meaning.count > 20)
      #expect(!measure.page.reference.isEmpty)
      #expect(measure.page.conventions.count > 60, "\(measure.id)")
      #expect(measure.page.doNotUseWhen.count > 30, "\(measure.id)")
    }
  }

  @Test("a page says what the kinds are that its keys have")
  func kinds() throws {
    let edges = [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3), Edge(3, 0)]
    let graph = try Graph(nodeCount: 4, edges: edges, directed: true, weights: [1, 2, 3, 1, 2])
    let kinds: Set = [
      "unweighted", "weighted", "cost", "inverse", "in", "out", "all", "raw", "norm", "l2", "max",
      "sum1", "max1", "wf", "classic", "ucinet", "vf", "zero", "null", "fagiolo", "onnela",
      "barrat", "ucinet_ego", "ge2", "ge3", "arc", "dyad", "dyadic_sna", "attached", "apart",
    ]
    for measure in Measures.shipped {
      let result = try measure.compute(graph, MeasureLawTests.options(graph))
      let text = measure.page.conventions + " " + measure.page.meaning
      let told = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
      let keys =
        result.nodeColumns.map(\.key) + result.pairColumns.map(\.key) + result.values.map(\.key)
      for part in keys.flatMap({ $0.split(separator: ".").map(String.init) })
      where kinds.contains(part) {
        #expect(told.contains(part), "\(measure.id) does not say what \(part) is")
      }
    }
  }
}
