extension Rows {
  /// Builds a set node by node, each time the one that helps most, then swaps while that helps; of
  /// nodes that help as much the lowest is taken.
  ///
  /// - Throws: `cancelled`.
  func greedyKeyPlayers(
    size: Int, _ goal: KeyPlayerGoal, _ threads: Int?, _ progress: RunProgress?
  ) throws(GraphError) -> KeyPlayers {
    // Nobody knows how many swaps it takes.
    progress?.expect(OpenRounds.parts)
    var rounds = OpenRounds(reportingTo: progress)
    defer { rounds.finish() }
    let part = progress.map { RunProgress(within: $0) }
    var chosen: [Int] = []
    var value = -Double.infinity
    while chosen.count < size {
      let (node, best) = try bestAddition(to: chosen, goal, threads, part)
      chosen.append(node)
      value = best
      rounds.end()
    }
    var improved = true
    while improved {
      improved = false
      for place in chosen.indices {
        var others = chosen
        others.remove(at: place)
        let (node, best) = try bestAddition(to: others, goal, threads, part)
        rounds.end()
        guard best > value + 1e-12 else { continue }
        chosen[place] = node
        value = best
        improved = true
      }
    }
    return KeyPlayers(
      value: value, sets: [chosen.sorted().map { NodeID($0) }], method: .greedy)
  }

  private func bestAddition(
    to chosen: [Int], _ goal: KeyPlayerGoal, _ threads: Int?, _ progress: RunProgress?
  ) throws(GraphError) -> (Int, Double) {
    var best = (-1, -Double.infinity)
    for (node, value) in try values(ofAdditionsTo: chosen, goal, threads, progress) {
      if best.0 < 0 || value > best.1 + 1e-12 { best = (node, value) }
    }
    return best
  }

  /// The value of a set with each further node, by node.
  func values(
    ofAdditionsTo chosen: [Int], _ goal: KeyPlayerGoal, _ threads: Int?, _ progress: RunProgress?
  ) throws(GraphError) -> [(node: Int, value: Double)] {
    let others = (0..<nodeCount).filter { !chosen.contains($0) }
    switch goal {
    case .fragmentation, .distanceFragmentation:
      var places = [Int32](repeating: -1, count: nodeCount)
      for (place, node) in others.enumerated() { places[node] = Int32(place) }
      let rest = restricted(to: others.map { Int32($0) }, places: places)
      let losses = try rest.removalLosses(
        reversed: rest, threads: threads, progress: progress)
      let pairs = Double((others.count - 1) * (others.count - 2))
      return others.enumerated().map { place, node in
        let left =
          goal == .fragmentation
          ? Double(losses.pairs - losses.lostPairs[place])
          : losses.closeness - losses.lostCloseness[place]
        return (node, 1 - left / pairs)
      }
    case .reach, .distanceReach:
      let limit = goal == .reach ? 1 : Int.max
      progress?.expect(others.count)
      return try others.map { node throws(GraphError) in
        try progress?.check()
        defer { progress?.advance() }
        var near = Double(chosen.count + 1)
        spread(from: chosen + [node], within: limit) { found, depth in
          near += Double(found) / Double(depth)
        }
        return (node, near / Double(nodeCount))
      }
    }
  }

  /// Breadth-first from several nodes: how many are found at each depth.
  private func spread(
    from roots: [Int], within limit: Int, _ found: (_ count: Int, _ depth: Int) -> Void
  ) {
    var isSeen = [Bool](repeating: false, count: nodeCount)
    for root in roots { isSeen[root] = true }
    var level = roots
    var depth = 0
    while !level.isEmpty, depth < limit {
      var next: [Int] = []
      for v in level {
        for k in row(v) where !isSeen[Int(targets[k])] {
          isSeen[Int(targets[k])] = true
          next.append(Int(targets[k]))
        }
      }
      depth += 1
      if !next.isEmpty { found(next.count, depth) }
      level = next
    }
  }
}
