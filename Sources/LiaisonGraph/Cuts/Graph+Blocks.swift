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
    let blocks = search.blocks
    // A bridge is a block of two, and the order of blocks is that of bridges.
    var bridges: [Edge] = []
    for block in blocks where block.count == 2 { bridges.append(Edge(block[0], block[1])) }
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

/// The depth-first search behind ``Graph/blockStructure()``.
private struct BlockSearch {
  private var isCut: [Bool]
  /// Each bridge: its lower end, shifted by 32 bits, and its upper end. Only where blocks are not kept.
  private var bridgeEnds: [UInt64] = []
  /// The nodes of all blocks, one block after another, and where each ends.
  private var members: [Int32] = []
  private var ends: [Int] = []

  /// - Parameters:
  ///   - rows: of a simple undirected graph.
  ///   - keepsBlocks: whether the nodes of each block are wanted.
  init(_ rows: Rows, keepsBlocks: Bool) {
    isCut = Array(repeating: false, count: rows.nodeCount)
    run(rows, keepsBlocks)
  }

  private mutating func run(_ rows: Rows, _ keepsBlocks: Bool) {
    let n = rows.nodeCount
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    // The order in which nodes are met, from 1 on; 0 for those that were not.
    var indices = [Int32](repeating: 0, count: n)
    var index = indices.mutableSpan
    var next: Int32 = 1
    // The way from the root to where the search stands: node, next arc, least index reached.
    var path: [(node: Int32, place: Int32, low: Int32)] = []
    var open: [Int32] = []
    for root in 0..<n where index[root] == 0 {
      var rootBlocks = 0
      var v = root
      var parent = -1
      var place = offsets[v]
      var low = next
      index[v] = next
      next += 1
      search: while true {
        let end = offsets[v + 1]
        while place < end {
          let w = Int(targets[Int(place)])
          place += 1
          let other = index[w]
          if other == 0 {
            path.append((Int32(v), place, low))
            if keepsBlocks { open.append(Int32(w)) }
            parent = v
            v = w
            place = offsets[v]
            low = next
            index[v] = next
            next += 1
            continue search
          }
          if other < low, w != parent { low = other }
        }
        guard let (above, placeAbove, lowAbove) = path.popLast() else { break }
        let child = v
        let childLow = low
        v = Int(above)
        parent = path.last.map { Int($0.node) } ?? -1
        place = placeAbove
        low = min(lowAbove, childLow)
        guard childLow >= index[v] else { continue }
        if v == root { rootBlocks += 1 } else { isCut[v] = true }
        if keepsBlocks {
          members.append(Int32(v))
          while let member = open.popLast() {
            members.append(member)
            if Int(member) == child { break }
          }
          ends.append(members.count)
        } else if childLow > index[v] {
          bridgeEnds.append(UInt64(min(v, child)) << 32 | UInt64(max(v, child)))
        }
      }
      if rootBlocks > 1 { isCut[root] = true }
    }
  }

  var articulationPoints: [NodeID] {
    var points: [NodeID] = []
    for node in isCut.indices where isCut[node] { points.append(NodeID(node)) }
    return points
  }

  var bridges: [Edge] {
    bridgeEnds.sorted().map { Edge(Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  /// The nodes of each block in order, and the blocks in the order of theirs.
  var blocks: [[NodeID]] {
    // Two blocks share one node at most, so that the two lowest nodes of each tell them apart.
    var lowest = [Int32](repeating: .max, count: ends.count)
    var next = lowest
    var start = 0
    for (block, end) in ends.enumerated() {
      for k in start..<end {
        let member = members[k]
        if member < lowest[block] {
          next[block] = lowest[block]
          lowest[block] = member
        } else if member < next[block] {
          next[block] = member
        }
      }
      start = end
    }
    let byNext = dealt(Array(0..<Int32(ends.count)), by: next)
    return dealt(byNext, by: lowest).map { block in
      let block = Int(block)
      let start = block > 0 ? ends[block - 1] : 0
      if ends[block] - start == 2 {
        return [NodeID(rawValue: lowest[block]), NodeID(rawValue: next[block])]
      }
      return members[start..<ends[block]].sorted().map { NodeID(rawValue: $0) }
    }
  }

  /// Blocks in the order of a node of each; those of one node stay in the order in which they came.
  private func dealt(_ blocks: [Int32], by node: [Int32]) -> [Int32] {
    var place = [Int32](repeating: 0, count: isCut.count + 1)
    for block in blocks { place[Int(node[Int(block)]) + 1] += 1 }
    for v in isCut.indices { place[v + 1] += place[v] }
    var order = blocks
    for block in blocks {
      let v = Int(node[Int(block)])
      order[Int(place[v])] = block
      place[v] += 1
    }
    return order
  }
}
