/// Brandes' accumulation where a node is at the end of more shortest paths than a `Double` holds: their
/// numbers are of any size, and one source is searched after the other.
///
/// Ten times as slow as ``DependencySweep`` and ``WeightedDependencies``, whose place it takes only where
/// these meet such a node: a grid of 520 times 520 has some, or 1,024 diamonds in a row.
struct WideDependencies: Sendable {
  private let rows: Rows
  /// The length of each edge; `nil` where each is 1.
  private let lengths: [Double]?
  /// How often each node counts as a source.
  private let counts: [Double]
  /// How many edges get a sum; nodes get one if `nil`.
  private let edgeCount: Int?

  /// - Parameters:
  ///   - rows: outgoing arcs of a simple graph.
  ///   - lengths: of the edges, all above 0; `nil` where each is 1.
  ///   - counts: how often each node is a source.
  ///   - edgeCount: how many edges get a sum; nodes get one if `nil`.
  init(_ rows: Rows, lengths: [Double]?, counts: [Double], edgeCount: Int?) {
    (self.rows, self.lengths, self.counts, self.edgeCount) = (rows, lengths, counts, edgeCount)
  }

  /// Dependencies summed over the sources, by node or by edge; the same bits for any number of threads.
  ///
  /// - Throws: `cancelled`, before the next source.
  func sums(threads: Int?, progress: RunProgress?) throws(GraphError) -> [Double] {
    let starts = (0..<rows.nodeCount).filter { counts[$0] > 0 && !rows.row($0).isEmpty }
    let parts = partCount(for: starts.count)
    progress?.expect(starts.count)
    let partial = inParallel(parts, threads: threads) { part in
      var search = Search(self)
      for index in stride(from: part, to: starts.count, by: parts)
      where progress?.isCancelled != true {
        search.run(from: starts[index], self)
        search.gather(self)
        progress?.advance()
      }
      return search.sums
    }
    try progress?.check()
    var sums = [Double](repeating: 0, count: edgeCount ?? rows.nodeCount)
    for part in partial {
      for index in sums.indices { sums[index] += part[index] }
    }
    return sums
  }

  private func length(_ k: Int) -> Double { lengths?[Int(rows.edges[k])] ?? 1 }

  /// One search after the other.
  private struct Search {
    private var distance: [Double]
    private var paths: [WideNumber]
    /// (1 + dependency) / paths of each node that is done.
    private var share: [WideNumber]
    /// The place of each node in the order in which they are finished; −1 before.
    private var place: [Int32]
    private var order: [Int32] = []
    private var queue = DistanceQueue()
    private(set) var sums: [Double]

    init(_ graph: WideDependencies) {
      let n = graph.rows.nodeCount
      distance = Array(repeating: .infinity, count: n)
      paths = Array(repeating: .zero, count: n)
      share = paths
      place = Array(repeating: -1, count: n)
      sums = Array(repeating: 0, count: graph.edgeCount ?? n)
    }

    /// Finds the distances and the number of shortest paths from a node.
    mutating func run(from source: Int, _ graph: WideDependencies) {
      let tolerance = Graph.pathTolerance
      let rows = graph.rows
      for node in order {
        distance[Int(node)] = .infinity
        place[Int(node)] = -1
      }
      order.removeAll(keepingCapacity: true)
      distance[source] = 0
      paths[source] = WideNumber(1)
      queue.push(0, Int32(source))
      while let (_, node) = queue.pop() {
        let v = Int(node)
        guard place[v] < 0 else { continue }
        place[v] = Int32(order.count)
        order.append(node)
        for k in rows.row(v) {
          let w = Int(rows.targets[k])
          let next = distance[v] + graph.length(k)
          if next > distance[w] * (1 + tolerance) || place[w] >= 0 { continue }
          if next < distance[w] * (1 - tolerance) {
            distance[w] = next
            paths[w] = paths[v]
            queue.push(next, rows.targets[k])
          } else if distance[v] + 0.5 * graph.length(k) <= distance[w] {
            // As in `WeightedDependencies`.
            paths[w] = paths[w] + paths[v]
          }
        }
      }
    }

    /// Adds the dependencies of the last source, from the farthest node back.
    mutating func gather(_ graph: WideDependencies) {
      let tolerance = Graph.pathTolerance
      let rows = graph.rows
      guard let source = order.first else { return }
      let weight = graph.counts[Int(source)]
      for index in order.indices.reversed() {
        let v = Int(order[index])
        var sum = WideNumber.zero
        for k in rows.row(v) {
          let w = Int(rows.targets[k])
          let length = graph.length(k)
          guard place[w] > index, distance[v] + length <= distance[w] * (1 + tolerance),
            distance[v] + 0.5 * length <= distance[w]
          else { continue }
          sum = sum + share[w]
          if graph.edgeCount != nil {
            sums[Int(rows.edges[k])] += weight * (paths[v] * share[w]).value
          }
        }
        let dependency = (sum * paths[v]).value
        share[v] = WideNumber(1 + dependency) / paths[v]
        if graph.edgeCount == nil, index > 0 { sums[v] += weight * dependency }
      }
    }
  }
}
