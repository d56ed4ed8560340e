#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a folder holds, in the order of the names' bytes.
public struct DirectoryListing: Sendable {
  /// One entry.
  public struct Entry: Sendable, Hashable {
    /// The last part of the path.
    public var name: String
    /// The folder's path, `/`, the name.
    public var path: String
    /// What it is; links are not followed.
    public var kind: FileKind
  }

  /// The entries, without `.` and `..`, sorted by the bytes of their names.
  public let entries: [Entry]

  /// What a path is, following links; nil if there is nothing.
  public static func kind(of path: String) -> FileKind? {
    var status = stat()
    guard POSIX.isPath(path), stat(path, &status) == 0 else { return nil }
    return POSIX.kind(status.st_mode)
  }

  /// Lists one folder.
  ///
  /// - Throws: `noInput` if it is no folder, may not be read, or a name in it is not UTF-8;
  ///   `tooLarge` if it has over `limit` entries.
  /// - Complexity: O(n log n).
  public init(_ path: String, limit: Int = 100_000) throws(FileError) {
    guard POSIX.isPath(path) else {
      throw FileError(.noInput, "the path is empty or holds a NUL", path: path)
    }
    guard let folder = opendir(path) else {
      let message =
        switch errno {
        case ENOENT: "no such folder"
        case ENOTDIR: "is not a folder"
        default: "cannot be listed: \(POSIX.reason(errno))"
        }
      throw FileError(.noInput, message, path: path)
    }
    defer { closedir(folder) }
    let prefix = path.utf8.last == 0x2F ? path : path + "/"
    var found: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw FileError(.noInput, "holds a file whose name is not UTF-8", path: path)
      }
      if name == "." || name == ".." { continue }
      guard found.count < limit else {
        throw FileError(.tooLarge, "has more than \(limit) entries", path: path)
      }
      var status = stat()
      guard fstatat(dirfd(folder), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      found.append(Entry(name: name, path: prefix + name, kind: POSIX.kind(status.st_mode)))
    }
    guard errno == 0 else {
      throw FileError(.inputOutput, "cannot be listed: \(POSIX.reason(errno))", path: path)
    }
    entries = found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The regular files below a folder whose name ends in one of `suffixes`, in byte order of their
  /// paths' parts; hidden names and symbolic links are left out.
  ///
  /// - Throws: as `init`; `tooLarge` beyond `depth` folders or `limit` files.
  public static func files(
    under path: String, endingIn suffixes: [String], depth: Int = 32, limit: Int = 100_000
  ) throws(FileError) -> [String] {
    var result: [String] = []
    var stack: [(Entry, Int)] = []
    func push(_ listing: DirectoryListing, _ level: Int) {
      for entry in listing.entries.reversed() where entry.name.utf8.first != 0x2E {
        stack.append((entry, level))
      }
    }
    push(try DirectoryListing(path, limit: limit), 1)
    while let (entry, level) = stack.popLast() {
      switch entry.kind {
      case .folder:
        guard level < depth else {
          throw FileError(.tooLarge, "has folders nested deeper than \(depth)", path: path)
        }
        push(try DirectoryListing(entry.path, limit: limit), level + 1)
      case .file:
        let ends = suffixes.contains { suffix in
          entry.name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        }
        guard ends else { continue }
        guard result.count < limit else {
          throw FileError(.tooLarge, "holds more than \(limit) files", path: path)
        }
        result.append(entry.path)
      default: continue
      }
    }
    return result
  }
}
