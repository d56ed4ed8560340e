extension Graph {
  /// The maximal cliques of two nodes or more: sets of nodes that are all tied to each other and lie
  /// in no larger one, direction ignored.
  ///
  /// - Parameters:
  ///   - limit: how many are looked for; the number can grow exponentially.
  ///   - progress: where to report, and to look whether to go on.
  /// - Returns: the cliques, each in order; `nil` where there are more than `limit`.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: exponential in the size of the cliques at worst, near-linear in sparse graphs;
  ///   nothing is recursive.
  /// - Reference: D. Eppstein, M. Löffler and D. Strash, Listing all maximal cliques in sparse graphs
  ///   in near-optimal time, ISAAC 2010, doi:10.1007/978-3-642-17517-6_36; C. Bron and J. Kerbosch,
  ///   Algorithm 457: finding all cliques of an undirected graph, Communications of the ACM 16 (1973)
  ///   575–577, doi:10.1145/362342.362367.
  public func maximalCliques(
    limit: Int = 1_000_000, progress: RunProgress? = nil
  ) throws(GraphError) -> [[NodeID]]? {
    let ties = undirectedProjection()
    let rows = ties.outgoing
    let core = ties.coreNumbers().values
    // By core number, then by node: later neighbours of a node are then few.
    let order = (0..<nodeCount).sorted { (core[$0], $0) < (core[$1], $1) }
    var place = [Int](repeating: 0, count: nodeCount)
    for (index, v) in order.enumerated() { place[v] = index }
    var found: [[NodeID]] = []
    progress?.expect(order.count)
    for v in order {
      defer { progress?.advance() }
      guard !rows.row(v).isEmpty else { continue }
      let neighbours = rows.row(v).map { Int(rows.targets[$0]) }
      var stack = [
        Frame(
          clique: [v], candidates: neighbours.filter { place[$0] > place[v] },
          excluded: neighbours.filter { place[$0] < place[v] })
      ]
      while let frame = stack.popLast() {
        try progress?.check()
        if frame.candidates.isEmpty {
          guard frame.excluded.isEmpty else { continue }
          found.append(frame.clique.sorted().map { NodeID($0) })
          guard found.count <= limit else { return nil }
          continue
        }
        stack += frame.branches(rows)
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// A clique that may still grow: by its candidates, but not by what was tried before.
private struct Frame {
  var clique: [Int]
  var candidates: [Int]
  var excluded: [Int]

  /// One branch for each candidate that is no neighbour of the pivot, the node with most candidates
  /// beside it.
  func branches(_ rows: Rows) -> [Frame] {
    func isTied(_ a: Int, _ b: Int) -> Bool { rows.contains(Int32(b), inRow: a) }
    var pivot = (node: -1, ties: -1)
    for u in candidates + excluded {
      var ties = 0
      for v in candidates where isTied(u, v) { ties += 1 }
      if ties > pivot.ties { pivot = (u, ties) }
    }
    var left = candidates
    var out = excluded
    var branches: [Frame] = []
    for v in candidates where v == pivot.node || !isTied(pivot.node, v) {
      branches.append(
        Frame(
          clique: clique + [v], candidates: left.filter { isTied(v, $0) },
          excluded: out.filter { isTied(v, $0) }))
      left.removeAll { $0 == v }
      out.append(v)
    }
    return branches
  }
}
