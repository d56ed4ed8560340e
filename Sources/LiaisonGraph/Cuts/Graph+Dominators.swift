extension Graph {
  /// The dominator tree from a root, along arcs.
  ///
  /// Nodes that the root does not reach are in no tree. Self-loops and parallel edges change
  /// nothing. To ask for several entry points, join a virtual root to each of them.
  ///
  /// - Parameters:
  ///   - root: where every path starts.
  ///   - follows: which edges may be taken; all of them unless given.
  /// - Throws: ``GraphError`` with `nodeOutOfRange`.
  /// - Complexity: O((n + m) log n) time, O(n) space; nothing is recursive.
  /// - Reference: L. Georgiadis, R. E. Tarjan and R. F. Werneck, Finding dominators in practice,
  ///   Journal of Graph Algorithms and Applications 10 (2006) 69–94, doi:10.7155/jgaa.00119
  ///   (semi-NCA, with the path compression of T. Lengauer and R. E. Tarjan,
  ///   doi:10.1145/357062.357071).
  public func dominators(
    from root: NodeID, follows: ((EdgeID) -> Bool)? = nil
  ) throws(GraphError) -> DominatorTree {
    guard contains(root) else { throw .nodeOutOfRange(root.index, nodeCount: nodeCount) }
    // Everything below is numbered by depth-first order; number 0 is the root.
    var number = [Int32](repeating: -1, count: nodeCount)
    var node: [Int32] = []
    var parent: [Int32] = []
    depthFirst(from: root, follows: follows, number: &number, node: &node, parent: &parent)
    let idom = immediateDominators(node: node, parent: parent, number: number, follows: follows)
    var immediate = [NodeID?](repeating: nil, count: nodeCount)
    for i in 1..<max(1, node.count) {
      immediate[Int(node[i])] = NodeID(rawValue: node[Int(idom[i])])
    }
    return DominatorTree(
      root: root, immediate: NodeMap(immediate), reached: node.map { NodeID(rawValue: $0) })
  }

  /// Numbers the nodes that a root reaches in depth-first order, and gives the node of each number and
  /// the number of its parent.
  private func depthFirst(
    from root: NodeID, follows: ((EdgeID) -> Bool)?, number numbers: inout [Int32],
    node: inout [Int32], parent: inout [Int32]
  ) {
    let (offsets, targets) = (outgoing.offsets.span, outgoing.targets.span)
    var number = numbers.mutableSpan
    // The way from the root to where the search stands: node and next arc.
    var path: [(node: Int32, place: Int32)] = []
    var v = root.index
    var place = offsets[v]
    number[v] = 0
    node.append(root.rawValue)
    parent.append(0)
    search: while true {
      let end = offsets[v + 1]
      while place < end {
        let k = Int(place)
        let target = Int(targets[k])
        place += 1
        guard number[target] < 0 else { continue }
        if let follows, !follows(EdgeID(rawValue: outgoing.edges[k])) { continue }
        parent.append(number[v])
        number[target] = Int32(node.count)
        node.append(Int32(target))
        path.append((Int32(v), place))
        v = target
        place = offsets[v]
        continue search
      }
      guard let (above, placeAbove) = path.popLast() else { return }
      v = Int(above)
      place = placeAbove
    }
  }

  /// The number of each node's immediate dominator, by semidominators and nearest common ancestors.
  private func immediateDominators(
    node: [Int32], parent: [Int32], number: [Int32], follows: ((EdgeID) -> Bool)?
  ) -> [Int32] {
    let count = node.count
    let (offsets, sources) = (incoming.offsets.span, incoming.targets.span)
    let (nodes, numbers) = (node.span, number.span)
    var (semis, bests) = ([Int32](0..<Int32(count)), [Int32](0..<Int32(count)))
    var (ancestors, dominators) = (parent, parent)
    var semi = semis.mutableSpan
    var best = bests.mutableSpan
    var ancestor = ancestors.mutableSpan
    var idom = dominators.mutableSpan
    var chain: [Int32] = []
    for w in stride(from: count - 1, to: 0, by: -1) {
      let v = Int(nodes[w])
      var least = idom[w]
      for k in Int(offsets[v])..<Int(offsets[v + 1]) {
        let before = numbers[Int(sources[k])]
        guard before >= 0 else { continue }
        if let follows, !follows(EdgeID(rawValue: incoming.edges[k])) { continue }
        // The least semidominator on the linked way up from `before`: nodes above `w` are linked.
        if Int(before) <= w {
          least = min(least, before)
          continue
        }
        var u = Int(before)
        chain.removeAll(keepingCapacity: true)
        while Int(ancestor[u]) > w {
          chain.append(Int32(u))
          u = Int(ancestor[u])
        }
        while let lower = chain.popLast() {
          let i = Int(lower)
          let above = Int(ancestor[i])
          if semi[Int(best[above])] < semi[Int(best[i])] { best[i] = best[above] }
          ancestor[i] = ancestor[above]
        }
        least = min(least, semi[Int(best[Int(before)])])
      }
      semi[w] = least
    }
    for w in 1..<max(1, count) {
      var dominator = idom[w]
      while dominator > semi[w] { dominator = idom[Int(dominator)] }
      idom[w] = dominator
    }
    return dominators
  }
}
