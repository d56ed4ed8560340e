public import LiaisonFiles
import LiaisonModel
import Synchronization

/// What a command gets from its tool: the catalog, and the ways out.
public struct ToolContext: Sendable {
  /// The name that the tool was built under: `liaison`, `liaison-lint`, or somebody else's.
  public var toolName: String
  /// Everything that is known by id.
  public var catalog: Catalog
  /// The terminal behind standard output.
  public var output: Terminal
  /// The terminal behind standard error.
  public var diagnostics: Terminal
  /// What one run has said once.
  private let told = ToldLines()

  /// Creates a context.
  public init(
    toolName: String, catalog: Catalog, output: Terminal = .standardOutput,
    diagnostics: Terminal = .standardError
  ) {
    self.toolName = toolName
    self.catalog = catalog
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Writes data to standard output.
  ///
  /// - Throws: `inputOutput` (74) where it is closed or its disk full.
  public func write(_ text: String) throws(FileError) { try output.write(text) }

  /// Writes data to standard output.
  ///
  /// - Throws: `inputOutput` (74) where it is closed or its disk full.
  public func write(_ bytes: [UInt8]) throws(FileError) { try output.write(bytes) }

  /// Says a line on standard error; it cannot fail, as there would be nowhere to say so.
  public func say(_ line: String) { try? diagnostics.write(line + "\n") }

  /// Says a line on standard error, unless this run has said it.
  func sayOnce(_ line: String) {
    if told.isNew(line) { say(line) }
  }

  /// Shows how far a long run is, on a line of standard error that the next one takes; nothing where
  /// nobody looks. `nil` takes the line away.
  public func show(progress line: String?) {
    guard diagnostics.canErase else { return }
    try? diagnostics.write("\r\u{1B}[2K" + (line ?? ""))
  }

  /// Says what went wrong: `path:line:column: error: message`, then what to do.
  public func say(_ failure: any ToolFailure) {
    let place = failure.place.map { "\($0): " } ?? ""
    say("\(place)\(diagnostics.styled("error", .error)): \(failure.message)")
    if let hint = failure.hint { say("hint: \(hint)") }
  }
}

/// The lines that a run says once, however often it resolves a state of the same network.
private final class ToldLines: Sendable {
  private let lines = Mutex<Set<String>>([])

  func isNew(_ line: String) -> Bool { lines.withLock { $0.insert(line).inserted } }
}

/// An error that ends the tool with an exit code of its own and a message that a planner understands.
///
/// `FileError` is one; a module with an error type of its own is made one in `LiaisonCommand`.
public protocol ToolFailure: Error {
  /// What is wrong, in one line.
  var message: String { get }
  /// `path:line:column`, or the path alone, where there is one.
  var place: String? { get }
  /// What to do about it.
  var hint: String? { get }
  /// The exit code (sysexits.h).
  var exitCode: Int32 { get }
}

extension FileError: ToolFailure {
  /// `path:line:column`, or the path alone, where there is one.
  public var place: String? { location?.text ?? path }
}
