extension Graph {
  /// How far two networks of the same nodes have the same ties: the number of ties in both, divided by
  /// that in either.
  ///
  /// Ties are those of the simplified graphs; weights do not count.
  ///
  /// - Parameter other: a graph of as many nodes, directed or undirected as this one.
  /// - Returns: `nil` where neither has a tie.
  /// - Throws: ``GraphError`` with `invalidParameter` where the two cannot be compared.
  /// - Complexity: O(n + m).
  /// - Reference: P. Jaccard, The distribution of the flora in the alpine zone, New Phytologist 11
  ///   (1912) 37–50, doi:10.1111/j.1469-8137.1912.tb05611.x.
  public func edgeJaccard(with other: Graph) throws(GraphError) -> Double? {
    try requireComparable(other)
    let (a, b) = (simplified(), other.simplified())
    var both = 0
    for edge in a.edges where b.hasEdge(from: edge.source, to: edge.target) { both += 1 }
    let either = a.edgeCount + b.edgeCount - both
    return either > 0 ? Double(both) / Double(either) : nil
  }

  func requireComparable(_ other: Graph) throws(GraphError) {
    guard nodeCount == other.nodeCount, isDirected == other.isDirected else {
      throw GraphError(
        .invalidParameter,
        "Networks of \(nodeCount) and \(other.nodeCount) nodes, \(isDirected ? "" : "un")directed "
          + "and \(other.isDirected ? "" : "un")directed, cannot be compared.",
        hint: "Bring both to the same nodes in the same order, and to one kind of ties.")
    }
  }
}
