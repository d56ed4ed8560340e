import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("The k shortest paths")
struct KShortestPathsTests {
  /// Every path without a node twice, by trying all of them; of parallel edges the shortest.
  private static func every(
    _ graph: Graph, _ length: (EdgeID) -> Double, from source: NodeID, to target: NodeID
  ) -> [Double] {
    var lengths: [Double] = []
    var stack: [(path: [NodeID], length: Double)] = [([source], 0)]
    while let (path, sum) = stack.popLast() {
      guard let last = path.last else { continue }
      if last == target {
        lengths.append(sum)
        continue
      }
      var best: [NodeID: Double] = [:]
      for arc in graph.arcs(of: last) where !path.contains(arc.node) {
        best[arc.node] = min(best[arc.node] ?? .infinity, length(arc.edge))
      }
      for (node, step) in best { stack.append((path + [node], sum + step)) }
    }
    return lengths.sorted()
  }

  @Test("they are the shortest of all paths, shortest first, each another", arguments: 0..<30)
  func bruteForce(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 7, edgeCount: 18, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    let (source, target) = (NodeID(0), NodeID(6))
    for kind in PathWeights.allCases {
      func length(_ edge: EdgeID) -> Double {
        switch kind {
        case .unweighted: 1
        case .cost: graph.weight(of: edge)
        case .inverse: 1 / graph.weight(of: edge)
        }
      }
      let expected = KShortestPathsTests.every(graph, length, from: source, to: target)
      for count in [1, 4, 1_000] {
        let paths = try graph.shortestSimplePaths(
          from: source, to: target, count: count, weights: kind)
        #expect(paths.count == min(count, expected.count))
        for (path, best) in zip(paths, expected) { #expect(abs(path.length - best) < 1e-12) }
        #expect(Set(paths.map(\.nodes)).count == paths.count)
        for path in paths {
          #expect(path.nodes.first == source && path.nodes.last == target)
          #expect(Set(path.nodes).count == path.nodes.count)
          for (place, edge) in path.edges.enumerated() {
            let ends = Set([graph[edge].source, graph[edge].target])
            #expect(ends == [path.nodes[place], path.nodes[place + 1]])
          }
        }
      }
    }
  }

  @Test("of equally long ones that by fewest edges comes first, then that by nodes")
  func ties() throws {
    let ring = try Graph(
      nodeCount: 6,
      edges: [Edge(0, 1), Edge(0, 2), Edge(1, 4), Edge(2, 3), Edge(3, 5), Edge(4, 5)],
      directed: false)
    let ways = try ring.shortestSimplePaths(from: NodeID(0), to: NodeID(5), count: 2)
    #expect(ways.map { $0.nodes.map(\.index) } == [[0, 1, 4, 5], [0, 2, 3, 5]])
    // 0.1 + 0.2 is as long as 0.3, whichever a number holds for greater.
    for lengths in [[0.3, 0.1, 0.2], [0.1 + 0.2, 0.3, 1e-17]] {
      let triangle = try Graph(
        nodeCount: 3, edges: [Edge(0, 2), Edge(0, 1), Edge(1, 2)], directed: false, weights: lengths
      )
      let ways = try triangle.shortestSimplePaths(
        from: NodeID(0), to: NodeID(2), count: 2, weights: .cost)
      #expect(ways.map(\.edges.count) == [1, 2])
    }
  }

  @Test("the order is that of all paths by length, edges and nodes", arguments: 0..<40)
  func order(seed: Int) throws {
    // Lengths 1, 2 and 4, or their inverses: many paths are equally long, to the bit.
    let random = try randomGraph(
      nodeCount: 8, edgeCount: 24, directed: seed % 2 == 0, seed: UInt64(seed))
    var generator = SeededRandom(seed: UInt64(seed) + 1)
    let graph = try Graph(
      nodeCount: 8, edges: random.edges, directed: random.isDirected,
      weights: random.edges.map { _ in [1, 2, 4][generator.below(3)] })
    let (source, target) = (NodeID(0), NodeID(7))
    for (kind, direction) in [
      (PathWeights.unweighted, Direction.out), (.cost, .out), (.inverse, .in), (.cost, .all),
    ] {
      var all: [(length: Double, nodes: [NodeID])] = []
      var stack: [(nodes: [NodeID], length: Double)] = [([source], 0)]
      while let (nodes, sum) = stack.popLast() {
        guard let last = nodes.last, last != target else {
          all.append((sum, nodes))
          continue
        }
        var best: [NodeID: Double] = [:]
        for arc in graph.arcs(of: last, direction) where !nodes.contains(arc.node) {
          let weight = graph.weight(of: arc.edge)
          let length = kind == .unweighted ? 1 : kind == .cost ? weight : 1 / weight
          best[arc.node] = min(best[arc.node] ?? .infinity, length)
        }
        for (node, step) in best { stack.append((nodes + [node], sum + step)) }
      }
      all.sort { a, b in
        if a.length != b.length { return a.length < b.length }
        if a.nodes.count != b.nodes.count { return a.nodes.count < b.nodes.count }
        return a.nodes.lexicographicallyPrecedes(b.nodes)
      }
      for count in [1, 3, 10, 10_000] {
        let paths = try graph.shortestSimplePaths(
          from: source, to: target, count: count, weights: kind, direction)
        #expect(paths.map(\.nodes) == all.prefix(count).map(\.nodes), "\(kind) \(direction)")
      }
    }
  }

  @Test("an edge that may not be taken may weigh anything, and one that may is refused")
  func excluded() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2)], directed: true,
      weights: [1, 2, -1])
    let paths = try graph.shortestSimplePaths(
      from: NodeID(0), to: NodeID(2), count: 5, weights: .cost, follows: { $0 != EdgeID(2) })
    #expect(paths.map(\.nodes) == [[0, 1, 2].map { NodeID($0) }])
    let tree = try graph.shortestPaths(
      from: [NodeID(0)], weights: .cost, follows: { $0 != EdgeID(2) })
    #expect(tree.distance.values == [0, 1, 3])
    for weights in [PathWeights.cost, .inverse] {
      // It is refused though no path from here meets it.
      let error = try #require(throws: GraphError.self) {
        try graph.shortestPaths(from: [NodeID(2)], weights: weights, follows: { $0 != EdgeID(0) })
      }
      #expect(error.code == .weightNotPositive)
    }
  }

  @Test("only edges that may be taken are taken, along the direction asked for")
  func constrained() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(1, 3), Edge(0, 2), Edge(2, 3)], directed: true)
    let all = try graph.shortestSimplePaths(from: NodeID(0), to: NodeID(3), count: 9)
    #expect(all.map(\.nodes) == [[0, 1, 3].map { NodeID($0) }, [0, 2, 3].map { NodeID($0) }])
    let some = try graph.shortestSimplePaths(from: NodeID(0), to: NodeID(3), count: 9) {
      $0 != EdgeID(1)
    }
    #expect(some.map(\.edges) == [[EdgeID(2), EdgeID(3)]])
    #expect(try graph.shortestSimplePaths(from: NodeID(3), to: NodeID(0), count: 9).isEmpty)
    #expect(try graph.shortestSimplePaths(from: NodeID(3), to: NodeID(0), count: 9, .in).count == 2)
  }

  @Test("a node to itself, a node that is not there and weights without meaning are refused")
  func refused() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: true, weights: [0])
    #expect(throws: GraphError.self) {
      try graph.shortestSimplePaths(from: NodeID(0), to: NodeID(0), count: 1)
    }
    #expect(throws: GraphError.self) {
      try graph.shortestSimplePaths(from: NodeID(0), to: NodeID(2), count: 1)
    }
    let error = try #require(throws: GraphError.self) {
      try graph.shortestSimplePaths(from: NodeID(0), to: NodeID(1), count: 1, weights: .cost)
    }
    #expect(error.code == .weightNotPositive)
  }
}
