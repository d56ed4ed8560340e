import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Turning all arcs round")
struct ReversalTests {
  private static func network(_ seed: Int) throws -> (graph: Graph, reversed: Graph) {
    let graph = try randomGraph(
      nodeCount: 16, edgeCount: 44, directed: true, weighted: true, seed: UInt64(seed) + 11)
    return (graph, graph.reversed())
  }

  private static func near(_ a: [Double?], _ b: [Double?]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { LawGraphs.near($0, $1) }
  }

  @Test("the same nodes and ties lie between", arguments: 0..<12)
  func betweenness(seed: Int) throws {
    let (graph, reversed) = try Self.network(seed)
    for weights in PathWeights.allCases {
      let nodes = try graph.betweenness(weights: weights).values
      #expect(nodes.contains { $0 > 0 })
      #expect(Self.near(nodes, try reversed.betweenness(weights: weights).values))
      #expect(
        Self.near(
          try graph.edgeBetweenness(weights: weights).values,
          try reversed.edgeBetweenness(weights: weights).values))
    }
  }

  @Test("in becomes out, and without direction nothing changes", arguments: 0..<12)
  func closeness(seed: Int) throws {
    let (graph, reversed) = try Self.network(seed)
    let turned: [(Direction, Direction)] = [(.in, .out), (.out, .in), (.all, .all)]
    for (own, other) in turned {
      for weights in PathWeights.allCases {
        for variant in ClosenessVariant.allCases {
          let isOfHops = variant == .ucinet || variant == .valenteForeman
          if isOfHops, weights != .unweighted { continue }
          #expect(
            Self.near(
              try graph.closeness(variant, weights: weights, own).values,
              try reversed.closeness(variant, weights: weights, other).values))
        }
        #expect(
          Self.near(
            try graph.harmonicCloseness(weights: weights, own).values,
            try reversed.harmonicCloseness(weights: weights, other).values))
        #expect(
          Self.near(
            try graph.eccentricity(weights: weights, own).values,
            try reversed.eccentricity(weights: weights, other).values))
        let (before, after) = try (
          LawGraphs.distances(graph, weights, own), LawGraphs.distances(reversed, weights, other)
        )
        #expect(Self.near(before.flatMap { $0 }, after.flatMap { $0 }))
      }
      for steps in [1, 2, nil] {
        #expect(try graph.reach(within: steps, own) == reversed.reach(within: steps, other))
      }
    }
  }

  @Test("hubs become authorities", arguments: 0..<12)
  func hubs(seed: Int) throws {
    let (graph, reversed) = try Self.network(seed)
    for weighted in [false, true] {
      for scale in [VectorScale.sum, .maximum] {
        let found = try graph.hubsAndAuthorities(weighted: weighted, scale: scale)
        let turned = try reversed.hubsAndAuthorities(weighted: weighted, scale: scale)
        let (hubs, authorities) = try (#require(found.hubs), #require(found.authorities))
        #expect(Self.near(hubs.values, try #require(turned.authorities).values))
        #expect(Self.near(authorities.values, try #require(turned.hubs).values))
        // It is a law of the two, not of one that is both.
        #expect(!Self.near(hubs.values, authorities.values))
      }
    }
  }

  @Test(
    "where every node has the same number of arcs in and out, rank is even both ways",
    arguments: 1..<6)
  func rank(seed: Int) throws {
    // Three arcs out of and into each node, in no other order.
    var random = SeededRandom(seed: UInt64(seed))
    var order = Array(0..<13)
    repeat {
      for place in order.indices { order.swapAt(place, random.below(13)) }
    } while (0..<13).contains { v in [0, 1, 3].contains { order[(v + $0) % 13] == v } }
    let edges = (0..<13).flatMap { v in [0, 1, 3].map { Edge(v, order[(v + $0) % 13]) } }
    let graph = try Graph(nodeCount: 13, edges: edges, directed: true)
    for turned in [graph, graph.reversed()] {
      for rank in try turned.pageRank().values { #expect(LawGraphs.near(rank, 1.0 / 13)) }
    }
  }

  @Test("who follows arcs back is found where plain steps against the arcs lead", arguments: 0..<8)
  func rankBack(seed: Int) throws {
    let (graph, reversed) = try Self.network(seed)
    let n = graph.nodeCount
    // The arcs of the reversed graph, each once, without loops.
    let arcs = Set(graph.edges.map { [$0.target.index, $0.source.index] }).filter { $0[0] != $0[1] }
    let leaving = (0..<n).map { v in arcs.count { $0[0] == v } }
    var ranks = [Double](repeating: 1 / Double(n), count: n)
    for _ in 0..<400 {
      let stranded = (0..<n).filter { leaving[$0] == 0 }.reduce(0) { $0 + ranks[$1] }
      var next = [Double](repeating: (0.15 + 0.85 * stranded) / Double(n), count: n)
      for arc in arcs { next[arc[1]] += 0.85 * ranks[arc[0]] / Double(leaving[arc[0]]) }
      ranks = next
    }
    #expect(Self.near(try reversed.pageRank().values, ranks))
    #expect(!Self.near(try graph.pageRank().values, ranks))
  }

  @Test("as much flows back, and as many paths lead back", arguments: 0..<4)
  func flows(seed: Int) throws {
    let (graph, reversed) = try Self.network(seed)
    for a in graph.nodes {
      for b in graph.nodes where a != b {
        #expect(
          try graph.maximumFlow(from: a, to: b).value
            == reversed.maximumFlow(from: b, to: a).value)
        for kind in Disjointness.allCases {
          #expect(
            try graph.disjointPathCount(from: a, to: b, kind)
              == reversed.disjointPathCount(from: b, to: a, kind))
        }
      }
    }
  }

  @Test("gatekeepers become representatives, down becomes up", arguments: 0..<12)
  func roles(seed: Int) throws {
    let (graph, reversed) = try Self.network(seed)
    let groups = LawGraphs.groups(graph.nodeCount)
    let (old, new) = try (
      graph.brokerage(groups: groups), reversed.brokerage(groups: groups)
    )
    let partner: [BrokerageRole: BrokerageRole] = [
      .gatekeeper: .representative, .representative: .gatekeeper,
    ]
    for role in BrokerageRole.allCases { #expect(old[role] == new[partner[role] ?? role]) }
    let (ties, back) = try (
      graph.mixing(groups: groups).ties, reversed.mixing(groups: groups).ties
    )
    for a in ties.indices {
      for b in ties.indices { #expect(ties[a][b] == back[b][a]) }
    }
    let census = try graph.triadCensus().counts
    var turned = try reversed.triadCensus().counts
    // Each name with an end that says down stands beside that with up: 021, 111 and 120.
    for (index, name) in TriadCensus.names.enumerated() where name.hasSuffix("D") {
      turned.swapAt(index, index + 1)
      #expect(TriadCensus.names[index + 1] == name.dropLast() + "U")
    }
    #expect(census == turned)
    let (alike, still) = try (
      graph.structuralEquivalence(weighted: true), reversed.structuralEquivalence(weighted: true)
    )
    for a in graph.nodes {
      for b in graph.nodes { #expect(LawGraphs.near(alike[a, b], still[a, b])) }
    }
  }

  @Test("the networks tried have every role, and tell up from down")
  func variety() throws {
    let graphs = try (0..<12).map { try Self.network($0).graph }
    for role in BrokerageRole.allCases {
      #expect(
        try graphs.contains { graph in
          try graph.brokerage(groups: LawGraphs.groups(graph.nodeCount))[role].values.contains {
            $0 > 0
          }
        }, "\(role)")
    }
    let censuses = try graphs.map { try $0.triadCensus().counts }
    for (index, name) in TriadCensus.names.enumerated() where name.hasSuffix("D") {
      #expect(censuses.contains { $0[index] != $0[index + 1] }, "\(name)")
    }
  }
}
