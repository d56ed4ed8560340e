import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Positions")
struct PositionTests {
  @Test("equivalence is that of profiles without the pair itself", arguments: 0..<12)
  func equivalence(seed: Int) throws {
    let n = 10
    let graph = try randomGraph(
      nodeCount: n, edgeCount: 25, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed)
    ).simplified()
    for weighted in [false, true] {
      var cell = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
      for (index, edge) in graph.edges.enumerated() {
        let value = weighted ? graph.weight(of: EdgeID(index)) : 1
        cell[edge.source.index][edge.target.index] = value
        if !graph.isDirected { cell[edge.target.index][edge.source.index] = value }
      }
      let distances = try graph.structuralEquivalence(.euclidean, weighted: weighted)
      let correlations = try graph.structuralEquivalence(.correlation, weighted: weighted)
      for i in 0..<n {
        for j in 0..<n where i != j {
          let others = (0..<n).filter { $0 != i && $0 != j }
          let x = others.map { cell[i][$0] } + (graph.isDirected ? others.map { cell[$0][i] } : [])
          let y = others.map { cell[j][$0] } + (graph.isDirected ? others.map { cell[$0][j] } : [])
          var (square, xy, xx, yy) = (0.0, 0.0, 0.0, 0.0)
          let count = Double(x.count)
          let (mx, my) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
          for (u, v) in zip(x, y) {
            square += (u - v) * (u - v)
            xy += (u - mx) * (v - my)
            xx += (u - mx) * (u - mx)
            yy += (v - my) * (v - my)
          }
          let distance = try #require(distances[NodeID(i), NodeID(j)])
          #expect(abs(distance - square.squareRoot()) < 1e-6)
          let correlation = correlations[NodeID(i), NodeID(j)]
          #expect((correlation == nil) == (xx * yy < 1e-12))
          if let correlation { #expect(abs(correlation - xy / (xx * yy).squareRoot()) < 1e-9) }
        }
      }
    }
  }

  @Test("two stars' leaves and middles are told apart by every method")
  func roles() throws {
    // 0 and 1 are each tied to 2…7; 8 and 9 to 10…13.
    var edges: [Edge] = []
    for leaf in 2..<8 { edges += [Edge(0, leaf), Edge(1, leaf)] }
    for leaf in 10..<14 { edges += [Edge(8, leaf), Edge(9, leaf)] }
    let graph = try Graph(nodeCount: 15, edges: edges, directed: false)
    let expected = [[0, 1], Array(2..<8), [8, 9], Array(10..<14), [14]].map {
      $0.map { NodeID($0) }
    }
    #expect(try graph.concor(splits: 3).members == expected)
    let distances = try graph.structuralEquivalence(.euclidean)
    for linkage in Linkage.allCases {
      let tree = distances.clustered(linkage)
      #expect(tree.merges.count == 14)
      #expect(tree.merges.map(\.height) == tree.merges.map(\.height).sorted())
      #expect(tree.merges[9].height == 0 && tree.merges[10].height > 0)
      // The isolate is nearer to leaves than the leaves of the two stars are to each other.
      #expect(tree.cut(into: 5).members == expected)
    }
    #expect(distances.clustered().cut(into: 1).count == 1)
    #expect(distances.clustered().cut(into: 99).count == 15)
  }

  @Test(
    "isolates, however many, stand in a position of their own and take none from the others",
    arguments: EquivalenceMeasure.allCases)
  func isolates(measure: EquivalenceMeasure) throws {
    // 0 and 1 are each tied to 2…7, 8 and 9 to 10…13; then isolates, one of them tied to itself.
    var edges: [Edge] = []
    for leaf in 2..<8 { edges += [Edge(0, leaf), Edge(1, leaf)] }
    for leaf in 10..<14 { edges += [Edge(8, leaf), Edge(9, leaf)] }
    let tied = [[0, 1], Array(2..<8), [8, 9], Array(10..<14)]
    for count in [0, 1, 2, 9] {
      let isolates = count > 0 ? [Array(14..<(14 + count))] : []
      let graph = try Graph(
        nodeCount: 14 + count, edges: edges + (count > 1 ? [Edge(14, 14)] : []), directed: false)
      let expected = (tied + isolates).map { $0.map { NodeID($0) } }
      #expect(try graph.positions(by: measure).members == expected, "\(count) isolates")
      // Two that are wholly alike are not parted, however many positions there may be.
      #expect(try graph.positions(by: measure, count: 12).members == expected)
      #expect(try graph.positions(by: measure, count: 2).count == 2 + isolates.count)
      #expect(try graph.concor(splits: 3).members == expected)
    }
  }

  @Test(
    "the middle of a star, whose correlations are undefined, is apart from the leaves",
    arguments: EquivalenceMeasure.allCases)
  func star(measure: EquivalenceMeasure) throws {
    for directed in [false, true] {
      let star = try Graph.star(nodeCount: 7, directed: directed)
      let expected = [[0], Array(1..<7)].map { $0.map { NodeID($0) } }
      #expect(try star.positions(by: measure).members == expected)
    }
    #expect(try Graph.path(nodeCount: 0).positions(by: measure).count == 0)
    #expect(try Graph(nodeCount: 3, edges: [], directed: true).positions(by: measure).count == 1)
    #expect(throws: GraphError.self) {
      try Graph.path(nodeCount: 3).positions(by: measure, count: 0)
    }
  }

  @Test("nodes that are all wholly alike stand in one position, whatever the method")
  func whollyAlike() throws {
    for count in 2..<8 {
      let complete = try Graph.complete(nodeCount: count)
      for measure in EquivalenceMeasure.allCases {
        #expect(try complete.positions(by: measure).count == 1, "\(count) nodes")
      }
      #expect(try complete.concor(splits: 3).count == 1, "\(count) nodes")
    }
    // 0 and 1, who are tied, share all others: neither profile varies.
    var edges = [Edge(0, 1)]
    for leaf in 2..<8 { edges += [Edge(0, leaf), Edge(1, leaf)] }
    let split = try Graph(nodeCount: 8, edges: edges, directed: false)
    let expected = [[0, 1], Array(2..<8)].map { $0.map { NodeID($0) } }
    for measure in EquivalenceMeasure.allCases {
      #expect(try split.positions(by: measure).members == expected)
    }
    #expect(try split.concor().members == expected)
    // Between profiles that do not vary a correlation stays undefined.
    #expect(try split.structuralEquivalence(.correlation)[NodeID(0), NodeID(1)] == nil)
  }

  @Test("CONCOR splits no half by the order of its nodes", arguments: 3..<12)
  func concorOrder(count: Int) throws {
    for directed in [false, true] {
      // No node of a ring differs from the next: if each stands elsewhere, so does each after it.
      let ring = try Graph.cycle(nodeCount: count, directed: directed)
      let position = try ring.concor().component.values
      for a in 0..<count {
        for b in 0..<count {
          let (next, other) = ((a + 1) % count, (b + 1) % count)
          #expect((position[a] == position[b]) == (position[next] == position[other]))
        }
      }
      if !count.isMultiple(of: 2) { #expect(Set(position).count == 1) }
    }
    let graph = try randomGraph(
      nodeCount: 4 + count, edgeCount: 12 + 2 * count, directed: count.isMultiple(of: 2),
      weighted: false, seed: UInt64(count))
    let n = graph.nodeCount
    let places = (0..<n).map { ($0 * 5 + 3) % n }
    guard Set(places).count == n else { return }
    let renamed = try Graph(
      nodeCount: n,
      edges: graph.edges.map { Edge(places[$0.source.index], places[$0.target.index]) },
      directed: graph.isDirected)
    let (own, other) = (try graph.concor().component, try renamed.concor().component)
    for a in 0..<n {
      for b in 0..<n {
        #expect(
          (own.values[a] == own.values[b]) == (other.values[places[a]] == other.values[places[b]]))
      }
    }
  }

  @Test("weights too great to be squared are compared in a unit of their own")
  func greatWeights() throws {
    let graph = try randomGraph(
      nodeCount: 9, edgeCount: 20, directed: true, weighted: true, seed: 4)
    let unit = 0x1p900
    let great = try Graph(
      nodeCount: 9, edges: graph.edges, directed: true, weights: graph.weights?.map { $0 * unit })
    let (own, others) = (
      try graph.structuralEquivalence(weighted: true),
      try great.structuralEquivalence(weighted: true)
    )
    let (distance, greatDistance) = (
      try graph.structuralEquivalence(.euclidean, weighted: true),
      try great.structuralEquivalence(.euclidean, weighted: true)
    )
    for a in graph.nodes {
      for b in graph.nodes where a != b {
        #expect(own[a, b] == others[a, b])
        #expect(distance[a, b].map { $0 * unit } == greatDistance[a, b])
      }
    }
    #expect(try great.concor(weighted: true) == graph.concor(weighted: true))
    let twice = try Graph(
      nodeCount: 3, edges: [Edge(0, 1), Edge(0, 1), Edge(1, 2)], directed: false,
      weights: [1.5e308, 1.5e308, 1])
    let runs: [() throws -> Void] = [
      { _ = try twice.structuralEquivalence(weighted: true) },
      { _ = try twice.concor(weighted: true) }, { _ = try twice.positions(weighted: true) },
      { _ = try twice.quotient(groups: NodeMap(["a", "a", "b"]), weighted: true) },
      { _ = try twice.qapCorrelation(with: twice, weighted: true) },
    ]
    for run in runs {
      #expect(try #require(throws: GraphError.self) { try run() }.code == .weightNotFinite)
    }
  }

  @Test("clusters merge at the distance that their linkage says", arguments: 0..<10)
  func linkage(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 12, edgeCount: 30, directed: true, weighted: true, seed: UInt64(seed))
    let matrix = try graph.structuralEquivalence(.euclidean, weighted: true)
    for linkage in Linkage.allCases {
      let tree = matrix.clustered(linkage)
      var clusters = Array(graph.nodes.map { [$0] })
      for merge in tree.merges {
        let (a, b) = (clusters[merge.clusters[0]], clusters[merge.clusters[1]])
        let between = a.flatMap { x in b.compactMap { matrix[x, $0] } }
        let expected =
          switch linkage {
          case .single: between.min()
          case .complete: between.max()
          case .average: between.reduce(0, +) / Double(between.count)
          }
        #expect(abs((expected ?? -1) - merge.height) < 1e-9)
        clusters.append(a + b)
      }
      #expect(clusters.last?.count == 12)
    }
  }
}
