extension Graph {
  /// Articulation points, bridges and biconnected components, direction ignored.
  ///
  /// Defined on the simple undirected projection: two arcs between the same nodes are one tie, so a
  /// mutual pair can be a bridge. An isolate lies in no block.
  ///
  /// - Complexity: O(n + m log n) time, O(n + m) space; nothing is recursive.
  /// - Reference: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
  ///   manipulation, Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
  public func blockStructure() -> BlockStructure {
    let search = BlockSearch(undirectedProjection().outgoing, keepsBlocks: true)
    let (blocks, bridges) = search.blocks
    return BlockStructure(
      articulationPoints: search.articulationPoints, bridges: bridges, blocks: blocks)
  }

  /// The nodes whose removal leaves more connected components, direction ignored.
  ///
  /// - Complexity: O(n + m) time and space.
  public func articulationPoints() -> [NodeID] {
    BlockSearch(undirectedProjection().outgoing, keepsBlocks: false).articulationPoints
  }

  /// The pairs of nodes whose tie is the only connection between two parts, direction ignored.
  ///
  /// - Complexity: O(n + m) time and space.
  public func bridges() -> [Edge] {
    BlockSearch(undirectedProjection().outgoing, keepsBlocks: false).bridges
  }
}
