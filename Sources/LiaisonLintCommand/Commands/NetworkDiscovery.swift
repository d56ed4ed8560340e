import LiaisonFiles

/// The networks that paths lead to.
///
/// A file is a network, and so is a folder with a `network.yaml`. Any other folder is searched, in the
/// order of the names' bytes, for YAML files and for such folders; files that say that they are
/// standards, vocabularies or patches, tables that stand alone and hidden names are passed over.
struct NetworkDiscovery {
  /// The paths of the networks, each once, in the order in which they are found.
  private(set) var networks: [String] = []
  /// What could not be looked at.
  private(set) var failures: [FileError] = []
  private var seen: Set<String> = []

  /// Finds the networks of several paths.
  ///
  /// - Complexity: O(n log n) in the number of files below the folders.
  init(_ paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    guard DirectoryListing.kind(of: path) == .folder else {
      // What is not there is told by the reader.
      insert(path)
      return
    }
    if isNetworkFolder(path) {
      insert(path)
      return
    }
    do throws(FileError) {
      try search(path)
    } catch {
      failures.append(error)
    }
  }

  private mutating func search(_ root: String) throws(FileError) {
    var stack: [(entry: DirectoryListing.Entry, depth: Int)] = []
    func push(_ path: String, _ depth: Int) throws(FileError) {
      for entry in try DirectoryListing(path).entries.reversed() where !entry.name.hasPrefix(".") {
        stack.append((entry, depth))
      }
    }
    try push(root, 1)
    while let (entry, depth) = stack.popLast() {
      switch entry.kind {
      case .folder:
        if isNetworkFolder(entry.path) {
          insert(entry.path)
        } else if depth < 32 {
          try push(entry.path, depth + 1)
        }
      case .file:
        let isYAML = entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml")
        if isYAML, isNetworkFile(entry.path) { insert(entry.path) }
      default: continue
      }
    }
  }

  private mutating func insert(_ path: String) {
    if seen.insert(path).inserted { networks.append(path) }
  }

  private func isNetworkFolder(_ path: String) -> Bool {
    DirectoryListing.kind(of: path.hasSuffix("/") ? path + "network.yaml" : path + "/network.yaml")
      == .file
  }

  /// Whether a YAML file does not say in its first key that it is something else of ours.
  private func isNetworkFile(_ path: String) -> Bool {
    guard let file = try? InputFile.read(path, followingLinks: false) else { return true }
    for line in file.bytes.prefix(64 << 10).split(separator: 0x0A) {
      guard let first = line.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
      if line.starts(with: "---".utf8) || first == UInt8(ascii: " ") { continue }
      return !["liaison_standard", "liaison_vocabulary", "liaison_patch"].contains { key in
        line.starts(with: "\(key):".utf8)
      }
    }
    return true
  }
}
