import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Flows, cuts and disjoint paths")
struct FlowTests {
  @Test("flows and numbers of disjoint paths equal the oracle's", arguments: OracleCase.all)
  func oracle(_ oracle: OracleCase) throws {
    let graph = try oracle.graph()
    for figure in oracle.edge["maxflow.weight"] ?? [] {
      let flow = try graph.maximumFlow(from: NodeID(figure.from), to: NodeID(figure.to))
      let expected = try #require(figure.value)
      #expect(abs(flow.value - expected) <= 1e-9 * max(1, expected))
    }
    for (key, disjointness) in [
      ("edge_disjoint_paths", Disjointness.edges), ("node_disjoint_paths.nonadjacent", .nodes),
    ] {
      for figure in oracle.edge[key] ?? [] {
        let count = try graph.disjointPathCount(
          from: NodeID(figure.from), to: NodeID(figure.to), disjointness)
        #expect(Double(count) == figure.value, "\(key) of \(figure.from), \(figure.to)")
      }
    }
  }

  @Test("the oracle has flows to compare with")
  func oracleIsThere() {
    var figures = 0
    for oracle in OracleCase.all {
      figures += (oracle.edge["maxflow.weight"] ?? []).count
      figures += (oracle.edge["edge_disjoint_paths"] ?? []).count
      figures += (oracle.edge["node_disjoint_paths.nonadjacent"] ?? []).count
    }
    #expect(figures > 1_000)
  }

  @Test("a greatest flow is as great as the smallest cut is wide", arguments: 0..<40)
  func minimumCut(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 12, edgeCount: 40, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed)
    ).simplified()
    let flow = try graph.maximumFlow(from: NodeID(0), to: NodeID(11))
    var width = 0.0
    for (index, edge) in graph.edges.enumerated() where flow.cutEdges.contains(edge) {
      width += graph.weight(of: EdgeID(index))
    }
    #expect(abs(width - flow.value) < 1e-9)
    // Without the cut nothing arrives.
    let tree = try graph.breadthFirst(from: [NodeID(0)]) { !flow.cutEdges.contains(graph[$0]) }
    #expect(!tree.reaches(NodeID(11)))
    #expect(flow.sourceSide.contains(NodeID(0)) && !flow.sourceSide.contains(NodeID(11)))
  }

  @Test("a node's capacity bounds what passes through it")
  func nodeCapacity() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 3)], directed: true,
      weights: [5, 5, 5, 5])
    let flow = try graph.maximumFlow(
      from: NodeID(0), to: NodeID(3), nodeCapacities: NodeMap([0, 2, 9, 0]))
    #expect(flow.value == 7)
    #expect(flow.cutNodes == [NodeID(1)])
  }

  @Test("disjoint paths are paths, disjoint, and as many as there are", arguments: 0..<40)
  func disjoint(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 14, edgeCount: 40, directed: seed % 2 == 0, seed: UInt64(seed))
    let (source, sink) = (NodeID(0), NodeID(13))
    for kind in Disjointness.allCases {
      let paths = try graph.disjointPaths(from: source, to: sink, kind)
      #expect(try paths.count == graph.disjointPathCount(from: source, to: sink, kind))
      var ties: Set<[Int]> = []
      var inner: Set<NodeID> = []
      for path in paths {
        #expect(path.first == source && path.last == sink)
        for (a, b) in zip(path, path.dropFirst()) {
          #expect(graph.hasEdge(from: a, to: b))
          let tie = graph.isDirected || a < b ? [a.index, b.index] : [b.index, a.index]
          #expect(ties.insert(tie).inserted, "\(tie) twice")
        }
        guard kind == .nodes else { continue }
        for node in path.dropFirst().dropLast() { #expect(inner.insert(node).inserted) }
      }
    }
  }

  @Test("connectivity is the least number of nodes whose loss cuts somebody off", arguments: 0..<30)
  func connectivity(seed: Int) throws {
    let n = 6
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 10 + seed % 12, directed: seed % 2 == 0, seed: UInt64(seed))
    var least = n - 1
    for mask in 0..<(1 << n) where mask.nonzeroBitCount < least {
      let left = graph.nodes.filter { mask >> $0.index & 1 == 0 }
      guard left.count > 1 else { continue }
      for start in left {
        let tree = try graph.breadthFirst(from: [start]) { edge in
          mask >> graph[edge].source.index & 1 == 0 && mask >> graph[edge].target.index & 1 == 0
        }
        if left.contains(where: { !tree.reaches($0) }) { least = mask.nonzeroBitCount }
      }
    }
    #expect(try graph.nodeConnectivity() == least)
    #expect(try graph.edgeConnectivity() >= least)
  }

  @Test("connectivity is the least number of disjoint paths of any pair", arguments: 0..<24)
  func connectivityOfPairs(seed: Int) throws {
    let n = 16
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 40 + 5 * seed, directed: seed % 2 == 0, seed: UInt64(seed))
    var (nodes, edges) = (n - 1, n - 1)
    for a in graph.nodes {
      for b in graph.nodes where a != b {
        edges = try min(edges, graph.disjointPathCount(from: a, to: b, .edges))
        guard !graph.hasEdge(from: a, to: b) else { continue }
        nodes = try min(nodes, graph.disjointPathCount(from: a, to: b, .nodes))
      }
    }
    #expect(try graph.nodeConnectivity() == nodes)
    #expect(try graph.edgeConnectivity() == edges)
  }

  @Test("no capacity and one without end are the same, and weights add up", arguments: 0..<20)
  func endlessCapacity(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 30, edgeCount: 90, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    let (source, sink) = (NodeID(0), NodeID(29))
    let plain = try graph.maximumFlow(from: source, to: sink)
    let endless = try graph.maximumFlow(
      from: source, to: sink, nodeCapacities: NodeMap([Double](repeating: .infinity, count: 30)))
    #expect(abs(plain.value - endless.value) < 1e-9)
    #expect(plain.sourceSide == endless.sourceSide && plain.cutEdges == endless.cutEdges)
    // The flow out of what is reversed is the same flow.
    let turned = try graph.reversed().maximumFlow(from: sink, to: source)
    #expect(abs(plain.value - turned.value) < 1e-9)
  }

  @Test("a path of 100,000 nodes carries what its narrowest edge takes")
  func longPath() throws {
    let n = 100_000
    let graph = try Graph(
      nodeCount: n, edges: (1..<n).map { Edge($0 - 1, $0) }, directed: true,
      weights: (1..<n).map { $0 == n / 3 ? 2 : 5 })
    let flow = try graph.maximumFlow(from: NodeID(0), to: NodeID(n - 1))
    #expect(flow.value == 2)
    #expect(flow.cutEdges == [Edge(n / 3 - 1, n / 3)])
    #expect(try graph.disjointPaths(from: NodeID(0), to: NodeID(n - 1)).map(\.count) == [n])
  }

  @Test("a flow from a node to itself is refused")
  func oneNode() throws {
    let graph = try Graph(nodeCount: 2, edges: [Edge(0, 1)], directed: true)
    #expect(throws: GraphError.self) { try graph.maximumFlow(from: NodeID(0), to: NodeID(0)) }
    #expect(throws: GraphError.self) { try graph.disjointPaths(from: NodeID(0), to: NodeID(7)) }
  }
}
