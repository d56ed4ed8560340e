/// The version of the tools.
public enum ToolVersion {
  /// Semantic version.
  public static let current = "0.1.0"
}
