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
