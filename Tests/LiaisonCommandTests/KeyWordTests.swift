import LiaisonGraph
import Testing

@testable import LiaisonCommand

@Suite("The words for the keys of figures")
struct KeyWordTests {
  /// Networks on which the shipped measures have every key: a ring with chords and weights, a chain of
  /// command, two kinds of nodes, one too great for all sets to be tried.
  private static func keys(directed: Bool) throws -> Set<String> {
    let edges = [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0), (3, 4), (4, 0), (4, 5), (5, 0), (0, 5)]
    let groups: NodeMap<String?> = NodeMap([
      "agency", "ngo", "union", "agency", "ngo", "union",
    ])
    let networks: [(Graph, NodeMap<String?>?)] = try [
      (
        Graph(
          nodeCount: 6, edges: edges.map { Edge($0.0, $0.1) }, directed: directed,
          weights: [2, 1, 3, 1, 2, 5, 1, 1, 2, 4]), groups
      ),
      (
        Graph(
          nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(0, 2)],
          directed: directed), nil
      ),
      (
        Graph(nodeCount: 4, edges: [Edge(0, 2), Edge(0, 3), Edge(1, 3)], directed: directed),
        NodeMap(["agency", "agency", "body", "body"])
      ),
      (Graph.path(nodeCount: 42), nil),
    ]
    var keys: Set<String> = []
    for (graph, groups) in networks {
      for measure in Measures.shipped {
        let result = try measure.compute(graph, MeasureOptions(groups: groups))
        keys.formUnion(result.nodeColumns.map(\.key))
        keys.formUnion(result.pairColumns.map(\.key))
        keys.formUnion(result.values.map(\.key))
        keys.formUnion(result.sets.map(\.key))
      }
    }
    return keys
  }

  @Test("every key has words, and no two have the same", arguments: [false, true])
  func distinct(directed: Bool) throws {
    let keys = try Self.keys(directed: directed)
    #expect(keys.count > 150)
    var owner: [String: String] = [:]
    for key in keys.sorted() {
      let words = try #require(KeyWords(isDirected: directed).words(key), "\(key) has no words")
      #expect(owner[words] == nil, "\(key) and \(owner[words] ?? ""): \(words)")
      owner[words] = key
      #expect(directed || !words.contains("direction"), "\(key): \(words)")
    }
  }

  @Test("words say what the figure is, and in a network without directions nothing of any")
  func examples() {
    let (arcs, ties) = (KeyWords(isDirected: true), KeyWords(isDirected: false))
    #expect(ties.words("degree.all") == "degree: ties that it has")
    #expect(arcs.words("degree.all") == "degree: ties, those to it and those from it added")
    #expect(
      arcs.heading("closeness.cost.wf.in", summary: nil)
        == "Closeness: how near it is to the others (weights as lengths, after Wasserman and Faust, "
        + "towards it)"
    )
    #expect(
      ties.words("reach.2step.all") == "reach: how many others are reached (within two steps)")
    #expect(
      arcs.words("brokerage.total")
        == "brokerage: ways over it between two who are not tied, in any role")
    #expect(
      arcs.words("brokerage.total.liaison")
        == "ways between two who are not tied over a third, of all nodes (between two other groups)"
    )
    #expect(
      arcs.words("connectedness.reach")
        == "share of ordered pairs of which the first reaches the second")
    #expect(
      ties.words("keyplayer.pos.reach1.k2")
        == "key players, who reach most (share of all nodes in the set or tied to it, two nodes)")
    #expect(ties.words("mixing.a.b->c") == "ties of “a.b” to “c”")
    #expect(arcs.words("mixing.a.b->c") == "ties from “a.b” to “c”")
    #expect(ties.words("of.somebody.else") == nil)
    #expect(ties.heading("of.somebody.else", summary: "What it is.") == "What it is")
  }
}
