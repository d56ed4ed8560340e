/// The trees that hang on an undirected simple graph, folded into what they hang on: their paths are
/// counted in closed form, and the searches need not walk them.
///
/// - Reference: A. E. Sarıyüce and others, Graph manipulations for fast centrality computation, ACM
///   Transactions on Knowledge Discovery from Data 11 (2017) 26, doi:10.1145/3022668.
struct FoldedLeaves {
  /// Whether a node was folded into another.
  private(set) var isGone: [Bool]
  /// How many nodes stand for each that stays: itself and those folded into it.
  private(set) var weights: [Double]
  /// Dependencies of paths, both ways, that begin or end in what was folded.
  private(set) var sums: [Double]

  /// - Complexity: O(n + m).
  init(_ rows: Rows) {
    let n = rows.nodeCount
    isGone = [Bool](repeating: false, count: n)
    weights = [Double](repeating: 1, count: n)
    sums = [Double](repeating: 0, count: n)
    var degrees = [Int](repeating: 0, count: n)
    var leaves: [Int] = []
    for v in 0..<n {
      degrees[v] = rows.row(v).count
      if degrees[v] == 1 { leaves.append(v) }
    }
    guard !leaves.isEmpty else { return }
    let sizes = FoldedLeaves.componentSizes(rows)
    var head = 0
    while head < leaves.count {
      let leaf = leaves[head]
      head += 1
      guard degrees[leaf] == 1 else { continue }
      for k in rows.row(leaf) where !isGone[Int(rows.targets[k])] {
        let stem = Int(rows.targets[k])
        isGone[leaf] = true
        degrees[leaf] -= 1
        degrees[stem] -= 1
        sums[stem] += 2 * weights[leaf] * (weights[stem] - 1)
        weights[stem] += weights[leaf]
        if degrees[stem] == 1 { leaves.append(stem) }
        break
      }
    }
    for v in 0..<n { sums[v] += 2 * (weights[v] - 1) * (sizes[v] - weights[v]) }
  }

  /// For each node, how many nodes its component has.
  private static func componentSizes(_ rows: Rows) -> [Double] {
    let n = rows.nodeCount
    var isSeen = [Bool](repeating: false, count: n)
    var sizes = [Double](repeating: 1, count: n)
    var queue: [Int] = []
    for root in 0..<n where !isSeen[root] {
      queue.removeAll(keepingCapacity: true)
      queue.append(root)
      isSeen[root] = true
      var head = 0
      while head < queue.count {
        let v = queue[head]
        head += 1
        for k in rows.row(v) where !isSeen[Int(rows.targets[k])] {
          isSeen[Int(rows.targets[k])] = true
          queue.append(Int(rows.targets[k]))
        }
      }
      for v in queue { sizes[v] = Double(queue.count) }
    }
    return sizes
  }
}
