/// The rules that putting a standard together enforces by itself.
public enum StandardProblem {
  /// The standard that it extends cannot be had.
  public static let base = "STD001"
  /// An expectation without a citation.
  public static let citation = "STD002"
  /// Two expectations of one id.
  public static let identity = "STD003"
  /// A severity that there is not.
  public static let severity = "STD004"
  /// An override or a drop of nothing, or without what it needs.
  public static let change = "STD005"
}
