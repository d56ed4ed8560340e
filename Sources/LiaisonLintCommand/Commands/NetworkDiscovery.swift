import LiaisonFiles

/// The networks, patches and standards that paths lead to.
///
/// A file is a network, and so is a folder with a `network.yaml` or an `organizations.csv`, beside which
/// standards may lie. Any other folder is searched, in the order of the names' bytes, for YAML files, for
/// JSON files that begin as a network does, and for such folders; files that say that they are
/// vocabularies, other tables and hidden names are passed over. A file that says that it is a patch or a
/// standard is one, wherever it is found.
struct NetworkDiscovery {
  /// The paths of the networks, each once, in the order in which they are found.
  private(set) var networks: [String] = []
  /// The paths of the patches, likewise.
  private(set) var patches: [String] = []
  /// The paths of the standards, likewise.
  private(set) var standards: [String] = []
  /// The folders that were named: from them a standard may extend another.
  private(set) var folders: [String] = []
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
      let kind = isYAML(path) ? kind(ofFile: path, followingLinks: true) : .network
      insert(path, as: kind == .vocabulary ? .network : kind)
      return
    }
    folders.append(path)
    do throws(FileError) {
      if isNetworkFolder(path) { return try addFolder(path) }
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
        // What cannot be listed is told, and the rest is read all the same.
        do throws(FileError) {
          if isNetworkFolder(entry.path) {
            try addFolder(entry.path)
          } else if depth < 32 {
            try push(entry.path, depth + 1)
          }
        } catch {
          failures.append(error)
        }
      case .file:
        if isYAML(entry.name) {
          insert(entry.path, as: kind(ofFile: entry.path))
        } else if entry.name.hasSuffix(".json"),
          let file = try? InputFile.read(entry.path, followingLinks: false),
          NativeFileKind.isNetwork(json: file.bytes)
        {
          insert(entry.path, as: .network)
        }
      default: continue
      }
    }
  }

  /// Adds the network of a folder, and the standards that lie beside its header.
  private mutating func addFolder(_ path: String) throws(FileError) {
    insert(path, as: .network)
    for entry in try DirectoryListing(path).entries
    where entry.kind == .file && isYAML(entry.name) && !entry.name.hasPrefix(".") {
      if kind(ofFile: entry.path) == .standard { insert(entry.path, as: .standard) }
    }
  }

  private mutating func insert(_ path: String, as kind: NativeFileKind) {
    guard kind != .vocabulary, seen.insert(path).inserted else { return }
    switch kind {
    case .patch: patches.append(path)
    case .standard: standards.append(path)
    case .network, .vocabulary: networks.append(path)
    }
  }

  private func isNetworkFolder(_ path: String) -> Bool {
    let folder = path.hasSuffix("/") ? path : path + "/"
    return ["network.yaml", "organizations.csv"].contains {
      DirectoryListing.kind(of: folder + $0) == .file
    }
  }

  private func isYAML(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// What a YAML file says that it is; a network where it cannot be read, which its reader tells.
  private func kind(ofFile path: String, followingLinks: Bool = false) -> NativeFileKind {
    guard let file = try? InputFile.read(path, followingLinks: followingLinks) else {
      return .network
    }
    return NativeFileKind(file.bytes)
  }
}
