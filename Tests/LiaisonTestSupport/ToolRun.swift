public import Foundation

/// What a program did: its exit code and what it wrote.
public struct ToolRun: Sendable {
  /// The exit code; 128 + the signal where a signal ended it.
  public var status: Int32
  /// Whether a signal ended it.
  public var wasSignalled: Bool
  /// Standard output.
  public var output: String
  /// Standard output, byte for byte.
  public var outputBytes: [UInt8]
  /// Standard error.
  public var errors: String

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - executable: its path, or a name that is looked up on `PATH`.
  ///   - arguments: its arguments.
  ///   - directory: the folder it runs in.
  ///   - environment: variables laid over this process's own.
  ///   - input: what it reads on standard input.
  ///   - limit: seconds after which it is killed.
  public static func run(
    _ executable: String, _ arguments: [String], in directory: String? = nil,
    environment: [String: String] = [:], input: [UInt8]? = nil, limit: Double = 600
  ) throws -> ToolRun {
    let process = Process()
    let isPath = executable.contains("/")
    process.executableURL = URL(filePath: isPath ? executable : "/usr/bin/env")
    process.arguments = isPath ? arguments : [executable] + arguments
    if let directory { process.currentDirectoryURL = URL(filePath: directory) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let scratch = try TemporaryFolder()
    let outputPath = scratch.path("stdout")
    let errorPath = scratch.path("stderr")
    for path in [outputPath, errorPath] {
      try Data().write(to: URL(filePath: path))
    }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errorPath))
    if let input {
      let path = scratch.path("stdin")
      try Data(input).write(to: URL(filePath: path))
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: path))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let timer = DispatchSource.makeTimerSource(queue: .global())
    let identifier = process.processIdentifier
    timer.schedule(deadline: .now() + limit)
    timer.setEventHandler { kill(identifier, SIGKILL) }
    timer.resume()
    process.waitUntilExit()
    timer.cancel()
    let bytes = try Data(contentsOf: URL(filePath: outputPath))
    let errors = try Data(contentsOf: URL(filePath: errorPath))
    let wasSignalled = process.terminationReason == .uncaughtSignal
    return ToolRun(
      status: process.terminationStatus + (wasSignalled ? 128 : 0), wasSignalled: wasSignalled,
      output: String(decoding: bytes, as: UTF8.self), outputBytes: Array(bytes),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// The path of a tool of this package, built beside the tests.
  public static func built(_ product: String) -> String {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    // On macOS the tests run inside a bundle; on Linux the runner lies beside the products.
    for _ in 0..<4 {
      let candidate = folder.appending(path: product).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return product
  }
}

/// A folder that is gone when its owner is.
public final class TemporaryFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "liaison-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A path inside the folder.
  public func path(_ relative: String) -> String { url.appending(path: relative).path }

  /// Writes a file inside the folder, with the folders on its way.
  @discardableResult
  public func write(_ text: String, to relative: String) throws -> String {
    let target = url.appending(path: relative)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
    return target.path
  }
}
