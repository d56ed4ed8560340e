extension Graph {
  /// The strong components: nodes that reach each other along arcs.
  ///
  /// In an undirected graph they are the connected components. Self-loops and parallel edges change
  /// nothing.
  ///
  /// - Complexity: O(n + m) time, O(n) space; nothing is recursive.
  /// - Reference: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on
  ///   Computing 1 (1972) 146–160, doi:10.1137/0201010.
  public func strongComponents() -> Components {
    let (labels, count) = stronglyConnected(outgoing)
    return Components(labels: labels, labelCount: count)
  }

  /// The strong component of each node, numbered so that arcs lead to lower numbers or stay.
  func stronglyConnected(_ rows: Rows) -> (labels: [Int32], count: Int) {
    let n = nodeCount
    var index = [Int32](repeating: -1, count: n)
    var low = [Int32](repeating: 0, count: n)
    var label = [Int32](repeating: -1, count: n)
    var place = [Int32](repeating: 0, count: n)
    var open: [Int32] = []
    var path: [Int32] = []
    var next: Int32 = 0
    var count: Int32 = 0
    for start in 0..<n where index[start] < 0 {
      path.append(Int32(start))
      while let last = path.last {
        let v = Int(last)
        if index[v] < 0 {
          index[v] = next
          low[v] = next
          next += 1
          place[v] = rows.offsets[v]
          open.append(last)
        }
        var descends = false
        while place[v] < rows.offsets[v + 1] {
          let target = Int(rows.targets[Int(place[v])])
          place[v] += 1
          if index[target] < 0 {
            path.append(Int32(target))
            descends = true
            break
          } else if label[target] < 0 {
            low[v] = min(low[v], index[target])
          }
        }
        if descends { continue }
        path.removeLast()
        if let parent = path.last { low[Int(parent)] = min(low[Int(parent)], low[v]) }
        guard low[v] == index[v] else { continue }
        while let member = open.popLast() {
          label[Int(member)] = count
          if member == last { break }
        }
        count += 1
      }
    }
    return (label, Int(count))
  }
}
