/// Rows in the order in which a breadth-first search meets the nodes, so that neighbours lie near each
/// other, in raw memory (see ``LaneMemory``). Never written to once it is made.
final class LaneRows: @unchecked Sendable {
  let nodeCount: Int
  let arcCount: Int
  /// Row `v` is `offsets[v] ..< offsets[v + 1]`.
  let offsets: UnsafePointer<Int32>
  /// The place of the node at the other end of each arc.
  let targets: UnsafePointer<Int32>
  /// The edge of each arc.
  let edges: UnsafePointer<Int32>

  private let memory: (LaneMemory<Int32>, LaneMemory<Int32>, LaneMemory<Int32>)

  /// Takes rows whose arcs are given by a walk that is made twice: once to count, once to place.
  private init(
    nodeCount: Int, capacity: Int, keepingEdges: Bool,
    walk: ((_ source: Int, _ target: Int, _ edge: Int32) -> Void) -> Void
  ) {
    let offsets = LaneMemory<Int32>(nodeCount + 2)
    let targets = LaneMemory<Int32>(capacity)
    let edges = LaneMemory<Int32>(keepingEdges ? capacity : 0)
    // Shifted by two while they are counted: filling a row then leaves its start where it belongs.
    let next = offsets.pointer + 1
    walk { source, _, _ in next[source + 1] &+= 1 }
    for v in 0..<nodeCount { next[v + 1] &+= next[v] }
    walk { source, target, edge in
      let place = Int(next[source])
      next[source] &+= 1
      targets.pointer[place] = Int32(truncatingIfNeeded: target)
      if keepingEdges { edges.pointer[place] = edge }
    }
    self.nodeCount = nodeCount
    arcCount = Int(offsets.pointer[nodeCount])
    memory = (offsets, targets, edges)
    self.offsets = UnsafePointer(offsets.pointer)
    self.targets = UnsafePointer(targets.pointer)
    self.edges = UnsafePointer(edges.pointer)
  }

  /// The reverse of rows, by places; arcs at nodes without a place are left out. Rows come out in
  /// ascending order.
  convenience init(
    reversing rows: Rows, order: [Int32], places: [Int32], keepingEdges: Bool
  ) {
    self.init(nodeCount: order.count, capacity: rows.targets.count, keepingEdges: keepingEdges) {
      arc in
      for (place, node) in order.enumerated() {
        for k in rows.row(Int(node)) {
          let target = places[Int(rows.targets[k])]
          if target >= 0 { arc(Int(target), place, rows.edges[k]) }
        }
      }
    }
  }

  /// The rows of the reversed arcs, ascending.
  func reversed(keepingEdges: Bool) -> LaneRows {
    LaneRows(nodeCount: nodeCount, capacity: arcCount, keepingEdges: keepingEdges) { arc in
      for v in 0..<nodeCount {
        for k in Int(offsets[v])..<Int(offsets[v + 1]) {
          arc(Int(targets[k]), v, keepingEdges ? edges[k] : 0)
        }
      }
    }
  }
}

/// A simple graph as the sweeps read it.
struct LaneGraph: Sendable {
  var outgoing: LaneRows
  /// The same rows as `outgoing` in an undirected graph.
  var incoming: LaneRows
  /// The node that each place stands for.
  var order: [Int32]

  /// - Parameters:
  ///   - outgoing: the arcs that are followed.
  ///   - incoming: the same arcs reversed.
  ///   - isDirected: whether the two differ.
  ///   - gone: nodes that are left out; none if empty.
  ///   - keepingEdges: whether arcs know their edges.
  init(
    outgoing: Rows, incoming: Rows, isDirected: Bool, without gone: [Bool] = [],
    keepingEdges: Bool = false
  ) {
    let n = outgoing.nodeCount
    var places = [Int32](repeating: -1, count: n)
    var order: [Int32] = []
    order.reserveCapacity(n)
    for root in LaneGraph.byDegree(outgoing, isDirected ? incoming : nil) {
      guard places[root] < 0, gone.isEmpty || !gone[root] else { continue }
      var head = order.count
      places[root] = Int32(head)
      order.append(Int32(root))
      func visit(_ rows: Rows, _ v: Int) {
        for k in rows.row(v) {
          let w = Int(rows.targets[k])
          guard places[w] < 0, gone.isEmpty || !gone[w] else { continue }
          places[w] = Int32(order.count)
          order.append(Int32(w))
        }
      }
      while head < order.count {
        let v = Int(order[head])
        head += 1
        visit(outgoing, v)
        if isDirected { visit(incoming, v) }
      }
    }
    let reverse = LaneRows(
      reversing: outgoing, order: order, places: places, keepingEdges: keepingEdges)
    self.incoming = reverse
    self.outgoing = isDirected ? reverse.reversed(keepingEdges: keepingEdges) : reverse
    self.order = order
  }

  /// All nodes, those of greatest degree first, then by node.
  private static func byDegree(_ rows: Rows, _ others: Rows?) -> [Int] {
    let n = rows.nodeCount
    var degrees = [Int](repeating: 0, count: n)
    var greatest = 0
    for v in 0..<n {
      degrees[v] = rows.row(v).count + (others?.row(v).count ?? 0)
      greatest = max(greatest, degrees[v])
    }
    var next = [Int](repeating: 0, count: greatest + 2)
    for degree in degrees { next[greatest - degree + 1] += 1 }
    for rank in 0...greatest { next[rank + 1] += next[rank] }
    var nodes = [Int](repeating: 0, count: n)
    for v in 0..<n {
      let rank = greatest - degrees[v]
      nodes[next[rank]] = v
      next[rank] += 1
    }
    return nodes
  }
}
