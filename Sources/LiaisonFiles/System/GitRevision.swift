public import LiaisonModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Networks as a git repository has them: `main:graphs/x.yaml`.
///
/// `git` is run as a program of its own, without a shell; a name that begins with a dash never reaches
/// it, and nothing is fetched.
public enum GitRevision {
  /// Reads a network from a path, or where nothing is there, from a revision and a path of the
  /// repository in which the process runs.
  ///
  /// - Throws: what `NetworkReader.read` throws; `noInput` (66) where git knows no such thing;
  ///   `unavailable` (69) without git.
  public static func document(
    at name: String, limits: InputLimits = .standard
  ) throws(FileError) -> NetworkDocument {
    guard !InputFile.isStandardInput(name), DirectoryListing.kind(of: name) == nil,
      let colon = name.firstIndex(of: ":"), colon != name.startIndex
    else { return try NetworkReader.read(path: name, limits: limits) }
    guard !name.hasPrefix("-"), POSIX.isPath(name) else {
      throw FileError(.noInput, "is no revision of git", path: name)
    }
    let path = String(name[name.index(after: colon)...])
    let kind = try ask(["cat-file", "-t", name], about: name, limit: 64)
    let folder = try TemporaryDirectory()
    if kind == Array("blob\n".utf8) {
      let bytes = try ask(["cat-file", "blob", name], about: name, limit: limits.fileBytes)
      let last = path.split(separator: "/").last.map(String.init) ?? "network.yaml"
      try folder.write(bytes, to: last)
      var document = try NetworkReader.read(path: "\(folder.path)/\(last)", limits: limits)
      document.sources.rename { _ in name }
      return document
    }
    guard kind == Array("tree\n".utf8) else {
      throw FileError(.noInput, "is neither a file nor a folder in git", path: name)
    }
    let listing = try ask(["ls-tree", "--name-only", "-z", name], about: name, limit: 1 << 20)
    let there = listing.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    let known = NetworkTable.allCases.map(\.fileName) + [NetworkTable.headerFileName]
    for file in known where there.contains(file) {
      let inside = name.hasSuffix("/") || name.hasSuffix(":") ? name + file : "\(name)/\(file)"
      let bytes = try ask(["cat-file", "blob", inside], about: name, limit: limits.fileBytes)
      try folder.write(bytes, to: file)
    }
    var document = try NetworkReader.read(path: folder.path, limits: limits)
    let inside = name.hasSuffix("/") || name.hasSuffix(":") ? name : "\(name)/"
    document.sources.rename { path in
      path.hasPrefix(folder.path) ? inside + path.dropFirst(folder.path.count + 1) : path
    }
    return document
  }

  /// What git answers.
  private static func ask(
    _ arguments: [String], about name: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    let answer = try run("git", arguments, limit: limit)
    guard answer.status == 0 else {
      throw FileError(
        .noInput, "is not there, and git knows no such revision and path", path: name,
        hint: "write REVISION:PATH, the path from the top of the repository")
    }
    guard answer.output.count <= limit else {
      throw FileError(.tooLarge, "is over the limit of \(limit) bytes", path: name)
    }
    return answer.output
  }

  /// Runs a program to its end; what it writes beyond the limit and one byte is dropped.
  private static func run(
    _ program: String, _ arguments: [String], limit: Int
  ) throws(FileError) -> (status: Int32, output: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileError(.inputOutput, POSIX.reason(errno)) }
    defer { close(ends[0]) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    let inherited: [String] = ["PATH", "HOME", "GIT_DIR", "GIT_WORK_TREE"]
    var environment = ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"]
    environment.append("GIT_NO_LAZY_FETCH=1")
    for name in inherited {
      if let value = getenv(name) { environment.append("\(name)=\(String(cString: value))") }
    }
    var child: pid_t = 0
    let error = withCStrings([program] + arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawnp(&child, program, &actions, nil, arguments, environment)
      }
    }
    close(ends[1])
    guard error == 0 else {
      throw FileError(.unavailable, "git cannot be run: \(POSIX.reason(error))")
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<min(count, max(0, limit + 1 - output.count))]
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return (-1, output) }
    }
    // Ended by itself: the low seven bits are no signal; the exit code stands above them.
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// A folder that goes when the value does.
private final class TemporaryDirectory {
  let path: String

  init() throws(FileError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/liaison-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(.cannotCreate, POSIX.reason(errno), path: base)
    }
    path = template.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try AtomicOutput.write(bytes, to: "\(path)/\(name)")
  }

  deinit {
    if let listing = try? DirectoryListing(path) {
      for entry in listing.entries { unlink("\(path)/\(entry.name)") }
    }
    rmdir(path)
  }
}
