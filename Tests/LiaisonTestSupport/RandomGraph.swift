public import LiaisonGraph

/// A seeded random graph: `edgeCount` edges between nodes drawn at random, self-loops and parallel
/// edges among them; weights are whole numbers from 1 to 9.
public func randomGraph(
  nodeCount: Int, edgeCount: Int, directed: Bool, weighted: Bool = false, seed: UInt64
) throws -> Graph {
  var random = SeededRandom(seed: seed)
  var edges: [Edge] = []
  var weights: [Double] = []
  for _ in 0..<(nodeCount == 0 ? 0 : edgeCount) {
    edges.append(Edge(random.below(nodeCount), random.below(nodeCount)))
    weights.append(Double(1 + random.below(9)))
  }
  return try Graph(
    nodeCount: nodeCount, edges: edges, directed: directed, weights: weighted ? weights : nil)
}
