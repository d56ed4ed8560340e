/// Arcs with capacities, each beside the arc that takes flow back: arc `a` is undone by `a ^ 1`.
struct FlowNetwork {
  private(set) var head: [Int32] = []
  private(set) var residual: [Double] = []
  private var next: [Int32] = []
  private var first: [Int32]

  init(nodeCount: Int) { first = Array(repeating: -1, count: nodeCount) }

  /// Adds an arc, with a capacity for flow the other way too.
  mutating func add(_ source: Int, _ target: Int, _ capacity: Double, back: Double = 0) {
    for (from, to, room) in [(source, target, capacity), (target, source, back)] {
      head.append(Int32(to))
      residual.append(room)
      next.append(first[from])
      first[from] = Int32(head.count - 1)
    }
  }

  /// The greatest flow from one node to another, but no more than `enough`, by Dinic's algorithm.
  ///
  /// Every phase saturates the bottlenecks of its shortest paths exactly, so that there are fewer
  /// phases than nodes whatever the capacities are.
  mutating func maximize(from source: Int, to sink: Int, enough: Double = .infinity) -> Double {
    var flow = 0.0
    while flow < enough, let level = levels(from: source, to: sink) {
      var place = first
      var path: [Int32] = []
      var node = source
      search: while flow < enough {
        if node == sink {
          flow += push(along: &path, from: source, to: &node, limit: enough - flow)
          continue
        }
        while place[node] >= 0 {
          let arc = Int(place[node])
          if residual[arc] > 0, level[Int(head[arc])] == level[node] + 1 {
            path.append(Int32(arc))
            node = Int(head[arc])
            continue search
          }
          place[node] = next[arc]
        }
        // A dead end: step back, and leave that arc alone for this phase.
        guard let last = path.popLast() else { break }
        node = Int(head[Int(last ^ 1)])
        place[node] = next[Int(last)]
      }
    }
    return flow
  }

  /// Sends what the narrowest arc takes, and cuts the path back to where it is full.
  private mutating func push(
    along path: inout [Int32], from source: Int, to node: inout Int, limit: Double
  ) -> Double {
    var amount = limit
    for arc in path { amount = min(amount, residual[Int(arc)]) }
    var full = path.count
    for (index, arc) in path.enumerated().reversed() {
      residual[Int(arc)] -= amount
      residual[Int(arc ^ 1)] += amount
      if residual[Int(arc)] <= 0 { full = index }
    }
    node = full < path.count ? Int(head[Int(path[full] ^ 1)]) : node
    path.removeSubrange(full...)
    if path.isEmpty { node = source }
    return amount
  }

  /// Hops from the source over arcs with room; `nil` where the sink is out of reach.
  private func levels(from source: Int, to sink: Int) -> [Int32]? {
    let level = self.level(from: source)
    return level[sink] >= 0 ? level : nil
  }

  private func level(from source: Int) -> [Int32] {
    var level = [Int32](repeating: -1, count: first.count)
    level[source] = 0
    var queue = [source]
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      var arc = first[node]
      while arc >= 0 {
        let target = Int(head[Int(arc)])
        if level[target] < 0, residual[Int(arc)] > 0 {
          level[target] = level[node] + 1
          queue.append(target)
        }
        arc = next[Int(arc)]
      }
    }
    return level
  }

  /// The nodes that the source still reaches: its side of a smallest cut.
  func sourceSide(_ source: Int) -> [Bool] { level(from: source).map { $0 >= 0 } }

  /// The arcs that leave a node.
  func arcs(of node: Int) -> [Int] {
    var arcs: [Int] = []
    var arc = first[node]
    while arc >= 0 {
      arcs.append(Int(arc))
      arc = next[Int(arc)]
    }
    return arcs.reversed()
  }
}
