extension Graph {
  /// The number of triangles at each node of a simple undirected graph.
  ///
  /// Nodes are ranked by degree and ties kept from the lower rank to the higher, so that no row is
  /// longer than √(2m); a triangle is then seen once, from its lowest node.
  ///
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  /// - Reference: M. Latapy, Main-memory triangle computations for very large (sparse (power-law))
  ///   graphs, Theoretical Computer Science 407 (2008) 458–473, doi:10.1016/j.tcs.2008.07.017.
  func triangleCounts(threads: Int?) -> [Int] {
    let n = nodeCount
    let (offsets, targets, nodes) = upwardTies()
    // The work of a node is not known beforehand: many parts, dealt out like cards.
    let parts = targets.count < 10_000 ? 1 : 16
    let partial = inParallel(parts, threads: threads) { part in
      var counts = [Int32](repeating: 0, count: n)
      var marks = [Int32](repeating: -1, count: n)
      for u in stride(from: part, to: n, by: parts) {
        let row = Int(offsets[u])..<Int(offsets[u + 1])
        guard row.count > 1 else { continue }
        let mark = Int32(truncatingIfNeeded: u)
        for k in row { marks[Int(targets[k])] = mark }
        var own: Int32 = 0
        for k in row {
          let v = Int(targets[k])
          var shared: Int32 = 0
          for l in Int(offsets[v])..<Int(offsets[v + 1]) {
            let w = Int(targets[l])
            // No branch: whether a pair is closed is hard to foretell.
            let closes: Int32 = marks[w] == mark ? 1 : 0
            counts[w] &+= closes
            shared &+= closes
          }
          counts[v] &+= shared
          own &+= shared
        }
        counts[u] &+= own
      }
      return counts
    }
    var counts = [Int](repeating: 0, count: n)
    for part in partial {
      for rank in 0..<n { counts[Int(nodes[rank])] += Int(part[rank]) }
    }
    return counts
  }

  /// Rows of ties to nodes of higher rank, by rank, and the node of each rank.
  private func upwardTies() -> (offsets: [Int32], targets: [Int32], nodes: [Int32]) {
    let n = nodeCount
    let rows = outgoing
    var greatest = 0
    for v in 0..<n { greatest = max(greatest, rows.row(v).count) }
    var next = [Int](repeating: 0, count: greatest + 2)
    for v in 0..<n { next[rows.row(v).count + 1] += 1 }
    for degree in 0...greatest { next[degree + 1] += next[degree] }
    var nodes = [Int32](repeating: 0, count: n)
    var ranks = [Int32](repeating: 0, count: n)
    for v in 0..<n {
      let degree = rows.row(v).count
      nodes[next[degree]] = Int32(v)
      ranks[v] = Int32(next[degree])
      next[degree] += 1
    }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(n + 1)
    var targets: [Int32] = []
    targets.reserveCapacity(rows.targets.count / 2)
    for (rank, node) in nodes.enumerated() {
      for k in rows.row(Int(node)) {
        let other = ranks[Int(rows.targets[k])]
        if other > rank { targets.append(other) }
      }
      offsets.append(Int32(targets.count))
    }
    return (offsets, targets, nodes)
  }
}
