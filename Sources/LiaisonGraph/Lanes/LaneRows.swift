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

  /// The reverse of rows, by places; arcs at nodes without a place, and from nodes that are not `kept`,
  /// are left out. Rows come out in ascending order.
  init(
    reversing rows: Rows, _ order: LaneOrder, keepingEdges: Bool,
    from kept: (Int) -> Bool = { _ in true }
  ) {
    nodeCount = order.nodes.count
    let offsets = LaneMemory<Int32>(nodeCount + 2)
    let targets = LaneMemory<Int32>(rows.targets.count)
    let edges = LaneMemory<Int32>(keepingEdges ? rows.targets.count : 0)
    // Shifted by two while they are counted: filling a row then leaves its start where it belongs.
    let next = offsets.pointer + 1
    LaneRows.forEachArc(rows, order, kept) { _, target, _ in next[target &+ 1] &+= 1 }
    for v in 0..<nodeCount { next[v &+ 1] &+= next[v] }
    let filled = targets.pointer
    if keepingEdges {
      rows.edges.withUnsafeBufferPointer { rowEdges in
        let filledEdges = edges.pointer
        LaneRows.forEachArc(rows, order, kept) { source, target, k in
          let place = Int(next[target])
          next[target] &+= 1
          filled[place] = source
          filledEdges[place] = rowEdges[k]
        }
      }
    } else {
      LaneRows.forEachArc(rows, order, kept) { source, target, _ in
        filled[Int(next[target])] = source
        next[target] &+= 1
      }
    }
    arcCount = Int(offsets.pointer[nodeCount])
    memory = (offsets, targets, edges)
    self.offsets = UnsafePointer(offsets.pointer)
    self.targets = UnsafePointer(targets.pointer)
    self.edges = UnsafePointer(edges.pointer)
  }

  /// Calls `body` with the places of the two ends of each arc that is kept, and with its own place in the
  /// rows.
  @inline(__always)
  private static func forEachArc(
    _ rows: Rows, _ order: LaneOrder, _ kept: (Int) -> Bool,
    _ body: (_ source: Int32, _ target: Int, _ arc: Int) -> Void
  ) {
    let places = order.places.pointer
    rows.withBuffers { offsets, targets in
      for (place, node) in order.nodes.enumerated() {
        let v = Int(node)
        guard kept(v) else { continue }
        for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
          let target = places[Int(targets[k])]
          if target >= 0 { body(Int32(truncatingIfNeeded: place), Int(target), k) }
        }
      }
    }
  }
}

/// The order in which breadth-first searches meet the nodes, each from the node of greatest degree that is
/// left, along arcs both ways.
struct LaneOrder {
  /// The node of each place.
  private(set) var nodes: [Int32] = []
  /// The place of each node; below 0 for those that are left out.
  let places: LaneMemory<Int32>

  /// - Parameters:
  ///   - rows: outgoing arcs.
  ///   - others: incoming arcs, where they differ.
  ///   - gone: nodes that are left out; none if empty.
  init(_ rows: Rows, _ others: Rows?, without gone: [Bool]) {
    let n = rows.nodeCount
    // −2 where a node is left out, −1 where it is not met yet.
    let places = LaneMemory<Int32>(n)
    for v in 0..<n { places.pointer[v] = !gone.isEmpty && gone[v] ? -2 : -1 }
    self.places = places
    nodes = [Int32](filling: n) { nodes, size in
      for root in LaneOrder.byDegree(rows, others) where places.pointer[Int(root)] == -1 {
        var head = size
        places.pointer[Int(root)] = Int32(truncatingIfNeeded: size)
        nodes[size] = root
        size += 1
        while head < size {
          let v = Int(nodes[head])
          head &+= 1
          LaneOrder.visit(rows, v, places.pointer, nodes, &size)
          if let others { LaneOrder.visit(others, v, places.pointer, nodes, &size) }
        }
      }
    }
  }

  @inline(__always)
  private static func visit(
    _ rows: Rows, _ v: Int, _ places: UnsafeMutablePointer<Int32>,
    _ nodes: UnsafeMutableBufferPointer<Int32>, _ size: inout Int
  ) {
    rows.withBuffers { offsets, targets in
      for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
        let w = targets[k]
        guard places[Int(w)] == -1 else { continue }
        places[Int(w)] = Int32(truncatingIfNeeded: size)
        nodes[size] = w
        size &+= 1
      }
    }
  }

  /// All nodes, those of greatest degree first, then by node.
  private static func byDegree(_ rows: Rows, _ others: Rows?) -> [Int32] {
    let n = rows.nodeCount
    var degrees = [Int32](repeating: 0, count: n)
    for v in 0..<n { degrees[v] = Int32(rows.row(v).count + (others?.row(v).count ?? 0)) }
    let greatest = degrees.max() ?? 0
    var next = [Int32](repeating: 0, count: Int(greatest) + 2)
    for degree in degrees { next[Int(greatest - degree) + 1] += 1 }
    for rank in 0...Int(greatest) { next[rank + 1] += next[rank] }
    var nodes = [Int32](repeating: 0, count: n)
    for v in 0..<n {
      let rank = Int(greatest - degrees[v])
      nodes[Int(next[rank])] = Int32(v)
      next[rank] += 1
    }
    return nodes
  }
}

/// A simple graph as the sweeps read it.
struct LaneGraph: Sendable {
  let outgoing: LaneRows
  /// The same rows as `outgoing` in an undirected graph; see the initializer for what a directed one may
  /// lack.
  let incoming: LaneRows
  /// The node that each place stands for.
  let order: [Int32]

  /// - Parameters:
  ///   - outgoing: the arcs that are followed.
  ///   - incoming: the same arcs reversed.
  ///   - isDirected: whether the two differ.
  ///   - gone: nodes that are left out; none if empty.
  ///   - keepingEdges: whether arcs know their edges.
  ///   - pullingFromStarts: whether the rows of incoming arcs hold those from nodes that no arc enters,
  ///     which a search meets as its source only.
  init(
    outgoing: Rows, incoming: Rows, isDirected: Bool, without gone: [Bool] = [],
    keepingEdges: Bool = false, pullingFromStarts: Bool = true
  ) {
    let order = LaneOrder(outgoing, isDirected ? incoming : nil, without: gone)
    self.order = order.nodes
    guard isDirected else {
      self.outgoing = LaneRows(reversing: outgoing, order, keepingEdges: keepingEdges)
      self.incoming = self.outgoing
      return
    }
    self.outgoing = LaneRows(reversing: incoming, order, keepingEdges: keepingEdges)
    self.incoming = LaneRows(reversing: outgoing, order, keepingEdges: keepingEdges) {
      pullingFromStarts || !incoming.row($0).isEmpty
    }
  }
}
