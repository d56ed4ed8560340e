extension Rows {
  /// Builds a set node by node, each time the one that helps most, then swaps while that helps; of
  /// nodes that help as much the lowest is taken.
  func greedyKeyPlayers(size: Int, _ goal: KeyPlayerGoal) -> KeyPlayers {
    var chosen: [Int] = []
    var value = -Double.infinity
    while chosen.count < size {
      let (node, best) = bestAddition(to: chosen, goal)
      chosen.append(node)
      value = best
    }
    var improved = true
    while improved {
      improved = false
      for place in chosen.indices {
        var others = chosen
        others.remove(at: place)
        let (node, best) = bestAddition(to: others, goal)
        guard best > value + 1e-12 else { continue }
        chosen[place] = node
        value = best
        improved = true
      }
    }
    return KeyPlayers(
      value: value, sets: [chosen.sorted().map { NodeID($0) }], method: .greedy)
  }

  private func bestAddition(to chosen: [Int], _ goal: KeyPlayerGoal) -> (Int, Double) {
    var best = (-1, -Double.infinity)
    for node in 0..<nodeCount where !chosen.contains(node) {
      let value = value(of: chosen + [node], goal)
      if best.0 < 0 || value > best.1 + 1e-12 { best = (node, value) }
    }
    return best
  }

  private func value(of chosen: [Int], _ goal: KeyPlayerGoal) -> Double {
    switch goal {
    case .fragmentation, .distanceFragmentation:
      var gone = [Bool](repeating: false, count: nodeCount)
      for v in chosen { gone[v] = true }
      let found = fragmentation(without: gone)
      return goal == .fragmentation ? found.plain : found.byDistance
    case .reach, .distanceReach:
      let limit = goal == .reach ? 1 : Int.max
      var near = Double(chosen.count)
      spread(from: chosen, within: limit) { found, depth in
        near += Double(found) / Double(depth)
      }
      return near / Double(nodeCount)
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
