/// Which figures the measures of tie strength give for a graph.
enum StrengthFigure: String, CustomStringConvertible {
  case unweighted
  case weighted

  var isWeighted: Bool { self == .weighted }
  var description: String { rawValue }

  /// Without weights always (but of an empty graph); with them where none is negative, else a note
  /// why not.
  static func kinds(
    of graph: Graph, skipping measure: String, _ result: inout MeasureResult
  ) -> [StrengthFigure] {
    guard graph.nodeCount > 0 else {
      result.skip("\(measure).unweighted", because: "empty")
      return []
    }
    guard graph.isWeighted else { return [.unweighted] }
    for weight in graph.simplified().weights ?? [] where weight < 0 {
      result.skip("\(measure).weighted", because: "negative weights")
      return [.unweighted]
    }
    return [.unweighted, .weighted]
  }
}
