extension Graph {
  /// The strong components: nodes that reach each other along arcs.
  ///
  /// In an undirected graph they are the connected components. Self-loops and parallel edges change
  /// nothing.
  ///
  /// - Complexity: O(n + m) time, O(n) space; nothing is recursive.
  /// - Reference: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on
  ///   Computing 1 (1972) 146–160, doi:10.1137/0201010; D. J. Pearce, A space-efficient algorithm for
  ///   finding strongly connected components, Information Processing Letters 116 (2016) 47–52,
  ///   doi:10.1016/j.ipl.2015.08.010.
  public func strongComponents() -> Components {
    let (labels, count) = stronglyConnected(outgoing)
    return Components(labels: labels, labelCount: count)
  }

  /// The strong component of each node, numbered so that arcs lead to lower numbers or stay.
  ///
  /// One number a node says all: 0 not seen; while its component is open, the least index that it is
  /// known to reach; afterwards one from n down, above all indices given later, so that arcs into what
  /// is finished need no question of their own.
  func stronglyConnected(_ rows: Rows) -> (labels: [Int32], count: Int) {
    let n = nodeCount
    var finished = Int32(n)
    var labels = [Int32](repeating: 0, count: n)
    // Raw, as a step is a few instructions an arc: checks cost a quarter of its time.
    labels.withUnsafeMutableBufferPointer { number in
      rows.withBuffers { offsets, targets in
        withUnsafeTemporaryAllocation(of: OpenNode.self, capacity: n) { path in
          withUnsafeTemporaryAllocation(of: Int32.self, capacity: n) { open in
            finished = Graph.numberStrongly(number, offsets, targets, path, open)
          }
        }
      }
      let last = Int32(n)
      for v in 0..<n { number[v] = last &- number[v] }
    }
    return (labels, n - Int(finished))
  }

  /// A node on the way from the start to where the search stands.
  private struct OpenNode {
    var node: Int32
    /// The next arc.
    var place: Int32
    var index: Int32
  }

  /// - Parameters:
  ///   - number: one a node, 0 before; above what is given back afterwards.
  ///   - path: room for all nodes.
  ///   - open: room for all nodes: those left whose component is not finished.
  /// - Returns: the number that a next component would get.
  private static func numberStrongly(
    _ number: UnsafeMutableBufferPointer<Int32>, _ offsets: UnsafeBufferPointer<Int32>,
    _ targets: UnsafeBufferPointer<Int32>, _ path: UnsafeMutableBufferPointer<OpenNode>,
    _ open: UnsafeMutableBufferPointer<Int32>
  ) -> Int32 {
    var depth = 0
    var openCount = 0
    var index: Int32 = 1
    var finished = Int32(number.count)
    for start in 0..<number.count where number[start] == 0 {
      var v = start
      var own = index
      var least = own
      var place = offsets[v]
      number[v] = own
      index &+= 1
      search: while true {
        let end = offsets[v &+ 1]
        while place < end {
          let w = Int(targets[Int(place)])
          place &+= 1
          let other = number[w]
          if other == 0 {
            let first = offsets[w]
            if first == offsets[w &+ 1] {
              // Who leads nowhere is a component.
              number[w] = finished
              finished &-= 1
              continue
            }
            number[v] = least
            path[depth] = OpenNode(node: Int32(truncatingIfNeeded: v), place: place, index: own)
            depth &+= 1
            v = w
            own = index
            least = own
            place = first
            number[v] = own
            index &+= 1
            continue search
          }
          least = min(least, other)
        }
        if least == own {
          // Those above are the rest of its component.
          index &-= 1
          while openCount > 0, number[Int(open[openCount &- 1])] >= own {
            openCount &-= 1
            number[Int(open[openCount])] = finished
            index &-= 1
          }
          number[v] = finished
          finished &-= 1
        } else {
          number[v] = least
          open[openCount] = Int32(truncatingIfNeeded: v)
          openCount &+= 1
        }
        guard depth > 0 else { break }
        depth &-= 1
        let reached = number[v]
        v = Int(path[depth].node)
        place = path[depth].place
        own = path[depth].index
        least = min(number[v], reached)
      }
    }
    return finished
  }
}
