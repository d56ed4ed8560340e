extension Rows {
  /// The rows along edges and those against them, each ordered by the node at the other end and then by
  /// edge; the same rows twice where edges lead both ways.
  ///
  /// Arcs are dealt out twice, first by the end that they shall be ordered by. Of what is dealt out the
  /// node and the edge lie side by side: one line of memory an arc, where two arrays would touch two.
  static func ordered(
    by edges: [Edge], nodeCount: Int, directed: Bool
  ) -> (outgoing: Rows, incoming: Rows) {
    var bySource = [Int32](repeating: 0, count: nodeCount + 1)
    guard directed else {
      var counts = bySource.mutableSpan
      for edge in edges {
        counts[edge.source.index + 1] += 1
        counts[edge.target.index + 1] += 1
      }
      sum(&bySource)
      let rows = withEnds(of: edges, offsets: bySource, bothWays: true) {
        Rows(turning: $0, offsets: bySource, into: bySource)
      }
      return (rows, rows)
    }
    var byTarget = bySource
    count(edges, &bySource, &byTarget)
    sum(&bySource)
    sum(&byTarget)
    let outgoing = withEnds(of: edges, offsets: byTarget, bothWays: false) {
      Rows(turning: $0, offsets: byTarget, into: bySource)
    }
    return (outgoing, outgoing.transposed(into: byTarget))
  }

  private static func count(_ edges: [Edge], _ bySource: inout [Int32], _ byTarget: inout [Int32]) {
    var sources = bySource.mutableSpan
    var targets = byTarget.mutableSpan
    for edge in edges {
      sources[edge.source.index + 1] += 1
      targets[edge.target.index + 1] += 1
    }
  }

  /// Deals out for each node, in the order of the edges, the source and the number of each edge that
  /// ends there; both ways also the target of each that starts there.
  private static func withEnds(
    of list: [Edge], offsets: [Int32], bothWays: Bool,
    _ body: (UnsafeBufferPointer<SIMD2<Int32>>) -> Rows
  ) -> Rows {
    // Every place is written once before it is read: zeros first would be a third of the time.
    withUnsafeTemporaryAllocation(
      of: SIMD2<Int32>.self, capacity: bothWays ? list.count * 2 : list.count
    ) { ends in
      var places = offsets
      var next = places.mutableSpan
      var number: Int32 = 0
      for edge in list {
        let target = edge.target.index
        ends.initializeElement(at: Int(next[target]), to: SIMD2(edge.source.rawValue, number))
        next[target] += 1
        if bothWays {
          let source = edge.source.index
          ends.initializeElement(at: Int(next[source]), to: SIMD2(edge.target.rawValue, number))
          next[source] += 1
        }
        number += 1
      }
      return body(UnsafeBufferPointer(ends))
    }
  }

  /// Deals arcs that lie by one end out to rows by the other.
  private init(
    turning ends: UnsafeBufferPointer<SIMD2<Int32>>, offsets old: [Int32], into offsets: [Int32]
  ) {
    self.init(offsets: offsets, count: ends.count) { next, targets, edges in
      for v in 0..<offsets.count - 1 {
        for k in Int(old[v])..<Int(old[v + 1]) {
          let end = ends[k]
          let place = Int(next[Int(end.x)])
          next[Int(end.x)] += 1
          targets[place] = Int32(v)
          edges[place] = end.y
        }
      }
    }
  }

  /// The rows of the reversed arcs, each ordered by the other end and then as they stood.
  ///
  /// - Parameter offsets: those of the rows that come out.
  private func transposed(into offsets: [Int32]) -> Rows {
    let (ownTargets, ownEdges) = (targets.span, edges.span)
    return Rows(offsets: offsets, count: targets.count) { next, targets, edges in
      for v in 0..<nodeCount {
        for k in row(v) {
          let target = Int(ownTargets[k])
          let place = Int(next[target])
          next[target] += 1
          targets[place] = Int32(v)
          edges[place] = ownEdges[k]
        }
      }
    }
  }

  /// Rows that are filled without being zeroed first.
  ///
  /// - Parameter fill: writes every target and edge; `next` is where each row goes on.
  private init(
    offsets: [Int32], count: Int,
    _ fill: (
      _ next: inout MutableSpan<Int32>, _ targets: UnsafeMutableBufferPointer<Int32>,
      _ edges: UnsafeMutableBufferPointer<Int32>
    ) -> Void
  ) {
    var edges: [Int32] = []
    let targets = [Int32](filling: count) { targets, targetCount in
      edges = [Int32](filling: count) { edges, edgeCount in
        var places = offsets
        var next = places.mutableSpan
        fill(&next, targets, edges)
        edgeCount = count
      }
      targetCount = count
    }
    self.init(offsets: offsets, targets: targets, edges: edges)
  }
}
