import LiaisonGraph
import Testing

/// Paths so long that whatever is recursive, or takes a step for each pair, does not come back.
@Suite("Long paths")
struct LongPathTests {
  static let count = 1_000_000

  @Test("an undirected path of a million nodes: degree, cohesion, cores, cuts")
  func undirected() throws {
    let n = Self.count
    let graph = try Graph.path(nodeCount: n)
    let (first, second, last) = (NodeID(0), NodeID(1), NodeID(n - 1))
    let degree = graph.degree()
    #expect([degree[first], degree[second], degree[last]] == [1, 2, 1])
    #expect(graph.weightedDegree()[second] == 2)
    #expect(graph.density() == 2 / Double(n))
    #expect(graph.weakComponents().count == 1)
    #expect(graph.isolates().isEmpty)
    #expect(graph.transitivity() == 0)
    #expect(graph.clustering()[second] == 0)
    #expect(graph.coreNumbers().values.allSatisfy { $0 == 1 })
    #expect(graph.articulationPoints().count == n - 2)
    #expect(graph.bridges().count == n - 1)
    #expect(graph.blockStructure().blocks.count == n - 1)
    let assortativity = try #require(graph.degreeAssortativity())
    #expect(abs(assortativity * Double(n - 2) + 1) < 1e-6)
    #expect(try graph.biconnectivityAugmentation() == [Edge(0, n - 1)])
    #expect(graph.bipartition()?[last] == (n - 1) % 2)
  }

  @Test("an undirected path of a million nodes: distances, flows, holes")
  func undirectedPaths() throws {
    let n = Self.count
    let graph = try Graph.path(nodeCount: n)
    let (first, second, last) = (NodeID(0), NodeID(1), NodeID(n - 1))
    #expect(try graph.diameter() == n - 1)
    #expect(try graph.breadthFirst(from: [first]).distance[last] == Double(n - 1))
    #expect(try graph.shortestPaths(from: [first], weights: .cost).distance[last] == Double(n - 1))
    #expect(try graph.reachability(from: [first, last]).counts() == [n, n])
    #expect(try graph.maximumFlow(from: first, to: last).value == 1)
    #expect(try graph.disjointPathCount(from: first, to: last) == 1)
    #expect(try graph.disjointPaths(from: first, to: last).map(\.count) == [n])
    let holes = try graph.constraint()
    #expect([holes[first], holes[second]] == [1, 0.5])
  }

  @Test("a directed path of a million nodes: order, components, triads, dominators, dependencies")
  func directed() throws {
    let n = Self.count
    let graph = try Graph.path(nodeCount: n, directed: true)
    let (first, last) = (NodeID(0), NodeID(n - 1))
    #expect(graph.strongComponents().count == n)
    #expect(graph.condensation().arcs.count == n - 1)
    #expect(graph.topologicalOrder()?.last == last)
    #expect(graph.longestPathLength() == n - 1)
    #expect(graph.arcReciprocity() == 0)
    #expect(try graph.dominators(from: first).immediate[last] == NodeID(n - 2))
    #expect(try graph.breadthFirst(from: [last], .in).distance[first] == Double(n - 1))
    #expect(try graph.reachability(from: [first, last]).counts() == [n, 1])
    let triads = try graph.triadCensus().counts
    #expect(triads[1] == (n - 2) * (n - 3))
    #expect(triads[5] == n - 2)
    #expect(triads.reduce(0, +) == n * (n - 1) * (n - 2) / 6)
    let between = try graph.betweenness(sources: [first])
    #expect(between[NodeID(n / 2)] == Double(n - 1 - n / 2))
  }

  @Test("a path of a million nodes in two groups: mixing, E-I index, modularity, blocks")
  func groups() throws {
    let n = Self.count
    let graph = try Graph.path(nodeCount: n)
    let groups = NodeMap((0..<n).map { $0 < n / 2 ? "west" : "east" })
    let edges = Double(n - 1)
    #expect(try graph.externalInternalIndex(groups: groups) == (1 - (edges - 1)) / edges)
    #expect(try graph.quotient(groups: groups).names.count == 2)
    let halves = NodeMap((0..<n).map { $0 < n / 2 ? 0 : 1 })
    let modularity = try #require(try graph.modularity(groups: halves))
    #expect(abs(modularity - ((edges - 1) / edges - 0.5)) < 1e-9)
  }

  @Test("searches that come closer step by step, and communities, on a path of 30,000")
  func iterated() throws {
    let n = 30_000
    let graph = try Graph.path(nodeCount: n)
    let directed = try Graph.path(nodeCount: n, directed: true)
    let rank = try graph.pageRank()
    #expect(abs(rank.values.reduce(0, +) - 1) < 1e-9)
    #expect(abs(rank[NodeID(0)] - rank[NodeID(n - 1)]) < 1e-12)
    // Along a path ranks grow from r to r (1 + d + d² + …) = r / (1 − d).
    let end = try directed.pageRank()
    #expect(abs(end[NodeID(n - 1)] / end[NodeID(0)] - 1 / 0.15) < 1e-6)
    // Katz on a path from its start: 1, 1 + α, 1 + α + α², …, to 1 / (1 − α).
    let katz = try directed.katzCentrality(alpha: 0.5).values
    #expect(abs(katz[NodeID(n - 1)] / katz[NodeID(0)] - 2) < 1e-9)
    // The parts of A Aᵀ are single nodes, whose eigenvalues are all 1.
    #expect(try directed.hubsAndAuthorities().hubs == nil)
    #expect(try directed.eigenvectorCentrality().eigenvalue == 0)
    for found in [try graph.louvain(), try graph.leiden()] {
      #expect(try #require(found.modularity) > 0.97)
    }
    #expect(try graph.labelPropagation().count > 1)
  }
}
