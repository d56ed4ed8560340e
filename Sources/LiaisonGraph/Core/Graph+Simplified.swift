extension Graph {
  /// The canonical simple graph: self-loops dropped and parallel edges merged, their weights summed.
  ///
  /// Parallel edges of an undirected graph join the same two nodes in either order. The merged edge
  /// takes the place of the first of its edges; weights are summed in the order of the edges, so a
  /// sum may be zero, and the edge stays. An undirected edge comes out with its lower end first
  /// where anything was merged or dropped.
  ///
  /// Libraries disagree on parallel edges (igraph counts each as a path of its own, networkx walks
  /// neighbours once, UCINET holds a matrix); only the simple graph has one answer.
  ///
  /// - Returns: this graph itself where it is simple already.
  /// - Complexity: O(n + m) time and space.
  public func simplified() -> Graph {
    guard !isSimple else { return self }
    var isFirst = [Bool](repeating: false, count: edges.count)
    var merged = weights ?? []
    for v in 0..<nodeCount {
      var target: Int32 = -1
      var first = -1
      for k in outgoing.row(v) {
        let next = outgoing.targets[k]
        if Int(next) == v || (!isDirected && Int(next) < v) { continue }
        let edge = Int(outgoing.edges[k])
        if next != target {
          target = next
          first = edge
          isFirst[edge] = true
        } else if let weights {
          merged[first] += weights[edge]
        }
      }
    }
    var kept: [Edge] = []
    var keptWeights: [Double] = []
    for (index, edge) in edges.enumerated() where isFirst[index] {
      let swap = !isDirected && edge.target < edge.source
      kept.append(swap ? Edge(edge.target, edge.source) : edge)
      if weights != nil { keptWeights.append(merged[index]) }
    }
    return Graph(
      checked: kept, nodeCount: nodeCount, directed: isDirected,
      weights: weights == nil ? nil : keptWeights)
  }

  /// The values of this graph's edges where there is one for each edge of ``simplified()``: parallel edges
  /// have that of the tie they are merged to, self-loops 0.
  ///
  /// - Complexity: O(m log d) for degree d; O(1) where the graph is simple.
  func valuesOfEdges(ofTies values: [Double]) -> EdgeMap<Double> {
    guard !isSimple else { return EdgeMap(values) }
    let rows = simplified().outgoing
    return EdgeMap(
      edges.map { edge in
        rows.place(of: edge.target.rawValue, inRow: edge.source.index)
          .map { values[Int(rows.edges[$0])] } ?? 0
      })
  }

  /// The simple undirected graph of the same ties: direction, self-loops and parallel edges gone,
  /// weights of merged edges (an arc and its reverse among them) summed.
  ///
  /// - Complexity: O(n + m) time and space.
  public func undirectedProjection() -> Graph {
    guard isDirected else { return simplified() }
    return Graph(checked: edges, nodeCount: nodeCount, directed: false, weights: weights)
      .simplified()
  }

  /// The graph with every arc turned round; an undirected graph is its own reverse.
  ///
  /// - Complexity: O(n + m) time and space.
  public func reversed() -> Graph {
    guard isDirected else { return self }
    var turned: [Edge] = []
    turned.reserveCapacity(edges.count)
    for edge in edges { turned.append(Edge(edge.target, edge.source)) }
    return Graph(checked: turned, nodeCount: nodeCount, directed: true, weights: weights)
  }
}
