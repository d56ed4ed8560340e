/// Why weights have no meaning for a figure.
struct WeightProblem {
  let reason: String
  /// The first tie that weighs too little; `nil` where no single one does.
  let tie: MeasureResult.WeightedTie?

  /// What a graph without repeated rows has, where paths or shares are sought, whose ties must weigh more
  /// than nothing; `nil` where all do.
  static func ofPaths(_ simple: Graph) -> WeightProblem? {
    do throws(GraphError) {
      _ = try simple.edgeLengths(.cost)
      _ = try simple.edgeLengths(.inverse)
      try simple.requireNonNegativeWeights()
      return nil
    } catch {
      return WeightProblem(error, simple, "weights above zero") { $0 <= 0 }
    }
  }

  /// What a graph without repeated rows has, where the strength of ties is summed, which may be nothing;
  /// `nil` where none is below.
  static func ofStrengths(_ simple: Graph) -> WeightProblem? {
    do throws(GraphError) {
      try simple.requireNonNegativeWeights()
      return nil
    } catch {
      return WeightProblem(error, simple, "weights of zero or more") { $0 < 0 }
    }
  }

  private init(
    _ error: GraphError, _ simple: Graph, _ needed: String, _ isWrong: (Double) -> Bool
  ) {
    guard error.code == .weightNotPositive, let weights = simple.weights,
      let index = weights.firstIndex(where: isWrong)
    else {
      self.reason = "weights too great or too small to be summed"
      tie = nil
      return
    }
    reason = "a tie weighs \(weights[index]); this needs \(needed)"
    tie = MeasureResult.WeightedTie(
      ends: simple.edges[index], weight: weights[index], needed: needed)
  }
}
