public import LiaisonModel

/// Reads patches: YAML files that begin with `liaison_patch: 1`.
public enum PatchReader {
  /// Reads the text of a patch; what cannot be read is among its problems.
  ///
  /// - Complexity: O(bytes).
  public static func patch(
    yaml bytes: [UInt8], path: String = "<text>", limits: InputLimits = .standard
  ) -> NetworkPatch {
    var sources = SourceSet()
    let file = sources.add(path: path, bytes: bytes)
    let yaml = YAMLReader.read(bytes: bytes, file: file, limits: limits)
    var patch = yaml.root.map { NetworkPatch.decode($0, sources: sources) } ?? NetworkPatch()
    patch.sources = sources
    patch.problems = yaml.problems.numberedFindings(path: path) + patch.problems
    if yaml.root == nil, patch.problems.isEmpty {
      patch.problems.append(
        Finding(
          rule: ReadingRule.syntax, severity: .error, key: ["empty"],
          place: Place(file: file, spot: .whole),
          sentence: "The file is empty; a patch begins with `liaison_patch: 1`."))
    }
    return patch
  }

  /// Reads a file.
  ///
  /// - Throws: what reading a file throws; `badData` (65) with the first problem and its place.
  public static func read(
    path: String, limits: InputLimits = .standard
  ) throws(FileError) -> NetworkPatch {
    let file = try InputFile.read(path, limits: limits)
    let patch = patch(yaml: file.bytes, path: file.path, limits: limits)
    guard let first = patch.problems.first else { return patch }
    let more = patch.problems.count - 1
    throw FileError(
      .badData,
      "this patch cannot be read: " + first.sentence + (more > 0 ? " (and \(more) more)" : ""),
      path: file.path, location: patch.sources.location(of: first.place))
  }

  /// The patch as a YAML file.
  public static func yaml(_ patch: NetworkPatch) -> [UInt8] { YAMLWriter.write(patch.encoded()) }
}
