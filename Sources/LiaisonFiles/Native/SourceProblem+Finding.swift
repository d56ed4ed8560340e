import LiaisonModel

extension [SourceProblem] {
  /// The problems as findings of the rule SYN001, in their order.
  ///
  /// A problem's id is made of the reader's rule, the file's last name and its number among those of
  /// that rule, as a broken file has no better names.
  func numberedFindings(path: String) -> [Finding] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var counts: [String: Int] = [:]
    return map { problem in
      let number = (counts[problem.ruleID] ?? 0) + 1
      counts[problem.ruleID] = number
      let first = problem.message.prefix(1).uppercased() + problem.message.dropFirst()
      return Finding(
        rule: ReadingRule.syntax, severity: .error, key: [name, problem.ruleID, String(number)],
        place: problem.place, sentence: first + ".", suggestion: problem.hint)
    }
  }
}
