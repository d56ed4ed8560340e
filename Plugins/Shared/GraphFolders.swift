import Foundation
import PackagePlugin

/// The folders named `graphs` in a package and in its targets.
struct GraphFolders {
  /// The folders themselves, in the order of their paths.
  var folders: [URL] = []
  /// Every folder and file below them, themselves included: what a build command depends on. A
  /// folder is listed because a new file in it changes the folder alone.
  var inputs: [URL] = []

  /// Finds the folders named `graphs` right below each of the given directories.
  init(in directories: [URL]) {
    for directory in directories {
      let folder = directory.appending(path: "graphs", directoryHint: .isDirectory)
      guard Self.isFolder(folder), !folders.contains(folder) else { continue }
      folders.append(folder)
      inputs.append(folder)
      let below = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: [.skipsHiddenFiles])
      while let item = below?.nextObject() as? URL { inputs.append(item) }
    }
    folders.sort { $0.path < $1.path }
    inputs.sort { $0.path < $1.path }
  }

  /// The networks right below the folders: YAML files that do not say that they are something else,
  /// and folders that hold a `network.yaml`.
  var networks: [URL] {
    var found: [URL] = []
    for folder in folders {
      let items = try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
      for item in items ?? [] {
        let header = item.appending(path: "network.yaml")
        let isText = ["yaml", "yml"].contains(item.pathExtension) && !Self.isSomethingElse(item)
        if isText || FileManager.default.fileExists(atPath: header.path) { found.append(item) }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Whether a file says in its first key that it is a patch, a standard or a vocabulary.
  private static func isSomethingElse(_ file: URL) -> Bool {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let first = text.split(whereSeparator: \.isNewline).first { line in
      !line.hasPrefix("#") && !line.hasPrefix("---") && !line.hasPrefix(" ")
    }
    let keys = ["liaison_patch:", "liaison_standard:", "liaison_vocabulary:"]
    return keys.contains { first?.hasPrefix($0) ?? false }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}

/// A tool that ended with something other than success; it has said why.
struct ToolFailure: Error, CustomStringConvertible {
  var tool: String
  var status: Int32

  var description: String { "\(tool) ended with exit code \(status)." }
}

/// Runs a tool with the plugin's own output streams and throws where it does not succeed.
func run(_ tool: URL, _ arguments: [String]) throws {
  let process = Process()
  process.executableURL = tool
  process.arguments = arguments
  try process.run()
  process.waitUntilExit()
  guard process.terminationReason == .exit, process.terminationStatus == 0 else {
    throw ToolFailure(tool: tool.lastPathComponent, status: process.terminationStatus)
  }
}
