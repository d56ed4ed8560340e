extension Graph {
  /// Which nodes each of many sources reaches, 512 sources at once.
  ///
  /// Strong components are found first; then one walk over them, from those that nothing enters on,
  /// hands the sources' bits along arcs: each arc is walked once for eight words, 512 sources. Up to 64
  /// sources take one word, and only the arcs of whom they reach are walked.
  ///
  /// - Parameters:
  ///   - sources: where to start, in any number; each reaches itself. A node may stand twice.
  ///   - direction: `.out` for whom they reach, `.in` for who reaches them, `.all` to ignore
  ///     direction.
  ///   - follows: which edges may be taken; all of them unless given. It is asked once an edge, so
  ///     that it can be any label, scope or date of the caller's.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `nodeOutOfRange` or `cancelled`.
  /// - Complexity: O(n + m + s m / 512) time and O(n + m + s c / 64) words for s sources and c
  ///   components.
  /// - Reference: M. Then and others, The more the merrier: efficient multi-source graph traversal,
  ///   Proceedings of the VLDB Endowment 8 (2014) 449–460, doi:10.14778/2735496.2735507; E. Nuutila,
  ///   Efficient transitive closure computation in large digraphs, Acta Polytechnica Scandinavica 74
  ///   (1995).
  public func reachability(
    from sources: [NodeID], _ direction: Direction = .out, follows: ((EdgeID) -> Bool)? = nil,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> Reachability {
    for node in sources where !contains(node) {
      throw .nodeOutOfRange(node.index, nodeCount: nodeCount)
    }
    let graph = reachabilityGraph(direction, follows)
    let (label, count) = graph.stronglyConnected(graph.outgoing)
    if sources.count <= 64 {
      let words = try inParallel(1, threads: threads, progress: progress) { _ in
        graph.words(from: sources, label, count)
      }
      return Reachability(
        sources: sources, label: label, words: words[0], width: min(1, sources.count))
    }
    let arcs = graph.isDirected ? graph.condensedArcs(label, count) : CondensedArcs(count: count)
    let width = (sources.count + 63) / 64
    let lanes = 8
    let parts = (width + lanes - 1) / lanes
    let blocks = try inParallel(parts, threads: threads, progress: progress) { part in
      var bits = [SIMD8<UInt64>](repeating: .zero, count: count)
      for place in (part * 512)..<min(sources.count, (part + 1) * 512) {
        let component = Int(label[sources[place].index])
        bits[component][(place >> 6) % lanes] |= 1 << UInt64(place & 63)
      }
      // Arcs lead to lower numbers: what enters a component is complete when its turn comes.
      for component in stride(from: count - 1, through: 0, by: -1) {
        let own = bits[component]
        guard own != .zero else { continue }
        for k in arcs.row(component) { bits[Int(arcs.targets[k])] |= own }
      }
      return bits
    }
    var words = [UInt64](repeating: 0, count: count * width)
    for (part, bits) in blocks.enumerated() {
      for component in 0..<count {
        for lane in 0..<min(lanes, width - part * lanes) {
          words[component * width + part * lanes + lane] = bits[component][lane]
        }
      }
    }
    return Reachability(sources: sources, label: label, words: words, width: width)
  }

  /// The graph to walk: of the edges that may be taken, turned the way they are followed.
  private func reachabilityGraph(_ direction: Direction, _ follows: ((EdgeID) -> Bool)?) -> Graph {
    if follows == nil, direction == .out || !isDirected { return self }
    var kept: [Edge] = []
    for (index, edge) in edges.enumerated() {
      if let follows, !follows(EdgeID(index)) { continue }
      kept.append(direction == .in ? Edge(edge.target, edge.source) : edge)
    }
    return Graph(
      checked: kept, nodeCount: nodeCount, directed: isDirected && direction != .all, weights: nil)
  }

  /// The word of each component, a bit for each of 64 sources at most.
  private func words(from sources: [NodeID], _ label: [Int32], _ count: Int) -> [UInt64] {
    guard !sources.isEmpty else { return [] }
    var words = [UInt64](repeating: 0, count: count)
    for (place, node) in sources.enumerated() {
      words[Int(label[node.index])] |= 1 << UInt64(place)
    }
    // In an undirected graph no arc leaves a component.
    guard isDirected else { return words }
    let members = DealtNodes(to: label)
    words.withUnsafeMutableBufferPointer { words in
      label.withUnsafeBufferPointer { label in
        outgoing.withBuffers { offsets, targets in
          for component in stride(from: count - 1, through: 0, by: -1) {
            let own = words[component]
            guard own != 0 else { continue }
            for node in members[component] {
              let v = Int(node)
              for k in Int(offsets[v])..<Int(offsets[v &+ 1]) {
                words[Int(label[Int(targets[k])])] |= own
              }
            }
          }
        }
      }
    }
    return words
  }

  /// The arcs between components, each once for a pair of components or nearly so.
  private func condensedArcs(_ label: [Int32], _ count: Int) -> CondensedArcs {
    var arcs = CondensedArcs(count: count)
    // Nodes by component, so that rows are written one after the other.
    let members = DealtNodes(to: label)
    var seenFrom = [Int32](repeating: -1, count: count)
    for component in 0..<count {
      for node in members[component] {
        for k in outgoing.row(Int(node)) {
          let other = label[Int(outgoing.targets[k])]
          guard Int(other) != component, seenFrom[Int(other)] != Int32(component) else { continue }
          seenFrom[Int(other)] = Int32(component)
          arcs.targets.append(other)
        }
      }
      arcs.offsets[component + 1] = Int32(arcs.targets.count)
    }
    return arcs
  }
}

/// The arcs between strong components, a row for each.
private struct CondensedArcs: Sendable {
  var offsets: [Int32]
  var targets: [Int32] = []

  init(count: Int) { offsets = Array(repeating: 0, count: count + 1) }

  func row(_ component: Int) -> Range<Int> {
    Int(offsets[component])..<Int(offsets[component + 1])
  }
}
