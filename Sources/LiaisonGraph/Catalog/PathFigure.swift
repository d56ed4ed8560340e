/// Which figures the measures of paths give for a graph.
enum PathFigure {
  /// Hops always; weights as strengths and as costs where all of them are above zero and can be summed,
  /// else a note why not. Each is a stage of the run.
  static func kinds(
    of graph: Graph, _ options: MeasureOptions, skipping measure: String,
    _ result: inout MeasureResult
  ) -> [PathWeights] {
    let kinds = kinds(of: graph, skipping: measure, &result)
    options.progress?.expect(stages: kinds.count)
    return kinds
  }

  private static func kinds(
    of graph: Graph, skipping measure: String, _ result: inout MeasureResult
  ) -> [PathWeights] {
    guard graph.isWeighted else { return [.unweighted] }
    if let problem = WeightProblem.ofPaths(graph, merged: graph.simplified()) {
      result.skip(["\(measure).inverse", "\(measure).cost"], because: problem)
      return [.unweighted]
    }
    return PathWeights.allCases
  }

  /// Outgoing and incoming paths of a directed graph, and direction ignored.
  static func directions(of graph: Graph) -> [Direction] {
    graph.isDirected ? Direction.allCases : [.all]
  }

  /// All kinds in all directions, but weighted ones along arcs only. Each is a stage of the run.
  static func all(
    of graph: Graph, _ options: MeasureOptions, skipping measure: String,
    _ result: inout MeasureResult
  ) -> [(PathWeights, Direction)] {
    var figures: [(PathWeights, Direction)] = []
    for kind in kinds(of: graph, skipping: measure, &result) {
      for direction in directions(of: graph) {
        if kind != .unweighted, graph.isDirected, direction == .all { continue }
        figures.append((kind, direction))
      }
    }
    options.progress?.expect(stages: figures.count)
    return figures
  }
}
