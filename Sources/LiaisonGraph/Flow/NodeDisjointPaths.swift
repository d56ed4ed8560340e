/// Counts paths that share no node but their ends, between many pairs of nodes of one graph.
///
/// A path after the other is found by a breadth-first search that may take back steps of earlier ones,
/// as in a flow in which each node passes one unit: `next` and `previous` are that flow. Nothing is
/// made anew for the next pair, so that few paths cost little however large the graph is.
struct NodeDisjointPaths {
  private let outgoing: Rows
  private let incoming: Rows
  /// The neighbours of each node on the path that it is on.
  private var next: [Int32]
  private var previous: [Int32]
  /// Those that are or were on a path of the pair.
  private var touched: [Int32] = []
  /// The last search in which a node was entered, and left; the last pair whose sink it leads to.
  private var entered: [Int32]
  private var left: [Int32]
  private var leads: [Int32]
  private var search: Int32 = 0
  private var pair: Int32 = 0
  /// The node that was left to enter a node: itself where its own step is taken back.
  private var entry: [Int32]
  /// The node that was entered to leave a node: itself, or the one that it no longer goes to.
  private var exit: [Int32]

  private static var none: Int32 { -1 }

  /// Paths in a simple graph.
  init(_ graph: Graph) {
    outgoing = graph.outgoing
    incoming = graph.incoming
    next = [Int32](repeating: NodeDisjointPaths.none, count: graph.nodeCount)
    previous = next
    entered = [Int32](repeating: 0, count: graph.nodeCount)
    left = entered
    leads = entered
    entry = entered
    exit = entered
  }

  /// The number of disjoint paths between two nodes that are not joined, but no more than `enough`.
  ///
  /// - Complexity: O(n + m) for each path.
  mutating func count(from source: Int, to sink: Int, enough: Int) -> Int {
    for node in touched {
      next[Int(node)] = NodeDisjointPaths.none
      previous[Int(node)] = NodeDisjointPaths.none
    }
    touched.removeAll(keepingCapacity: true)
    if pair == .max {
      for node in leads.indices { leads[node] = 0 }
      pair = 0
    }
    pair += 1
    for k in incoming.row(sink) { leads[Int(incoming.targets[k])] = pair }
    var count = 0
    // Those whom both know are a path each, and there is no better use for them.
    for k in outgoing.row(source) where count < enough {
      let node = outgoing.targets[k]
      guard leads[Int(node)] == pair else { continue }
      take(node, from: Int32(source))
      next[Int(node)] = Int32(sink)
      count += 1
    }
    while count < enough, let end = freeWay(from: source) {
      turn(end, from: Int32(source), to: Int32(sink))
      count += 1
    }
    return count
  }

  /// Looks for a way on which one more path passes.
  ///
  /// - Returns: the last node before the sink.
  private mutating func freeWay(from source: Int) -> Int32? {
    if search == .max {
      for node in entered.indices { (entered[node], left[node]) = (0, 0) }
      search = 0
    }
    search += 1
    left[source] = search
    entered[source] = search
    var queue = [Int32(source)]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let on = next[Int(node)]
      // A node on a path is left only where its step is taken back: so may be the one to it.
      if on != NodeDisjointPaths.none, let found = enter(Int(node), from: node, &queue) {
        return found
      }
      for k in outgoing.row(Int(node)) {
        let other = outgoing.targets[k]
        guard entered[Int(other)] != search, other != on, previous[Int(other)] != node else {
          continue
        }
        if let found = enter(Int(other), from: node, &queue) { return found }
      }
    }
    return nil
  }

  /// Enters a node, and leaves it, or the one before it on its path.
  ///
  /// - Returns: the node that was left, if it leads to the sink.
  @inline(__always)
  private mutating func enter(_ node: Int, from: Int32, _ queue: inout [Int32]) -> Int32? {
    guard entered[node] != search else { return nil }
    entered[node] = search
    entry[node] = from
    let before = previous[node]
    let leaves = before == NodeDisjointPaths.none ? node : Int(before)
    guard left[leaves] != search else { return nil }
    left[leaves] = search
    exit[leaves] = Int32(node)
    if leads[leaves] == pair { return Int32(leaves) }
    queue.append(Int32(leaves))
    return nil
  }

  /// Makes the way that was found a path, taking back the steps that it undoes.
  private mutating func turn(_ end: Int32, from source: Int32, to sink: Int32) {
    next[Int(end)] = sink
    var node = end
    while node != source {
      let here = exit[Int(node)]
      let from = entry[Int(here)]
      if from == here {
        // Left on no path: the step to it and the one from it are both taken back.
        next[Int(here)] = NodeDisjointPaths.none
        previous[Int(here)] = NodeDisjointPaths.none
      } else {
        take(here, from: from)
        if from != source { next[Int(from)] = here }
      }
      node = from
    }
  }

  private mutating func take(_ node: Int32, from: Int32) {
    previous[Int(node)] = from
    touched.append(node)
  }
}
