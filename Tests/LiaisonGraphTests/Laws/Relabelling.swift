import LiaisonGraph
import LiaisonTestSupport

/// The nodes of a graph in other places, drawn at random.
struct Relabelling {
  /// The new place of each node.
  let place: [Int]

  init(nodeCount: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    place = Array(0..<nodeCount).shuffled(using: &random)
  }

  func callAsFunction(_ node: NodeID) -> NodeID { NodeID(place[node.index]) }

  func callAsFunction(_ edge: Edge) -> Edge { Edge(self(edge.source), self(edge.target)) }

  /// The graph with its nodes in their new places, its edges in their order.
  func callAsFunction(_ graph: Graph) throws -> Graph {
    try Graph(
      nodeCount: graph.nodeCount, edges: graph.edges.map { self($0) }, directed: graph.isDirected,
      weights: graph.weights)
  }

  /// Values of nodes in their new places.
  func callAsFunction<Value>(_ values: NodeMap<Value>) -> NodeMap<Value> {
    var moved = values
    for node in values.nodes { moved[self(node)] = values[node] }
    return moved
  }
}

/// Graphs that laws are tried on, and what they are compared by.
enum LawGraphs {
  /// Small enough for every pair; with loops and parallel edges, directed in every other.
  static func random(_ seed: Int, weighted: Bool = true) throws -> Graph {
    try randomGraph(
      nodeCount: 11, edgeCount: 24, directed: seed % 2 == 0, weighted: weighted,
      seed: UInt64(seed) + 40)
  }

  /// The same with one node more that has no tie.
  static func withIsolate(_ graph: Graph) throws -> Graph {
    try Graph(
      nodeCount: graph.nodeCount + 1, edges: graph.edges, directed: graph.isDirected,
      weights: graph.weights)
  }

  static func groups(_ count: Int) -> NodeMap<String> {
    NodeMap((0..<count).map { ["agency", "ngo", "union"][$0 * 7 / 2 % 3] })
  }

  /// A two-mode graph: organizations first, then bodies.
  static func twoMode(_ seed: Int) throws -> (graph: Graph, groups: NodeMap<String>) {
    var random = SeededRandom(seed: UInt64(seed) + 70)
    let edges = (0..<20).map { _ in Edge(random.below(8), 8 + random.below(5)) }
    return (
      try Graph(nodeCount: 13, edges: edges, directed: seed % 2 == 0),
      NodeMap((0..<13).map { $0 < 8 ? "agency" : "body" })
    )
  }

  static func near(_ a: Double?, _ b: Double?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): abs(a - b) <= 1e-9 * max(1, abs(b))
    default: false
    }
  }

  /// All distances, row by row.
  static func distances(
    _ graph: Graph, _ weights: PathWeights, _ direction: Direction = .out
  ) throws -> [[Double?]] {
    var rows: [[Double?]] = []
    try graph.forEachDistanceBlock(blockSize: 3, weights: weights, direction) { block in
      for place in block.sources.indices { rows.append(graph.nodes.map { block[place, $0] }) }
    }
    return rows
  }
}
