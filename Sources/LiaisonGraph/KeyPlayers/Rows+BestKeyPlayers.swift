extension Rows {
  /// Tries every set of `size` nodes: each set of one node less with every node after its last.
  ///
  /// - Throws: `cancelled`.
  func bestKeyPlayers(
    size: Int, _ goal: KeyPlayerGoal, _ threads: Int?, _ progress: RunProgress?
  ) throws(GraphError) -> KeyPlayers {
    var best = KeyPlayers(value: -.infinity, sets: [], method: .exhaustive)
    guard size > 1 else {
      for (node, value) in try values(ofAdditionsTo: [], goal, threads, progress) {
        best.take([node], value)
      }
      return best
    }
    let part = progress.map { RunProgress(within: $0) }
    progress?.expect(Graph.combinations(nodeCount - 1, size - 1, atMost: .max) ?? 0)
    var chosen = Array(0..<size - 1)
    repeat {
      for (node, value) in try values(ofAdditionsTo: chosen, goal, threads, part)
      where node > chosen[size - 2] { best.take(chosen + [node], value) }
      progress?.advance()
    } while chosen.advance(below: nodeCount - 1)
    return best
  }
}
