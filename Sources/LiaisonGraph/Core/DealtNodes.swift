/// Nodes dealt out to parts: those of each part side by side, in their order.
struct DealtNodes {
  /// The place of each node in its part; below 0 where it has none.
  let places: [Int32]
  private let nodes: [Int32]
  /// The nodes of part `p` are `nodes[start[p] ..< start[p + 1]]`.
  private let start: [Int32]

  /// - Parameter parts: the part of each node, below the number of nodes; below 0 where it has none.
  /// - Complexity: O(n).
  init(to parts: [Int32]) {
    var start = [Int32](repeating: 0, count: parts.count + 1)
    for part in parts where part >= 0 { start[Int(part) + 1] += 1 }
    Rows.sum(&start)
    var next = start
    var nodes = [Int32](repeating: 0, count: Int(start[parts.count]))
    var places = [Int32](repeating: -1, count: parts.count)
    for (node, part) in parts.enumerated() where part >= 0 {
      let place = next[Int(part)]
      next[Int(part)] += 1
      nodes[Int(place)] = Int32(node)
      places[node] = place - start[Int(part)]
    }
    (self.nodes, self.start, self.places) = (nodes, start, places)
  }

  /// The nodes of a part, in their order.
  subscript(part: Int) -> ArraySlice<Int32> { nodes[Int(start[part])..<Int(start[part + 1])] }
}
