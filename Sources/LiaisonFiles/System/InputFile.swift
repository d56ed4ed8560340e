import LiaisonModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file's path and its bytes, read whole within a limit.
public struct InputFile: Sendable {
  /// The path as it was given; `<stdin>` for standard input.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]

  /// An input made by code.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether a path names standard input: `-` or `/dev/stdin`.
  public static func isStandardInput(_ path: String) -> Bool {
    path == "-" || path == "/dev/stdin"
  }

  /// Reads a file.
  ///
  /// The file is opened without waiting and looked at afterwards, so that what is opened is what is
  /// judged: folders, named pipes and devices are refused. Memory is not mapped: a file that shrinks
  /// meanwhile is read short, not fatal.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` or `/dev/stdin` for standard input (which may be a pipe).
  ///   - limits: only `fileBytes` counts here.
  ///   - followingLinks: false for what a folder scan found: a symbolic link is then refused.
  /// - Returns: the path and its bytes.
  /// - Throws: `noInput`, `tooLarge`, `inputOutput`.
  /// - Complexity: O(bytes) time and space.
  public static func read(
    _ path: String, limits: InputLimits = .standard, followingLinks: Bool = true
  ) throws(FileError) -> InputFile {
    if isStandardInput(path) {
      let bytes = try contents(of: 0, path: "<stdin>", limit: limits.fileBytes, expected: 0)
      return InputFile(path: "<stdin>", bytes: bytes)
    }
    guard POSIX.isPath(path) else {
      throw FileError(.noInput, "the path is empty or holds a NUL", path: path)
    }
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
    let (descriptor, number) = POSIX.open(path, flags)
    guard descriptor >= 0 else { throw cannotOpen(path, number, followingLinks) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(.inputOutput, "cannot look at it: \(POSIX.reason(errno))", path: path)
    }
    let kind = POSIX.kind(status.st_mode)
    guard kind == .file else {
      throw FileError(
        .noInput, "is \(kind.name), not a file", path: path,
        hint: kind == .pipe ? "give - and pipe into it" : nil)
    }
    guard status.st_size <= limits.fileBytes else {
      throw tooLarge(path, "\(status.st_size) bytes", limits.fileBytes)
    }
    let bytes = try contents(
      of: descriptor, path: path, limit: limits.fileBytes, expected: Int(status.st_size))
    return InputFile(path: path, bytes: bytes)
  }

  private static func contents(
    of descriptor: Int32, path: String, limit: Int, expected: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = max(min(expected, limit), 64 << 10) + 1
    while true {
      let before = bytes.count
      var failure: Int32 = 0
      let room = min(chunk, limit - before + 1)
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while true {
          count = 0
          let got = Self.get(descriptor, buffer.baseAddress, room)
          if got >= 0 {
            count = got
            return
          }
          if errno == EAGAIN {
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&wait, 1, -1) >= 0 || errno == EINTR { continue }
          }
          if errno == EINTR { continue }
          failure = errno
          return
        }
      }
      if failure != 0 {
        let code: FileError.Code = failure == EISDIR ? .noInput : .inputOutput
        throw FileError(code, "cannot be read: \(POSIX.reason(failure))", path: path)
      }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > limit { throw tooLarge(path, "more", limit) }
      chunk = 1 << 20
    }
  }

  private static func get(_ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ room: Int)
    -> Int
  {
    #if canImport(Darwin)
      Darwin.read(descriptor, base, room)
    #elseif canImport(Musl)
      Musl.read(descriptor, base, room)
    #else
      Glibc.read(descriptor, base, room)
    #endif
  }

  private static func tooLarge(_ path: String, _ found: String, _ limit: Int) -> FileError {
    FileError(
      .tooLarge, "is too large: \(found), and the limit is \(InputLimits.sized(limit))",
      path: path, hint: "split it")
  }

  private static func cannotOpen(_ path: String, _ number: Int32, _ followingLinks: Bool)
    -> FileError
  {
    if number == ELOOP, !followingLinks {
      return FileError(
        .noInput, "is a symbolic link, and links found in a folder are not followed", path: path)
    }
    let message =
      switch number {
      case ENOENT, ENOTDIR: "no such file"
      case EACCES, EPERM: "may not be read: \(POSIX.reason(number))"
      case ENXIO: "is a pipe or socket that cannot be read"
      default: "cannot be opened: \(POSIX.reason(number))"
      }
    return FileError(
      .noInput, message, path: path, hint: number == ENOENT ? near(path) : nil)
  }

  /// What a path that leads nowhere may have meant: the nearest names in its folder, or those that differ in
  /// the ending alone.
  private static func near(_ path: String) -> String? {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let (folder, name) = (String(path[..<start]), String(path[start...]))
    guard !name.isEmpty, name.utf8.count <= 128,
      let listing = try? DirectoryListing(folder.isEmpty ? "." : folder, limit: 10_000)
    else { return nil }
    func stem(_ name: String) -> Substring {
      name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    }
    let names = listing.entries.map(\.name).filter { !$0.hasPrefix(".") }
    var search = NearestMatch(names)
    var meant = [search.nearest(to: name)].compactMap(\.self)
    for other in names.sorted() where stem(other) == stem(name) && !meant.contains(other) {
      meant.append(other)
    }
    guard !meant.isEmpty else { return nil }
    let shown = meant.prefix(3).map { Quoted($0).description }
    return "did you mean \(shown.joined(separator: " or "))?"
  }
}
