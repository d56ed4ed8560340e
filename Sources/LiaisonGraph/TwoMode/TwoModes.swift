/// The two sides of a two-mode network: organizations and events, agencies and bodies.
public struct TwoModes: Sendable, Equatable {
  /// The names of the two modes, in the order of their bytes.
  public let names: [String]
  /// The mode of each node: 0 or 1.
  public let mode: NodeMap<Int>

  /// The nodes of one mode, in order.
  public func nodes(_ mode: Int) -> [NodeID] { self.mode.nodes.filter { self.mode[$0] == mode } }

  /// The number of nodes of each mode.
  public var sizes: [Int] {
    var ones = 0
    for mode in mode.values { ones += mode }
    return [mode.count - ones, ones]
  }
}

extension Graph {
  /// The two modes that a grouping of the nodes gives.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node, where there
  ///   are not two groups, or where a tie joins two nodes of one group.
  /// - Complexity: O(n + m).
  public func twoModes(_ groups: NodeMap<String>) throws(GraphError) -> TwoModes {
    let (group, names) = try numbered(groups)
    guard names.count == 2 else {
      throw GraphError(
        .invalidParameter, "A two-mode network has two groups of nodes, not \(names.count).")
    }
    for edge in edges where group[edge.source.index] == group[edge.target.index] {
      throw GraphError(
        .invalidParameter,
        "Nodes \(edge.source) and \(edge.target) are tied and both are of mode "
          + "'\(names[group[edge.source.index]])'.",
        hint: "In a two-mode network ties lead from one mode to the other.")
    }
    return TwoModes(names: names, mode: NodeMap(group))
  }

  /// The two sides of the graph, found by its ties alone: `nil` where a cycle of odd length leaves
  /// none. The lowest node of each component is on side 0.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  /// - Reference: D. Kőnig, Theorie der endlichen und unendlichen Graphen, Akademische
  ///   Verlagsgesellschaft 1936: a graph has two sides where no cycle is of odd length.
  public func bipartition() -> NodeMap<Int>? {
    var side = [Int](repeating: -1, count: nodeCount)
    var stack: [Int] = []
    let rowsTaken = rows(.all)
    for start in 0..<nodeCount where side[start] < 0 {
      side[start] = 0
      stack.append(start)
      while let v = stack.popLast() {
        for rows in rowsTaken {
          for k in rows.row(v) {
            let w = Int(rows.targets[k])
            if side[w] == side[v] { return nil }
            guard side[w] < 0 else { continue }
            side[w] = 1 - side[v]
            stack.append(w)
          }
        }
      }
    }
    return NodeMap(side)
  }
}
