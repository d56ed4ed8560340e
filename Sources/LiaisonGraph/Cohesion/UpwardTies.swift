/// The ties of a simple undirected graph, each kept from its end of lower degree to that of higher degree
/// (of equals, to the later node), so that no node has more than √(2m) of them.
///
/// - Reference: M. Latapy, Main-memory triangle computations for very large (sparse (power-law))
///   graphs, Theoretical Computer Science 407 (2008) 458–473, doi:10.1016/j.tcs.2008.07.017.
struct UpwardTies: Sendable {
  /// Row `v` is `offsets[v] ..< offsets[v + 1]`.
  private let offsets: [Int32]
  /// The upper end of each tie, the last of each row with its sign turned (see ``end(_:)``).
  ///
  /// A loop that ends where it meets a sign stays one loop, while one of a known length is unrolled, which
  /// rows of a few ties pay for with two foretold ends in place of one.
  private let targets: [Int32]
  /// The edge of each tie; empty where edges are not asked for.
  private let edges: [Int32]
  /// A set of bits a node, one for each upper end, by its last six binary digits: two nodes whose bits do not
  /// meet have no upper end in common, which most rows of a few ties need not be walked to tell.
  private let bits: [UInt64]

  var nodeCount: Int { offsets.count - 1 }

  /// The node that an entry of `targets` stands for.
  @inline(__always)
  private static func end(_ target: Int32) -> Int { Int(target & Int32.max) }

  /// The place of a node in the order in which ties lead up: by degree, of equals by number.
  @inline(__always)
  static func rank(_ v: Int, _ offsets: UnsafeBufferPointer<Int32>) -> Int {
    Int(offsets[v &+ 1] &- offsets[v]) << 32 | v
  }

  /// - Parameters:
  ///   - rows: of a simple undirected graph.
  ///   - degree: nodes of so many ties and more are left out.
  ///   - keepingEdges: whether ties know their edges.
  init(_ rows: Rows, below degree: Int = Int(Int32.max), keepingEdges: Bool = false) {
    let n = rows.nodeCount
    let count = rows.targets.count / 2
    let limit = degree << 32
    var offsets = [Int32](repeating: 0, count: n + 1)
    var edges: [Int32] = []
    var bits = [UInt64](repeating: 0, count: n)
    // Every tie is written and the place moves on past those that lead up: which do is hard to foretell, so
    // that a branch would cost more. Hence one place more than there are ties.
    let targets = [Int32](unsafeUninitializedCapacity: count + 1) { upper, size in
      rows.withBuffers { rowOffsets, rowTargets in
        var place = 0
        func fill(_ keep: (_ place: Int, _ arc: Int) -> Void) {
          for v in 0..<n {
            let start = place
            let row = Int(rowOffsets[v])..<Int(rowOffsets[v &+ 1])
            let own = UpwardTies.rank(v, rowOffsets)
            // A node of one tie is in no triangle.
            if row.count > 1, own < limit {
              var ends: UInt64 = 0
              for k in row {
                let w = Int(rowTargets[k])
                let other = UpwardTies.rank(w, rowOffsets)
                upper[place] = rowTargets[k]
                keep(place, k)
                // The signs of the differences, as the compiler makes a branch of a comparison.
                let leadsUp = UInt64(bitPattern: Int64((own &- other) & (other &- limit))) >> 63
                ends |= leadsUp &<< UInt64(w & 63)
                place &+= Int(truncatingIfNeeded: leadsUp)
              }
              bits[v] = ends
              if place > start { upper[place &- 1] |= Int32.min }
            }
            offsets[v + 1] = Int32(truncatingIfNeeded: place)
          }
        }
        if keepingEdges {
          edges = [Int32](unsafeUninitializedCapacity: count + 1) { buffer, size in
            fill { buffer[$0] = rows.edges[$1] }
            size = Int(offsets[n])
          }
        } else {
          fill { _, _ in }
        }
      }
      size = Int(offsets[n])
    }
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
    self.bits = bits
  }

  /// Adds to each node the number of its triangles whose lowest node is one of `lowest`.
  ///
  /// A triangle is seen once, from its lowest node.
  func addTriangles(
    lowest: StrideTo<Int>, to counts: UnsafeMutableBufferPointer<Int32>
  ) {
    forEachPath(lowest) { u, v, targets, start, marks in
      var shared: Int32 = 0
      UpwardTies.forEachEnd(targets, from: start) { w in
        // No branch: whether a pair is closed is hard to foretell.
        let closes = Int32(marks[w])
        counts[w] &+= closes
        shared &+= closes
      }
      counts[v] &+= shared
      counts[u] &+= shared
    }
  }

  /// The number of triangles whose lowest node is one of `lowest`.
  func triangleCount(lowest: StrideTo<Int>) -> Int {
    var count = 0
    forEachPath(lowest) { _, _, targets, start, marks in
      UpwardTies.forEachEnd(targets, from: start) { count &+= Int(marks[$0]) }
    }
    return count
  }

  /// Calls `body` for each tie from one of `lowest` to a node with which it may have upper ends in common, with
  /// its ends and where the row of the upper one starts, while the upper ends of the lower one are marked with
  /// 1 and all others with 0.
  @inline(__always)
  private func forEachPath(
    _ lowest: StrideTo<Int>,
    _ body: (
      _ lower: Int, _ upper: Int, _ targets: UnsafeBufferPointer<Int32>, _ start: Int,
      _ marks: UnsafeMutableBufferPointer<UInt8>
    ) -> Void
  ) {
    var marked = [UInt8](repeating: 0, count: nodeCount)
    marked.withUnsafeMutableBufferPointer { marks in
      offsets.withUnsafeBufferPointer { offsets in
        targets.withUnsafeBufferPointer { targets in
          bits.withUnsafeBufferPointer { bits in
            for u in lowest {
              let row = Int(offsets[u])
              guard Int(offsets[u &+ 1]) &- row > 1 else { continue }
              let own = bits[u]
              UpwardTies.forEachEnd(targets, from: row) { marks[$0] = 1 }
              UpwardTies.forEachEnd(targets, from: row) { v in
                if bits[v] & own != 0 { body(u, v, targets, Int(offsets[v]), marks) }
              }
              UpwardTies.forEachEnd(targets, from: row) { marks[$0] = 0 }
            }
          }
        }
      }
    }
  }

  /// Calls `body` for each upper end of a row that is not empty.
  @inline(__always)
  private static func forEachEnd(
    _ targets: UnsafeBufferPointer<Int32>, from start: Int, _ body: (Int) -> Void
  ) {
    var place = start
    var target: Int32
    repeat {
      target = targets[place]
      place &+= 1
      body(end(target))
    } while target >= 0
  }

  /// Calls `body` once for each triangle, with its nodes and the edges opposite to them.
  ///
  /// - Throws: `cancelled`.
  @inline(__always)
  func forEachTriangle(
    progress: RunProgress?,
    _ body: (_ nodes: (Int, Int, Int), _ opposite: (Int, Int, Int)) -> Void
  ) throws(GraphError) {
    let (offsets, targets, edges) = (offsets.span, targets.span, edges.span)
    let bits = bits.span
    // The tie from the lowest node to each other one; below the row where there is none.
    var marked = [Int32](repeating: -1, count: nodeCount)
    var marks = marked.mutableSpan
    let blocks = blocks(of: nodeCount)
    progress?.expect(blocks.count)
    for block in blocks {
      try progress?.check()
      for u in block {
        let row = Int(offsets[u])..<Int(offsets[u + 1])
        guard row.count > 1 else { continue }
        for k in row { marks[UpwardTies.end(targets[k])] = Int32(truncatingIfNeeded: k) }
        for k in row {
          let v = UpwardTies.end(targets[k])
          guard bits[u] & bits[v] != 0 else { continue }
          for l in Int(offsets[v])..<Int(offsets[v + 1]) {
            let w = UpwardTies.end(targets[l])
            let tie = Int(marks[w])
            guard tie >= row.lowerBound else { continue }
            body((u, v, w), (Int(edges[l]), Int(edges[tie]), Int(edges[k])))
          }
        }
      }
      progress?.advance()
    }
  }
}
