#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files written so that a reader, a full disk or an interruption never sees half of one: each is
/// written beside its target under a name that starts with `.liaison-`, synced and renamed.
///
/// A new file has mode 0600, a replaced one keeps its mode. A symbolic link as target is followed
/// once and stays. Several files are all written before the first is renamed.
public struct AtomicOutput {
  /// What is written, piece by piece: it hands each to the function that it is given.
  ///
  /// So a long table need not be held whole. Pieces are made to the last one even where writing has failed.
  public typealias Content = (_ write: (_ piece: [UInt8]) -> Void) -> Void

  private struct File {
    var path: String
    var content: Content
  }

  private struct Staged {
    var path: String
    var target: String
    var temporary: String
    var slot: Int?
  }

  private var files: [File] = []

  /// An empty set of outputs.
  public init() {}

  /// Adds a file to the set; nothing is written yet. The last one added is renamed last, so a
  /// manifest belongs there.
  public mutating func add(_ bytes: [UInt8], to path: String) {
    add(to: path) { $0(bytes) }
  }

  /// Adds a file to the set whose content is made as it is written.
  public mutating func add(to path: String, _ content: @escaping Content) {
    files.append(File(path: path, content: content))
  }

  /// Writes one file; `-` and `/dev/stdout` mean standard output.
  ///
  /// - Throws: `cannotCreate` (73) if the folder is missing or read-only or the target is no file;
  ///   `inputOutput` (74) if writing fails, the old file being whole and no temporary file left.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(to: path) { $0(bytes) }
  }

  /// Writes one file whose content is made as it is written, else as ``write(_:to:)``.
  public static func write(to path: String, _ content: @escaping Content) throws(FileError) {
    var output = AtomicOutput()
    output.add(to: path, content)
    try output.commit()
  }

  /// Whether a file could be created at a path: asked before long work.
  ///
  /// - Throws: `cannotCreate`.
  public static func probe(_ path: String) throws(FileError) {
    if isStandardOutput(path) { return }
    let target = try resolve(path)
    guard case .file(let final, _) = target else { return }
    let (descriptor, temporary) = try create(beside: final, path: path)
    close(descriptor)
    unlink(temporary)
  }

  /// Whether a path names standard output: `-` or `/dev/stdout`.
  public static func isStandardOutput(_ path: String) -> Bool {
    path == "-" || path == "/dev/stdout"
  }

  /// Writes all files of the set to temporary files, then renames them in the order in which they
  /// were added, then syncs their folders.
  ///
  /// - Throws: as `write`. If any temporary file fails, none is renamed; if renaming fails, those
  ///   before it are new and the message names the one that failed.
  public func commit() throws(FileError) {
    Interruption.ignoreFileSizeSignal()
    var staged: [Staged] = []
    defer {
      for file in staged { TemporaryFiles.leave(file.slot) }
    }
    do throws(FileError) {
      for file in files { try stage(file, into: &staged) }
    } catch {
      for file in staged { unlink(file.temporary) }
      throw error
    }
    for (index, file) in staged.enumerated() {
      guard rename(file.temporary, file.target) == 0 else {
        let number = errno
        for left in staged[index...] { unlink(left.temporary) }
        throw FileError(
          .cannotCreate, "cannot be put in place: \(POSIX.reason(number))", path: file.path)
      }
    }
    var synced: [String] = []
    for file in staged {
      let folder = POSIX.folder(of: file.target)
      if synced.contains(folder) { continue }
      synced.append(folder)
      let (descriptor, _) = POSIX.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      let number = POSIX.sync(descriptor)
      close(descriptor)
      guard number == 0 else {
        throw FileError(
          .inputOutput, "its folder cannot be synced: \(POSIX.reason(number))", path: file.path)
      }
    }
  }

  private func stage(_ file: File, into staged: inout [Staged]) throws(FileError) {
    if Self.isStandardOutput(file.path) {
      let output = StandardOutput()
      file.content { output.write($0) }
      return try output.finish()
    }
    switch try Self.resolve(file.path) {
    case .device(let path):
      try Self.writeDevice(file.content, to: path)
    case .file(let target, let mode):
      let (descriptor, temporary) = try Self.create(beside: target, path: file.path)
      let slot = TemporaryFiles.enter(temporary)
      staged.append(Staged(path: file.path, target: target, temporary: temporary, slot: slot))
      var pieces = Pieces(descriptor: descriptor)
      if let mode, fchmod(descriptor, mode) != 0 { pieces.failure = errno }
      file.content { pieces.write($0) }
      if pieces.failure == 0 { pieces.failure = POSIX.sync(descriptor) }
      if close(descriptor) != 0, pieces.failure == 0, errno != EINTR { pieces.failure = errno }
      guard pieces.failure == 0 else {
        throw Self.failed(file.path, pieces.size, pieces.failure)
      }
    }
  }

  /// What is written to a descriptor, until that fails; all of it is counted.
  private struct Pieces {
    let descriptor: Int32
    var size = 0
    var failure: Int32 = 0

    mutating func write(_ piece: [UInt8]) {
      size += piece.count
      guard failure == 0 else { return }
      failure = piece.withUnsafeBytes { POSIX.writeAll($0, to: descriptor) }
    }
  }

  private static func failed(_ path: String, _ bytes: Int, _ number: Int32) -> FileError {
    FileError(
      .inputOutput, "cannot be written: \(POSIX.reason(number)); \(bytes) bytes are needed",
      path: path, hint: "what was there before is unchanged")
  }

  // MARK: Targets

  private enum Target {
    case file(String, mode: mode_t?)
    case device(String)
  }

  private static func resolve(_ path: String) throws(FileError) -> Target {
    guard POSIX.isPath(path) else {
      throw FileError(.cannotCreate, "the path is empty or holds a NUL", path: path)
    }
    var target = path
    var status = stat()
    if lstat(path, &status) == 0, POSIX.kind(status.st_mode) == .link {
      guard let resolved = realpath(path, nil) else {
        throw FileError(
          .cannotCreate, "is a symbolic link that leads nowhere", path: path,
          hint: "remove the link, or give the file's own path")
      }
      target = String(cString: resolved)
      free(resolved)
    }
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return .file(target, mode: nil) }
      throw FileError(.cannotCreate, "cannot be created: \(POSIX.reason(errno))", path: path)
    }
    switch POSIX.kind(status.st_mode) {
    case .file: return .file(target, mode: status.st_mode & 0o777)
    case .device: return .device(target)
    case let kind:
      throw FileError(.cannotCreate, "is \(kind.name), not a file", path: path)
    }
  }

  private static func create(
    beside target: String, path: String
  ) throws(FileError) -> (Int32, String) {
    let folder = POSIX.folder(of: target)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let name = ".liaison-" + String(generator.next() as UInt64, radix: 16)
      let temporary = folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      let (descriptor, number) = POSIX.open(temporary, flags, mode: 0o600)
      if descriptor >= 0 { return (descriptor, temporary) }
      if number == EEXIST { continue }
      let isMissing = number == ENOENT || number == ENOTDIR
      throw FileError(
        .cannotCreate,
        isMissing
          ? "cannot be created: there is no folder \(folder)"
          : "cannot be created: \(POSIX.reason(number))",
        path: path, hint: isMissing ? "create the folder first" : nil)
    }
    throw FileError(.cannotCreate, "cannot be created: no free temporary name", path: path)
  }

  private static func writeDevice(_ content: Content, to path: String) throws(FileError) {
    let (descriptor, number) = POSIX.open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      throw FileError(.cannotCreate, "cannot be opened: \(POSIX.reason(number))", path: path)
    }
    var pieces = Pieces(descriptor: descriptor)
    content { pieces.write($0) }
    close(descriptor)
    guard pieces.failure == 0 else { throw failed(path, pieces.size, pieces.failure) }
  }
}
