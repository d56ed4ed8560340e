/// The ties of a simple undirected graph, each kept from its end of lower degree to that of higher degree
/// (of equals, to the later node), so that no node has more than √(2m) of them.
///
/// - Reference: M. Latapy, Main-memory triangle computations for very large (sparse (power-law))
///   graphs, Theoretical Computer Science 407 (2008) 458–473, doi:10.1016/j.tcs.2008.07.017.
struct UpwardTies: Sendable {
  /// Row `v` is `offsets[v] ..< offsets[v + 1]`.
  private let offsets: [Int32]
  /// The upper end of each tie.
  private let targets: [Int32]
  /// The edge of each tie; empty where edges are not asked for.
  private let edges: [Int32]

  var nodeCount: Int { offsets.count - 1 }
  var count: Int { targets.count }

  init(_ rows: Rows, keepingEdges: Bool = false) {
    let n = rows.nodeCount
    let count = rows.targets.count / 2
    var offsets = [Int32](repeating: 0, count: n + 1)
    var edges: [Int32] = []
    // Every tie is written and the place moves on past those that lead up: which do is hard to foretell, so
    // that a branch would cost more. Hence one place more than there are ties.
    let targets = [Int32](unsafeUninitializedCapacity: count + 1) { upper, size in
      rows.withBuffers { rowOffsets, rowTargets in
        var place = 0
        func fill(_ keep: (_ place: Int, _ arc: Int) -> Void) {
          for v in 0..<n {
            let row = Int(rowOffsets[v])..<Int(rowOffsets[v &+ 1])
            let own = row.count << 32 | v
            for k in row {
              let w = Int(rowTargets[k])
              let other = Int(rowOffsets[w &+ 1] &- rowOffsets[w]) << 32 | w
              upper[place] = rowTargets[k]
              keep(place, k)
              place &+= other > own ? 1 : 0
            }
            offsets[v + 1] = Int32(truncatingIfNeeded: place)
          }
        }
        if keepingEdges {
          edges = [Int32](unsafeUninitializedCapacity: count + 1) { buffer, size in
            fill { buffer[$0] = rows.edges[$1] }
            size = count
          }
        } else {
          fill { _, _ in }
        }
      }
      size = count
    }
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
  }

  /// The number of triangles at each node, of those whose lowest node is one of `lowest`.
  ///
  /// A triangle is seen once, from its lowest node.
  func triangleCounts(lowest: StrideTo<Int>) -> [Int32] {
    var counts = [Int32](repeating: 0, count: nodeCount)
    counts.withUnsafeMutableBufferPointer { counts in
      forEachMarked(lowest) { u, row, offsets, targets, marks in
        var own: Int32 = 0
        for k in row {
          let v = Int(targets[k])
          var shared: Int32 = 0
          var l = Int(offsets[v])
          let end = Int(offsets[v &+ 1])
          while l < end {
            let w = Int(targets[l])
            l &+= 1
            // No branch: whether a pair is closed is hard to foretell.
            let closes = Int32(marks[w])
            counts[w] &+= closes
            shared &+= closes
          }
          counts[v] &+= shared
          own &+= shared
        }
        counts[u] &+= own
      }
    }
    return counts
  }

  /// The number of triangles whose lowest node is one of `lowest`.
  func triangleCount(lowest: StrideTo<Int>) -> Int {
    var count = 0
    forEachMarked(lowest) { _, row, offsets, targets, marks in
      for k in row {
        let v = Int(targets[k])
        var l = Int(offsets[v])
        let end = Int(offsets[v &+ 1])
        while l < end {
          count &+= Int(marks[Int(targets[l])])
          l &+= 1
        }
      }
    }
    return count
  }

  /// Calls `body` for each node with two ties or more, with its row, while the upper ends of those are
  /// marked with 1 and all others with 0.
  @inline(__always)
  private func forEachMarked(
    _ lowest: StrideTo<Int>,
    _ body: (
      _ node: Int, _ row: Range<Int>, _ offsets: UnsafeBufferPointer<Int32>,
      _ targets: UnsafeBufferPointer<Int32>, _ marks: UnsafeMutableBufferPointer<UInt8>
    ) -> Void
  ) {
    var marked = [UInt8](repeating: 0, count: nodeCount)
    marked.withUnsafeMutableBufferPointer { marks in
      offsets.withUnsafeBufferPointer { offsets in
        targets.withUnsafeBufferPointer { targets in
          for u in lowest {
            let row = Int(offsets[u])..<Int(offsets[u &+ 1])
            guard row.count > 1 else { continue }
            for k in row { marks[Int(targets[k])] = 1 }
            body(u, row, offsets, targets, marks)
            for k in row { marks[Int(targets[k])] = 0 }
          }
        }
      }
    }
  }

  /// Calls `body` once for each triangle, with its nodes and the edges opposite to them.
  @inline(__always)
  func forEachTriangle(
    _ body: (_ nodes: (Int, Int, Int), _ opposite: (Int, Int, Int)) -> Void
  ) {
    let (offsets, targets, edges) = (offsets.span, targets.span, edges.span)
    // The tie from the lowest node to each other one; below the row where there is none.
    var marked = [Int32](repeating: -1, count: nodeCount)
    var marks = marked.mutableSpan
    for u in 0..<nodeCount {
      let row = Int(offsets[u])..<Int(offsets[u + 1])
      guard row.count > 1 else { continue }
      for k in row { marks[Int(targets[k])] = Int32(truncatingIfNeeded: k) }
      for k in row {
        let v = Int(targets[k])
        for l in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = Int(targets[l])
          let tie = Int(marks[w])
          guard tie >= row.lowerBound else { continue }
          body((u, v, w), (Int(edges[l]), Int(edges[tie]), Int(edges[k])))
        }
      }
    }
  }
}
