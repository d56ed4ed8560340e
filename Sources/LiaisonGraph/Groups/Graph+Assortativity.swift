extension Graph {
  /// Degree assortativity: the correlation of the degrees at the two ends of a tie, direction
  /// ignored.
  ///
  /// - Returns: `nil` where there is no tie, or all degrees at ends are equal.
  /// - Complexity: O(n + m).
  /// - Reference: M. E. J. Newman, Assortative mixing in networks, Physical Review Letters 89 (2002)
  ///   208701, doi:10.1103/PhysRevLett.89.208701.
  public func degreeAssortativity() -> Double? {
    let ties = undirectedProjection()
    let degree = ties.rawDegree()
    var pairs = [(Int, Int)]()
    for edge in ties.edges {
      pairs.append((degree[edge.source], degree[edge.target]))
      pairs.append((degree[edge.target], degree[edge.source]))
    }
    return Graph.correlation(pairs)
  }

  /// The correlation of the out-degree at the source with the in-degree at the target of an arc, on
  /// the simplified graph.
  ///
  /// - Returns: `nil` where the graph is undirected or one of the two does not vary.
  /// - Complexity: O(n + m).
  /// - Reference: M. E. J. Newman, Mixing patterns in networks, Physical Review E 67 (2003) 026126,
  ///   doi:10.1103/PhysRevE.67.026126.
  public func directedDegreeAssortativity() -> Double? {
    guard isDirected else { return nil }
    let simple = simplified()
    let leaving = simple.rawDegree(.out)
    let entering = simple.rawDegree(.in)
    return Graph.correlation(simple.edges.map { (leaving[$0.source], entering[$0.target]) })
  }

  /// Pearson's correlation of whole numbers, over sums that are exact.
  private static func correlation(_ pairs: [(Int, Int)]) -> Double? {
    var (x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (a, b) in pairs {
      x += Double(a)
      y += Double(b)
      xx += Double(a) * Double(a)
      yy += Double(b) * Double(b)
      xy += Double(a) * Double(b)
    }
    let n = Double(pairs.count)
    let spread = (n * xx - x * x) * (n * yy - y * y)
    return spread > 0 ? (n * xy - x * y) / spread.squareRoot() : nil
  }

  /// Attribute assortativity: how far ties run within groups, 1 where all do, 0 where they mix at
  /// random.
  ///
  /// Newman's r over the simplified graph; undirected ties count both ways.
  ///
  /// - Returns: `nil` where there is no tie, or all ties are within one group.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node.
  /// - Complexity: O(n + m + g) for g groups.
  /// - Reference: M. E. J. Newman, Mixing patterns in networks, Physical Review E 67 (2003) 026126,
  ///   doi:10.1103/PhysRevE.67.026126.
  public func attributeAssortativity(groups: NodeMap<String>) throws(GraphError) -> Double? {
    let (group, names) = try numbered(groups)
    var (leaving, entering) = (
      [Double](repeating: 0, count: names.count), [Double](repeating: 0, count: names.count)
    )
    let edges = simplified().edges
    var within = 0.0
    for edge in edges {
      let (a, b) = (group[edge.source.index], group[edge.target.index])
      leaving[a] += 1
      entering[b] += 1
      if a == b { within += isDirected ? 1 : 2 }
      guard !isDirected else { continue }
      leaving[b] += 1
      entering[a] += 1
    }
    let sum = Double(edges.count) * (isDirected ? 1 : 2)
    guard sum > 0 else { return nil }
    var expected = 0.0
    for g in names.indices { expected += leaving[g] * entering[g] }
    // Both sides times the square of the sum, which keeps them whole.
    let range = sum * sum - expected
    return range > 0 ? (within * sum - expected) / range : nil
  }
}
