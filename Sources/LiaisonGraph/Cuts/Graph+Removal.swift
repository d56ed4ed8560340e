/// What the network loses with each node.
public struct RemovalImpact: Sendable, Equatable {
  /// The fragmentation without the node, less that with it.
  public var fragmentation: NodeMap<Double>
  /// The same of distance-weighted fragmentation.
  public var distanceFragmentation: NodeMap<Double>
}

extension Graph {
  /// By how much fragmentation grows when a node is taken away, over the nodes that remain.
  ///
  /// Negative where the node was itself badly connected. UCINET prints the same difference (`mcent`).
  ///
  /// - Parameters:
  ///   - direction: `.out` for ordered pairs along arcs, `.all` to ignore direction.
  ///   - threads: how many threads at most; the result is the same for any number.
  /// - Returns: `nil` where n < 3.
  /// - Complexity: O(n² (n + m)) time, O(n) space a thread.
  /// - Reference: S. P. Borgatti, Identifying sets of key players in a social network, Computational
  ///   and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func removalImpact(_ direction: Direction = .all, threads: Int? = nil) -> RemovalImpact? {
    guard nodeCount >= 3 else { return nil }
    let graph = direction == .all ? undirectedProjection() : simplified()
    let rows = direction == .in ? graph.incoming : graph.outgoing
    let none = [Bool](repeating: false, count: nodeCount)
    let before = rows.fragmentation(without: none)
    let after = inParallel(nodeCount, threads: threads) { node in
      var gone = none
      gone[node] = true
      return rows.fragmentation(without: gone)
    }
    return RemovalImpact(
      fragmentation: NodeMap(after.map { $0.plain - before.plain }),
      distanceFragmentation: NodeMap(after.map { $0.byDistance - before.byDistance }))
  }
}

extension Rows {
  /// The share of ordered pairs of the remaining nodes that do not reach each other, and 1 − the mean
  /// of 1 / distance; 0 where fewer than two remain.
  func fragmentation(without gone: [Bool]) -> (plain: Double, byDistance: Double) {
    var left = 0
    for isGone in gone where !isGone { left += 1 }
    guard left >= 2 else { return (0, 0) }
    var seenFrom = [Int32](repeating: -1, count: nodeCount)
    var queue = [Int32](repeating: 0, count: nodeCount)
    var reached = 0
    var closeness = 0.0
    for source in 0..<nodeCount where !gone[source] {
      let mark = Int32(source)
      seenFrom[source] = mark
      queue[0] = mark
      var level = 0..<1
      var depth = 0
      while !level.isEmpty {
        var end = level.upperBound
        for place in level {
          for k in row(Int(queue[place])) {
            let target = Int(targets[k])
            guard !gone[target], seenFrom[target] != mark else { continue }
            seenFrom[target] = mark
            queue[end] = targets[k]
            end += 1
          }
        }
        level = level.upperBound..<end
        depth += 1
        reached += level.count
        closeness += Double(level.count) / Double(depth)
      }
    }
    let pairs = Double(left) * Double(left - 1)
    return (1 - Double(reached) / pairs, 1 - closeness / pairs)
  }
}
