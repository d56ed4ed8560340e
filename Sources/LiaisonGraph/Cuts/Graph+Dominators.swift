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
    number[root.index] = 0
    node.append(root.rawValue)
    parent.append(0)
    var place = outgoing.offsets
    var path = [root.rawValue]
    while let last = path.last {
      let v = Int(last)
      guard place[v] < outgoing.offsets[v + 1] else {
        path.removeLast()
        continue
      }
      let k = Int(place[v])
      place[v] += 1
      let target = Int(outgoing.targets[k])
      guard number[target] < 0 else { continue }
      if let follows, !follows(EdgeID(rawValue: outgoing.edges[k])) { continue }
      number[target] = Int32(node.count)
      node.append(Int32(target))
      parent.append(number[v])
      path.append(Int32(target))
    }
    let idom = immediateDominators(node: node, parent: parent, number: number, follows: follows)
    var immediate = [NodeID?](repeating: nil, count: nodeCount)
    for i in 1..<max(1, node.count) {
      immediate[Int(node[i])] = NodeID(rawValue: node[Int(idom[i])])
    }
    return DominatorTree(
      root: root, immediate: NodeMap(immediate), reached: node.map { NodeID(rawValue: $0) })
  }

  /// The number of each node's immediate dominator, by semidominators and nearest common ancestors.
  private func immediateDominators(
    node: [Int32], parent: [Int32], number: [Int32], follows: ((EdgeID) -> Bool)?
  ) -> [Int32] {
    let count = node.count
    var semi = [Int32](0..<Int32(count))
    var best = semi
    var ancestor = parent
    var idom = parent
    var chain: [Int32] = []
    for w in stride(from: count - 1, to: 0, by: -1) {
      let v = Int(node[w])
      var least = parent[w]
      for k in incoming.row(v) {
        let before = number[Int(incoming.targets[k])]
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
    return idom
  }
}
