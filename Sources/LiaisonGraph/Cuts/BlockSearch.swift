/// The depth-first search behind ``Graph/blockStructure()``.
struct BlockSearch {
  private let isCut: [Bool]
  /// Each bridge: its lower end, shifted by 32 bits, and its upper end. Only where blocks are not kept.
  private let bridgeEnds: [UInt64]
  /// The nodes of all blocks, one block after another, and where each ends. Only where blocks are kept.
  private let members: [Int32]
  private let ends: [Int32]

  /// A node on the way from the root to where the search stands.
  private struct OpenNode {
    var node: Int32
    /// The next arc.
    var place: Int32
    /// The least index reached.
    var low: Int32
  }

  /// - Parameters:
  ///   - rows: of a simple undirected graph.
  ///   - keepsBlocks: whether the nodes of each block are wanted.
  init(_ rows: Rows, keepsBlocks: Bool) {
    let n = rows.nodeCount
    // Raw, as a step is a few instructions an arc: checks cost a quarter of its time.
    let path = LaneMemory<OpenNode>(n)
    var isCut = [Bool](repeating: false, count: n)
    var bridgeEnds: [UInt64] = []
    // Each block but for its highest node is below it in the tree: no more than twice the nodes.
    let members = LaneMemory<Int32>(keepsBlocks ? 2 * n : 0)
    let ends = LaneMemory<Int32>(keepsBlocks ? n : 0)
    let open = LaneMemory<Int32>(keepsBlocks ? n : 0)
    defer { withExtendedLifetime((path, members, ends, open)) {} }
    var (memberCount, blockCount, openCount) = (0, 0, 0)
    isCut.withUnsafeMutableBufferPointer { isCut in
      guard keepsBlocks else {
        BlockSearch.run(rows, path.pointer, isCut) { _ in
        } foundBlock: { v, child, isBridge in
          guard isBridge else { return }
          bridgeEnds.append(UInt64(min(v, child)) << 32 | UInt64(max(v, child)))
        }
        return
      }
      let (members, ends, open) = (members.pointer, ends.pointer, open.pointer)
      BlockSearch.run(rows, path.pointer, isCut) { w in
        open[openCount] = Int32(truncatingIfNeeded: w)
        openCount &+= 1
      } foundBlock: { v, child, _ in
        members[memberCount] = Int32(truncatingIfNeeded: v)
        memberCount &+= 1
        var member: Int32
        repeat {
          openCount &-= 1
          member = open[openCount]
          members[memberCount] = member
          memberCount &+= 1
        } while Int(member) != child
        ends[blockCount] = Int32(truncatingIfNeeded: memberCount)
        blockCount &+= 1
      }
    }
    self.isCut = isCut
    self.bridgeEnds = bridgeEnds
    self.members = Array(UnsafeBufferPointer(start: members.pointer, count: memberCount))
    self.ends = Array(UnsafeBufferPointer(start: ends.pointer, count: blockCount))
  }

  /// - Parameters:
  ///   - path: room for all nodes.
  ///   - isCut: false for all nodes; true for articulation points afterwards.
  ///   - met: called for each node but the roots when it is met.
  ///   - foundBlock: called for each block when it is left: with its highest node, the one below that, and
  ///     whether these two are all.
  @inline(__always)
  private static func run(
    _ rows: Rows, _ path: UnsafeMutablePointer<OpenNode>,
    _ isCut: UnsafeMutableBufferPointer<Bool>, met: (Int) -> Void,
    foundBlock: (_ top: Int, _ child: Int, _ isBridge: Bool) -> Void
  ) {
    let n = rows.nodeCount
    // The order in which nodes are met, from 1 on; 0 for those that were not.
    let indices = LaneMemory<Int32>(n)
    defer { withExtendedLifetime(indices) {} }
    let index = indices.pointer
    rows.withBuffers { offsets, targets in
      var next: Int32 = 1
      var depth = 0
      for root in 0..<n where index[root] == 0 {
        var rootBlocks = 0
        var v = root
        var parent = -1
        var place = offsets[v]
        var low = next
        index[v] = next
        next &+= 1
        search: while true {
          let end = offsets[v &+ 1]
          while place < end {
            let w = Int(targets[Int(place)])
            place &+= 1
            let other = index[w]
            if other == 0 {
              met(w)
              index[w] = next
              next &+= 1
              let first = offsets[w]
              if offsets[w &+ 1] &- first == 1 {
                // A leaf hangs on a bridge.
                if v == root { rootBlocks &+= 1 } else { isCut[v] = true }
                foundBlock(v, w, true)
                continue
              }
              path[depth] = OpenNode(node: Int32(truncatingIfNeeded: v), place: place, low: low)
              depth &+= 1
              parent = v
              v = w
              place = first
              low = next &- 1
              continue search
            }
            if other < low, w != parent { low = other }
          }
          guard depth > 0 else { break }
          depth &-= 1
          let child = v
          let childLow = low
          v = Int(path[depth].node)
          parent = depth > 0 ? Int(path[depth &- 1].node) : -1
          place = path[depth].place
          low = min(path[depth].low, childLow)
          guard childLow >= index[v] else { continue }
          if v == root { rootBlocks &+= 1 } else { isCut[v] = true }
          foundBlock(v, child, childLow > index[v])
        }
        if rootBlocks > 1 { isCut[root] = true }
      }
    }
  }

  var articulationPoints: [NodeID] {
    // Every node is written, and the place moves on past those that are: which are is hard to foretell.
    [NodeID](filling: isCut.count) { points, size in
      for node in isCut.indices {
        points.initializeElement(at: size, to: NodeID(node))
        size &+= isCut[node] ? 1 : 0
      }
    }
  }

  var bridges: [Edge] {
    bridgeEnds.sorted().map { Edge(Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  /// The nodes of each block in order, and the blocks in the order of theirs; the bridges are those of two.
  var blocks: (blocks: [[NodeID]], bridges: [Edge]) {
    var nodes = members
    // Two blocks share one node at most, so that the two lowest nodes of each tell them apart.
    var lowest = [Int32](repeating: 0, count: ends.count)
    var second = lowest
    var isMember: [Bool] = []
    var bridgeCount = 0
    for block in ends.indices {
      let range = range(of: block)
      if range.count == 2 {
        let (a, b) = (nodes[range.lowerBound], nodes[range.lowerBound + 1])
        (lowest[block], second[block]) = (min(a, b), max(a, b))
        bridgeCount += 1
      } else {
        sort(&nodes, range, &isMember)
        (lowest[block], second[block]) = (nodes[range.lowerBound], nodes[range.lowerBound + 1])
      }
    }
    let order = dealt(dealt(Array(0..<Int32(ends.count)), by: second), by: lowest)
    var bridges: [Edge] = []
    bridges.reserveCapacity(bridgeCount)
    let blocks = [[NodeID]](filling: order.count) { blocks, size in
      for block in order {
        let range = range(of: Int(block))
        if range.count == 2 {
          // A bridge is a block of two, and the order of blocks is that of bridges.
          let a = NodeID(rawValue: lowest[Int(block)])
          let b = NodeID(rawValue: second[Int(block)])
          blocks.initializeElement(at: size, to: [a, b])
          bridges.append(Edge(a, b))
        } else {
          blocks.initializeElement(at: size, to: nodes[range].map { NodeID(rawValue: $0) })
        }
        size += 1
      }
    }
    return (blocks, bridges)
  }

  /// The places of a block's nodes.
  private func range(of block: Int) -> Range<Int> {
    (block > 0 ? Int(ends[block - 1]) : 0)..<Int(ends[block])
  }

  /// Sorts the nodes of a block.
  ///
  /// - Parameter isMember: false for all nodes, or empty.
  private func sort(_ nodes: inout [Int32], _ range: Range<Int>, _ isMember: inout [Bool]) {
    guard range.count * 8 > isCut.count else {
      // A slice of the array itself would be copied.
      return nodes.withUnsafeMutableBufferPointer { $0[range].sort() }
    }
    // A look at every node is faster than to compare so many.
    if isMember.isEmpty { isMember = [Bool](repeating: false, count: isCut.count) }
    for k in range { isMember[Int(nodes[k])] = true }
    var place = range.lowerBound
    for v in isMember.indices where isMember[v] {
      nodes[place] = Int32(truncatingIfNeeded: v)
      place += 1
      isMember[v] = false
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
