import Foundation
import LiaisonModel
import Testing

@testable import LiaisonFiles

/// A folder of a test, removed at its end.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws -> String {
    let path = path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func mode(_ name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}

/// The error that a closure throws.
func failure(_ body: () throws -> Void) -> FileError? {
  do { try body() } catch { return error as? FileError }
  return nil
}

private let isRoot = getuid() == 0

@Suite struct InputFileTests {
  @Test("A file that is not there is told the nearest names in its folder, where any is near")
  func nearNames() throws {
    let folder = try TemporaryFolder()
    for name in ["ref.csv", "network.yaml", ".hidden.csv"] { _ = try folder.write("x", to: name) }
    func hint(_ name: String) -> String? {
      let error = failure { _ = try InputFile.read(folder.path + "/" + name) }
      #expect(error?.code == .noInput && error?.message == "no such file")
      return error?.hint
    }
    #expect(hint("reff.csv") == "did you mean “ref.csv”?")
    #expect(hint("network.json") == "did you mean “network.yaml”?")
    #expect(hint("hiden.csv") == nil && hint("nowhere.txt") == nil)
    #expect(failure { _ = try InputFile.read(folder.path + "/no/ref.csv") }?.hint == nil)
  }

  @Test("A file is read whole, and one byte over the limit is refused")
  func limits() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("0123456789", to: "a")
    #expect(try InputFile.read(path).bytes == Array("0123456789".utf8))
    #expect(try InputFile.read(path, limits: InputLimits(fileBytes: 10)).bytes.count == 10)
    let error = failure { _ = try InputFile.read(path, limits: InputLimits(fileBytes: 9)) }
    #expect(error?.code == .tooLarge)
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("9 bytes") == true)
    let large = String(repeating: "0123456789", count: 300_000)
    let largePath = try folder.write(large, to: "b")
    #expect(try InputFile.read(largePath).bytes.count == 3_000_000)
    #expect(try InputFile.read(folder.write("", to: "c")).bytes.isEmpty)
  }

  @Test("What is no file is refused without waiting")
  func kinds() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path + "/fifo", 0o600)
    #expect(failure { _ = try InputFile.read(folder.path + "/fifo") }?.code == .noInput)
    #expect(failure { _ = try InputFile.read(folder.path) }?.message == "is a folder, not a file")
    #expect(failure { _ = try InputFile.read("/dev/zero") }?.message == "is a device, not a file")
    #expect(failure { _ = try InputFile.read(folder.path + "/none") }?.exitCode == 66)
    #expect(failure { _ = try InputFile.read("") }?.code == .noInput)
    #expect(failure { _ = try InputFile.read("a\0b") }?.code == .noInput)
    #if os(Linux)
      #expect(try !InputFile.read("/proc/self/status").bytes.isEmpty)
      let error = failure {
        _ = try InputFile.read("/proc/self/status", limits: InputLimits(fileBytes: 10))
      }
      #expect(error?.code == .tooLarge)
    #endif
  }

  @Test("A link that a scan found is not followed; one that a person names is")
  func links() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: "a")
    symlink(path, folder.path + "/link")
    #expect(try InputFile.read(folder.path + "/link").bytes == [0x78])
    let error = failure { _ = try InputFile.read(folder.path + "/link", followingLinks: false) }
    #expect(error?.code == .noInput)
  }
}

@Suite struct StandardInputTests {
  @Test("Standard input may be a pipe, and is limited too")
  func pipes() async {
    await #expect(processExitsWith: .exitCode(65)) {
      var ends: [Int32] = [0, 0]
      _ = pipe(&ends)
      dup2(ends[0], 0)
      _ = "hello".withCString { write(ends[1], $0, 5) }
      close(ends[1])
      let input = try InputFile.read("-")
      guard input.bytes == Array("hello".utf8), input.path == "<stdin>" else { exit(1) }
      dup2(open("/dev/zero", O_RDONLY), 0)
      do {
        _ = try InputFile.read("/dev/stdin", limits: InputLimits(fileBytes: 1 << 20))
      } catch {
        exit((error as? FileError)?.exitCode ?? 2)
      }
    }
  }
}

@Suite struct DirectoryListingTests {
  @Test("Names come in byte order, with their kinds")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in ["b.yaml", "B.yaml", "é.yaml", "a.csv", ".hidden.yaml", "z.yml"] {
      _ = try folder.write("", to: name)
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/aa/bb", withIntermediateDirectories: true)
    _ = try folder.write("", to: "aa/bb/c.yaml")
    symlink(folder.path, folder.path + "/loop")
    let listing = try DirectoryListing(folder.path)
    #expect(
      listing.entries.map(\.name)
        == [".hidden.yaml", "B.yaml", "a.csv", "aa", "b.yaml", "loop", "z.yml", "é.yaml"])
    #expect(listing.entries[3].kind == .folder)
    #expect(listing.entries[5].kind == .link)
    let files = try DirectoryListing.files(under: folder.path, endingIn: [".yaml", ".yml"])
    #expect(
      files.map { $0.dropFirst(folder.path.count + 1) }
        == ["B.yaml", "aa/bb/c.yaml", "b.yaml", "z.yml", "é.yaml"])
    #expect(failure { _ = try DirectoryListing(folder.path + "/none") }?.code == .noInput)
    #expect(failure { _ = try DirectoryListing(folder.path + "/a.csv") }?.code == .noInput)
    #expect(failure { _ = try DirectoryListing(folder.path, limit: 3) }?.code == .tooLarge)
    #expect(DirectoryListing.kind(of: folder.path + "/loop") == .folder)
    #expect(DirectoryListing.kind(of: folder.path + "/none") == nil)
  }
}

@Suite struct AtomicOutputTests {
  @Test("A new file is private, a replaced one keeps its mode, nothing else is left")
  func modes() throws {
    let folder = try TemporaryFolder()
    try AtomicOutput.write([0x61], to: folder.path + "/new")
    #expect(folder.mode("new") == 0o600)
    _ = try folder.write("old", to: "old")
    chmod(folder.path + "/old", 0o640)
    try AtomicOutput.write([0x62], to: folder.path + "/old")
    #expect(folder.mode("old") == 0o640)
    #expect(folder.text("old") == "b")
    #expect(folder.names == ["new", "old"])
  }

  @Test("What is made as it is written arrives whole, or leaves the old file as it was")
  func pieces() throws {
    let folder = try TemporaryFolder()
    var made = 0
    let content: AtomicOutput.Content = { write in
      for number in 0..<1_000 {
        write(Array("line \(number)\n".utf8))
        made += 1
      }
    }
    try AtomicOutput.write(to: folder.path + "/new", content)
    #expect(folder.text("new") == (0..<1_000).map { "line \($0)\n" }.joined())
    #expect(made == 1_000)
    let error = failure { try AtomicOutput.write(to: folder.path + "/no/file", content) }
    #expect(error?.exitCode == 73 && made == 1_000)
    #if os(Linux)
      let full = failure { try AtomicOutput.write(to: "/dev/full", content) }
      #expect(full?.exitCode == 74 && full?.message.contains("8890 bytes are needed") == true)
    #endif
    #expect(folder.names == ["new"])
  }

  @Test("A link as target stays a link, and its file is replaced")
  func links() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "file")
    symlink(path, folder.path + "/link")
    try AtomicOutput.write([0x62], to: folder.path + "/link")
    #expect(folder.text("file") == "b")
    #expect(DirectoryListing.kind(of: folder.path + "/link") == .file)
    #expect(
      try DirectoryListing(folder.path).entries.map(\.kind) == [.file, .link])
    symlink("/nowhere/at/all", folder.path + "/broken")
    #expect(failure { try AtomicOutput.write([1], to: folder.path + "/broken") }?.exitCode == 73)
  }

  @Test("Where nothing can be made, the error says so and is 73")
  func cannotCreate() throws {
    let folder = try TemporaryFolder()
    let missing = failure { try AtomicOutput.write([1], to: folder.path + "/no/file") }
    #expect(missing?.exitCode == 73)
    #expect(missing?.hint == "create the folder first")
    #expect(failure { try AtomicOutput.write([1], to: folder.path) }?.exitCode == 73)
    mkfifo(folder.path + "/fifo", 0o600)
    #expect(failure { try AtomicOutput.write([1], to: folder.path + "/fifo") }?.exitCode == 73)
    #expect(failure { try AtomicOutput.probe(folder.path + "/no/file") }?.exitCode == 73)
    try AtomicOutput.probe(folder.path + "/yes")
    #expect(folder.names == ["fifo"])
    if !isRoot {
      chmod(folder.path, 0o500)
      #expect(failure { try AtomicOutput.write([1], to: folder.path + "/x") }?.exitCode == 73)
      chmod(folder.path, 0o700)
    }
  }

  @Test("If one file of a set cannot be made, none is")
  func sets() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("old", to: "a")
    var output = AtomicOutput()
    output.add([0x31], to: folder.path + "/a")
    output.add([0x32], to: folder.path + "/no/b")
    let error = failure { try output.commit() }
    #expect(error?.path == folder.path + "/no/b")
    #expect(folder.text("a") == "old")
    #expect(folder.names == ["a"])
    var good = AtomicOutput()
    for number in 0..<100 { good.add([0x33], to: folder.path + "/f\(number)") }
    try good.commit()
    #expect(folder.names.count == 101)
  }

  @Test("A file size limit fails the write; the old file is whole and nothing is left")
  func fileSizeLimit() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("old", to: "a")
    let path = folder.path
    setenv("LIAISON_TEST_FOLDER", path, 1)
    await #expect(processExitsWith: .exitCode(74)) {
      var limit = rlimit(rlim_cur: 4_096, rlim_max: 4_096)
      #if os(Linux)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      let path = String(cString: getenv("LIAISON_TEST_FOLDER")) + "/a"
      do {
        try AtomicOutput.write([UInt8](repeating: 0x61, count: 100_000), to: path)
      } catch {
        exit((error as? FileError)?.exitCode ?? 1)
      }
    }
    #expect(folder.text("a") == "old")
    #expect(folder.names == ["a"])
  }

  @Test("A signal removes what is half written, and ends the program as a signal does")
  func signals() async throws {
    let folder = try TemporaryFolder()
    setenv("LIAISON_TEST_SIGNAL_FOLDER", folder.path, 1)
    await #expect(processExitsWith: .signal(SIGTERM)) {
      Interruption.install()
      let path = String(cString: getenv("LIAISON_TEST_SIGNAL_FOLDER")) + "/.liaison-half"
      _ = FileManager.default.createFile(atPath: path, contents: Data())
      _ = TemporaryFiles.enter(path)
      kill(getpid(), SIGTERM)
      sleep(5)
    }
    #expect(folder.names.isEmpty)
  }

  #if os(Linux)
    @Test("A full device is 74, by output file and by standard output")
    func fullDevice() {
      #expect(failure { try AtomicOutput.write([1], to: "/dev/full") }?.exitCode == 74)
      try? AtomicOutput.write([1], to: "/dev/null")
      let descriptor = open("/dev/full", O_WRONLY)
      defer { close(descriptor) }
      let output = StandardOutput(descriptor: descriptor)
      output.write("a")
      output.write(String(repeating: "b", count: 200_000))
      output.write("c")
      #expect(failure { try output.finish() }?.exitCode == 74)
    }
  #endif
}

@Suite struct StandardOutputTests {
  @Test("All that is written arrives, in order")
  func order() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "out")
    let descriptor = open(path, O_WRONLY)
    let output = StandardOutput(descriptor: descriptor)
    var expected = ""
    for number in 0..<20_000 {
      output.write("line \(number)\n")
      expected += "line \(number)\n"
    }
    output.write(Array(String(repeating: "x", count: 100_000).utf8))
    expected += String(repeating: "x", count: 100_000)
    try output.finish()
    close(descriptor)
    #expect(folder.text("out") == expected)
    #expect(!output.isTerminal)
  }
}
