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
    let n = nodeCount
    var degree = [Int](repeating: 0, count: n)
    for rows in counted {
      for v in 0..<n { degree[v] += rows.row(v).count }
    }
    // Nodes by degree; `start[d]` is the first place of those with degree d or more.
    var start = [Int](repeating: 0, count: (degree.max() ?? 0) + 2)
    for d in degree { start[d + 1] += 1 }
    for d in 1..<start.count { start[d] += start[d - 1] }
    var place = [Int](repeating: 0, count: n)
    var order = [Int](repeating: 0, count: n)
    var next = start
    for v in 0..<n {
      place[v] = next[degree[v]]
      order[place[v]] = v
      next[degree[v]] += 1
    }
    for position in 0..<n {
      let v = order[position]
      for rows in falling {
        for k in rows.row(v) {
          let w = Int(rows.targets[k])
          guard degree[w] > degree[v] else { continue }
          // Swap `w` with the first node of its degree, then let that degree begin one later.
          let first = max(start[degree[w]], position + 1)
          let other = order[first]
          order[place[w]] = other
          place[other] = place[w]
          order[first] = w
          place[w] = first
          start[degree[w]] = first + 1
          degree[w] -= 1
        }
      }
    }
    return NodeMap(degree)
  }
}
