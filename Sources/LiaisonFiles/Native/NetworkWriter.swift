public import LiaisonModel

/// Writes networks, in either form of the native format; what is read back is an equal document.
public enum NetworkWriter {
  /// The forms.
  public enum Form: String, Sendable, CaseIterable {
    /// One YAML file.
    case yaml
    /// A folder with `network.yaml` and a CSV table a kind of entry.
    case folder
  }

  /// The network as one YAML file.
  ///
  /// - Complexity: O(size).
  public static func yaml(_ document: NetworkDocument) -> [UInt8] {
    YAMLWriter.write(document.encoded())
  }

  /// The network as files of a folder, by name: `network.yaml` last.
  ///
  /// - Complexity: O(size).
  public static func files(
    _ document: NetworkDocument, isBegun: Bool = false
  ) -> [(name: String, bytes: [UInt8])] {
    let tables = FolderTables(document, isBegun: isBegun)
    return tables.tables.map { ($0.table.fileName, $0.bytes) }
      + [(NetworkTable.headerFileName, tables.header)]
  }

  /// Writes a network; files appear whole or not at all.
  ///
  /// - Parameter isBegun: whether the network has just been begun: comments, and in a folder columns
  ///   and tables, then wait for what it lacks.
  ///
  /// In a folder that is there, the tables that the network fills are replaced, and a table that it
  /// does not fill keeps a first row only; other files stay.
  /// - Throws: `cannotCreate` (73), `inputOutput` (74).
  public static func write(
    _ document: NetworkDocument, to path: String, as form: Form, isBegun: Bool = false
  ) throws(FileError) {
    switch form {
    case .yaml:
      let comments = isBegun ? BegunNetwork.comments(.yaml) : ""
      try AtomicOutput.write(Array(comments.utf8) + yaml(document), to: path)
    case .folder:
      try OutputFolder.create(path)
      var output = AtomicOutput()
      let files = files(document, isBegun: isBegun)
      let prefix = path.hasSuffix("/") ? path : path + "/"
      for table in NetworkTable.allCases {
        let isWritten = files.contains { $0.name == table.fileName }
        guard !isWritten, DirectoryListing.kind(of: prefix + table.fileName) != nil else {
          continue
        }
        output.add(Array("\(table.firstColumn)\n".utf8), to: prefix + table.fileName)
      }
      for file in files { output.add(file.bytes, to: prefix + file.name) }
      try output.commit()
    }
  }
}
