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
  ///   (semi-NCA, with the path compression of T. Lengauer and R. E. Tarjan, A fast algorithm for
  ///   finding dominators in a flowgraph, ACM Transactions on Programming Languages and Systems 1 (1979)
  ///   121–141, doi:10.1145/357062.357071).
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

  /// What is known of a node on the linked ways up: side by side, as both are asked for at once.
  private struct Link {
    /// The number of a node above it, at first of its parent.
    var ancestor: Int32
    /// The least semidominator from the node up to below `ancestor`.
    var least: Int32
  }

  /// The number of each node's immediate dominator, by semidominators and nearest common ancestors.
  private func immediateDominators(
    node: [Int32], parent: [Int32], number: [Int32], follows: ((EdgeID) -> Bool)?
  ) -> [Int32] {
    let count = node.count
    let (offsets, sources) = (incoming.offsets.span, incoming.targets.span)
    let (nodes, numbers) = (node.span, number.span)
    // One more than there are stands for all that the root does not reach: they are asked and say nothing.
    let none = UInt32(count)
    var links = parent.indices.map { Link(ancestor: parent[$0], least: Int32($0)) }
    links.append(Link(ancestor: -1, least: .max))
    var (semis, chains) = ([Int32](repeating: 0, count: count), [Int32](repeating: 0, count: count))
    var dominators = parent
    var link = links.mutableSpan
    var semi = semis.mutableSpan
    var chain = chains.mutableSpan
    var idom = dominators.mutableSpan
    for w in stride(from: count - 1, to: 0, by: -1) {
      let v = Int(nodes[w])
      var least = idom[w]
      for k in Int(offsets[v])..<Int(offsets[v + 1]) {
        if let follows, !follows(EdgeID(rawValue: incoming.edges[k])) { continue }
        // The least semidominator on the linked way up: nodes above `w` are linked, the others stand for
        // themselves, as nothing is known of them yet.
        let before = min(UInt32(bitPattern: numbers[Int(sources[k])]), none)
        var above = link[Int(before)]
        if Int(above.ancestor) > w {
          // Down again from the top of the way, each node takes on what is known of the one above it.
          var (u, length) = (Int32(bitPattern: before), 0)
          repeat {
            chain[length] = u
            length += 1
            u = above.ancestor
            above = link[Int(u)]
          } while Int(above.ancestor) > w
          while length > 0 {
            length -= 1
            let lower = Int(chain[length])
            above.least = min(above.least, link[lower].least)
            link[lower] = above
          }
        }
        least = min(least, above.least)
      }
      semi[w] = least
      link[w].least = least
    }
    for w in 1..<max(1, count) {
      var dominator = idom[w]
      while dominator > semi[w] { dominator = idom[Int(dominator)] }
      idom[w] = dominator
    }
    return dominators
  }
}
