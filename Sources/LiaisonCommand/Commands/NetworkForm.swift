import LiaisonFiles

/// Which form a path asks for.
enum NetworkForm {
  /// Whether a path is one YAML file's.
  static func isYAML(_ path: String) -> Bool {
    AtomicOutput.isStandardOutput(path) || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// The form that a network is written in.
  static func of(_ path: String) -> NetworkWriter.Form { isYAML(path) ? .yaml : .folder }

  /// Requires that nothing stands where a network is to be written.
  ///
  /// - Throws: `cannotCreate` (73) where a file does, or a folder that is not empty.
  static func requireVacant(_ path: String) throws(FileError) {
    guard !AtomicOutput.isStandardOutput(path), DirectoryListing.kind(of: path) != nil else {
      return
    }
    if isYAML(path) {
      throw FileError(
        .cannotCreate, "is there already", path: path,
        hint: "give another file, or --force to replace it")
    }
    if try !DirectoryListing(path).entries.isEmpty {
      throw FileError(
        .cannotCreate, "is there already, and not empty", path: path,
        hint: "give another folder, or --force to replace its tables")
    }
  }

  /// A path inside a folder.
  static func inside(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
