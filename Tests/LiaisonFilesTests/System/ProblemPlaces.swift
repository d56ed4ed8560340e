import LiaisonFiles
import LiaisonModel

/// `line:column rule` of each problem that was found in a text.
func places(of problems: [SourceProblem], in text: String) -> [String] {
  var sources = SourceSet()
  _ = sources.add(path: "x", bytes: Array(text.utf8))
  return problems.map { problem in
    guard let location = sources.location(of: problem.place) else { return "nowhere" }
    return "\(location.line):\(location.column) \(problem.ruleID)"
  }
}
