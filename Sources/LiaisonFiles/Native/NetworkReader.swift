public import LiaisonModel

/// Reads networks: a YAML file, a folder of tables, a plain edge list.
///
/// What cannot be read inside a file is among the document's `problems`, with its place; only a file
/// that cannot be read at all throws.
public enum NetworkReader {
  /// Reads the YAML text of a network, as one file of the given name.
  ///
  /// - Complexity: O(bytes).
  public static func document(
    yaml bytes: [UInt8], path: String = "<text>", limits: InputLimits = .standard
  ) -> NetworkDocument {
    var builder = DocumentBuilder()
    builder.read(yaml: bytes, path: path, limits: limits)
    return builder.finish()
  }

  /// Reads the YAML text of a network.
  public static func document(yaml text: String, path: String = "<text>") -> NetworkDocument {
    document(yaml: Array(text.utf8), path: path)
  }

  /// Reads a network from where a path leads: a folder with `network.yaml` and tables, a YAML file,
  /// the same in JSON in a file that ends in `.json`, a plain edge list in one that ends in `.csv` or
  /// `.tsv`; `-` is standard input, in YAML, or an edge list where its first line names source and
  /// target, as is a file of any other name.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - nodes: a table of an edge list's nodes.
  ///   - limits: what is refused as too large.
  /// - Throws: `usage` (64) where `nodes` goes with no edge list, `noInput` (66), `tooLarge` and `badData`
  ///   (65), `inputOutput` (74).
  /// - Complexity: O(bytes).
  public static func read(
    path: String, nodes: String? = nil, limits: InputLimits = .standard
  ) throws(FileError) -> NetworkDocument {
    let name = path.lowercased()
    let isFolder =
      !InputFile.isStandardInput(path) && DirectoryListing.kind(of: path) == .folder
    var isEdgeList = !isFolder && (name.hasSuffix(".csv") || name.hasSuffix(".tsv"))
    let noList = FileError(
      .usage, "is no edge list, and a table of nodes goes with one", path: path,
      hint: "leave --nodes out")
    if isFolder {
      guard nodes == nil else { throw noList }
      return try FolderReader.read(path, limits: limits)
    }
    let isNative = [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
    if nodes != nil, isNative { throw noList }
    let file = try InputFile.read(path, limits: limits)
    if !isNative, !isEdgeList {
      isEdgeList = EdgeListReader.isBegun(by: file.bytes, limits: limits)
      if nodes != nil, !isEdgeList { throw noList }
    }
    if isEdgeList {
      var table: InputFile?
      if let nodes { table = try InputFile.read(nodes, limits: limits) }
      return try EdgeListReader.read(file, nodes: table, limits: limits)
    }
    if name.hasSuffix(".json") {
      var builder = DocumentBuilder()
      builder.read(json: file.bytes, path: file.path, limits: limits)
      return builder.finish()
    }
    return document(yaml: file.bytes, path: file.path, limits: limits)
  }
}

extension DocumentBuilder {
  /// Reads a YAML file into the document.
  mutating func read(yaml bytes: [UInt8], path: String, limits: InputLimits) {
    let file = sources.add(path: path, bytes: bytes)
    let result = YAMLReader.read(bytes: bytes, file: file, limits: limits)
    edit { document, _ in
      for range in result.comments {
        let text = String(
          decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
        document.comments.append(
          SourceComment(text: text, place: Place(file: file, spot: .bytes(range))))
      }
    }
    read(result.root, result.problems, file, path)
  }

  /// Reads a JSON file into the document.
  mutating func read(json bytes: [UInt8], path: String, limits: InputLimits) {
    let file = sources.add(path: path, bytes: bytes)
    let result = JSONReader.read(bytes: bytes, file: file, limits: limits)
    read(result.root, result.problems, file, path)
  }

  private mutating func read(
    _ root: SourceNode?, _ problems: [SourceProblem], _ file: UInt16, _ path: String
  ) {
    for finding in problems.numberedFindings(path: path) { add(problem: finding) }
    if let root {
      read(root)
    } else if problems.isEmpty {
      add(
        problem: Finding(
          rule: ReadingRule.syntax, severity: .error, key: ["empty"],
          place: Place(file: file, spot: .whole),
          sentence: "The file is empty; a network begins with `liaison: 1`."))
    }
  }
}
