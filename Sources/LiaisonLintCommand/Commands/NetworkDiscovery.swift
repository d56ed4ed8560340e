import LiaisonFiles

/// The networks and patches that paths lead to.
///
/// A file is a network, and so is a folder with a `network.yaml`. Any other folder is searched, in the
/// order of the names' bytes, for YAML files and for such folders; files that say that they are
/// standards or vocabularies, tables that stand alone and hidden names are passed over. A file that says
/// that it is a patch is one, wherever it is found.
struct NetworkDiscovery {
  /// The paths of the networks, each once, in the order in which they are found.
  private(set) var networks: [String] = []
  /// The paths of the patches, likewise.
  private(set) var patches: [String] = []
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
      let isPatch = isYAML(path) && kind(ofFile: path, followingLinks: true) == .patch
      insert(path, as: isPatch ? .patch : .network)
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
        if isYAML(entry.name) { insert(entry.path, as: kind(ofFile: entry.path)) }
      default: continue
      }
    }
  }

  private mutating func insert(_ path: String, as kind: Kind = .network) {
    guard kind != .other, seen.insert(path).inserted else { return }
    if kind == .patch {
      patches.append(path)
    } else {
      networks.append(path)
    }
  }

  private func isNetworkFolder(_ path: String) -> Bool {
    DirectoryListing.kind(of: path.hasSuffix("/") ? path + "network.yaml" : path + "/network.yaml")
      == .file
  }

  private func isYAML(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// What a YAML file of ours is.
  private enum Kind { case network, patch, other }

  /// What a YAML file says in its first key that it is; a network where it says nothing.
  private func kind(ofFile path: String, followingLinks: Bool = false) -> Kind {
    guard let file = try? InputFile.read(path, followingLinks: followingLinks) else {
      return .network
    }
    for line in file.bytes.prefix(64 << 10).split(separator: 0x0A) {
      guard let first = line.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
      if line.starts(with: "---".utf8) || first == UInt8(ascii: " ") { continue }
      if line.starts(with: "liaison_patch:".utf8) { return .patch }
      return ["liaison_standard:", "liaison_vocabulary:"].contains { line.starts(with: $0.utf8) }
        ? .other : .network
    }
    return .network
  }
}
