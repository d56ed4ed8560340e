public import LiaisonFiles
public import LiaisonModel

extension LintEngine {
  /// Lints a standard: what its reader found and what the rules over standards find in its own file.
  /// What it extends is linted where that is named.
  ///
  /// - Parameters:
  ///   - read: the standard as it was read.
  ///   - kinds: the kinds of expectation that are known.
  ///   - vocabulary: the words that it may use.
  /// - Returns: findings in the order of place, rule, id.
  /// - Complexity: O(n log n) in the size of the standard with what it inherits, expected.
  public func lint(
    _ read: StandardReader.Result, kinds: KnownKinds, vocabulary: Vocabulary
  ) -> [Finding] {
    var findings = read.problems.filter { configuration.runs($0.rule) || $0.severity == .error }
    let context = StandardContext(
      read.document, read.standard ?? read.draft, kinds: kinds, vocabulary: vocabulary)
    for rule in rules where configuration.runs(rule) {
      if case .standard(let judge) = rule.check { findings += judge(context) }
    }
    return finished(findings)
  }
}
