import LiaisonFiles

/// Which form a path asks for.
enum NetworkForm {
  /// Whether a path is one YAML file's.
  static func isYAML(_ path: String) -> Bool {
    AtomicOutput.isStandardOutput(path) || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// A path inside a folder.
  static func inside(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
