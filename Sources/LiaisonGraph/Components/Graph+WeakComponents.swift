extension Graph {
  /// The connected components, direction ignored.
  ///
  /// Isolates are components of one node.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  /// - Reference: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
  ///   manipulation, Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
  public func weakComponents() -> Components {
    var label = [Int32](repeating: -1, count: nodeCount)
    var count: Int32 = 0
    var stack: [Int32] = []
    let rowsTaken = rows(.all)
    for start in 0..<nodeCount where label[start] < 0 {
      label[start] = count
      stack.append(Int32(start))
      while let node = stack.popLast() {
        for rows in rowsTaken {
          for k in rows.row(Int(node)) where label[Int(rows.targets[k])] < 0 {
            label[Int(rows.targets[k])] = count
            stack.append(rows.targets[k])
          }
        }
      }
      count += 1
    }
    return Components(labels: label, labelCount: Int(count))
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
