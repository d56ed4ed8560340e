/// Which figures the measures of tie strength give for a graph.
enum StrengthFigure: String, CustomStringConvertible {
  case unweighted
  case weighted

  var isWeighted: Bool { self == .weighted }
  var description: String { rawValue }

  /// Without weights always (but of an empty graph); with them where none is negative and they can be
  /// summed, else a note why not.
  ///
  /// - Parameter keys: what the keys of the figures begin with, the kind following.
  static func kinds(
    of graph: Graph, skipping keys: [String], _ result: inout MeasureResult
  ) -> [StrengthFigure] {
    guard graph.nodeCount > 0 else {
      for kind in graph.isWeighted ? [unweighted, weighted] : [unweighted] {
        for key in keys { result.skip("\(key).\(kind)", because: "there are no nodes") }
      }
      return []
    }
    guard graph.isWeighted else { return [.unweighted] }
    guard let problem = WeightProblem.ofStrengths(merged: graph.simplified()) else {
      return [.unweighted, .weighted]
    }
    result.skip(keys.map { "\($0).weighted" }, because: problem)
    return [.unweighted]
  }

  static func kinds(
    of graph: Graph, skipping key: String, _ result: inout MeasureResult
  ) -> [StrengthFigure] {
    kinds(of: graph, skipping: [key], &result)
  }
}
