import LiaisonGraph
import Testing

@Suite("A figure is given, or it is said why not")
struct MeasureKeyTests {
  /// A network on which every measure has all its figures: connected, with a circle, a chord and a tail,
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
    #expect(try reason("dag.longest_path", directed: true) == "arcs lead back in a circle")
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
