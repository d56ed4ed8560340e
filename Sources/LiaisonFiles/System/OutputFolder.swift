#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder to write into.
public enum OutputFolder {
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
