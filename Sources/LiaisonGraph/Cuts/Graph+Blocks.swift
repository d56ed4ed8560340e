extension Graph {
  /// Articulation points, bridges and biconnected components, direction ignored.
  ///
  /// Defined on the simple undirected projection: two arcs between the same nodes are one tie, so a
  /// mutual pair can be a bridge. An isolate lies in no block.
  ///
  /// - Complexity: O(n + m + b log b) time for b blocks, O(n + m) space; nothing is recursive.
  /// - Reference: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
  ///   manipulation, Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
  public func blockStructure() -> BlockStructure {
    let search = BlockSearch(undirectedProjection().outgoing, keepsBlocks: true)
    return BlockStructure(
      articulationPoints: search.articulationPoints, bridges: search.bridges, blocks: search.blocks)
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
  /// Lower end and upper end of each bridge.
  private var bridgeEnds: [(Int32, Int32)] = []
  /// The nodes of all blocks, one block after another, and where each begins.
  private var members: [Int32] = []
  private var starts: [Int] = []

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
        if childLow > index[v] { bridgeEnds.append((Int32(min(v, child)), Int32(max(v, child)))) }
        if v == root { rootBlocks += 1 } else { isCut[v] = true }
        if keepsBlocks {
          starts.append(members.count)
          members.append(Int32(v))
          while let member = open.popLast() {
            members.append(member)
            if Int(member) == child { break }
          }
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
    bridgeEnds.sorted { $0 < $1 }.map { Edge(Int($0), Int($1)) }
  }

  var blocks: [[NodeID]] {
    // Two blocks share one node at most, so that the two lowest nodes of each tell them apart.
    var keys: [(lowest: UInt64, block: Int)] = []
    keys.reserveCapacity(starts.count)
    for block in starts.indices {
      var (first, second) = (Int32.max, Int32.max)
      for k in range(of: block) {
        let member = members[k]
        if member < first {
          (first, second) = (member, first)
        } else {
          second = min(second, member)
        }
      }
      keys.append((UInt64(first) << 32 | UInt64(second), block))
    }
    keys.sort { $0.lowest < $1.lowest }
    return keys.map { key in
      if range(of: key.block).count == 2 {
        return [NodeID(Int(key.lowest >> 32)), NodeID(Int(key.lowest & 0xFFFF_FFFF))]
      }
      return members[range(of: key.block)].sorted().map { NodeID(rawValue: $0) }
    }
  }

  private func range(of block: Int) -> Range<Int> {
    starts[block]..<(block + 1 < starts.count ? starts[block + 1] : members.count)
  }
}
