extension Graph {
  /// The connected components, direction ignored.
  ///
  /// Isolates are components of one node.
  ///
  /// - Complexity: O((n + m) log n) time at worst, near O(n) where most of the graph hangs together;
  ///   O(n) space.
  /// - Reference: M. Sutton, T. Ben-Nun and A. Barak, Optimizing parallel graph connectivity
  ///   computation via subgraph sampling, IPDPS 2018, 12–21, doi:10.1109/IPDPS.2018.00012.
  public func weakComponents() -> Components {
    let n = nodeCount
    let taken = rows(.all)
    // Each node points to one of its component that is not above it; roots point to themselves.
    var parent: [Int32] = []
    parent.reserveCapacity(n)
    for v in 0..<n { parent.append(Int32(v)) }
    func root(_ node: Int) -> Int {
      var v = node
      while Int(parent[v]) != v {
        parent[v] = parent[Int(parent[v])]
        v = Int(parent[v])
      }
      return v
    }
    func join(_ a: Int, _ b: Int) {
      let (x, y) = (root(a), root(b))
      if x < y { parent[y] = Int32(x) } else if y < x { parent[x] = Int32(y) }
    }
    // Two arcs a node join most of the graph; the rest of the greatest piece need not be walked.
    let sampled = 2
    for rows in taken {
      for v in 0..<n {
        for k in rows.row(v).prefix(sampled) { join(v, Int(rows.targets[k])) }
      }
    }
    var sizes = [Int32](repeating: 0, count: n)
    var greatest = 0
    for v in 0..<n {
      let own = root(v)
      sizes[own] += 1
      if sizes[own] > sizes[greatest] { greatest = own }
    }
    for v in 0..<n where root(v) != root(greatest) {
      for rows in taken {
        for k in rows.row(v).dropFirst(sampled) { join(v, Int(rows.targets[k])) }
      }
    }
    for v in 0..<n { parent[v] = Int32(root(v)) }
    return Components(labels: parent, labelCount: n)
  }

  /// The nodes without any tie; a self-loop is none.
  ///
  /// - Complexity: O(n + m).
  public func isolates() -> [NodeID] {
    var found: [NodeID] = []
    for node in nodes {
      var alone = true
      for arc in arcs(of: node, .out) where arc.node != node { alone = false }
      for arc in arcs(of: node, .in) where arc.node != node { alone = false }
      if alone { found.append(node) }
    }
    return found
  }
}
