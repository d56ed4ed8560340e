extension Graph {
  /// Articulation points, bridges and biconnected components, direction ignored.
  ///
  /// Defined on the simple undirected projection: two arcs between the same nodes are one tie, so a
  /// mutual pair can be a bridge. An isolate lies in no block.
  ///
  /// - Complexity: O(n + m) time and space; nothing is recursive.
  /// - Reference: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
  ///   manipulation, Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
  public func blockStructure() -> BlockStructure {
    let rows = undirectedProjection().outgoing
    var search = BlockSearch(nodeCount: nodeCount)
    for start in 0..<nodeCount where search.isNew(start) { search.run(from: start, rows) }
    return search.result()
  }

  /// The nodes whose removal leaves more connected components, direction ignored.
  ///
  /// - Complexity: O(n + m) time and space.
  public func articulationPoints() -> [NodeID] { blockStructure().articulationPoints }

  /// The pairs of nodes whose tie is the only connection between two parts, direction ignored.
  ///
  /// - Complexity: O(n + m) time and space.
  public func bridges() -> [Edge] { blockStructure().bridges }
}

/// The depth-first search behind ``Graph/blockStructure()``.
private struct BlockSearch {
  private var index: [Int32]
  private var low: [Int32]
  private var place: [Int32]
  private var isCut: [Bool]
  private var next: Int32 = 0
  private var bridges: [Edge] = []
  private var blocks: [[NodeID]] = []

  init(nodeCount: Int) {
    index = Array(repeating: -1, count: nodeCount)
    low = Array(repeating: 0, count: nodeCount)
    place = Array(repeating: 0, count: nodeCount)
    isCut = Array(repeating: false, count: nodeCount)
  }

  func isNew(_ node: Int) -> Bool { index[node] < 0 }

  private mutating func enter(_ node: Int, _ rows: Rows) {
    index[node] = next
    low[node] = next
    next += 1
    place[node] = rows.offsets[node]
  }

  mutating func run(from root: Int, _ rows: Rows) {
    enter(root, rows)
    var path = [Int32(root)]
    var open: [Int32] = []
    var rootBlocks = 0
    while let last = path.last {
      let v = Int(last)
      let parent = path.count > 1 ? Int(path[path.count - 2]) : -1
      if place[v] < rows.offsets[v + 1] {
        let target = Int(rows.targets[Int(place[v])])
        place[v] += 1
        if index[target] < 0 {
          enter(target, rows)
          path.append(Int32(target))
          open.append(Int32(target))
        } else if target != parent {
          low[v] = min(low[v], index[target])
        }
        continue
      }
      path.removeLast()
      guard parent >= 0 else { break }
      low[parent] = min(low[parent], low[v])
      guard low[v] >= index[parent] else { continue }
      if low[v] > index[parent] {
        bridges.append(Edge(min(parent, v), max(parent, v)))
      }
      if parent == root { rootBlocks += 1 } else { isCut[parent] = true }
      closeBlock(from: last, at: parent, &open)
    }
    if rootBlocks > 1 { isCut[root] = true }
  }

  private mutating func closeBlock(from node: Int32, at parent: Int, _ open: inout [Int32]) {
    var block = [NodeID(parent)]
    while let member = open.popLast() {
      block.append(NodeID(rawValue: member))
      if member == node { break }
    }
    block.sort()
    blocks.append(block)
  }

  func result() -> BlockStructure {
    var points: [NodeID] = []
    for node in isCut.indices where isCut[node] { points.append(NodeID(node)) }
    return BlockStructure(
      articulationPoints: points,
      bridges: bridges.sorted { ($0.source, $0.target) < ($1.source, $1.target) },
      blocks: blocks.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
