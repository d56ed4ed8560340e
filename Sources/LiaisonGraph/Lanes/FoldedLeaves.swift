/// What hangs on a simple graph, folded into what it hangs on: its paths are counted in closed form, and
/// the searches need not walk it.
///
/// In an undirected graph whole trees are folded. In a directed one the nodes with one neighbour are, as
/// how many nodes these reach, and how many reach them, is only known once the searches are made; what is
/// open is left in ``openSources`` and ``openTargets``.
///
/// - Reference: A. E. Sarıyüce and others, Graph manipulations for fast centrality computation, ACM
///   Transactions on Knowledge Discovery from Data 11 (2017) 26, doi:10.1145/3022668.
struct FoldedLeaves {
  /// Whether a node was folded into another.
  private(set) var isGone: [Bool]
  /// How often each node that stays counts as a source: itself and the sources folded into it.
  private(set) var sources: [Double]
  /// How many targets each node that stays stands for: itself and those folded into it.
  private(set) var targets: [Double]
  /// How many of a node's sources were folded into it whose paths beyond it are not in ``sums``; empty
  /// where there is none.
  private(set) var openSources: [Double] = []
  /// How many of a node's targets were folded into it whose paths from beyond it are not in ``sums``;
  /// empty where there is none.
  private(set) var openTargets: [Double] = []
  /// Dependencies of paths that begin or end in what was folded, each way counted.
  private(set) var sums: [Double]

  private init(counts: [Double]) {
    isGone = [Bool](repeating: false, count: counts.count)
    sources = counts
    targets = [Double](repeating: 1, count: counts.count)
    sums = [Double](repeating: 0, count: counts.count)
  }

  /// Folds the trees of an undirected graph.
  ///
  /// - Parameter counts: how often each node is a source.
  /// - Complexity: O(n + m).
  init(undirected rows: Rows, counts: [Double]) {
    self.init(counts: counts)
    let n = rows.nodeCount
    var degrees = [Int32](repeating: 0, count: n)
    var leaves: [Int32] = []
    for v in 0..<n {
      degrees[v] = Int32(rows.row(v).count)
      if degrees[v] == 1 { leaves.append(Int32(v)) }
    }
    guard !leaves.isEmpty else { return }
    var head = 0
    while head < leaves.count {
      let leaf = Int(leaves[head])
      head += 1
      guard degrees[leaf] == 1 else { continue }
      for k in rows.row(leaf) where !isGone[Int(rows.targets[k])] {
        let stem = Int(rows.targets[k])
        degrees[leaf] = 0
        degrees[stem] -= 1
        fold(leaf, into: stem, counts: counts, enters: true, isEntered: true)
        if degrees[stem] == 1 { leaves.append(Int32(stem)) }
        break
      }
    }
    // What lies beyond each node is the rest of its component.
    let (labels, count) = Graph.connected([rows], nodeCount: n)
    var (allSources, allTargets) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    for v in 0..<n {
      allSources[Int(labels[v])] += counts[v]
      allTargets[Int(labels[v])] += 1
    }
    for v in 0..<n where targets[v] > 1 {
      let component = Int(labels[v])
      sums[v] += (sources[v] - counts[v]) * (allTargets[component] - targets[v])
      sums[v] += (targets[v] - 1) * (allSources[component] - sources[v])
    }
  }

  /// Folds the nodes of a directed graph that have one neighbour, who has others.
  ///
  /// - Parameter counts: how often each node is a source.
  /// - Complexity: O(n).
  init(outgoing: Rows, incoming: Rows, counts: [Double]) {
    self.init(counts: counts)
    let n = outgoing.nodeCount
    var openSources = [Double](repeating: 0, count: n)
    var openTargets = openSources
    for leaf in 0..<n {
      guard let stem = FoldedLeaves.onlyNeighbour(of: leaf, outgoing, incoming),
        FoldedLeaves.onlyNeighbour(of: stem, outgoing, incoming) == nil
      else { continue }
      let enters = !outgoing.row(leaf).isEmpty
      let isEntered = !incoming.row(leaf).isEmpty
      fold(leaf, into: stem, counts: counts, enters: enters, isEntered: isEntered)
      if enters { openSources[stem] += counts[leaf] }
      if isEntered { openTargets[stem] += 1 }
    }
    // Nodes that no arc enters are met as sources only.
    for v in 0..<n where sources[v] == 0 && incoming.row(v).isEmpty { isGone[v] = true }
    if openSources.contains(where: { $0 > 0 }) { self.openSources = openSources }
    if openTargets.contains(where: { $0 > 0 }) { self.openTargets = openTargets }
  }

  /// Folds a leaf into its stem, between whose other leaves and this one paths then lead.
  private mutating func fold(
    _ leaf: Int, into stem: Int, counts: [Double], enters: Bool, isEntered: Bool
  ) {
    isGone[leaf] = true
    if enters { sums[stem] += sources[leaf] * (targets[stem] - 1) }
    if isEntered { sums[stem] += (sources[stem] - counts[stem]) * targets[leaf] }
    if enters { sources[stem] += sources[leaf] }
    if isEntered { targets[stem] += targets[leaf] }
  }

  private static func onlyNeighbour(of v: Int, _ outgoing: Rows, _ incoming: Rows) -> Int? {
    let (out, into) = (outgoing.row(v), incoming.row(v))
    guard out.count < 2, into.count < 2, !out.isEmpty || !into.isEmpty else { return nil }
    guard !out.isEmpty else { return Int(incoming.targets[into.lowerBound]) }
    let target = outgoing.targets[out.lowerBound]
    guard into.isEmpty || incoming.targets[into.lowerBound] == target else { return nil }
    return Int(target)
  }
}
