/// The ties of a simple undirected graph to its hubs, one bit a hub: the nodes of far more ties than most.
///
/// Most pairs of ties that meet lead to a hub: there two nodes that are tied close as many triangles as
/// they share bits, and no row has to be walked to tell. Nodes are in the order of ``UpwardTies``; hubs are
/// the highest, so that triangles whose highest node is none lie wholly in the graph without them.
struct HubTies: Sendable {
  /// Nodes of at least so many ties are hubs.
  let leastDegree: Int
  /// The node of each bit.
  private let hubs: [Int32]
  /// The hubs above each node that it is tied to.
  private let bits: [HubBits]

  var isEmpty: Bool { hubs.isEmpty }

  /// - Parameter rows: of a simple undirected graph.
  init(_ rows: Rows) {
    let n = rows.nodeCount
    var least = n
    var hubs: [Int32] = []
    var bits: [HubBits] = []
    rows.withBuffers { offsets, targets in
      least = HubTies.leastDegree(offsets)
      guard least < n else { return }
      for v in 0..<n where Int(offsets[v &+ 1] &- offsets[v]) >= least {
        hubs.append(Int32(truncatingIfNeeded: v))
      }
      bits = [HubBits](repeating: .zero, count: n)
      bits.withUnsafeMutableBufferPointer { bits in
        for (number, hub) in hubs.enumerated() {
          let v = Int(hub)
          let rank = UpwardTies.rank(v, offsets)
          let own = HubBits.one(number)
          for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
            let w = Int(targets[k])
            if UpwardTies.rank(w, offsets) < rank { bits[w] |= own }
          }
        }
      }
    }
    (leastDegree, self.hubs, self.bits) = (least, hubs, bits)
  }

  /// The least number of ties above three times the mean that no more nodes reach than there are bits; the
  /// number of nodes, which none reaches, where hubs hold less than a tenth of all ends of ties and would
  /// not repay the making of their bits.
  private static func leastDegree(_ offsets: UnsafeBufferPointer<Int32>) -> Int {
    let n = offsets.count - 1
    guard n > 0 else { return 0 }
    // Of a simple graph: degrees are below the number of nodes.
    var withDegree = [Int32](repeating: 0, count: n)
    withDegree.withUnsafeMutableBufferPointer { withDegree in
      for v in 0..<n { withDegree[Int(offsets[v &+ 1] &- offsets[v])] &+= 1 }
    }
    let ends = Int(offsets[n])
    let usual = 3 * ends / n
    var (least, count, hubEnds) = (n, 0, 0)
    while least > usual + 1 {
      let more = Int(withDegree[least - 1])
      guard count + more <= HubBits.bitWidth else { break }
      least -= 1
      count += more
      hubEnds += more * least
    }
    return hubEnds * 10 >= ends ? least : n
  }

  /// The number of triangles whose highest node is a hub and whose two others are tied by one of `edges`.
  func triangleCount(_ edges: ArraySlice<Edge>) -> Int {
    guard !isEmpty else { return 0 }
    var count = 0
    bits.withUnsafeBufferPointer { bits in
      for edge in edges {
        count &+= (bits[edge.source.index] & bits[edge.target.index]).bitCount
      }
    }
    return count
  }

  /// Adds to each node the number of its triangles whose highest node is a hub and whose two others are
  /// tied by one of `edges`.
  func addTriangles(_ edges: ArraySlice<Edge>, to counts: UnsafeMutableBufferPointer<Int32>) {
    guard !isEmpty else { return }
    let tally = HubTally()
    bits.withUnsafeBufferPointer { bits in
      var start = edges.startIndex
      while start < edges.endIndex {
        let end = min(edges.endIndex, start + HubTally.Few.most)
        var few = HubTally.Few()
        for edge in edges[start..<end] {
          let shared = bits[edge.source.index] & bits[edge.target.index]
          let count = Int32(truncatingIfNeeded: shared.bitCount)
          counts[edge.source.index] &+= count
          counts[edge.target.index] &+= count
          few.add(shared)
        }
        tally.add(few)
        start = end
      }
    }
    for (number, hub) in hubs.enumerated() { counts[Int(hub)] &+= tally.count(of: number) }
  }
}
