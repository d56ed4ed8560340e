#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder to write into.
public enum OutputFolder {
  /// Whether files could be written into a folder, or the folder be made with those above it: asked before
  /// long work. Nothing stays behind.
  ///
  /// - Throws: `cannotCreate` (73), of the path as it was given, whichever folder above it is in the way.
  public static func probe(_ path: String) throws(FileError) {
    guard POSIX.isPath(path) else {
      throw FileError(.cannotCreate, "the path is empty or holds a NUL", path: path)
    }
    var nearest = path
    while DirectoryListing.kind(of: nearest) == nil, nearest != ".", nearest != "/" {
      nearest = POSIX.folder(of: nearest.trimmingSlashes)
    }
    let kind = DirectoryListing.kind(of: nearest)
    let isThere = nearest == path
    if let kind, kind != .folder {
      throw FileError(
        .cannotCreate,
        isThere
          ? "is there and is no folder" : "cannot be made a folder: \(nearest) is \(kind.name)",
        path: path)
    }
    do throws(FileError) {
      try AtomicOutput.probe(nearest + (nearest.hasSuffix("/") ? "" : "/") + ".liaison-probe")
    } catch {
      let reason = error.message.split(separator: ": ").last.map(String.init) ?? error.message
      throw FileError(
        error.code,
        isThere
          ? "cannot be written into: \(reason)"
          : "cannot be made in \(nearest == "." ? "this folder" : nearest): \(reason)",
        path: path)
    }
  }

  /// Makes a folder and those above it, if they are not there.
  ///
  /// - Throws: `cannotCreate` (73) if something else stands there, or it may not be made.
  public static func create(_ path: String) throws(FileError) {
    guard POSIX.isPath(path) else {
      throw FileError(.cannotCreate, "the path is empty or holds a NUL", path: path)
    }
    var prefix = path.utf8.first == 0x2F ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix.hasSuffix("/") ? String(part) : "/\(part)"
      if mkdir(prefix, 0o777) == 0 { continue }
      let number = errno
      switch DirectoryListing.kind(of: prefix) {
      case .folder: continue
      case let kind?:
        throw FileError(
          .cannotCreate, "cannot be made a folder: \(prefix) is \(kind.name)", path: path)
      case nil:
        throw FileError(
          .cannotCreate, "cannot be made a folder: \(POSIX.reason(number))", path: path)
      }
    }
  }
}

extension String {
  /// Without slashes at its end, the root's own excepted.
  fileprivate var trimmingSlashes: String {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}
