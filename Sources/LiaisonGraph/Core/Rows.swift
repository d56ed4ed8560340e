/// Compressed sparse rows: for each node the nodes at the other end of its arcs, and their edges.
struct Rows: Sendable {
  /// Row `v` is `offsets[v] ..< offsets[v + 1]`.
  var offsets: [Int32]
  /// The node at the other end of each arc.
  var targets: [Int32]
  /// The edge of each arc.
  var edges: [Int32]

  init(offsets: [Int32], targets: [Int32], edges: [Int32]) {
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
  }

  /// Turns counts that are shifted by one into offsets.
  static func sum(_ counts: inout [Int32]) {
    for v in 1..<max(1, counts.count) { counts[v] += counts[v - 1] }
  }

  var nodeCount: Int { offsets.count - 1 }

  /// The places of a node's arcs.
  @inline(__always)
  func row(_ v: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(offsets[v]), Int(offsets[v + 1])))
  }

  /// Lets a kernel read the offsets and targets as plain memory, checked in debug builds only: what it
  /// reads are places of these rows and nodes of theirs.
  @inline(__always)
  func withBuffers<Result>(
    _ body: (_ offsets: UnsafeBufferPointer<Int32>, _ targets: UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { body(offsets, $0) }
    }
  }

  /// The rows of some nodes, in their order, with the nodes at the other end renumbered.
  ///
  /// - Parameter places: the new number of each node; arcs to nodes with a number below 0 are left out.
  func restricted(to nodes: some Collection<Int32>, places: [Int32]) -> Rows {
    var offsets: [Int32] = [0]
    var size = 0
    for node in nodes { size += row(Int(node)).count }
    var kept = 0
    var restricted: [Int32] = []
    let targets = [Int32](filling: size) { targets, count in
      restricted = [Int32](filling: size) { edges, count in
        for node in nodes {
          for k in row(Int(node)) {
            let place = places[Int(self.targets[k])]
            targets[kept] = place
            edges[kept] = self.edges[k]
            // Written over by the next where it is left out: no branch.
            kept += place >= 0 ? 1 : 0
          }
          offsets.append(Int32(kept))
        }
        count = kept
      }
      count = kept
    }
    return Rows(offsets: offsets, targets: targets, edges: restricted)
  }

  /// The number of distinct arcs that are no self-loops, of ordered rows.
  func distinctArcs() -> Int {
    let targets = targets.span
    var count = 0
    for v in 0..<nodeCount {
      var last: Int32 = -1
      for k in row(v) where targets[k] != last {
        last = targets[k]
        if Int(last) != v { count += 1 }
      }
    }
    return count
  }

  /// The first place of a node in an ordered row; `nil` where the row does not hold it.
  func place(of node: Int32, inRow v: Int) -> Int? {
    var low = Int(offsets[v])
    var high = Int(offsets[v + 1])
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < Int(offsets[v + 1]) && targets[low] == node ? low : nil
  }

  /// Whether an ordered row holds a node.
  func contains(_ node: Int32, inRow v: Int) -> Bool {
    place(of: node, inRow: v) != nil
  }

  func arcs(of v: Int) -> Arcs {
    let range = row(v)
    return Arcs(targets: targets[range], edges: edges[range])
  }
}
