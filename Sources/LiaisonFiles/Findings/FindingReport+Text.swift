public import LiaisonModel

extension Finding {
  /// The sentence and what to do, where that is not in it.
  var spoken: String {
    guard let suggestion, let first = suggestion.first else { return sentence }
    let end = suggestion.hasSuffix(".") ? "" : "."
    return "\(sentence) \(first.uppercased())\(suggestion.dropFirst())\(end)"
  }
}

extension FindingReport {
  /// One line a finding: `path:line:column: severity: sentence [RULE]`, the form that compilers print
  /// and that editors, Xcode and VS Code read.
  ///
  /// - Parameter styled: gives the word of the severity its colour; by default it stays plain.
  /// - Complexity: O(findings printed).
  public func text(
    styled: (_ word: String, Severity) -> String = { word, _ in word }
  ) -> String {
    var text = ""
    for item in shown {
      if let start = item.span?.start {
        text += "\(start.path.onOneLine):\(start.line):\(start.column): "
      }
      let finding = item.finding
      text += styled(finding.severity.code, finding.severity)
      text += ": \(finding.spoken.onOneLine) [\(finding.rule.onOneLine)]\n"
    }
    if omitted > 0 { text += "… and \(omitted) more findings that are not shown.\n" }
    return text
  }
}
