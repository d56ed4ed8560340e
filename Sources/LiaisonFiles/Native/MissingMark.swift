public import LiaisonModel

/// `NA` without quotes, which R and others write where nothing is recorded; a code `NA`, such as Namibia's, they
/// write in quotes.
extension CSVCell {
  /// Whether the cell says that nothing is recorded.
  var isMissingMark: Bool { node.isMissingMark }
}

extension SourceNode {
  /// Whether it is a cell with `NA` without quotes: nothing is recorded.
  public var isMissingMark: Bool {
    guard case .scalar(let text, let isQuoted) = content else { return false }
    return text == "NA" && !isQuoted
  }
}
