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
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    var numbers = [Int32](repeating: 0, count: n)
    var number = numbers.mutableSpan
    // The way from the start to where the search stands: node, next arc, own index.
    var path: [(node: Int32, place: Int32, index: Int32)] = []
    var open: [Int32] = []
    var index: Int32 = 1
    var finished = Int32(n)
    for start in 0..<n where number[start] == 0 {
      var v = start
      var own = index
      var least = own
      var place = offsets[v]
      number[v] = own
      index += 1
      search: while true {
        let end = offsets[v + 1]
        while place < end {
          let w = Int(targets[Int(place)])
          place += 1
          let other = number[w]
          if other == 0 {
            number[v] = least
            path.append((Int32(v), place, own))
            v = w
            own = index
            least = own
            place = offsets[v]
            number[v] = own
            index += 1
            continue search
          }
          least = min(least, other)
        }
        if least == own {
          // Those above are the rest of its component.
          index -= 1
          while let member = open.last, number[Int(member)] >= own {
            open.removeLast()
            number[Int(member)] = finished
            index -= 1
          }
          number[v] = finished
          finished -= 1
        } else {
          number[v] = least
          open.append(Int32(v))
        }
        guard let (parent, next, parentIndex) = path.popLast() else { break }
        let reached = number[v]
        v = Int(parent)
        place = next
        own = parentIndex
        least = min(number[v], reached)
      }
    }
    let last = Int32(n)
    return (numbers.map { last - $0 }, n - Int(finished))
  }
}
