/// The ties of a simple undirected graph, each kept from its end of lower degree to that of higher
/// degree, so that no node has more than √(2m) of them.
///
/// - Reference: M. Latapy, Main-memory triangle computations for very large (sparse (power-law))
///   graphs, Theoretical Computer Science 407 (2008) 458–473, doi:10.1016/j.tcs.2008.07.017.
struct UpwardTies: Sendable {
  /// Row `r`, of the node of rank `r`, is `offsets[r] ..< offsets[r + 1]`.
  private(set) var offsets: [Int32] = [0]
  /// The rank of the upper end of each tie.
  let targets: [Int32]
  /// The edge of each tie; empty where edges are not asked for.
  let edges: [Int32]
  /// The node of each rank: by degree, then by node.
  let nodes: [Int32]

  init(_ rows: Rows, keepingEdges: Bool = false) {
    let n = rows.nodeCount
    var greatest = 0
    for v in 0..<n { greatest = max(greatest, rows.row(v).count) }
    var next = [Int32](repeating: 0, count: greatest + 2)
    for v in 0..<n { next[rows.row(v).count + 1] += 1 }
    for degree in 0...greatest { next[degree + 1] += next[degree] }
    var nodes = [Int32](repeating: 0, count: n)
    var ranks = [Int32](repeating: 0, count: n)
    for v in 0..<n {
      let degree = rows.row(v).count
      nodes[Int(next[degree])] = Int32(v)
      ranks[v] = next[degree]
      next[degree] += 1
    }
    self.nodes = nodes
    var upper = [Int32](repeating: 0, count: rows.targets.count / 2)
    var edges = keepingEdges ? upper : []
    offsets.reserveCapacity(n + 1)
    var place = 0
    for (rank, node) in nodes.enumerated() {
      for k in rows.row(Int(node)) {
        let other = ranks[Int(rows.targets[k])]
        guard other > rank else { continue }
        upper[place] = other
        if keepingEdges { edges[place] = rows.edges[k] }
        place += 1
      }
      offsets.append(Int32(place))
    }
    targets = upper
    self.edges = edges
  }

  /// The number of triangles at each rank, of those whose lowest rank is one of `lowest`.
  ///
  /// A triangle is seen once, from its lowest rank.
  func triangleCounts(lowest: StrideTo<Int>) -> [Int32] {
    let (offsets, targets) = (offsets.span, targets.span)
    var counted = [Int32](repeating: 0, count: nodes.count)
    var marked = [Int32](repeating: -1, count: nodes.count)
    var counts = counted.mutableSpan
    var marks = marked.mutableSpan
    for u in lowest {
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
    return counted
  }

  /// Calls `body` once for each triangle, with its nodes and the edges opposite to them.
  @inline(__always)
  func forEachTriangle(
    _ body: (_ nodes: (Int, Int, Int), _ opposite: (Int, Int, Int)) -> Void
  ) {
    let (offsets, targets) = (offsets.span, targets.span)
    let (edges, nodes) = (edges.span, nodes.span)
    // The tie from the lowest rank to each other one; below the row where there is none.
    var marked = [Int32](repeating: -1, count: nodes.count)
    var marks = marked.mutableSpan
    for u in 0..<nodes.count {
      let row = Int(offsets[u])..<Int(offsets[u + 1])
      guard row.count > 1 else { continue }
      for k in row { marks[Int(targets[k])] = Int32(truncatingIfNeeded: k) }
      for k in row {
        let v = Int(targets[k])
        for l in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = Int(targets[l])
          let tie = Int(marks[w])
          guard tie >= row.lowerBound else { continue }
          body(
            (Int(nodes[u]), Int(nodes[v]), Int(nodes[w])),
            (Int(edges[l]), Int(edges[tie]), Int(edges[k])))
        }
      }
    }
  }
}
