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
  /// a plain edge list in a file that ends in `.csv` or `.tsv`; `-` is standard input, in YAML.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - nodes: a table of an edge list's nodes.
  ///   - limits: what is refused as too large.
  /// - Throws: `noInput` (66), `tooLarge` and `badData` (65), `inputOutput` (74).
  /// - Complexity: O(bytes).
  public static func read(
    path: String, nodes: String? = nil, limits: InputLimits = .standard
  ) throws(FileError) -> NetworkDocument {
    if !InputFile.isStandardInput(path), DirectoryListing.kind(of: path) == .folder {
      return try FolderReader.read(path, limits: limits)
    }
    let file = try InputFile.read(path, limits: limits)
    let name = path.lowercased()
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      var table: InputFile?
      if let nodes { table = try InputFile.read(nodes, limits: limits) }
      return try EdgeListReader.read(file, nodes: table, limits: limits)
    }
    return document(yaml: file.bytes, path: file.path, limits: limits)
  }
}

extension DocumentBuilder {
  /// Reads a YAML file into the document.
  mutating func read(yaml bytes: [UInt8], path: String, limits: InputLimits) {
    let file = sources.add(path: path, bytes: bytes)
    let result = YAMLReader.read(bytes: bytes, file: file, limits: limits)
    for finding in result.problems.numberedFindings(path: path) { add(problem: finding) }
    edit { document, _ in
      for range in result.comments {
        let text = String(
          decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
        document.comments.append(
          SourceComment(text: text, place: Place(file: file, spot: .bytes(range))))
      }
    }
    if let root = result.root {
      read(root)
    } else if result.problems.isEmpty {
      add(
        problem: Finding(
          rule: ReadingRule.syntax, severity: .error, key: ["empty"],
          place: Place(file: file, spot: .whole),
          sentence: "The file is empty; a network begins with `liaison: 1`."))
    }
  }
}
