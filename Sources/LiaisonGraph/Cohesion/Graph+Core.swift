/// Which ties count towards a core.
public enum CoreVariant: String, Sendable, CaseIterable {
  /// Distinct neighbours, direction ignored (UCINET).
  case undirected
  /// In-degree plus out-degree: a mutual pair counts two (networkx, igraph `mode="all"`).
  case all
  /// In-degree only.
  case `in`
  /// Out-degree only.
  case out
}

extension Graph {
  /// The core number of each node: the greatest k for which the node lies in a k-core, a largest set
  /// of nodes with at least k ties each within the set.
  ///
  /// Defined on the simplified graph. In an undirected graph all variants are the same.
  ///
  /// - Complexity: O(n + m) time and space.
  /// - Reference: S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983)
  ///   269–287, doi:10.1016/0378-8733(83)90028-X; V. Batagelj and M. Zaveršnik, Fast algorithms for
  ///   determining (generalized) core groups in social networks, Advances in Data Analysis and
  ///   Classification 5 (2011) 129–145, doi:10.1007/s11634-010-0079-y; level by level, as here: N. S.
  ///   Dasari, R. Desh and M. Zubair, ParK: an efficient algorithm for k-core decomposition on multicore
  ///   processors, IEEE International Conference on Big Data (2014) 9–16,
  ///   doi:10.1109/BigData.2014.7004366.
  public func coreNumbers(_ variant: CoreVariant = .undirected) -> NodeMap<Int> {
    let graph = variant == .undirected ? undirectedProjection() : simplified()
    // The degree that counts, and whose degree falls when a node goes.
    let (counted, falling): ([Rows], [Rows]) =
      switch variant {
      case .undirected: ([graph.outgoing], [graph.outgoing])
      case .all: (graph.rows(.all), graph.rows(.all))
      case .in: ([graph.incoming], [graph.outgoing])
      case .out: ([graph.outgoing], [graph.incoming])
      }
    var degree = [Int32](repeating: 0, count: nodeCount)
    for rows in counted {
      for v in 0..<nodeCount { degree[v] += Int32(rows.row(v).count) }
    }
    let peeling = Peeling(degree)
    peeling.peel(falling)
    return NodeMap(peeling.cores)
  }
}

/// Nodes taken away in order of their core numbers: of what is left, those of the least degree go, and those
/// whose degree falls to it meanwhile.
///
/// What is left is gone over once for each core number that there is, and once more; a node is in it no more
/// often than its core number and two: at most 2n + 2m steps together. No order of all nodes by degree has to be
/// kept up, so that a tie costs one change at its other end, and no branch.
private struct Peeling {
  private let degree: LaneMemory<Int32>
  /// Those not taken away when the core number began, in the order of their numbers.
  private let left: LaneMemory<Int32>
  /// Those taken away, and those whose degree has fallen so far that they are next. One place more than
  /// nodes, as each end of a tie is written, and the place moves on past those that are next.
  private let next: LaneMemory<Int32>
  private let count: Int

  init(_ degrees: [Int32]) {
    count = degrees.count
    degree = LaneMemory(count)
    left = LaneMemory(count)
    next = LaneMemory(count + 1)
    for v in 0..<count {
      degree.pointer[v] = degrees[v]
      left.pointer[v] = Int32(truncatingIfNeeded: v)
    }
  }

  /// Takes all nodes away; ties of those that go no longer count in `falling`.
  func peel(_ falling: [Rows]) {
    let (degree, left, next) = (degree.pointer, left.pointer, next.pointer)
    var leftCount = count
    // The core number of those taken away last; -1 before there are any.
    var core: Int32 = -1
    while true {
      var least = Int32.max
      var (kept, end) = (0, 0)
      for place in 0..<leftCount {
        let v = left[place]
        let own = degree[Int(v)]
        guard own > core else { continue }
        left[kept] = v
        kept &+= 1
        if own < least { (least, end) = (own, 0) }
        if own == least {
          next[end] = v
          end &+= 1
        }
      }
      guard kept > 0 else { return }
      (leftCount, core) = (kept, least)
      var place = 0
      while place < end {
        let v = Int(next[place])
        place &+= 1
        for rows in falling {
          rows.withBuffers { offsets, targets in
            for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
              let w = targets[k]
              let excess = degree[Int(w)] &- core
              next[end] = w
              end &+= excess == 1 ? 1 : 0
              degree[Int(w)] &-= excess > 0 ? 1 : 0
            }
          }
        }
      }
    }
  }

  /// What the degrees have fallen to.
  var cores: [Int] { (0..<count).map { Int(degree.pointer[$0]) } }
}
