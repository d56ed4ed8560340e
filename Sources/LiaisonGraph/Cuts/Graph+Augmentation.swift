extension Graph {
  /// The fewest ties to add so that no single node holds the graph together: it is then connected and
  /// has no articulation point, direction ignored.
  ///
  /// Defined on the simple undirected projection. The number is the least possible, by the bound of
  /// Eswaran and Tarjan: the greater of d − 1 and q + ⌈p / 2⌉, where d is the most pieces that the loss of
  /// one articulation point leaves in the whole graph, p the number of blocks with one articulation
  /// point, and q that of components without any (one node alone is one). It is 0 where the graph is one
  /// component without any, and 1 of two isolates. Of the ways to reach it one is given, the same each
  /// time.
  ///
  /// - Parameter progress: where to look whether to go on.
  /// - Returns: the ties, lower node first, in the order in which they were found.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(a (n + m + l)) time in all but odd cases for a ties, O(n + m) space.
  /// - Reference: K. P. Eswaran and R. E. Tarjan, Augmentation problems, SIAM Journal on Computing 5
  ///   (1976) 653–665, doi:10.1137/0205044; T.-S. Hsu and V. Ramachandran, Finding a smallest
  ///   augmentation to biconnect a graph, SIAM Journal on Computing 22 (1993) 889–912,
  ///   doi:10.1137/0222056.
  public func biconnectivityAugmentation(
    progress: RunProgress? = nil
  ) throws(GraphError) -> [Edge] {
    var added = undirectedProjection().joinedComponents()
    let ties = undirectedProjection().edges
    while true {
      try progress?.check()
      let graph = Graph(
        checked: ties + added, nodeCount: nodeCount, directed: false, weights: nil)
      let tree = BlockTree(graph.blockStructure(), nodeCount: nodeCount)
      guard let (a, b) = tree.bestJoin() else { return added }
      added.append(Edge(min(a, b), max(a, b)))
    }
  }

  /// Ties that connect the components, each from a leaf to a leaf of the next, so that none is wasted.
  private func joinedComponents() -> [Edge] {
    let components = weakComponents()
    guard components.count > 1 else { return [] }
    let structure = blockStructure()
    // The nodes at which a component is entered and left: in two leaf blocks where it has them, else
    // anywhere, twice the same only where it is one node.
    var isCut = [Bool](repeating: false, count: nodeCount)
    for point in structure.articulationPoints { isCut[point.index] = true }
    var ends = components.members.map { [NodeID](repeating: $0[0], count: $0.count > 1 ? 0 : 2) }
    for block in structure.blocks {
      let component = components.component[block[0]]
      let cuts = block.filter { isCut[$0.index] }.count
      guard cuts < 2, ends[component].count < 2 else { continue }
      for node in block where !isCut[node.index] && ends[component].count < 2 {
        ends[component].append(node)
        if cuts == 1 { break }
      }
    }
    var added: [Edge] = []
    for next in 1..<components.count {
      guard let a = ends[next - 1].last, let b = ends[next].first else { continue }
      added.append(Edge(min(a.index, b.index), max(a.index, b.index)))
    }
    return added
  }
}

extension BlockTree {
  /// Two nodes whose tie brings the number of ties still needed down by one; `nil` where none is.
  fileprivate func bestJoin() -> (Int, Int)? {
    let leaves = leaves()
    guard leaves.count > 1 else { return nil }
    let need = BlockTree.need(blocksOfCut.map(\.count).max() ?? 0, leaves: leaves.count)
    var fallback: (Int, Int)?
    // Leaves half the walk apart first: the way between them then mostly leads through the middle.
    for start in leaves.indices {
      let parents = parents(root: leaves[start])
      for step in 0..<leaves.count - 1 {
        let place = (start + leaves.count / 2 + (step % 2 == 0 ? step / 2 : -(step + 1) / 2))
        let other = leaves[(place + leaves.count) % leaves.count]
        guard other != leaves[start], let a = innerNode(of: leaves[start]),
          let b = innerNode(of: other)
        else { continue }
        if needAfterJoin(other, parents, leaves: leaves.count) < need { return (a, b) }
        fallback = fallback ?? (a, b)
      }
    }
    return fallback
  }

  /// Eswaran and Tarjan's bound for a connected graph.
  private static func need(_ widest: Int, leaves: Int) -> Int { max(widest - 1, (leaves + 1) / 2) }

  /// The bound when a leaf is joined with the root of the parents: all blocks on the way become one.
  private func needAfterJoin(
    _ leaf: Int, _ parents: (ofBlock: [Int], ofCut: [Int]), leaves: Int
  ) -> Int {
    var onWay = [Bool](repeating: false, count: cutNode.count)
    var degree = 0
    var block = leaf
    while true {
      degree += cutsOfBlock[block].count
      let cut = parents.ofBlock[block]
      guard cut >= 0 else { break }
      onWay[cut] = true
      // Counted from the block on each side; it stays one where other blocks hang on it.
      degree -= blocksOfCut[cut].count > 2 ? 1 : 2
      block = parents.ofCut[cut]
    }
    guard degree > 0 else { return 0 }
    var widest = 0
    for (cut, blocks) in blocksOfCut.enumerated() {
      widest = max(widest, blocks.count - (onWay[cut] ? 1 : 0))
    }
    return BlockTree.need(widest, leaves: leaves - 2 + (degree == 1 ? 1 : 0))
  }
}
