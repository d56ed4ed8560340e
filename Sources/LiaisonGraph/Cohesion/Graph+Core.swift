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
  ///   Classification 5 (2011) 129–145, doi:10.1007/s11634-010-0079-y.
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
    for position in 0..<nodeCount { peeling.peel(position, falling) }
    return NodeMap(peeling.cores)
  }
}

/// Nodes in the order of their degrees, which fall as nodes are taken away from the front.
private struct Peeling {
  private let degree: LaneMemory<Int32>
  /// Nodes by degree, and the place of each in that order.
  private let order: LaneMemory<Int32>
  private let place: LaneMemory<Int32>
  /// The first place of those with a degree or more.
  private let start: LaneMemory<Int32>
  private let count: Int

  init(_ degrees: [Int32]) {
    count = degrees.count
    degree = LaneMemory(count)
    order = LaneMemory(count)
    place = LaneMemory(count)
    let greatest = Int(degrees.max() ?? 0)
    start = LaneMemory(greatest + 2)
    let (degree, order, place, start) = (
      degree.pointer, order.pointer, place.pointer, start.pointer
    )
    for v in 0..<count {
      degree[v] = degrees[v]
      start[Int(degrees[v]) &+ 1] &+= 1
    }
    for d in 0...greatest { start[d &+ 1] &+= start[d] }
    // Placing the nodes of a degree moves its start to that of the next one.
    for v in 0..<count {
      let own = Int(degree[v])
      place[v] = start[own]
      order[Int(start[own])] = Int32(truncatingIfNeeded: v)
      start[own] &+= 1
    }
    for d in stride(from: greatest, to: 0, by: -1) { start[d] = start[d &- 1] }
    start[0] = 0
  }

  /// Takes away the node at one place; those before it are gone.
  @inline(__always)
  func peel(_ position: Int, _ falling: [Rows]) {
    let (degree, order, place, start) = (
      degree.pointer, order.pointer, place.pointer, start.pointer
    )
    let v = Int(order[position])
    let own = degree[v]
    for rows in falling {
      rows.withBuffers { offsets, targets in
        for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
          let w = Int(targets[k])
          let old = degree[w]
          guard old > own else { continue }
          // Swap `w` with the first node of its degree, then let that degree begin one later.
          let first = max(start[Int(old)], Int32(truncatingIfNeeded: position &+ 1))
          let other = order[Int(first)]
          let left = place[w]
          order[Int(left)] = other
          place[Int(other)] = left
          order[Int(first)] = Int32(truncatingIfNeeded: w)
          place[w] = first
          start[Int(old)] = first &+ 1
          degree[w] = old &- 1
        }
      }
    }
  }

  /// What the degrees have fallen to.
  var cores: [Int] { (0..<count).map { Int(degree.pointer[$0]) } }
}
