extension Graph {
  /// The greatest distance in hops of two nodes that reach each other; `nil` in an empty graph.
  ///
  /// In an undirected graph a few searches mostly bound it from above and below. Where they do not
  /// within about the effort of all distances, and in a directed graph, all distances are taken.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n (n + m)) time at worst, a few times O(n + m) in most networks; O(n + m) space.
  /// - Reference: F. W. Takes and W. A. Kosters, Computing the eccentricity distribution of large
  ///   graphs, Algorithms 6 (2013) 100–118, doi:10.3390/a6010100.
  public func diameter(threads: Int? = nil, progress: RunProgress? = nil) throws(GraphError) -> Int?
  {
    guard nodeCount > 0 else { return nil }
    if !isDirected {
      // All distances are taken 512 nodes at a time, each time for that of a few searches.
      let searches = min(64, 4 + nodeCount / 512)
      var bounds = EccentricityBounds(simplified().outgoing, searches: searches)
      if let diameter = bounds.diameter() { return diameter }
    }
    return try distances(threads: threads, progress: progress).diameter.map { Int($0) }
  }
}
