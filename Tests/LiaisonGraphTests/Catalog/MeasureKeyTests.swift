import LiaisonGraph
import Testing

@Suite("A figure is given, or it is said why not")
struct MeasureKeyTests {
  /// A network on which every measure has all its figures: connected, with a cycle, a chord and a tail,
  /// weights above zero.
  static func reference(directed: Bool, weighted: Bool) throws -> Graph {
    let edges = [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0), (3, 4), (4, 0), (4, 5), (5, 0), (0, 5)]
    return try Graph(
      nodeCount: 6, edges: edges.map { Edge($0.0, $0.1) }, directed: directed,
      weights: weighted ? [2, 1, 3, 1, 2, 5, 1, 1, 2, 4] : nil)
  }

  /// A chain of command, which alone has an order.
  private static func chain(weighted: Bool) throws -> Graph {
    try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(0, 2)], directed: true,
      weights: weighted ? [1, 2, 3, 4] : nil)
  }

  /// Two organizations on two bodies.
  static func twoMode(directed: Bool) throws -> (Graph, MeasureOptions) {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 2), Edge(0, 3), Edge(1, 3)], directed: directed)
    return (graph, MeasureOptions(groups: NodeMap(["agency", "agency", "body", "body"])))
  }

  static func options(_ graph: Graph) -> MeasureOptions {
    MeasureOptions(
      groups: NodeMap((0..<graph.nodeCount).map { ["agency", "ngo", "union"][$0 % 3] }))
  }

  /// Keys that name groups count as one.
  private static func family(_ key: String) -> String {
    let named = ["ei_index.group", "mixing", "group_density", "projection"]
    return named.first { key.hasPrefix($0 + ".") } ?? key
  }

  private static func keys(_ result: MeasureResult) -> Set<String> {
    var keys: Set<String> = []
    for column in result.nodeColumns { keys.insert("node " + family(column.key)) }
    for column in result.pairColumns { keys.insert("edge " + family(column.key)) }
    for value in result.values { keys.insert("value " + family(value.key)) }
    for sets in result.sets { keys.insert("sets " + family(sets.key)) }
    return keys
  }

  @Test("every key of a measure, on every shape", arguments: [false, true], [false, true])
  func everyKey(directed: Bool, weighted: Bool) throws {
    let reference = try MeasureKeyTests.reference(directed: directed, weighted: weighted)
    for measure in Measures.shipped {
      var expected = MeasureKeyTests.keys(
        try measure.compute(reference, MeasureKeyTests.options(reference)))
      if directed {
        let chain = try MeasureKeyTests.chain(weighted: weighted)
        expected.formUnion(
          MeasureKeyTests.keys(try measure.compute(chain, MeasureKeyTests.options(chain))))
      }
      let (bodies, modes) = try MeasureKeyTests.twoMode(directed: directed)
      expected.formUnion(MeasureKeyTests.keys(try measure.compute(bodies, modes)))
      for (name, graph) in try MeasureShapes.all()
      where graph.isDirected == directed && graph.isWeighted == weighted {
        for options in [MeasureKeyTests.options(graph), MeasureOptions()] {
          let result = try measure.compute(graph, options)
          let given = MeasureKeyTests.keys(result)
          for key in expected.subtracting(given) {
            let bare = String(key.drop { $0 != " " }.dropFirst())
            #expect(result.reason(forSkipping: bare) != nil, "\(key) on \(name)")
          }
          #expect(!given.isEmpty || !result.skipped.isEmpty, "\(measure.id) on \(name)")
          for item in result.skipped { #expect(!item.reason.isEmpty) }
        }
      }
    }
  }

  @Test("what only arcs have is told of an undirected network, and the other way round")
  func directions() throws {
    func reason(_ key: String, directed: Bool) throws -> String? {
      let graph = try MeasureKeyTests.reference(directed: directed, weighted: true)
      for measure in Measures.shipped {
        let result = try measure.compute(graph, MeasureKeyTests.options(graph))
        if let reason = result.reason(forSkipping: key) { return reason }
      }
      return nil
    }
    let ofArcs = [
      "dominators.root_first", "reciprocity.arc", "is_dag", "transitive_closure.edges",
      "clustering.fagiolo", "assortativity.degree.directed_out_in", "components.strong.count",
    ]
    for key in ofArcs {
      #expect(try reason(key, directed: false) == "ties have no direction", "\(key)")
    }
    #expect(try reason("centralization.closeness", directed: true) == "ties have a direction")
    #expect(try reason("dag.longest_path", directed: true) == "arcs lead back in a cycle")
  }

  @Test("groups whose names hold arrows and backslashes have keys of their own")
  func arrows() throws {
    let names = ["x", "y->z", "x->y", "z", "x\\", "z\\->z", "\\"]
    let ring = try Graph.cycle(nodeCount: names.count, directed: true)
    let result = try GroupsMeasure().compute(
      ring, MeasureOptions(groups: NodeMap(names.map(Optional.some))))
    let keys = result.values.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.count { $0.hasPrefix("mixing.") } == names.count * names.count)
    #expect(keys.contains("mixing.x->y\\->z") && keys.contains("mixing.x\\->y->z"))
    let plain = try GroupsMeasure().compute(
      Graph.path(nodeCount: 2), MeasureOptions(groups: NodeMap(["gov.police", "ngo"])))
    #expect(plain.values.contains { $0.key == "mixing.gov.police->ngo" && $0.value == 1 })
  }

  @Test("figures of given nodes and of more steps are given where these are")
  func sources() throws {
    for directed in [false, true] {
      let graph = try MeasureKeyTests.reference(directed: directed, weighted: true)
      let sources = [NodeID(1), NodeID(4)]
      let options = MeasureOptions(sources: sources, steps: 4)
      let betweenness = try BetweennessMeasure().compute(graph, options)
      for kind in PathWeights.allCases {
        let column = betweenness.nodeColumns.first { $0.key == "betweenness.\(kind).from" }
        let own = try graph.betweenness(weights: kind, sources: sources).values
        #expect(column?.values.values == own)
        #expect(try own != graph.betweenness(weights: kind).values)
      }
      let rank = try PageRankMeasure().compute(graph, options)
      for (key, weighted) in [("unweighted", false), ("weighted", true)] {
        let column = try #require(rank.nodeColumns.first { $0.key == "pagerank.\(key).from" })
        let starts = NodeMap(graph.nodes.map { sources.contains($0) ? 0.5 : 0 })
        #expect(
          try column.values.values
            == graph.pageRank(weighted: weighted, personalization: starts).values)
      }
      let reach = try ReachMeasure().compute(graph, options)
      let four = reach.nodeColumns.filter { $0.key.hasPrefix("reach.4step.") }
      #expect(four.count == (directed ? 3 : 1))
      #expect(try four.first?.values.values == graph.reach(within: 4).values.map { Double($0) })
      // Where nothing is given nothing is said of it.
      let plain = try BetweennessMeasure().compute(graph, MeasureOptions())
      #expect(!plain.nodeColumns.contains { $0.key.hasSuffix("from") } && plain.skipped.isEmpty)
      let alone = try BetweennessMeasure().compute(
        graph, MeasureOptions(keys: ["betweenness.unweighted.from"], sources: sources))
      #expect(alone.nodeColumns.map(\.key) == ["betweenness.unweighted.from"])
    }
    let path = try Graph.path(nodeCount: 3)
    #expect(throws: GraphError.self) {
      try PageRankMeasure().compute(path, MeasureOptions(sources: [NodeID(3)]))
    }
    #expect(throws: GraphError.self) {
      try BetweennessMeasure().compute(path, MeasureOptions(sources: [NodeID(3)]))
    }
    #expect(throws: GraphError.self) { try ReachMeasure().compute(path, MeasureOptions(steps: 0)) }
  }

  @Test("more sets that are as good than can be listed are not left out unsaid")
  func manySets() throws {
    let ring = try Graph.cycle(nodeCount: 16)
    let result = try KeyPlayersMeasure().compute(ring, MeasureOptions())
    #expect(result.values.contains { $0.key == "keyplayer.pos.reach1.k2" })
    let listed = result.sets.first { $0.key == "keyplayer.pos.reach1.k2" }
    #expect(listed == nil)
    let reason = result.reason(forSkipping: "keyplayer.pos.reach1.k2")
    #expect(reason?.hasSuffix("sets have this value, more than the 50 that are listed") == true)
  }

  @Test("where no division has a fit nobody is told to be in the periphery")
  func noCore() throws {
    let complete = try Graph.complete(nodeCount: 5)
    let result = try CorePeripheryMeasure().compute(complete, MeasureOptions())
    #expect(result.nodeColumns.isEmpty && result.values.isEmpty)
    #expect(result.reason(forSkipping: "core_periphery.fit.attached") != nil)
  }

  @Test(
    "hundreds of groups get no table of each with each, and the index of the whole all the same")
  func manyGroups() throws {
    let path = try Graph.path(nodeCount: 300)
    let groups = NodeMap<String?>((0..<300).map { "district \($0)" })
    let result = try GroupsMeasure().compute(path, MeasureOptions(groups: groups))
    #expect(result.values.map(\.key) == ["ei_index"])
    #expect(result.reason(forSkipping: "mixing.a->b") == "more than 200 groups")
  }
}
