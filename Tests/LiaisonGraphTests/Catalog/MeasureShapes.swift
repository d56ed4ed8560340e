import LiaisonGraph

/// Graphs that measures are tried on.
enum MeasureShapes {
  /// Small graphs of every shape that has surprised somebody.
  static func all() throws -> [(name: String, graph: Graph)] {
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
      + make("empty, weighted", 0, [], []) + make("one node, weighted", 1, [], [])
      + make("one node and a loop, weighted", 1, [(0, 0)], [2])
      + make("two isolates, weighted", 2, [], []) + make("K2, weighted", 2, [(0, 1)], [3])
      + make("zero weight", 3, [(0, 1), (1, 2)], [0, 2])
      + make("negative weight", 3, [(0, 1), (1, 2)], [-1, 2])
      + make("weights that cancel", 2, [(0, 1), (0, 1)], [1, -1])
      + make("weights too great to be merged", 3, [(0, 1), (0, 1), (1, 2)], [1e308, 1e308, 1])
      + make(
        "weights too great to be summed", 4, [(0, 1), (1, 2), (2, 0), (2, 3)],
        [1e308, 1e308, 1e308, 1])
      + make("a weight without inverse", 3, [(0, 1), (1, 2)], [1e-300 * 1e-10, 1])
      + make("weights far apart", 4, [(0, 1), (1, 2), (2, 0), (2, 3)], [1e-300, 1e300, 1, 3])
  }
}
