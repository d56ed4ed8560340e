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
          let isOfHops = variant == .ucinet || variant == .valenteForman
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

  @Test("where all have as many arcs in as out, rank is even both ways", arguments: 1..<6)
  func rank(step: Int) throws {
    let edges = (0..<13).flatMap { v in
      [step, step + 1, 2 * step + 3].map { Edge(v, (v + $0) % 13) }
    }
    let graph = try Graph(nodeCount: 13, edges: edges, directed: true)
    for turned in [graph, graph.reversed()] {
      for rank in try turned.pageRank().values { #expect(LawGraphs.near(rank, 1.0 / 13)) }
    }
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
    var (census, turned) = try (graph.triadCensus().counts, reversed.triadCensus().counts)
    // Each name with an end that says down, from 021D on, stands beside that with up; but a mutual
    // pair with one arc more is named by what the arc leads away from, and turns over as well.
    for (index, name) in TriadCensus.names.enumerated() where name.hasSuffix("D") {
      turned.swapAt(index, index + 1)
      #expect(TriadCensus.names[index + 1] == name.dropLast() + "U")
    }
    #expect(census == turned)
    census.swapAt(3, 4)
    #expect(census != turned || census[3] == census[4])
    let (alike, still) = try (
      graph.structuralEquivalence(weighted: true), reversed.structuralEquivalence(weighted: true)
    )
    for a in graph.nodes {
      for b in graph.nodes { #expect(LawGraphs.near(alike[a, b], still[a, b])) }
    }
  }
}
