/// Brandes' accumulation over Dijkstra searches from one source after the other, in a simple graph.
///
/// - Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
///   Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249.
struct WeightedDependencies: Sendable {
  private let rows: Rows
  private let arcLengths: [Double]
  /// How often each node counts as a source, and as a target.
  private let sources: [Double]
  private let targets: [Double]
  /// Nodes that are folded into others.
  private let folded: FoldedLeaves?
  /// How many edges get a sum; nodes get one if `nil`.
  private let edgeCount: Int?

  /// - Parameters:
  ///   - rows: outgoing arcs.
  ///   - lengths: of the edges, all above 0.
  ///   - counts: how often each node is a source.
  ///   - folded: what was folded into the nodes that are left.
  ///   - edgeCount: how many edges get a sum; nodes get one if `nil`.
  init(_ rows: Rows, lengths: [Double], counts: [Double], folded: FoldedLeaves?, edgeCount: Int?) {
    self.rows = rows
    self.folded = folded
    self.edgeCount = edgeCount
    arcLengths = rows.edges.map { lengths[Int($0)] }
    sources = folded?.sources ?? counts
    targets = folded?.targets ?? [Double](repeating: 1, count: counts.count)
  }

  /// Dependencies summed over the sources, by node or by edge, in fixed parts that are added in a fixed
  /// order: the same bits for any number of threads.
  ///
  /// - Throws: `cancelled`, before the next source.
  func sums(threads: Int?, progress: RunProgress?) throws(GraphError) -> [Double] {
    // Who reaches nobody adds nothing.
    let starts = (0..<rows.nodeCount).filter {
      sources[$0] > 0 && !rows.row($0).isEmpty && !isGone($0)
    }
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

  private func isGone(_ v: Int) -> Bool { folded?.isGone[v] ?? false }

  /// One search after the other.
  private struct Search {
    private let distance: LaneMemory<Double>
    private let paths: LaneMemory<Double>
    /// (weight + dependency) / paths of each node that is done.
    private let share: LaneMemory<Double>
    /// The place of each node in the order in which they are finished; −1 before.
    private let place: LaneMemory<Int32>
    private let order: LaneMemory<Int32>
    private var size = 0
    private var queue = RadixQueue()
    private(set) var sums: [Double]

    init(_ graph: WeightedDependencies) {
      let n = graph.rows.nodeCount
      distance = LaneMemory(n)
      paths = LaneMemory(n)
      share = LaneMemory(n)
      place = LaneMemory(n)
      order = LaneMemory(n)
      sums = [Double](repeating: 0, count: graph.edgeCount ?? n)
      for v in 0..<n {
        // No way to a folded node is shorter than −1, so that none is walked.
        distance.pointer[v] = graph.isGone(v) ? -1 : .infinity
        place.pointer[v] = -1
      }
    }

    /// Finds the distances and the number of shortest paths from a node.
    mutating func run(from source: Int, _ graph: WeightedDependencies) {
      let tolerance = Graph.pathTolerance
      let (distance, paths) = (distance.pointer, paths.pointer)
      let (place, order) = (place.pointer, order.pointer)
      for index in 0..<size {
        let v = Int(order[index])
        distance[v] = .infinity
        place[v] = -1
      }
      var size = 0
      distance[source] = 0
      paths[source] = 1
      queue.removeAll()
      queue.push(0, Int32(truncatingIfNeeded: source))
      graph.withBuffers { offsets, targets, lengths in
        while let (_, node) = queue.pop() {
          let v = Int(node)
          guard place[v] < 0 else { continue }
          place[v] = Int32(truncatingIfNeeded: size)
          order[size] = node
          size &+= 1
          let (far, ways) = (distance[v], paths[v])
          for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
            let w = Int(targets[k])
            let next = far + lengths[k]
            let known = distance[w]
            if next > known * (1 + tolerance) || place[w] >= 0 { continue }
            if next < known * (1 - tolerance) {
              distance[w] = next
              paths[w] = ways
              queue.push(next, targets[k])
            } else if far + 0.5 * lengths[k] <= known {
              // Of two as far an arc shorter than the tolerance would make one lie before the other.
              paths[w] += ways
            }
          }
        }
      }
      self.size = size
    }

    /// Adds the dependencies of the last source, from the farthest node back.
    mutating func gather(_ graph: WeightedDependencies) {
      let tolerance = Graph.pathTolerance
      let (distance, paths, share) = (distance.pointer, paths.pointer, share.pointer)
      let (place, order) = (place.pointer, order.pointer)
      let ofEdges = graph.edgeCount != nil
      let source = Int(order[0])
      let weight = graph.sources[source]
      let openTargets = graph.folded?.openTargets ?? []
      let openSources = graph.folded?.openSources ?? []
      graph.withBuffers { offsets, targets, lengths in
        for index in stride(from: size - 1, through: 0, by: -1) {
          let v = Int(order[index])
          let far = distance[v]
          var sum = 0.0
          for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
            let w = Int(targets[k])
            guard place[w] > index else { continue }
            guard far + lengths[k] <= distance[w] * (1 + tolerance),
              far + 0.5 * lengths[k] <= distance[w]
            else { continue }
            sum += share[w]
            if ofEdges { sums[Int(graph.rows.edges[k])] += weight * paths[v] * share[w] }
          }
          let dependency = sum * paths[v]
          share[v] = (graph.targets[v] + dependency) / paths[v]
          if ofEdges { continue }
          if v != source {
            sums[v] += weight * dependency
            if !openTargets.isEmpty { sums[v] += weight * openTargets[v] }
          } else if !openSources.isEmpty {
            // It lies between its leaves and all that it reaches.
            sums[v] += openSources[v] * dependency
          }
        }
      }
    }
  }

  @inline(__always)
  private func withBuffers(
    _ body: (
      _ offsets: UnsafeBufferPointer<Int32>, _ targets: UnsafeBufferPointer<Int32>,
      _ lengths: UnsafeBufferPointer<Double>
    ) -> Void
  ) {
    arcLengths.withUnsafeBufferPointer { lengths in
      rows.withBuffers { body($0, $1, lengths) }
    }
  }
}
