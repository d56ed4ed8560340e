import Foundation
import LiaisonTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Interrupted, without room, without permission, without a reader: the old file stays whole.
@Suite("Interruption", .serialized)
struct InterruptionTests {
  private static let network = Checkout.path("graphs/kestria")
  /// A patch of it, in a folder that is there as long as the tests run.
  private static let patch = Result {
    let folder = try TemporaryFolder()
    try folder.write("liaison_patch: 1\nremove: {organizations: [police]}\n", to: "patch.yaml")
    return folder
  }

  /// The commands that write one file `out.…`, with the file's name.
  private static func writers(patch: String) -> [(file: String, arguments: [String])] {
    [
      ("out.svg", ["draw", network, "--view", "sectors", "-o", "out.svg"]),
      ("out.png", ["draw", network, "--view", "network", "-o", "out.png"]),
      ("out.dot", ["draw", network, "-o", "out.dot"]),
      ("out.json", ["gaps", network, "--format", "json", "-o", "out.json"]),
      ("out.csv", ["measure", network, "--measures", "all", "--format", "csv", "-o", "out.csv"]),
      ("report/report.html", ["report", network, "--format", "svg", "-o", "report"]),
      ("out.yaml", ["convert", network, "--force", "-o", "out.yaml"]),
      ("out/organizations.csv", ["convert", network, "--force", "-o", "out"]),
      (
        "out.json",
        ["diff", network, network, "--format", "json", "-o", "out.json"]
      ),
      (
        "out.yaml",
        ["what-if", network, patch, "--force", "--write", "out.yaml"]
      ),
      ("out.txt", ["what-if", network, patch, "-o", "out.txt"]),
      (
        "out.json",
        ["recommend", network, "-k", "1", "--format", "json", "-o", "out.json"]
      ),
      ("out.md", ["ask", network, "police", "--format", "markdown", "-o", "out.md"]),
    ]
  }

  private static func present() throws -> [(file: String, arguments: [String])] {
    let names = Set(try ToolCommands.present().map(\.name))
    return writers(patch: try patch.get().path("patch.yaml")).filter {
      names.contains($0.arguments[0])
    }
  }

  /// Runs the tool by a shell, which sets its limits and streams.
  private func shell(
    _ line: String, _ arguments: [String], in folder: TemporaryFolder
  ) throws -> ToolRun {
    try ToolRun.run(
      "/bin/sh", ["-c", line, ToolCommands.tool] + arguments, in: folder.url.path, limit: 60)
  }

  @Test("Past the size limit of a file: exit 74, the old file whole, nothing left beside it")
  func fileSize() throws {
    for (file, arguments) in try Self.present() {
      let folder = try TemporaryFolder()
      try folder.write("old", to: file)
      let before = ToolCommands.files(in: folder)
      let run = try shell("ulimit -f 1; exec \"$0\" \"$@\" >/dev/null 2>&1", arguments, in: folder)
      #expect(run.status == 74, "\(arguments)")
      #expect(try String(contentsOfFile: folder.path(file), encoding: .utf8) == "old")
      #expect(ToolCommands.files(in: folder) == before, "\(arguments)")
    }
  }

  @Test(
    "A full disk: exit 74, the old file whole, nothing left beside it", .enabled(if: geteuid() == 0)
  )
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let disk = folder.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mounted = try ToolRun.run("mount", ["-t", "tmpfs", "-o", "size=4k", "none", disk])
    // A container may forbid it; the limit on a file's size stands for it there.
    guard mounted.status == 0 else { return }
    defer { _ = try? ToolRun.run("umount", [disk]) }
    for (file, arguments) in try Self.present() {
      try folder.write("old", to: "disk/\(file)")
      let before = ToolCommands.files(in: folder)
      // What is named on the command line: the file, or the folder that it is in.
      let named = file.split(separator: "/")[0]
      let run = try ToolRun.run(
        ToolCommands.tool,
        arguments.prefix(1) + arguments.dropFirst().map { $0 == named ? "disk/\($0)" : $0 },
        in: folder.url.path)
      #expect(run.status == 74, "\(arguments) \(run.errors)")
      #expect(run.errors.contains("No space left"), "\(run.errors)")
      #expect(try String(contentsOfFile: folder.path("disk/\(file)"), encoding: .utf8) == "old")
      #expect(ToolCommands.files(in: folder) == before, "\(arguments)")
      try FileManager.default.removeItem(atPath: "\(disk)/\(named)")
    }
    // What is begun is not there yet.
    let sheet = Checkout.path("graphs/sheets/who-refers-to-whom.csv")
    for begun in [["x.yaml", "--standard", "four-pillars"], ["x", "--from", sheet]] {
      // Nothing but the smallest of its files has room.
      try folder.write(String(repeating: "x", count: 4_000), to: "disk/full")
      let run = try ToolRun.run(
        ToolCommands.tool, ["init", "disk/\(begun[0])"] + begun.dropFirst(), in: folder.url.path)
      #expect(run.status == 74 || run.status == 73, "\(begun) \(run.errors)")
      let left = ToolCommands.files(in: folder).filter { $0 != "disk/full" && $0.contains(".") }
      #expect(left == [], "\(begun)")
    }
  }

  @Test("A folder that may not be written: exit 73, the old file whole")
  func readOnly() throws {
    for (file, arguments) in try Self.present() {
      let folder = try TemporaryFolder()
      try folder.write("old", to: file)
      let closed = folder.url.appending(path: file).deletingLastPathComponent().path
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed)
      }
      let user = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
      let run = try shell("exec \(user) \"$0\" \"$@\"", arguments, in: folder)
      // Where the checkout itself is closed to other users, nothing is learnt.
      if run.status == 126 || run.status == 127 || run.status == 66 { continue }
      #expect(run.status == 73, "\(arguments) \(run.errors)")
      #expect(try String(contentsOfFile: folder.path(file), encoding: .utf8) == "old")
    }
  }

  @Test("Interrupted at any moment: old or new, nothing between, no temporary file")
  func interrupted() throws {
    for (file, arguments) in try Self.present() {
      var endings: Set<Int32> = []
      for (round, milliseconds) in [5, 40, 120, 250].enumerated() {
        let folder = try TemporaryFolder()
        try folder.write("old", to: file)
        let process = Process()
        process.executableURL = URL(filePath: ToolCommands.tool)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(milliseconds) * 1_000)
        kill(process.processIdentifier, round % 2 == 0 ? SIGTERM : SIGINT)
        process.waitUntilExit()
        endings.insert(process.terminationStatus)
        let bytes = try #require(FileManager.default.contents(atPath: folder.path(file)))
        let isWhole = process.terminationReason == .exit && process.terminationStatus == 0
        #expect(bytes == Data("old".utf8) || bytes.count > 200, "\(arguments)")
        #expect(!isWhole || bytes.count > 200, "\(arguments)")
        #expect(
          ToolCommands.files(in: folder).filter { $0.contains(".liaison-") } == [], "\(arguments)")
      }
      #expect(endings.isSubset(of: [0, SIGTERM, SIGINT]), "\(arguments) \(endings)")
    }
  }

  @Test("Standard output closed or full: exit 74 and a message; a reader that leaves: silence")
  func standardOutput() throws {
    let folder = try TemporaryFolder()
    let commands = [
      ["measure", Self.network], ["gaps", Self.network], ["list", "rules"],
      ["lint", Checkout.path("graphs/samundar-draft")],
      ["draw", Self.network, "--view", "sectors", "--format", "dot"], ["--help"],
    ]
    for arguments in commands {
      for line in ["exec \"$0\" \"$@\" >&-", "exec \"$0\" \"$@\" >/dev/full"] {
        let run = try shell(line, arguments, in: folder)
        #expect(run.status == 74, "\(arguments) \(line)")
        #expect(run.errors.contains("<stdout>: error: cannot be written: "), "\(run.errors)")
      }
    }
    let piped = try shell(
      "\"$0\" \"$@\" | head -1", ["measure", Self.network, "--measures", "all"], in: folder)
    #expect(piped.status == 0)
    #expect(piped.errors == "")
    #expect(piped.output.split(separator: "\n").count == 1)
    #expect(ToolCommands.files(in: folder) == [])
  }

  @Test("With all streams closed, an output file holds the output and nothing else")
  func closedStreams() throws {
    let folder = try TemporaryFolder()
    let arguments = ["draw", Self.network, "--view", "sectors", "-o", "x.dot"]
    let open = try shell("exec \"$0\" \"$@\"", arguments, in: folder)
    #expect(open.status == 0)
    let expected = FileManager.default.contents(atPath: folder.path("x.dot"))
    let closed = try shell("exec \"$0\" \"$@\" <&- >&- 2>&-", arguments, in: folder)
    #expect(closed.status == 0)
    #expect(FileManager.default.contents(atPath: folder.path("x.dot")) == expected)
  }
}
