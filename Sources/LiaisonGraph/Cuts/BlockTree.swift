/// The tree of blocks and cut nodes of a connected graph: a block is joined to the cut nodes in it.
struct BlockTree {
  /// The nodes of each block.
  private(set) var blocks: [[Int]]
  /// The graph's node that each cut of the tree is.
  private(set) var cutNode: [Int] = []
  /// For each block its cuts, and for each cut its blocks.
  private(set) var cutsOfBlock: [[Int]] = []
  private(set) var blocksOfCut: [[Int]] = []

  init(_ structure: BlockStructure, nodeCount: Int) {
    blocks = structure.blocks.map { $0.map(\.index) }
    var cut = [Int](repeating: -1, count: nodeCount)
    for point in structure.articulationPoints {
      cut[point.index] = cutNode.count
      cutNode.append(point.index)
    }
    blocksOfCut = cutNode.map { _ in [] }
    for (index, block) in blocks.enumerated() {
      var cuts: [Int] = []
      for node in block where cut[node] >= 0 {
        cuts.append(cut[node])
        blocksOfCut[cut[node]].append(index)
      }
      cutsOfBlock.append(cuts)
    }
  }

  /// The blocks with one cut, in the order of a walk through the tree, so that leaves far apart in
  /// the list are far apart in the tree.
  func leaves() -> [Int] {
    guard
      let start = cutsOfBlock.indices.first(where: { cutsOfBlock[$0].count > 1 })
        ?? blocks.indices.first
    else { return [] }
    var found: [Int] = []
    var stack = [(block: start, from: -1)]
    while let (block, from) = stack.popLast() {
      if cutsOfBlock[block].count == 1 { found.append(block) }
      for cut in cutsOfBlock[block].reversed() where cut != from {
        for next in blocksOfCut[cut].reversed() where next != block { stack.append((next, cut)) }
      }
    }
    return found
  }

  /// The lowest node of a block that is in no other.
  func innerNode(of block: Int) -> Int? {
    blocks[block].first { node in !cutsOfBlock[block].contains { cutNode[$0] == node } }
  }

  /// For each block and each cut the one before it on the way to a root block.
  func parents(root: Int) -> (ofBlock: [Int], ofCut: [Int]) {
    var ofBlock = [Int](repeating: -1, count: blocks.count)
    var ofCut = [Int](repeating: -1, count: cutNode.count)
    var stack = [root]
    while let block = stack.popLast() {
      for cut in cutsOfBlock[block] where cut != ofBlock[block] {
        ofCut[cut] = block
        for next in blocksOfCut[cut] where next != block {
          ofBlock[next] = cut
          stack.append(next)
        }
      }
    }
    return (ofBlock, ofCut)
  }
}
