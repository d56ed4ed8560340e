/// Why weights have no meaning for a figure.
struct WeightProblem {
  let reason: String
  /// The first row that weighs too little; `nil` where no single one does.
  var tie: MeasureResult.WeightedTie?

  /// What a graph has, where paths or shares are sought, whose ties must weigh more than nothing; `nil` where
  /// all do. Each row is judged, since a sum of rows may hide one that weighs too little.
  ///
  /// - Parameter simple: the graph with the rows of each tie added up.
  static func ofPaths(_ graph: Graph, merged simple: Graph) -> WeightProblem? {
    if let row = ofRow(in: graph, needed: "weights above zero", where: { $0 <= 0 }) { return row }
    do throws(GraphError) {
      _ = try simple.edgeLengths(.cost)
      _ = try simple.edgeLengths(.inverse)
      try simple.requireNonNegativeWeights()
      return nil
    } catch {
      return ofSums
    }
  }

  /// What a graph has, where the strength of ties is summed, which may be nothing; `nil` where no tie is below.
  /// Rows of a tie are added first, as the conventions have it: one row may take away what another gives.
  ///
  /// - Parameter simple: the graph with the rows of each tie added up.
  static func ofStrengths(merged simple: Graph) -> WeightProblem? {
    do throws(GraphError) {
      try simple.requireNonNegativeWeights()
      return nil
    } catch {
      return ofRow(in: simple, needed: "weights of zero or more", where: { $0 < 0 }) ?? ofSums
    }
  }

  /// Where each row weighs enough, only sums can be out of bounds.
  private static let ofSums = WeightProblem(
    reason: "weights too great or too small to be summed")

  /// The first row that weighs too little; `nil` where none does. Self-loops take no part.
  private static func ofRow(
    in graph: Graph, needed: String, where isWrong: (Double) -> Bool
  ) -> WeightProblem? {
    guard let weights = graph.weights,
      let index = weights.indices.first(where: { place in
        isWrong(weights[place]) && !graph.edges[place].isLoop
      })
    else { return nil }
    return WeightProblem(
      reason: "a tie weighs \(weights[index]); this needs \(needed)",
      tie: MeasureResult.WeightedTie(
        ends: graph.edges[index], weight: weights[index], needed: needed))
  }
}
